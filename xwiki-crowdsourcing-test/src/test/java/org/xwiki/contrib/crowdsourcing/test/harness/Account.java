/*
 * See the NOTICE file distributed with this work for additional
 * information regarding copyright ownership.
 *
 * This is free software; you can redistribute it and/or modify it
 * under the terms of the GNU Lesser General Public License as
 * published by the Free Software Foundation; either version 2.1 of
 * the License, or (at your option) any later version.
 *
 * This software is distributed in the hope that it will be useful,
 * but WITHOUT ANY WARRANTY; without even the implied warranty of
 * MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU
 * Lesser General Public License for more details.
 *
 * You should have received a copy of the GNU Lesser General Public
 * License along with this software; if not, write to the Free
 * Software Foundation, Inc., 51 Franklin St, Fifth Floor, Boston, MA
 * 02110-1301 USA, or see the FSF site: http://www.fsf.org.
 */
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Who visits the wiki: a guest, the administrator, or a demo user of the sample initiative.
 *
 * @param user the name, empty for a guest
 * @param password the password
 * @param role what the person does in the sample initiative
 * @version $Id$
 */
public record Account(String user, String password, String role)
{
    /**
     * Somebody who is not logged in.
     */
    public static final Account GUEST = new Account("", "", "guest");

    private static final List<Account> ALL = load();

    private static List<Account> load()
    {
        try {
            return Files.readAllLines(Path.of("..", "xwiki-crowdsourcing-sample", "users.txt")).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length >= 3).map(words -> new Account(words[0], words[1], words[2])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return the administrator and all demo users
     */
    public static List<Account> all()
    {
        return ALL;
    }

    /**
     * @param role a role
     * @return the first user of that role
     */
    public static Account of(String role)
    {
        return ALL.stream().filter(account -> account.role().equals(role)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No demo user is a " + role));
    }

    @Override
    public String toString()
    {
        return this.role;
    }
}

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
import java.util.LinkedHashMap;
import java.util.Map;

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

    private static final Map<String, Account> ALL = load();

    private static Map<String, Account> load()
    {
        Map<String, Account> result = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("..", "xwiki-crowdsourcing-sample", "users.txt"))) {
                String[] words = line.trim().split("\\s+");
                if (words.length >= 3 && !line.startsWith("#")) {
                    result.putIfAbsent(words[2], new Account(words[0], words[1], words[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    /**
     * @return one account of each role
     */
    public static Map<String, Account> all()
    {
        return ALL;
    }

    /**
     * @param role a role
     * @return the first demo user of that role
     */
    public static Account of(String role)
    {
        Account account = ALL.get(role);
        if (account == null) {
            throw new IllegalArgumentException("No demo user is a " + role + ", only " + ALL.keySet());
        }
        return account;
    }

    @Override
    public String toString()
    {
        return this.role;
    }
}

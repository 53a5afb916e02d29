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
import java.util.UUID;

/**
 * Who visits the wiki: a guest, the administrator, or somebody whom the tests created. The demo users of the sample
 * initiative are for tests that look into the embedded wiki.
 *
 * @param user the name, empty for a guest
 * @param password the password
 * @param role what the person does in the initiative
 * @version $Id$
 */
public record Account(String user, String password, String role)
{
    /**
     * Somebody who is not logged in.
     */
    public static final Account GUEST = new Account("", "", "guest");

    /**
     * Who may do everything, and whom the wiki has before the tests begin.
     */
    public static final Account ADMIN = new Account(System.getProperty("xwiki.adminUser", "Admin"),
        System.getProperty("xwiki.adminPassword", "admin"), "admin");

    private static final String PASSWORD = UUID.randomUUID().toString();

    private static final List<Account> TEAM = List.of("owner", "researcher", "curator", "facilitator", "notetaker",
        "partner", "editor", "expert", "observer").stream()
        .map(role -> new Account(Stage.SPACE + role, PASSWORD, role)).toList();

    /**
     * @return the users whom the tests create
     */
    public static List<Account> team()
    {
        return TEAM;
    }

    /**
     * @param role a role in the initiative of the tests
     * @return the user of that role
     */
    public static Account of(String role)
    {
        return "admin".equals(role) ? ADMIN : find(TEAM, role);
    }

    /**
     * @return the administrator and the demo users of the sample initiative
     */
    public static List<Account> demos()
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
     * @param role a role in the sample initiative
     * @return the first demo user of that role
     */
    public static Account demo(String role)
    {
        return find(demos(), role);
    }

    private static Account find(List<Account> accounts, String role)
    {
        return accounts.stream().filter(account -> account.role().equals(role)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Nobody is a " + role));
    }

    /**
     * @return the local reference of the user's page
     */
    public String page()
    {
        return "XWiki." + this.user;
    }

    @Override
    public String toString()
    {
        return this.role;
    }
}

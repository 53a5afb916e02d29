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

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The tests leave nothing behind.
 *
 * @version $Id$
 */
class TracesTest
{
    @Test
    void removesSpacesWithAllThatIsBelowAndUsers()
    {
        // Whatever is left by a failure here is removed at the end with the rest.
        String name = Stage.SPACE + "Gone";
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(name + ".WebHome", "title", "Gone");
        admin.save(name + ".Below.a\\.b.WebHome", "title", "Gone, too");
        admin.save(name + ".Below.terminal", "title", "And this");
        admin.save("XWiki." + name, "XWiki.XWikiUsers_0_first_name", "Nobody");
        List<String> references = List.of(name + ".Below.a\\.b.WebHome", name + ".Below.terminal", name + ".WebHome",
            "XWiki." + name);
        assertEquals(references, Traces.of(name).stream().map(page -> page.replaceFirst(" .*", "")).toList());
        assertEquals(List.of(), Traces.remove(name));
        for (String reference : references) {
            assertEquals(404, admin.get(WikiClient.path("view", reference)).status(), reference);
        }
    }
}

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
package org.xwiki.contrib.crowdsourcing.test.expert;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What an expert does with the own profile, and what others get of it.
 *
 * @version $Id$
 */
class ProfileTest
{
    private static final String DIRECTORY = Stage.SPACE + ".Profiles.WebHome";

    private static final Account OWNER = Account.of("notetaker");

    private static final String FORMULA = "=HYPERLINK(\"http://example.org\")";

    private static String profile;

    private static String view;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Directory of profiles", "content", "{{experts/}}");
        admin.get(WikiClient.path("view", DIRECTORY)).actionForm("saveDirectory")
            .set("curators", Stage.SPACE + ".Groups.curator").set("terms", Stage.page("InitiativeClass")).submit();
        profile = admin.create(DIRECTORY, "createExpert", "Own profile", "position", FORMULA, "user", OWNER.page());
        view = WikiClient.path("view", profile);
    }

    private static String data(Account account)
    {
        WikiPage answer = TestWiki.client(account).get("/bin/get/Crowdsourcing/Code/ExpertData?page="
            + WikiClient.encode(profile));
        LogCapture.take();
        return answer.status() == 200 ? answer.body() : "";
    }

    private static String file(Account account, boolean contact)
    {
        WikiPage answer = TestWiki.client(account).get("/bin/get/Crowdsourcing/Code/ExpertData?directory="
            + WikiClient.encode(DIRECTORY) + "&text=own" + (contact ? "&contact=1" : ""));
        LogCapture.take();
        return answer.status() == 200 ? answer.body() : "";
    }

    @Test
    void anExpertFindsAgreesExportsAndWithdraws()
    {
        WikiClient owner = TestWiki.client(OWNER);
        WikiPage directory = owner.get(WikiClient.path("view", DIRECTORY) + "?cs_mine=1");
        assertTrue(directory.body().contains(view), directory.text());
        owner.get(view).actionForm("saveContact").set("email", "own.triceratops@example.org").submit();

        assertFalse(file(Account.GUEST, false).contains("Own profile"), "Not before the expert agrees");
        assertEquals(400, owner.get(view).actionForm("agree").submit().status(), "Without the tick");
        assertEquals(200, owner.get(view).actionForm("agree").set("confirmed", "1").submit().status());
        assertTrue(file(Account.GUEST, false).contains("Own profile"));
        assertTrue(file(Account.GUEST, false).contains("\"'=HYPERLINK"), "No formula");

        for (Account other : new Account[] {Account.GUEST, Account.of("observer"), Account.of("researcher")}) {
            assertEquals("", data(other), other.toString());
            assertEquals("", file(other, true), other.toString());
            assertFalse(file(other, false).contains("triceratops"), other.toString());
            WikiClient client = TestWiki.client(other);
            client.post(view, "cs_action", "withdraw", "cs_target", profile, "form_token", client.get(view).token());
        }
        LogCapture.take();
        assertTrue(data(OWNER).contains("own.triceratops@example.org"), data(OWNER));
        assertTrue(file(Account.of("curator"), true).contains("own.triceratops@example.org"));
        assertFalse(owner.get(view + "?cs_public=1").body().contains("triceratops"), "What is public");

        assertEquals(200, owner.get(view).actionForm("withdraw").submit().status());
        assertFalse(file(Account.GUEST, false).contains("Own profile"), "Listed nowhere");
        assertFalse(data(OWNER).contains("triceratops"), "Removed");
        assertEquals(200, owner.get(view).status(), "The page stays");
    }
}

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
package org.xwiki.contrib.crowdsourcing.test.curation;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What guests may say, where an initiative lets them, and in which mode a phase is moderated.
 *
 * @version $Id$
 */
class GuestTest
{
    private static String dialogue;

    private static String initiative;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        initiative = admin.create(Stage.homes().get(0), "createInitiative", "Initiative for guests", "phase",
            "dialogue", "moderation", "open", "guests", "1", "PhaseClass_0_phase", "dialogue",
            "PhaseClass_0_moderation", "slow", "slowMinutes", "45");
        String challenge = admin.create(initiative, "createChallenge", "Challenge for guests");
        String page = admin.create(challenge, "createDialogue", "Dialogue for guests", "start", "2030-06-06T10:00",
            "timezone", "America/Mexico_City", "duration", "60");
        dialogue = WikiClient.path("view", page);
        assertEquals(200, admin.get(dialogue).actionForm("openDialogue").submit().status());
    }

    private static void letGuestsComment(String allow)
    {
        TestWiki.client(Account.ADMIN).save(initiative.replaceAll("WebHome$", "WebPreferences"),
            "XWiki.XWikiGlobalRights_0_users", "XWiki.XWikiGuest", "XWiki.XWikiGlobalRights_0_groups",
            "XWiki.XWikiAllGroup", "XWiki.XWikiGlobalRights_0_levels", "comment",
            "XWiki.XWikiGlobalRights_0_allow", allow);
    }

    @Test
    void guestIsReadByACuratorFirstAndAnExpertWaits() throws Exception
    {
        letGuestsComment("1");
        WikiClient guest = TestWiki.client(Account.GUEST);
        WikiForm form = guest.get(dialogue).actionForm("contribute").set("text", "Sell the palanquin")
            .set("kind", "idea").set("speaker", "Zoe <b>Guest</b>");
        WikiPage fast = form.submit();
        assertEquals(400, fast.status(), "A machine is as fast");
        assertEquals("Sell the palanquin", fast.actionForm("contribute").get("text"));
        Thread.sleep(4000);
        WikiPage sent = fast.actionForm("contribute").submit();
        assertEquals(200, sent.status(), sent.toString());
        assertTrue(sent.has("#cs-sent"), sent.text());
        assertFalse(sent.body().contains("palanquin"), "Seen before a curator read it");
        assertFalse(TestWiki.client(Account.of("expert")).get(dialogue).body().contains("palanquin"));

        WikiClient curator = TestWiki.client(Account.of("curator"));
        assertEquals(200, curator.get(dialogue).actionForm("approve").submit().status());
        WikiPage shown = guest.get(dialogue);
        assertTrue(shown.text().contains("Sell the palanquin"), shown.text());
        assertTrue(shown.text().contains("Zoe <b>Guest</b> (guest)"), shown.text());
        String page = WikiClient.reference(shown.document().selectFirst("a.cs-permalink").absUrl("href"));
        String key = shown.document().selectFirst(".cs-contribution").id();
        String own = WikiClient.path("delete", page.substring(0, page.lastIndexOf('.') + 1) + key);
        guest.post(own, "confirm", "1", "form_token", guest.token());
        assertTrue(guest.get(dialogue).text().contains("Sell the palanquin"), "Deleted by a guest");

        WikiForm expert = TestWiki.client(Account.of("expert")).get(dialogue).actionForm("contribute");
        assertEquals(200, expert.set("text", "First").set("kind", "idea").submit().status());
        WikiPage waits = TestWiki.client(Account.of("expert")).get(dialogue);
        assertTrue(waits.text().contains("45"), waits.text());
    }
}

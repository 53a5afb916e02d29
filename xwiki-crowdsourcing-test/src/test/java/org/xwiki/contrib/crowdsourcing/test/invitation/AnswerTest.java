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
package org.xwiki.contrib.crowdsourcing.test.invitation;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.invitation.Host.Guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What who was invited signs on the page of the link, and what the page says when all seats are taken.
 *
 * @version $Id$
 */
class AnswerTest
{
    private static final String ACCEPT = "acceptInvitation";

    private static final String CODE = "Crowdsourcing.Code.";

    private static final String DECLARED = "Godmother of a <b>diplodocus</b>";

    private static final String NOBODY = "XWiki." + Stage.SPACE + "Nobody";

    private static String initiative;

    private static Host host;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        initiative = admin.create(Stage.homes().get(0), "createInitiative", "Initiative that asks for signatures",
            "nda", "Tell nobody of the **first** text.", "ndaVersion", "1", "licence", "Free to use.",
            "licenceVersion", "1");
        admin.save(initiative, CODE + "InitiativeClass_0_agreements", "conflict", CODE
            + "InitiativeClass_0_agreements", "nda", CODE + "InitiativeClass_0_agreements", "licence");
        String challenge = admin.create(initiative, "createChallenge", "Challenge with signatures");
        host = new Host(admin.create(challenge, "createDialogue", "Session with signatures", "start",
            "2030-06-06T10:00", "timezone", "America/Mexico_City", "duration", "60", "seats", "1"));
    }

    private static WikiForm signed(String link)
    {
        return Host.open(link).actionForm(ACCEPT).set("conflict", DECLARED).set("nda", "1").set("licence", "1");
    }

    private static WikiPage engagement(Guest guest)
    {
        return TestWiki.client(Account.ADMIN).get(WikiClient.path("view", guest.engagement()));
    }

    @Test
    void whoAcceptsSignsWhatIsAskedAndKeepsWhatWasTyped() throws Exception
    {
        Guest guest = host.guest("Guest who signs", "en");
        String link = host.invite(guest, 1);
        WikiPage opened = Host.open(link);
        assertTrue(opened.document().select(".cs-terms").text().contains("Tell nobody of the"), opened.text());
        String user = Stage.SPACE + "Signing";
        WikiPage refused = opened.actionForm(ACCEPT).set("conflict", DECLARED).set("licence", "1").set("address", "1")
            .set("userName", user).set("password", "Zq8-unlikely-one").set("repeated", "another").submit();
        assertEquals(400, refused.status(), refused.text());
        assertTrue(refused.has("input[name=nda][aria-invalid=true]"), refused.text());
        assertTrue(refused.has("input[name=repeated][aria-invalid=true]"), "All at once: " + refused.text());
        WikiForm again = refused.actionForm(ACCEPT);
        assertEquals(List.of(DECLARED, "1", "1", user), List.of(again.get("conflict"), again.get("licence"),
            again.get("address"), again.get("userName")), "What was typed stays");
        assertFalse(engagement(guest).body().contains("diplodocus"), "Nothing was signed");
        assertEquals(404, new WikiClient(TestWiki.url()).get("/bin/view/XWiki/" + user).status(), "No account");

        WikiPage done = again.set("nda", "1").set("password", "Zq8-unlikely-one").set("repeated", "Zq8-unlikely-one")
            .submit();
        assertEquals(200, done.status(), done.text());
        assertTrue(done.text().contains("You accepted"), done.text());
        String kept = engagement(guest).text();
        assertTrue(kept.contains(DECLARED), kept);
        assertFalse(kept.contains("Has not signed"), kept);
        assertFalse(Host.open(link).body().contains("diplodocus"), "A link that was used tells nothing of it");
    }

    @Test
    void aTextThatChangedMeanwhileIsReadOnceMore() throws Exception
    {
        Guest guest = host.guest("Guest who reads slowly", "en", "user", NOBODY + "1");
        String link = host.invite(guest, 1);
        WikiForm stale = signed(link);
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(initiative, CODE + "InitiativeClass_0_nda", "Tell nobody of the second text.", CODE
            + "InitiativeClass_0_ndaVersion", "2");
        WikiPage late = stale.submit();
        assertEquals(409, late.status(), late.text());
        assertTrue(late.text().contains("the second text"), late.text());
        assertEquals(DECLARED, late.actionForm(ACCEPT).get("conflict"), "What was typed stays");
        assertTrue(host.state(guest).contains("Can be answered until"), host.state(guest));
        assertEquals(200, late.actionForm(ACCEPT).submit().status());
        assertTrue(host.state(guest).startsWith(guest.name() + " Accepted"), host.state(guest));
    }

    @Test
    void whenAllSeatsAreTakenThePageSaysThePlaceOnTheWaitingList() throws Exception
    {
        // Whoever accepted before waits or sits, but from now on there is no seat left.
        List<Guest> guests = List.of(host.guest("First of three", "en", "user", NOBODY + "2"),
            host.guest("Second of three", "en", "user", NOBODY + "3"),
            host.guest("Third of three", "en", "user", NOBODY + "4"));
        String link = null;
        for (Guest guest : guests) {
            link = host.invite(guest, 1);
            assertEquals(200, signed(link).submit().status());
        }
        int waiting = TestWiki.client(Account.ADMIN)
            .get(WikiClient.path("view", host.dialogue()) + "?cs_view=pipeline").document()
            .select(".cs-waiting .cs-person").size();
        assertTrue(waiting >= 2, String.valueOf(waiting));
        WikiPage last = Host.open(link);
        assertTrue(last.text().contains("All seats are taken. You are number " + waiting + " on the waiting list."),
            last.text());
    }
}

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

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Mailbox;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.invitation.Host.Guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Many are invited by e-mail from the board of the pipeline, as one step that can be taken back.
 *
 * @version $Id$
 */
class BoardInvitationTest
{
    private static final String MOVE = "movePeople";

    private static Host host;

    private static String board;

    @BeforeAll
    static void create()
    {
        host = new Host(Fixture.local(Fixture.create("with invitations from the board").dialogue()));
        board = WikiClient.path("view", host.dialogue()) + "?cs_view=pipeline";
    }

    @AfterEach
    void reopen()
    {
        Mailbox.open();
    }

    private static WikiPage see()
    {
        return TestWiki.client(Host.CURATOR).get(board);
    }

    private static Element card(WikiPage seen, Guest guest)
    {
        return seen.document().select(".cs-person").stream()
            .filter(card -> card.selectFirst("strong").text().equals(guest.name())).findFirst().orElseThrow();
    }

    /** Where somebody is: the name of the column. */
    private static String where(WikiPage seen, Guest guest)
    {
        return card(seen, guest).closest(".cs-column").selectFirst("h3").ownText().strip();
    }

    private static WikiForm tick(WikiPage seen, Guest... guests)
    {
        List<String> items = new ArrayList<>();
        for (Guest guest : guests) {
            items.add(card(seen, guest).selectFirst("input[name=cs_item]").val());
        }
        return seen.actionForm(MOVE).set(Host.ITEM, items.toArray(String[]::new));
    }

    private static WikiPage invite(Guest... guests)
    {
        return tick(see(), guests).set("cs_do", "invite").submit();
    }

    private static String awaitCard(Guest guest, String text) throws InterruptedException
    {
        for (int i = 0; i < 200 && !card(see(), guest).text().contains(text); i++) {
            Thread.sleep(50);
        }
        return card(see(), guest).text();
    }

    @Test
    void manyGetAnEMailAndTheOthersAreNamedWithTheReason() throws Exception
    {
        Guest ann = host.guest("Ann \"Board\" <i>O'Hara</i>", "en");
        Guest ben = host.guest("Ben: Board \uD83D\uDD25", "es");
        Guest cat = host.guest("Cat Board without an address", "en");
        Guest dan = host.guest("Dan Board who declined", "en");
        Guest eve = host.guest("Eve Board who was asked", "en");
        TestWiki.client(Host.CURATOR).get(WikiClient.path("view", cat.profile())).actionForm("removeContact")
            .set("confirmed", "1").submit();
        assertEquals(200, tick(see(), dan).set("cs_do", "declined").submit().status());
        host.invite(eve, 1);
        WikiForm stale = tick(see(), ann, cat).set("cs_do", "invite");

        WikiPage done = tick(see(), ann, ben, cat, dan, eve).set("days", "9").set("cs_do", "invite").submit();
        assertEquals(409, done.status(), done.text());
        String text = done.text();
        assertFalse(text.contains("Nothing has been saved"), text);
        assertTrue(text.contains("E-mails that are being sent: 2."), text);
        assertTrue(text.contains("No e-mail address is known of: " + cat.name()), text);
        assertTrue(text.contains("They have declined: " + dan.name()), text);
        assertTrue(text.contains("an e-mail that they can still answer: " + eve.name()), text);
        assertEquals(List.of(cat.name(), dan.name()),
            done.document().select(".cs-person:has(input[name=cs_item][checked]) strong").eachText(),
            "Who stays is still ticked");
        assertEquals("9", done.actionForm(MOVE).get("days"), "What was typed stays");
        assertEquals(List.of("Invited", "Invited", "Proposed", "Declined"),
            List.of(where(done, ann), where(done, ben), where(done, cat), where(done, dan)));
        assertTrue(Mailbox.await(ben.address(), 1).getSubject().startsWith("Invitación: "));
        String link = Host.link(Mailbox.await(ann.address(), 1));
        assertEquals(200, Host.open(link).status());
        assertEquals(1, Mailbox.of(eve.address()).size());
        assertEquals(List.of(), Mailbox.of(dan.address()));
        assertTrue(awaitCard(ann, "The e-mail was sent").contains("The e-mail was sent"), see().text());

        WikiPage late = stale.submit();
        assertEquals(409, late.status(), late.text());
        assertEquals(1, Mailbox.of(ann.address()).size(), "Somebody else was faster");

        Host.open(Host.link(Mailbox.await(ben.address(), 1))).actionForm("declineInvitation").submit();
        WikiPage seen = see();
        assertTrue(seen.text().contains("They cannot be recalled"), seen.text());
        WikiPage undone = seen.actionForm("undoMove").submit();
        assertEquals(409, undone.status(), undone.text());
        assertTrue(undone.text().contains(ben.name()), "Who answered stays");
        assertEquals(List.of("Proposed", "Declined"), List.of(where(undone, ann), where(undone, ben)));
        assertEquals(410, Host.open(link).status(), "The link was withdrawn");
        assertTrue(card(undone, ann).text().contains("Taken back: the link of the e-mail"), undone.text());
        assertEquals(200, tick(see(), ann).set("cs_do", "invited").submit().status());
        assertEquals(410, Host.open(link).status(), "Also when the person is moved without an e-mail");
        assertEquals(200, invite(ann).status());
        assertEquals(200, Host.open(Host.link(Mailbox.await(ann.address(), 2))).status(), "A new link works");
    }

    @Test
    void theStateAloneSendsNothingAndTheListOnTheCardSaysWhichIsWhich() throws Exception
    {
        Guest fay = host.guest("Fay Board by hand", "en");
        assertEquals(200, tick(see(), fay).set("cs_do", "invited").submit().status());
        WikiPage seen = see();
        assertEquals("Invited", where(seen, fay));
        assertTrue(card(seen, fay).text().contains("Not invited by e-mail yet"), seen.text());
        assertEquals(List.of(), Mailbox.of(fay.address()));
        Element list = card(seen, fay).selectFirst("select");
        assertTrue(list.text().contains("Invite and send an e-mail"), list.text());
        WikiPage done = seen.actionForm(MOVE).set(list.attr("name"), "invite")
            .set("cs_one", card(seen, fay).selectFirst("button[name=cs_one]").val()).submit();
        assertEquals(200, done.status(), done.text());
        assertTrue(done.text().contains("Invited, e-mails are being sent: 1"), done.text());
        Mailbox.await(fay.address(), 1);
    }

    @Test
    void anAddressThatTheMailServerRefusesLeavesThePersonWhereItWas() throws Exception
    {
        Guest gus = host.guest("Gus Board with a dead address", "en");
        Guest hal = host.guest("Hal Board with a dead address", "en");
        Mailbox.refuse();
        assertEquals(200, tick(see(), gus).set("cs_do", "screened").submit().status());
        String before = card(see(), gus).text();
        invite(gus);
        String after = awaitCard(gus, "the mail server does not take e-mails to this address");
        assertEquals("Screened", where(see(), gus), "Nobody was invited");
        assertTrue(after.contains("Not sent: the mail server does not take e-mails to this address"), after);
        assertTrue(after.startsWith(before.substring(0, before.indexOf("Profile"))), "Who screened and when is as it was");
        assertFalse(see().body().contains(gus.address()), "The reason does not say the address");
        host.send(Host.CURATOR, "invite", "14", hal);
        assertTrue(host.awaitState(hal, "does not take").startsWith(hal.name() + " Proposed"), host.state(hal));
        Mailbox.open();
        assertEquals(200, invite(gus, hal).status(), "It can be tried again");
        assertEquals(200, Host.open(Host.link(Mailbox.await(gus.address(), 1))).status());
        LogCapture.take();
    }

    @Test
    void nobodyIsMovedWhenNothingCanBeSent()
    {
        Guest ida = host.guest("Ida Board of a wiki that cannot write", "en");
        WikiPage days = tick(see(), ida).set("days", "1000").set("cs_do", "invite").submit();
        assertEquals(400, days.status(), days.text());
        assertTrue(days.has(".cs-form-movePeople .has-error input[name=days]"), days.text());
        assertEquals("1000", days.actionForm(MOVE).get("days"));
        Mailbox.configure("", 25);
        WikiPage refused = invite(ida);
        assertEquals(400, refused.status(), refused.text());
        assertTrue(refused.text().contains("an administrator must set the mail server"), refused.text());
        assertEquals("Proposed", where(refused, ida));
        assertTrue(card(refused, ida).selectFirst("input[name=cs_item]").hasAttr("checked"), "Still ticked");
    }

    @Test
    void whoMayNotChangeThePanelInvitesNobody()
    {
        Guest jan = host.guest("Jan Board of others", "en");
        for (Account other : List.of(Account.GUEST, Account.of("observer"), Account.of("expert"))) {
            WikiClient client = TestWiki.client(other);
            client.post(board, "cs_action", MOVE, "cs_target", host.dialogue(), Host.ITEM,
                card(see(), jan).selectFirst("input[name=cs_item]").val(), "days", "14", "cs_do", "invite",
                "cs_view", "pipeline", "form_token",
                client.get(WikiClient.path("view", host.dialogue())).token());
        }
        LogCapture.take();
        assertEquals("Proposed", where(see(), jan));
        assertEquals(List.of(), Mailbox.of(jan.address()));
    }
}

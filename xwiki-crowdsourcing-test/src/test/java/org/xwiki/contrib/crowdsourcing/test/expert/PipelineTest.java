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

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The way of experts onto a panel: many are moved at once, without scripts, and taken back; seats and the waiting list;
 * two curators at once; what profiles and files say of it.
 *
 * @version $Id$
 */
class PipelineTest
{
    private static final Account CURATOR = Account.of("curator");

    private static Fixture pages;

    private static Panel panel;

    private static Panel other;

    @BeforeAll
    static void create()
    {
        pages = Fixture.create("for the pipeline");
        panel = new Panel(pages.dialogue(), 2, "Ada Pipe.line", "Bea O'Pipe", "Cem: Pipe", "\u0644\u064A\u0644\u0649 \uD83D\uDD25");
        other = new Panel(pages.closed(), 0, "Dora Pipe", "Emil Pipe");
    }

    @Test
    void fromProposedToAttended()
    {
        String ada = "Ada Pipe.line";
        String bea = "Bea O'Pipe";
        String cem = "Cem: Pipe";
        String leila = "\u0644\u064A\u0644\u0649 \uD83D\uDD25";
        assertEquals(List.of(ada, bea, cem, leila), Panel.column(panel.see(CURATOR), "proposed"));
        WikiPage invited = panel.move(CURATOR, "invited", cem, ada, bea, leila);
        assertEquals(200, invited.status(), invited.text());
        assertEquals(List.of(), Panel.column(invited, "proposed"));
        for (String name : List.of(cem, ada, leila)) {
            assertEquals(200, panel.move(CURATOR, "accepted", name).status(), name);
        }
        WikiPage board = panel.see(CURATOR);
        assertEquals(List.of(cem, ada, leila), Panel.column(board, "accepted"), "In the order of acceptance");
        assertEquals(List.of(leila), board.document().select(".cs-waiting strong").eachText());
        assertTrue(board.text().contains("2 of 2 seats taken, 1 waiting"), board.text());
        assertTrue(Panel.card(board, leila).text().contains("waiting, place 1"), board.text());

        WikiPage refused = panel.move(CURATOR, "attended", ada, leila, bea);
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("cannot become \u201CAttended\u201D: " + bea), refused.text());
        assertTrue(refused.text().contains("Without a seat nobody was there: " + leila), refused.text());
        assertEquals(3, refused.document().select("input[name=cs_item][checked]").size(), "The ticks stay");

        WikiForm column = panel.see(CURATOR).actionForm("movePeople");
        assertEquals(200, column.set("cs_column", columnValue("accepted")).set("cs_do", "attended").submit().status());
        assertEquals(List.of(leila), Panel.column(panel.see(CURATOR), "accepted"));
        WikiPage undone = panel.see(CURATOR).actionForm("undoMove").submit();
        assertEquals(200, undone.status());
        assertEquals(List.of(cem, ada, leila), Panel.column(undone, "accepted"), "The order is as it was");
        panel.move(CURATOR, "declined", ada);
        assertEquals(List.of(), panel.see(CURATOR).document().select(".cs-waiting strong").eachText(),
            "Who leaves makes room");
        panel.move(CURATOR, "attended", cem);

        String profile = WikiClient.path("view", panel.profile(cem));
        String past = TestWiki.client(Account.GUEST).get(profile).text();
        assertTrue(past.contains("Dialogue for the pipeline") && past.contains("Attended"), past);
        String declined = WikiClient.path("view", panel.profile(ada));
        assertFalse(TestWiki.client(Account.GUEST).get(declined).text().contains("for the pipeline"));
        assertTrue(TestWiki.client(CURATOR).get(declined).text().contains("Declined"));
        assertTrue(TestWiki.client(Account.GUEST).get(declined).text().contains("Available from"));
    }

    private static String columnValue(String state)
    {
        return panel.see(CURATOR).document().selectFirst("input[name=cs_column][value^=" + state + "]").attr("value");
    }

    @Test
    void theSecondCuratorIsToldAndKeepsTheTicks()
    {
        String dora = "Dora Pipe";
        String emil = "Emil Pipe";
        WikiPage seen = other.see(CURATOR);
        WikiPage moved = other.move(Account.of("owner"), "screened", dora);
        assertEquals(List.of(dora), Panel.column(moved, "screened"));
        assertTrue(Panel.card(moved, dora).text().contains("owner of the tests"), "Who screened");
        WikiPage late = Panel.tick(seen, dora, emil).set("cs_do", "invited").submit();
        assertEquals(409, late.status());
        assertTrue(late.text().contains(dora + " is \u201CScreened\u201D by now: owner of the tests changed that"),
            late.text());
        assertEquals(List.of(emil), Panel.column(late, "proposed"), "Nobody was moved");
        assertEquals(2, late.document().select("input[name=cs_item][checked]").size());
        WikiPage again = late.actionForm("movePeople").set("cs_do", "invited").submit();
        assertEquals(Set.of(dora, emil), Set.copyOf(Panel.column(again, "invited")), "Seen again, moved");

        // One of them answers before the step is taken back.
        WikiForm undo = again.actionForm("undoMove");
        WikiPage details = TestWiki.client(Account.of("owner"))
            .get(Panel.card(again, emil).selectFirst("a[href*='/Panel/']").absUrl("href"));
        assertEquals(200, details.actionForm("setEngagementState").set("state", "declined").submit().status());
        WikiPage kept = undo.submit();
        assertEquals(409, kept.status());
        assertTrue(kept.text().contains("they stay as they are: " + emil + ". Taken back: 1."), kept.text());
        assertEquals(List.of(emil), Panel.column(kept, "declined"));
        assertEquals(List.of(dora), Panel.column(kept, "screened"));

        WikiPage card = other.see(CURATOR);
        String number = Panel.card(card, emil).selectFirst("select").attr("name");
        WikiPage quick = card.actionForm("movePeople").set(number, "proposed")
            .set("cs_one", Panel.card(card, emil).selectFirst("button[name=cs_one]").attr("value")).submit();
        assertEquals(200, quick.status(), quick.text());
        assertEquals(List.of(emil), Panel.column(quick, "proposed"));
    }

    @Test
    void onlyWhoMayChangeThePanelSeesIt()
    {
        String initiative = WikiClient.path("view", Fixture.initiative()) + "?cs_view=pipeline";
        String file = "/bin/get/Crowdsourcing/Code/ExpertData?pipeline="
            + WikiClient.encode(Fixture.local(pages.closed()));
        for (Account account : List.of(Account.GUEST, Account.of("expert"), Account.of("facilitator"))) {
            WikiPage seen = other.see(account);
            assertFalse(seen.has(".cs-person") || seen.has("form.cs-form-movePeople"), account.toString());
            assertFalse(TestWiki.client(account).get(initiative).has(".cs-person"), account.toString());
            WikiPage answer = TestWiki.client(account).get(file);
            assertFalse(answer.body().contains("Dora"), account.toString());
            WikiClient client = TestWiki.client(account);
            WikiPage posted = client.post(other.board(), "cs_action", "movePeople", "cs_target",
                Fixture.local(pages.closed()), "form_token", client.get(other.board()).token(), "cs_view", "pipeline",
                "cs_item", "x " + Fixture.local(pages.closed()), "cs_do", "declined");
            assertFalse(posted.has(".cs-person"), account.toString());
        }
        LogCapture.take();
        String csv = TestWiki.client(CURATOR).get(file).body();
        assertTrue(csv.contains("Dora Pipe") && csv.contains("Office of Emil Pipe"), csv);
        assertFalse(csv.contains("@"), csv);
    }

    @Test
    void anExpertIsFoundAndPutForwardWithoutScripts()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        Fixture fresh = Fixture.create("for somebody who is found");
        Panel empty = new Panel(fresh.dialogue(), 0);
        String view = Fixture.path("view", fresh.dialogue());
        WikiPage none = curator.get(view).actionForm("engage").set("find", "nobodyiscalledthis").submit("cs_preview");
        assertEquals(200, none.status(), none.text());
        assertTrue(none.text().contains("Nobody matches. Try other words."), none.text());
        WikiPage found = none.actionForm("engage").set("find", "Bea O'Pi").set("route", "referred")
            .set("referredBy", "A neighbour").submit("cs_preview");
        WikiForm form = found.actionForm("engage");
        assertEquals(List.of("", panel.profile("Bea O'Pipe")), form.control("expert").select("option").stream()
            .map(option -> option.val()).toList(), found.text());
        assertEquals(List.of("Bea O'Pi", "referred", "A neighbour"),
            List.of(form.get("find"), form.get("route"), form.get("referredBy")), "What was typed stays");
        WikiPage done = form.choose("expert", "Bea O'Pipe").submit();
        assertEquals(200, done.status(), done.text());
        assertTrue(Panel.card(empty.see(CURATOR), "Bea O'Pipe").text().contains("A neighbour"));
    }

    @Test
    void theInitiativeHasAllDialogues()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        String board = WikiClient.path("view", Fixture.initiative()) + "?cs_view=pipeline";
        WikiPage all = curator.get(board + "&cs_text=pipe");
        List<String> people = all.document().select(".cs-person strong").eachText();
        assertTrue(people.containsAll(List.of("Ada Pipe.line", "Dora Pipe")), people.toString());
        assertTrue(Panel.card(all, "Dora Pipe").text().contains("Closed dialogue for the pipeline"), all.text());
        List<String> one = curator.get(board + "&cs_text=dora").document().select(".cs-person strong").eachText();
        assertEquals(List.of("Dora Pipe"), one);
        assertTrue(curator.get(board + "&cs_text=dora&cs_country=CO").text().contains("Nobody matches"));
        WikiPage table = curator.get(board + "&cs_text=dora&cs_as=table");
        assertTrue(table.has("table.cs-stack"), table.text());
        assertTrue(table.text().contains("Office of Dora Pipe"), table.text());
    }
}

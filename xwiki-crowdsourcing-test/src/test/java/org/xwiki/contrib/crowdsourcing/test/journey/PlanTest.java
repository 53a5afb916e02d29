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
package org.xwiki.contrib.crowdsourcing.test.journey;

import java.time.LocalDate;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From the steps of two recommendations, with times, costs and what they wait for, to what became of them.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanTest
{
    private static final String TITLE = "Plan: \"v1.0\" <b> \u0644\u064A\u0644\u0649 \uD83D\uDD25";

    private static final String ASK = "Ask: what is \"late\"? <i>";

    private static final String COUNT = "Count";

    private static final String PUBLISH = "Publish";

    private static final String STEP = "StepClass_";

    private static String roadmap;

    private static String first;

    private static String second;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        roadmap = admin.create(Stage.page("InitiativeClass"), "createRoadmap", TITLE, "startsOn", "2026-01-05",
            "currency", "MXN");
        first = admin.create(roadmap, "createRecommendation", "A register <1>", "priority", "1", "deskResearch", "1",
            "deskReference", "Notes", STEP + "0_title", ASK, STEP + "0_actor", "Treasury", STEP + "0_start", "0",
            STEP + "0_aggressive", "10", STEP + "0_conservative", "15", STEP + "0_durationUnit", "workingdays",
            STEP + "0_amount", "1500.50", STEP + "0_risk", "Nobody answers.", STEP + "0_metric", "Ten answers.",
            STEP + "1_title", COUNT, STEP + "1_actor", "treasury", STEP + "1_start", "2", STEP + "1_aggressive", "1",
            STEP + "1_conservative", "2", STEP + "1_amount", "200", STEP + "1_currency", "USD");
        second = admin.create(roadmap, "createRecommendation", "A page for all", "priority", "2", "deskResearch", "1",
            "deskReference", "Notes", STEP + "0_title", PUBLISH, STEP + "0_start", "2", STEP + "0_conservative", "3",
            STEP + "0_cost", "staff time");
    }

    private static WikiForm edit(String page)
    {
        return TestWiki.client(Account.of("editor")).edit(page).editForm();
    }

    private static String field(int number, String property)
    {
        return "Crowdsourcing.Code.StepClass_" + number + '_' + property;
    }

    private static WikiPage view(Account account, String query)
    {
        return TestWiki.client(account).get(WikiClient.path("view", roadmap) + query);
    }

    private static Document shown(String view)
    {
        return view(Account.of("editor"), "?cs_view=" + view).document();
    }

    private static String row(Document page, String title)
    {
        Element row = page.select("tr").stream()
            .filter(candidate -> candidate.select("th").text().startsWith(title)).findFirst().orElseThrow();
        return row.text();
    }

    @Test
    @Order(1)
    void prerequisitesArePickedByTheirTitles()
    {
        WikiForm form = edit(first);
        List<String> offered = form.control(field(1, "prerequisites")).select("option").eachText();
        assertEquals(List.of(ASK, PUBLISH), offered, "Every other step of the roadmap, its own first");
        form.choose(field(1, "prerequisites"), ASK).submit("action_save");
        edit(second).choose(field(0, "prerequisites"), COUNT).submit("action_save");
        Document page = TestWiki.client(Account.of("editor")).get(WikiClient.path("view", second)).document();
        assertTrue(row(page, PUBLISH).contains(COUNT), page.text());
        assertEquals(200, TestWiki.client(Account.of("editor"))
            .get(page.selectFirst("tr:contains(Publish) a[href*=cs-step-]").absUrl("href")).status());
    }

    @Test
    @Order(2)
    void stepsDoNotWaitForEachOther()
    {
        WikiForm form = edit(first);
        WikiPage answer = form.choose(field(0, "prerequisites"), PUBLISH).set(field(0, "risk"), "Typed meanwhile")
            .submit("action_save");
        assertTrue(answer.text().contains("wait for each other: " + ASK + " \u2192 " + PUBLISH + " \u2192 " + COUNT
            + " \u2192 " + ASK), answer.text());
        if (!Stage.isRefusedByTheWiki(answer)) {
            assertEquals("Typed meanwhile", answer.editForm().get(field(0, "risk")));
        }
        assertEquals("Nobody answers.", edit(first).get(field(0, "risk")));
    }

    @Test
    @Order(3)
    void timesAndCosts()
    {
        Document steps = shown("actor");
        // 15 working days from Monday, 5 January.
        assertTrue(row(steps, ASK).matches("(?s).*10\u201315 working days.*January 26, 2026.*1,500\\.5\\sMXN.*"),
            row(steps, ASK));
        assertEquals(List.of("Treasury", "No actor named"), steps.select(".cs-plan h3").eachText());
        Document costs = shown("costs");
        assertTrue(row(costs, "MXN").contains("1,500.5"), costs.text());
        assertTrue(row(costs, "USD").contains("200"), costs.text());
        assertTrue(row(costs, "No amount").contains("unknown for 1 step says: staff time"), costs.text());
        Document drawn = shown("timeline");
        assertEquals(3, drawn.select("svg.cs-timeline rect.cs-bar-best").size());
        assertEquals(2, drawn.select("svg.cs-timeline path.cs-arrow").size());
        assertTrue(drawn.select("svg.cs-timeline text.cs-row-step").text().contains("Ask"), drawn.text());
        assertTrue(row(drawn, PUBLISH).contains(COUNT), "The table says the same");
    }

    @Test
    @Order(4)
    void publishingNamesEveryStepWithoutSource()
    {
        WikiPage answer = view(Account.of("editor"), "").actionForm("publishRoadmap").submit();
        assertEquals(400, answer.status());
        for (String step : List.of(ASK, COUNT, PUBLISH)) {
            assertTrue(answer.text().contains("The step \u201C" + step + "\u201D"), answer.text());
        }
        WikiForm form = edit(first);
        form.set(field(0, "deskResearch"), "1").set(field(0, "deskReference"), "OECD, 2016")
            .set(field(1, "deskResearch"), "1").set(field(1, "deskReference"), "OECD, 2016").submit("action_save");
        answer = view(Account.of("editor"), "").actionForm("publishRoadmap").submit();
        assertFalse(answer.text().contains("The step \u201C" + COUNT), answer.text());
        assertTrue(answer.text().contains("The step \u201C" + PUBLISH), answer.text());
        edit(second).set(field(0, "deskResearch"), "1").set(field(0, "deskReference"), "OECD, 2016")
            .submit("action_save");
        assertEquals(200, view(Account.of("editor"), "").actionForm("publishRoadmap").submit().status());
        assertTrue(view(Account.GUEST, "?cs_view=timeline").has("svg.cs-timeline"));
    }

    @Test
    @Order(5)
    void whatBecameOfStepsIsSaidWithEvidence(Browser browser)
    {
        browser.login(Account.of("editor")).open(WikiClient.path("view", first));
        assertEquals(List.of(), browser.violations());
        browser.find(By.xpath("//summary[contains(., '" + COUNT + "')]")).click();
        browser.form("reportStep-1").choose("followup", "abandoned").write("followupEvidence", "Minutes <b>").send();
        assertTrue(browser.text().contains("Please say why"), browser.text());
        browser.form("reportStep-1").write("followupNote", "No data.").write("followupLink", "https://example.org/a?b=1&c")
            .send();
        assertTrue(browser.text().contains("Minutes <b>"), browser.text());
        browser.form("reportStep-1").choose("followup", "started").write("followupNote", "Data came.").send();
        WikiPage before = TestWiki.client(Account.GUEST).get(WikiClient.path("view", first) + "?cs_history=1");
        assertTrue(before.document().select(".cs-history").text().contains("No data."), before.text());
        assertFalse(before.has(".cs form[method=post]"), "A guest says nothing");
    }

    @Test
    @Order(6)
    void ofSeveralStepsAtOnceAndNotBehindSomebodysBack()
    {
        WikiClient editor = TestWiki.client(Account.of("editor"));
        WikiForm old = editor.get(WikiClient.path("view", first)).actionForm("reportSteps");
        WikiForm form = editor.get(WikiClient.path("view", first)).actionForm("reportSteps");
        WikiPage none = form.set("followup", "done").submit();
        assertEquals(400, none.status());
        assertTrue(none.text().contains("Choose at least one step"), none.text());
        form.set("steps", "0", "1").set("followup", "done").set("followupOn", "2026-02-02").submit();
        assertEquals(409, old.set("steps", "1").set("followup", "stalled").set("followupNote", "Kept").submit().status());
        Document progress = view(Account.GUEST, "?cs_view=followup").document();
        assertTrue(progress.text().contains("2 of 3 steps done"), progress.text());
        assertTrue(row(progress, ASK).contains("February 2, 2026"), progress.text());
        // What should be done by 5 June 2026.
        assertEquals(LocalDate.now().isAfter(LocalDate.of(2026, 6, 5)),
            progress.select(".cs-plan h3").eachText().contains("Overdue"), progress.text());
    }

    @Test
    @Order(7)
    void onAnyPageByTheirMacros()
    {
        String holder = roadmap.replaceAll("WebHome$", "Plans");
        String reference = roadmap.replace("\"", "~\"");
        TestWiki.client(Account.ADMIN).save(holder, "title", "Plans", "content",
            "{{steps reference=\"" + reference + "\" actor=\"TREASURY\" state=\"DONE\"/}}\n\n{{timeline reference=\""
                + reference + "\" limit=\"2\"/}}\n\n{{costs reference=\"" + reference
                + "\" by=\"ACTOR\"/}}\n\n{{followup reference=\"" + reference + "\"/}}");
        Document page = TestWiki.client(Account.GUEST).get(WikiClient.path("view", holder)).document();
        assertEquals(4, page.select(".cs-plan").size(), page.text());
        assertEquals(2, page.select(".cs-plan").get(0).select("tbody tr").size(), page.text());
        assertEquals(2, page.select("svg.cs-timeline rect.cs-bar-best").size(), "Two at a time");
        assertTrue(page.text().contains("1 to 2 of 3"), page.text());
        assertTrue(page.select("caption").eachText().contains("Costs by actor and currency"), page.text());
        assertTrue(page.text().contains("2 of 3 steps done"), page.text());
    }

    @Test
    @Order(8)
    void readableForEverybody(Browser browser)
    {
        browser.login(Account.GUEST);
        for (String view : List.of("", "?cs_view=timeline", "?cs_view=actor", "?cs_view=state", "?cs_view=costs",
            "?cs_view=followup")) {
            browser.open(WikiClient.path("view", roadmap) + view);
            assertEquals(List.of(), browser.violations(), view);
            browser.narrow();
            assertEquals(List.of(), browser.overflow(), view);
            browser.wide();
        }
        browser.login(Account.of("editor")).open(WikiClient.path("edit", first) + "?force=1");
        assertEquals(List.of(), browser.violations());
    }

    @Test
    @Order(9)
    void interviewNotesAreForThoseWhoMayEdit()
    {
        WikiClient editor = TestWiki.client(Account.of("editor"));
        WikiForm old = editor.get(WikiClient.path("view", first)).actionForm("saveInterview");
        old.set("interviewNotes", "The treasurer **doubts** it.").submit();
        WikiPage shown = editor.get(WikiClient.path("view", first));
        assertTrue(shown.text().contains("The treasurer doubts it."), shown.text());
        shown.actionForm("saveInterview").set("interviewNotes", "The treasurer agrees.").submit();
        assertEquals(409, shown.actionForm("saveInterview").set("interviewNotes", "Too late").submit().status());
        String notes = first.replaceAll("WebHome$", "Interview");
        assertEquals(200, editor.get(WikiClient.path("view", notes)).status());
        for (Account account : List.of(Account.GUEST, Account.of("expert"))) {
            WikiClient reader = TestWiki.client(account);
            assertFalse(reader.get(WikiClient.path("view", first)).text().contains("treasurer"));
            WikiPage refused = reader.get(WikiClient.path("view", notes));
            assertFalse(refused.body().contains("treasurer"), refused.toString());
            // A guest is asked to log in.
            assertTrue(account == Account.GUEST || refused.status() == 403, refused.toString());
        }
    }

    @Test
    @Order(10)
    void prerequisitesFollowARenamedStepAndSayWhatIsGone()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(first, "title", "Renamed");
        assertTrue(row(admin.get(WikiClient.path("view", second)).document(), PUBLISH).contains(COUNT));
        admin.delete(first);
        Document page = admin.get(WikiClient.path("view", second)).document();
        assertTrue(row(page, PUBLISH).contains("not there"), page.text());
        assertTrue(edit(second).control(field(0, "prerequisites")).text().contains("not there any more"));
    }
}

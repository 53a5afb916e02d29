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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every view of roadmaps with all that can be opened in it, that of a new roadmap with nothing in it too, and what the
 * forms of a recommendation say when something is wrong with them.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class RoadmapViewsTest
{
    private static final String VIEW = "view";

    private static final String FOCUS = "autofocus";

    private static final String NOTES = "interviewNotes";

    private static final String REASON = "followupReason";

    private static final String SAMPLE = "Crowdsourcing.AgainstCorruption.Roadmap.";

    private static final List<String> VIEWS = List.of("", "?cs_view=timeline", "?cs_view=actor", "?cs_view=state",
        "?cs_view=costs", "?cs_view=followup", "?cs_view=selection", "?cs_view=progress", "?cs_view=print",
        "?language=es");

    private static String roadmap;

    private static String recommendation;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        roadmap = admin.create(Stage.page("InitiativeClass"), "createRoadmap",
            "Views: v1.0 \"now\" <b> \u0644\u064A\u0644\u0649 \uD83D\uDD25 " + "Donaudampfschiff".repeat(6));
        String step = "StepClass_";
        recommendation = admin.create(
            admin.create(Stage.page("InitiativeClass"), "createRoadmap", "Views of forms"), "createRecommendation",
            "Forms: \"all\" " + "Wort".repeat(20), step + "0_title", "First " + "Schritt".repeat(12), step + "1_title",
            "\u0627\u0644\u062E\u0637\u0648\u0629 2");
    }

    static Stream<Account> everybodyOfTheSample()
    {
        return Stream.of(Account.GUEST, Account.demo("expert"), Account.demo("editor"));
    }

    private static List<String> problems(Browser browser, List<String> paths)
    {
        List<String> problems = new ArrayList<>();
        for (String path : paths) {
            browser.open(path);
            browser.run("document.querySelectorAll('details').forEach(part => part.open = true)");
            browser.violations().forEach(violation -> problems.add(path + ": " + violation));
            browser.overflow().forEach(element -> problems.add(path + ": wider than 320 px: " + element));
            // The board shows the ideas of all tests, and some of them type Velocity.
            Reading.problems(browser.page()).stream().filter(problem -> !problem.startsWith("raw Velocity"))
                .forEach(problem -> problems.add(path + ": " + problem));
        }
        return problems;
    }

    private static List<String> paths(String page, List<String> views)
    {
        return views.stream().map(view -> WikiClient.path(VIEW, page) + view).toList();
    }

    @ParameterizedTest
    @MethodSource("everybodyOfTheSample")
    @EmbeddedOnly("the sample")
    void everyViewOfTheSampleIsAccessible(Account account, Browser browser)
    {
        List<String> paths = new ArrayList<>(paths(SAMPLE + "WebHome", VIEWS));
        paths.addAll(paths(SAMPLE + "V1", List.of("", "?cs_view=timeline", "?cs_view=costs", "?cs_view=print")));
        paths.addAll(paths(SAMPLE + "TwoDoors.WebHome", List.of("", "?cs_history=1", "?cs_view=chain")));
        paths.addAll(paths("Crowdsourcing.AgainstCorruption.WebHome", List.of("?cs_view=import")));
        paths.addAll(paths("Crowdsourcing.AgainstCorruption.Measuring.Brief.WebHome", List.of("?cs_view=used")));
        assertEquals(List.of(), problems(browser.login(account), paths));
    }

    @Test
    void anEmptyRoadmapIsAccessible(Browser browser)
    {
        assertEquals(List.of(), problems(browser.login(Account.of("editor")), paths(roadmap, VIEWS)));
        List<String> paths = new ArrayList<>(paths(recommendation, List.of("", "?cs_view=chain", "?cs_history=1")));
        paths.add(WikiClient.path("edit", recommendation) + "?force=1");
        assertEquals(List.of(), problems(browser, paths));
    }

    @Test
    @EmbeddedOnly("the sample")
    void theSampleHasAVersionToCiteWhoseLinksLeadToThisWiki()
    {
        WikiClient guest = TestWiki.client(Account.GUEST);
        WikiPage page = guest.get(WikiClient.path(VIEW, SAMPLE + "WebHome"));
        assertTrue(page.has(".cs-roadmap > p a[href$='/Roadmap/V1']"), page.text());
        WikiPage version = guest.get(WikiClient.path(VIEW, SAMPLE + "V1"));
        String source = version.document().selectFirst(".cs-notes a[href*='cs_at=']").attr("href");
        assertTrue(guest.get(source).text().contains("two doors"), source);
        assertTrue(version.document().selectFirst(".cs-how-to-cite .cs-citation").text()
            .endsWith(version.uri().toString()), version.text());
        assertTrue(version.text().contains("Petra Partner: It can be published"), version.text());
        assertFalse(guest.get(WikiClient.path(VIEW, SAMPLE + "V1") + "?cs_view=timeline").has(".cs-step-overdue"),
            "What became of it is not for the version to say");
    }

    private static WikiPage view(String role)
    {
        return TestWiki.client(Account.of(role)).get(WikiClient.path(VIEW, recommendation));
    }

    @Test
    void whoComesSecondIsToldAndKeepsWhatWasTyped()
    {
        WikiForm late = view("curator").actionForm("saveInterview").set(NOTES, "Second notes");
        assertEquals(200, view("editor").actionForm("saveInterview").set(NOTES, "First notes").submit().status());
        WikiPage refused = late.submit();
        assertEquals(409, refused.status());
        assertEquals("Second notes", refused.actionForm("saveInterview").get(NOTES));
        assertTrue(view("editor").text().contains("First notes"), "Kept");
        late = view("curator").actionForm("setFollowUp").set("followup", "done").set(REASON, "Second");
        assertEquals(200,
            view("editor").actionForm("setFollowUp").set("followup", "stalled").set(REASON, "First").submit().status());
        refused = late.submit();
        assertEquals(409, refused.status());
        assertEquals("Second", refused.actionForm("setFollowUp").get(REASON));
        assertTrue(refused.document().selectFirst(".cs-form-setFollowUp .cs-errors").hasAttr(FOCUS), "What is wrong");
    }

    @Test
    void whatIsWrongIsSaidAtItsField()
    {
        WikiPage refused = view("editor").actionForm("quoteContribution").set("contribution", "No.Such").submit();
        assertEquals(404, refused.status());
        assertTrue(refused.has("[name=contribution][aria-invalid=true][autofocus]"), refused.text());
        assertEquals("No.Such", refused.actionForm("quoteContribution").get("contribution"));
        refused = view("editor").actionForm("reportSteps").set("followup", "started").set("followupNote", "Kept")
            .submit();
        assertEquals(400, refused.status());
        assertTrue(refused.has("fieldset[aria-describedby] input[name=steps][autofocus]"), refused.text());
        assertEquals("Kept", refused.actionForm("reportSteps").get("followupNote"));
    }

    @Test
    void twoClicksMakeOneThing(Browser browser)
    {
        String initiative = Stage.page("InitiativeClass");
        browser.login(Account.ADMIN).open(WikiClient.path(VIEW, initiative));
        browser.run("document.querySelectorAll('details').forEach(part => part.open = true)");
        browser.form("createRoadmap").write("title", "Clicked twice");
        browser.run("const form = document.querySelector('.cs-form-createRoadmap');"
            + " form.requestSubmit(); form.requestSubmit();");
        browser.open(WikiClient.path(VIEW, initiative));
        assertEquals(1, browser.driver().findElements(By.linkText("Clicked twice")).size(), browser.text());
    }
}

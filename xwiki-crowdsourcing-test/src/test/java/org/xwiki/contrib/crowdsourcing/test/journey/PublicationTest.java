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

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From the review of a roadmap to its published versions, their withdrawal, and a draft of them elsewhere.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationTest
{
    private static final String TITLE = "Published: v1.0 \"now\" <b> \u0644\u064A\u0644\u0649 \uD83D\uDD25";

    private static final String FIRST = "A register: <1> & \"2\"";

    private static final String OBJECTION = "The figure of 2016 is <wrong>.";

    private static final String STEP = "StepClass_";

    private static final String FILE = "/bin/get/Crowdsourcing/Code/RoadmapFile?outputSyntax=plain&roadmap=";

    private static String roadmap;

    private static String first;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        roadmap = admin.create(Stage.page("InitiativeClass"), "createRoadmap", TITLE, "startsOn", "2026-01-05",
            "currency", "MXN", "summary", "What **we** do. {{html}}<script>alert(1)</script>{{/html}}");
        first = admin.create(roadmap, "createRecommendation", FIRST, "priority", "1", "problem", "Nobody //knows//.",
            "examples", "| Kenya | register | works", "costBand", "upto10k", "deskResearch", "1", "deskReference",
            "OECD, 2016", STEP + "0_title", "Ask", STEP + "0_actor", "=Treasury()", STEP + "0_start", "0",
            STEP + "0_aggressive", "10", STEP + "0_conservative", "15", STEP + "0_durationUnit", "workingdays",
            STEP + "0_amount", "1500.50", STEP + "0_risk", "Nobody answers.", STEP + "0_metric", "Ten answers.");
        admin.create(roadmap, "createRecommendation", "A page for all", "priority", "2", "deskResearch", "1",
            "deskReference", "Notes");
    }

    private static WikiPage view(Account account, String page, String query)
    {
        return TestWiki.client(account).get(WikiClient.path("view", page) + query);
    }

    private static WikiPage view(Account account)
    {
        return view(account, roadmap, "");
    }

    private static String version(int number)
    {
        return roadmap.replaceAll("WebHome$", "V" + number);
    }

    private static WikiForm editStep()
    {
        return TestWiki.client(Account.of("editor")).edit(first).editForm();
    }

    @Test
    @Order(1)
    void reviewersAreUsersWhoMayRead()
    {
        WikiPage refused = view(Account.of("editor")).actionForm("startReview")
            .set("reviewers", "XWiki.Nobody\n" + Account.of("expert").page()).submit();
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("\u201CXWiki.Nobody\u201D is no user"), refused.text());
        assertTrue(refused.actionForm("startReview").get("reviewers").contains("XWiki.Nobody"), "Kept");
        assertEquals(400, view(Account.of("editor")).actionForm("startReview").set("reviewers", " ").submit().status());
        WikiPage asked = view(Account.of("editor")).actionForm("startReview")
            .set("reviewers", Account.of("expert").page()).submit();
        assertTrue(asked.text().contains("In review") && asked.text().contains("No answer yet"), asked.text());
        assertFalse(view(Account.of("observer")).has("input[value=answerReview]"), "Nobody asked the observer");
    }

    @Test
    @Order(2)
    void onlyWhoWasAskedAnswers()
    {
        WikiForm form = view(Account.of("expert")).actionForm("answerReview");
        WikiPage refused = form.set("answer", "object").submit();
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Say what has to change"), refused.text());
        WikiClient observer = TestWiki.client(Account.of("observer"));
        assertEquals(403, observer.post(WikiClient.path("view", roadmap), "form_token", observer.token(), "cs_action",
            "answerReview", "cs_target", roadmap, "answer", "approve").status());
        WikiPage answered = view(Account.of("expert")).actionForm("answerReview").set("answer", "object")
            .set("text", OBJECTION).submit();
        assertTrue(answered.text().contains(OBJECTION), answered.text());
        assertFalse(view(Account.GUEST).text().contains(OBJECTION), "The review is not public yet");
    }

    @Test
    @Order(3)
    void anObjectionAndAMissingSourceRefuse()
    {
        WikiClient editor = TestWiki.client(Account.of("editor"));
        assertFalse(view(Account.of("editor")).has("input[value=publishRoadmap]"), "Not offered");
        WikiPage refused = editor.post(WikiClient.path("view", roadmap), "form_token", editor.token(), "cs_action",
            "publishRoadmap", "cs_target", roadmap, "reason", "I insist.");
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("objects") && refused.text().contains("Only the owner")
            && refused.text().contains("The step \u201CAsk\u201D"), refused.text());
        WikiPage owner = view(Account.of("owner"));
        assertTrue(owner.document().select(".infomessage li:has(a)").eachText().toString().contains("Ask"), "With a link");
        refused = owner.actionForm("publishRoadmap").set("reason", "  ").submit();
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Say why it is published nevertheless"), refused.text());
        editStep().set("Crowdsourcing.Code.StepClass_0_deskResearch", "1")
            .set("Crowdsourcing.Code.StepClass_0_deskReference", "OECD, 2016").submit("action_save");
    }

    private static String reviews()
    {
        return view(Account.of("editor")).document().select(".cs-reviews").text();
    }

    @Test
    @Order(4)
    void publishedWhenTheReviewerAgrees()
    {
        assertTrue(reviews().contains("Answered before the last change of the draft"), reviews());
        view(Account.of("expert")).actionForm("answerReview").set("answer", "approve").set("text", "Fine now.").submit();
        assertFalse(reviews().contains("before the last change"), reviews());
        WikiPage published = view(Account.of("editor")).actionForm("publishRoadmap").submit();
        assertEquals(200, published.status(), published.text());
        WikiPage version = view(Account.GUEST, version(1), "");
        assertEquals(200, version.status());
        assertTrue(version.text().contains("How to cite it") && version.text().contains("Nobody knows.")
            && version.text().contains("OECD, 2016") && version.text().contains("May be quoted.")
            && version.text().contains("Fine now."), version.text());
        assertFalse(version.document().select(".cs-version script").toString().contains("alert(1)"));
        String json = TestWiki.client(Account.GUEST).get(FILE + WikiClient.encode(version(1))).body();
        assertTrue(json.contains("\"schema\" : \"urn:xwiki-contrib-crowdsourcing:roadmap:1\"")
            && json.contains("\"amount\" : \"1500.50\""), json);
    }

    @Test
    @Order(5)
    void aVersionNeverChanges()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String before = view(Account.GUEST, version(1), "").document().select(".cs-version").html();
        for (String[] field : List.of(new String[] {"title", "Other"}, new String[] {"content", "Other"},
            new String[] {"Crowdsourcing.Code.RoadmapVersionClass_0_content", "{}"})) {
            WikiPage answer = admin.post(WikiClient.path("save", version(1)), "form_token", admin.token(), field[0],
                field[1], "xvalidate", "1");
            assertTrue(answer.text().contains("A published version never changes"), answer.toString());
            if (Stage.isRefusedByTheWiki(answer)) {
                LogCapture.take();
            }
        }
        assertEquals(before, view(Account.GUEST, version(1), "").document().select(".cs-version").html());
    }

    @Test
    @Order(6)
    void theNextDraftLeavesTheVersionAsItIs()
    {
        view(Account.of("editor")).actionForm("newDraft").submit();
        editStep().set("Crowdsourcing.Code.StepClass_0_title", "Ask everybody")
            .set("Crowdsourcing.Code.StepClass_0_metric", "Twenty answers.").submit("action_save");
        view(Account.of("editor")).actionForm("publishRoadmap").submit();
        assertTrue(view(Account.GUEST, version(2), "").text().contains("Twenty answers."));
        WikiPage old = view(Account.GUEST, version(1), "");
        assertTrue(old.text().contains("Ten answers.") && old.text().contains("newer version: 2"), old.text());
        assertFalse(old.text().contains("Twenty"), old.text());
        assertEquals(2, view(Account.GUEST).document().select(".cs-versions li").size());
    }

    @Test
    @Order(7)
    void stepsAsATable()
    {
        String csv = TestWiki.client(Account.GUEST).get(FILE + WikiClient.encode(roadmap) + "&format=csv").body();
        assertTrue(csv.contains("'=Treasury()") && csv.contains("1500.50,MXN"), csv);
        assertEquals(404, TestWiki.client(Account.GUEST).get(FILE + "Crowdsourcing.Nothing.WebHome").status());
        assertTrue(TestWiki.client(Account.GUEST).get("/bin/get/Crowdsourcing/Code/RoadmapFile?schema=1").body()
            .contains("2020-12/schema"));
    }

    @Test
    @Order(8)
    void elsewhereItIsADraftOfTheSame()
    {
        WikiClient editor = TestWiki.client(Account.of("editor"));
        String file = editor.get(FILE + WikiClient.encode(version(2))).body();
        String view = WikiClient.path("view", Stage.page("InitiativeClass")) + "?cs_view=import";
        WikiPage checked = editor.get(view).actionForm("importRoadmap").set("file", file).submit("cs_preview");
        assertTrue(checked.text().contains("2 recommendations, one step"), checked.text());
        WikiPage broken = editor.get(view).actionForm("importRoadmap")
            .set("file", file.replace("\"1500.50\"", "-1").replaceFirst("\"upto10k\"", "\"cheap\"")).submit();
        assertEquals(400, broken.status());
        assertEquals(List.of("/recommendations/0/costBand", "/recommendations/0/steps/0/cost/amount"),
            broken.document().select(".cs-problems code").eachText());
        assertTrue(broken.actionForm("importRoadmap").get("file").contains("\"cheap\""), "Kept");
        WikiPage done = editor.get(view).actionForm("importRoadmap").set("file", file).set("withFollowUp", "1").submit();
        assertEquals(200, done.status(), done.text());
        assertTrue(done.text().contains("Imported from") && done.text().contains("Draft"), done.text());
        String made = WikiClient.reference(done.uri().toString().replaceFirst("[?#].*", ""));
        String again = editor.get(FILE + WikiClient.encode(made)).body();
        assertEquals(withoutIdentities(file), withoutIdentities(again));
        assertEquals(200, TestWiki.client(Account.of("owner")).get(WikiClient.path("view", made))
            .actionForm("undoRoadmapImport").submit().status());
        assertEquals(404, editor.get(WikiClient.path("view", made)).status());
    }

    /** Where it is, when and by whom it was published, and where it came from. */
    private static String withoutIdentities(String file)
    {
        return file.replaceAll("(?s)\"publication\" : \\{.*?\\n  \\},?", "").replaceAll("(?s)\"origins\" : .*", "")
            .replaceAll("(?m)^  \"address\".*$", "").replaceAll("[,\\s}\\]]+$", "").replaceAll("\\s+", " ");
    }

    @Test
    @Order(9)
    void readableForEverybody(Browser browser)
    {
        browser.login(Account.GUEST);
        for (String path : List.of(WikiClient.path("view", roadmap), WikiClient.path("view", roadmap) + "?cs_view=print",
            WikiClient.path("view", roadmap) + "?cs_view=progress", WikiClient.path("view", version(2)),
            WikiClient.path("view", version(2)) + "?cs_view=timeline",
            WikiClient.path("view", version(2)) + "?cs_view=costs",
            WikiClient.path("view", version(2)) + "?cs_view=print")) {
            browser.open(path);
            assertEquals(List.of(), browser.violations(), path);
            browser.narrow();
            assertEquals(List.of(), browser.overflow(), path);
            browser.wide();
        }
        browser.login(Account.of("editor")).open(WikiClient.path("view", roadmap));
        assertEquals(List.of(), browser.violations());
        browser.open(WikiClient.path("view", Stage.page("InitiativeClass")) + "?cs_view=import");
        assertEquals(List.of(), browser.violations());
        browser.form("importRoadmap").write("file", "{}").send();
        assertTrue(browser.text().contains("is missing"), browser.text());
    }

    @Test
    @Order(10)
    void withdrawnWithAReasonEverywhere()
    {
        WikiPage refused = view(Account.of("editor")).actionForm("withdrawRoadmap").submit();
        assertEquals(400, refused.status());
        WikiForm old = view(Account.of("editor")).actionForm("withdrawRoadmap");
        view(Account.of("editor")).actionForm("withdrawRoadmap").set("reason", "A figure was <wrong>.").submit();
        assertEquals(409, old.set("reason", "Twice").submit().status());
        for (String page : List.of(roadmap, version(1), version(2))) {
            WikiPage shown = view(Account.GUEST, page, "");
            assertEquals(200, shown.status());
            assertTrue(shown.document().select(".cs-withdrawn").text().contains("A figure was <wrong>."), shown.text());
        }
        view(Account.of("editor")).actionForm("newDraft").submit();
        view(Account.of("editor")).actionForm("publishRoadmap").submit();
        assertTrue(view(Account.GUEST, version(3), "").document().select(".cs-withdrawn").isEmpty());
        assertFalse(view(Account.GUEST, version(2), "").document().select(".cs-withdrawn").isEmpty());
    }
}

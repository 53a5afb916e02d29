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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Paths;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From a long list of candidates, which two people score without seeing each other's scores, to those that are chosen,
 * signed off, dropped, split and merged; and what is declared at the launch.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DefineTest
{
    private static final String SCORING = "?cs_view=scoring";

    private static final String SCORE = "scoreChallenge";

    private static final String SECRET = "tyrannosaurus";

    private static final Account CURATOR = Account.of("curator");

    private static final Account PARTNER = Account.of("partner");

    private static final String COURTS = "Courts: \"late\" v1.0 \uD83D\uDD25";

    private static String initiative;

    private static String courts;

    private static String police;

    private static String money;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String groups = Stage.SPACE + ".Groups.";
        initiative = admin.create(Stage.homes().get(0), "createInitiative", "Which challenges? <b> \u0644\u064A\u0644\u0649",
            "phase", "define", "commitment", "supplementary", "inputUse", "As //advice//.", "responseDays", "20",
            "partnersGroup", groups + "partner", "curatorsGroup", groups + "curator", "CriterionClass_0_title",
            "Impact <i>", "CriterionClass_0_weight", "3", "CriterionClass_0_description", "1: a few, 5: all",
            "CriterionClass_1_title", "Feasible");
        courts = admin.create(initiative, "createChallenge", COURTS, "question", "Why are courts late?");
        police = admin.create(initiative, "createChallenge", "Police", "question", "Who is stopped?");
        money = admin.create(initiative, "createChallenge", "Money");
    }

    private static WikiPage view(Account account, String page, String query)
    {
        return TestWiki.client(account).get(WikiClient.path("view", page) + query);
    }

    private static WikiForm scores(WikiForm form, String... values)
    {
        List<String> fields = fields(form);
        assertEquals(values.length, fields.size());
        for (int i = 0; i < values.length; i++) {
            form.set(fields.get(i), values[i]);
        }
        return form;
    }

    private static List<String> fields(WikiForm form)
    {
        return form.names().stream().filter(name -> name.startsWith("score-")).toList();
    }

    private static String row(Document page, String title)
    {
        Element row = page.select("tr").stream()
            .filter(candidate -> candidate.select("th").text().startsWith(title)).findFirst().orElseThrow();
        return row.text();
    }

    @Test
    @Order(1)
    void scoringIsOpenedByACuratorForThoseWhoScore()
    {
        WikiPage before = view(PARTNER, initiative, SCORING);
        assertTrue(before.text().contains("has not been opened"), before.text());
        assertFalse(before.has("form.cs-form-" + SCORE));
        assertFalse(view(Account.of("expert"), initiative, "").body().contains(SCORING), "Not for others");
        assertTrue(view(Account.of("expert"), initiative, SCORING).text().contains("for the owner, the curators"));
        WikiPage opened = view(CURATOR, initiative, SCORING).actionForm("setScoring").submit();
        assertEquals(200, opened.status(), opened.toString());
        assertTrue(opened.text().contains("The scoring is open"), opened.text());
        assertFalse(view(PARTNER, initiative, SCORING).has("form.cs-form-setScoring"), "A partner scores");
        assertTrue(view(PARTNER, initiative, SCORING).text().contains("You have scored 0 of 3"));
    }

    @Test
    @Order(2)
    void badScoresAreRefusedAtTheirField()
    {
        WikiForm form = view(PARTNER, courts, SCORING).actionForm(SCORE);
        WikiPage bad = scores(form, "9", "").set("note", "Kept <b>").submit();
        assertEquals(400, bad.status(), bad.toString());
        assertEquals(2, bad.document().select(".cs-form-scoreChallenge [aria-invalid=true][aria-describedby]").size());
        WikiForm kept = bad.actionForm(SCORE);
        assertEquals("9", kept.get(fields(kept).get(0)));
        assertEquals("Kept <b>", kept.get("note"));
        assertTrue(bad.text().contains("Please score \u201CFeasible\u201D"), bad.text());
        WikiPage elsewhere = scores(view(PARTNER, initiative, SCORING).actionForm(SCORE), "6", "x").submit();
        assertEquals(400, elsewhere.status(), elsewhere.toString());
        assertEquals("x", elsewhere.actionForm(SCORE).get(fields(elsewhere.actionForm(SCORE)).get(1)));
    }

    @Test
    @Order(3)
    void twoPeopleScoreWithoutSeeingEachOther(Browser browser)
    {
        WikiForm old = view(PARTNER, courts, SCORING).actionForm(SCORE);
        assertEquals(200, scores(view(PARTNER, courts, SCORING).actionForm(SCORE), "5", "3")
            .set("note", "The " + SECRET).submit().status());
        assertEquals(409, scores(old, "1", "1").submit().status(), "Given in another tab");
        WikiPage own = view(PARTNER, courts, SCORING);
        assertEquals("5", own.actionForm(SCORE).get(fields(own.actionForm(SCORE)).get(0)));
        // With the keyboard alone.
        browser.login(CURATOR).open(WikiClient.path("view", courts) + SCORING);
        assertEquals(List.of(), browser.violations());
        typeScores(browser, "2", "3");
        assertTrue(browser.text().contains("Look at what the others gave"), browser.text());
        assertFalse(browser.driver().getPageSource().contains(SECRET), "Not before one looks");
        for (Account account : List.of(CURATOR, Account.of("researcher"), Account.of("expert"), Account.GUEST)) {
            for (String path : paths()) {
                assertFalse(TestWiki.client(account).get(path).body().contains(SECRET), account + " " + path);
            }
        }
        // Errors of the wiki itself on paths that it does not have are its own.
        LogCapture.take();
        assertFalse(row(view(CURATOR, initiative, SCORING).document(), "Courts").contains("3.5"), "No mean yet");
        forgedScoresAreRefused();
        WikiPage looked = view(CURATOR, courts, SCORING).actionForm("lookAtScores").submit();
        assertEquals(200, looked.status(), looked.toString());
        // (3*5+3)/4 = 4.5 and (3*2+3)/4 = 2.25: their mean is 3.38 (3.375), their spread 1.13 (1.125).
        assertTrue(looked.text().contains("3.38") && looked.text().contains("1.13"), looked.text());
        assertTrue(looked.body().contains(SECRET), "Who scored it and looks reads why");
        assertFalse(looked.has("form.cs-form-scoreChallenge"), "What was given is final then");
        assertFalse(view(PARTNER, courts, SCORING).text().contains("3.38"), "The other has not looked");
        browser.open(WikiClient.path("view", initiative) + SCORING);
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
    }

    private static List<String> paths()
    {
        List<String> result = new ArrayList<>(Paths.of(sheet(), "Crowdsourcing.Code.ScoreClass", SECRET.substring(0, 7)));
        for (String page : List.of(initiative, courts)) {
            result.add(WikiClient.path("view", page));
            result.add(WikiClient.path("view", page) + SCORING);
        }
        result.add(file());
        return result;
    }

    private static String sheet()
    {
        return sheet(PARTNER.page());
    }

    private static String sheet(String user)
    {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
            return courts.replaceAll("WebHome$", "Scores.s" + HexFormat.of().formatHex(hash).substring(0, 24));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file()
    {
        return WikiClient.path("get", "Crowdsourcing.Code.ExpertData") + "?outputSyntax=plain&scores="
            + WikiClient.encode(initiative);
    }

    private static void forgedScoresAreRefused()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        String forged = sheet(Account.of("owner").page());
        curator.post(WikiClient.path("save", forged), "template", "", "content", "x", "objectPolicy",
            "updateOrCreate", "Crowdsourcing.Code.ScoreClass_0_user", Account.of("owner").page(),
            "Crowdsourcing.Code.ScoreClass_0_scores", "a=5", "form_token", curator.token());
        assertEquals(404, TestWiki.client(Account.ADMIN).get(WikiClient.path("view", forged)).status());
        WikiClient expert = TestWiki.client(Account.of("expert"));
        assertEquals(403, expert.post(WikiClient.path("view", courts), "cs_action", SCORE, "cs_target", courts,
            "form_token", expert.token()).status());
        assertEquals(200, view(PARTNER, sheet(), "").status(), "The writer may read it");
        int refused = view(CURATOR, sheet(), "").status();
        assertTrue(refused == 401 || refused == 403, "Nobody else, " + refused);
    }

    @Test
    @Order(4)
    void resultsOpenWhenTheScoringIsClosed()
    {
        for (String page : List.of(police, money)) {
            assertEquals(200,
                scores(view(PARTNER, page, SCORING).actionForm(SCORE), "4", "4").submit().status());
        }
        assertTrue(view(PARTNER, initiative, SCORING).text().contains("You have scored every candidate"));
        WikiPage closed = view(CURATOR, initiative, SCORING).actionForm("setScoring").submit();
        assertTrue(closed.text().contains("the results are open"), closed.text());
        for (Account account : List.of(PARTNER, Account.of("expert"), Account.GUEST)) {
            WikiPage shown = view(account, initiative, SCORING);
            String late = row(shown.document(), "Courts");
            assertTrue(late.startsWith("3 ") && late.contains("3.38") && late.contains("1.13") && late.endsWith("2"),
                late);
            assertTrue(row(shown.document(), "Police").startsWith("1 "), "They share a rank");
            assertTrue(row(shown.document(), "Money").startsWith("1 "), "They share a rank");
            assertTrue(view(account, courts, SCORING).text().contains("Impact <i> (weight 3)"));
        }
        assertTrue(view(PARTNER, courts, SCORING).body().contains(SECRET), "For those who scored");
        assertFalse(view(Account.GUEST, courts, SCORING).body().contains(SECRET), "Who gave what is not public");
        String file = TestWiki.client(Account.GUEST).get(file()).body();
        assertTrue(file.contains("3,3.38,1.13,2.25,4.50,2,3.50,1.50,3.00,0.00"), file);
        assertFalse(file.contains(SECRET), file);
        assertEquals(400, TestWiki.client(PARTNER).post(WikiClient.path("view", courts), "cs_action", SCORE,
            "cs_target", courts, "form_token", TestWiki.client(PARTNER).token()).status(), "Closed");
    }

    @Test
    @Order(5)
    void partnersSignOff()
    {
        assertFalse(view(Account.of("expert"), police, "").has("form.cs-form-signOff"));
        WikiForm old = view(PARTNER, police, "").actionForm("signOff");
        WikiPage signed = view(PARTNER, police, "").actionForm("signOff").set("organisation", "Ministry <b>").submit();
        assertEquals(200, signed.status(), signed.toString());
        assertTrue(signed.text().contains("partner of the tests, Ministry <b>, "), signed.text());
        assertFalse(signed.has("form.cs-form-signOff"), "Once");
        assertEquals(400, old.submit().status());
        WikiPage bad = view(CURATOR, police, "").actionForm("recordSignOff").set("name", " ").set("signedOn", "x")
            .set("organisation", "Bank").submit();
        assertEquals(400, bad.status());
        assertEquals("Bank", bad.actionForm("recordSignOff").get("organisation"));
        bad.actionForm("recordSignOff").set("name", "Rita Recorded").set("signedOn", "2017-05-12").submit();
        WikiPage shown = view(Account.GUEST, police, "");
        assertTrue(shown.text().contains("Rita Recorded, Bank, May 12, 2017 recorded by curator"), shown.text());
        assertTrue(view(CURATOR, police, "").form("form.cs-form-withdrawSignOff:has([value=\"1\"][name=number])")
            .submit().text().contains("Ministry <b>"));
        assertFalse(view(Account.GUEST, police, "").text().contains("Rita Recorded"));
    }

    @Test
    @Order(6)
    void chosenAndDroppedWithATrail()
    {
        WikiForm late = view(CURATOR, money, "").actionForm("setChallengeState");
        WikiPage selected = view(CURATOR, police, "").actionForm("setChallengeState").set("state", "selected")
            .set("dropReason", "Best of all").submit();
        assertTrue(selected.text().contains("Proposed \u2192 becomes Selected Best of all"), selected.text());
        assertEquals(400, view(CURATOR, money, "").actionForm("setChallengeState").set("state", "dropped").submit()
            .status(), "Not without a reason");
        view(CURATOR, money, "").actionForm("setChallengeState").set("state", "dropped")
            .set("dropReason", "Others do <it>").submit();
        assertEquals(409, late.set("state", "selected").submit().status(), "Decided meanwhile");
        assertTrue(row(view(Account.GUEST, initiative, SCORING).document(), "Money").contains("Others do <it>"));
        WikiPage undone = view(CURATOR, money, "").actionForm("undoChoice").submit();
        assertTrue(undone.text().contains("Dropped \u2192 becomes Proposed"), undone.text());
        // With the editor of the wiki too.
        TestWiki.client(CURATOR).save(money, "Crowdsourcing.Code.ChallengeClass_0_state", "dropped",
            "Crowdsourcing.Code.ChallengeClass_0_dropReason", "By hand");
        assertTrue(view(Account.GUEST, money, "").text().contains("Proposed \u2192 becomes Dropped By hand"));
        WikiClient curator = TestWiki.client(CURATOR);
        for (String[] change : new String[][] {{"ChallengeLogClass_0_reason", "Rewritten"},
            {"ChallengeClass_0_state", "merged"}, {"ChallengeClass_0_successors", police}}) {
            curator.post(WikiClient.path("save", money), "Crowdsourcing.Code." + change[0], change[1], "form_token",
                curator.token());
        }
        WikiPage kept = view(Account.GUEST, money, "");
        assertFalse(kept.text().contains("Rewritten") || kept.text().contains("Merged into"), kept.text());
    }

    @Test
    @Order(7)
    void splitAndMergedAndTakenBack(Browser browser)
    {
        String split = "?cs_view=split";
        WikiPage bad = view(CURATOR, courts, split).actionForm("splitChallenge").set("parts", "Alone")
            .set("reason", "Kept").submit();
        assertEquals(400, bad.status());
        assertEquals("Alone", bad.actionForm("splitChallenge").get("parts").strip());
        WikiPage done = bad.actionForm("splitChallenge").set("parts", "Judges <i>\nFiles \"two\"").submit();
        assertEquals(200, done.status(), done.toString());
        assertTrue(done.text().contains("Split into: Judges <i>, Files \"two\""), done.text());
        String judges = WikiClient.reference(done.document().select("a:contains(Judges)").first().absUrl("href"));
        assertTrue(view(Account.GUEST, judges, "").text().contains("From: " + COURTS));
        assertTrue(row(view(Account.GUEST, initiative, SCORING).document(), "Courts").contains("Split into"));

        WikiPage none = view(CURATOR, judges, split).actionForm("mergeChallenges").submit();
        assertEquals(400, none.status());
        WikiForm merge = none.actionForm("mergeChallenges");
        assertFalse(none.text().contains("Courts:"), "It is no candidate any more");
        browser.login(CURATOR).open(WikiClient.path("view", judges) + split);
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        assertTrue(merge.set("others", police).set("reason", "The same").submit().text().contains("From: " + COURTS));
        WikiPage merged = view(Account.GUEST, police, "");
        assertTrue(merged.text().contains("Selected \u2192 becomes Merged (Judges <i>) The same"), merged.text());

        // What is named follows when it is renamed.
        TestWiki.client(Account.ADMIN).save(judges, "title", "Renamed judges");
        assertTrue(view(Account.GUEST, police, "").text().contains("Merged into: Renamed judges"));
        assertTrue(view(CURATOR, police, "").actionForm("undoChoice").submit().text()
            .contains("Merged \u2192 becomes Selected"));
        assertFalse(view(Account.GUEST, judges, "").text().contains("From: Police"));
        WikiPage back = view(CURATOR, courts, "").actionForm("undoChoice").submit();
        assertTrue(back.text().contains("Split \u2192 becomes Proposed"), back.text());
        assertTrue(view(Account.GUEST, judges, "").text().contains("was undone"), "The parts are dropped");
        browser.open(WikiClient.path("view", courts));
        assertEquals(List.of(), browser.violations());
    }

    @Test
    @Order(8)
    void whatIsDeclaredAtTheLaunchChangesWithANote()
    {
        String property = "Crowdsourcing.Code.InitiativeClass_0_";
        TestWiki.client(CURATOR).save(initiative, property + "responseDays", "25");
        assertFalse(view(Account.GUEST, initiative, "").text().contains("How it read before"), "Before the launch");
        view(CURATOR, initiative, "").actionForm("setPhase").set("phase", "source").submit();
        assertTrue(view(Account.GUEST, initiative, "").text().contains("Declared at the launch"));
        WikiPage refused = TestWiki.client(CURATOR).edit(initiative).editForm().set(property + "responseDays", "90")
            .set(property + "inputUse", "Maybe.").submit("action_save");
        assertTrue(refused.text().contains("say here what you changed"), refused.text());
        assertFalse(view(Account.GUEST, initiative, "").text().contains("Maybe."));
        TestWiki.client(CURATOR).edit(initiative).editForm().set(property + "responseDays", "90")
            .set(property + "inputUse", "Maybe.").set(property + "commitmentNote", "We need <time>")
            .submit("action_save");
        WikiPage shown = view(Account.GUEST, initiative, "");
        for (String text : List.of("Maybe.", "within 90 days", "We need <time>", "As advice.", "within 25 days",
            "curator of the tests")) {
            assertTrue(shown.text().contains(text), text + " in " + shown.text());
        }
        assertEquals("", TestWiki.client(CURATOR).edit(initiative).editForm().get(property + "commitmentNote").strip());
        TestWiki.client(CURATOR).save(initiative, property + "summary", "Needs no note");
        assertTrue(view(Account.GUEST, initiative, "").text().contains("Needs no note"));
        String idea = Stage.page("ContributionClass");
        assertTrue(view(Account.GUEST, idea, "").text().contains("How the input will be used"), "On every idea");
    }

    private static void typeScores(Browser browser, String first, String second)
    {
        WebElement field = browser.find(By.cssSelector(".cs-form-scoreChallenge input[type=number]"));
        field.sendKeys(first, Keys.TAB);
        WebElement next = browser.driver().switchTo().activeElement();
        next.sendKeys(second);
        browser.submit(By.id(next.getAttribute("id")));
    }
}

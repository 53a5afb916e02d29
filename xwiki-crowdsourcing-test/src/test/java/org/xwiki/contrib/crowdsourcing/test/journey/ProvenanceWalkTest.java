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
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserForm;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * One walk in a browser from an idea to a cluster, a recommendation, a step, a published roadmap and what became of it,
 * and as a guest all the way back to the expert, the session and the version of the brief that the idea spoke to, and
 * from these to the step again. Everybody begins at the page of the initiative and clicks.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvenanceWalkTest
{
    private static final String CHALLENGE =
        "Walking: \"who\" pays late, v1.0? <b> \u0644\u064A\u0644\u0649 \uD83D\uDD25";

    private static final String BRIEF = "Brief of the walk";

    private static final String PROBLEM = "One office in three pays late, say those who walked there.";

    private static final String SESSION = "Session: the walk, part 1";

    private static final String EXPERT = "Wanda O'Walk <i>";

    private static final String IDEA = "Print on each bill the day on which it must be paid, said on the walk.";

    private static final String OTHER = "Tell suppliers by telephone, said on the walk.";

    private static final String CLUSTER = "Say \"when\" & by whom";

    private static final String ROADMAP = "Roadmap of the walk: v1.0";

    private static final String STEP = "Print the day: 100%? <u>";

    private static final String INSISTENCE = "The council <waits> for it.";

    private static final String NOTE = "Three offices print it.";

    private static final String EVIDENCE = "Minutes & bills <2026>";

    private static final String LINK = "https://example.org/walk?a=1&b=2";

    private static final String SAVE = "action_save";

    private static final String PUBLISH = "publishRoadmap";

    private static final String STEP_FIELD = "Crowdsourcing.Code.StepClass_0_";

    private static final String BRIEF_VERSION = "brief version 1";

    private static final String USED = "Used in recommendations";

    private static final Account WALKER =
        new Account(Stage.SPACE + "Walker", UUID.randomUUID().toString(), "expert who walks");

    private static String initiative;

    private static String dialogue;

    private static String key;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String name = "XWiki.XWikiUsers_0_";
        admin.save(WALKER.page(), name + "first_name", "Wanda", name + "last_name", "of the walk", name + "password",
            WALKER.password(), name + "active", "1");
        admin.save(group("expert"), "XWiki.XWikiGroups_1_member", WALKER.page());
        admin.create(Stage.homes().get(1), "createExpert", EXPERT, "consent", "1", "user", WALKER.page(), "position",
            "Walker");
        initiative = admin.create(Stage.homes().get(0), "createInitiative", "Initiative of the walk: \"on foot\"",
            "phase", "dialogue", "owner", Account.of("owner").page(), "ownersGroup", group("owner"), "curatorsGroup",
            group("curator"), "editorsGroup", group("editor"), "expertsGroup", group("expert"));
        String challenge = admin.create(initiative, "createChallenge", CHALLENGE, "question", "Who?", "state",
            "selected");
        admin.create(challenge, "createBrief", BRIEF, "problem", PROBLEM, "rootCauses", "* Paper");
        dialogue = admin.create(challenge, "createDialogue", SESSION, "start", "2030-07-11T10:00",
            "timezone", "America/Mexico_City", "duration", "90");
        admin.get(WikiClient.path("view", dialogue)).actionForm("openDialogue").submit();
        admin.create(initiative, "createRoadmap", ROADMAP, "startsOn", "2026-01-05");
    }

    private static String group(String role)
    {
        return Stage.SPACE + ".Groups." + role;
    }

    /** Everybody begins there. */
    private static Browser begin(Browser browser, Account account)
    {
        return browser.login(account).open(WikiClient.path("view", initiative));
    }

    private static Browser edit(Browser browser)
    {
        return browser.follow(By.cssSelector("a.btn[href*='/bin/edit/']"));
    }

    private static void assertReads(Browser browser, String... texts)
    {
        String text = browser.text();
        for (String expected : texts) {
            assertTrue(text.contains(expected), "Expected: " + expected + "\nOn " + browser.url() + ":\n" + text);
        }
        assertEquals(List.of(), Reading.problems(browser.page()), browser.url());
    }

    /** What a step has below it: what it comes from, each with a link. */
    private static By source(String text)
    {
        return By.xpath("//tr[contains(@class, 'cs-step-more')]//a[contains(., \"" + text + "\")]");
    }

    private static By followUp(String state)
    {
        return By.xpath("//tr[contains(., '" + STEP + "')][contains(., '" + state + "')]//a[contains(., '" + STEP
            + "')]");
    }

    private static void assertAtTheStep(Browser browser)
    {
        assertTrue(browser.url().endsWith("#cs-step-0"), browser.url());
        assertTrue(browser.find(By.id("cs-step-0")).getText().contains(STEP), browser.text());
        assertReads(browser, IDEA, EXPERT, SESSION, BRIEF_VERSION);
    }

    @Test
    @Order(1)
    void theBriefIsFrozen(Browser browser)
    {
        begin(browser, Account.of("researcher")).follow(By.partialLinkText("Walking"));
        browser.follow(By.partialLinkText(BRIEF));
        browser.form("startWorkshop").send();
        browser.form("freeze").send();
        assertReads(browser, PROBLEM, "Frozen");
    }

    @Test
    @Order(2)
    void anExpertHasAnIdeaThatSpeaksToIt(Browser browser)
    {
        begin(browser, WALKER).follow(By.partialLinkText("Walking"));
        browser.follow(By.partialLinkText(SESSION));
        for (String text : List.of(OTHER, IDEA)) {
            browser.form("contribute").choose("kind", "idea").write("text", text).send();
            assertReads(browser, text, BRIEF_VERSION);
        }
        key = browser.url().replaceFirst(".*\\b(c[0-9a-z]{28})\\b.*", "$1");
    }

    @Test
    @Order(3)
    void aCuratorMakesAClusterOfIt(Browser browser)
    {
        begin(browser, Account.of("curator")).follow(By.partialLinkText(ROADMAP));
        browser.follow(By.partialLinkText("Select ideas"));
        for (WebElement box : browser.driver().findElements(By.name("cs_item"))) {
            // By keyboard.
            box.sendKeys(" ");
            assertTrue(box.isSelected());
        }
        browser.form("groupIdeas").write("clusterTitle", CLUSTER).send("cs_do");
        assertReads(browser, CLUSTER, "2 ideas");
    }

    @Test
    @Order(4)
    void anEditorMakesARecommendationOfItWithAStep(Browser browser)
    {
        begin(browser, Account.of("editor")).follow(By.partialLinkText(ROADMAP));
        browser.follow(By.partialLinkText("Select ideas"));
        browser.form("writeRecommendation").send();
        browser.click(By.cssSelector("details.cs-row-spare:has([name='" + STEP_FIELD + "title']) > summary"));
        BrowserForm form = browser.editForm();
        form.write("offset", "Saves time").write(STEP_FIELD + "title", STEP).write(STEP_FIELD + "actor", "Treasury")
            .write(STEP_FIELD + "start", "0").write(STEP_FIELD + "conservative", "1").send(SAVE);
        assertReads(browser, IDEA, OTHER, STEP, "no source yet", "Written from the cluster " + CLUSTER);
    }

    @Test
    @Order(5)
    void aReviewerObjectsAndTheOwnerCannotPublishAStepWithoutASource(Browser browser)
    {
        begin(browser, Account.of("editor")).follow(By.partialLinkText(ROADMAP));
        browser.form("startReview").write("reviewers", Account.of("researcher").page()).send();
        begin(browser, Account.of("researcher")).follow(By.partialLinkText(ROADMAP));
        browser.form("answerReview").choose("answer", "object").write("text", "Too soon.").send();

        begin(browser, Account.of("owner")).follow(By.partialLinkText(ROADMAP));
        assertReads(browser, "Too soon.");
        browser.form(PUBLISH).write("reason", INSISTENCE).send();
        assertReads(browser, "The step \u201C" + STEP + "\u201D of \u201C" + CLUSTER + "\u201D names no source");
        assertEquals(INSISTENCE, browser.find(By.name("reason")).getDomProperty("value"), "Kept");
        assertTrue(browser.find(By.name("reason")).isDisplayed(), "Where it was");
        browser.follow(By.xpath("//li[contains(., '" + STEP + "')]/a[contains(., 'Put it right')]"));
        assertTrue(browser.find(By.id("cs-step-0")).getText().contains(STEP), browser.text());
    }

    @Test
    @Order(6)
    void theStepGetsItsSourceInTheFormAndIsPublished(Browser browser)
    {
        begin(browser, Account.of("owner")).follow(By.partialLinkText(ROADMAP));
        browser.follow(By.xpath("//li[contains(., '" + STEP + "')]/a[contains(., 'Put it right')]"));
        edit(browser);
        browser.editForm().write(STEP_FIELD + "sources", dialogue.replaceAll("WebHome$", key)).send(SAVE);
        assertFalse(browser.text().contains("no source yet"), browser.text());
        assertTrue(browser.find(source("Print on each bill")).isDisplayed());

        browser.follow(By.linkText(ROADMAP));
        browser.form(PUBLISH).write("reason", INSISTENCE).send();
        assertReads(browser, "Published", "version 1", CLUSTER);
        assertFalse(browser.has(By.cssSelector("input[name=cs_action][value=" + PUBLISH + "]")), "Published already");
    }

    @Test
    @Order(7)
    void anEditorSaysWhatBecameOfTheStep(Browser browser)
    {
        begin(browser, Account.of("editor")).follow(By.partialLinkText(ROADMAP));
        browser.follow(By.linkText(CLUSTER));
        browser.click(By.xpath("//summary[contains(., 'Say what became of it')]"));
        browser.form("reportStep-0").choose("followup", "started").write("followupOn", "2026-02-02")
            .write("followupNote", NOTE).write("followupEvidence", EVIDENCE).write("followupLink", LINK).send();
        assertReads(browser, NOTE, EVIDENCE);
    }

    @Test
    @Order(8)
    void aGuestReadsWhatBecameOfIt(Browser browser)
    {
        begin(browser, Account.GUEST).follow(By.partialLinkText(ROADMAP));
        browser.follow(By.linkText("What became of it"));
        assertReads(browser, STEP, "Started", "February 2, 2026", NOTE);
        assertEquals(LINK, browser.find(By.partialLinkText("Minutes")).getDomAttribute("href"));
        browser.follow(followUp("Started"));
        assertAtTheStep(browser);
    }

    @Test
    @Order(9)
    void fromTheStepToTheIdeaTheExpertTheSessionAndTheBrief(Browser browser)
    {
        begin(browser, Account.GUEST).follow(By.partialLinkText(ROADMAP));
        browser.follow(By.linkText(CLUSTER));
        String recommendation = browser.url();
        browser.follow(source("Print on each bill"));
        assertReads(browser, SESSION, IDEA);
        assertTrue(browser.find(By.id(key)).getText().contains(IDEA), browser.text());

        browser.open(recommendation).follow(source(SESSION));
        assertReads(browser, SESSION, IDEA, OTHER);
        browser.open(recommendation).follow(source(EXPERT));
        assertReads(browser, EXPERT, "Walker");
        browser.open(recommendation).follow(source(BRIEF_VERSION));
        assertTrue(browser.url().endsWith("/V1"), browser.url());
        assertReads(browser, "This is version 1 of", BRIEF, PROBLEM);
    }

    @Test
    @Order(10)
    void fromThePublishedVersionToTheIdeaAndOn(Browser browser)
    {
        begin(browser, Account.GUEST).follow(By.partialLinkText(ROADMAP));
        browser.click(By.cssSelector("details.cs-versions > summary"));
        browser.follow(By.cssSelector("details.cs-versions a"));
        assertReads(browser, CLUSTER, STEP, IDEA);
        By note = By.xpath("//th[contains(., '" + STEP + "')]/a[contains(@class, 'cs-note')]");
        String target = browser.find(note).getDomAttribute("href").substring(1);
        browser.click(note);
        assertTrue(browser.url().endsWith('#' + target), browser.url());
        browser.follow(By.cssSelector('#' + target + " a"));
        assertTrue(browser.url().endsWith("/" + key), browser.url());
        String idea = browser.url();
        assertReads(browser, IDEA, "Used in: " + CLUSTER, BRIEF_VERSION);

        browser.follow(By.xpath("//figcaption//a[contains(., 'profile')]"));
        assertReads(browser, EXPERT, "Walker");
        browser.open(idea).follow(By.xpath("//figcaption//a[contains(., '" + SESSION + "')]"));
        assertTrue(browser.find(By.id(key)).getText().contains(IDEA), browser.text());
        browser.open(idea).follow(By.linkText(BRIEF_VERSION));
        assertTrue(browser.url().endsWith("/V1"), browser.url());
        assertReads(browser, PROBLEM);
    }

    @Test
    @Order(11)
    void fromTheExpertAndTheVersionOfTheBriefToTheStep(Browser browser)
    {
        begin(browser, Account.GUEST).follow(By.partialLinkText(ROADMAP));
        browser.follow(By.linkText(CLUSTER));
        String recommendation = browser.url();
        for (String from : List.of(EXPERT, BRIEF_VERSION)) {
            browser.open(recommendation).follow(source(from));
            browser.follow(By.linkText(USED));
            assertReads(browser, CLUSTER, STEP);
            assertEquals(List.of(), browser.violations(), from);
            browser.follow(By.cssSelector(".cs-used-in a[href$='#cs-step-0']"));
            assertAtTheStep(browser);
        }
        // And from the challenge by its brief.
        begin(browser, Account.GUEST).follow(By.partialLinkText("Walking"));
        browser.follow(By.partialLinkText(BRIEF)).follow(By.linkText(USED));
        browser.follow(By.cssSelector(".cs-used-in a[href$='#cs-step-0']"));
        assertAtTheStep(browser);
    }
}

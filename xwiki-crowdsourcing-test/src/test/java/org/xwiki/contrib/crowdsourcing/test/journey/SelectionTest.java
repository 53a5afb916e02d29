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

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From ideas to a cluster, a recommendation, a step and a published roadmap, and back from the step to the expert and the
 * version of the brief.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SelectionTest
{
    private static final String CHALLENGE = "Selecting: \"what\" now? <b> \uD83D\uDD25";

    private static final String SESSION = "Session of the selection";

    private static final String IDEA = "Publish what each office owes, selected <i>.";

    private static final String OTHER = "Tell suppliers when they are paid, selected.";

    private static final String GONE = "Will be deleted, selected.";

    private static final String CLUSTER = "See \"what\" is owed <u> \u0644\u064A\u0644\u0649";

    private static final String EXPERT = "Eva of the selection";

    private static final String STEP = "StepClass_0_";

    /** Nobody else's tests give this account a profile. */
    private static final Account SPEAKER = Account.of("owner");

    private static String profile;

    private static String brief;

    private static String dialogue;

    private static String roadmap;

    private static String recommendation;

    private static String[] ideas;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        profile = admin.create(Stage.SPACE + ".Experts.WebHome", "createExpert", EXPERT, "consent", "1", "user",
            SPEAKER.page());
        String challenge = admin.create(Stage.page("InitiativeClass"), "createChallenge", CHALLENGE, "question", "What?",
            "state", "selected");
        brief = admin.create(challenge, "createBrief", "Brief of the selection", "problem", "Nobody knows.",
            "rootCauses", "Paper.");
        for (String action : List.of("startWorkshop", "freeze")) {
            admin.get(WikiClient.path("view", brief)).actionForm(action).submit();
        }
        dialogue = admin.create(challenge, "createDialogue", SESSION, "start", "2030-07-11T10:00", "timezone",
            "America/Mexico_City", "duration", "90");
        admin.get(WikiClient.path("view", dialogue)).actionForm("openDialogue").submit();
        ideas = new String[] {say(IDEA), say(OTHER), say(GONE)};
        roadmap = admin.create(Stage.page("InitiativeClass"), "createRoadmap", "Roadmap of the selection");
    }

    private static String say(String text)
    {
        WikiPage answer = TestWiki.client(SPEAKER).get(WikiClient.path("view", dialogue))
            .actionForm("contribute").set("text", text).set("kind", "idea").submit();
        return answer.uri().getQuery().replaceFirst(".*cs_at=(c[0-9a-z]{28}).*", "$1");
    }

    private static String board(String more)
    {
        return WikiClient.path("view", roadmap) + "?cs_view=selection" + more;
    }

    private static WikiPage see(Account account, String more)
    {
        return TestWiki.client(account).get(board(more));
    }

    private static Element row(Document page, String text)
    {
        return page.select(".cs-queue-item").stream().filter(row -> row.text().contains(text)).findFirst()
            .orElseThrow(() -> new AssertionError(text + " is not in: " + page.text()));
    }

    private static Element cluster(Document page)
    {
        return page.select(".cs-selection section li").stream().filter(row -> row.text().contains(CLUSTER)).findFirst()
            .orElseThrow(() -> new AssertionError(page.text()));
    }

    private static String tick(String key)
    {
        return "input[name=cs_item][value$='" + key + "']";
    }

    @Test
    @Order(1)
    void ideasAreTickedAndGrouped(Browser browser)
    {
        browser.login(Account.of("editor")).open(WikiClient.path("view", roadmap));
        browser.follow(By.partialLinkText("Select ideas"));
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        for (String key : ideas) {
            WebElement box = browser.find(By.cssSelector(tick(key)));
            // By keyboard.
            box.sendKeys(" ");
            assertTrue(box.isSelected());
        }
        browser.form("groupIdeas").send("cs_do");
        assertTrue(browser.text().contains("enter a title") || browser.has(By.cssSelector(".cs-error")), browser.text());
        assertTrue(browser.find(By.cssSelector(tick(ideas[0]))).isSelected(), "What was ticked stays ticked");
        browser.form("groupIdeas").write("clusterTitle", CLUSTER).send("cs_do");
        assertTrue(browser.text().contains(CLUSTER), browser.text());
        assertTrue(browser.text().contains("3 ideas"), browser.text());
        assertEquals(List.of(), browser.violations());
    }

    @Test
    @Order(2)
    void clustersAreChangedAndChangesTakenBack()
    {
        WikiClient editor = TestWiki.client(Account.of("editor"));
        Document page = see(Account.of("editor"), "").document();
        String key = cluster(page).selectFirst("a[href*=cs_cluster]").attr("href").replaceFirst(".*cs_cluster=(\\w+).*",
            "$1");
        String filter = "&cs_cluster=" + key;
        assertEquals(3, see(Account.of("editor"), filter).document().select(".cs-queue-item").size());
        WikiForm old = editor.get(board(filter)).form("form.cs-form-groupIdeas");
        WikiForm remove = editor.get(board(filter)).form("form.cs-form-groupIdeas");
        WikiPage removed = remove.set("cs_item", value(remove, ideas[1])).set("cs_do", "remove").submit();
        assertTrue(cluster(removed.document()).text().contains("2 ideas"), removed.text());
        assertEquals(409, old.set("cs_item", value(old, ideas[0])).set("cs_do", "remove").submit().status());
        WikiPage back = removed.form("form.cs-form-undoCluster").submit();
        assertTrue(cluster(back.document()).text().contains("3 ideas"), back.text());
        WikiPage described = back.form("form.cs-form-describeCluster").set("clusterTitle", "Renamed")
            .set("clusterSummary", "What <they> share").submit();
        assertTrue(described.text().contains("What <they> share"), described.text());
        WikiPage again = described.form("form.cs-form-undoCluster").submit();
        assertTrue(cluster(again.document()).text().contains("3 ideas"), again.text());
        WikiForm same = again.form("form.cs-form-groupIdeas");
        WikiPage known = same.set("cs_item", value(same, ideas[0])).set("clusterTitle", CLUSTER).set("cs_do", "group")
            .submit();
        assertEquals(400, known.status());
        assertTrue(known.text().contains("already"), known.text());
        assertEquals(3, see(Account.of("editor"), filter).document().select(".cs-queue-item").size());
        assertTrue(see(Account.of("editor"), "&cs_cluster=none").document().select(".cs-queue-item").stream()
            .noneMatch(row -> row.text().contains(IDEA)));
    }

    private static String value(WikiForm form, String key)
    {
        return TestWiki.client(Account.of("editor")).get(board("")).document().selectFirst(tick(key)).attr("value");
    }

    @Test
    @Order(3)
    void othersReadTheBoardAndChangeNothing()
    {
        for (Account account : List.of(Account.GUEST, Account.of("expert"))) {
            WikiPage page = see(account, "");
            assertTrue(row(page.document(), IDEA).text().contains(SESSION), page.text());
            assertFalse(page.has(".cs-selection form[method=post]"), account.toString());
            WikiForm form = see(Account.of("editor"), "").form("form.cs-form-writeRecommendation");
            WikiPage refused = TestWiki.client(account).post(WikiClient.path("view", roadmap), "cs_view", "selection",
                "cs_action", "writeRecommendation", "cs_target", form.get("cs_target"), "form_token",
                TestWiki.client(account).token());
            assertEquals(403, refused.status(), account.toString());
        }
        String hidden = say("Hidden, selected.");
        WikiForm hide = TestWiki.client(Account.of("curator")).get(WikiClient.path("view", dialogue) + "?cs_at=" + hidden)
            .form("form.cs-form-hide:has(input[name=cs_target][value$='" + hidden + "'])");
        hide.set("hiddenReasonKind", "spam").submit();
        Document page = see(Account.GUEST, "").document();
        assertFalse(page.text().contains("Hidden, selected."), page.text());
        assertTrue(page.text().contains("Hidden by a curator"), page.text());
    }

    @Test
    @Order(4)
    void aClusterBecomesARecommendationThatKeepsItsSources(Browser browser)
    {
        browser.login(Account.of("editor")).open(board(""));
        WikiForm twice = see(Account.of("editor"), "").form("form.cs-form-writeRecommendation");
        browser.form("writeRecommendation").send();
        browser.editForm().write("offset", "Savings").send("action_save");
        recommendation = WikiClient.reference(browser.url().replaceFirst("[?#].*", ""));
        TestWiki.client(Account.of("editor")).save(recommendation, "Crowdsourcing.Code." + STEP + "title",
            "Collect what is owed");
        Document page = TestWiki.client(Account.of("editor")).get(WikiClient.path("view", recommendation)).document();
        for (String text : List.of(IDEA, OTHER, GONE)) {
            assertTrue(page.text().contains(text), page.text());
        }
        assertTrue(page.text().contains("Written from the cluster " + CLUSTER), page.text());
        WikiPage again = twice.submit();
        assertEquals(409, again.status());
        assertTrue(again.text().contains("was written already"), again.text());
        assertEquals(1, again.document().select(".cs-selection section a:contains(See)").stream()
            .filter(link -> link.attr("href").contains("/See")).count(), again.text());
    }

    @Test
    @Order(5)
    void aStepIsPublishedWithItsSource()
    {
        WikiClient editor = TestWiki.client(Account.of("editor"));
        WikiPage refused = editor.get(WikiClient.path("view", roadmap)).actionForm("publishRoadmap").submit();
        assertEquals(400, refused.status());
        assertTrue(refused.document().select(".cs-roadmap .infomessage li").stream()
            .anyMatch(line -> line.text().contains("Collect what is owed") && !line.select("a[href*=cs-step-]").isEmpty()),
            refused.text());
        String contribution = dialogue.replaceAll("WebHome$", ideas[0]);
        editor.save(recommendation, "Crowdsourcing.Code." + STEP + "sources", contribution,
            "Crowdsourcing.Code." + STEP + "actor", "Treasury");
        assertEquals(200, editor.get(WikiClient.path("view", roadmap)).actionForm("publishRoadmap").submit().status());
        WikiPage kept = editor.post(WikiClient.path("save", recommendation), "form_token", editor.token(),
            "objectPolicy", "updateOrCreate", "xvalidate", "1", "Crowdsourcing.Code." + STEP + "sources", "");
        assertTrue(kept.text().contains("The recommendation is published, so the step"), kept.text());
    }

    @Test
    @Order(6)
    void backFromTheStepToTheExpertAndTheBrief(Browser browser)
    {
        browser.login(Account.GUEST).open(WikiClient.path("view", recommendation));
        List<WebElement> links = browser.driver().findElements(By.cssSelector(".cs-step-more a"));
        List<String> texts = links.stream().map(WebElement::getText).toList();
        assertTrue(texts.contains(EXPERT) && texts.contains(SESSION) && texts.contains("brief version 1"),
            texts.toString());
        assertEquals(List.of(), browser.violations());
        browser.follow(By.cssSelector(".cs-step-more a[href*='Experts']"));
        assertTrue(browser.text().contains(EXPERT), browser.text());
        browser.follow(By.partialLinkText("Used in recommendations"));
        assertTrue(browser.text().contains("Collect what is owed"), browser.text());
        assertEquals(List.of(), browser.violations());
        for (String page : List.of(brief, dialogue, profile)) {
            browser.open(WikiClient.path("view", page) + "?cs_view=used");
            assertTrue(browser.text().contains("Collect what is owed") && browser.text().contains(CLUSTER),
                page + ": " + browser.text());
        }
        WikiPage other = TestWiki.client(Account.GUEST).get(
            WikiClient.path("view", brief) + "?cs_view=used&cs_version=2");
        assertTrue(other.text().contains("No recommendation"), other.text());
    }

    @Test
    @Order(7)
    void theWholeChainIsDrawnAndListed(Browser browser)
    {
        browser.login(Account.GUEST).open(WikiClient.path("view", recommendation));
        browser.follow(By.partialLinkText("Where it comes from"));
        assertEquals(List.of(), browser.violations());
        Document page = browser.page().document();
        assertEquals(1, page.select("svg.cs-chain-picture g.cs-chain-challenge").size(), page.html());
        assertEquals(3, page.select("svg.cs-chain-picture g.cs-chain-contribution").size());
        assertEquals(CHALLENGE, page.selectFirst("svg g.cs-chain-challenge title").text());
        assertEquals("Collect what is owed", page.selectFirst("svg g.cs-chain-step title").text());
        assertTrue(page.select(".cs-chain ul").text().contains(OTHER), page.text());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
    }

    @Test
    @Order(8)
    void onAnyPageByTheirMacros()
    {
        String holder = roadmap.replaceAll("WebHome$", "Sources");
        TestWiki.client(Account.ADMIN).save(holder, "title", "Sources", "content", "{{sources reference=\"" + roadmap
            + "\" limit=\"2\"/}}\n\n{{sources reference=\"" + recommendation + "\" depth=\"STEPS\"/}}\n\n"
            + "{{used-in reference=\"" + dialogue + "\"/}}\n\n{{contribution reference=\""
            + dialogue.replaceAll("WebHome$", ideas[0]) + "\"/}}");
        Document page = TestWiki.client(Account.GUEST).get(WikiClient.path("view", holder)).document();
        assertEquals(List.of(2, 1), page.select(".cs-sources").stream().map(list -> list.select("ol > li").size())
            .toList(), page.text());
        assertTrue(page.text().contains("1 to 2 of 3"), page.text());
        assertTrue(page.selectFirst(".cs-used-in").text().contains("Collect what is owed"), page.text());
        assertFalse(page.select(".cs-quote a[href*='Experts']").isEmpty(), page.text());
        assertFalse(page.select(".cs-quote a:contains(brief version 1)").isEmpty(), page.text());
    }

    @Test
    @Order(9)
    void whatIsDeletedStaysCited()
    {
        TestWiki.client(Account.ADMIN).delete(dialogue.replaceAll("WebHome$", ideas[2]));
        Document page = TestWiki.client(Account.GUEST).get(WikiClient.path("view", recommendation)).document();
        assertTrue(page.text().contains("Deleted. It is still cited here."), page.text());
        Document chain =
            TestWiki.client(Account.GUEST).get(WikiClient.path("view", recommendation) + "?cs_view=chain").document();
        assertTrue(chain.select(".cs-chain ul").text().contains("Deleted."), chain.text());
    }
}

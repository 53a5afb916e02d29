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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From a challenge to a published roadmap in a browser, as five people one after the other, and what a guest sees of it.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholePathTest
{
    private static final Pattern KEY = Pattern.compile("\\bc[0-9a-z]{28}\\b");

    private static final String CHALLENGE = "Paying suppliers on time: \"who\" delays, & why?";

    private static final String QUESTION = "How can late payments to small suppliers be made visible?";

    private static final String PROBLEM = "Small suppliers wait for months, and nobody answers for it.";

    private static final String IDEA = "Publish the age of every unpaid invoice, by office.";

    private static final String REPLY = "With the name of who can release it.";

    private static final String REASON = "The treasury has the dates already.";

    private static final String ROADMAP = "Roadmap of the suppliers";

    private static final String RECOMMENDATION = "A public register of unpaid invoices";

    private static String challengeURL;

    private static String dialogueURL;

    private static String roadmapURL;

    private static String recommendationURL;

    private static String key;

    @Test
    @Order(1)
    void administratorCreatesAChallengeAndItsDialogue(Browser browser)
    {
        browser.login(Account.of("admin")).open(initiative());
        browser.form("createChallenge").write("title", CHALLENGE).send();
        browser.editForm().write("question", QUESTION).choose("state", "selected").send("action_save");
        assertReads(browser, CHALLENGE, QUESTION);
        challengeURL = browser.url();

        browser.form("createDialogue").write("title", "Session with suppliers").send();
        browser.editForm().write("start", "2030-07-11T10:00").write("timezone", "America/Mexico_City")
            .write("duration", "90").send("action_save");
        browser.form("openDialogue").send();
        assertReads(browser, "Session with suppliers");
        dialogueURL = browser.url().replaceFirst("[?#].*", "");
    }

    @Test
    @Order(2)
    void researcherFillsAndFreezesTheBrief(Browser browser)
    {
        browser.login(Account.of("researcher")).open(initiative());
        browser.follow(By.linkText(CHALLENGE));
        browser.form("createBrief").write("title", "Brief on late payments").send();
        browser.editForm().write("problem", PROBLEM).write("rootCauses", "Invoices are kept on paper.")
            .send("action_save");
        assertReads(browser, PROBLEM, "Invoices are kept on paper.");
        browser.form("startWorkshop").send();
        browser.form("freeze").send();
        assertReads(browser, PROBLEM);
        assertFalse(browser.has(By.cssSelector("input[name=cs_action][value=freeze]")), "It can be frozen twice");
    }

    @Test
    @Order(3)
    void expertReadsContributesAndReplies(Browser browser)
    {
        browser.login(Account.of("expert")).open(challengeURL);
        browser.follow(By.partialLinkText("Brief on late payments"));
        assertReads(browser, PROBLEM);
        browser.open(challengeURL).follow(By.partialLinkText("Session with suppliers"));
        browser.form("contribute").choose("kind", "idea").write("text", IDEA).send();
        assertReads(browser, IDEA);
        Matcher matcher = KEY.matcher(browser.url());
        assertTrue(matcher.find(), "No contribution in " + browser.url());
        key = matcher.group();
        browser.form("reply", key).write("text", REPLY).send();
        assertReads(browser, IDEA, REPLY);
        assertFalse(browser.has(By.cssSelector("input[name=cs_action][value=decide]")), "An expert can decide");
    }

    @Test
    @Order(4)
    void curatorDecides(Browser browser)
    {
        browser.login(Account.of("curator")).open(dialogueURL);
        browser.form("decide", key).choose("decision", "taken").choose("reasonKind", "fits").write("reason", REASON)
            .send();
        assertReads(browser, IDEA, REASON);
    }

    @Test
    @Order(5)
    void editorQuotesAndPublishes(Browser browser)
    {
        browser.login(Account.of("editor")).open(initiative());
        browser.form("createRoadmap").write("title", ROADMAP).send();
        browser.editForm().write("summary", "What suppliers asked for.").send("action_save");
        roadmapURL = browser.url().replaceFirst("[?#].*", "");
        browser.form("createRecommendation").write("title", RECOMMENDATION).send();
        browser.editForm().write("problem", PROBLEM).write("description", "A register that everybody can read.")
            .send("action_save");
        recommendationURL = browser.url().replaceFirst("[?#].*", "");
        browser.open(dialogueURL);
        browser.form("quote", key).chooseByText("recommendation", RECOMMENDATION).send();
        browser.open(recommendationURL);
        assertReads(browser, RECOMMENDATION, IDEA);
        browser.open(roadmapURL).form("publishRoadmap").send();
        assertReads(browser, ROADMAP, RECOMMENDATION);
    }

    @Test
    @Order(6)
    void guestSeesRoadmapSourcesAndDecisionAndNothingToChange(Browser browser)
    {
        browser.login(Account.GUEST).open(initiative());
        assertNothingToChange(browser);
        browser.follow(By.partialLinkText(ROADMAP));
        assertReads(browser, ROADMAP, RECOMMENDATION);
        assertNothingToChange(browser);
        browser.follow(By.partialLinkText(RECOMMENDATION));
        assertReads(browser, RECOMMENDATION, IDEA);
        assertNothingToChange(browser);
        browser.follow(By.cssSelector("a[href*='" + key + "']"));
        assertReads(browser, IDEA, REPLY, REASON);
        // Where it was used.
        assertReads(browser, RECOMMENDATION);
        assertNothingToChange(browser);
    }

    private static String initiative()
    {
        return WikiClient.path("view", Fixture.initiative());
    }

    private static void assertReads(Browser browser, String... texts)
    {
        String text = browser.text();
        for (String expected : texts) {
            assertTrue(text.contains(expected), "Expected: " + expected + "\nOn " + browser.url() + ":\n" + text);
        }
        assertEquals(List.of(), Reading.problems(browser.page()), browser.url());
    }

    private static void assertNothingToChange(Browser browser)
    {
        List<String> controls = new ArrayList<>();
        // What changes anything needs the secret of the session.
        browser.driver().findElements(By.cssSelector("form:has(input[name=form_token]), a[href*='/bin/edit/'], "
            + "a[href*='/bin/create/'], a[href*='/bin/delete/'], a[href*='/bin/inline/'], a[href*='/bin/admin/']"))
            .forEach(element -> controls.add(element.getDomProperty("outerHTML")));
        assertEquals(List.of(), controls, "What a guest may not use on " + browser.url());
    }
}

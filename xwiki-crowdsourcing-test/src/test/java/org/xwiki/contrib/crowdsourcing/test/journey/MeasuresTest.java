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

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
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
 * How far a discussion has come, as it is measured while people discuss.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeasuresTest
{
    private static final String VIEW = "?cs_view=measures";

    private static String page;

    private static String dialogue;

    private static String idea;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        page = admin.create(Stage.page("ChallengeClass"), "createDialogue", "Measures: \"live\" v1.0 <b>", "start",
            "2030-06-06T10:00", "timezone", "America/Mexico_City", "duration", "60",
            "noteTaker", Account.of("notetaker").page());
        dialogue = WikiClient.path("view", page);
        assertEquals(200, admin.get(dialogue).actionForm("openDialogue").submit().status());
    }

    private static String send(WikiForm form, List<String> before)
    {
        return form.submit().document().select("li.cs-contribution").eachAttr("id").stream()
            .filter(key -> !before.contains(key)).findFirst().orElseThrow();
    }

    private static String contribute(String role, String kind, String text, String... values)
    {
        WikiPage shown = TestWiki.client(Account.of(role)).get(dialogue);
        WikiForm form = shown.actionForm("contribute").set("text", text).set("kind", kind);
        for (int i = 0; i < values.length; i += 2) {
            form.set(values[i], values[i + 1]);
        }
        return send(form, shown.document().select("li.cs-contribution").eachAttr("id"));
    }

    private static void act(String role, String action, String key, String... values)
    {
        WikiForm form = TestWiki.client(Account.of(role)).get(dialogue + "?cs_at=" + key)
            .form("form:has(input[name=cs_action][value=" + action + "]):has(input[name=cs_target][value$=" + key + "])");
        for (int i = 0; i < values.length; i += 2) {
            form.set(values[i], values[i + 1]);
        }
        assertEquals(200, form.submit().status());
    }

    /** Where measuring took long, it rests for a while. */
    private static void assertMeasured(String title, String number) throws Exception
    {
        String found = "";
        for (int i = 0; i < 40 && !number.equals(found); i++) {
            Thread.sleep(i == 0 ? 0 : 500);
            found = row(Account.GUEST, title);
        }
        assertEquals(number, found, title);
    }

    private static String row(Account account, String title)
    {
        WikiPage shown = TestWiki.client(account).get(dialogue + VIEW);
        Element row = shown.document().selectFirst("li.cs-measure:has(h3:contains(" + title + "))");
        Element number = row == null ? null : row.selectFirst(".cs-measure-number");
        return number == null ? "" : number.text();
    }

    @Test
    @Order(1)
    void nothingToMeasure()
    {
        WikiPage shown = TestWiki.client(Account.GUEST).get(dialogue + VIEW);
        assertEquals(200, shown.status());
        assertTrue(shown.text().contains("There is nothing to measure yet"), shown.text());
        assertFalse(shown.has("li.cs-contribution"), shown.text());
    }

    @Test
    @Order(2)
    void measuredWhilePeopleDiscuss() throws Exception
    {
        idea = contribute("expert", "idea", "Count the late payments of each office, and publish them every month");
        contribute("notetaker", "idea", "Each office: publish every month how many late payments there are", "speaker",
            "Zoe \"Z\" \u0644\u064A\u0644\u0649");
        contribute("notetaker", "idea", "Sell the cheapest watches with free shipping, for $20 each", "speaker",
            "Zoe \"Z\" \u0644\u064A\u0644\u0649");
        String question = contribute("partner", "question", "Who counts the payments that are late?");
        contribute("partner", "question", "Who publishes them?");
        act("expert", "reply", question, "text", "The treasury counts them", "kind", "answer");
        act("expert", "reply", idea, "text", "One in three suppliers waits", "kind", "evidence");

        assertMeasured("Questions without an answer", "1 of 2 (50%)");
        assertMeasured("Ideas without a decision", "3 of 3 (100%)");
        assertMeasured("Likely to be said twice", "1 of 7 (14%)");
        assertMeasured("Ideas with evidence", "1 of 3 (33%)");
        assertMeasured("Ideas with a cost", "1 of 3 (33%)");
        // The expert 3, Zoe 2, the partner 2.
        assertMeasured("Said by the tenth", "3 of 7 (43%)");
        assertMeasured("How unequally", "0.10");
        WikiPage shown = TestWiki.client(Account.of("curator")).get(dialogue + VIEW);
        assertTrue(shown.text().contains("Published contributions: 7."), shown.text());
        String link = shown.document().selectFirst("li.cs-measure:has(h3:contains(Questions)) a").absUrl("href");
        assertEquals(2, TestWiki.client(Account.GUEST).get(link).document()
            .select("li.cs-contribution:not(.cs-context)").size());
    }

    @Test
    @Order(3)
    void whatCuratorsDoCountsAtOnce() throws Exception
    {
        act("curator", "decide", idea, "decision", "taken", "reasonKind", "fits", "reason", "Cheap");
        assertMeasured("Ideas without a decision", "2 of 3 (67%)");
        String secret = contribute("expert", "question", "What is the number of the mayor?");
        assertMeasured("Questions without an answer", "2 of 3 (67%)");
        act("curator", "hide", secret, "hiddenReasonKind", "private");
        assertMeasured("Questions without an answer", "1 of 2 (50%)");
        for (Account account : List.of(Account.of("curator"), Account.of("expert"))) {
            assertEquals("1 of 2 (50%)", row(account, "Questions without an answer"));
        }
    }

    @Test
    @Order(4)
    void readableForEverybody(Browser browser)
    {
        browser.login(Account.GUEST).open(dialogue + VIEW);
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        browser.open(dialogue);
        assertTrue(browser.text().contains("How the discussion is going"), browser.text());
    }

    @Test
    @Order(5)
    void onAnyPageByItsMacro()
    {
        String holder = page.replaceAll("WebHome$", "Measured");
        TestWiki.client(Account.ADMIN).save(holder, "title", "Measured", "content",
            "{{measures reference=\"" + page.replace("\"", "~\"") + "\"/}}");
        WikiPage shown = TestWiki.client(Account.GUEST).get(WikiClient.path("view", holder));
        assertEquals(10, shown.document().select("li.cs-measure").size(), shown.text());
        assertTrue(shown.text().contains("Measures: \"live\" v1.0 <b>"), shown.text());
    }
}

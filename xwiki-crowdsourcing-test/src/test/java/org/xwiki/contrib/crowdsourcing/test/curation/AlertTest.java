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
package org.xwiki.contrib.crowdsourcing.test.curation;

import java.time.Duration;
import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Many young accounts back the same: their support is set aside until a curator has looked at it. The people of the tests
 * are as young as can be.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class AlertTest
{
    private static final Account AUTHOR = Account.of("expert");

    private static final Account CURATOR = Account.of("curator");

    private static final List<String> YOUNG = List.of("facilitator", "notetaker", "partner", "owner", "researcher");

    private static final String WORDS = "5 accounts younger than 7 days backed this contribution within";

    private static final String WAITING = "Yours counts after a review by the curators.";

    private static Fixture pages;

    private static String dialogue;

    private static String queue;

    @BeforeAll
    static void create()
    {
        pages = Fixture.create("for alerts");
        dialogue = Fixture.path("view", pages.dialogue());
        queue = dialogue + "?cs_view=queue";
    }

    private static String contribute(String text)
    {
        return pages.contribute(AUTHOR, text);
    }

    private static WikiPage act(String role, String action, String key)
    {
        return TestWiki.client(Account.of(role)).get(dialogue + "?cs_at=" + key)
            .form("form:has(input[name=cs_action][value=" + action + "]):has(input[name=cs_target][value$=" + key
                + "])").submit();
    }

    private static String support(WikiPage page, String key)
    {
        Element support = page.document().selectFirst("[data-cs-support=" + key + "] .cs-support-count");
        return support == null ? "" : support.text();
    }

    private static String support(Account account, String key)
    {
        return support(TestWiki.client(account).get(dialogue + "?cs_at=" + key), key);
    }

    private static WikiForm alert(Account account, String key)
    {
        return TestWiki.client(account).get(queue + "&cs_kind=alert").form(
            "form:has(input[name=cs_action][value=reviewAlert]):has(input[name=cs_target][value*=" + key + "])");
    }

    private static String burst(String text)
    {
        String key = contribute(text);
        for (String role : YOUNG.subList(0, 4)) {
            act(role, "support", key);
        }
        assertEquals("4 people back this.", support(Account.GUEST, key), "Four are no burst");
        assertEquals(WAITING, support(act(YOUNG.get(4), "support", key), key));
        return key;
    }

    private static String log()
    {
        return TestWiki.client(Account.GUEST).get(dialogue + "?cs_log=1").document().selectFirst(".cs-log").text();
    }

    @Test
    void supportIsSetAsideUntilACuratorLetsItCount()
    {
        String key = burst("Let the treasury publish a calendar of payments");
        assertEquals("", support(Account.GUEST, key));
        assertEquals(WAITING, support(Account.of("partner"), key));
        assertTrue(log().contains("Support of young accounts was set aside until it is reviewed"), log());

        WikiForm form = alert(CURATOR, key);
        WikiPage asked = form.set("reasonKind", "other").set("reason", "").submit("cs_do");
        assertEquals(400, asked.status());
        assertTrue(asked.text().contains(WORDS), asked.text());
        WikiForm late = alert(Account.of("editor"), key);
        WikiPage done = alert(CURATOR, key).set("reasonKind", "genuine").set("reason", "I know all {{html}}five{{/html}}")
            .submit("cs_do");
        assertEquals(200, done.status(), done.toString());
        assertFalse(done.has("input[name=cs_target][value*=" + key + "]"), done.text());
        assertEquals("5 people back this.", support(Account.GUEST, key));
        assertTrue(support(Account.of("partner"), key).contains("You are among them."));
        assertTrue(log().contains("Support that was set aside counts (Genuine people)"), log());
        assertFalse(log().contains("five") || log().contains(CURATOR.user()), log());
        WikiPage told = late.set("reasonKind", "automatic").set("reason", "Typed with care").submit("cs_do");
        assertEquals(409, told.status(), "Another curator was faster");
        assertTrue(told.body().contains("Typed with care"), "What was typed is still there");
    }

    @Test
    void whatIsLeftOutStaysOut()
    {
        String key = burst("Let every office name who signs what");
        WikiPage page = TestWiki.client(CURATOR).get(queue);
        WikiForm form = page.form(
            "form:has(input[name=cs_action][value=reviewAlert]):has(input[name=cs_target][value*=" + key + "])");
        WikiPage done = TestWiki.client(CURATOR).post(queue, "form_token", form.get("form_token"), "cs_action",
            "reviewAlert", "cs_target", form.get("cs_target"), "cs_seen", form.get("cs_seen"), "cs_view", "queue",
            "reasonKind", "automatic", "reason", "One house", "cs_do", "leftout");
        assertEquals(200, done.status(), done.toString());
        assertEquals("", support(Account.GUEST, key));
        String own = "Yours does not count: the curators left it out.";
        assertEquals(own, support(Account.of("partner"), key));
        act("partner", "revoke", key);
        assertEquals("", support(Account.of("partner"), key));
        assertEquals(own, support(act("partner", "support", key), key), "Not by backing it once more either");
        assertTrue(log().contains("Support that was set aside is left out (Automatic"), log());
    }

    @Test
    void alertsAreForCuratorsAlone()
    {
        String key = burst("Let suppliers see where their invoice waits");
        String target = alert(CURATOR, key).get("cs_target");
        String page = target.substring(target.indexOf(':') + 1);
        String view = WikiClient.path("view", page);
        for (Account other : List.of(Account.GUEST, AUTHOR, Account.of("observer"), Account.of("partner"))) {
            WikiClient client = TestWiki.client(other);
            for (String path : List.of(dialogue, queue, dialogue + "?cs_log=1", view, view + "?xpage=xml",
                view + "?viewer=history", Fixture.path("view", pages.challenge())))
            {
                String body = client.get(path).body();
                assertFalse(body.contains("younger than 7 days") || body.contains("youngsupport"), other + path);
            }
            // A guest is asked to log in.
            assertTrue(other == Account.GUEST || client.get(view).status() == 403, other + view);
            WikiPage refused = client.post(dialogue, "form_token", client.get(dialogue).token(), "cs_action",
                "reviewAlert", "cs_target", target, "cs_view", "queue", "reasonKind", "genuine", "cs_do", "counted");
            assertFalse(refused.text().contains("younger than 7 days"), refused.text());
        }
        assertEquals("", support(Account.GUEST, key));
        assertTrue(TestWiki.client(CURATOR).get(WikiClient.path("view", Fixture.initiative()) + "?cs_view=queue").text()
            .contains(WORDS), "Also in the queue of the initiative");
    }

    @Test
    void theQueueIsWorkedThroughWithTheKeyboard(Browser browser)
    {
        String key = burst("Let the minister answer once a month");
        browser.login(CURATOR).open(queue + "&cs_kind=alert");
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        WebElement item = browser.find(By.xpath("//li[contains(@class,'cs-queue-item')]"
            + "[.//input[@name='cs_target'][contains(@value,'" + key + "')]]"));
        WebElement open = item.findElement(By.cssSelector(".cs-queue-open"));
        open.sendKeys("x");
        WebElement reason = item.findElement(By.cssSelector("textarea"));
        assertTrue(reason.isDisplayed(), "x unfolds the form");
        reason.sendKeys("jkx, just known people");
        assertEquals("jkx, just known people", reason.getAttribute("value"), "Keys are typed into a field");
        item.findElement(By.cssSelector("select")).sendKeys("Genuine");
        assertEquals(List.of(), browser.violations());
        item.findElement(By.cssSelector("button[value=counted]")).sendKeys(Keys.ENTER);
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
            .until(driver -> driver.getCurrentUrl().contains("cs_done=1"));
        assertEquals("5 people back this.", support(Account.GUEST, key));
    }
}

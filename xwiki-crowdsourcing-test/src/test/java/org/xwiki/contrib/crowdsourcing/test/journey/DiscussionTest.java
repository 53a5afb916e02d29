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

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;
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
 * What people do with what others contributed: back it and take that back, merge it and separate it again.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiscussionTest
{
    private static final String IDEA = "Pay the oldest invoice first.";

    private static final String BACKED = "1 person backs this. You are among them.";

    private static String key;

    @Test
    @Order(1)
    void supportIsGivenAndTakenBackInPlace(Browser browser)
    {
        key = contributeAs("expert", "idea", IDEA);
        browser.login(Account.of("facilitator")).open(permalink());
        assertEquals(List.of(), browser.violations());
        String before = browser.url();
        press(browser, "true");
        assertEquals(BACKED, count(browser));
        assertEquals(before, browser.url());
        assertEquals(BACKED, count(browser.open(permalink())));
        assertEquals(List.of(), browser.violations());
        press(browser, "false");
        assertEquals("", count(browser));
        browser.open(permalink());
        assertEquals("", count(browser));
    }

    @Test
    @Order(2)
    void supportWorksWithoutScripts()
    {
        WikiClient client = TestWiki.client(Account.of("facilitator"));
        WikiPage shown = form(client.get(permalink()), "support").submit();
        assertEquals(BACKED, shown.document().selectFirst(holder()).selectFirst(".cs-support-count").text());
        shown = form(client.get(permalink()), "revoke").submit();
        assertEquals("", shown.document().selectFirst(holder()).selectFirst(".cs-support-count").text());
    }

    @Test
    @Order(3)
    void neitherTheAuthorNorAGuestHasTheButton()
    {
        form(TestWiki.client(Account.of("facilitator")).get(permalink()), "support").submit();
        for (Account account : List.of(Account.of("expert"), Account.GUEST)) {
            WikiPage shown = TestWiki.client(account).get(permalink());
            assertEquals("1 person backs this.", shown.document().selectFirst(holder()).text(), account.toString());
        }
    }

    @Test
    @Order(4)
    void theDiscussionIsShownInTheOrderThatIsChosen()
    {
        String question = contributeAs("notetaker", "question", "Who keeps the dates of the invoices?");
        String other = contributeAs("notetaker", "idea", "Let the banks tell what is late.");
        WikiClient curator = TestWiki.client(Account.of("curator"));
        assertEquals(key, shown(curator.get(dialogue() + "?cs_order=supported")).get(0));
        List<String> newest = shown(curator.get(dialogue() + "?cs_order=newest"));
        assertEquals(other, newest.get(0));
        assertEquals(question, newest.get(1));
        WikiPage own = curator.get(dialogue() + "?cs_author=" + Account.of("notetaker").page());
        assertEquals(List.of(question, other), shown(own));
        assertEquals(List.of(other), shown(curator.get(dialogue() + "?cs_kind=idea&cs_author="
            + Account.of("notetaker").page())));
        int before = answered(curator);
        curator.get(dialogue() + "?cs_at=" + other).form("form:has(input[name=cs_action][value=decide])"
            + ":has(input[name=cs_target][value$=" + other + "])").set("decision", "taken").set("reasonKind", "fits")
            .set("reason", "Easy").submit();
        assertEquals(before + 1, answered(curator));
        List<String> undecided = shown(curator.get(dialogue() + "?cs_undecided=1"));
        assertTrue(undecided.contains(key), undecided.toString());
        assertFalse(undecided.contains(other), undecided.toString());
        assertFalse(undecided.contains(question), undecided.toString());
        assertEquals(List.of(), shown(curator.get(dialogue() + "?cs_author=XWiki.Nobody")));
    }

    @Test
    @Order(5)
    void aFilteredDiscussionIsFitForEverybody(Browser browser)
    {
        browser.login(Account.GUEST).open(dialogue() + "?cs_order=supported&cs_undecided=1&cs_author="
            + Account.of("expert").page());
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
    }

    @Test
    @Order(6)
    void whatSaysTheSameIsMergedAndSeparatedAgain(Browser browser)
    {
        String twin = contributeAs("notetaker", "idea", "Invoices: the oldest one first.");
        backAs("partner", twin);
        browser.login(Account.of("curator")).open(dialogue() + "?cs_at=" + twin);
        browser.form("merge", twin).write("survivor", twin).send();
        assertTrue(browser.text().contains("A contribution cannot be merged into itself."), browser.text());
        assertEquals(List.of(), browser.violations());
        browser.form("merge", twin).write("survivor", TestWiki.url() + permalink() + "#" + key).send();
        assertTrue(browser.text().contains("Merged into " + IDEA), browser.text());
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        // The facilitator backed the one that stays, the partner this one.
        assertEquals("2 people back this.", count(browser.open(permalink())));
        browser.open(dialogue() + "?cs_at=" + twin).form("separate", twin).send();
        assertFalse(browser.text().contains("Merged into"), browser.text());
        assertEquals("1 person backs this.", count(browser.open(permalink())));
    }

    @Test
    @Order(7)
    void mergingWorksWithoutScriptsAndTheLateCuratorIsTold()
    {
        String twin = contributeAs("notetaker", "idea", "Oldest invoices first, please.");
        WikiClient curator = TestWiki.client(Account.of("curator"));
        String path = dialogue() + "?cs_at=" + twin;
        String forms = "form:has(input[name=cs_action][value=%s]):has(input[name=cs_target][value$=" + twin + "])";
        WikiForm late = curator.get(path).form(String.format(forms, "hide"));
        WikiPage merged = curator.get(path).form(String.format(forms, "merge")).set("survivor", key).submit();
        assertTrue(merged.text().contains("Merged into"), merged.text());
        WikiPage told = late.set("hiddenReasonKind", "other").set("hiddenReason", "It is said already").submit();
        assertEquals(409, told.status());
        assertTrue(told.text().contains("Somebody else changed this meanwhile"), told.text());
        assertTrue(told.body().contains("It is said already</textarea>"), told.body());
        WikiPage guest = TestWiki.client(Account.GUEST).get(path);
        assertTrue(guest.text().contains("Merged into " + IDEA), guest.text());
        assertTrue(guest.text().contains("Oldest invoices first, please."), guest.text());
        assertFalse(guest.has("input[name=cs_action]"), guest.text());
    }

    private static void backAs(String role, String contribution)
    {
        TestWiki.client(Account.of(role)).get(dialogue() + "?cs_at=" + contribution)
            .form("form:has(input[name=cs_action][value=support]):has(input[name=cs_target][value$=" + contribution
                + "])").submit();
    }

    private static int answered(WikiClient client)
    {
        String said = client.get(dialogue()).document().selectFirst(".cs-answered").text();
        assertTrue(said.matches("\\d+ of \\d+ ideas have an answer: \\d+ per cent."), said);
        return Integer.parseInt(said.substring(0, said.indexOf(' ')));
    }

    private static List<String> shown(WikiPage page)
    {
        return page.document().select("li.cs-contribution").eachAttr("id");
    }

    private static String contributeAs(String role, String kind, String text)
    {
        WikiPage shown = TestWiki.client(Account.of(role)).get(dialogue()).actionForm("contribute")
            .set("text", text).set("kind", kind).submit();
        return shown.document().select("li.cs-contribution:contains(" + text + ")").last().id();
    }

    private static String dialogue()
    {
        return WikiClient.path("view", Stage.page("DialogueClass"));
    }

    private static String permalink()
    {
        return dialogue() + "?cs_at=" + key;
    }

    private static String holder()
    {
        return "[data-cs-support=" + key + "]";
    }

    private static WikiForm form(WikiPage page, String action)
    {
        return page.form("form:has(input[name=cs_action][value=" + action + "]):has(input[name=cs_target][value$=" + key
            + "])");
    }

    private static String count(Browser browser)
    {
        return browser.find(By.cssSelector(holder() + " .cs-support-count")).getText();
    }

    private static void press(Browser browser, String pressed)
    {
        WebElement button = browser.find(By.cssSelector(holder() + " button"));
        button.click();
        new WebDriverWait(browser.driver(), Duration.ofSeconds(10))
            .until(driver -> pressed.equals(button.getAttribute("aria-pressed")));
    }
}

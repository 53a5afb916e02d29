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
 * What people do with what others contributed: back it, and take that back.
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
        key = contribute(IDEA);
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

    private static String contribute(String text)
    {
        WikiPage shown = TestWiki.client(Account.of("expert")).get(dialogue()).actionForm("contribute")
            .set("text", text).set("kind", "idea").submit();
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

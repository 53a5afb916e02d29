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

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The queue of a curator who uses the keyboard only.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class QueueKeysTest
{
    private static final Account READER = Account.of("partner");

    private static String queue;

    @BeforeAll
    static void flag()
    {
        Fixture pages = Fixture.create("for the keys of the queue");
        String dialogue = Fixture.path("view", pages.dialogue());
        queue = dialogue + "?cs_view=queue";
        for (String text : List.of("Keys: one", "Keys: two", "Keys: three, إعلان 🎈")) {
            pages.contribute(Account.of("expert"), text);
            // The newest is the one without a flag.
            TestWiki.client(READER).get(dialogue + "?cs_order=newest").actionForm("flag").set("flagReasonKind", "spam")
                .submit();
        }
    }

    private static boolean isTicked(Browser browser, int item)
    {
        return browser.driver().findElements(By.cssSelector(".cs-queue-item input[type=checkbox]")).get(item)
            .isSelected();
    }

    private static Object focused(Browser browser)
    {
        return browser.run("return [...document.querySelectorAll('.cs-queue-item')].findIndex(item =>"
            + " item.contains(document.activeElement))");
    }

    @Test
    void itemsAreTickedAndDismissedWithKeys(Browser browser)
    {
        browser.login(Account.of("curator")).open(queue);
        assertEquals(3, browser.driver().findElements(By.cssSelector(".cs-queue-item")).size(), browser.text());
        assertEquals(List.of(), browser.violations());
        assertEquals(List.of(), browser.overflow());
        browser.run("document.querySelector('.cs-queue-item input[type=checkbox]').focus()");
        Actions keys = new Actions(browser.driver());
        keys.sendKeys("j").perform();
        assertEquals(1L, focused(browser));
        assertEquals(List.of(), browser.violations());
        keys.sendKeys("x").perform();
        assertTrue(isTicked(browser, 1));
        keys.sendKeys("jjx").perform();
        assertEquals(2L, focused(browser), "It stays at the last one");
        keys.sendKeys("kk").perform();
        assertEquals(0L, focused(browser));
        assertFalse(isTicked(browser, 0));
        assertTrue(isTicked(browser, 2));

        // Letters that are typed are letters.
        browser.run("document.querySelector('.cs-queue textarea[name=hiddenReason]').focus()");
        keys.sendKeys("jinx").perform();
        assertEquals("jinx", browser.find(By.cssSelector(".cs-queue textarea[name=hiddenReason]")).getDomProperty(
            "value"));
        browser.run("document.querySelector('.cs-queue button[value=dismiss]').focus()");
        keys.sendKeys(Keys.ENTER).perform();
        browser.find(By.cssSelector(".cs-queue .successmessage"));
        String left = browser.text();
        assertEquals(1, browser.driver().findElements(By.cssSelector(".cs-queue-item")).size(), left);
        assertTrue(left.contains("Keys: one"), left);
        assertEquals(List.of(), browser.violations());
    }
}

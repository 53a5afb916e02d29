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
package org.xwiki.contrib.crowdsourcing.test.expert;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The pipeline for a curator who uses the keyboard only, and on a phone.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class PipelineKeysTest
{
    private static Panel panel;

    @BeforeAll
    static void create()
    {
        panel = new Panel(Fixture.create("for the keys of the pipeline").dialogue(), 1, "Fay Keys", "Gus Keys",
            "Hal Keys with a name that is long enough to be broken somewhere");
    }

    private static void focus(Browser browser, String selector)
    {
        browser.run("document.querySelector(\"" + selector + "\").focus()");
    }

    private static void press(Browser browser, CharSequence... keys)
    {
        browser.run("window.leftBehind = true");
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static List<String> column(Browser browser, String state)
    {
        return Panel.column(browser.page(), state);
    }

    @Test
    void tickedMovedAndTakenBackWithKeys(Browser browser)
    {
        browser.login(Account.of("curator")).open(panel.board());
        assertEquals(List.of(), browser.violations());
        assertEquals(List.of(), browser.overflow());
        assertEquals(3, column(browser, "proposed").size(), browser.text());

        focus(browser, "input[name=cs_item]");
        new Actions(browser.driver()).sendKeys(" ").perform();
        assertTrue(browser.find(By.name("cs_item")).isSelected());
        focus(browser, "button[name=cs_do][value=accepted]");
        press(browser, Keys.ENTER);
        browser.find(By.cssSelector(".cs-pipeline .successmessage"));
        assertEquals(List.of("Fay Keys"), column(browser, "accepted"));

        focus(browser, "[aria-labelledby$=column-proposed] select");
        new Actions(browser.driver()).sendKeys("A").perform();
        Select list = new Select(browser.find(By.cssSelector("[aria-labelledby$=column-proposed] select")));
        assertEquals("Accepted", list.getFirstSelectedOption().getText());
        assertTrue(browser.find(By.cssSelector("[aria-labelledby$=column-proposed] .cs-person-move label"))
            .getDomProperty("textContent").contains("Gus Keys"));
        press(browser, Keys.TAB, Keys.ENTER);
        browser.find(By.cssSelector(".cs-waiting"));
        assertEquals(List.of("Fay Keys", "Gus Keys"), column(browser, "accepted"));
        assertEquals(List.of(), browser.violations());
        assertEquals(List.of(), browser.overflow());

        focus(browser, ".cs-last-move button");
        press(browser, Keys.ENTER);
        browser.find(By.cssSelector("[aria-labelledby$=column-proposed] .cs-person:nth-of-type(2)"));
        assertEquals(List.of("Fay Keys"), column(browser, "accepted"));
        assertEquals(2, column(browser, "proposed").size());
    }

    @Test
    void theTableFitsOnAPhone(Browser browser)
    {
        browser.login(Account.of("curator")).open(panel.board() + "&cs_as=table");
        assertEquals(List.of(), browser.violations());
        assertEquals(List.of(), browser.overflow());
        assertTrue(browser.text().contains("Office of Hal Keys"), browser.text());
    }
}

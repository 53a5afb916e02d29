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

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What a curator pasted to import experts is not lost while the tab is open.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class ImportKeptTest
{
    private static final String DIRECTORY = Stage.SPACE + ".KeptImports.WebHome";

    private static final String VIEW = WikiClient.path("view", DIRECTORY);

    private static final String TYPED = "name,email\nKept \"Kim\" <b>,kim.kept@example.org\n";

    private static final By TEXT = By.cssSelector("textarea[name=csv]");

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Directory of imports that are kept", "content", "{{experts/}}");
        admin.get(VIEW).actionForm("saveDirectory").set("curators", Stage.SPACE + ".Groups.curator").set("terms", "")
            .submit();
    }

    private static String text(Browser browser)
    {
        // The module runs when the page is there.
        browser.find(By.cssSelector("[data-cs-file]:not([hidden])"));
        return browser.find(TEXT).getDomProperty("value");
    }

    @Test
    void whatWasTypedIsKeptUntilTheImportBegins(Browser browser)
    {
        browser.login(Account.of("curator")).open(VIEW + "?cs_import=1");
        assertEquals("", text(browser));
        browser.find(TEXT).sendKeys(TYPED);
        browser.open(VIEW).open(VIEW + "?cs_import=1");
        assertEquals(TYPED, text(browser), "Left and came back");
        browser.follow(By.name("cs_preview"));
        assertTrue(browser.has(By.cssSelector(".cs-plan")), browser.text());
        assertEquals(TYPED.strip(), text(browser).strip(), "Checked");
        browser.open(VIEW + "?cs_import=1");
        assertEquals(TYPED.strip(), text(browser).strip(), "Checked, left and came back");
        browser.follow(By.name("cs_preview"));
        browser.follow(By.cssSelector(".cs-form-importExperts button[type=submit]:not([name])"));
        browser.open(VIEW + "?cs_import=1");
        for (int i = 0; i < 50 && browser.has(By.cssSelector(".cs-import progress")); i++) {
            browser.open(VIEW + "?cs_import=1");
        }
        assertEquals("", text(browser), "The import has begun");
    }
}

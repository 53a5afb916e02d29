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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A session from its agenda to its action items: the run-sheet of the facilitator, and a note-taker who has a keyboard
 * and a bad connection.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionTest
{
    private static final String VIEW = "view";

    private static final String RUN = "?cs_view=run";

    private static final String SAVE = "action_save";

    private static final String EXPERT = "O'Hara";

    private static final String IDEAS = "Ideas <b>&amp;</b> \"quotes\"";

    private static final String SPEAKER = "speaker";

    private static final String KEPT = "Kept in this browser";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static String dialogue;

    private static String path;

    @Test
    @Order(1)
    void theAgendaHasToAddUp(Browser browser)
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        LocalDateTime start = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(3).truncatedTo(ChronoUnit.MINUTES);
        dialogue = Fixture.local(Fixture.create("that is run").dialogue());
        path = WikiClient.path(VIEW, dialogue);
        admin.get(path).actionForm("cancelDialogue").submit();
        admin.get(path).actionForm("reinstateDialogue").submit();
        admin.edit(dialogue).editForm().fill("start", start.toString()).fill("timezone", "UTC")
            .fill("facilitator", Account.of("facilitator").page()).fill("noteTaker", Account.of("notetaker").page())
            .fill("seats", "1").submit(SAVE);

        browser.login(Account.of("owner")).open(WikiClient.path("edit", dialogue) + "?force=1");
        add(browser, "Welcome", 30);
        add(browser, IDEAS, 60);
        WebElement last = add(browser, "Takeaways", 5);
        browser.find(By.name(SAVE)).click();
        await(browser, "adds up to 95 of 120 minutes");
        last = TestWiki.isEmbedded() ? minutes(browser).get(2) : last;
        last.clear();
        last.sendKeys("30");
        browser.follow(By.name(SAVE));
        await(browser, IDEAS);
        assertEquals(List.of("30", "60", "30"), browser.page().document().select(".cs-agenda td:nth-of-type(2)")
            .eachText());
        browser.form("openDialogue").send();
    }

    private static WebElement add(Browser browser, String title, int minutes)
    {
        WebElement row = browser.find(
            By.cssSelector("[data-cs-rows$=AgendaItemClass] details.cs-row-spare:not([open])"));
        // The buttons that save may lie above it.
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", row);
        row.findElement(By.tagName("summary")).click();
        row.findElement(By.cssSelector("[name$=_title]")).sendKeys(title);
        WebElement field = row.findElement(By.cssSelector("[name$=_minutes]"));
        field.sendKeys(String.valueOf(minutes));
        return field;
    }

    private static List<WebElement> minutes(Browser browser)
    {
        return browser.driver().findElements(By.cssSelector("[data-cs-rows$=AgendaItemClass] [name$=_minutes]"));
    }

    @Test
    @Order(2)
    void everybodyReadsTheAgendaAtTheirTime(Browser browser)
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.get(path).actionForm("engage").choose("expert", EXPERT).submit();
        String engagement = WikiClient.reference(admin.get(path).document().selectFirst("a[href*='/Panel/']")
            .absUrl("href"));
        admin.get(WikiClient.path(VIEW, engagement)).actionForm("setEngagementState").set("state", "accepted").submit();

        browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Kathmandu"));
        browser.login(Account.GUEST).open(path);
        await(browser, IDEAS);
        // Kathmandu is 5:45 ahead: a quarter of an hour that no other zone here has.
        List<WebElement> clocks = browser.driver().findElements(By.cssSelector(".cs-clock"));
        assertEquals(3, clocks.size());
        for (WebElement clock : clocks) {
            List<String> times = clock.findElements(By.cssSelector("time, .cs-clock-yours")).stream()
                .map(element -> element.getText().replaceAll("[^0-9:\\u2013]", "")).toList();
            int minutes = minute(times.get(0)) + 45;
            assertEquals(minutes % 60, minute(times.get(2).split("\u2013")[0].replaceFirst("^:", "")), times::toString);
        }
        browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", ""));
        assertEquals(List.of(), Reading.problems(browser.page()));
        // The run-sheet is not for everybody.
        for (Account account : List.of(Account.GUEST, Account.of("expert"), Account.of("observer"))) {
            WikiPage page = TestWiki.client(account).get(path + RUN);
            // The menus of the wiki repeat the address that was asked for.
            assertFalse(page.has(".cs-run") || page.has(".cs a[href*='cs_view=run']"), account::toString);
        }
    }

    private static int minute(String clock)
    {
        return Integer.parseInt(clock.split(":")[1]);
    }

    @Test
    @Order(3)
    void theFacilitatorMovesOnAndTicksWhoIsThere(Browser browser)
    {
        browser.login(Account.of("facilitator")).open(path).follow(By.partialLinkText("Run the session"));
        assertEquals("Welcome", part(browser, "now"));
        assertEquals(IDEAS, part(browser, "next"));
        new WebDriverWait(browser.driver(), PATIENCE).until(driver -> part(browser, "left").matches("29:\\d\\d"));
        browser.follow(By.cssSelector("[data-cs-part=button]"));
        assertEquals(IDEAS, part(browser, "now"));
        new WebDriverWait(browser.driver(), PATIENCE).until(driver -> part(browser, "left").matches("59:\\d\\d"));
        assertTrue(browser.text().contains("1 of 1 seats are taken."), browser::text);
        browser.follow(By.name("present"));
        assertTrue(browser.has(By.name("absent")), browser::text);
        // Whoever came keeps the seat, and nobody takes another one.
        assertTrue(browser.text().contains("1 of 1 seats are taken."), browser::text);
        assertEquals(List.of(), browser.violations());
        assertEquals(List.of(), browser.overflow());
    }

    private static String part(Browser browser, String name)
    {
        return browser.find(By.cssSelector("[data-cs-part=" + name + "]")).getText();
    }

    @Test
    @Order(4)
    void theNoteTakerCapturesWithTheKeyboardAlone(Browser browser)
    {
        browser.login(Account.of("notetaker")).open(path + RUN);
        browser.run("window.stayed = true");
        Actions keys = new Actions(browser.driver());
        for (int i = 0; i < 200 && !SPEAKER.equals(focused(browser)); i++) {
            keys.sendKeys(Keys.TAB).perform();
        }
        assertEquals(SPEAKER, focused(browser), "The keyboard does not get there");
        capture(browser, "1", "First idea, with <i>markup</i>");
        await(browser, "Saved.");
        // The speaker stays until another one is chosen.
        capture(browser, "" + Keys.ENTER, "Second idea");
        keys.sendKeys("Somebody new" + Keys.ENTER + "Third" + Keys.chord(Keys.SHIFT, Keys.ENTER) + "idea" + Keys.ENTER)
            .perform();
        saved(browser, 3);
        assertEquals(true, browser.run("return window.stayed"), "The page was loaded anew");
        browser.open(path + RUN);
        assertTrue(browser.page().document().select("[data-cs-live]:not([data-cs-since])").isEmpty());
        List<String> balance = browser.page().document().select("[data-cs-fresh=balance] tbody tr").eachText();
        assertTrue(balance.get(0).contains(EXPERT) && balance.get(0).contains("67%"), balance::toString);
        assertTrue(balance.get(1).contains("Somebody new 1 33%"), balance::toString);
        assertEquals(1, count("Third"));
        assertEquals(List.of(), browser.violations());
    }

    private static Object focused(Browser browser)
    {
        return browser.run("return document.activeElement.closest('.cs-capture') && document.activeElement.name");
    }

    private static void capture(Browser browser, String speaker, String text)
    {
        new Actions(browser.driver()).sendKeys(speaker + text + Keys.ENTER).perform();
    }

    private static void saved(Browser browser, int count)
    {
        new WebDriverWait(browser.driver(), PATIENCE)
            .until(driver -> driver.findElements(By.cssSelector(".cs-captured-saved")).size() == count);
    }

    private static int count(String text)
    {
        return TestWiki.client(Account.GUEST).get(path).document().select(".cs-contribution .cs-text").eachText()
            .stream().filter(shown -> shown.contains(text)).toList().size();
    }

    private static void connect(Browser browser, boolean connected)
    {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver().executeCdpCommand("Network.emulateNetworkConditions", Map.of("offline", !connected, "latency",
            0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    @Test
    @Order(5)
    void nothingIsLostOrDoubledWhenTheConnectionDrops(Browser browser)
    {
        browser.open(path + RUN);
        browser.find(By.name(SPEAKER)).sendKeys("");
        connect(browser, false);
        capture(browser, "1", "Said offline one");
        capture(browser, "1", "Said offline two");
        await(browser, KEPT);
        assertEquals(0, count("Said offline"));
        connect(browser, true);
        saved(browser, 2);
        assertEquals(List.of(1, 1), List.of(count("Said offline one"), count("Said offline two")));

        // The tab is closed before there is a connection again.
        connect(browser, false);
        capture(browser, "1", "Said before the tab was closed");
        await(browser, KEPT);
        // Before there is a connection: what the closed tab still sends then is not doubled either.
        assertEquals(0, count("Said before the tab"));
        browser.driver().get("about:blank");
        connect(browser, true);
        browser.open(path + RUN);
        saved(browser, 1);
        assertEquals(1, count("Said before the tab"));
        assertEquals(0L, browser.run("return Object.keys(localStorage).filter(k => k.startsWith('cs-capture')).length"));
    }

    @Test
    @Order(6)
    void anAnswerThatIsLostDoublesNothing(Browser browser)
    {
        browser.open(path + RUN);
        browser.run("const real = window.fetch; let lost = 0; window.fetch = async (...all) => {"
            + " const answer = await real(...all);"
            + " if (all[1]?.method === 'POST' && lost++ < 2) { window.lost = lost; throw new TypeError('lost'); }"
            + " return answer; };");
        browser.find(By.name(SPEAKER)).sendKeys("");
        capture(browser, "1", "Said while answers were lost");
        await(browser, KEPT);
        assertEquals(1, count("Said while answers"));
        saved(browser, 1);
        assertEquals(2L, browser.run("return window.lost"));
        assertEquals(1, count("Said while answers"));
    }

    @Test
    @Order(7)
    void aWikiThatWasStartedAnewKnowsAnotherToken(Browser browser)
    {
        browser.open(path + RUN);
        browser.run("document.querySelector('.cs-capture [name=form_token]').value = 'of before'");
        browser.find(By.name(SPEAKER)).sendKeys("");
        capture(browser, "1", "Said after a restart");
        saved(browser, 1);
        assertEquals(1, count("Said after a restart"));
        // Who is logged out is told so, and nothing is lost.
        browser.driver().manage().deleteAllCookies();
        capture(browser, "1", "Said when logged out");
        await(browser, "log in on another tab");
        assertEquals(0, count("Said when logged out"));
        browser.login(Account.of("notetaker")).open(path + RUN);
        saved(browser, 1);
        assertEquals(1, count("Said when logged out"));
    }

    @Test
    @Order(8)
    void whatIsRefusedIsKeptToBeChanged(Browser browser)
    {
        browser.open(path + RUN);
        browser.run("document.querySelector('.cs-capture select').append(new Option('vote', 'vote', true, true))");
        browser.find(By.name(SPEAKER)).sendKeys("");
        capture(browser, "1", "Said with a wrong kind");
        await(browser, "Not saved:");
        assertEquals(0, count("Said with a wrong kind"));
        browser.run("document.querySelector('.cs-capture select').value = 'idea'");
        browser.find(By.cssSelector(".cs-captured-refused button")).click();
        browser.run("document.querySelector('.cs-capture select').value = 'question'");
        new Actions(browser.driver()).sendKeys(Keys.ENTER).perform();
        saved(browser, 1);
        assertEquals(1, count("Said with a wrong kind"));
    }

    @Test
    @Order(9)
    void everythingWorksWithoutScripts()
    {
        WikiClient notes = TestWiki.client(Account.of("notetaker"));
        WikiPage done = notes.get(path + RUN).actionForm("capture").set(SPEAKER, "Ana").set("text", "Said without scripts")
            .submit();
        assertTrue(done.has(".cs-run"), done::text);
        assertEquals(1, count("Said without scripts"));
        WikiPage empty = notes.get(path + RUN).actionForm("capture").set("text", " ").submit();
        assertEquals(400, empty.status());
        assertTrue(empty.has(".cs-run [aria-invalid=true]"), empty::text);

        WikiPage mine = notes.get(path + RUN);
        WikiPage theirs = TestWiki.client(Account.of("facilitator")).get(path + RUN);
        assertTrue(mine.actionForm("saveTakeaways").set("takeaways", "* One register").submit().text()
            .contains("One register"));
        WikiPage late = theirs.actionForm("saveTakeaways").set("takeaways", "* Mine").submit();
        assertEquals(409, late.status());
        assertTrue(late.text().contains("Somebody else has changed this meanwhile."), late::text);
        assertEquals("* Mine", late.actionForm("saveTakeaways").get("takeaways"));

        assertEquals(400, notes.get(path + RUN).actionForm("addActionItem").set("title", "Ask the treasury")
            .set("due", "2017-02-30").submit().status());
        notes.get(path + RUN).actionForm("addActionItem").set("title", "Ask <the> treasury").set("owner", "Ana")
            .set("due", "2017-02-28").submit();
        WikiPage shown = TestWiki.client(Account.GUEST).get(path);
        assertTrue(shown.text().contains("Ask <the> treasury"), shown::text);
        assertTrue(shown.text().contains("Overdue"), shown::text);
        notes.get(path + RUN).actionForm("setDone").submit("done");
        assertFalse(TestWiki.client(Account.GUEST).get(path).text().contains("Overdue"));
        assertTrue(notes.get(path + RUN).actionForm("setDone").submit("again").text().contains("Overdue"));
    }

    @Test
    @Order(10)
    void othersChangeNothing()
    {
        WikiClient expert = TestWiki.client(Account.of("expert"));
        List<String> done = new ArrayList<>();
        for (String action : List.of("startItem", "capture", "attend", "saveTakeaways", "addActionItem", "setDone",
            "takeQuestions")) {
            WikiPage answer = expert.post(path, "form_token", expert.token(), "cs_action", action, "cs_target", dialogue,
                "item", "0", "text", "Said by nobody", "kind", "idea", "takeaways", "Said by nobody", "known",
                "* One register", "title", "Said by nobody", "done", "0", "present", "e0");
            if (answer.status() != 403 && answer.status() != 404) {
                done.add(action + ": " + answer);
            }
        }
        assertEquals(List.of(), done);
        assertFalse(TestWiki.client(Account.GUEST).get(path).text().contains("Said by nobody"));
    }

    private static void await(Browser browser, String text)
    {
        new WebDriverWait(browser.driver(), PATIENCE).until(driver -> browser.text().contains(text));
    }
}

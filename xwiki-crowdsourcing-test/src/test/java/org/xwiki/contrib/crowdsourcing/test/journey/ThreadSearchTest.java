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
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What is found within a discussion, and by whom.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class ThreadSearchTest
{
    /** How long a search engine may take to know what was just saved. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String WORDS = "quinceaneras";

    private static String dialogue;

    private static String english;

    private static String spanish;

    private static String question;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String page = admin.create(Stage.page("ChallengeClass"), "createDialogue", "Search: \"within\" v1.0", "start",
            "2030-06-06T10:00", "timezone", "America/Mexico_City", "duration", "60");
        dialogue = WikiClient.path("view", page);
        assertEquals(200, admin.get(dialogue).actionForm("openDialogue").submit().status());
        english = contribute("expert", "idea", "Publish what each quinceanera costs, **office** by office");
        spanish = contribute("notetaker", "idea", "Publicar cu\u00E1nto cuestan las quincea\u00F1eras de los alcaldes");
        question = contribute("expert", "question", "Who pays for a \u0641\u0633\u0627\u062F \uD83D\uDE00 quinceanera?");
        await(WORDS, List.of(english, spanish, question));
    }

    private static String contribute(String role, String kind, String text)
    {
        WikiClient client = TestWiki.client(Account.of(role));
        List<String> before = shown(client.get(dialogue));
        List<String> after = shown(client.get(dialogue).actionForm("contribute").set("text", text).set("kind", kind)
            .submit());
        return after.stream().filter(key -> !before.contains(key)).findFirst().orElseThrow();
    }

    private static List<String> shown(WikiPage page)
    {
        assertEquals(200, page.status(), page.toString());
        return page.document().select("li.cs-contribution").eachAttr("id");
    }

    private static WikiPage search(Account account, String words, String... more)
    {
        return TestWiki.client(account)
            .get(dialogue + "?cs_search=" + WikiClient.encode(words) + String.join("", more));
    }

    private static void await(String words, List<String> wanted)
    {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> found = shown(search(Account.GUEST, words));
        while (!found.equals(wanted) && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            found = shown(search(Account.GUEST, words));
        }
        assertEquals(wanted, found, words);
    }

    @Test
    void wordsAreFoundInAnyFormAndLanguage()
    {
        assertEquals(List.of(english), shown(search(Account.GUEST, "offices quincea\u00F1era")));
        assertEquals(List.of(spanish), shown(search(Account.GUEST, "alcalde quincea\u00F1era")));
        assertEquals(List.of(question), shown(search(Account.GUEST, "\u0641\u0633\u0627\u062F")));
        assertEquals(List.of(question), shown(search(Account.GUEST, "\uD83D\uDE00")));
        WikiPage page = search(Account.of("expert"), WORDS);
        assertTrue(page.text().contains("Contributions with these words: 3."), page.text());
        assertEquals(WORDS, page.document().selectFirst("input[name=cs_search]").attr("value"));
    }

    @Test
    void otherFiltersAndOrdersAreKept()
    {
        assertEquals(List.of(question), shown(search(Account.GUEST, WORDS, "&cs_kind=question")));
        assertEquals(List.of(question, spanish, english),
            shown(search(Account.GUEST, WORDS, "&cs_order=newest")));
        assertEquals(List.of(english, spanish, question),
            shown(search(Account.GUEST, WORDS, "&cs_order=supported")));
        assertEquals(List.of(english, question), shown(search(Account.GUEST, WORDS, "&cs_author="
            + Account.of("expert").page())));
        WikiPage none = search(Account.GUEST, WORDS, "&cs_kind=concern");
        assertEquals(List.of(), shown(none));
        String clear = none.document().select("a:contains(Clear the search)").attr("href");
        assertTrue(clear.contains("cs_kind=concern") && !clear.contains("cs_search"), clear);
    }

    @Test
    void otherDiscussionsAreNotFound()
    {
        // As the discussion of the stage says.
        String other = WikiClient.path("view", Stage.page("DialogueClass"));
        assertEquals(List.of(), shown(TestWiki.client(Account.GUEST).get(other + "?cs_search=" + WORDS)));
    }

    @Test
    void whatIsHiddenIsNotFoundByAnybodyFromThatMomentOn()
    {
        String secret = contribute("expert", "idea", "The zarzuela of the mayor");
        await("zarzuela", List.of(secret));
        WikiClient curator = TestWiki.client(Account.of("curator"));
        String forms = "form:has(input[name=cs_action][value=%s]):has(input[name=cs_target][value$=" + secret + "])";
        WikiPage page = curator.get(dialogue + "?cs_at=" + secret);
        page.form(String.format(forms, "hide")).set("hiddenReasonKind", "private").submit();
        for (Account account : List.of(Account.GUEST, Account.of("expert"), Account.of("curator"))) {
            WikiPage none = search(account, "zarzuela");
            assertEquals(List.of(), shown(none), account.toString());
            assertTrue(none.text().contains("Contributions with these words: 0."), none.text());
        }
        curator.get(dialogue + "?cs_at=" + secret).form(String.format(forms, "unhide")).submit();
        await("zarzuela", List.of(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "zzz:zzz", "zzz]", "*", "zzz*", "AND", "zzz AND NOT (", "{!term f=hidden}true",
        "zzz} *:*", "zzz' or 1=1 --", "<script>zzz</script>", "\\", "zzz%00", "\u202Ezzz"})
    void nothingThatIsTypedBreaksIt(String words)
    {
        WikiPage page = search(Account.GUEST, words);
        assertEquals(List.of(), shown(page), page.text());
        assertTrue(page.text().contains("Clear the search"), page.text());
        assertFalse(page.body().contains("<script>zzz"), page.body());
    }

    @Test
    void whatIsTooLongIsRefusedAtTheField(Browser browser)
    {
        browser.login(Account.GUEST).open(dialogue + "?cs_search=" + "zzz+".repeat(250));
        assertTrue(browser.text().contains("At most 250 characters, please."), browser.text());
        assertEquals("true", browser.find(By.name("cs_search")).getAttribute("aria-invalid"));
        assertEquals(List.of(), browser.violations());
    }

    @Test
    void theKeyboardIsEnough(Browser browser)
    {
        browser.login(Account.GUEST).open(dialogue);
        browser.find(By.name("cs_search")).sendKeys(WORDS, Keys.ENTER);
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(d -> d.getCurrentUrl().contains("cs_search")
            && "complete".equals(browser.run("return document.readyState")));
        assertTrue(browser.url().contains("cs_search=" + WORDS), browser.url());
        assertTrue(browser.text().contains("Contributions with these words: 3."), browser.text());
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
    }
}

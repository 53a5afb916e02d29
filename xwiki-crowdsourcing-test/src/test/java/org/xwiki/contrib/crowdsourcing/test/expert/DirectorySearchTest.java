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

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who is found in the directory by words, and by whom.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class DirectorySearchTest
{
    private static final String DIRECTORY = Stage.SPACE + ".Found.WebHome";

    private static final String AREAS = Stage.SPACE + ".FoundAreas.WebHome";

    /** A word that nobody else's profile has. */
    private static final String WORD = "xilonenque";

    private static final String ENGLISH = "Ann \"O'Neil\" v1.0: <b>";

    private static final String SPANISH = "Bea Encontrada";

    private static final String PORTUGUESE = "Caio Encontrado";

    private static final String FRENCH = "Di\u00E8ne Trouv\u00E9e \uD83D\uDE00";

    private static final List<String> ALL = List.of(ENGLISH, SPANISH, PORTUGUESE, FRENCH);

    private static final String VIEW = WikiClient.path("view", DIRECTORY);

    private static String unlisted;

    private static String topic;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Directory that is searched", "content", "{{experts/}}");
        admin.save(AREAS, "title", "Areas that are searched", "content", "{{areas/}}");
        String area = admin.create(AREAS, "createArea", "Zurblatt of cities");
        topic = admin.create(area, "createArea", "Wexelbob");
        expert(ENGLISH, "biography", "She has audited the banks of the city, with a " + WORD + ".", "country", "US",
            "position", "Auditor", "organisation", "Zeta", "area", topic, "level", "explain");
        expert(SPANISH, "biography", "Ha investigado los contratos de las obras p\u00FAblicas. " + WORD, "country", "MX",
            "organisation", "Alfa", "availableFrom", "2035-01-01");
        expert(PORTUGUESE, "biography", "Trabalha com as compras dos munic\u00EDpios e com os pesquisadores. " + WORD,
            "country", "BR", "region", "africa");
        expert(FRENCH, "biography", "Elle \u00E9tudie les march\u00E9s de la ville et les enqu\u00EAtes. " + WORD,
            "country", "FR", "position", "\u0641\u0633\u0627\u062F");
        unlisted = admin.create(DIRECTORY, "createExpert", "Eva Unlisted", "biography", WORD);
        String secret = expert("Fay Secret", "biography", WORD, "country", "KI");
        admin.save(secret, "XWiki.XWikiRights_0_users", Account.of("curator").page(), "XWiki.XWikiRights_0_levels",
            "view", "XWiki.XWikiRights_0_allow", "1");
        await(WORD, ALL);
    }

    private static String expert(String name, String... values)
    {
        String[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = "consent";
        all[values.length + 1] = "1";
        return TestWiki.client(Account.ADMIN).create(DIRECTORY, "createExpert", name, all);
    }

    private static WikiPage search(Account account, String words, String... more)
    {
        WikiPage page = TestWiki.client(account)
            .get(VIEW + "?cs_search=" + WikiClient.encode(words) + String.join("", more));
        assertEquals(200, page.status(), page.toString());
        return page;
    }

    private static List<String> shown(WikiPage page)
    {
        return page.document().select(".cs-people .cs-card-title").eachText();
    }

    private static void await(String words, List<String> wanted)
    {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!shown(search(Account.GUEST, words)).equals(wanted) && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertEquals(wanted, shown(search(Account.GUEST, words)), words);
    }

    @ParameterizedTest
    @CsvSource({"auditing bank,0", "city auditors,0", "United States,0", "Estados Unidos,0", "contrato obra publica,1",
        "investigados,1", "Mexique,1", "M\u00E9xico,1", "municipio pesquisador,2", "compra,2", "Brasil,2", "Brazil,2",
        "march\u00E9 enqu\u00EAte,3", "villes marche,3", "Francia,3", "\u0641\u0633\u0627\u062F,3", "wexelbobs,0",
        "zurblatts,0"})
    void wordsAreFoundInAnyFormAndLanguage(String words, int which)
    {
        WikiPage page = search(Account.GUEST, WORD + ' ' + words);
        assertEquals(List.of(ALL.get(which)), shown(page), page.text());
        assertTrue(page.text().contains("Experts found: 1"), page.text());
    }

    @Test
    void filtersOrdersAndPlacesGoTogether()
    {
        assertEquals(List.of(SPANISH), shown(search(Account.GUEST, WORD, "&cs_country=MX")));
        assertEquals(List.of(SPANISH), shown(search(Account.GUEST, WORD, "&cs_region=latin-america-caribbean")));
        assertEquals(List.of(PORTUGUESE), shown(search(Account.GUEST, WORD, "&cs_region=africa")));
        assertEquals(List.of(ENGLISH, PORTUGUESE, FRENCH), shown(search(Account.GUEST, WORD, "&cs_available=1")));
        assertEquals(List.of(ENGLISH), shown(search(Account.GUEST, WORD, "&cs_level=connect")));
        assertEquals(List.of(), shown(search(Account.GUEST, WORD, "&cs_level=do")));
        assertEquals(List.of(SPANISH, ENGLISH),
            shown(search(Account.GUEST, WORD, "&cs_sort=organisation")).subList(0, 2));
        assertEquals(List.of(FRENCH), shown(search(Account.GUEST, WORD, "&cs_cursor=3")));
        List<String> table = search(Account.GUEST, WORD, "&cs_view=table&cs_sort=-name&cs_organisation=a").document()
            .select("th[scope=row]").eachText();
        assertEquals(List.of(SPANISH, ENGLISH), table);
    }

    @Test
    void theFileIsWhatIsShown()
    {
        for (String view : List.of("", "&cs_view=table")) {
            WikiPage page = search(Account.GUEST, WORD, "&cs_sort=" + (view.isEmpty() ? "" : "-") + "organisation", view,
                "&cs_organisation=a");
            String file = page.form("form.cs-file").submit().body();
            assertEquals(view.isEmpty() ? 5 : 3, file.strip().lines().count(), file);
            boolean first = file.indexOf("Alfa") < file.indexOf("Zeta");
            assertEquals(view.isEmpty(), first, file);
        }
        assertFalse(search(Account.GUEST, WORD + " zzz").form("form.cs-file").submit().body().contains("Alfa"));
    }

    @Test
    void whoIsNotListedOrMayNotBeSeenIsNeitherFoundNorCounted()
    {
        for (Account account : List.of(Account.GUEST, Account.of("observer"))) {
            assertTrue(search(account, WORD).text().contains("Experts found: 4"));
            assertEquals(List.of(), shown(search(account, "Fay Secret")));
            assertEquals(List.of(), shown(search(account, "Eva Unlisted")));
            assertEquals(0, search(account, WORD).document().select("option[value=KI]").size());
        }
        assertEquals(5, shown(search(Account.of("curator"), WORD)).size());
        assertEquals(List.of(), shown(search(Account.ADMIN, "Eva Unlisted")));
        assertEquals(200, TestWiki.client(Account.ADMIN).get(WikiClient.path("view", unlisted)).status());
    }

    @Test
    void whoWithdrawsIsNotFoundFromThatMomentOn()
    {
        String gone = expert("Gus Leaves", "biography", WORD + " ephemeral");
        await(WORD + " ephemeral", List.of("Gus Leaves"));
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(gone, "Crowdsourcing.Code.ExpertClass_0_consent", "0");
        WikiPage none = search(Account.ADMIN, WORD + " ephemeral");
        assertEquals(List.of(), shown(none));
        assertTrue(none.text().contains("Use fewer words"), none.text());
    }

    @Test
    void anAreaIsFoundByItsNewTitleAtOnce()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(topic, "title", "Yakkadoodle");
        assertEquals(List.of(ENGLISH), shown(search(Account.GUEST, WORD + " yakkadoodles")));
        admin.save(topic, "title", "Wexelbob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"zzz", "zzz:zzz", "zzz]", "*zzz", "zzz*", "zzz AND NOT (", "{!term f=hidden}true", "zzz} *:*",
        "zzz' or 1=1 --", "<script>zzz</script>", "\\", "\u202Ezzz", "\uD83E\uDD84", "%zzz", "_zzz"})
    void nothingThatIsTypedBreaksIt(String words)
    {
        for (String view : List.of("", "&cs_view=table")) {
            WikiPage page = search(Account.GUEST, words, view);
            assertEquals(List.of(), shown(page), page.text());
            assertTrue(page.text().contains("Use fewer words"), page.text());
            assertFalse(page.body().contains("<script>zzz"), page.body());
            assertEquals(words, page.document().selectFirst("input[name=cs_search][type=search]").attr("value"));
        }
        LogCapture.take();
    }

    @Test
    void whatIsTooLongIsRefusedAtTheField(Browser browser)
    {
        browser.login(Account.GUEST).open(VIEW + "?cs_search=" + "zzz+".repeat(250));
        assertTrue(browser.text().contains("At most 250 characters, please."), browser.text());
        assertEquals("true", browser.find(By.name("cs_search")).getAttribute("aria-invalid"));
        assertEquals(List.of(), browser.violations());
    }

    @Test
    void theKeyboardIsEnough(Browser browser)
    {
        browser.login(Account.GUEST).open(VIEW);
        browser.find(By.name("cs_search")).sendKeys(WORD, Keys.ENTER);
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(d -> d.getCurrentUrl().contains("cs_search")
            && "complete".equals(browser.run("return document.readyState")));
        assertTrue(browser.text().contains("Experts found: 4"), browser.text());
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
    }
}

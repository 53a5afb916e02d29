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

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A brief from its evidence to two frozen versions and a translation.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BriefTest
{
    private static final String TITLE = "Brief: \"v1.0\" <b> \u0644\u064A\u0644\u0649 \uD83D\uDD25";

    private static final String CODE = "Crowdsourcing.Code.";

    private static final String PASSAGE = "One office in three pays late";

    private static final String CHANGED = "One office in five pays late";

    private static final String FIRST = "A survey of <3> offices";

    private static final String SECOND = "The court's \"ledger\"";

    private static final Account RESEARCHER = Account.of("researcher");

    private static String challenge;

    private static String brief;

    private static String dialogue;

    private static String translation;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        challenge = admin.create(Stage.page("InitiativeClass"), "createChallenge", "Late payments, v2.0");
        brief = admin.create(challenge, "createBrief", TITLE, "problem", PASSAGE + ", says a survey.", "rootCauses",
            "* Paper\n* Fear", "questions", "* Who pays late?\n* What would you do first?", "language", "en",
            "EvidenceClass_0_claim", FIRST, "EvidenceClass_0_link", "https://example.org/a?b=1&c",
            "EvidenceClass_1_claim", SECOND, "EvidenceClass_1_strength", "weak");
        dialogue = admin.create(challenge, "createDialogue", "Session on late payments", "start", "2030-06-06T10:00",
            "timezone", "America/Mexico_City", "duration", "60");
    }

    private static WikiPage view(Account account, String page, String query)
    {
        return TestWiki.client(account).get(WikiClient.path("view", page) + query);
    }

    private static WikiForm edit(String page)
    {
        return TestWiki.client(RESEARCHER).edit(page).editForm();
    }

    private static String version(int number)
    {
        return brief.replaceAll("WebHome$", "V" + number);
    }

    private static Element row(Document page, String claim)
    {
        return page.select(".cs-evidence tbody tr").stream().filter(one -> one.text().contains(claim)).findFirst()
            .orElseThrow(() -> new AssertionError(page.text()));
    }

    private static WikiPage act(String action, String page)
    {
        return view(RESEARCHER, page, "").actionForm(action).submit();
    }

    @Test
    @Order(1)
    void evidenceIsCitedByANumberThatStaysWithIt()
    {
        Document page = view(RESEARCHER, brief, "").document();
        String first = row(page, FIRST).select("input[readonly]").val();
        String second = row(page, SECOND).select("input[readonly]").val();
        assertTrue(first.matches("\\{\\{evidence uid=\"e[0-9a-z]+\"/}}"), first);
        assertNotEquals(first, second);
        edit(brief).set(CODE + "BriefClass_0_problem", PASSAGE + ", says a court." + second + " And a survey." + first)
            .set(CODE + "BriefClass_0_rootCauses", "* Paper" + second + "\n* Fear").submit("action_save");
        page = view(Account.GUEST, brief, "").document();
        assertTrue(row(page, SECOND).text().startsWith("[1]"), page.text());
        assertTrue(row(page, FIRST).text().startsWith("[2]"), page.text());
        List<String> targets = page.select(".cs-brief-section .cs-cite a").eachAttr("href");
        assertEquals(3, targets.size(), page.text());
        for (String target : targets) {
            assertEquals(1, page.select("[id=" + target.substring(1) + "]").size(), target);
        }
        WikiForm form = edit(brief);
        form.set("deletedObjects", CODE + "EvidenceClass_0").submit("action_save");
        page = view(Account.GUEST, brief, "").document();
        assertTrue(row(page, SECOND).text().startsWith("[1]"), page.text());
        assertTrue(page.text().contains("evidence missing: e"), page.text());
        edit(brief).set(CODE + "BriefClass_0_problem", PASSAGE + ", says a court." + second).submit("action_save");
        assertFalse(view(Account.GUEST, brief, "").text().contains("evidence missing"));
    }

    @Test
    @Order(2)
    void aPassageIsCommentedOnByWhatIsSelectedAndByTheParagraph(Browser browser)
    {
        act("startWorkshop", brief);
        browser.login(Account.of("partner")).open(WikiClient.path("view", brief));
        assertEquals(List.of(), browser.violations());
        browser.run("const text = document.querySelector('.cs-brief-section .cs-text p');"
            + "const range = document.createRange(); range.selectNodeContents(text);"
            + "const selection = document.getSelection(); selection.removeAllRanges(); selection.addRange(range);"
            + "return true;");
        browser.find(By.cssSelector(".cs-passage-comment")).click();
        assertEquals(PASSAGE + ", says a court.", browser.find(By.name("passage")).getDomProperty("value"));
        browser.form("contribute").write("text", "Only in the <capital>.").send();
        assertTrue(browser.text().contains("Only in the <capital>."), browser.text());
        WikiForm form = view(Account.of("expert"), brief, "").actionForm("contribute");
        form.choose("paragraph", "Root causes: Paper").set("text", "And the postal service.").set("kind", "concern");
        WikiPage said = form.submit();
        assertTrue(said.document().select(".cs-passage").eachText().toString().contains("Paper"), said.text());
    }

    @Test
    @Order(3)
    void itIsFrozenWhenEveryCommentHasItsAnswer()
    {
        WikiPage refused = act("freeze", brief);
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("Comments without an answer: 2."), refused.text());
        List<String> open = refused.document().select(".cs-readiness a").eachAttr("href");
        assertEquals(2, open.size(), refused.text());
        assertEquals(404, view(RESEARCHER, version(1), "").status());
        for (int i = 0; i < 2; i++) {
            WikiForm decide = view(Account.of("curator"), brief, "?cs_undecided=1").actionForm("decide");
            WikiPage without = i == 0 ? decide.set("decision", "nottaken").set("reasonKind", "").set("reason", "Kept <1>")
                .submit() : null;
            assertTrue(i > 0 || without.status() == 400 && without.body().contains("Kept &#60;1&#62;"));
            WikiPage answered = view(Account.of("curator"), brief, "?cs_undecided=1").actionForm("decide")
                .set("decision", i == 0 ? "nottaken" : "partly").set("reasonKind", "fits").set("reason", "Because.")
                .submit();
            assertEquals(200, answered.status(), answered.text());
        }
        assertEquals(200, act("freeze", brief).status());
        Document page = view(Account.GUEST, brief, "").document();
        assertEquals(1, page.select(".cs-facts a[href$=/V1]").size(), page.text());
    }

    @Test
    @Order(4)
    void aVersionIsReadByAllAndChangedByNobody()
    {
        WikiPage page = view(Account.GUEST, version(1), "");
        assertEquals(200, page.status());
        assertTrue(page.text().contains("This is version 1 of") && page.text().contains(PASSAGE), page.text());
        assertTrue(row(page.document(), SECOND).text().startsWith("[1]"), page.text());
        assertFalse(page.has(".cs form[method=post]"), "Nothing can be done to it");
        String field = CODE + "BriefClass_0_problem";
        for (Account account : List.of(RESEARCHER, Account.of("owner"), Account.ADMIN)) {
            WikiClient client = TestWiki.client(account);
            for (List<String> change : List.of(List.of(field, "Forged"), List.of("title", "Forged"),
                List.of("content", "Forged"), List.of("title", "Forged", "language", "es"),
                List.of(CODE + "EvidenceClass_0_claim", "Forged"), List.of(CODE + "BriefClass_0_edition", ""),
                List.of("XWiki.XWikiComments_0_comment", "Forged")))
            {
                String[] fields = new String[change.size() + 4];
                change.toArray(fields);
                fields[change.size()] = "form_token";
                fields[change.size() + 1] = client.token();
                fields[change.size() + 2] = "objectPolicy";
                fields[change.size() + 3] = "updateOrCreate";
                WikiPage answer = client.post(WikiClient.path("save", version(1)), fields);
                Stage.isRefusedByTheWiki(answer);
                assertFalse(view(Account.ADMIN, version(1), "?language=es").body().contains("Forged"),
                    account + " " + change);
            }
        }
        // The wiki remembers the language of everybody.
        List.of(RESEARCHER, Account.of("owner"), Account.ADMIN).forEach(one -> view(one, brief, "?language=en"));
        WikiClient researcher = TestWiki.client(RESEARCHER);
        researcher.post(WikiClient.path("delete", version(1)), "confirm", "1", "form_token", researcher.token());
        assertEquals(page.document().select(".cs-brief-text").text(),
            view(Account.GUEST, version(1), "").document().select(".cs-brief-text").text());
    }

    @Test
    @Order(5)
    void aTranslationFollowsItsVersion()
    {
        WikiForm form = view(RESEARCHER, brief, "").actionForm("translate");
        WikiPage refused = form.set("language", "en").set("title", "\u062A\u0642\u0631\u064A\u0631 <b>").submit();
        assertEquals(400, refused.status());
        assertEquals("\u062A\u0642\u0631\u064A\u0631 <b>", refused.actionForm("translate").get("title"));
        WikiPage made = refused.actionForm("translate").set("language", "ar").submit();
        assertEquals(200, made.status(), made.text());
        translation = WikiClient.reference(made.uri().toString());
        assertEquals(brief.replaceAll("WebHome$", "ar.WebHome"), translation);
        assertTrue(made.text().contains("This translates version 1 of") && made.text().contains(PASSAGE), made.text());
        assertTrue(made.has(".cs-brief-text[lang=ar][dir=rtl]"), made.text());
        assertTrue(view(Account.GUEST, brief, "").has(".cs-languages a[hreflang=ar][lang=ar][dir=rtl]"));
        assertFalse(made.text().contains("outdated"), made.text());
        assertEquals(1, view(Account.GUEST, challenge, "").document().select("a[href$=/Brief/]").stream()
            .map(Element::text).distinct().count(), "It is no second brief");
        assertFalse(view(Account.GUEST, challenge, "").has("a[href*='/Brief/']:not([href$=/Brief/])"));
        edit(translation).set(CODE + "BriefClass_0_problem", "\u0645\u0643\u062A\u0628").submit("action_save");
        assertEquals(200, act("freeze", translation).status());
        assertEquals(200, view(Account.GUEST, translation.replaceAll("WebHome$", "V1"), "").status());
    }

    @Test
    @Order(6)
    void theNextDraftStartsFromTheVersion()
    {
        assertEquals(200, act("newDraft", brief).status());
        WikiForm form = edit(brief);
        String draftText = form.get(CODE + "BriefClass_0_problem");
        assertTrue(draftText.contains(PASSAGE), draftText);
        form.set(CODE + "BriefClass_0_problem", CHANGED + ".").fill("EvidenceClass_1_claim", SECOND + " of 2018")
            .submit("action_save");
        Document draft = view(Account.GUEST, brief, "?cs_view=changes").document();
        assertTrue(draft.select("del").text().contains("three") && draft.select("ins").text().contains("five"),
            draft.text());
        assertEquals(200, act("freeze", brief).status());
        assertTrue(view(Account.GUEST, version(1), "").text().contains(PASSAGE));
        assertTrue(view(Account.GUEST, version(2), "").text().contains(CHANGED));
        Document versions = view(Account.GUEST, brief, "?cs_view=versions").document();
        assertEquals(List.of("version 2", "version 1"), versions.select("tbody th").eachText());
    }

    @Test
    @Order(7)
    void differencesAreReadableWithoutColours(Browser browser)
    {
        browser.login(Account.GUEST).open(WikiClient.path("view", brief) + "?cs_view=changes&cs_from=1&cs_to=2");
        assertTrue(browser.text().contains("Removed: three") && browser.text().contains("Added: five"), browser.text());
        assertTrue(browser.text().contains("of 2018"), browser.text());
        for (String page : List.of(brief, version(1), translation)) {
            for (String query : List.of("", "?cs_view=versions", "?cs_view=changes&cs_from=1&cs_to=1")) {
                browser.open(WikiClient.path("view", page) + query);
                assertEquals(List.of(), browser.violations(), page + query);
                browser.narrow();
                assertEquals(List.of(), browser.overflow(), page + query);
                browser.wide();
            }
        }
        browser.open(WikiClient.path("view", brief) + "?cs_view=changes&cs_from=1&cs_to=9");
        assertTrue(browser.text().contains("There is no version 9"), browser.text());
    }

    @Test
    @Order(8)
    void theTranslationIsOutdatedUntilItFollows()
    {
        WikiPage page = view(Account.GUEST, translation, "");
        assertTrue(page.text().contains("It is outdated: version 2 is newer."), page.text());
        String address = page.document().selectFirst(".cs-translated a[href*=cs_view]").absUrl("href");
        assertTrue(TestWiki.client(Account.GUEST).get(address).text().contains("five"), address);
        assertTrue(view(Account.GUEST, brief, "").document().select(".cs-languages").text().contains("outdated"));
        act("newDraft", translation);
        assertEquals(200, act("bringUpToDate", translation).status());
        assertFalse(view(Account.GUEST, translation, "").text().contains("outdated"));
        assertFalse(view(Account.GUEST, brief, "").document().select(".cs-languages").text().contains("outdated"));
    }

    @Test
    @Order(9)
    void anAgendaTakesTheQuestionsOverOnce()
    {
        WikiPage taken = act("takeQuestions", dialogue);
        assertTrue(taken.text().contains("taken over from version 2 of the brief: 2."), taken.text());
        assertEquals(List.of("Who pays late?", "What would you do first?"),
            taken.document().select(".cs-agenda-title").eachText());
        WikiPage again = act("takeQuestions", dialogue);
        assertEquals(409, again.status());
        assertTrue(again.text().contains("All guiding questions are in the agenda already."), again.text());
        assertEquals(2, view(RESEARCHER, dialogue, "").document().select(".cs-agenda-title").size());
    }

    @Test
    @Order(10)
    void whatIsRestrictedKeepsItsVersionsAndTranslationsShut()
    {
        TestWiki.client(Account.ADMIN).save(brief, CODE + "BriefClass_0_access", "panel");
        for (String page : List.of(brief, version(1), version(2), translation,
            translation.replaceAll("WebHome$", "V1")))
        {
            WikiPage answer = view(Account.of("observer"), page, "");
            assertTrue(answer.status() == 401 || answer.status() == 403, page + " " + answer);
            assertFalse(answer.body().contains("office in"), page);
        }
        TestWiki.client(Account.ADMIN).save(brief, CODE + "BriefClass_0_access", "open");
        assertEquals(200, view(Account.GUEST, version(1), "").status());
    }
}

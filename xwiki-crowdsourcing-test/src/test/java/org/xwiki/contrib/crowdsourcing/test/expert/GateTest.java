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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Paths;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who gets a brief and a dialogue that are restricted to the panel, on every path that a wiki has to a page, before and
 * after experts signed what the initiative asks, with words planted that stand nowhere else.
 *
 * @version $Id$
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GateTest
{
    /** So that no answer to a search repeats the whole of it. */
    private static final String BEGIN = "megalosa";

    private static final String WORD = BEGIN + "urus";

    /** Who is to sign for a dialogue knows its title. */
    private static final String TITLE = "Iguanodontid";

    private static final String DECLARED = "Nephew of a deinonychus";

    private static final Account CURATOR = Account.of("curator");

    private static final Account SIGNED = Account.of("expert");

    private static final Account UNSIGNED = Account.of("partner");

    /** Confirmed in another dialogue, which is not that of this challenge. */
    private static final Account ELSEWHERE = Account.of("facilitator");

    private static final List<Account> OTHERS =
        List.of(UNSIGNED, Account.GUEST, ELSEWHERE, Account.of("observer"));

    private static final String CODE = "Crowdsourcing.Code.";

    private static String initiative;

    private static String challenge;

    private static String brief;

    private static String dialogue;

    private static String contribution;

    private static String signing;

    private static String unsigned;

    @BeforeAll
    static void plant()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        initiative = admin.create(Stage.homes().get(0), "createInitiative", "Initiative with a gate", "nda",
            "Tell nobody of the first text.", "ndaVersion", "1", "licence", "Free to use.", "licenceVersion", "1");
        ask("conflict", "nda", "licence");
        challenge = admin.create(initiative, "createChallenge", "Challenge behind a gate");
        brief = admin.create(challenge, "createBrief", "Brief of the " + TITLE, "problem", "Feeds the " + WORD,
            "access", "panel");
        dialogue = dialogue(challenge, "Session of the " + TITLE, "access", "panel", "goals", "Tame the " + WORD);
        signing = engage(dialogue, SIGNED, "Gate signs");
        unsigned = engage(dialogue, UNSIGNED, "Gate signs not");
        String other = admin.create(initiative, "createChallenge", "Another challenge");
        sign(ELSEWHERE, engage(dialogue(other, "Another session"), ELSEWHERE, "Gate elsewhere"), "None");
        WikiPage said = TestWiki.client(CURATOR).get(WikiClient.path("view", dialogue)).actionForm("contribute")
            .set("text", "The " + WORD + " sleeps").set("kind", "idea").submit();
        assertEquals(200, said.status(), said.toString());
        contribution = dialogue.replace("WebHome", said.document().selectFirst(".cs-contribution").id());
    }

    private static void ask(String... kinds)
    {
        List<String> fields = new ArrayList<>();
        for (String kind : kinds) {
            fields.addAll(List.of(CODE + "InitiativeClass_0_agreements", kind));
        }
        TestWiki.client(Account.ADMIN).save(initiative, fields.toArray(String[]::new));
    }

    private static String dialogue(String parent, String title, String... values)
    {
        List<String> all = new ArrayList<>(List.of("start", "2030-06-06T10:00", "timezone", "America/Mexico_City",
            "duration", "60"));
        all.addAll(List.of(values));
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String page = admin.create(parent, "createDialogue", title, all.toArray(String[]::new));
        assertEquals(200, admin.get(WikiClient.path("view", page)).actionForm("openDialogue").submit().status());
        return page;
    }

    private static String engage(String page, Account account, String name)
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String profile =
            admin.create(Stage.homes().get(1), "createExpert", name, "consent", "1", "user", account.page());
        WikiPage engaged =
            admin.get(WikiClient.path("view", page)).actionForm("engage").set("expert", profile).submit();
        assertEquals(200, engaged.status(), engaged.toString());
        String engagement = engaged.document().select(".cs-panel li").stream()
            .filter(item -> item.text().startsWith(name + ' '))
            .map(item -> WikiClient.reference(item.selectFirst("a[href*='/Panel/']").absUrl("href"))).findFirst()
            .orElseThrow();
        assertEquals(200, TestWiki.client(CURATOR).get(WikiClient.path("view", engagement))
            .actionForm("setEngagementState").set("state", "accepted").submit().status());
        return engagement;
    }

    private static WikiForm form(Account account, String engagement)
    {
        return TestWiki.client(account).get(WikiClient.path("view", engagement)).actionForm("sign");
    }

    private static void sign(Account account, String engagement, String conflict)
    {
        WikiPage answer =
            form(account, engagement).set("conflict", conflict).set("nda", "1").set("licence", "1").submit();
        assertEquals(200, answer.status(), answer.toString());
    }

    /** The ways that people take. */
    private static List<String> ways()
    {
        List<String> result = new ArrayList<>();
        for (String page : List.of(dialogue, brief, contribution)) {
            String view = WikiClient.path("view", page);
            result.addAll(List.of(view, view + "?xpage=xml", view + "?viewer=history",
                WikiClient.path("get", page) + "?xpage=plain"));
        }
        return result;
    }

    private static List<String> paths()
    {
        List<String> result = new ArrayList<>(ways());
        result.addAll(Paths.of(dialogue, CODE + "DialogueClass", BEGIN));
        result.addAll(Paths.of(contribution, CODE + "ContributionClass", BEGIN));
        result.addAll(Paths.of(brief, CODE + "BriefClass", BEGIN).stream().filter(path -> path.contains("/rest/"))
            .toList());
        result.add(WikiClient.path("view", dialogue.replace("WebHome", "WebPreferences")) + "?xpage=xml");
        for (String page : List.of(initiative, challenge, Stage.homes().get(0), "Crowdsourcing.WebHome")) {
            String view = WikiClient.path("view", page);
            result.addAll(List.of(view, view + "?cs_view=table", view + "?cs_view=queue", view + "?xpage=plain"));
        }
        result.addAll(List.of(WikiClient.path("view", dialogue) + "?cs_view=run",
            WikiClient.path("view", dialogue) + "?cs_view=measures",
            WikiClient.path("view", dialogue) + "?cs_search=" + BEGIN, calendar(initiative), calendar(dialogue),
            "/bin/get/Crowdsourcing/Code/Arrivals?outputSyntax=plain&page="
                + WikiClient.encode(dialogue),
            "/bin/view/Main/Search?text=" + BEGIN,
            "/bin/get/XWiki/SearchSuggest?outputSyntax=plain&input=" + BEGIN,
            "/bin/get/XWiki/SuggestSolrService?outputSyntax=plain&nb=9&input=" + BEGIN
                + "&query=" + WikiClient.encode("q=__INPUT__*"),
            "/bin/view/Main/WebRss?xpage=plain", "/bin/view/Main/AllDocs",
            "/rest/wikis/xwiki/search?q=" + BEGIN + "&scope=content", "/rest/wikis/xwiki/search?q=" + BEGIN
                + "&scope=title", "/rest/wikis/xwiki/query?type=solr&q=" + BEGIN + "*",
            "/rest/wikis/xwiki/modifications", "/rest/wikis/query?q=" + BEGIN + "*",
            "/rest/notifications?untilDate=0",
            "/rest/liveData/sources/crowdsourcingChallenges/entries?namespace=wiki:xwiki&limit=100&properties=title"));
        return result;
    }

    private static String calendar(String page)
    {
        return "/bin/get/Crowdsourcing/Code/Calendar?outputSyntax=plain&page="
            + WikiClient.encode(page);
    }

    private static List<String> leaks(Account account, List<String> paths, String... words)
    {
        WikiClient client = TestWiki.client(account);
        List<String> result = new ArrayList<>();
        for (String path : paths) {
            String body = client.get(path).body();
            List.of(words).stream().filter(body::contains)
                .forEach(word -> result.add(account + ": " + word + " in " + path));
        }
        // Errors of the wiki itself on paths that it does not have are its own.
        LogCapture.take();
        return result;
    }

    private static void assertShut(Account account)
    {
        assertEquals(List.of(), leaks(account, ways(), WORD, TITLE));
    }

    private static void assertNothing(Account account)
    {
        boolean asked = account.equals(SIGNED) || account.equals(UNSIGNED);
        assertEquals(List.of(), asked ? leaks(account, paths(), WORD) : leaks(account, paths(), WORD, TITLE));
    }

    private static void assertOpen(Account account)
    {
        for (String page : List.of(dialogue, brief, contribution)) {
            WikiPage answer = TestWiki.client(account).get(WikiClient.path("view", page));
            assertEquals(200, answer.status(), account + " " + answer);
            assertTrue(answer.body().contains(WORD), account + " " + answer);
        }
    }

    @Test
    @Order(1)
    void whoHasNotSignedGetsNothingOnAnyPath()
    {
        assertNothing(UNSIGNED);
        assertNothing(Account.of("observer"));
        OTHERS.forEach(GateTest::assertShut);
        assertShut(SIGNED);
        assertOpen(CURATOR);
        assertFalse(leaks(CURATOR, paths(), WORD).isEmpty(), "Nobody could leak what is not there");
        WikiPage shown = TestWiki.client(CURATOR).get(WikiClient.path("view", dialogue));
        assertEquals(2, shown.document().select(".cs-panel .cs-badge-warning").size(), shown.toString());
    }

    @Test
    @Order(2)
    void anExpertIsLedToWhatThereIsToSign()
    {
        WikiPage above = TestWiki.client(SIGNED).get(WikiClient.path("view", initiative));
        String link = above.document().selectFirst(".cs-pending a").absUrl("href");
        assertEquals(signing, WikiClient.reference(link.replaceFirst("#.*", "")));
        assertTrue(TestWiki.client(UNSIGNED).get(WikiClient.path("view", challenge)).has(".cs-pending a"));
        WikiPage wrong = form(SIGNED, signing).set("conflict", DECLARED).set("nda", "1").submit();
        assertEquals(400, wrong.status(), wrong.toString());
        assertEquals(DECLARED, wrong.actionForm("sign").get("conflict"), "What was typed stays");
        assertEquals("1", wrong.actionForm("sign").get("nda"));
        assertFalse(wrong.document().select("input[name=licence][aria-invalid=true]").isEmpty(), wrong.toString());
        WikiPage old = form(SIGNED, signing).set("conflict", DECLARED).set("nda", "1").set("licence", "1")
            .set("read", "another").submit();
        assertEquals(409, old.status(), old.toString());
        assertShut(SIGNED);
    }

    @Test
    @Order(3)
    void nobodySignsForSomebodyElse()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        String view = WikiClient.path("view", unsigned);
        assertFalse(curator.get(view).has("form.cs-form-sign"));
        String read = form(UNSIGNED, unsigned).get("read");
        assertEquals(403, curator.post(view, "cs_action", "sign", "cs_target", unsigned, "read", read, "conflict",
            "None", "nda", "1", "licence", "1", "form_token", curator.token()).status());
        curator.post(WikiClient.path("save", unsigned), CODE + "EngagementClass_0_ndaVersion", "1", CODE
            + "EngagementClass_0_licenceVersion", "1", CODE + "EngagementClass_0_conflictOn", "2026-01-01",
            "form_token", curator.token());
        LogCapture.take();
        assertShut(UNSIGNED);
        assertTrue(TestWiki.client(UNSIGNED).get(view).has("form.cs-form-sign"));
    }

    @Test
    @Order(4)
    void whoSignedGetsInAndNobodyElseReadsTheDeclaration()
    {
        sign(SIGNED, signing, DECLARED);
        assertOpen(SIGNED);
        assertNothing(Account.GUEST);
        assertNothing(ELSEWHERE);
        OTHERS.forEach(GateTest::assertShut);
        assertOpen(CURATOR);
        List<String> paths = new ArrayList<>(Paths.of(signing, CODE + "EngagementClass", "deinonychu"));
        OTHERS.forEach(other -> assertEquals(List.of(), leaks(other, paths, DECLARED)));
        for (Account account : List.of(SIGNED, CURATOR)) {
            assertTrue(TestWiki.client(account).get(WikiClient.path("view", signing)).body().contains(DECLARED));
        }
    }

    @Test
    @Order(5)
    void aSignedTextNeedsANewVersionWhichAsksAgain()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        WikiForm edit = curator.edit(initiative).editForm().fill("nda", "Tell nobody of the second text.");
        WikiPage refused = edit.submit("action_save");
        assertTrue(refused.body().contains("Give this text a new version"), refused.toString());
        LogCapture.take();
        assertOpen(SIGNED);
        curator.save(initiative, CODE + "InitiativeClass_0_nda", "Tell nobody of the second text.", CODE
            + "InitiativeClass_0_ndaVersion", "2");
        assertNothing(SIGNED);
        WikiPage asked = TestWiki.client(SIGNED).get(WikiClient.path("view", signing));
        assertTrue(asked.body().contains("the second text"), asked.toString());
        assertTrue(asked.body().contains("the first text"), "What was signed can be read");
        assertTrue(asked.actionForm("sign").names().contains("nda"));
        assertFalse(asked.actionForm("sign").names().contains("licence"));
        assertEquals(200, asked.actionForm("sign").set("nda", "1").submit().status());
        assertOpen(SIGNED);
    }

    @Test
    @Order(6)
    void whoLeavesIsShutOutAndALiftedRestrictionLeavesWhatWasBefore()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        WikiForm state = curator.get(WikiClient.path("view", signing)).actionForm("setEngagementState");
        assertEquals(200, state.set("state", "declined").submit().status());
        assertShut(SIGNED);
        curator.save(dialogue, CODE + "DialogueClass_0_access", "open");
        curator.save(brief, CODE + "BriefClass_0_access", "open");
        OTHERS.forEach(GateTest::assertOpen);
    }
}

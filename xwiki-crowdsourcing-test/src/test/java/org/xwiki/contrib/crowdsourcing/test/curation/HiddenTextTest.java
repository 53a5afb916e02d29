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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who gets the text of a contribution that is hidden, on every path that a wiki has to a page.
 *
 * @version $Id$
 */
class HiddenTextTest
{
    private static final Account AUTHOR = Account.of("expert");

    private static final Account CURATOR = Account.of("curator");

    private static final List<Account> OTHERS =
        List.of(Account.GUEST, Account.of("partner"), Account.of("observer"));

    private static Fixture pages;

    private static String dialogue;

    @BeforeAll
    static void create()
    {
        pages = Fixture.create("for hidden texts");
        dialogue = Fixture.path("view", pages.dialogue());
    }

    private static String contribute(String text)
    {
        WikiPage page = TestWiki.client(AUTHOR).get(dialogue).actionForm("contribute").set("text", text)
            .set("kind", "idea").submit();
        assertEquals(200, page.status(), page.toString());
        String key = page.document().select(".cs-contribution").stream().filter(item -> item.text().contains(text))
            .map(item -> item.id()).findFirst().orElseThrow();
        String home = Fixture.local(pages.dialogue());
        return home.substring(0, home.lastIndexOf('.') + 1) + key;
    }

    private static void curate(String action, String page, String... fields)
    {
        WikiClient curator = TestWiki.client(CURATOR);
        List<String> all = new ArrayList<>(List.of("form_token", curator.get(dialogue).token(), "cs_action", action,
            "cs_target", page));
        all.addAll(List.of(fields));
        WikiPage answer = curator.post(dialogue, all.toArray(String[]::new));
        assertEquals(200, answer.status(), answer.toString());
    }

    private static List<String> paths(String page)
    {
        List<String> names = WikiClient.names(page);
        String name = names.get(names.size() - 1);
        String rest = "/rest/wikis/xwiki" + names.subList(0, names.size() - 1).stream()
            .map(space -> "/spaces/" + WikiClient.encode(space)).collect(Collectors.joining()) + "/pages/" + name;
        String view = WikiClient.path("view", page);
        return List.of(view, view + "?xpage=xml", view + "?xpage=plain", view + "?viewer=code",
            view + "?viewer=history", view + "?viewer=changes&rev1=1.1&rev2=2.1", view + "?xpage=xml&rev=1.1",
            WikiClient.path("viewrev", page) + "?rev=1.1", WikiClient.path("get", page) + "?xpage=plain&rev=1.1",
            WikiClient.path("edit", page) + "?editor=object", WikiClient.path("export", page) + "?format=xar",
            WikiClient.path("export", page) + "?format=html", rest + "?objects=true", rest + "/objects",
            rest + "/objects/Crowdsourcing.Code.ContributionClass/0", rest + "/history/1.1",
            rest + "/history/1.1/objects", "/rest/wikis/xwiki/classes/Crowdsourcing.Code.ContributionClass/objects",
            dialogue, dialogue + "?cs_contribution=" + name);
    }

    private static List<String> leaks(Account account, String page, String word)
    {
        WikiClient client = TestWiki.client(account);
        return paths(page).stream().filter(path -> client.get(path).body().contains(word))
            .map(path -> account + ": " + path).toList();
    }

    @Test
    void hiddenTextIsForAuthorAndCuratorsAloneUntilItIsShownAgain()
    {
        String page = contribute("The cousin of the zoologist takes it");
        String word = "zoologist";
        String view = WikiClient.path("view", page);
        OTHERS.forEach(other -> assertFalse(leaks(other, page, word).isEmpty(), "Seen before it is hidden"));
        curate("hide", page, "hiddenReasonKind", "private", "hiddenReason", "Names a relative");
        for (Account other : OTHERS) {
            assertEquals(List.of(), leaks(other, page, word));
            assertEquals(List.of(), leaks(other, page, "Names a relative"));
            assertTrue(TestWiki.client(other).get(dialogue).has(".cs-placeholder"), "The placeholder in the thread");
        }
        assertTrue(TestWiki.client(AUTHOR).get(view).body().contains(word));
        assertTrue(TestWiki.client(AUTHOR).get(dialogue).body().contains("Names a relative"));
        assertTrue(TestWiki.client(CURATOR).get(view).body().contains(word));
        curate("unhide", page);
        for (Account other : OTHERS) {
            assertTrue(TestWiki.client(other).get(view).body().contains(word), other.toString());
            assertTrue(TestWiki.client(other).get(dialogue).body().contains(word), other.toString());
        }
    }

    @Test
    void placeholderTellsTheKindOfReasonButNotWhoHidIt()
    {
        String page = contribute("Buy my quadricycle");
        curate("hide", page, "hiddenReasonKind", "spam", "hiddenReason", "");
        String key = page.substring(page.lastIndexOf('.') + 1);
        for (Account other : OTHERS) {
            String text = TestWiki.client(other).get(dialogue).document().getElementById(key).text();
            assertFalse(text.contains("quadricycle"), text);
            assertFalse(text.contains("curator of the tests"), text);
            assertTrue(text.matches("(?s).*[Aa]dvertis.*|.*[Ss]pam.*"), text);
        }
    }

    @Test
    void logIsForEverybodyAndNamesNobody()
    {
        String page = contribute("The velocipede of the minister");
        String key = page.substring(page.lastIndexOf('.') + 1);
        curate("hide", page, "hiddenReasonKind", "abuse", "hiddenReason", "Mocks a person");
        curate("unhide", page);
        WikiPage log = TestWiki.client(Account.GUEST).get(dialogue + "?cs_log=1");
        List<String> entries = log.document().select(".cs-log-entries li").stream()
            .filter(entry -> !entry.select("a[href*=" + key + "]").isEmpty()).map(entry -> entry.text()).toList();
        assertEquals(2, entries.size(), entries.toString());
        assertTrue(entries.get(0).contains("shown again"), entries.toString());
        assertTrue(entries.get(1).contains("hidden (Abuse)"), entries.toString());
        assertFalse(log.document().select(".cs-log").text().contains("curator of the tests"));
        assertTrue(TestWiki.client(CURATOR).get(dialogue + "?cs_log=1").document().select(".cs-log").text()
            .contains("curator of the tests"));
    }

    @Test
    void nobodyButAdministratorsDeletesWhatWasSaid()
    {
        String page = contribute("The hovercraft is mine");
        curate("hide", page, "hiddenReasonKind", "offtopic", "hiddenReason", "");
        WikiClient author = TestWiki.client(AUTHOR);
        author.post(WikiClient.path("delete", page), "confirm", "1", "form_token", author.get(dialogue).token(),
            "async", "false");
        assertTrue(TestWiki.client(CURATOR).get(WikiClient.path("view", page)).body().contains("hovercraft"),
            "Deleted by its author");
        LogCapture.take();
    }
}

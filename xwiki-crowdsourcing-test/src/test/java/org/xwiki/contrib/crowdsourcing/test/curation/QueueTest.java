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
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Flags of readers, the queue of the curators, appeals of authors, and erasure.
 *
 * @version $Id$
 */
class QueueTest
{
    private static final Account AUTHOR = Account.of("expert");

    private static final Account READER = Account.of("partner");

    private static final Account CURATOR = Account.of("curator");

    private static Fixture pages;

    private static String dialogue;

    private static String queue;

    @BeforeAll
    static void create()
    {
        pages = Fixture.create("for the queue");
        dialogue = Fixture.path("view", pages.dialogue());
        queue = dialogue + "?cs_view=queue";
    }

    private static String contribute(String text)
    {
        String key = pages.contribute(AUTHOR, text);
        String home = Fixture.local(pages.dialogue());
        return home.substring(0, home.lastIndexOf('.') + 1) + key;
    }

    private static WikiPage act(Account account, String action, String page, String... fields)
    {
        WikiClient client = TestWiki.client(account);
        String[] all = new String[fields.length + 6];
        System.arraycopy(new String[] {"form_token", client.get(dialogue).token(), "cs_action", action, "cs_target",
            page}, 0, all, 0, 6);
        System.arraycopy(fields, 0, all, 6, fields.length);
        return client.post(dialogue, all);
    }

    private static WikiPage curate(String act, String item)
    {
        return act(CURATOR, "curate", Fixture.local(pages.dialogue()), "cs_view", "queue", "cs_item", item, "cs_do",
            act, "hiddenReasonKind", "spam", "hiddenReason", "Sells things");
    }

    @Test
    void flaggedHiddenAppealedAndShownAgain()
    {
        String page = contribute("Rent my gyrocopter");
        assertEquals(200, act(READER, "flag", page, "flagReasonKind", "spam", "flagText", "<b>An advert</b>")
            .status());
        assertEquals(409, act(READER, "flag", page, "flagReasonKind", "abuse", "flagText", "Again").status());
        assertEquals(403, act(Account.GUEST, "flag", page, "flagReasonKind", "spam").status());
        assertFalse(TestWiki.client(READER).get(queue).has(".cs-queue-item"), "The queue is for curators");

        WikiPage waiting = TestWiki.client(CURATOR).get(queue + "&cs_kind=flag");
        assertTrue(waiting.text().contains("<b>An advert</b>"), waiting.text());
        assertTrue(waiting.text().contains("gyrocopter"), waiting.text());
        assertEquals(200, curate("hide", page).status());
        WikiPage late = curate("hide", page);
        assertEquals(409, late.status(), "Another curator was faster");
        assertFalse(TestWiki.client(CURATOR).get(queue + "&cs_kind=flag").text().contains("gyrocopter"));
        assertFalse(TestWiki.client(READER).get(dialogue).text().contains("gyrocopter"));

        assertEquals(403, act(READER, "appeal", page, "appeal", "Not me").status());
        assertEquals(200, act(AUTHOR, "appeal", page, "appeal", "It is {{html}}for free{{/html}}").status());
        assertEquals(409, act(AUTHOR, "appeal", page, "appeal", "Twice").status());
        WikiPage appeals = TestWiki.client(CURATOR).get(queue + "&cs_kind=appeal");
        assertTrue(appeals.text().contains("It is {{html}}for free{{/html}}"), appeals.text());
        assertEquals(400, act(CURATOR, "answerAppeal", page, "appealState", "granted", "appealAnswer", "").status());
        assertEquals(403, act(AUTHOR, "answerAppeal", page, "appealState", "granted", "appealAnswer", "Yes")
            .status());
        assertEquals(200, act(CURATOR, "answerAppeal", page, "appealState", "granted", "appealAnswer", "Sorry")
            .status());
        assertTrue(TestWiki.client(READER).get(dialogue).text().contains("gyrocopter"), "Shown again");
        assertFalse(TestWiki.client(READER).get(dialogue).text().contains("for free"), "The appeal is not public");
        assertTrue(TestWiki.client(Account.GUEST).get(dialogue + "?cs_log=1").text().contains("An appeal was answered"));
    }

    @Test
    void flagsAreForCuratorsAlone()
    {
        String page = contribute("Buy my autogyro");
        act(READER, "flag", page, "flagReasonKind", "other", "flagText", "Smells of brimstone");
        String word = "brimstone";
        for (Account other : List.of(Account.GUEST, AUTHOR, Account.of("observer"))) {
            assertFalse(TestWiki.client(other).get(dialogue).body().contains(word), other.toString());
            assertFalse(TestWiki.client(other).get(queue).body().contains(word), other.toString());
        }
        assertEquals(200, curate("dismiss", page).status());
        assertFalse(TestWiki.client(CURATOR).get(queue).body().contains(word));
        assertTrue(TestWiki.client(READER).get(dialogue).text().contains("autogyro"));
    }

    @Test
    void erasedForGoodWithItsHistoryButNotItsPlace()
    {
        String page = contribute("My neighbour Ignatius is ill");
        String key = page.substring(page.lastIndexOf('.') + 1);
        WikiPage reply = act(READER, "reply", page, "text", "How sad", "kind", "answer");
        assertEquals(200, reply.status(), reply.toString());
        assertEquals(403, act(CURATOR, "erase", page, "eraseReasonKind", "private", "confirmed", "1").status());
        Account owner = Account.of("owner");
        assertEquals(400, act(owner, "erase", page, "eraseReasonKind", "private").status(), "Not confirmed");
        assertEquals(200, act(owner, "erase", page, "eraseReasonKind", "private", "confirmed", "1").status());
        String view = WikiClient.path("view", page);
        WikiClient admin = TestWiki.client(Account.ADMIN);
        for (String path : new String[] {view, view + "?xpage=xml", view + "?viewer=history", view
            + "?xpage=xml&rev=1.1", WikiClient.path("viewrev", page) + "?rev=1.1", dialogue}) {
            String body = admin.get(path).body();
            assertFalse(body.contains("Ignatius"), path);
        }
        String shown = TestWiki.client(Account.GUEST).get(dialogue).document().getElementById(key).text();
        assertTrue(shown.contains("Erased for good"), shown);
        assertFalse(shown.contains("expert of the tests"), shown);
        assertTrue(TestWiki.client(Account.GUEST).get(dialogue).text().contains("How sad"), "The reply stays");
        assertTrue(TestWiki.client(Account.GUEST).get(dialogue + "?cs_log=1").text()
            .contains("A contribution was erased (Private data)"));
        assertEquals(409, act(owner, "erase", page, "eraseReasonKind", "private", "confirmed", "1").status());
    }

    @Test
    void queueOfTheInitiativeHasTheSameWithScriptsOff()
    {
        String page = contribute("Lease my hydrofoil");
        act(READER, "flag", page, "flagReasonKind", "spam", "flagText", "");
        String initiative = WikiClient.path("view", Fixture.initiative()) + "?cs_view=queue&cs_kind=flag";
        WikiForm form = TestWiki.client(CURATOR).get(initiative).actionForm("curate");
        assertEquals("queue", form.get("cs_view"));
        WikiPage none = form.submit("cs_do");
        assertEquals(400, none.status(), "Nothing is ticked");
        assertTrue(none.text().contains("hydrofoil"), none.text());
    }
}

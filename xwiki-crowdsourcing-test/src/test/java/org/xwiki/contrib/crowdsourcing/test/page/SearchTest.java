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
package org.xwiki.contrib.crowdsourcing.test.page;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the search of the wiki finds of an initiative.
 *
 * @version $Id$
 */
@EmbeddedOnly("XWiki's own search knows of a page only some time after it was saved")
class SearchTest
{
    private static final String CURATOR = "XWiki." + Account.of("curator").user();

    private static Fixture pages;

    @BeforeAll
    static void create() throws Exception
    {
        pages = Fixture.create("for the search");
    }

    private static String contribute(String text) throws Exception
    {
        Account expert = Account.of("expert");
        DocumentReference page = TestWiki.execute("XWiki." + expert.user(), () -> Fixture
            .component(DialogueManager.class).contribute(pages.dialogue(), new NewContribution(text, "idea")));
        return Fixture.path("view", page);
    }

    private static List<String> found(Account account, String text)
    {
        WikiPage page = TestWiki.client(account).get("/bin/view/Main/Search?text=" + WikiClient.encode(text));
        assertEquals(200, page.status());
        return page.document().select("a").stream().map(link -> link.text() + " > " + link.attr("href"))
            .filter(link -> link.matches("(?s).* > .*/Dialogue[^/]*/c[0-9a-z]+")).toList();
    }

    @Test
    void contributionIsFoundByItsText() throws Exception
    {
        String path = contribute("Count every quinceanera paid with public money");
        List<String> found = found(Account.GUEST, "quinceanera");
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).matches("\\S.*: Count every quinceanera paid with public money > .*" + path),
            found.toString());
        assertEquals(found, found(Account.of("expert"), "Quinceanera"));
        // Its page has the title of the dialogue, which is found on its own.
        assertEquals(List.of(), found(Account.GUEST, "Dialogue for the search"));
    }

    @Test
    void hiddenContributionIsNotFoundUntilItIsShownAgain() throws Exception
    {
        contribute("Publish the zarzuela of the mayor");
        DialogueManager dialogues = Fixture.component(DialogueManager.class);
        String path = found(Account.GUEST, "zarzuela").get(0);
        String name = path.substring(path.lastIndexOf('/') + 1);
        DocumentReference page = new DocumentReference(name, pages.dialogue().getLastSpaceReference());
        TestWiki.execute(CURATOR, () -> {
            dialogues.hide(page, HidingReason.PRIVATE, "");
            return null;
        });
        for (Account account : List.of(Account.GUEST, Account.of("expert"), Account.of("curator"))) {
            assertEquals(List.of(), found(account, "zarzuela"), account.toString());
        }
        TestWiki.execute(CURATOR, () -> {
            dialogues.unhide(page);
            return null;
        });
        assertEquals(1, found(Account.GUEST, "zarzuela").size());
    }

    @Test
    void challengeIsFoundByItsTitle() throws Exception
    {
        DocumentReference challenge = TestWiki.execute("XWiki.Admin", () -> Fixture.component(ChallengeManager.class)
            .create(Fixture.reference(Fixture.initiative()), "Who pays the xylophones"));
        assertTrue(TestWiki.client(Account.GUEST).get("/bin/view/Main/Search?text=xylophones").body()
            .contains(Fixture.path("view", challenge)));
    }
}

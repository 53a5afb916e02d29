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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What an editor finds by words to put it into a page.
 *
 * @version $Id$
 */
class PickTest
{
    private static final String SAID = "The Quokka ledger is \"public\" <i> 50% \uD83D\uDD25";

    private static final String DRAFT = "Draft of the quokka";

    private static String key;

    private static String dialogue;

    private static String recommendation;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String challenge = admin.create(Stage.page("InitiativeClass"), "createChallenge", "Challenge of the quokka",
            "question", "What?", "state", "selected");
        dialogue = admin.create(challenge, "createDialogue", "Dialogue of the quokka", "start", "2030-07-11T10:00",
            "timezone", "America/Mexico_City", "duration", "90");
        admin.get(WikiClient.path("view", dialogue)).actionForm("openDialogue").submit();
        WikiPage answer = TestWiki.client(Account.of("expert")).get(WikiClient.path("view", dialogue))
            .actionForm("contribute").set("text", SAID).set("kind", "idea").submit();
        key = answer.uri().getQuery().replaceFirst(".*cs_at=(c[0-9a-z]{28}).*", "$1");
        String roadmap = admin.create(Stage.page("InitiativeClass"), "createRoadmap", "Roadmap of the quokka");
        recommendation = admin.create(roadmap, "createRecommendation", DRAFT, "deskResearch", "1", "deskReference",
            "Notes", "StepClass_0_title", "Count the quokkas");
    }

    private static WikiPage ask(Account account, String kinds, String name, String value)
    {
        return TestWiki.client(account).get("/bin/get/Crowdsourcing/Code/Picks?outputSyntax=plain&page="
            + Stage.page("InitiativeClass") + "&kinds=" + kinds + '&' + name + '='
            + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @Test
    void contributionsAreFoundByParts()
    {
        Account editor = Account.of("editor");
        for (String words : new String[] {"quokk", "LEDGER quokka", "50% quokka", "\uD83D\uDD25 quokka"}) {
            WikiPage found = ask(editor, "contribution", "words", words);
            assertEquals(200, found.status());
            assertTrue(found.body().contains(key), words + ": " + found.body());
        }
        String body = ask(editor, "contribution", "words", "quokka").body();
        assertTrue(body.contains("Dialogue of the quokka"), body);
        for (String words : new String[] {"quokka 51%", "quokk_", "quokka') or 1=1 --"}) {
            assertEquals("[]", ask(editor, "contribution", "words", words).body().strip(), words);
        }
        assertTrue(ask(editor, "contribution", "chosen", dialogue.replaceAll("WebHome$", key)).body()
            .contains("The Quokka ledger"));
        assertEquals("[]", ask(editor, "contribution", "chosen", "No.Such").body().strip());
    }

    @Test
    void sourcesAreFoundInTheForms()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String step = "Crowdsourcing.Code.StepClass_0_sources";
        WikiForm edit = admin.edit(recommendation).editForm();
        WikiForm add = admin.get(WikiClient.path("view", recommendation)).actionForm("quoteContribution");
        for (Element field : List.of(edit.control("Crowdsourcing.Code.RecommendationClass_0_sources"),
            edit.control(step), add.control("contribution"))) {
            String address = field.attr("data-cs-pick").replaceFirst("^.*(?=/bin/)", "");
            String found = admin.get(address + "&page=" + recommendation + "&words=QUOKKA+ledger").body();
            assertTrue(found.contains(key), field + ": " + found);
        }
        String said = dialogue.replaceAll("WebHome$", key);
        admin.save(recommendation, step, said);
        assertEquals(said, admin.edit(recommendation).editForm().get(step));
    }

    @Test
    void draftsAreNotForEverybody()
    {
        assertTrue(ask(Account.of("editor"), "roadmap+recommendation", "words", "quokka").body().contains(DRAFT));
        assertFalse(ask(Account.GUEST, "roadmap+recommendation", "words", "quokka").body().contains(DRAFT));
    }

    @Test
    void whoAsksForNothingIsToldWhatItIs()
    {
        WikiPage page = TestWiki.client(Account.GUEST).get("/bin/get/Crowdsourcing/Code/Picks");
        assertEquals(404, page.status());
        assertTrue(page.text().contains("answers the editor"), page.text());
    }
}

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
package org.xwiki.contrib.crowdsourcing.test.input;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every thing that has a title takes any title: it is created, shown, linked and found again under it.
 *
 * @version $Id$
 */
class NamesTest
{
    private static final Map<String, String> REQUIRED = Map.of("question", "What?", "consent", "1");

    @ParameterizedTest
    @ValueSource(strings = {"v1.2: dots. colons: and/slashes\\back", "\"Double\", 'single' & <b>angle</b> quotes",
        "\uD83D\uDC69\u200D\u2696\uFE0F Justice \uD83D\uDD25", "\u0645\u0643\u0627\u0641\u062D\u0629 \u0627\u0644\u0641\u0633\u0627\u062F",
        "100% + #1? [[x]] ~ ; = * _a_ //b//", "WebHome", "LONG"})
    void everythingTakesAnyTitle(String value) throws Exception
    {
        String title = "LONG".equals(value) ? "Two hundred characters ".repeat(9).substring(0, 199) + "!" : value;
        WikiClient owner = TestWiki.client(Account.of("owner"));
        LogCapture.take();
        Iterator<String> homes = Stage.homes().stream().map(home -> WikiClient.path("view", home)).iterator();
        WikiPage initiative = create(owner, owner.get(homes.next()), "createInitiative", title);
        WikiPage challenge = create(owner, initiative, "createChallenge", title);
        WikiPage part = create(owner, challenge, "createChallenge", title);
        create(owner, part, "createBrief", title);
        create(owner, challenge, "createDialogue", title);
        WikiPage roadmap = create(owner, initiative, "createRoadmap", title);
        create(owner, roadmap, "createRecommendation", title);
        create(owner, owner.get(homes.next()), "createExpert", title);
        create(owner, owner.get(homes.next()), "createArea", title);
        assertEquals(List.of(), LogCapture.take());
    }

    private static WikiPage create(WikiClient owner, WikiPage parent, String action, String title)
    {
        WikiPage edit = parent.actionForm(action).set("title", title).submit();
        assertTrue(edit.has(WikiPage.EDIT_FORM), action + ": " + edit + ":\n" + edit.text());
        WikiForm form = edit.editForm();
        assertEquals(title, form.get("title"), action + ": the title in the form");
        REQUIRED.forEach((property, text) -> form.names().stream()
            .filter(name -> name.endsWith('_' + property) && List.of("", "0").contains(form.get(name)))
            .forEach(name -> form.set(name, text)));
        WikiPage page = form.submit("action_save");
        check(page, action, title);
        // Lists are long; experts are found by their name.
        String query = "createExpert".equals(action) ? "?cs_name=" + WikiClient.encode(title) : "";
        WikiPage from = owner.get(parent.uri().toString() + query);
        assertTrue(from.document().select("a[href]").stream().anyMatch(a -> a.text().contains(normalized(title))),
            action + ": no link " + title + " on " + from + ":\n" + from.text() + LogCapture.take());
        return page;
    }

    private static void check(WikiPage page, String action, String title)
    {
        assertEquals(200, page.status(), action + ": " + page);
        assertTrue(page.document().select("h1").stream().map(Element::wholeText).map(String::strip)
            .anyMatch(title::equals), action + ": no heading " + title + " but " + page.document().select("h1"));
        assertTrue(page.document().title().contains(normalized(title)),
            action + ": " + page.document().title());
        assertEquals(List.of(), Reading.problems(page).stream().filter(p -> !p.startsWith("raw Velocity")).toList(),
            action + ": " + page);
    }

    private static String normalized(String title)
    {
        return title.strip().replaceAll("\\s+", " ");
    }
}

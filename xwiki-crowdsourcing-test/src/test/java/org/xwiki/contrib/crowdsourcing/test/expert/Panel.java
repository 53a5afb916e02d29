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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A dialogue with seats and with people in its pipeline, for tests.
 *
 * @version $Id$
 */
final class Panel
{
    private final String view;

    private final Map<String, String> profiles = new LinkedHashMap<>();

    /**
     * @param dialogue a dialogue
     * @param seats how many seats it has
     * @param names the names of experts who are put forward
     */
    Panel(DocumentReference dialogue, int seats, String... names)
    {
        this.view = Fixture.path("view", dialogue);
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.edit(Fixture.local(dialogue)).editForm().fill("seats", String.valueOf(seats)).submit("action_save");
        String directory = Stage.SPACE + ".Pipeline.WebHome";
        admin.save(directory, "title", "Experts of pipelines", "content", "{{experts/}}");
        for (String name : names) {
            String profile = admin.create(directory, "createExpert", name, "organisation", "Office of " + name,
                "country", "MX", "availableFrom", "2017-06-15", "consent", "1");
            this.profiles.put(name, profile);
            WikiPage engaged = admin.get(this.view).actionForm("engage").set("expert", profile).submit();
            assertEquals(200, engaged.status(), engaged.toString());
        }
    }

    String profile(String name)
    {
        return this.profiles.get(name);
    }

    String board()
    {
        return this.view + "?cs_view=pipeline";
    }

    WikiPage see(Account account)
    {
        return TestWiki.client(account).get(board());
    }

    /**
     * @param seen the board as somebody saw it
     * @param names whom to tick
     * @return the form with those ticked
     */
    static WikiForm tick(WikiPage seen, String... names)
    {
        List<String> items = new ArrayList<>();
        for (String name : names) {
            items.add(card(seen, name).selectFirst("input[name=cs_item]").attr("value"));
        }
        return seen.actionForm("movePeople").set("cs_item", items.toArray(String[]::new));
    }

    WikiPage move(Account account, String state, String... names)
    {
        return tick(see(account), names).set("cs_do", state).submit();
    }

    static Element card(WikiPage seen, String name)
    {
        return seen.document().select(".cs-person").stream()
            .filter(card -> card.selectFirst("strong").text().equals(name)).findFirst()
            .orElseThrow(() -> new AssertionError("No " + name + " in " + seen.text()));
    }

    /**
     * @param seen a board
     * @param state a state
     * @return who is in that column, in the order in which they are shown
     */
    static List<String> column(WikiPage seen, String state)
    {
        return seen.document().select(".cs-column:has(h3[id$=column-" + state + "]) .cs-person strong").eachText();
    }
}

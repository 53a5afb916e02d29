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

import java.util.List;

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
 * A curator imports experts from a file, once more, and undoes it.
 *
 * @version $Id$
 */
class ImportTest
{
    private static final String DIRECTORY = Stage.SPACE + ".Imports.WebHome";

    private static final String VIEW = WikiClient.path("view", DIRECTORY);

    private static final String FILE = "\uFEFFName;Email;Phone;Position;Country;Languages;ConsentOn;ConsentVersion\r\n"
        + "\"Imported; Ana \"\"the first\"\"\";Ana.Imported@example.org;+52 55 1234 5678;Auditor;mx;es|en;2026-01-02;1\r\n"
        + "Broken Bea;bea at example;;;XX;;;\r\n"
        + "Imported \u0644\u064A\u0644\u0649 \uD83D\uDD25 <b>;layla.imported@example.org;;=1+1;;;2026-01-02;1\r\n"
        + "Twice;ANA.imported@EXAMPLE.org;;;;;;\r\n"
        + "\"Never closed;cai.imported@example.org;;;;;;\r\n"
        + "Unlisted Dan;dan.imported@example.org;;;;;;\r\n";

    private static final Account CURATOR = Account.of("curator");

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Directory to import into", "content", "{{experts/}}");
        admin.get(VIEW).actionForm("saveDirectory").set("curators", Stage.SPACE + ".Groups.curator").set("terms", "")
            .submit();
    }

    private static WikiForm form()
    {
        return TestWiki.client(CURATOR).get(VIEW + "?cs_import=1").actionForm("importExperts");
    }

    private static WikiPage finished() throws InterruptedException
    {
        WikiPage page = TestWiki.client(CURATOR).get(VIEW + "?cs_import=1");
        for (int i = 0; i < 100 && page.has(".cs-import progress"); i++) {
            Thread.sleep(300);
            page = TestWiki.client(CURATOR).get(VIEW + "?cs_import=1");
        }
        assertFalse(page.has(".cs-import progress"), page.text());
        return page;
    }

    /** The experts of the whole wiki are listed, so those of the file are looked for. */
    private static List<String> names()
    {
        return List.of("Imported", "Ana the second", "Unlisted Dan").stream()
            .flatMap(name -> TestWiki.client(Account.GUEST).get(VIEW + "?cs_name=" + WikiClient.encode(name)).document()
                .select(".cs-people .cs-card-title").eachText().stream()).toList();
    }

    @Test
    void aFileIsCheckedImportedRepeatedAndUndone() throws Exception
    {
        WikiPage checked = form().set("csv", FILE).submit("cs_preview");
        assertEquals(200, checked.status(), checked.toString());
        assertEquals(List.of("3 email", "3 country", "5 email", "6"),
            checked.document().select(".cs-plan tbody tr").stream()
                .map(row -> (row.child(0).text() + ' ' + row.child(1).text()).strip()).toList());
        assertTrue(checked.document().select(".cs-plan").text().contains("New profiles: 3"), checked.text());
        assertEquals(List.of(), names(), "Nothing is done yet");

        assertEquals(200, checked.actionForm("importExperts").submit().status());
        WikiPage done = finished();
        assertTrue(done.text().contains("New profiles: 3"), done.text());
        assertEquals(List.of("Imported; Ana \"the first\"", "Imported \u0644\u064A\u0644\u0649 \uD83D\uDD25 <b>").stream()
            .sorted().toList(), names().stream().sorted().toList(), "Who did not agree is not listed");
        assertFalse(TestWiki.client(Account.of("observer")).get(VIEW).body().contains("imported@"), "Private");

        WikiPage again = form().set("csv", FILE).submit();
        assertEquals(400, again.status(), again.toString());
        assertTrue(again.text().contains("No line would change anything"), again.text());

        WikiPage changed = form().set("csv", "email,name,position\nANA.IMPORTED@example.org,Ana the second,Judge")
            .submit("cs_preview");
        assertTrue(changed.document().select(".cs-plan").text().contains("Changed profiles: 1"), changed.text());
        changed.actionForm("importExperts").submit();
        WikiPage second = finished();
        assertTrue(names().contains("Ana the second"), names().toString());

        second.actionForm("undoImport").submit();
        finished();
        assertTrue(names().contains("Imported; Ana \"the first\""), names().toString());
    }

    @Test
    void onlyCuratorsImport()
    {
        for (Account other : List.of(Account.GUEST, Account.of("researcher"), Account.of("observer"))) {
            WikiClient client = TestWiki.client(other);
            assertFalse(client.get(VIEW + "?cs_import=1").has(".cs-import"), other.toString());
            client.post(VIEW, "cs_action", "importExperts", "cs_target", DIRECTORY, "csv",
                "name,email\nIntruder,intruder@example.org", "form_token", client.get(VIEW).token());
            assertFalse(client.get(VIEW).text().contains("Intruder"), other.toString());
        }
    }

    @Test
    void aFileThatIsNoneIsRefusedAtItsField()
    {
        for (String text : List.of("", "nonsense", "name;email;bank\nA;a@example.org;B", "name,email,name\n")) {
            WikiPage refused = form().set("csv", text).submit();
            assertEquals(400, refused.status(), text);
            assertTrue(refused.has(".has-error textarea[name=csv]"), text);
        }
    }
}

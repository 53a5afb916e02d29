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

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The empty rows that a form offers for new entries: what is filled in is saved, what is left is not. All but the last
 * test work without scripts.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class SpareRowsInputTest
{
    private static final String SAVE = "action_save";

    private static final String CODE = "Crowdsourcing.Code.";

    private static final String STEP = CODE + "StepClass_";

    private static final String TYPED = "Ask \"them\" <b> \u0644\u064A\u0644\u0649 \uD83D\uDD25";

    private static Fixture pages;

    private static String recommendation;

    @BeforeAll
    static void create() throws Exception
    {
        pages = Fixture.create("with spare rows");
        recommendation = Fixture.local(pages.recommendation());
        LogCapture.take();
    }

    @BeforeEach
    void clear()
    {
        for (String page : List.of(recommendation, Fixture.local(pages.brief()), Fixture.local(pages.dialogue()))) {
            WikiForm form = edit(page);
            if (!form.rows().isEmpty()) {
                form.set("deletedObjects", form.rows().toArray(String[]::new)).submit(SAVE);
            }
            assertEquals(List.of(), edit(page).rows());
        }
    }

    private static WikiForm edit(String page)
    {
        return TestWiki.client(Account.of("owner")).edit(page).editForm();
    }

    @Test
    void whatIsFilledInIsSavedAndNothingElse()
    {
        WikiForm form = edit(recommendation);
        assertFalse(form.names().contains("addedObjects"), "Nobody has to say what is to be kept");
        WikiPage saved = form.set(STEP + "0_title", "  \t ").set(STEP + "1_title", TYPED)
            .set(STEP + "2_deskResearch", "1").submit(SAVE);
        assertFalse(saved.has(WikiPage.EDIT_FORM), saved.toString());
        WikiForm again = edit(recommendation);
        assertEquals(List.of(STEP + 1, STEP + 2), again.rows());
        assertEquals(TYPED, again.get(STEP + "1_title"));
        assertEquals("1", again.get(STEP + "2_deskResearch"));
        again.set(STEP + "4_actor", TYPED).submit(SAVE);
        assertEquals(List.of(STEP + 1, STEP + 2, STEP + 4), edit(recommendation).rows());
        assertEquals(TYPED, edit(recommendation).get(STEP + "4_actor"));
    }

    @Test
    void nothingIsAddedByWhoFillsInNothing()
    {
        for (String page : List.of(recommendation, Fixture.local(pages.brief()), Fixture.local(pages.dialogue()),
            Fixture.local(pages.challenge()), Fixture.initiative(), Stage.page("ExpertClass"))) {
            WikiClient admin = TestWiki.client(Account.ADMIN);
            WikiForm form = admin.edit(page).editForm();
            List<String> before = form.rows();
            WikiPage saved = form.submit(SAVE);
            assertFalse(saved.has(WikiPage.EDIT_FORM), page + ": " + saved);
            assertEquals(before, admin.edit(page).editForm().rows(), page);
        }
    }

    @Test
    void aChoiceAloneIsKept()
    {
        String brief = Fixture.local(pages.brief());
        edit(brief).set(CODE + "EvidenceClass_2_strength", "weak").submit(SAVE);
        assertEquals(List.of(CODE + "EvidenceClass_2"), edit(brief).rows());
        assertEquals("weak", edit(brief).get(CODE + "EvidenceClass_2_strength"));
    }

    @ParameterizedTest
    @CsvSource({"dialogue,AgendaItemClass,minutes,500,title", "recommendation,StepClass,currency,euro,risk",
        "brief,EvidenceClass,date,2017-02-30,claim"})
    void whatIsWrongIsSaidAtTheFieldAndNothingIsLost(String kind, String type, String property, String typed,
        String other)
    {
        String page = switch (kind) {
            case "dialogue" -> Fixture.local(pages.dialogue());
            case "brief" -> Fixture.local(pages.brief());
            default -> recommendation;
        };
        String row = CODE + type + "_1";
        WikiPage answer = edit(page).set(row + '_' + property, typed).set(row + '_' + other, TYPED).submit(SAVE);
        assertEquals(List.of(), Bad.unclear(answer, row + '_' + property, typed));
        assertEquals(List.of(), edit(page).rows(), "Nothing is saved yet");
        WikiForm form = answer.editForm();
        assertEquals(List.of(row), form.rows());
        assertEquals(TYPED, form.get(row + '_' + other));
        // An agenda adds up to the two hours of the session.
        String right = "minutes".equals(property) ? "60" : "";
        WikiPage saved = form.set(row + '_' + property, right).set(CODE + type + "_3_" + other, "Another one")
            .set(CODE + type + "_3_minutes", "60").submit(SAVE);
        assertFalse(saved.has(WikiPage.EDIT_FORM), saved.toString());
        assertEquals(List.of(row, CODE + type + "_3"), edit(page).rows());
        assertEquals(TYPED, edit(page).get(row + '_' + other));
        LogCapture.take();
    }

    @Test
    void withScriptsAnOpenedRowThatIsLeftIsNoEntry(Browser browser)
    {
        browser.login(Account.of("owner")).open(WikiClient.path("edit", recommendation) + "?force=1");
        By closed = By.cssSelector("[data-cs-rows$=StepClass] details:not([open]) > summary");
        browser.click(closed);
        browser.click(closed);
        browser.editForm().write(STEP + "1_title", "Count").send(SAVE);
        WikiForm form = edit(recommendation);
        assertEquals(List.of(STEP + 1), form.rows());
        assertEquals("Count", form.get(STEP + "1_title"));
        assertTrue(form.control(STEP + "2_title") != null, "The next rows have other numbers");
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests how measures are shown.
 *
 * @version $Id$
 * @since 1.0
 */
class MeasuresMacroTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final Measures.Share GOOD = new Measures.Share(90, 100);

    @InjectMockComponents
    private MeasuresMacro macro;

    @InjectMockComponents
    private DialogueMacro dialogueMacro;

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        dialogue(EVIL, DialogueState.CLOSED);
    }

    private void dialogue(String title, DialogueState state) throws Exception
    {
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.of(
            new Dialogue(DIALOGUE, title, null, null, 0, "", null, null, 0, "", "", "", state, "", "")));
    }

    private void measured(int contributions, int read, Measures.Share unanswered, Measures.Voices voices)
        throws Exception
    {
        Measures.Share none = new Measures.Share(0, 100);
        when(this.measureManager.getMeasures(DIALOGUE)).thenReturn(new Measures(contributions, read, GOOD, none, none,
            new Measures.Depth(GOOD, new Measures.Share(2, 10), Measures.Share.NONE), voices, unanswered,
            new Measures.Share(1, 3), Instant.parse("2017-06-06T14:00:00Z")));
    }

    private Document show() throws Exception
    {
        return Jsoup.parseBodyFragment(show(this.macro, new ReferenceMacroParameters()));
    }

    private static Element row(Document page, String title)
    {
        return page.select("li.cs-measure").stream().filter(row -> row.selectFirst("h3").text().startsWith(title))
            .findFirst().orElseThrow(() -> new AssertionError(title + " in " + page));
    }

    @Test
    void everyNumberStandsBesideItsBar() throws Exception
    {
        measured(50, 50, new Measures.Share(4, 12), Measures.Voices.of(List.of(1, 2, 3, 4)));
        Document page = show();
        assertEquals(10, page.select("li.cs-measure").size());
        for (Element svg : page.select("svg")) {
            assertEquals("img", svg.attr("role"));
            Element row = svg.closest("li");
            String number = row.selectFirst(".cs-measure-number").text();
            assertTrue(svg.attr("aria-label").endsWith(": " + number), svg.attr("aria-label"));
        }
        assertEquals("90 of 100 (90%)", row(page, "On topic").selectFirst(".cs-measure-number").text());
        assertEquals("90", row(page, "On topic").selectFirst("rect").attr("width"));
        assertEquals("0.25", row(page, "How unequally").selectFirst(".cs-measure-number").text());
        assertEquals("25", row(page, "How unequally").selectFirst("rect").attr("width"));
        assertEquals("60", row(page, "How unequally").selectFirst("line").attr("x1"));
        assertTrue(row(page, "Said by the tenth").text().contains("Of 4 people, the 1 who speak most."), page.text());
        assertTrue(row(page, "Ideas with a cost").text().contains("Nothing to measure here yet."), page.text());
        assertTrue(row(page, "Ideas with a cost").select("svg, a").isEmpty(), page.html());
        assertFalse(page.text().contains("newest"), page.text());
    }

    @Test
    void whatIsWorthALookSaysWhatToDoAndWhere() throws Exception
    {
        measured(50, 50, new Measures.Share(6, 12), Measures.Voices.of(List.of(96, 1, 1, 1, 1)));
        Document page = show();
        Element questions = row(page, "Questions without an answer");
        assertTrue(questions.text().contains("Worth a look") && questions.text().contains("Over 33%: find somebody"),
            questions.text());
        assertEquals("/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_kind=question#cs-discussion",
            questions.selectFirst("a").attr("href"));
        assertTrue(row(page, "Ideas with an example").text().contains("Under 30%: too shallow."), page.text());
        assertTrue(row(page, "How unequally").text().contains("Over 0.6: few are heard."), page.text());
        assertFalse(row(page, "On topic").text().contains("Worth a look"), page.text());
        assertTrue(row(page, "Ideas without a decision").selectFirst("a").attr("href")
            .contains("?cs_undecided=1#cs-discussion"), page.html());
        // Three ideas are too few to speak of.
        assertFalse(row(page, "Ideas without a decision").hasClass("cs-notable"));
    }

    @Test
    void namesAreShownAsTheyAre() throws Exception
    {
        measured(50, 50, GOOD, Measures.Voices.of(List.of(1)));
        for (String title : List.of(EVIL, "\u062D\u0648\u0627\u0631 \"\u0639\u0646\" <b>")) {
            dialogue(title, DialogueState.CLOSED);
            Document page = show();
            assertEquals(title.strip(), page.selectFirst("section a").text(), title);
            assertTrue(page.select("img, script:not([src]), b").isEmpty(), title);
        }
    }

    @Test
    void veryManyContributions() throws Exception
    {
        measured(100000, 1000, GOOD, Measures.Voices.of(List.of(1)));
        String text = show().text();
        assertTrue(text.contains("Published contributions: 100,000."), text);
        assertTrue(text.contains("What takes reading texts is measured in the newest 1,000."), text);
        this.locale = new Locale("es");
        text = show().text();
        assertTrue(text.contains("se mide en los 1.000 m\u00E1s recientes."), text);
    }

    @Test
    void numbersAreThoseOfTheLanguage() throws Exception
    {
        measured(50, 50, new Measures.Share(6, 12), Measures.Voices.of(List.of(96, 1, 1, 1, 1)));
        this.locale = new Locale("es");
        String text = show().text();
        assertTrue(text.contains("Por encima de 0,6: se oye a pocos."), text);
        assertTrue(text.contains("6 de 12 (50 %)"), text);
    }

    @Test
    void nothingSaid() throws Exception
    {
        when(this.measureManager.getMeasures(DIALOGUE)).thenReturn(Measures.NOTHING);
        Document page = show();
        assertEquals("There is nothing to measure yet: nobody has contributed.",
            page.selectFirst(".cs-empty").text());
        assertTrue(page.select("svg, li").isEmpty(), page.html());
    }

    @Test
    void noDialogueAndNoRight() throws Exception
    {
        when(this.measureManager.getMeasures(DIALOGUE))
            .thenThrow(new CrowdsourcingException(new FieldError("", "crowdsourcing.error.notFound")));
        assertTrue(show().select("svg").isEmpty());
        when(this.dialogues.dialogueOf(any())).thenReturn(Optional.empty());
        assertTrue(show().select("svg").isEmpty());
    }

    @Test
    void theViewOfADialogueReadsNoDiscussion() throws Exception
    {
        dialogue(EVIL, DialogueState.OPEN);
        measured(50, 50, GOOD, Measures.Voices.of(List.of(1)));
        when(this.arrivals.getLatest(DIALOGUE)).thenReturn("00000000000000");
        this.sent.put("cs_view", new String[] {"measures"});
        Document page = Jsoup.parseBodyFragment(show(this.dialogueMacro, new DialogueMacroParameters()));
        assertEquals(10, page.select("li.cs-measure").size());
        Element live = page.selectFirst("[data-cs-live]");
        assertTrue(live.attr("data-cs-show").endsWith("?cs_view=measures"), live.toString());
        verify(this.dialogues, never()).getThread(any());
    }
}

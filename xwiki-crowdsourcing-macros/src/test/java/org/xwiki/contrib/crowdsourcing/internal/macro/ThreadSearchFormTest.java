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
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests how a discussion is searched.
 *
 * @version $Id$
 * @since 1.0
 */
class ThreadSearchFormTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final DocumentReference IDEA =
        page("Crowdsourcing.I.C.Dialogue", "c00000000000000aaaaaaaaaaaaaa");

    private static final String CLEAR = "Clear the search";

    @InjectMockComponents
    private DialogueMacro macro;

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.of(new Dialogue(DIALOGUE, EVIL, null, null, 0,
            "", null, null, 0, "", "", "", DialogueState.OPEN, "", "")));
        when(this.dialogues.getContributionObstacle(DIALOGUE)).thenReturn(Optional.empty());
        when(this.experts.getEngagements(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.roadmaps.usedIn(anyCollection())).thenReturn(Map.of());
        found(1, false, "more");
    }

    private void found(int count, boolean more, String next) throws Exception
    {
        Contribution contribution = new Contribution(IDEA, DIALOGUE, IDEA, null, EVIL, ContributionKind.IDEA, ALICE,
            "", Instant.EPOCH, 0, "", ContributionState.PUBLISHED, null, null, null, null, "");
        when(this.dialogues.getThread(any())).thenReturn(new ThreadPage(
            new Page<>(count == 0 ? List.of() : List.of(contribution), next, new Count(count, more)), List.of()));
    }

    private String show(String words) throws Exception
    {
        if (words != null) {
            this.sent.put("cs_search", new String[] {words});
        }
        return show(this.macro, new DialogueMacroParameters());
    }

    @Test
    void thereIsAFieldForWords() throws Exception
    {
        String html = show((String) null);
        assertTrue(html.contains("name=\"cs_search\" value=\"\""), html);
        assertTrue(html.contains("New contributions can be found after some seconds."), html);
        assertFalse(html.contains(CLEAR), html);
    }

    @Test
    void wordsAndOtherFiltersAreKept() throws Exception
    {
        this.sent.put("cs_kind", new String[] {"idea"});
        this.sent.put("cs_order", new String[] {"newest"});
        String html = show("  \"open\" <b>&amp; ");
        ArgumentCaptor<ThreadQuery> query = ArgumentCaptor.forClass(ThreadQuery.class);
        verify(this.dialogues).getThread(query.capture());
        assertEquals("\"open\" <b>&amp;", query.getValue().filter().words());
        assertEquals(ContributionKind.IDEA, query.getValue().filter().kind());
        assertTrue(html.contains("value=\"&#34;open&#34; &#60;b&#62;&#38;amp;\""), html);
        String kept = "cs_search=%22open%22+%3Cb%3E%26amp%3B";
        assertTrue(html.contains("cs_cursor=more&#38;cs_kind=idea&#38;cs_order=newest&#38;" + kept), html);
        assertTrue(html.contains("?cs_kind=idea&#38;cs_order=newest#"), html);
        assertTrue(html.contains("Contributions with these words: 1."), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "\u0641\u0633\u0627\u062F", "\uD83D\uDE00", "{{html}}"})
    void whatIsTypedIsShownAsItIs(String typed) throws Exception
    {
        String html = show(typed);
        assertFalse(html.contains("<script>") || html.contains("<img"), html);
        assertTrue(html.contains(CLEAR), html);
    }

    @Test
    void moreThanWasLookedThrough() throws Exception
    {
        found(990, true, null);
        String html = show("register");
        assertTrue(html.contains("Contributions with these words: more than 990. Only the newest 1,000"), html);
    }

    @Test
    void nothingFoundSaysWhatToDo() throws Exception
    {
        found(0, false, null);
        String html = show("register");
        assertTrue(html.contains("Use fewer of them, or clear the search."), html);
        assertTrue(html.contains(CLEAR), html);
    }

    @Test
    void whatIsRefusedIsSaidAtTheField() throws Exception
    {
        when(this.dialogues.getThread(any()))
            .thenThrow(new CrowdsourcingException(new FieldError("search", "crowdsourcing.error.tooLong", 250)));
        String html = show("a".repeat(300));
        assertTrue(html.contains("aria-invalid=\"true\""), html);
        assertTrue(html.contains("-search-error\" class=\"cs-error\" role=\"alert\">At most 250 characters, please."),
            html);
        assertFalse(html.contains("Contributions with these words"), html);
        assertTrue(html.contains(CLEAR), html);
    }

    @Test
    void whatElseIsRefusedIsSaidInsteadOfThePage() throws Exception
    {
        when(this.dialogues.getThread(any()))
            .thenThrow(new CrowdsourcingException(new FieldError("", "crowdsourcing.error.notFound")));
        assertFalse(show("register").contains("cs_search"));
    }
}

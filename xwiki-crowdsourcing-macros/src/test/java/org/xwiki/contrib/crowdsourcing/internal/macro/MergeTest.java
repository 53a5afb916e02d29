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
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Likely;
import org.xwiki.contrib.crowdsourcing.dialogue.Merge;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what a discussion shows of merged contributions, and the forms to merge them.
 */
class MergeTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final String KEY = "c00000000000000aaaaaaaaaaaaaa";

    @InjectMockComponents
    private DialogueMacro macro;

    private static final String OTHER = "c00000000000000bbbbbbbbbbbbbb";

    private final DocumentReference idea = page("Crowdsourcing.I.C.Dialogue", KEY);

    private final DocumentReference middle = page("Crowdsourcing.I.C.Dialogue", "c00000000000000cccccccccccccc");

    private final DocumentReference other = page("Crowdsourcing.I.C.Dialogue", OTHER);

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        this.user = ALICE;
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.of(new Dialogue(DIALOGUE, EVIL, null, null, 0,
            "", null, null, 0, "", "", "", DialogueState.OPEN, "", "")));
        when(this.dialogues.getContributionObstacle(DIALOGUE)).thenReturn(Optional.empty());
        when(this.experts.getEngagements(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.roadmaps.usedIn(anyCollection())).thenReturn(Map.of());
    }

    private void shown(ContributionState state) throws Exception
    {
        Merge merge = state == ContributionState.MERGED ? new Merge(this.middle, this.other, ALICE, Instant.EPOCH) : null;
        Contribution contribution = new Contribution(this.idea, DIALOGUE, this.idea, null, EVIL, ContributionKind.IDEA,
            ALICE, EVIL, Instant.EPOCH, 0, "", state, null, null, merge, null, "5ee7");
        when(this.dialogues.getThread(any()))
            .thenReturn(new ThreadPage(new Page<>(List.of(contribution), null, Count.exactly(1)), List.of()));
        Contribution survivor = new Contribution(this.other, DIALOGUE, this.other, null, "The better " + EVIL,
            ContributionKind.IDEA, ALICE, "", Instant.EPOCH, 0, "", ContributionState.PUBLISHED,
            new Decision(Outcome.TAKEN, null, "Because " + EVIL, ALICE, Instant.EPOCH), null, null, null, "");
        when(this.dialogues.getContributions(List.of(this.other))).thenReturn(Map.of(this.other, survivor));
    }

    private String show() throws Exception
    {
        return show(this.macro, new DialogueMacroParameters());
    }

    @Test
    void aMergedOneSaysWhatStandsForItAndKeepsItsText() throws Exception
    {
        shown(ContributionState.MERGED);
        String html = show();
        assertTrue(html.contains("Merged into"), html);
        assertTrue(html.contains("href=\"/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_at=" + OTHER + '#' + OTHER
            + "\">"), html);
        assertTrue(html.contains("The better &#60;script"), html);
        assertTrue(html.contains("Because &#60;script"), html);
        assertTrue(html.contains("<details class=\"cs-merged-text\">"), html);
        assertFalse(html.contains("value=\"separate\""), html);
    }

    @Test
    void itIsSaidAlsoWhenTheOtherOneIsNotSeen() throws Exception
    {
        shown(ContributionState.MERGED);
        when(this.dialogues.getContributions(List.of(this.other))).thenReturn(Map.of());
        assertTrue(show().contains("another contribution</a>"));
    }

    @Test
    void curatorsMergeAndSeparate() throws Exception
    {
        when(this.dialogues.canCurate(DIALOGUE)).thenReturn(true);
        shown(ContributionState.PUBLISHED);
        String html = show();
        assertTrue(html.contains("name=\"cs_action\" value=\"merge\""), html);
        assertFalse(html.contains("value=\"separate\""), html);
        shown(ContributionState.MERGED);
        html = show();
        assertTrue(html.contains("name=\"cs_action\" value=\"separate\""), html);
        assertFalse(html.contains("value=\"merge\""), html);
        shown(ContributionState.HIDDEN);
        assertFalse(show().contains("value=\"merge\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER, " " + OTHER + " ", "Crowdsourcing.I.C.Dialogue." + OTHER,
        "http://localhost/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/?cs_at=" + OTHER + "#" + OTHER})
    void whatStaysIsNamedByKeyReferenceOrAddress(String typed) throws Exception
    {
        shown(ContributionState.PUBLISHED);
        post("merge", this.idea, "survivor", typed);
        show();
        verify(this.merges).merge(this.idea, this.other);
        verify(this.response).setStatus(303);
    }

    @Test
    void whatIsNoContributionIsRefusedAtTheField() throws Exception
    {
        when(this.dialogues.canCurate(DIALOGUE)).thenReturn(true);
        shown(ContributionState.PUBLISHED);
        post("merge", this.idea, "survivor", EVIL + "\\");
        String html = show();
        verify(this.merges, never()).merge(any(), any());
        verify(this.response).setStatus(400);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
    }

    @Test
    void aConflictKeepsWhatWasTyped() throws Exception
    {
        when(this.dialogues.canCurate(DIALOGUE)).thenReturn(true);
        shown(ContributionState.HIDDEN);
        doThrow(new ConflictException(new FieldError("", "crowdsourcing.error.conflict"))).when(this.merges)
            .merge(this.idea, this.other);
        post("merge", this.idea, "survivor", OTHER);
        String html = show();
        verify(this.response).setStatus(409);
        assertTrue(html.contains("Somebody else changed this meanwhile."), html);
        assertTrue(html.contains(OTHER + "</textarea>"), html);
    }

    @Test
    void likelyOnesAreListedWhereTheyAreAskedFor() throws Exception
    {
        when(this.dialogues.canCurate(DIALOGUE)).thenReturn(true);
        shown(ContributionState.PUBLISHED);
        assertTrue(show().contains("cs_at=" + KEY + "&#38;cs_merge=" + KEY), "A link to find them");
        verify(this.finder, never()).find(any());
        this.sent.put("cs_merge", new String[] {KEY});
        Contribution likely = new Contribution(this.other, DIALOGUE, this.other, null, EVIL, ContributionKind.IDEA,
            ALICE, "", Instant.EPOCH, 0, "", ContributionState.PUBLISHED, null, null, null, null, "");
        when(this.finder.find(this.idea)).thenReturn(List.of(new Likely(likely, 87)));
        String html = show();
        assertTrue(html.contains("<input type=\"radio\" name=\"candidate\" value=\"" + OTHER + "\">"), html);
        assertTrue(html.contains("87 % alike"), html);
        post("merge", this.idea, "survivor", "", "candidate", OTHER);
        show();
        verify(this.merges).merge(this.idea, this.other);
    }

    @Test
    void whoMayNotMergeIsToldOfNoLikelyOnes() throws Exception
    {
        shown(ContributionState.PUBLISHED);
        this.sent.put("cs_merge", new String[] {KEY});
        show();
        verify(this.finder, never()).find(any());
    }

    @Test
    void whoTypesIsToldWhatWasSaidAlready() throws Exception
    {
        shown(ContributionState.PUBLISHED);
        Contribution likely = new Contribution(this.other, DIALOGUE, this.other, null, EVIL, ContributionKind.IDEA,
            ALICE, "", Instant.EPOCH, 0, "", ContributionState.PUBLISHED, null, null, null, null, "");
        when(this.finder.find(DIALOGUE, "Publish it" + EVIL)).thenReturn(List.of(new Likely(likely, 40)));
        this.sent.put("cs_similar", new String[] {"Publish it" + EVIL});
        String html = show();
        assertTrue(html.contains("This may have been said already."), html);
        assertTrue(html.contains("40 % alike"), html);
        assertFalse(html.contains("cs-contributions"), html);
        // Without scripts, when the form comes back.
        this.sent.clear();
        when(this.dialogues.canContribute(DIALOGUE)).thenReturn(true);
        post("contribute", DIALOGUE, "text", "Publish it" + EVIL, "kind", "idea", "cs_preview", "true");
        html = show();
        assertTrue(html.contains("40 % alike"), html);
        assertTrue(html.contains("cs-contributions"), html);
    }

    @Test
    void separateAgain() throws Exception
    {
        shown(ContributionState.MERGED);
        post("separate", this.idea);
        show();
        verify(this.merges).undo(this.idea);
        verify(this.response).setStatus(303);
    }
}

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
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Support;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what a discussion shows of support, and its buttons.
 */
class SupportTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final String KEY = "c00000000000000aaaaaaaaaaaaaa";

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private DialogueMacro macro;

    private final DocumentReference idea = page("Crowdsourcing.I.C.Dialogue", KEY);

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
        Contribution contribution = new Contribution(this.idea, DIALOGUE, this.idea, null, EVIL, ContributionKind.IDEA,
            ALICE, EVIL, Instant.EPOCH, 0, "", ContributionState.PUBLISHED, null, null, null, null, "");
        when(this.dialogues.getThread(any()))
            .thenReturn(new ThreadPage(new Page<>(List.of(contribution), null, Count.exactly(1)), List.of()));
    }

    private String show(int supporters, boolean own, boolean changeable) throws Exception
    {
        return show(supporters, own, null, changeable);
    }

    private String show(int supporters, boolean own, AlertState review, boolean changeable) throws Exception
    {
        when(this.support.getSupport(anyCollection()))
            .thenReturn(Map.of(this.idea, new Support(this.idea, supporters, own, review, changeable)));
        return show(this.macro, new DialogueMacroParameters());
    }

    @Test
    void theButtonSaysWhatItDoesNext() throws Exception
    {
        String html = show(0, false, true);
        assertTrue(html.contains("name=\"cs_action\" value=\"support\""), html);
        assertTrue(html.contains("aria-pressed=\"false\""), html);
        html = show(2, true, true);
        assertTrue(html.contains("name=\"cs_action\" value=\"revoke\""), html);
        assertTrue(html.contains("aria-pressed=\"true\""), html);
        assertTrue(html.contains("2 people back this. You are among them."), html);
    }

    @Test
    void whoMayNotSeesTheNumberAlone() throws Exception
    {
        String html = show(1, false, false);
        assertTrue(html.contains("1 person backs this."), html);
        assertFalse(html.contains("aria-pressed"), html);
        assertFalse(show(0, false, false).contains("cs-support"));
    }

    @Test
    void whoBackedItSeesThatAndWhetherItCounts() throws Exception
    {
        String html = show(0, true, AlertState.OPEN, true);
        assertTrue(html.contains("aria-pressed=\"true\""), html);
        assertTrue(html.contains("Yours counts after a review by the curators."), html);
        assertFalse(html.contains("You are among them"), html);
        html = show(3, true, AlertState.LEFT_OUT, false);
        assertTrue(html.contains("3 people back this. Yours does not count: the curators left it out."), html);
        this.locale = Locale.forLanguageTag("es");
        assertTrue(show(0, true, AlertState.OPEN, false).contains("El suyo cuenta tras una"), "When nobody else counts");
    }

    @Test
    void aRestrictedContextHasNoButton() throws Exception
    {
        show(3, false, true);
        String html = show(this.macro, new DialogueMacroParameters(), true);
        assertTrue(html.contains("3 people back this."), html);
        assertFalse(html.contains("aria-pressed"), html);
    }

    @Test
    void aButtonSendsOnWithoutReadingTheDiscussion() throws Exception
    {
        post("support", this.idea);
        show(0, false, true);
        verify(this.support).support(this.idea);
        verify(this.response).setStatus(303);
        verify(this.response).setHeader("Location", "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_at=" + KEY
            + '#' + KEY);
        verify(this.dialogues, never()).getThread(any());
    }

    @Test
    void aRefusalIsSaid() throws Exception
    {
        post("revoke", this.idea);
        doThrow(new ConflictException(new FieldError("", "crowdsourcing.error.threadClosed"))).when(this.support)
            .revoke(this.idea);
        String html = show(1, true, false);
        verify(this.response).setStatus(409);
        assertTrue(html.contains("This dialogue is closed."), html);
    }

    @Test
    void theDiscussionIsShownWhenSupportCannotBeRead() throws Exception
    {
        when(this.support.getSupport(anyCollection())).thenThrow(new CrowdsourcingException("No search engine", null));
        String html = show(this.macro, new DialogueMacroParameters());
        assertTrue(html.contains(KEY), html);
        assertEquals("Failed to read the support of what is shown", this.logs.getMessage(0));
    }
}

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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Appeal;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Hiding;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.when;

/**
 * A dialogue with a discussion of two contributions, shown by {@link DialogueMacro}.
 */
abstract class AbstractDialogueMacroTest extends AbstractMacroTest
{
    protected static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    protected static final String ROOT = "c00000000000000aaaaaaaaaaaaaa";

    @RegisterExtension
    protected LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectComponentManager
    protected ComponentManager components;

    @InjectMockComponents
    protected DialogueMacro macro;

    protected DocumentReference root = page("Crowdsourcing.I.C.Dialogue", ROOT);

    protected DocumentReference reply = page("Crowdsourcing.I.C.Dialogue", "c00000000000000bbbbbbbbbbbbbb");

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.of(dialogue(EVIL)));
        when(this.dialogues.getContributionObstacle(DIALOGUE)).thenReturn(Optional.empty());
        when(this.experts.getEngagements(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.experts.search(any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.roadmaps.usedIn(anyCollection())).thenReturn(Map.of());
        thread(new ThreadPage(new Page<>(List.of(contribution(this.root, null, ContributionState.PUBLISHED, null)),
            null, Count.exactly(1)), List.of()));
    }

    protected Dialogue dialogue(String typed)
    {
        return new Dialogue(DIALOGUE, typed, LocalDateTime.parse("2017-06-06T10:00"), ZoneId.of("America/New_York"),
            120, typed, ALICE, ALICE, 12, "https://example.org/\"><script>", typed, typed, DialogueState.OPEN, typed,
            typed);
    }

    protected Contribution contribution(DocumentReference page, DocumentReference replyTo, ContributionState state,
        Decision decision)
    {
        return new Contribution(page, DIALOGUE, this.root, replyTo, EVIL, ContributionKind.IDEA, ALICE, EVIL,
            Instant.parse("2017-06-06T14:30:00Z"), 2, EVIL, state, decision,
            state == ContributionState.HIDDEN
                ? new Hiding(HidingReason.SPAM, EVIL, ALICE, Instant.parse("2017-06-07T14:30:00Z"),
                    new Appeal(AppealState.OPEN, EVIL, EVIL)) : null, null, null,
            "5ee7");
    }

    protected void thread(ThreadPage page) throws CrowdsourcingException
    {
        when(this.dialogues.getThread(any())).thenReturn(page);
    }

    protected void everythingIsAllowed() throws CrowdsourcingException
    {
        this.user = ALICE;
        when(this.dialogues.canContribute(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canCapture(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canCurate(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canEdit(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canDecide(any())).thenReturn(true);
        when(this.experts.canEngage(DIALOGUE)).thenReturn(true);
        when(this.roadmaps.getQuoteTargets(any()))
            .thenReturn(List.of(new Usage(page("Crowdsourcing.I.Roadmap.R"), EVIL, RecommendationState.DRAFT)));
    }

    protected String show() throws Exception
    {
        return show(this.macro, new DialogueMacroParameters());
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.ProfileStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.People;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.SpaceVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.event.Event;
import org.xwiki.observation.remote.RemoteObservationManagerContext;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Gate} with {@link GateListener}: who may view what is restricted, and when that is worked out.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(Gate.class)
class GateListenerTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    /** That of a part of the challenge, which is a challenge itself. */
    private static final DocumentReference DEEPER = TestRows.page("I.C.Part.Dialogue.WebHome");

    private static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    private static final DocumentReference ENGAGEMENT = TestRows.page("I.C.Dialogue.Panel.e1");

    private static final DocumentReference EXPERT = TestRows.page("E.A.WebHome");

    private static final People TEAM = new People(Set.of("XWiki.Olga"), Set.of("I.Groups.Curators"));

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private GateListener listener;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private EngagementStore engagements;

    @MockComponent
    private SpaceVeil veil;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private ProfileStore profiles;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private RemoteObservationManagerContext remote;

    @MockComponent
    private ContextualLocalizationManager localization;

    private final List<Found> found = new ArrayList<>();

    @BeforeEach
    void configure() throws Exception
    {
        Row challenge = TestRows.row(CHALLENGE);
        Row part = TestRows.row(TestRows.page("I.C.Part.WebHome"));
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.of(
            TestRows.row(INITIATIVE, "owner", "XWiki.Olga", "curatorsGroup", "I.Groups.Curators", "expertsGroup",
                "I.Groups.Experts")));
        for (DocumentReference page : List.of(DIALOGUE, BRIEF)) {
            when(this.pages.nearest(page, Schema.CHALLENGE)).thenReturn(Optional.of(challenge));
        }
        when(this.pages.nearest(DEEPER, Schema.CHALLENGE)).thenReturn(Optional.of(part));
        when(this.reader.objects()).thenAnswer(call -> new Statement("select"));
        when(this.reader.below(any(), any())).thenAnswer(call -> call.getArgument(0));
        when(this.reader.find(any(), any())).thenAnswer(call -> List.copyOf(this.found));
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        Map<DocumentReference, Row> experts = new LinkedHashMap<>();
        experts.put(EXPERT, TestRows.row(EXPERT, "user", "XWiki.Eva"));
        experts.put(TestRows.page("E.B.WebHome"), TestRows.row(EXPERT));
        when(this.engagements.experts(any())).thenReturn(Map.of());
        Row member = TestRows.row(ENGAGEMENT, "expert", "E.A.WebHome");
        when(this.engagements.confirmed(DIALOGUE)).thenReturn(List.of(member));
        when(this.engagements.experts(List.of(member))).thenReturn(experts);
        when(this.localization.getTranslationPlain(anyString())).thenReturn("failed");
    }

    private void find(DocumentReference... some)
    {
        for (DocumentReference page : some) {
            this.found.add(new Found(1, TestRows.local(page), 0, "c", "t"));
        }
    }

    private Row store(DocumentReference page, Schema schema, Object... values) throws Exception
    {
        Row row = TestRows.row(page, values);
        when(this.pages.find(page, schema)).thenReturn(Optional.of(row));
        return row;
    }

    private static PageState state(DocumentReference page, Schema schema, Object... values)
    {
        return new PageState(page, true, "", "",
            asked -> asked == schema ? List.of(TestRows.row(page, values)) : List.of());
    }

    private static PageState none(DocumentReference page)
    {
        return new PageState(page, false, "", "", asked -> List.of());
    }

    private <E extends Event> E happen(E event, PageState before, PageState after)
    {
        Object source = new Object();
        when(this.changes.before(source)).thenReturn(before);
        when(this.changes.after(source)).thenReturn(after);
        this.listener.onEvent(event, source, null);
        return event;
    }

    @Test
    void whatBecomesRestrictedIsShutBeforeItIsSaved() throws Exception
    {
        PageState open = state(DIALOGUE, Schema.DIALOGUE);
        PageState shut = state(DIALOGUE, Schema.DIALOGUE, "access", "panel", "facilitator", "XWiki.Faith");
        assertFalse(happen(new DocumentUpdatingEvent(DIALOGUE), open, shut).isCanceled());
        verify(this.veil).close(DIALOGUE, TEAM, Set.of("XWiki.Faith", "XWiki.Eva"));
        doThrow(new CrowdsourcingException("no", null)).when(this.veil).close(any(), any(), any());
        assertTrue(happen(new DocumentUpdatingEvent(DIALOGUE), none(DIALOGUE), shut).isCanceled(), "Never open");
        assertFalse(happen(new DocumentUpdatingEvent(DIALOGUE), shut, shut).isCanceled());
        assertTrue(this.logs.getMessage(0).startsWith("Failed to shut"), this.logs.getMessage(0));
    }

    @Test
    void whatIsRefusedIsNotShutNorWhatIsSavedElsewhere() throws Exception
    {
        PageState shut = state(DIALOGUE, Schema.DIALOGUE, "access", "panel");
        DocumentUpdatingEvent refused = new DocumentUpdatingEvent(DIALOGUE);
        refused.cancel("refused");
        happen(refused, none(DIALOGUE), shut);
        when(this.remote.isRemoteState()).thenReturn(true);
        happen(new DocumentUpdatingEvent(DIALOGUE), none(DIALOGUE), shut);
        DocumentReference template = TestRows.page("Crowdsourcing.Code.DialogueTemplate");
        when(this.remote.isRemoteState()).thenReturn(false);
        happen(new DocumentUpdatingEvent(template), none(template),
            state(template, Schema.DIALOGUE, "access", "panel"));
        verifyNoInteractions(this.veil);
    }

    @Test
    void aLiftedRestrictionIsOpenedAfterItWasSaved() throws Exception
    {
        store(DIALOGUE, Schema.DIALOGUE, "access", "open");
        PageState shut = state(DIALOGUE, Schema.DIALOGUE, "access", "panel");
        PageState open = state(DIALOGUE, Schema.DIALOGUE, "access", "open");
        happen(new DocumentUpdatingEvent(DIALOGUE), shut, open);
        verifyNoInteractions(this.veil);
        happen(new DocumentUpdatedEvent(DIALOGUE), shut, open);
        verify(this.veil).open(DIALOGUE);
        happen(new DocumentUpdatedEvent(DIALOGUE), open, open);
        verify(this.veil).open(DIALOGUE);
    }

    @Test
    void aPanelThatChangesOpensItsDialogueAndTheBriefOfItsChallengeAlone() throws Exception
    {
        store(DIALOGUE, Schema.DIALOGUE, "access", "panel");
        store(DEEPER, Schema.DIALOGUE, "access", "panel");
        store(BRIEF, Schema.BRIEF, "access", "panel");
        find(BRIEF, DIALOGUE, DEEPER);
        PageState accepted = state(ENGAGEMENT, Schema.ENGAGEMENT, "state", "accepted");
        happen(new DocumentUpdatedEvent(ENGAGEMENT), none(ENGAGEMENT), accepted);
        verify(this.veil).close(DIALOGUE, TEAM, Set.of("XWiki.Eva"));
        verify(this.veil).close(BRIEF, TEAM, Set.of("XWiki.Eva"));
        verify(this.veil, never()).close(eq(DEEPER), any(), any());
        when(this.engagements.confirmed(DIALOGUE)).thenReturn(List.of());
        happen(new DocumentDeletedEvent(ENGAGEMENT), accepted, none(ENGAGEMENT));
        verify(this.veil).close(DIALOGUE, TEAM, Set.of());
        verify(this.veil).close(BRIEF, TEAM, Set.of());
    }

    @Test
    void whoJoinsOrLeavesAndNewTextsAndRightsCount() throws Exception
    {
        store(DIALOGUE, Schema.DIALOGUE, "access", "panel");
        find(DIALOGUE);
        happen(new DocumentUpdatedEvent(INITIATIVE), state(INITIATIVE, Schema.INITIATIVE),
            state(INITIATIVE, Schema.INITIATIVE, "ndaVersion", "2"));
        verify(this.veil).close(DIALOGUE, TEAM, Set.of("XWiki.Eva"));
        DocumentReference rights = TestRows.page("I.WebPreferences");
        when(this.engagements.confirmed(DIALOGUE)).thenReturn(List.of());
        happen(new DocumentUpdatedEvent(rights), none(rights), none(rights));
        verify(this.veil).close(DIALOGUE, TEAM, Set.of());
        when(this.profiles.engagements(EXPERT)).thenReturn(List.of(TestRows.row(ENGAGEMENT)));
        happen(new DocumentUpdatedEvent(EXPERT), state(EXPERT, Schema.EXPERT, "user", "XWiki.Eva"),
            state(EXPERT, Schema.EXPERT, "user", "XWiki.Eva", "position", "Boss"));
        verify(this.writer, never()).touch(any());
        happen(new DocumentUpdatedEvent(EXPERT), state(EXPERT, Schema.EXPERT, "user", "XWiki.Eva"),
            state(EXPERT, Schema.EXPERT));
        verify(this.writer).touch(ENGAGEMENT);
    }

    @Test
    void moreSeatsLetInWhoWaits() throws Exception
    {
        store(BRIEF, Schema.BRIEF, "access", "panel");
        find(BRIEF);
        happen(new DocumentUpdatedEvent(DIALOGUE), state(DIALOGUE, Schema.DIALOGUE, "seats", 1),
            state(DIALOGUE, Schema.DIALOGUE, "seats", 2));
        verify(this.veil).close(BRIEF, TEAM, Set.of());
        happen(new DocumentUpdatedEvent(DIALOGUE), state(DIALOGUE, Schema.DIALOGUE, "seats", 2),
            state(DIALOGUE, Schema.DIALOGUE, "seats", 2, "goals", "Others"));
        verify(this.veil).close(BRIEF, TEAM, Set.of());
    }
}

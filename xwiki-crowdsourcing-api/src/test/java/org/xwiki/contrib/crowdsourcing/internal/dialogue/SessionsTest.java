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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.dialogue.Slot;
import org.xwiki.contrib.crowdsourcing.dialogue.SlotSearch;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the sessions of {@link DefaultDialogueManager}, their states, and {@link SessionUids}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({DialogueStore.class, RowReader.class, Things.class, SessionUids.class, SlotPlanner.class,
    EngagementStore.class, AgreementStore.class})
class SessionsTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference FIRST = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference SECOND = TestRows.page("I.D.Dialogue.WebHome");

    private static final String KNOWN = "known";

    @InjectMockComponents
    private DefaultDialogueManager manager;

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private ContributionStore contributions;

    @MockComponent
    private ContributionWriter contributionWriter;

    @MockComponent
    private ContributionCurator curator;

    @MockComponent
    private ContributionView view;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private Access access;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private RecordingQueries queries;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        TestRows.local(this.serializer);
        when(this.access.canView(any())).thenReturn(true);
        this.queries = new RecordingQueries(this.queryManager);
    }

    private Object dialogue(long id, String page)
    {
        return RecordingQueries.row(id, page, 0, Schema.DIALOGUE.getClassName(), "T" + id);
    }

    private void twoSessions()
    {
        this.queries.answer("doc.version", RecordingQueries.row("I.C.Dialogue.WebHome", "12.3",
            Date.from(Instant.EPOCH)), RecordingQueries.row("I.D.Dialogue.WebHome", "2.1", Date.from(Instant.EPOCH)));
        this.queries.answer("BaseObject obj", dialogue(1, "I.C.Dialogue.WebHome"), dialogue(2, "I.D.Dialogue.WebHome"));
        this.queries.answer("StringProperty", RecordingQueries.row(1L, "start", "2026-07-10T10:00"),
            RecordingQueries.row(1L, "timezone", "America/Mexico_City"), RecordingQueries.row(1L, "uid", KNOWN),
            RecordingQueries.row(1L, "meetingLink", "https://meet.example.org/1"),
            RecordingQueries.row(2L, "start", "2026-07-10T10:00"),
            RecordingQueries.row(2L, "timezone", "Asia/Kolkata"));
    }

    @Test
    void sessionsComeByInstantInFewStatements() throws Exception
    {
        twoSessions();
        List<Session> sessions = this.manager.getSessions(INITIATIVE);
        assertEquals(List.of(SECOND, FIRST), sessions.stream().map(session -> session.dialogue().reference()).toList());
        assertEquals(List.of("I.D.Dialogue.WebHome", KNOWN), sessions.stream().map(Session::uid).toList());
        assertEquals(List.of(2001, 12003), sessions.stream().map(Session::sequence).toList());
        // Objects, versions, and three tables of properties.
        assertEquals(5, this.queries.statements().size());
    }

    @Test
    void whatMayNotBeSeenIsLeftOutAndTheDoorStaysShut() throws Exception
    {
        twoSessions();
        when(this.access.canView(SECOND)).thenReturn(false);
        when(this.rules.refusal(FIRST)).thenReturn(
            Optional.of(new FieldError("", "no")));
        List<Session> sessions = this.manager.getSessions(INITIATIVE);
        assertEquals(1, sessions.size());
        assertEquals("", sessions.get(0).dialogue().meetingLink());
    }

    @ParameterizedTest
    @CsvSource({"planned, cancel, cancelled", "open, cancel, cancelled", "closed, cancel,", "cancelled, cancel,",
        "planned, reinstate,", "open, reinstate,", "closed, reinstate,", "cancelled, reinstate, planned"})
    void aSessionIsCancelledAndReinstated(String before, String change, String after) throws Exception
    {
        when(this.access.canEdit(FIRST)).thenReturn(true);
        when(this.pages.find(FIRST, Schema.DIALOGUE))
            .thenReturn(Optional.of(TestRows.row(FIRST, "state", before)));
        boolean cancel = "cancel".equals(change);
        if (after == null) {
            assertThrows(ConflictException.class, () -> change(cancel));
            verify(this.writer, never()).update(any(), any(), any(), any());
        } else {
            change(cancel);
            verify(this.writer).update(FIRST, Schema.DIALOGUE, Map.of("state", after), "");
        }
    }

    private void change(boolean cancel) throws Exception
    {
        if (cancel) {
            this.manager.cancel(FIRST);
        } else {
            this.manager.reinstate(FIRST);
        }
    }

    @Test
    void fairTimesCountWhatOtherSessionsAskAlready() throws Exception
    {
        when(this.access.canEdit(FIRST)).thenReturn(true);
        Row dialogue = TestRows.row(FIRST, "timezone", "America/Mexico_City", "duration", 60);
        when(this.pages.find(FIRST, Schema.DIALOGUE)).thenReturn(Optional.of(dialogue));
        when(this.pages.nearest(FIRST, Schema.INITIATIVE))
            .thenReturn(Optional.of(TestRows.row(INITIATIVE)));
        String[] experts = {"Experts.Ana", "Experts.Raj", "Experts.Nobody"};
        this.queries.answer("s.value in (:states)", engagement(11, "I.C.Dialogue.Panel.e1"),
            engagement(12, "I.C.Dialogue.Panel.e2"), engagement(13, "I.C.Dialogue.Panel.e3"),
            engagement(14, "I.D.Dialogue.Panel.e2"));
        this.queries.answer("obj.name in (:pages)", expert(21, experts[0]), expert(22, experts[1]),
            expert(23, experts[2]));
        this.queries.answer("doc.version", RecordingQueries.row("I.D.Dialogue.WebHome", "2.1",
            Date.from(Instant.EPOCH)));
        this.queries.answer("BaseObject obj", dialogue(2, "I.D.Dialogue.WebHome"));
        // From 21:30 in India, an hour and a half at night.
        this.queries.answer("StringProperty", value(11, "expert", experts[0]), value(12, "expert", experts[1]),
            value(13, "expert", experts[2]), value(14, "expert", experts[1]), value(21, "timezone", "America/Lima"),
            value(22, "timezone", "Asia/Kolkata"), value(2, "start", "2026-06-08T10:00"),
            value(2, "timezone", "America/Mexico_City"), value(23, "timezone", "EST"));
        SlotSearch search = this.manager.findSlots(FIRST, "2026-06-09", "2026-06-10");
        assertEquals(List.of(3, 1), List.of(search.panel(), search.unknown()));
        Slot best = search.slots().get(0);
        Slot.Burden raj = best.burdens().get(0);
        assertEquals(TestRows.page(experts[1]), raj.expert());
        assertEquals(30 + 4 * 90, raj.earlier());
        assertEquals(0, raj.points());
        // Engagements, their experts, the seats, profiles, their zones, the sessions with their versions and three tables.
        assertEquals(10, this.queries.statements().size());
    }

    private Object engagement(long id, String page)
    {
        return RecordingQueries.row(id, page, 0, Schema.ENGAGEMENT.getClassName(), "");
    }

    private Object expert(long id, String page)
    {
        return RecordingQueries.row(id, page, 0, Schema.EXPERT.getClassName(), page);
    }

    private Object value(long id, String name, String value)
    {
        return RecordingQueries.row(id, name, value);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-09, 2026-06-08, to", "2026-06-09, 2026-06-23, to", "2026-02-30, 2026-06-23, from",
        "2026-06-09,, to"})
    void wrongDaysAreSaidAtTheirField(String from, String to, String field)
    {
        when(this.access.canEdit(FIRST)).thenReturn(true);
        CrowdsourcingException error = assertThrows(CrowdsourcingException.class, () -> {
            when(this.pages.find(FIRST, Schema.DIALOGUE)).thenReturn(Optional.of(TestRows.row(FIRST)));
            this.manager.findSlots(FIRST, from, to);
        });
        assertEquals(List.of(field), error.getErrors().stream().map(FieldError::field).toList());
    }

    private PageState state(DocumentReference page, String... uid)
    {
        return new PageState(page, uid.length > 0, "", "", schema -> uid.length > 0 && schema == Schema.DIALOGUE
            ? List.of((Row) TestRows.row(page, "uid", uid[0])) : List.of());
    }

    private void save(PageState before, PageState after) throws Exception
    {
        this.components.<SessionUids>getInstance(SessionUids.class).add("source", before, after);
    }

    @Test
    void aNewDialogueGetsAnIdentifier() throws Exception
    {
        save(state(FIRST), state(FIRST, ""));
        verify(this.changes).set(eq("source"), eq(Schema.DIALOGUE), eq("uid"), matches("[0-9a-f-]{36}"));
    }

    @Test
    void theIdentifierStaysWhateverIsTyped() throws Exception
    {
        save(state(FIRST, KNOWN), state(FIRST, "typed"));
        verify(this.changes).set("source", Schema.DIALOGUE, "uid", KNOWN);
    }

    @Test
    void aRestoredDialogueKeepsItsIdentifierAndACopyGetsAnother() throws Exception
    {
        save(state(FIRST), state(FIRST, KNOWN));
        verify(this.changes, never()).set(any(), any(), any(), any());
        this.queries.answer("p.value = :uid", "I.D.Dialogue.WebHome");
        save(state(FIRST), state(FIRST, KNOWN));
        verify(this.changes).set(eq("source"), eq(Schema.DIALOGUE), eq("uid"), matches("[0-9a-f-]{36}"));
    }

    @Test
    void otherPagesAreLeftAlone() throws Exception
    {
        save(state(FIRST), state(FIRST));
        verify(this.changes, never()).set(any(), any(), any(), any());
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.eventstream.Event;
import org.xwiki.eventstream.EventStore;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.ObservationManager;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests who is told when that a session is near.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class SessionReminderTest
{
    private static final WikiReference WIKI = new WikiReference("xwiki");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference FAITH = TestRows.page("XWiki.Faith");

    /** 10:00 in New York. */
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");

    @InjectMockComponents
    private SessionReminder reminder;

    @MockComponent
    private DialogueStore dialogues;

    @MockComponent
    private EngagementStore engagements;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Access access;

    @MockComponent
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private ObservationManager observation;

    @MockComponent
    private EventStore store;

    @MockComponent
    @Named("context")
    private ComponentManager components;

    private final List<CrowdsourcingEvent> told = new ArrayList<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.dialogues.comingSessions(eq(WIKI), any(), any())).thenReturn(List.of(dialogue("2027-03-15T10:00")));
        when(this.engagements.confirmed(DIALOGUE))
            .thenReturn(List.of(TestRows.row(TestRows.page("I.C.Dialogue.Panel.e1"), "expert", "E.Eva.WebHome"),
                TestRows.row(TestRows.page("I.C.Dialogue.Panel.e2"), "expert", "E.Nameless.WebHome")));
        DocumentReference eva = TestRows.page("E.Eva.WebHome");
        DocumentReference nameless = TestRows.page("E.Nameless.WebHome");
        Rows profiles = mock(Rows.class);
        when(profiles.first(Schema.EXPERT)).thenReturn(
            Map.of(eva, TestRows.row(eva, "user", "XWiki.Eva"), nameless, TestRows.row(nameless)));
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.reader.readOnly(WIKI, List.of("E.Eva.WebHome", "E.Nameless.WebHome"), Set.of("user"), Schema.EXPERT))
            .thenReturn(profiles);
        when(this.access.canView(any(), eq(DIALOGUE))).thenReturn(true);
        when(this.serializer.serialize(any(EntityReference.class)))
            .thenAnswer(call -> "xwiki:" + TestRows.local((EntityReference) call.getArgument(0)));
        when(this.components.hasComponent(EventStore.class)).thenReturn(true);
        when(this.components.getInstance(EventStore.class)).thenReturn(this.store);
        when(this.store.getEvent(any())).thenReturn(Optional.empty());
        doAnswer(call -> this.told.add(call.getArgument(0))).when(this.observation)
            .notify(any(CrowdsourcingEvent.class), eq(CrowdsourcingEvent.SOURCE));
    }

    private Dialogue dialogue(String start)
    {
        return new Dialogue(DIALOGUE, "Money & more", LocalDateTime.parse(start), ZoneId.of("America/New_York"), 120, "",
            FAITH, null, 0, "", "", "", DialogueState.PLANNED, "", "");
    }

    private CrowdsourcingEvent told(Happening happening)
    {
        assertEquals(List.of(happening), this.told.stream().map(CrowdsourcingEvent::happening).toList());
        return this.told.remove(0);
    }

    @Test
    void panelAndStaffAreTold() throws Exception
    {
        Instant now = START.minusSeconds(86400);
        this.reminder.remind(WIKI, now);
        verify(this.pages).enter(WIKI);
        verify(this.dialogues).comingSessions(WIKI, now, START);
        assertEquals(new CrowdsourcingEvent(Happening.SESSION_TOMORROW, DIALOGUE, "Money & more", "", null,
            "2027-03-15 10:00 (America/New_York)", Set.of("xwiki:XWiki.Eva", "xwiki:XWiki.Faith")),
            told(Happening.SESSION_TOMORROW));
    }

    @Test
    void lastHour() throws Exception
    {
        this.reminder.remind(WIKI, START.minusSeconds(3601));
        told(Happening.SESSION_TOMORROW);
        this.reminder.remind(WIKI, START.minusSeconds(3600));
        told(Happening.SESSION_SOON);
    }

    @Test
    void onceForEachSession() throws Exception
    {
        this.reminder.remind(WIKI, START.minusSeconds(60));
        CrowdsourcingEvent first = told(Happening.SESSION_SOON);
        when(this.store.getEvent(SessionReminder.id(first))).thenReturn(Optional.of(mock(Event.class)));
        this.reminder.remind(WIKI, START.minusSeconds(30));
        assertEquals(List.of(), this.told);

        when(this.dialogues.comingSessions(eq(WIKI), any(), any())).thenReturn(List.of(dialogue("2027-03-15T11:00")));
        this.reminder.remind(WIKI, START);
        assertNotEquals(SessionReminder.id(first), SessionReminder.id(told(Happening.SESSION_SOON)), "It was moved");
    }

    @Test
    void whoMayNotViewItIsToldNothing() throws Exception
    {
        when(this.access.canView(FAITH, DIALOGUE)).thenReturn(false);
        this.reminder.remind(WIKI, START.minusSeconds(60));
        assertEquals(Set.of("xwiki:XWiki.Eva"), told(Happening.SESSION_SOON).recipients());
        when(this.access.canView(any(), eq(DIALOGUE))).thenReturn(false);
        this.reminder.remind(WIKI, START.minusSeconds(60));
        assertEquals(List.of(), this.told);
    }

    @Test
    void onAWikiWithoutNotificationsToo() throws Exception
    {
        when(this.components.hasComponent(EventStore.class)).thenReturn(false);
        this.reminder.remind(WIKI, START.minusSeconds(60));
        assertTrue(SessionReminder.isReminder(told(Happening.SESSION_SOON)));
    }
}

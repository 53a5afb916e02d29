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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.EventType;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.eventstream.Event;
import org.xwiki.eventstream.RecordableEvent;
import org.xwiki.eventstream.RecordableEventConverter;
import org.xwiki.eventstream.RecordableEventDescriptor;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests which events are raised of sessions, briefs, roadmaps, challenges and panels, and what the wiki knows of every
 * kind.
 *
 * @version $Id$
 * @since 1.0
 */
class EventsTest extends AbstractEventsTest
{
    private static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    private static final DocumentReference ROADMAP = TestRows.page("I.Roadmap.WebHome");

    private void assertForWatchers(Happening happening, DocumentReference page)
    {
        assertEquals(new CrowdsourcingEvent(happening, page, title(page), "", CARLOS, "", Set.of()),
            raised(happening));
    }

    @Test
    void session() throws Exception
    {
        DialogueManager manager = get(DialogueManager.class);
        manager.close(DIALOGUE);
        assertForWatchers(Happening.SESSION_CLOSED, DIALOGUE);
        manager.open(DIALOGUE);
        assertForWatchers(Happening.SESSION_OPENED, DIALOGUE);
        manager.cancel(DIALOGUE);
        assertForWatchers(Happening.SESSION_CANCELLED, DIALOGUE);
        manager.reinstate(DIALOGUE);
        assertForWatchers(Happening.SESSION_REINSTATED, DIALOGUE);
        manager.plan(DIALOGUE, "2017-06-07T09:00", "America/Mexico_City", 90);
        assertEquals(new CrowdsourcingEvent(Happening.SESSION_PLANNED, DIALOGUE, "Title of Dialogue", "", CARLOS,
            "2017-06-07 09:00 (America/Mexico_City)", Set.of()), raised(Happening.SESSION_PLANNED));
    }

    @Test
    void sessionChangedWithTheEditorOfTheWiki() throws Exception
    {
        save(DIALOGUE, Schema.DIALOGUE, Map.of("timezone", "America/Bogota"));
        assertEquals("2017-06-06 10:00 (America/Bogota)", raised(Happening.SESSION_PLANNED).time());
        save(DIALOGUE, Schema.DIALOGUE, Map.of("start", "", "timezone", ""));
        assertForWatchers(Happening.SESSION_POSTPONED, DIALOGUE);
        save(DIALOGUE, Schema.DIALOGUE, Map.of("agenda", "Welcome"));
        assertNothingRaised();
    }

    @Test
    void brief() throws Exception
    {
        store(BRIEF, Schema.BRIEF, STATE, "draft", "problem", "P", "rootCauses", "R");
        BriefManager manager = get(BriefManager.class);
        manager.startWorkshop(BRIEF);
        assertForWatchers(Happening.BRIEF_OPENED, BRIEF);
        manager.freeze(BRIEF);
        assertForWatchers(Happening.BRIEF_FROZEN, BRIEF);
        manager.newDraft(BRIEF);
        assertNothingRaised();
    }

    @Test
    void roadmap() throws Exception
    {
        store(ROADMAP, Schema.ROADMAP, STATE, "draft");
        Recommendation recommendation = mock(Recommendation.class);
        when(recommendation.reference()).thenReturn(TestRows.page("I.Roadmap.R.WebHome"));
        when(recommendation.state()).thenReturn(RecommendationState.DRAFT);
        when(recommendation.isSourced()).thenReturn(true);
        when(this.roadmaps.recommendationsOf(ROADMAP)).thenReturn(List.of(recommendation));
        when(this.versions.create(any(), any(), any(), any())).thenReturn(1, 2);
        when(this.reader.serialize(any())).thenReturn("XWiki.Carlos");
        RoadmapManager manager = get(RoadmapManager.class);
        manager.publish(ROADMAP);
        assertForWatchers(Happening.ROADMAP_PUBLISHED, ROADMAP);
        // With a recommendation that was added since: a new version.
        manager.publish(ROADMAP);
        assertForWatchers(Happening.ROADMAP_PUBLISHED, ROADMAP);
        manager.withdraw(ROADMAP, "R");
        assertNothingRaised();
    }

    @Test
    void newChallengeAndDialogue() throws Exception
    {
        get(ChallengeManager.class).create(TestRows.page("I.WebHome"), "C");
        assertForWatchers(Happening.CHALLENGE_ADDED, CHALLENGE);
        get(DialogueManager.class).create(CHALLENGE, "D");
        assertForWatchers(Happening.DIALOGUE_ADDED, DIALOGUE);
    }

    @Test
    void invitation() throws Exception
    {
        invite();
        assertEquals(new CrowdsourcingEvent(Happening.INVITED, DIALOGUE, "Title of Dialogue", "", CARLOS, "", TO_EVA),
            raised(Happening.INVITED));
        get(ExpertManager.class).setEngagementState(ENGAGEMENT, EngagementState.ACCEPTED);
        assertNothingRaised();
    }

    @Test
    void anExpertIsToldThatThereIsSomethingToSign() throws Exception
    {
        DocumentReference initiative = TestRows.page("I.WebHome");
        Row asking = TestRows.row(initiative, "agreements", List.of("nda"), "ndaVersion", "1", "nda", "Tell nobody.");
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.of(asking));
        Row expert = TestRows.row(PROFILE, "user", "XWiki.Eva");
        when(this.engagements.experts(any())).thenReturn(Map.of(PROFILE, expert));
        when(this.access.canView(EVA, DIALOGUE)).thenReturn(false);
        invite();
        assertEquals(ENGAGEMENT, raised(Happening.INVITED).page(), "It is restricted to the panel");
        get(ExpertManager.class).setEngagementState(ENGAGEMENT, EngagementState.ACCEPTED);
        assertEquals(Set.of(TO_EVA), Set.of(raised(Happening.AGREEMENT_ASKED).recipients()));
        Row signed = TestRows.row(ENGAGEMENT, "expert", "E.Eva.WebHome", STATE, "accepted", "ndaVersion", "1");
        when(this.engagements.below(initiative)).thenReturn(List.of(signed));
        save(initiative, Schema.INITIATIVE, Map.of("agreements", List.of("nda"), "ndaVersion", "1"));
        assertNothingRaised();
        save(initiative, Schema.INITIATIVE, Map.of("agreements", List.of("nda"), "ndaVersion", "2"));
        assertEquals(ENGAGEMENT, raised(Happening.AGREEMENT_ASKED).page());
        save(initiative, Schema.INITIATIVE, Map.of("agreements", List.of("nda"), "ndaVersion", "2", "phase", "brief"));
        assertNothingRaised();
    }

    @Test
    void ownersAndCuratorsAreToldThatSomebodyAppliedButNotWho() throws Exception
    {
        DocumentReference application = TestRows.page("I.Call.a1");
        login(null);
        save(application, Schema.APPLICATION, Map.of("kind", "application", "name", "Ana", "email", "ana@example.org"));
        assertNothingRaised();
        Row initiative = TestRows.row(TestRows.page("I.WebHome"), "curatorsGroup", "I.Groups.Curators", "ownersGroup",
            "I.Groups.Owners");
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.of(initiative));
        DocumentReference nomination = TestRows.page("I.Call.n1");
        save(nomination, Schema.APPLICATION, Map.of("kind", "nomination", "name", "Ana"));
        assertEquals(new CrowdsourcingEvent(Happening.NOMINATED, nomination, "Title of I", "", null, "",
            Set.of("xwiki:I.Groups.Curators", "xwiki:I.Groups.Owners")), raised(Happening.NOMINATED));
        save(nomination, Schema.APPLICATION, Map.of("kind", "nomination", STATE, "declined"));
        assertNothingRaised();
        DocumentReference other = TestRows.page("I.Call.a2");
        save(other, Schema.APPLICATION, Map.of("kind", "application", "name", "Ana", "email", "ana@example.org"));
        CrowdsourcingEvent told = raised(Happening.APPLIED);
        assertEquals(other, told.page());
        assertFalse(told.toString().contains("ana"), "Who applied is private");
    }

    @Test
    void templatesAreNoNews() throws Exception
    {
        save(TestRows.page("Crowdsourcing.Code.DialogueTemplate"), Schema.DIALOGUE, Map.of());
        assertNothingRaised();
    }

    @Test
    void whatHappensOnAnotherMachineIsToldThere() throws Exception
    {
        when(this.remote.isRemoteState()).thenReturn(true);
        get(DialogueManager.class).close(DIALOGUE);
        assertNothingRaised();
    }

    @Test
    void failureDoesNotUndoTheSave() throws Exception
    {
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenThrow(new CrowdsourcingException("Out of order", null));
        save(this.idea, Schema.CONTRIBUTION, Map.of(STATE, "hidden"));
        assertNothingRaised();
        assertTrue(this.logs.getMessage(0).startsWith("Failed to tell what has happened on the page ["));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeHasItsDescription(EventType type) throws Exception
    {
        RecordableEventDescriptor descriptor =
            this.components.getInstance(RecordableEventDescriptor.class, type.getId());
        assertEquals(type.getId(), descriptor.getEventType());
        assertEquals(type.getId(), descriptor.getDescription());
        assertEquals("crowdsourcing.event.application", descriptor.getApplicationName());
        RecordableEventDescriptor reply =
            this.components.getInstance(RecordableEventDescriptor.class, EventType.REPLY_ID);
        assertEquals(type == EventType.REPLY, descriptor.equals(reply));
        assertEquals(type == EventType.REPLY, descriptor.hashCode() == reply.hashCode());
    }

    @Test
    void whatTheWikiKeepsOfAnEvent() throws Exception
    {
        CrowdsourcingEvent event = new CrowdsourcingEvent(Happening.HIDDEN, DIALOGUE, "Title", this.idea.getName(),
            CARLOS, "", TO_EVA);
        RecordableEventConverter ours = this.components.getInstance(RecordableEventConverter.class, "crowdsourcing");
        RecordableEvent supported = ours.getSupportedEvents().get(0);
        assertTrue(supported.matches(event));
        assertFalse(supported.matches(new DocumentUpdatedEvent()));
        Event kept = mock(Event.class);
        when(this.converter.convert(event, CrowdsourcingEvent.SOURCE, null)).thenReturn(kept);
        assertEquals(kept, ours.convert(event, CrowdsourcingEvent.SOURCE, null));
        verify(kept).setType("crowdsourcing.moderation");
        verify(kept).setDocument(DIALOGUE);
        verify(kept).setDocumentTitle("Title");
        verify(kept).setUser(CARLOS);
        verify(kept).setWiki(DIALOGUE.getWikiReference());
        verify(kept).setParameters(Map.of("happening", "hidden", "contribution", this.idea.getName(), "time", ""));
        assertEquals(TO_EVA, event.getTarget());
    }
}

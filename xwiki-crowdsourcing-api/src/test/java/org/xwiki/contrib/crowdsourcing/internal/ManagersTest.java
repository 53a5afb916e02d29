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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefReadiness;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeOrder;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativePhase;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefPages;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.brief.DefaultBriefManager;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChallengeStore;
import org.xwiki.contrib.crowdsourcing.internal.challenge.DefaultChallengeManager;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.DefaultExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementWriter;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertSearch;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.Seats;
import org.xwiki.contrib.crowdsourcing.internal.initiative.DefaultInitiativeManager;
import org.xwiki.contrib.crowdsourcing.internal.initiative.InitiativeStore;
import org.xwiki.contrib.crowdsourcing.internal.plan.Steps;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.DefaultRoadmapManager;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.PlanCache;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteFinder;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.publication.ReviewStore;
import org.xwiki.contrib.crowdsourcing.internal.publication.VersionStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of the managers of all rooms but the dialogues.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({DefaultInitiativeManager.class, DefaultChallengeManager.class, DefaultBriefManager.class,
    DefaultExpertManager.class, EngagementWriter.class, DefaultRoadmapManager.class, Things.class, Seats.class})
class ManagersTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference EXPERT = TestRows.page("E.Ana.WebHome");

    private static final DocumentReference IDEA = TestRows.page("I.C.Dialogue.c1");

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private InitiativeStore initiatives;

    @MockComponent
    private ChallengeStore challenges;

    @MockComponent
    private BriefStore briefs;

    @MockComponent
    private BriefPages briefPages;

    @MockComponent
    private ExpertStore experts;

    @MockComponent
    private ExpertSearch expertSearch;

    @MockComponent
    private AreaStore areas;

    @MockComponent
    private EngagementStore engagements;

    @MockComponent
    private RoadmapStore roadmaps;

    @MockComponent
    private PlanCache plans;

    @MockComponent
    private ReviewStore reviews;

    @MockComponent
    private VersionStore versions;

    @MockComponent
    private PageGuard guard;

    @MockComponent
    private QuoteFinder quotes;

    @MockComponent
    private DialogueManager dialogues;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.access.canView(any())).thenReturn(true);
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.quotes.find(any())).thenReturn(Set.of());
        when(this.plans.recommendationsOf(any()))
            .thenAnswer(call -> this.roadmaps.recommendationsOf(call.getArgument(0)));
        when(this.writer.createHidden(any(), any(), any(), any())).thenReturn(true);
        when(this.versions.create(any(), any(), any(), any())).thenReturn(2);
    }

    private <T> T get(Class<T> manager) throws Exception
    {
        return this.components.getInstance(manager);
    }

    private void edit()
    {
        when(this.access.canEdit(any())).thenReturn(true);
    }

    private void stored(DocumentReference page, Schema schema, Object... values) throws Exception
    {
        when(this.pages.find(page, schema)).thenReturn(Optional.of(TestRows.row(page, values)));
    }

    private Map<String, Object> updated(DocumentReference page, Schema schema) throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(page), eq(schema), values.capture(), anyString());
        return values.getValue();
    }

    /** What an engagement becomes that holds the given values. */
    private Map<String, Object> adjusted(DocumentReference page, Object... held) throws Exception
    {
        ArgumentCaptor<Function<Row, Map<String, Object>>> change = ArgumentCaptor.captor();
        verify(this.writer).adjust(eq(page), eq(Schema.ENGAGEMENT), change.capture(), anyString());
        return change.getValue().apply(TestRows.row(page, held));
    }

    private void assertNothingSaved() throws Exception
    {
        verify(this.writer, never()).adjust(any(), any(), any(), any());
        verify(this.writer, never()).update(any(), any(), any(), any());
        verify(this.writer, never()).create(any(), any(), any(), any());
        verify(this.writer, never()).createHidden(any(), any(), any(), any());
    }

    private List<String> keys(CrowdsourcingException exception)
    {
        return exception.getErrors().stream().map(FieldError::messageKey)
            .map(key -> key.substring(key.lastIndexOf('.') + 1)).toList();
    }

    @Test
    void withoutEditRightNothingIsChanged() throws Exception
    {
        for (Schema schema : List.of(Schema.INITIATIVE, Schema.CHALLENGE, Schema.BRIEF, Schema.ROADMAP,
            Schema.RECOMMENDATION, Schema.DIALOGUE, Schema.ENGAGEMENT)) {
            stored(PAGE, schema, "state", "draft");
        }
        InitiativeManager initiative = get(InitiativeManager.class);
        ChallengeManager challenge = get(ChallengeManager.class);
        BriefManager brief = get(BriefManager.class);
        RoadmapManager roadmap = get(RoadmapManager.class);
        ExpertManager expert = get(ExpertManager.class);
        for (Executable action : List
            .<Executable>of(
                () -> initiative.setPhase(PAGE, InitiativePhase.BRIEF), () -> initiative.create(PAGE, "T"),
                () -> challenge.setState(PAGE, ChallengeState.SELECTED, ""), () -> challenge.setPriority(PAGE, 1),
                () -> challenge.create(PAGE, "T"), () -> brief.create(PAGE, "T"), () -> brief.freeze(PAGE),
                () -> brief.startWorkshop(PAGE), () -> brief.newDraft(PAGE), () -> roadmap.create(PAGE, "T"),
                () -> roadmap.createRecommendation(PAGE, "T"), () -> roadmap.publish(PAGE),
                () -> roadmap.withdraw(PAGE, "R"), () -> roadmap.quote(PAGE, IDEA), () -> roadmap.unquote(PAGE, IDEA),
                () -> roadmap.setFollowUp(PAGE, FollowUp.DONE, ""), () -> expert.create(PAGE, "T"),
                () -> expert.createArea(PAGE, "T"),
                () -> expert.engage(PAGE, EXPERT, EngagementRoute.INVITED, ""),
                () -> expert.setEngagementState(PAGE, EngagementState.ACCEPTED))) {
            assertThrows(NotAllowedException.class, action);
        }
        assertFalse(initiative.canCreate(PAGE) || challenge.canEdit(PAGE) || brief.canChangeState(PAGE)
            || roadmap.canPublish(PAGE) || expert.canEngage(PAGE) || brief.canEdit(PAGE));
        assertNothingSaved();
    }

    @Test
    void whatMayNotBeSeenIsNotThere() throws Exception
    {
        edit();
        when(this.access.canView(PAGE)).thenReturn(false);
        stored(PAGE, Schema.CHALLENGE);
        assertTrue(get(ChallengeManager.class).get(PAGE).isEmpty());
        ChallengeManager manager = get(ChallengeManager.class);
        assertThrows(NotFoundException.class, () -> manager.setPriority(PAGE, 1));
        when(this.pages.nearest(any(), eq(Schema.CHALLENGE))).thenReturn(Optional.of(TestRows.row(PAGE)));
        assertTrue(manager.challengeOf(DIALOGUE).isEmpty());
        assertNothingSaved();
    }

    @Test
    void create() throws Exception
    {
        edit();
        get(ChallengeManager.class).create(PAGE, "  Who pays: you/me?  ");
        verify(this.writer).create(PAGE.getLastSpaceReference(), "Who-pays-you-me", "Who pays: you/me?",
            Schema.CHALLENGE);
        get(BriefManager.class).create(PAGE, "Anything");
        verify(this.writer).create(PAGE.getLastSpaceReference(), "Brief", "Anything", Schema.BRIEF);
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).create(PAGE, "x".repeat(251)));
        assertEquals(List.of("title"), exception.getErrors().stream().map(FieldError::field).toList());
    }

    @Test
    void phase() throws Exception
    {
        edit();
        stored(PAGE, Schema.INITIATIVE);
        assertThrows(CrowdsourcingException.class, () -> get(InitiativeManager.class).setPhase(PAGE, null));
        get(InitiativeManager.class).setPhase(PAGE, InitiativePhase.SOURCE);
        assertEquals(Map.of("phase", "source"), updated(PAGE, Schema.INITIATIVE));
    }

    @Test
    void dropAChallenge() throws Exception
    {
        edit();
        stored(PAGE, Schema.CHALLENGE);
        ChallengeManager manager = get(ChallengeManager.class);
        assertEquals(List.of("dropReasonRequired"), keys(assertThrows(CrowdsourcingException.class,
            () -> manager.setState(PAGE, ChallengeState.DROPPED, " "))));
        assertThrows(CrowdsourcingException.class, () -> manager.setState(PAGE, null, ""));
        manager.setState(PAGE, ChallengeState.DROPPED, "Too wide");
        assertEquals(Map.of("state", "dropped", "dropReason", "Too wide"), updated(PAGE, Schema.CHALLENGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, Integer.MIN_VALUE})
    void priority(int priority) throws Exception
    {
        edit();
        stored(PAGE, Schema.CHALLENGE);
        assertThrows(CrowdsourcingException.class, () -> get(ChallengeManager.class).setPriority(PAGE, priority));
        assertNothingSaved();
    }

    @Test
    void pagesOfTheBoard() throws Exception
    {
        List<ChallengeRow> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(new ChallengeRow(new Challenge(PAGE, "T" + i, "", i,
                i == 0 ? ChallengeState.DROPPED : ChallengeState.SELECTED, "", "", 0, "", null, List.of(), Wishes.NONE), null, 0,
                null, null, null, null));
        }
        when(this.challenges.list(any(), any())).thenReturn(rows);
        Page<ChallengeRow> page =
            list(ChallengeState.SELECTED, new PageRequest("2", 2));
        assertEquals(List.of("T3", "T4"), page.rows().stream().map(row -> row.challenge().title()).toList());
        assertEquals(Count.exactly(4), page.total());
        assertEquals("2", list(null, PageRequest.first(2)).next());
        assertTrue(list(null, new PageRequest("99", 2)).rows().isEmpty());
    }

    private Page<ChallengeRow> list(ChallengeState state, PageRequest request) throws Exception
    {
        return get(ChallengeManager.class).list(ChallengeQuery.tree(PAGE, state, request));
    }

    private ChallengeRow row(String title, int priority, ChallengeState state, BriefState brief)
    {
        return new ChallengeRow(new Challenge(TestRows.page("I." + title + ".WebHome"), title, "", priority, state,
            "", "", 0, "", null, List.of(), Wishes.NONE), null, 0, null, brief, null, null);
    }

    private List<String> titles(String text, BriefState brief, Sort<ChallengeOrder> sort) throws Exception
    {
        return get(ChallengeManager.class)
            .list(new ChallengeQuery(PAGE, text, null, brief, null, sort, PageRequest.first())).rows().stream()
            .map(row -> row.challenge().title()).toList();
    }

    @Test
    void orderOfChallenges() throws Exception
    {
        when(this.challenges.list(any(), any())).thenReturn(List.of(
            row("Courts", 2, ChallengeState.DROPPED, BriefState.FROZEN), row("arrest", 0, ChallengeState.SELECTED, null),
            row("Banks", 1, ChallengeState.SELECTED, BriefState.DRAFT)));
        assertEquals(List.of("Courts", "arrest", "Banks"), titles(" ", null, null));
        assertEquals(List.of("Banks", "Courts", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.PRIORITY, false)));
        assertEquals(List.of("Courts", "Banks", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.PRIORITY, true)));
        assertEquals(List.of("Courts", "Banks", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.TITLE, true)));
        assertEquals(List.of("arrest", "Banks", "Courts"),
            titles(null, null, new Sort<>(ChallengeOrder.STATE, false)));
        assertEquals(List.of("Banks", "Courts", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.BRIEF, false)));
        assertEquals(List.of("arrest", "Banks", "Courts"),
            titles(null, null, new Sort<>(ChallengeOrder.DIALOGUE, false)), "By title where there is none");
        assertEquals(List.of("Courts", "arrest"), titles("R", null, null));
        assertEquals(List.of("Banks"), titles(null, BriefState.DRAFT, null));
    }

    @Test
    void freezeIsRefusedWhileSomethingIsOpen() throws Exception
    {
        edit();
        stored(PAGE, Schema.BRIEF, "state", "workshop", "problem", "P", "rootCauses", " ");
        when(this.briefs.openComments(PAGE)).thenReturn(List.of("I.C.c1", "I.C.c2"));
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(BriefManager.class).freeze(PAGE));
        assertEquals(List.of(new FieldError("", "crowdsourcing.error.sectionMissing", "rootCauses"),
            new FieldError("", "crowdsourcing.error.commentsOpen", 2, "c1, c2")), exception.getErrors());
        assertNothingSaved();
        when(this.dialogues.getContributions(any())).thenReturn(Map.of());
        BriefReadiness readiness = get(BriefManager.class).getReadiness(PAGE);
        assertEquals(List.of(BriefSection.ROOT_CAUSES), readiness.missing());
        assertEquals(2, readiness.openCount());
        assertFalse(readiness.isReady());
    }

    @Test
    void freeze() throws Exception
    {
        edit();
        stored(PAGE, Schema.BRIEF, "state", "workshop", "problem", "P", "rootCauses", "R", "version", 1);
        when(this.pages.version(PAGE)).thenReturn("7.1");
        get(BriefManager.class).freeze(PAGE);
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer, times(2)).update(eq(PAGE), eq(Schema.BRIEF), values.capture(),
            anyString());
        assertEquals("frozen", values.getAllValues().get(0).get("state"));
        assertEquals(2, values.getAllValues().get(0).get("version"));
        assertTrue(Times.findInstant(values.getAllValues().get(0).get("frozenOn").toString()).isPresent());
        assertEquals(Map.of("frozenRevision", "7.1"), values.getAllValues().get(1));
    }

    @Test
    void statesOfABrief() throws Exception
    {
        edit();
        BriefManager manager = get(BriefManager.class);
        stored(PAGE, Schema.BRIEF, "state", "frozen");
        assertEquals(List.of("briefFrozen"),
            keys(assertThrows(ConflictException.class, () -> manager.freeze(PAGE))));
        assertThrows(ConflictException.class, () -> manager.startWorkshop(PAGE));
        assertFalse(manager.canEdit(PAGE));
        stored(PAGE, Schema.BRIEF, "state", "draft");
        assertThrows(ConflictException.class, () -> manager.newDraft(PAGE));
        assertTrue(manager.canEdit(PAGE));
        assertTrue(manager.canChangeState(PAGE));
        manager.startWorkshop(PAGE);
        assertEquals(Map.of("state", "workshop"), updated(PAGE, Schema.BRIEF));
    }

    @Test
    void aFrozenVersionHasNoStates() throws Exception
    {
        edit();
        BriefManager manager = get(BriefManager.class);
        stored(PAGE, Schema.BRIEF, "state", "frozen", "edition", "version", "version", 1);
        assertFalse(manager.canEdit(PAGE));
        assertFalse(manager.canChangeState(PAGE));
        assertEquals(List.of("briefVersion"),
            keys(assertThrows(ConflictException.class, () -> manager.newDraft(PAGE))));
        assertEquals(List.of("briefVersion"),
            keys(assertThrows(ConflictException.class, () -> manager.freeze(PAGE))));
        assertNothingSaved();
    }

    @Test
    void profileWithoutConsent() throws Exception
    {
        stored(EXPERT, Schema.EXPERT, "consent", 0, "user", "XWiki.Ana");
        assertTrue(get(ExpertManager.class).get(EXPERT).isEmpty());
        Expert ana = new Expert(EXPERT, "Ana", null, "", "", List.of(), "", null, null, List.of(), null, null, "",
            new Expert.Consent(false, null, ""), List.of());
        when(this.experts.load(any(), any())).thenReturn(ana);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Ana"));
        assertEquals(ana, get(ExpertManager.class).get(EXPERT).orElseThrow());
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Other"));
        assertTrue(get(ExpertManager.class).get(EXPERT).isEmpty());
    }

    @Test
    void engage() throws Exception
    {
        edit();
        stored(DIALOGUE, Schema.DIALOGUE);
        stored(EXPERT, Schema.EXPERT);
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        when(this.engagements.find(DIALOGUE, EXPERT)).thenReturn(Optional.empty());
        when(this.engagements.page(DIALOGUE, EXPERT)).thenReturn(page);
        ExpertManager manager = get(ExpertManager.class);
        assertEquals(List.of("referredByRequired"), keys(assertThrows(CrowdsourcingException.class,
            () -> manager.engage(DIALOGUE, EXPERT, EngagementRoute.REFERRED, " "))));
        assertEquals(List.of("required", "expertUnknown"), keys(assertThrows(CrowdsourcingException.class,
            () -> manager.engage(DIALOGUE, PAGE, null, ""))));
        assertNothingSaved();
        assertEquals(page, manager.engage(DIALOGUE, EXPERT, EngagementRoute.INVITED, ""));

        // The same expert by another route is the same engagement.
        when(this.engagements.find(DIALOGUE, EXPERT)).thenReturn(Optional.of(page));
        when(this.writer.createHidden(any(), any(), any(), any())).thenReturn(false);
        stored(page, Schema.ENGAGEMENT, "route", List.of("invited"));
        manager.engage(DIALOGUE, EXPERT, EngagementRoute.REFERRED, "Luis");
        assertEquals(Map.of("route", List.of("invited", "referred"), "referredBy", "Luis"),
            adjusted(page, "route", List.of("invited")));
    }

    @Test
    void whoAcceptsHasASeatOrWaits() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "invited");
        get(ExpertManager.class).setEngagementState(page, EngagementState.ACCEPTED);
        Map<String, Object> accepted = adjusted(page, "state", "invited");
        assertEquals("accepted", accepted.get("state"));
        assertTrue(accepted.get("acceptedOn").toString().matches(".*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
            accepted.toString());
        String earlier = "2026-01-01T00:00:00.000Z";
        assertEquals(Map.of("state", "accepted", "acceptedOn", earlier),
            adjusted(page, "state", "attended", "acceptedOn", earlier), "The place in the order stays");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "invited");
        assertEquals(List.of("engagementState"), keys(assertThrows(CrowdsourcingException.class,
            () -> get(ExpertManager.class).setEngagementState(page, EngagementState.ATTENDED))));
        assertNothingSaved();
    }

    @Test
    void oneEngagementIsReadAtOnceByThoseWhoMayKnow() throws Exception
    {
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "declined", "expert", "E.A.WebHome");
        Engagement engagement = new Engagement(page, EXPERT, "Ana", List.of(), "", EngagementState.DECLINED, "", null,
            null, 0, List.of());
        when(this.engagements.load(any())).thenReturn(engagement);
        ExpertManager manager = get(ExpertManager.class);
        edit();
        assertTrue(manager.getEngagement(page).isEmpty(), "The template of engagements is on no panel");
        stored(TestRows.page("I.C.Dialogue.WebHome"), Schema.DIALOGUE, "state", "planned");
        when(this.access.canEdit(any())).thenReturn(false);
        assertTrue(manager.getEngagement(page).isEmpty(), "Who declined is not for everybody");
        when(this.engagements.confirmed(any())).thenReturn(List.of(TestRows.row(page)));
        assertEquals(engagement, manager.getEngagement(page).orElseThrow());
        when(this.engagements.confirmed(any())).thenReturn(List.of());
        edit();
        assertEquals(engagement, manager.getEngagement(page).orElseThrow());
        when(this.access.canView(page)).thenReturn(false);
        assertTrue(manager.getEngagement(page).isEmpty());
    }

    @Test
    void whoLeavesLosesThePlace() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "accepted");
        get(ExpertManager.class).setEngagementState(page, EngagementState.DECLINED);
        assertEquals(Map.of("state", "declined", "acceptedOn", ""),
            adjusted(page, "state", "accepted", "acceptedOn", "2026-01-01T00:00:00.000Z"));
    }

    @Test
    void nobodyWithoutASeatWasThere() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "accepted");
        when(this.pages.nearest(page, Schema.DIALOGUE))
            .thenReturn(Optional.of(TestRows.row(DIALOGUE, "seats", 1)));
        when(this.engagements.seated(DIALOGUE)).thenReturn(List.of("I.C.Dialogue.Panel.e2"));
        ExpertManager manager = get(ExpertManager.class);
        assertEquals(List.of("noSeat"), keys(assertThrows(ConflictException.class,
            () -> manager.setEngagementState(page, EngagementState.ATTENDED))));
        assertNothingSaved();
        when(this.engagements.seated(DIALOGUE)).thenReturn(List.of("I.C.Dialogue.Panel.e1"));
        manager.setEngagementState(page, EngagementState.ATTENDED);
        assertEquals("attended", adjusted(page, "state", "accepted").get("state"));
    }

    @Test
    void whoWasAskedIsKnownToThoseWhoSetUpThePanel() throws Exception
    {
        stored(DIALOGUE, Schema.DIALOGUE);
        when(this.engagements.list(any(), anyBoolean(), any()))
            .thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        get(ExpertManager.class).getEngagements(DIALOGUE, PageRequest.first());
        verify(this.engagements).list(DIALOGUE, true, PageRequest.first());
        edit();
        get(ExpertManager.class).getEngagements(DIALOGUE, PageRequest.first());
        verify(this.engagements).list(DIALOGUE, false, PageRequest.first());
    }

    private Recommendation recommendation(String title, RecommendationState state, List<DocumentReference> sources,
        boolean desk, String reference)
    {
        return new Recommendation(TestRows.page("I.R." + title + ".WebHome"), title, Map.of(), 0, null, "", "", 0, 0,
            "", sources, desk, reference, List.of(), state, null, "");
    }

    private void recommendations(Recommendation... recommendations) throws Exception
    {
        stored(PAGE, Schema.ROADMAP, "state", "draft", "version", 1);
        when(this.roadmaps.recommendationsOf(PAGE)).thenReturn(List.of(recommendations));
    }

    @Test
    void publishNothing() throws Exception
    {
        edit();
        recommendations();
        assertEquals(List.of("noRecommendation"), keys(
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).publish(PAGE))));
        assertNothingSaved();
    }

    @Test
    void publishWithoutSource() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""),
            recommendation("B", RecommendationState.DRAFT, List.of(), true, " "),
            recommendation("C", RecommendationState.DRAFT, List.of(), true, "OECD 2016"));
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).publish(PAGE));
        assertEquals(
            List.of(new FieldError("", "crowdsourcing.error.unsourced", "B", "I.R.B.WebHome")),
            exception.getErrors());
        assertEquals(exception.getErrors(), get(RoadmapManager.class).getPublicationObstacles(PAGE));
        assertNothingSaved();
    }

    @Test
    void publishNamesEveryStepWithoutSourceAndStepsThatWaitForEachOther() throws Exception
    {
        edit();
        recommendations(Steps.recommendation("A", null,
            Steps.step("s1", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null, "s2")),
            Steps.recommendation("B", null,
                Steps.step("s2", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null, "s1"),
                new Step(3, "s3", "Read", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, List.of(), "", "", List.of(),
                    true, "OECD 2016", StepProgress.NONE)));
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).publish(PAGE));
        assertEquals(List.of(new FieldError("", "crowdsourcing.error.unsourcedStep", "s1", "A", "I.R.A.WebHome", 1),
            new FieldError("", "crowdsourcing.error.unsourcedStep", "s2", "B", "I.R.B.WebHome", 2),
            new FieldError("", "crowdsourcing.error.prerequisiteCycle", "s1 \u2192 s2 \u2192 s1")),
            exception.getErrors());
        assertEquals(exception.getErrors(), get(RoadmapManager.class).getPublicationObstacles(PAGE));
        assertNothingSaved();
    }

    @Test
    void publish() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""),
            recommendation("B", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        get(RoadmapManager.class).publish(PAGE);
        verify(this.writer).update(TestRows.page("I.R.A.WebHome"), Schema.RECOMMENDATION,
            Map.of("state", "published"), "");
        verify(this.writer, never()).update(eq(TestRows.page("I.R.B.WebHome")), any(), any(), any());
        Map<String, Object> values = updated(PAGE, Schema.ROADMAP);
        assertEquals("published", values.get("state"));
        assertEquals(2, values.get("version"));
    }

    @Test
    void nobodyPublishesOverAReviewerButTheOwnerWithAReason() throws Exception
    {
        edit();
        DocumentReference ana = TestRows.page("XWiki.Ana");
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        when(this.reviews.reviews(any())).thenReturn(List.of(
            new Review(ana, true, ReviewAnswer.APPROVE, "", Instant.EPOCH),
            new Review(TestRows.page("XWiki.Eva"), true, null, "", null),
            new Review(TestRows.page("XWiki.Leo"), false, ReviewAnswer.OBJECT, "No", Instant.EPOCH)));
        when(this.pages.userName(any()))
            .thenAnswer(call -> call.<DocumentReference>getArgument(0).getName());
        RoadmapManager manager = get(RoadmapManager.class);
        CrowdsourcingException refused =
            assertThrows(CrowdsourcingException.class, () -> manager.publish(PAGE, "I insist."));
        assertEquals(List.of("unansweredReview", "openObjection", "overruleOwner"), keys(refused));
        assertEquals(List.of("Eva"), refused.getErrors().get(0).parameters());
        when(this.access.user()).thenReturn(ana);
        when(this.pages.nearest(PAGE, Schema.INITIATIVE))
            .thenReturn(Optional.of(TestRows.row(PAGE, "owner", "XWiki.Ana")));
        refused = assertThrows(CrowdsourcingException.class, () -> manager.publish(PAGE, " "));
        assertEquals(List.of("unansweredReview", "openObjection", "overruleReason"), keys(refused));
        assertEquals("reason", refused.getErrors().get(2).field());
        verify(this.versions, never()).create(any(), any(), any(), any());
        assertNothingSaved();
        manager.publish(PAGE, "The law enters into force.");
        verify(this.versions).create(any(), any(), any(), eq("The law enters into force."));
    }

    @Test
    void aReasonIsKeptOnlyWhereSomethingIsOverruled() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        get(RoadmapManager.class).publish(PAGE, "Not needed");
        verify(this.versions).create(any(), any(), any(), eq(""));
    }

    @Test
    void publishNeedsTheRightOnEveryDraft() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        when(this.access.canEdit(TestRows.page("I.R.A.WebHome"))).thenReturn(false);
        assertThrows(NotAllowedException.class, () -> get(RoadmapManager.class).publish(PAGE));
        assertNothingSaved();
    }

    @Test
    void publishAgainAndWithdraw() throws Exception
    {
        edit();
        RoadmapManager manager = get(RoadmapManager.class);
        recommendations(recommendation("A", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        assertThrows(ConflictException.class, () -> manager.withdraw(PAGE, "R"));
        stored(PAGE, Schema.ROADMAP, "state", "published", "version", 3);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Ana"));
        assertEquals(List.of("alreadyPublished"),
            keys(assertThrows(ConflictException.class, () -> manager.publish(PAGE))));
        assertNothingSaved();
        assertEquals(List.of("withdrawReason"),
            keys(assertThrows(CrowdsourcingException.class, () -> manager.withdraw(PAGE, " "))));
        assertNothingSaved();
        manager.withdraw(PAGE, "A figure was wrong.");
        Map<String, Object> values = updated(PAGE, Schema.ROADMAP);
        assertEquals("withdrawn", values.get("state"));
        assertEquals("A figure was wrong.", values.get("withdrawReason"));
        assertEquals(3, values.get("withdrawnVersion"));
    }

    @Test
    void draftsAreListedForThoseWhoWorkOnThem() throws Exception
    {
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""),
            recommendation("B", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        when(this.roadmaps.usedIn(any())).thenReturn(Map.of(IDEA,
            List.of(new Usage(TestRows.page("I.R.A.WebHome"), "A", RecommendationState.DRAFT))));
        RoadmapManager manager = get(RoadmapManager.class);
        assertEquals(1, manager.getRecommendations(PAGE, PageRequest.first()).rows().size());
        assertTrue(manager.usedIn(List.of(IDEA)).isEmpty());
        edit();
        assertEquals(2, manager.getRecommendations(PAGE, PageRequest.first()).rows().size());
        assertEquals(1, manager.usedIn(List.of(IDEA)).size());
    }

    private void idea(ContributionState state) throws Exception
    {
        when(this.dialogues.getContribution(IDEA)).thenReturn(Optional.of(new Contribution(IDEA, DIALOGUE, IDEA, null,
            "x", ContributionKind.IDEA, null, "", null, 0, "", state, null, null, null, null, "")));
    }

    @Test
    void quote() throws Exception
    {
        edit();
        RoadmapManager manager = get(RoadmapManager.class);
        stored(PAGE, Schema.RECOMMENDATION, "sources", List.of("I.C.Dialogue.c0"));
        when(this.dialogues.getContribution(IDEA)).thenReturn(Optional.empty());
        assertThrows(NotFoundException.class, () -> manager.quote(PAGE, IDEA));
        assertThrows(NotFoundException.class, () -> manager.quote(EXPERT, IDEA));
        idea(ContributionState.HIDDEN);
        assertThrows(ConflictException.class, () -> manager.quote(PAGE, IDEA));
        assertNothingSaved();
        idea(ContributionState.PUBLISHED);
        manager.quote(PAGE, IDEA);
        assertEquals(Map.of("sources", List.of("I.C.Dialogue.c0", "I.C.Dialogue.c1")),
            updated(PAGE, Schema.RECOMMENDATION));
    }

    @Test
    void quoteTwiceIsOnce() throws Exception
    {
        edit();
        stored(PAGE, Schema.RECOMMENDATION, "sources", List.of("I.C.Dialogue.c1"));
        idea(ContributionState.PUBLISHED);
        get(RoadmapManager.class).quote(PAGE, IDEA);
        assertNothingSaved();
    }

    @Test
    void unquote() throws Exception
    {
        edit();
        RoadmapManager manager = get(RoadmapManager.class);
        stored(PAGE, Schema.RECOMMENDATION, "sources", List.of("I.C.Dialogue.c1"));
        when(this.roadmaps.load(any()))
            .thenReturn(recommendation("A", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        assertEquals(List.of("lastSource"),
            keys(assertThrows(ConflictException.class, () -> manager.unquote(PAGE, IDEA))));
        when(this.quotes.find(any())).thenReturn(Set.of(IDEA));
        assertEquals(List.of("quotedInText"),
            keys(assertThrows(ConflictException.class, () -> manager.unquote(PAGE, IDEA))));
        assertNothingSaved();
        when(this.quotes.find(any())).thenReturn(Set.of());
        when(this.roadmaps.load(any()))
            .thenReturn(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        manager.unquote(PAGE, IDEA);
        assertEquals(Map.of("sources", List.of()), updated(PAGE, Schema.RECOMMENDATION));
    }

    @ParameterizedTest
    @EnumSource(value = FollowUp.class, names = {"STALLED", "ABANDONED"})
    void followUpNeedsAReason(FollowUp followUp) throws Exception
    {
        edit();
        stored(PAGE, Schema.RECOMMENDATION);
        RoadmapManager manager = get(RoadmapManager.class);
        assertEquals(List.of("followUpReasonRequired"), keys(
            assertThrows(CrowdsourcingException.class, () -> manager.setFollowUp(PAGE, followUp, ""))));
        assertNothingSaved();
        manager.setFollowUp(PAGE, FollowUp.DONE, "");
        assertEquals(new HashMap<>(Map.of("followup", "done", "followupReason", "")),
            updated(PAGE, Schema.RECOMMENDATION));
    }

    @Test
    void targetsOfAQuote() throws Exception
    {
        when(this.pages.nearest(IDEA, Schema.INITIATIVE))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.WebHome"))));
        when(this.roadmaps.recommendationsOfInitiative(any())).thenReturn(
            List.of(new Usage(TestRows.page("I.R.A.WebHome"), "A", RecommendationState.DRAFT)));
        assertTrue(get(RoadmapManager.class).getQuoteTargets(IDEA).isEmpty());
        edit();
        assertEquals(1, get(RoadmapManager.class).getQuoteTargets(IDEA).size());
        when(this.access.isGuest()).thenReturn(true);
        assertTrue(get(RoadmapManager.class).getQuoteTargets(IDEA).isEmpty());
    }
}

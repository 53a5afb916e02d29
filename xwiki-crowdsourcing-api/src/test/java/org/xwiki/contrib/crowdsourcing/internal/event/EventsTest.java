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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.stubbing.Answer;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.EventType;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefPages;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.brief.DefaultBriefManager;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChallengeStore;
import org.xwiki.contrib.crowdsourcing.internal.challenge.DefaultChallengeManager;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.AlertWatch;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Closing;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionCurator;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionEditor;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionWriter;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DefaultDialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.FlagStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.IdeaStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ModerationRecorder;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SlotPlanner;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SupportCounter;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ThreadRules;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ThreadSlices;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.DefaultExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementWriter;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertSearch;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.Seats;
import org.xwiki.contrib.crowdsourcing.internal.publication.ReviewStore;
import org.xwiki.contrib.crowdsourcing.internal.publication.VersionStore;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.DefaultRoadmapManager;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteFinder;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.PlanCache;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
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
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.observation.EventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.remote.RemoteObservationManagerContext;
import org.xwiki.security.authorization.Right;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests which events the managers and the wiki's own editor raise, and for whom. Pages are kept in memory; each save
 * tells the listener, as the wiki does.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({DefaultDialogueManager.class, ContributionWriter.class, ContributionCurator.class,
    ContributionEditor.class, ContributionView.class, ThreadRules.class, DialogueStore.class, DefaultBriefManager.class, BriefPages.class,
    DefaultChallengeManager.class, DefaultExpertManager.class, EngagementWriter.class, Seats.class,
    DefaultRoadmapManager.class, Things.class,
    org.xwiki.contrib.crowdsourcing.internal.event.EventListener.class, PageNews.class, PersonalNews.class, DecisionNews.class,
    ApplicationNews.class, Mentions.class, AgreementNews.class, AgreementStore.class,
    EventConverter.class, EventDescriptor.class, ModerationRecorder.class,
    FlagStore.class})
class EventsTest
{
    private static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    private static final DocumentReference ROADMAP = TestRows.page("I.Roadmap.WebHome");

    private static final DocumentReference ENGAGEMENT = TestRows.page("I.C.Dialogue.Panel.e1");

    private static final DocumentReference PROFILE = TestRows.page("E.Eva.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final DocumentReference CARLOS = TestRows.page("XWiki.Carlos");

    private static final Set<String> TO_EVA = Set.of("xwiki:XWiki.Eva");

    private static final String STATE = "state";

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private ReviewStore reviews;

    @MockComponent
    private VersionStore versions;

    @MockComponent
    private PageGuard guard;

    @MockComponent
    private ThreadSlices slices;

    @MockComponent
    private SlotPlanner slots;

    @MockComponent
    private Closing closing;

    @MockComponent
    private SupportCounter counter;

    @Mock
    private SupportCounter.Counted support;

    @MockComponent
    private ContributionStore contributions;

    @MockComponent
    private BriefStore briefs;

    @MockComponent
    private ChallengeStore challenges;

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
    private QuoteFinder quotes;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private AlertWatch watch;

    @MockComponent
    private IdeaStore ideas;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private Seen seen;

    @MockComponent
    private Access access;

    @MockComponent
    private RemoteObservationManagerContext remote;

    @MockComponent
    private ObservationManager observation;

    @MockComponent
    private RecordableEventConverter converter;

    @MockComponent
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> localSerializer;

    private final Map<DocumentReference, Map<Schema, Map<String, Object>>> stored = new HashMap<>();

    private final List<CrowdsourcingEvent> raised = new ArrayList<>();

    private final DocumentReference idea =
        new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.localSerializer);
        when(this.serializer.serialize(any(EntityReference.class)))
            .thenAnswer(call -> "xwiki:" + TestRows.local((EntityReference) call.getArgument(0)));
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.pages.find(any(), any())).thenAnswer(call -> row(call.getArgument(0), call.getArgument(1)));
        when(this.contributions.find(any()))
            .thenAnswer(call -> row(call.getArgument(0), Schema.CONTRIBUTION).orElse(null));
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(ENGAGEMENT, Schema.DIALOGUE)).thenAnswer(call -> row(DIALOGUE, Schema.DIALOGUE));
        when(this.pages.version(any())).thenReturn("2.1");
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.canView(any(), any())).thenReturn(true);
        when(this.access.canEdit(any())).thenReturn(true);
        when(this.access.has(eq(Right.COMMENT), any())).thenReturn(true);
        Answer<Boolean> save = call -> {
            save(call.getArgument(0), call.getArgument(call.getArguments().length == 4
                && call.getArgument(1) instanceof Schema ? 1 : 2), call.getArgument(
                    call.getArgument(1) instanceof Schema ? 2 : 3));
            return true;
        };
        doAnswer(save).when(this.writer).update(any(), any(), any(), any());
        doAnswer(call -> {
            Function<Row, Map<String, Object>> change = call.getArgument(2);
            save(call.getArgument(0), call.getArgument(1),
                change.apply(row(call.getArgument(0), call.getArgument(1)).orElseThrow()));
            return null;
        }).when(this.writer).adjust(any(), any(), any(), any());
        when(this.writer.createHidden(any(), any(), any(), any())).thenAnswer(save);
        when(this.writer.create(any(), any(), any(), any())).thenAnswer(call -> {
            DocumentReference page = call.getArgument(1).equals("Dialogue") ? DIALOGUE : CHALLENGE;
            this.stored.remove(page);
            save(page, call.getArgument(3), Map.of());
            return page;
        });
        doAnswer(call -> this.raised.add(call.getArgument(0))).when(this.observation)
            .notify(any(CrowdsourcingEvent.class), eq(CrowdsourcingEvent.SOURCE));
        when(this.counter.of(any())).thenReturn(this.support);
        login(CARLOS);
        store(DIALOGUE, Schema.DIALOGUE, STATE, "open", "start", "2017-06-06T10:00", "timezone", "America/New_York");
        store(this.idea, Schema.CONTRIBUTION, STATE, "published", "kind", "idea", "author", "XWiki.Eva");
    }

    private void login(DocumentReference user)
    {
        when(this.access.user()).thenReturn(user);
    }

    private void store(DocumentReference page, Schema schema, Object... values)
    {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        this.stored.computeIfAbsent(page, key -> new HashMap<>()).put(schema, map);
    }

    private Optional<Row> row(DocumentReference page, Schema schema)
    {
        return rows(page, this.stored.getOrDefault(page, Map.of()), schema).stream().findFirst();
    }

    private List<Row> rows(DocumentReference page, Map<Schema, Map<String, Object>> objects, Schema schema)
    {
        return objects.containsKey(schema) ? List.of(new Row(page, title(page), 0, objects.get(schema),
            TestRows.RESOLVER)) : List.of();
    }

    private String title(DocumentReference page)
    {
        return "Title of " + page.getLastSpaceReference().getName();
    }

    /** Saves as the wiki does: whoever listens is told of the page before and after. */
    private void save(DocumentReference page, Schema schema, Map<String, Object> values) throws Exception
    {
        Map<Schema, Map<String, Object>> before = new HashMap<>(this.stored.getOrDefault(page, Map.of()));
        Map<String, Object> object = new HashMap<>(before.getOrDefault(schema, Map.of()));
        object.putAll(values);
        this.stored.computeIfAbsent(page, key -> new HashMap<>()).put(schema, object);
        Map<Schema, Map<String, Object>> after = this.stored.get(page);
        when(this.changes.before(page)).thenReturn(new PageState(page, !before.isEmpty(), title(page), "",
            asked -> rows(page, before, asked)));
        when(this.changes.after(page))
            .thenReturn(new PageState(page, true, title(page), "", asked -> rows(page, after, asked)));
        this.components.<EventListener>getInstance(EventListener.class,
            org.xwiki.contrib.crowdsourcing.internal.event.EventListener.NAME)
            .onEvent(new DocumentUpdatedEvent(page), page, null);
    }

    private <T> T get(Class<T> manager) throws Exception
    {
        return this.components.getInstance(manager);
    }

    private CrowdsourcingEvent raised(Happening happening)
    {
        assertEquals(List.of(happening), this.raised.stream().map(CrowdsourcingEvent::happening).toList());
        return this.raised.remove(0);
    }

    private void assertForWatchers(Happening happening, DocumentReference page)
    {
        assertEquals(new CrowdsourcingEvent(happening, page, title(page), "", CARLOS, "", Set.of()),
            raised(happening));
    }

    private void assertForEva(Happening happening)
    {
        assertEquals(new CrowdsourcingEvent(happening, DIALOGUE, "Title of Dialogue", this.idea.getName(), CARLOS, "",
            TO_EVA), raised(happening));
    }

    private void assertNothingRaised()
    {
        assertEquals(List.of(), this.raised);
    }

    @Test
    void reply() throws Exception
    {
        DocumentReference reply = get(DialogueManager.class).reply(this.idea, new NewContribution("No", "answer"));
        assertEquals(new CrowdsourcingEvent(Happening.REPLIED, DIALOGUE, "Title of Dialogue", reply.getName(), CARLOS,
            "", TO_EVA), raised(Happening.REPLIED));
    }

    @Test
    void contributionThatAnswersNobodyIsNoNews() throws Exception
    {
        get(DialogueManager.class).contribute(DIALOGUE, new NewContribution("Yes", "idea"));
        assertNothingRaised();
    }

    @Test
    void whoIsNamedIsToldOnce() throws Exception
    {
        when(this.reader.list(any(), any())).thenReturn(List.of("XWiki.Carlos", "XWiki.Eva"));
        DialogueManager manager = get(DialogueManager.class);
        DocumentReference named = manager.contribute(DIALOGUE, new NewContribution("Ask @Eva, not @Carlos", "idea"));
        assertEquals(new CrowdsourcingEvent(Happening.MENTIONED, DIALOGUE, "Title of Dialogue", named.getName(),
            CARLOS, "", TO_EVA), raised(Happening.MENTIONED));
        save(named, Schema.CONTRIBUTION, Map.of("text", "Ask @Eva and nobody else"));
        assertNothingRaised();
        manager.reply(this.idea, new NewContribution("As @Eva says", "answer"));
        raised(Happening.REPLIED);
    }

    @Test
    void nobodyIsToldOfTheirOwnDoing() throws Exception
    {
        login(EVA);
        DialogueManager manager = get(DialogueManager.class);
        manager.reply(this.idea, new NewContribution("And more", "evidence"));
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        manager.hide(this.idea, HidingReason.PRIVATE, "");
        manager.unhide(this.idea);
        assertNothingRaised();
    }

    @Test
    void whoMayNotViewItIsToldNothing() throws Exception
    {
        when(this.access.canView(eq(EVA), any())).thenReturn(false);
        DialogueManager manager = get(DialogueManager.class);
        manager.reply(this.idea, new NewContribution("No", "answer"));
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        manager.hide(this.idea, HidingReason.SPAM, "");
        invite();
        assertNothingRaised();
    }

    @Test
    void replyThatAwaitsModerationIsNewsWhenItIsApproved() throws Exception
    {
        when(this.pages.nearest(DIALOGUE, Schema.INITIATIVE)).thenReturn(
            Optional.of(TestRows.row(TestRows.page("I.WebHome"), "moderation", "premoderated")));
        when(this.access.canEdit(any())).thenReturn(false);
        DocumentReference tomas = TestRows.page("XWiki.Tomas");
        login(tomas);
        DialogueManager manager = get(DialogueManager.class);
        DocumentReference reply = manager.reply(this.idea, new NewContribution("No", "answer"));
        assertNothingRaised();

        login(CARLOS);
        when(this.access.canEdit(any())).thenReturn(true);
        manager.approve(reply);
        assertEquals(List.of(
            new CrowdsourcingEvent(Happening.REPLIED, DIALOGUE, "Title of Dialogue", reply.getName(), tomas, "",
                TO_EVA),
            new CrowdsourcingEvent(Happening.APPROVED, DIALOGUE, "Title of Dialogue", reply.getName(), null, "",
                Set.of("xwiki:XWiki.Tomas"))), this.raised);

        this.raised.clear();
        manager.hide(reply, HidingReason.SPAM, "");
        manager.unhide(reply);
        assertEquals(List.of(Happening.HIDDEN, Happening.SHOWN),
            this.raised.stream().map(CrowdsourcingEvent::happening).toList(), "Replied twice");
    }

    @Test
    void decisions() throws Exception
    {
        DialogueManager manager = get(DialogueManager.class);
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too much");
        assertForEva(Happening.NOT_TAKEN);
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too dear");
        assertNothingRaised();
        manager.decide(this.idea, Outcome.PARTLY, DecisionReason.COST, "A part");
        assertForEva(Happening.PARTLY_TAKEN);
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        assertForEva(Happening.TAKEN);
    }

    @Test
    void whoBacksItIsToldOfTheDecision() throws Exception
    {
        DocumentReference outsider = TestRows.page("XWiki.Outsider");
        DocumentReference twin =
            new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());
        // Who backs it, who decides, who wrote it, who may not view it, and who wrote what was merged into it.
        when(this.support.supporters(this.idea.getName()))
            .thenReturn(Set.of("xwiki:XWiki.Tomas", "XWiki.Carlos", "XWiki.Eva", "XWiki.Outsider"));
        when(this.support.members(this.idea.getName())).thenReturn(Set.of(twin.getName()));
        when(this.contributions.load(any())).thenReturn(
            Map.of(twin, TestRows.row(twin, "author", "XWiki.Nora")));
        when(this.access.canView(eq(outsider), any())).thenReturn(false);
        DialogueManager manager = get(DialogueManager.class);
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too much");
        assertEquals(List.of(
            new CrowdsourcingEvent(Happening.NOT_TAKEN, DIALOGUE, "Title of Dialogue", this.idea.getName(), CARLOS, "",
                TO_EVA),
            new CrowdsourcingEvent(Happening.BACKED_NOT_TAKEN, DIALOGUE, "Title of Dialogue", this.idea.getName(),
                CARLOS, "", Set.of("xwiki:XWiki.Tomas", "xwiki:XWiki.Nora"))), this.raised);
        this.raised.clear();
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too dear");
        assertNothingRaised();
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        assertEquals(List.of(Happening.TAKEN, Happening.BACKED_TAKEN),
            this.raised.stream().map(CrowdsourcingEvent::happening).toList());
    }

    @Test
    void onlySoManyAreTold() throws Exception
    {
        Set<String> crowd = new HashSet<>();
        for (int i = 0; i < 2 * DecisionNews.MOST; i++) {
            crowd.add("XWiki.U" + i);
        }
        when(this.support.supporters(this.idea.getName())).thenReturn(crowd);
        get(DialogueManager.class).decide(this.idea, Outcome.PARTLY, DecisionReason.COST, "A part");
        assertEquals(DecisionNews.MOST, this.raised.get(1).recipients().size());
    }

    @Test
    void hiddenAndShownAgain() throws Exception
    {
        DialogueManager manager = get(DialogueManager.class);
        manager.hide(this.idea, HidingReason.OFF_TOPIC, "Not about this");
        assertTold(Happening.HIDDEN, "offtopic");
        manager.unhide(this.idea);
        assertTold(Happening.SHOWN, "");
        assertEquals(List.of("hidden offtopic XWiki.Carlos", "shown  XWiki.Carlos"), log());
    }

    @Test
    void mergedAndSeparated() throws Exception
    {
        this.writer.update(this.idea, Schema.CONTRIBUTION, Map.of("state", "merged"), "");
        assertTold(Happening.MERGED, "");
        this.writer.update(this.idea, Schema.CONTRIBUTION, Map.of("state", "published"), "");
        assertTold(Happening.SEPARATED, "");
        assertEquals(List.of("merged  XWiki.Carlos", "unmerged  XWiki.Carlos"), log());
    }

    /** Whoever moderates is not named. */
    private void assertTold(Happening happening, String reason)
    {
        assertEquals(new CrowdsourcingEvent(happening, DIALOGUE, "Title of Dialogue", this.idea.getName(), null, reason,
            TO_EVA), raised(happening));
    }

    private List<String> log()
    {
        return this.stored.entrySet().stream().filter(page -> page.getValue().containsKey(Schema.MODERATION))
            .sorted(Map.Entry.comparingByKey()).map(page -> page.getValue().get(Schema.MODERATION))
            .map(entry -> entry.get("act") + " " + entry.get("reasonKind") + " " + entry.get("actor")).toList();
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

    private void invite() throws Exception
    {
        store(PROFILE, Schema.EXPERT, "user", "XWiki.Eva");
        store(ENGAGEMENT, Schema.ENGAGEMENT, STATE, "screened", "expert", "E.Eva.WebHome");
        get(ExpertManager.class).setEngagementState(ENGAGEMENT, EngagementState.INVITED);
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
    void curatorsAreToldOfAnAlertAndTheLogOfWhatItDoes() throws Exception
    {
        Row initiative = TestRows.row(TestRows.page("I.WebHome"), "curatorsGroup", "I.Groups.Curators");
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.of(initiative));
        when(this.pages.title(DIALOGUE)).thenReturn("Title of Dialogue");
        DocumentReference alert =
            new DocumentReference("as" + this.idea.getName() + "0001", DIALOGUE.getLastSpaceReference());
        login(EVA);
        save(alert, Schema.ALERT, Map.of("kind", "youngsupport", STATE, "open", "contribution", this.idea.getName()));
        assertEquals(new CrowdsourcingEvent(Happening.ALERTED, alert, "Title of Dialogue", "", null, "",
            Set.of("xwiki:I.Groups.Curators")), raised(Happening.ALERTED));
        verify(this.writer).createHidden(any(), eq(""), eq(Schema.MODERATION), eq(Map.of("act", "setaside",
            "contribution", this.idea.getName(), "reasonKind", "", "actor", "")));
        login(CARLOS);
        save(alert, Schema.ALERT, Map.of(STATE, "leftout", "reasonKind", "automatic", "reason", "All from one house"));
        verify(this.writer).createHidden(any(), eq(""), eq(Schema.MODERATION), eq(Map.of("act", "leftout",
            "contribution", this.idea.getName(), "reasonKind", "automatic", "actor", "XWiki.Carlos")));
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
    void whoWritesMostIsNotNamedInTheLog() throws Exception
    {
        DocumentReference alert =
            new DocumentReference("ao00000000000000000001", DIALOGUE.getLastSpaceReference());
        save(alert, Schema.ALERT, Map.of("kind", "oneauthor", STATE, "open", "author", "XWiki.Eva"));
        assertNothingRaised();
        verify(this.writer, never()).createHidden(any(), any(), eq(Schema.MODERATION), any());
        save(alert, Schema.ALERT, Map.of(STATE, "dismissed", "reasonKind", "genuine"));
        verify(this.writer).createHidden(any(), eq(""), eq(Schema.MODERATION), eq(Map.of("act", "reviewed",
            "contribution", "", "reasonKind", "genuine", "actor", "XWiki.Carlos")));
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

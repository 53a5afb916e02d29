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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mock;
import org.mockito.stubbing.Answer;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
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
import org.xwiki.eventstream.RecordableEventConverter;
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
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/**
 * Raises events through the managers and the wiki's own editor. Pages are kept in memory; each save tells the
 * listener, as the wiki does.
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
abstract class AbstractEventsTest
{
    protected static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    protected static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    protected static final DocumentReference ENGAGEMENT = TestRows.page("I.C.Dialogue.Panel.e1");

    protected static final DocumentReference PROFILE = TestRows.page("E.Eva.WebHome");

    protected static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    protected static final DocumentReference CARLOS = TestRows.page("XWiki.Carlos");

    protected static final Set<String> TO_EVA = Set.of("xwiki:XWiki.Eva");

    protected static final String STATE = "state";

    @RegisterExtension
    protected LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectComponentManager
    protected ComponentManager components;

    @MockComponent
    protected ReviewStore reviews;

    @MockComponent
    protected VersionStore versions;

    @MockComponent
    protected PageGuard guard;

    @MockComponent
    protected ThreadSlices slices;

    @MockComponent
    protected SlotPlanner slots;

    @MockComponent
    protected Closing closing;

    @MockComponent
    protected SupportCounter counter;

    @Mock
    protected SupportCounter.Counted support;

    @MockComponent
    protected ContributionStore contributions;

    @MockComponent
    protected BriefStore briefs;

    @MockComponent
    protected ChallengeStore challenges;

    @MockComponent
    protected ExpertStore experts;

    @MockComponent
    protected ExpertSearch expertSearch;

    @MockComponent
    protected AreaStore areas;

    @MockComponent
    protected EngagementStore engagements;

    @MockComponent
    protected RoadmapStore roadmaps;

    @MockComponent
    protected PlanCache plans;

    @MockComponent
    protected QuoteFinder quotes;

    @MockComponent
    protected RowReader reader;

    @MockComponent
    protected PageReader pages;

    @MockComponent
    protected AlertWatch watch;

    @MockComponent
    protected IdeaStore ideas;

    @MockComponent
    protected PageWriter writer;

    @MockComponent
    protected PageChanges changes;

    @MockComponent
    protected Seen seen;

    @MockComponent
    protected Access access;

    @MockComponent
    protected RemoteObservationManagerContext remote;

    @MockComponent
    protected ObservationManager observation;

    @MockComponent
    protected RecordableEventConverter converter;

    @MockComponent
    protected EntityReferenceSerializer<String> serializer;

    @MockComponent
    @Named("local")
    protected EntityReferenceSerializer<String> localSerializer;

    protected final Map<DocumentReference, Map<Schema, Map<String, Object>>> stored = new HashMap<>();

    protected final List<CrowdsourcingEvent> raised = new ArrayList<>();

    protected final DocumentReference idea =
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

    protected void login(DocumentReference user)
    {
        when(this.access.user()).thenReturn(user);
    }

    protected void store(DocumentReference page, Schema schema, Object... values)
    {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        this.stored.computeIfAbsent(page, key -> new HashMap<>()).put(schema, map);
    }

    protected Optional<Row> row(DocumentReference page, Schema schema)
    {
        return rows(page, this.stored.getOrDefault(page, Map.of()), schema).stream().findFirst();
    }

    protected List<Row> rows(DocumentReference page, Map<Schema, Map<String, Object>> objects, Schema schema)
    {
        return objects.containsKey(schema) ? List.of(new Row(page, title(page), 0, objects.get(schema),
            TestRows.RESOLVER)) : List.of();
    }

    protected String title(DocumentReference page)
    {
        return "Title of " + page.getLastSpaceReference().getName();
    }

    /** Saves as the wiki does: whoever listens is told of the page before and after. */
    protected void save(DocumentReference page, Schema schema, Map<String, Object> values) throws Exception
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

    protected <T> T get(Class<T> manager) throws Exception
    {
        return this.components.getInstance(manager);
    }

    protected CrowdsourcingEvent raised(Happening happening)
    {
        assertEquals(List.of(happening), this.raised.stream().map(CrowdsourcingEvent::happening).toList());
        return this.raised.remove(0);
    }

    protected void assertNothingRaised()
    {
        assertEquals(List.of(), this.raised);
    }

    protected void invite() throws Exception
    {
        store(PROFILE, Schema.EXPERT, "user", "XWiki.Eva");
        store(ENGAGEMENT, Schema.ENGAGEMENT, STATE, "screened", "expert", "E.Eva.WebHome");
        get(ExpertManager.class).setEngagementState(ENGAGEMENT, EngagementState.INVITED);
    }
}

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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
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
import org.xwiki.contrib.crowdsourcing.internal.roadmap.DefaultRoadmapManager;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.PlanCache;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteFinder;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.publication.ReviewStore;
import org.xwiki.contrib.crowdsourcing.internal.publication.VersionStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * The managers of all rooms but the dialogues, with stores that are mocks.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({DefaultInitiativeManager.class, DefaultChallengeManager.class, DefaultBriefManager.class,
    DefaultExpertManager.class, EngagementWriter.class, DefaultRoadmapManager.class, Things.class, Seats.class})
abstract class AbstractManagersTest
{
    protected static final DocumentReference PAGE = TestRows.page("I.C.WebHome");

    protected static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    protected static final DocumentReference EXPERT = TestRows.page("E.Ana.WebHome");

    protected static final DocumentReference IDEA = TestRows.page("I.C.Dialogue.c1");

    @InjectComponentManager
    protected ComponentManager components;

    @MockComponent
    protected InitiativeStore initiatives;

    @MockComponent
    protected ChallengeStore challenges;

    @MockComponent
    protected BriefStore briefs;

    @MockComponent
    protected BriefPages briefPages;

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
    protected ReviewStore reviews;

    @MockComponent
    protected VersionStore versions;

    @MockComponent
    protected PageGuard guard;

    @MockComponent
    protected QuoteFinder quotes;

    @MockComponent
    protected DialogueManager dialogues;

    @MockComponent
    protected RowReader reader;

    @MockComponent
    protected PageReader pages;

    @MockComponent
    protected PageWriter writer;

    @MockComponent
    protected Access access;

    @MockComponent
    @Named("local")
    protected EntityReferenceSerializer<String> serializer;

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

    protected <T> T get(Class<T> manager) throws Exception
    {
        return this.components.getInstance(manager);
    }

    protected void edit()
    {
        when(this.access.canEdit(any())).thenReturn(true);
    }

    protected void stored(DocumentReference page, Schema schema, Object... values) throws Exception
    {
        when(this.pages.find(page, schema)).thenReturn(Optional.of(TestRows.row(page, values)));
    }

    protected Map<String, Object> updated(DocumentReference page, Schema schema) throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(page), eq(schema), values.capture(), anyString());
        return values.getValue();
    }

    protected void assertNothingSaved() throws Exception
    {
        verify(this.writer, never()).adjust(any(), any(), any(), any());
        verify(this.writer, never()).update(any(), any(), any(), any());
        verify(this.writer, never()).create(any(), any(), any(), any());
        verify(this.writer, never()).createHidden(any(), any(), any(), any());
    }

    protected List<String> keys(CrowdsourcingException exception)
    {
        return exception.getErrors().stream().map(FieldError::messageKey)
            .map(key -> key.substring(key.lastIndexOf('.') + 1)).toList();
    }

    protected Page<ChallengeRow> list(ChallengeState state, PageRequest request) throws Exception
    {
        return get(ChallengeManager.class).list(ChallengeQuery.tree(PAGE, state, request));
    }

    protected ChallengeRow row(String title, int priority, ChallengeState state, BriefState brief)
    {
        return new ChallengeRow(new Challenge(TestRows.page("I." + title + ".WebHome"), title, "", priority, state,
            "", "", 0, "", null, List.of(), Wishes.NONE), null, 0, null, brief, null, null);
    }
}

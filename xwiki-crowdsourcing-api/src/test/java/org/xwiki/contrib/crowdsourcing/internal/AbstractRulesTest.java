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
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.context.Execution;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementRule;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefRule;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChallengeRule;
import org.xwiki.contrib.crowdsourcing.internal.challenge.CriterionRule;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ScoreRule;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Closing;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionRule;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.Seats;
import org.xwiki.contrib.crowdsourcing.internal.initiative.InitiativeRule;
import org.xwiki.contrib.crowdsourcing.internal.matching.AdjustmentRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteFinder;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteSources;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RecommendationRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.StepRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.StepStore;
import org.xwiki.contrib.crowdsourcing.internal.selection.ClusterRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.observation.ObservationContext;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/**
 * A page that the wiki's own editor is about to save, checked through {@link RuleListener}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({InitiativeRule.class, ChallengeRule.class, BriefRule.class, DialogueRule.class,
    ContributionRule.class, ExpertRule.class, EngagementRule.class, AreaRule.class, RoadmapRule.class,
    RecommendationRule.class, StepRule.class, ClusterRule.class, AdjustmentRule.class, AgreementRule.class,
    CriterionRule.class, ScoreRule.class, Brought.class})
abstract class AbstractRulesTest
{
    protected static final DocumentReference PAGE = TestRows.page("I.C.WebHome");

    protected static final String NONE = null;

    @RegisterExtension
    protected LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    protected RuleListener listener;

    @MockComponent
    protected PageChanges changes;

    @MockComponent
    protected PageWriter writer;

    @MockComponent
    protected PageReader pages;

    @MockComponent
    protected StepStore steps;

    @MockComponent
    protected QuoteSources quotes;

    @MockComponent
    protected Relations relations;

    @MockComponent
    protected QuoteFinder finder;

    @MockComponent
    protected Seats seats;

    @MockComponent
    protected Closing closing;

    @MockComponent
    protected AgreementStore agreements;

    @MockComponent
    protected ObservationContext observation;

    @MockComponent
    protected Execution execution;

    @MockComponent
    protected Curators curators;

    @MockComponent
    protected ContactStore contacts;

    @MockComponent
    protected Access access;

    @MockComponent
    protected ContextualLocalizationManager localization;

    @MockComponent
    @Named("local")
    protected EntityReferenceSerializer<String> serializer;

    protected final Object source = new Object();

    protected final Map<Schema, List<Row>> before = new HashMap<>();

    protected final Map<Schema, List<Row>> after = new HashMap<>();

    protected String title = "Title";

    protected String content = "";

    protected DocumentReference page = PAGE;

    @BeforeEach
    void configure()
    {
        TestRows.local(this.serializer);
        when(this.finder.find(any())).thenReturn(Set.of());
    }

    protected void before(Schema schema, Object... values)
    {
        this.before.computeIfAbsent(schema, key -> new ArrayList<>()).add(TestRows.row(PAGE, values));
    }

    protected void after(Schema schema, Object... values)
    {
        this.after.computeIfAbsent(schema, key -> new ArrayList<>()).add(TestRows.row(PAGE, values));
    }

    /** @return the reason of the refusal, {@code null} if the page is saved */
    protected String save()
    {
        when(this.changes.before(this.source)).thenReturn(new PageState(this.page, !this.before.isEmpty(), "Title",
            "", schema -> this.before.getOrDefault(schema, List.of())));
        when(this.changes.after(this.source)).thenReturn(new PageState(this.page, true, this.title, this.content,
            schema -> this.after.getOrDefault(schema, List.of())));
        DocumentUpdatingEvent event = new DocumentUpdatingEvent(this.page);
        this.listener.onEvent(event, this.source, null);
        return event.isCanceled() ? event.getReason() : NONE;
    }

    protected void assertRefused(String key)
    {
        assertEquals("crowdsourcing.error." + key, save());
    }

    protected void assertSaved()
    {
        assertEquals(NONE, save());
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.PlanCache;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.StepReport;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests who sees which steps, and what may be said of them.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class DefaultPlanManagerTest
{
    private static final DocumentReference ROADMAP = TestRows.page("I.R.WebHome");

    private static final DocumentReference PAGE = TestRows.page("I.R.A.WebHome");

    private static final StepReport STARTED = new StepReport("started", "2026-11-01", "It goes.", "", "");

    @InjectMockComponents
    private DefaultPlanManager manager;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    @MockComponent
    private RoadmapStore store;

    @MockComponent
    private PlanCache cache;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageGuard guard;

    @MockComponent
    private RowReader reader;

    private final Map<Integer, Map<String, Object>> saved = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Emil"));
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.things.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.things.nearest(any(), eq(Schema.ROADMAP))).thenReturn(Optional.of(TestRows.row(ROADMAP)));
        when(this.store.toRoadmap(any())).thenReturn(new Roadmap(ROADMAP, "R", "", RoadmapState.DRAFT, 0, null,
            LocalDate.parse("2026-01-01"), ""));
        doAnswer(call -> {
            PageWriter.Adjustment adjustment = call.getArgument(2);
            this.saved.putAll(adjustment.of(List.of(row(0, ""), row(1, "planned"))));
            return null;
        }).when(this.writer).adjustAll(any(), any(), any());
    }

    private static Row row(int number, String followUp)
    {
        return new Row(PAGE, "A", number, Map.of("followup", followUp), TestRows.RESOLVER);
    }

    private static Recommendation draft(Recommendation row)
    {
        return new Recommendation(row.reference(), row.title(), Map.of(), 0, null, "", "", 0, 0, "", List.of(), false,
            "", row.steps(), RecommendationState.DRAFT, null, "");
    }

    private void recommendations() throws Exception
    {
        Recommendation seen = Steps.recommendation("A", null,
            Steps.step("s1", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null, "s2", "s3"));
        Recommendation other = Steps.recommendation("B", null,
            Steps.step("s2", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null));
        Recommendation draft = draft(Steps.recommendation("C", null,
            Steps.step("s3", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null)));
        when(this.cache.recommendationsOf(ROADMAP)).thenReturn(List.of(seen, other, draft));
    }

    @Test
    void aPlanHasNothingOfWhatTheReaderMayNotSee() throws Exception
    {
        recommendations();
        when(this.access.canView(TestRows.page("I.R.B.WebHome"))).thenReturn(false);
        Plan plan = this.manager.getPlan(ROADMAP).orElseThrow();
        assertEquals(1, plan.steps().size());
        assertTrue(plan.steps().get(0).prerequisites().stream().allMatch(needed -> needed.isMissing()));
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.canEdit(any())).thenReturn(true);
        plan = this.manager.getPlan(ROADMAP).orElseThrow();
        assertEquals(3, plan.steps().size());
        assertTrue(plan.steps().get(0).prerequisites().stream().noneMatch(needed -> needed.isMissing()));
    }

    @Test
    void thePlanOfOneRecommendation() throws Exception
    {
        recommendations();
        when(this.things.nearest(PAGE, Schema.RECOMMENDATION)).thenReturn(Optional.of(TestRows.row(PAGE)));
        Plan plan = this.manager.getPlan(PAGE).orElseThrow();
        assertEquals(1, plan.steps().size());
        assertEquals(2, plan.choices().size());
        assertEquals("B", plan.steps().get(0).prerequisites().get(0).recommendation().title());
        when(this.things.nearest(any(), eq(Schema.ROADMAP))).thenReturn(Optional.empty());
        assertTrue(this.manager.getPlan(PAGE).isEmpty());
    }

    @Test
    void whatBecameOfStepsIsSavedWithWhoSaidIt() throws Exception
    {
        this.manager.report(PAGE, List.of(0, 1), STARTED);
        assertEquals(Map.of("followup", "started", "followupOn", "2026-11-01", "followupNote", "It goes.",
            "followupEvidence", "", "followupLink", "", "followupBy", "XWiki.Emil"), this.saved.get(0));
        assertEquals(this.saved.get(0), this.saved.get(1));
        verify(this.things).getEditable(PAGE, Schema.RECOMMENDATION);
    }

    private List<String> refused(List<Integer> steps, StepReport report)
    {
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> this.manager.report(PAGE, steps, report));
        assertTrue(this.saved.isEmpty());
        return exception.getErrors().stream().map(FieldError::field).toList();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws Exception
    {
        assertEquals(List.of("steps"), refused(List.of(), STARTED));
        assertEquals(List.of("steps"), refused(List.of(0, 7), STARTED));
        assertEquals(List.of("followup"), refused(List.of(0), new StepReport("finished", "", "", "", "")));
        assertEquals(List.of("followupNote"), refused(List.of(0), new StepReport("abandoned", "", " ", "", "")));
        assertEquals(List.of("followupOn", "followupLink"),
            refused(List.of(0), new StepReport("done", "30 Feb", "", "", "javascript:alert(1)")));
    }

    @Test
    void onlyWhoMayEditSaysIt() throws Exception
    {
        when(this.things.getEditable(PAGE, Schema.RECOMMENDATION))
            .thenThrow(new NotAllowedException(new FieldError("", "no")));
        assertEquals(List.of(""), refused(List.of(0), STARTED));
    }

    @Test
    void whoSawItOtherwiseIsTold() throws Exception
    {
        doThrow(new ConflictException(new FieldError("", "conflict"))).when(this.guard).check(any(),
            any(Collection.class));
        assertEquals(List.of(""), refused(List.of(0), STARTED));
    }

    @Test
    void theHistoryTellsWhatWasSaidOnce() throws Exception
    {
        when(this.pages.all(PAGE, Schema.STEP)).thenReturn(List.of(row(0, "done"), row(1, "")));
        when(this.pages.versions(eq(PAGE), eq(Schema.STEP), anyInt()))
            .thenReturn(List.of(List.of(row(0, "done"), row(1, "")), List.of(row(0, "started")), List.of(row(0, ""))));
        Map<Integer, List<StepProgress>> history = this.manager.getHistory(PAGE);
        assertEquals(List.of(FollowUp.DONE, FollowUp.STARTED),
            history.get(0).stream().map(StepProgress::state).toList());
        assertTrue(history.get(1).isEmpty());
    }
}

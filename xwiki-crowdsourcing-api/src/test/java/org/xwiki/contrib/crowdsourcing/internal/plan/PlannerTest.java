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
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.StartUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests how steps are placed in time.
 *
 * @version $Id$
 * @since 1.0
 */
class PlannerTest
{
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    private static Roadmap roadmap(LocalDate start)
    {
        return new Roadmap(TestRows.page("I.R.WebHome"), "R", "", RoadmapState.DRAFT, 0, null, start, "MXN");
    }

    private static List<PlannedStep> plan(LocalDate start, Recommendation... recommendations)
    {
        return Planner.plan(roadmap(start), List.of(recommendations), TODAY);
    }

    @Test
    void dueIsWhatIsSafeAndOverdueWhatIsNotOverByThen()
    {
        List<PlannedStep> steps = plan(START, Steps.recommendation("A", null,
            Steps.step("s1", "", StepTime.ofMonths(0, 1, 2), StepCost.NONE, null),
            Steps.step("s2", "", StepTime.ofMonths(0, 1, 2), StepCost.NONE, FollowUp.DONE),
            Steps.step("s3", "", StepTime.ofMonths(0, 1, 2), StepCost.NONE, FollowUp.ABANDONED),
            Steps.step("s4", "", StepTime.ofMonths(0, 1, 2), StepCost.NONE, FollowUp.STALLED),
            Steps.step("s5", "", StepTime.ofMonths(0, 3, 3), StepCost.NONE, null),
            Steps.step("s6", "", StepTime.ofMonths(0, 0, 0), StepCost.NONE, null)));
        assertEquals(LocalDate.parse("2026-02-01"), steps.get(0).best());
        assertEquals(LocalDate.parse("2026-03-01"), steps.get(0).due());
        assertEquals(List.of(true, false, false, true, false, false),
            steps.stream().map(PlannedStep::overdue).toList());
        assertNull(steps.get(5).due());
        assertEquals(59, steps.get(0).span().safe());
    }

    @Test
    void whereTheRoadmapHasNoDateTimeIsCounted()
    {
        List<PlannedStep> steps = plan(null, Steps.recommendation("A", null,
            Steps.step("s1", "", StepTime.ofMonths(2, 1, 2), StepCost.NONE, null),
            Steps.step("s2", "", new StepTime(TODAY, null, StartUnit.MONTHS, 5, 10, DurationUnit.WORKING_DAYS),
                StepCost.NONE, null)));
        assertNull(steps.get(0).due());
        assertEquals(2 * StepTime.MONTH, steps.get(0).span().from());
        assertEquals(4 * StepTime.MONTH, steps.get(0).span().safe());
        assertNull(steps.get(1).span(), "A day has no place where months are counted");
        assertEquals(LocalDate.parse("2026-04-15"), steps.get(1).due());
    }

    @Test
    void prerequisitesAreFoundAcrossRecommendations()
    {
        List<PlannedStep> steps = plan(START,
            Steps.recommendation("A", null,
                Steps.step("s1", "", StepTime.ofMonths(0, 2, 3), StepCost.NONE, null, "s2", "gone")),
            Steps.recommendation("B", null,
                Steps.step("s2", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null),
                Steps.step("s3", "", StepTime.ofMonths(1, 1, 1), StepCost.NONE, null, "s2")));
        assertEquals("B", steps.get(0).prerequisites().get(0).recommendation().title());
        assertTrue(steps.get(0).prerequisites().get(0).early(), "It begins a month before the other one can be done");
        assertTrue(steps.get(0).prerequisites().get(1).isMissing());
        assertFalse(steps.get(2).prerequisites().get(0).early());
    }

    @Test
    void theCurrencyOfTheRoadmapIsThatOfAmountsWithoutOne()
    {
        List<PlannedStep> steps = plan(START, Steps.recommendation("A", null,
            Steps.step("s1", "", StepTime.ofMonths(0, 2, 3), Steps.amount("5", ""), null),
            Steps.step("s2", "", StepTime.ofMonths(0, 2, 3), Steps.amount("5", "USD"), null)));
        assertEquals(List.of("MXN", "USD"), steps.stream().map(step -> step.step().cost().currency()).toList());
    }
}

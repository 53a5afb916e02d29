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
import org.xwiki.contrib.crowdsourcing.plan.CostGrouping;
import org.xwiki.contrib.crowdsourcing.plan.CostLine;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests how costs are summed up.
 *
 * @version $Id$
 * @since 1.0
 */
class CostCounterTest
{
    private static final LocalDate START = LocalDate.parse("2026-07-01");

    private static final Recommendation A = Steps.recommendation("A", CostBand.UP_TO_100K,
        Steps.step("s1", "Ministry", StepTime.ofMonths(0, 1, 1), Steps.amount("10000", "USD"), null),
        Steps.step("s2", "ministry ", StepTime.ofMonths(6, 1, 1), Steps.amount("0.10", "USD"), null),
        Steps.step("s3", "", StepTime.ofMonths(12, 1, 1), Steps.amount("2500.25", "MXN"), null),
        Steps.step("s4", "Court", StepTime.ofMonths(0, 1, 1), Steps.band(CostBand.UP_TO_500K), null),
        Steps.step("s5", "Court", StepTime.ofMonths(0, 1, 1), new StepCost(null, "", null, "staff time"), null),
        Steps.step("s6", "Court", StepTime.ofMonths(0, 1, 1), Steps.amount("7", ""), null),
        Steps.step("s7", "Court", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null));

    /** No step says anything, so its own band counts. */
    private static final Recommendation B = Steps.recommendation("B", CostBand.ABOVE_500K,
        Steps.step("s8", "Court", StepTime.ofMonths(6, 1, 1), StepCost.NONE, null));

    private static List<String> count(LocalDate start, CostGrouping grouping)
    {
        Roadmap roadmap =
            new Roadmap(TestRows.page("I.R.WebHome"), "R", "", RoadmapState.DRAFT, 0, null, start, "");
        List<PlannedStep> steps = Planner.plan(roadmap, List.of(A, B), START);
        return CostCounter.count(new Plan(roadmap, List.of(A, B), steps, steps), grouping).stream()
            .map(CostCounterTest::describe).toList();
    }

    private static String describe(CostLine line)
    {
        return line.group() + '|' + (line.isUnknown() ? line.unknown() + " unknown " + line.said()
            : line.least() + (line.isRange() ? ".." + line.most() : "") + ' ' + line.currency() + ' ' + line.amounts()
                + '/' + line.bands());
    }

    @Test
    void currenciesAreNeverMixed()
    {
        assertEquals(List.of("MXN|2500.25 MXN 1/0", "USD|610000.10..null USD 2/2", "|3 unknown [staff time, 7]"),
            count(START, CostGrouping.CURRENCY));
    }

    @Test
    void byBand()
    {
        assertEquals(List.of("upto10k|10000.10 USD 2/0", "100kto500k|100000..500000 USD 0/1",
            "above500k|500000..null USD 0/1", "|2500.25 MXN 1/0", "|3 unknown [staff time, 7]"),
            count(START, CostGrouping.BAND));
    }

    @Test
    void byActorHoweverTyped()
    {
        assertEquals(List.of("Court|100000..500000 USD 0/1", "Court|3 unknown [staff time, 7]",
            "Ministry|10000.10 USD 2/0", "|2500.25 MXN 1/0", "|500000..null USD 0/1"),
            count(START, CostGrouping.ACTOR));
    }

    @Test
    void byYearOfTheCalendarOrCounted()
    {
        assertEquals(List.of("2026|110000..510000 USD 1/1", "2026|3 unknown [staff time, 7]", "2027|2500.25 MXN 1/0",
            "2027|500000.10..null USD 1/1"), count(START, CostGrouping.YEAR));
        assertEquals(List.of("+1|610000.10..null USD 2/2", "+1|3 unknown [staff time, 7]", "+2|2500.25 MXN 1/0"),
            count(null, CostGrouping.YEAR));
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.StartUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests what is made of stored steps.
 *
 * @version $Id$
 * @since 1.0
 */
class StepRowsTest
{
    private static final DocumentReference PAGE = TestRows.page("I.R.A.WebHome");

    private static Step step(Object... values)
    {
        return StepRows.toStep(TestRows.row(PAGE, values));
    }

    @Test
    void aStepOfAnEarlierVersionIsCountedInMonthsAndItsCostIsUnknown()
    {
        Step step = step("title", "Old", "start", 4, "aggressive", 1, "conservative", 2, "cost", "US$ 5,000");
        assertEquals(StepTime.ofMonths(4, 1, 2), step.time());
        assertFalse(step.cost().isKnown());
        assertEquals("US$ 5,000", step.cost().text());
        assertEquals("", step.uid());
        assertEquals(List.of(), step.prerequisites());
        assertEquals(StepProgress.NONE, step.progress());
        assertFalse(step.isSourced());
    }

    @Test
    void everythingThatAStepSays()
    {
        Step step = step("uid", "u", "startUnit", "days", "start", 10, "durationUnit", "workingdays", "aggressive", 5,
            "amount", "85000.50", "currency", "MXN", "costBand", "upto10k", "prerequisites", List.of("a", "b"),
            "deskResearch", 1, "deskReference", "OECD", "followup", "stalled", "followupNote", "Why");
        assertEquals(StartUnit.DAYS, step.time().startUnit());
        assertEquals(DurationUnit.WORKING_DAYS, step.time().unit());
        assertEquals(new BigDecimal("85000.50"), step.cost().amount());
        assertTrue(step.cost().isAmount());
        assertEquals(CostBand.UP_TO_10K, step.cost().band());
        assertEquals(List.of("a", "b"), step.prerequisites());
        assertEquals(FollowUp.STALLED, step.progress().state());
        assertTrue(step.isSourced());
    }

    @Test
    void whatMakesNoSenseIsLeftOut()
    {
        Step step = step("start", -5, "conservative", 1_000_000, "amount", "much", "currency", "XXXX", "startsOn",
            "2026-02-30", "followup", "finished");
        assertEquals(0, step.time().start());
        assertEquals(240, step.time().conservative());
        assertNull(step.cost().amount());
        assertEquals("", step.cost().currency());
        assertNull(step.time().on());
        assertNull(step.progress().state());
    }

    @Test
    void theStampTellsWhatBecameOfSteps()
    {
        String before = StepProgress.stamp(List.of(step("followup", "started")));
        assertEquals(before, StepProgress.stamp(List.of(step("followup", "started", "title", "Other"))));
        assertNotEquals(before, StepProgress.stamp(List.of(step("followup", "started", "followupNote", "News"))));
    }
}

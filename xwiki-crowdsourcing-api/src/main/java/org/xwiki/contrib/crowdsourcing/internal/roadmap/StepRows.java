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

import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.StartUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;

/**
 * Makes steps of what is stored. What makes no sense there is left out.
 *
 * @version $Id$
 * @since 1.0
 */
public final class StepRows
{
    /** The longest time, in months. */
    public static final int MONTHS = 240;

    /** The longest time, in days. */
    public static final int DAYS = 3650;

    private static final int WEEKS = 521;

    private static final String START = "start";

    private StepRows()
    {
    }

    /**
     * @param unit what a duration is counted in
     * @return the longest one
     */
    public static int longest(DurationUnit unit)
    {
        return switch (unit) {
            case MONTHS -> MONTHS;
            case WEEKS -> WEEKS;
            default -> DAYS;
        };
    }

    /**
     * @param row a stored step
     * @return the step
     */
    public static Step toStep(Row row)
    {
        return new Step(row.number(), row.text(Schema.UID), row.text("title"), row.text("actor"), time(row),
            new StepCost(Amounts.find(row.text("amount")), Amounts.findCurrency(row.text("currency")),
                row.option(CostBand.class, "costBand"), row.text("cost")),
            row.list(StepStore.PREREQUISITES), row.text("risk"), row.text("metric"), row.references(Schema.SOURCES),
            row.flag("deskResearch"), row.text("deskReference"),
            new StepProgress(row.option(FollowUp.class, "followup"), row.date("followupOn"), row.text("followupNote"),
                row.text("followupEvidence"), row.text("followupLink"), row.reference("followupBy")),
            Citations.read(row.text(Citations.PROPERTY)));
    }

    private static StepTime time(Row row)
    {
        DurationUnit unit = row.option("durationUnit", DurationUnit.MONTHS);
        StartUnit startUnit = row.option("startUnit", StartUnit.MONTHS);
        Integer start = row.text(START).isEmpty() ? null
            : Integer.valueOf(clamp(row.number(START), startUnit == StartUnit.DAYS ? DAYS : MONTHS));
        return new StepTime(row.date("startsOn"), start, startUnit, clamp(row.number("aggressive"), longest(unit)),
            clamp(row.number("conservative"), longest(unit)), unit);
    }

    private static int clamp(int number, int maximum)
    {
        return Math.max(0, Math.min(number, maximum));
    }
}

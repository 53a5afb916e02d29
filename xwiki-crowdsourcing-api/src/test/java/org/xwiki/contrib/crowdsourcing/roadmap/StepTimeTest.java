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
package org.xwiki.contrib.crowdsourcing.roadmap;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * Tests when steps begin and end.
 *
 * @version $Id$
 * @since 1.0
 */
class StepTimeTest
{
    private static StepTime time(DurationUnit unit)
    {
        return new StepTime(null, 1, StartUnit.MONTHS, 1, 2, unit);
    }

    // 2026-11-23 is a Monday.
    @ParameterizedTest
    @CsvSource({"2026-11-23,0,2026-11-23", "2026-11-23,4,2026-11-27", "2026-11-23,5,2026-11-30",
        "2026-11-27,1,2026-11-30", "2026-11-26,2,2026-11-30", "2026-11-28,1,2026-12-01", "2026-11-29,1,2026-12-01",
        "2026-11-25,13,2026-12-14"})
    void workingDaysAreMondayToFriday(String from, int days, String to)
    {
        assertEquals(LocalDate.parse(to), time(DurationUnit.WORKING_DAYS).after(LocalDate.parse(from), days));
    }

    @Test
    void everyDurationIsCountedOneByOne()
    {
        LocalDate start = LocalDate.parse("2026-11-25");
        LocalDate day = start;
        for (int i = 0; i < 100; i++) {
            assertEquals(day, time(DurationUnit.WORKING_DAYS).after(start, i));
            do {
                day = day.plusDays(1);
            } while (day.getDayOfWeek().getValue() > 5);
        }
    }

    @Test
    void otherUnitsCountEveryDay()
    {
        LocalDate start = LocalDate.parse("2026-01-31");
        assertEquals(LocalDate.parse("2026-02-10"), time(DurationUnit.DAYS).after(start, 10));
        assertEquals(LocalDate.parse("2026-02-14"), time(DurationUnit.WEEKS).after(start, 2));
        assertEquals(LocalDate.parse("2026-02-28"), time(DurationUnit.MONTHS).after(start, 1));
    }

    @Test
    void beginsOnADayOrIsCountedFromTheRoadmap()
    {
        LocalDate beginning = LocalDate.parse("2026-01-15");
        assertEquals(LocalDate.parse("2026-02-15"), time(DurationUnit.DAYS).startsOn(beginning));
        assertNull(time(DurationUnit.DAYS).startsOn(null));
        assertEquals(LocalDate.parse("2026-01-20"),
            new StepTime(null, 5, StartUnit.DAYS, 0, 0, DurationUnit.DAYS).startsOn(beginning));
        LocalDate day = LocalDate.parse("2027-03-01");
        assertEquals(day, new StepTime(day, 5, StartUnit.DAYS, 0, 0, DurationUnit.DAYS).startsOn(null));
        StepTime nothing = new StepTime(null, null, StartUnit.MONTHS, 0, 0, DurationUnit.MONTHS);
        assertFalse(nothing.isSaid());
        assertNull(nothing.startsOn(beginning));
    }
}

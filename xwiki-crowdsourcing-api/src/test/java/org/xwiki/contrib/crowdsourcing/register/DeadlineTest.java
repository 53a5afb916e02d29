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
package org.xwiki.contrib.crowdsourcing.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link Deadline}, {@link ResponseClock} and {@link Commitments}.
 *
 * @version $Id$
 * @since 1.0
 */
class DeadlineTest
{
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Instant at(String wallTime, ZoneId zone)
    {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(wallTime), zone).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // The 12th of March 2017 has 23 hours in New York, the 5th of November 25.
        "America/New_York, 2017-03-11T23:30, 1, 2017-03-12T23:59, 0, false",
        "America/New_York, 2017-03-11T23:30, 1, 2017-03-13T00:00, -1, true",
        "America/New_York, 2017-03-11T00:00, 2, 2017-03-12T12:00, 1, false",
        "America/New_York, 2017-11-04T12:00, 1, 2017-11-05T23:59, 0, false",
        "America/New_York, 2017-11-04T12:00, 1, 2017-11-06T00:00, -1, true",
        // There is no midnight on the 15th of October 2017 in Sao Paulo.
        "America/Sao_Paulo, 2017-10-13T09:00, 1, 2017-10-14T23:59, 0, false",
        "America/Sao_Paulo, 2017-10-13T09:00, 1, 2017-10-15T01:00, -1, true",
        "America/Sao_Paulo, 2017-10-14T09:00, 1, 2017-10-15T23:00, 0, false",
        "Pacific/Apia, 2011-12-28T10:00, 3, 2011-12-31T10:00, 0, false",
        "UTC, 2016-02-28T10:00, 2, 2016-03-01T23:59, 0, false",
        "UTC, 2017-02-28T10:00, 30, 2017-03-30T10:00, 0, false",
        "UTC, 2017-02-28T10:00, 30, 2017-04-09T10:00, -10, true"})
    void daysAreCalendarDaysInTheZone(String zone, String posted, int days, String now, int left, boolean overdue)
    {
        ZoneId id = ZoneId.of(zone);
        ResponseClock clock = new ResponseClock(days, id, at(now, id));
        Instant written = at(posted, id);
        Deadline deadline = clock.deadline(written);
        assertEquals(left, deadline.daysLeft());
        assertEquals(overdue, deadline.isOverdue());
        assertEquals(overdue ? -left : 0, deadline.daysLate());
        assertEquals(overdue, written.isBefore(clock.edge()), "The edge says the same");
    }

    @Test
    void theSameMomentIsAnotherDayElsewhere()
    {
        Instant posted = Instant.parse("2017-06-07T02:00:00Z");
        Instant now = Instant.parse("2017-06-17T03:30:00Z");
        Deadline there = Deadline.of(posted, 10, NEW_YORK, now);
        assertEquals(LocalDate.parse("2017-06-16"), there.day());
        assertFalse(there.isOverdue(), "It is still the evening of the 16th in New York");
        assertEquals(LocalDate.parse("2017-06-17"), Deadline.of(posted, 10, ZoneId.of("UTC"), now).day());
        assertTrue(Deadline.of(posted, 10, NEW_YORK, Instant.parse("2017-06-17T04:00:00Z")).isOverdue());
    }

    @Test
    void theEdgeSaysTheSameAsEveryDeadlineThroughTheYear()
    {
        Instant now = Instant.parse("2017-12-31T12:00:00Z");
        for (String name : List.of("America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata",
            "Africa/Cairo")) {
            for (int days = 1; days < 365; days += 7) {
                ResponseClock clock = new ResponseClock(days, ZoneId.of(name), now);
                for (int minutes = -90; minutes <= 90; minutes += 15) {
                    Instant posted = clock.edge().plusSeconds(60L * minutes);
                    assertEquals(posted.isBefore(clock.edge()), clock.deadline(posted).isOverdue(), name + posted);
                }
            }
        }
    }

    @Test
    void commitmentsAddUp()
    {
        Deadline soon = new Deadline(LocalDate.parse("2017-07-01"), NEW_YORK, 3);
        Commitments all = new Commitments(10, Commitment.COMPLEMENTARY, List.of(
            new DialogueClock(TestRows.page("I.A.WebHome"), "A", new Answered(1, 4), 2,
                new Deadline(LocalDate.parse("2017-07-02"), NEW_YORK, 4)),
            new DialogueClock(TestRows.page("I.B.WebHome"), "B", new Answered(3, 6), 1, soon),
            new DialogueClock(TestRows.page("I.C.WebHome"), "C", new Answered(0, 0), 0, null)));
        assertEquals(new Answered(4, 10), all.answered());
        assertEquals(6, all.open());
        assertEquals(3, all.overdue());
        assertEquals(soon, all.next());
        assertTrue(all.isObliged());
        Commitments none = new Commitments(0, null, List.of());
        assertNull(none.next());
        assertFalse(none.isObliged());
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.dialogue.Slot;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link SlotFinder}.
 *
 * @version $Id$
 * @since 1.0
 */
class SlotFinderTest
{
    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-08");

    private SlotFinder.Member member(String name, String zone, int earlier)
    {
        return new SlotFinder.Member(TestRows.page("Experts." + name), name, ZoneId.of(zone), earlier);
    }

    /** New York is on summer time from 8 March to 31 October 2026, London from 29 March, Auckland until 4 April. */
    @ParameterizedTest
    @CsvSource({"2026-03-09T07:00, America/New_York, 0, 0, 0", "2026-03-06T07:00, America/New_York, 60, 0, 0",
        "2026-06-08T10:00, Asia/Kolkata, 30, 90, 0", "2026-06-08T09:00, Asia/Kathmandu, 75, 45, 0",
        "2026-03-27T15:00, Pacific/Auckland, 0, 0, 120", "2026-06-06T10:00, America/Mexico_City, 0, 0, 120",
        "2026-06-08T08:00, America/Mexico_City, 60, 0, 0", "2026-06-08T21:30, America/Mexico_City, 30, 90, 0",
        "2026-06-08T09:00, Europe/London, 0, 0, 0", "2026-03-26T09:00, Europe/London, 0, 0, 0",
        "2026-06-08T10:30, Europe/London, 90, 0, 0"})
    void aSessionBurdensByWallTime(LocalDateTime start, String zone, int edge, int night, int weekend)
    {
        Slot.Burden burden = SlotFinder.burden(member("A", zone, 0), start.atZone(MEXICO), 120);
        assertEquals(List.of(edge, night, weekend), List.of(burden.edge(), burden.night(), burden.weekend()),
            burden::toString);
        assertEquals(edge + 4 * night + 2 * weekend, burden.points());
    }

    @Test
    void theBestSlotSparesTheOneWhoIsWorstOff()
    {
        List<SlotFinder.Member> panel =
            List.of(member("Mexico", "America/Mexico_City", 0), member("Madrid", "Europe/Madrid", 0));
        Slot best = SlotFinder.find(panel, MEXICO, MONDAY, MONDAY, 120).get(0);
        // Eight hours apart: from 9 in Mexico it is 17 in Madrid, so an hour of the evening is the least.
        assertTrue(best.burdens().get(0).points() <= 60, best::toString);
        assertEquals("Madrid", best.burdens().get(0).name());
    }

    @Test
    void whoHasBornMuchIsSpared()
    {
        List<SlotFinder.Member> even =
            List.of(member("Salta", "America/Argentina/Salta", 0), member("Tokyo", "Asia/Tokyo", 0));
        List<SlotFinder.Member> tired =
            List.of(member("Salta", "America/Argentina/Salta", 0), member("Tokyo", "Asia/Tokyo", 2000));
        int before = pointsOf("Tokyo", SlotFinder.find(even, MEXICO, MONDAY, MONDAY.plusDays(2), 120).get(0));
        int after = pointsOf("Tokyo", SlotFinder.find(tired, MEXICO, MONDAY, MONDAY.plusDays(2), 120).get(0));
        assertTrue(before > 0);
        assertEquals(0, after);
    }

    private int pointsOf(String name, Slot slot)
    {
        return slot.burdens().stream().filter(burden -> burden.name().equals(name)).findFirst().orElseThrow()
            .points();
    }

    @Test
    void slotsComeInOrderAndAtMostTwoOfADay()
    {
        List<SlotFinder.Member> panel =
            List.of(member("Delhi", "Asia/Kolkata", 0), member("Quito", "America/Guayaquil", 10));
        List<Slot> slots = SlotFinder.find(panel, MEXICO, MONDAY, MONDAY.plusDays(13), 90);
        assertEquals(10, slots.size());
        List<Integer> worst = slots.stream().map(slot -> slot.burdens().get(0).total()).toList();
        assertEquals(worst.stream().sorted().toList(), worst);
        assertTrue(slots.stream().collect(Collectors.groupingBy(slot -> slot.start().toLocalDate(),
            Collectors.counting())).values().stream().allMatch(count -> count <= 2));
        slots.forEach(slot -> assertTrue(slot.burdens().get(0).total() >= slot.burdens().get(1).total()));
    }

    @Test
    void aTimeThatTheClocksSkipIsNoSlot()
    {
        LocalDate spring = LocalDate.parse("2026-03-08");
        ZoneId newYork = ZoneId.of("America/New_York");
        List<Slot> slots =
            SlotFinder.find(List.of(member("A", "Asia/Tokyo", 0)), newYork, spring, spring, 60);
        assertTrue(slots.stream().map(Slot::start).map(ZonedDateTime::toLocalDateTime)
            .noneMatch(time -> newYork.getRules().getValidOffsets(time).isEmpty()));
    }
}

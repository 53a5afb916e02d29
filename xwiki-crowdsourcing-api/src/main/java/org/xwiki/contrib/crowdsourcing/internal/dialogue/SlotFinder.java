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

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.dialogue.Slot;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds the times that are fair to a panel that lives in many zones. A slot is as good as it is for the one whom it
 * burdens most, counted with what the other sessions of the initiative ask of that person already; then as good as it
 * is for all together.
 *
 * @version $Id$
 * @since 1.0
 */
public final class SlotFinder
{
    private static final int STEP = 30;

    private static final int SAMPLE = 15;

    private static final int PER_DAY = 2;

    private static final int MOST = 10;

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private static final LocalTime WORK = LocalTime.of(9, 0);

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private SlotFinder()
    {
    }

    /**
     * Somebody who will take part.
     *
     * @param expert the page of the profile
     * @param name the name
     * @param zone where the person lives
     * @param earlier the points of the person's other sessions
     */
    record Member(DocumentReference expert, String name, ZoneId zone, int earlier)
    {
    }

    /**
     * @param panel who will take part
     * @param zone the zone of the session
     * @param from the first day
     * @param to the last day
     * @param minutes how long the session takes
     * @return the best slots, at most two of a day
     */
    static List<Slot> find(List<Member> panel, ZoneId zone, LocalDate from, LocalDate to, int minutes)
    {
        List<Slot> all = new ArrayList<>();
        for (LocalDateTime time = from.atStartOfDay(); time.toLocalDate().compareTo(to) <= 0;
            time = time.plusMinutes(STEP)) {
            if (!zone.getRules().getValidOffsets(time).isEmpty()) {
                all.add(slot(panel, time.atZone(zone), minutes));
            }
        }
        all.sort(Comparator.<Slot>comparingInt(slot -> slot.burdens().isEmpty() ? 0 : slot.burdens().get(0).total())
            .thenComparingInt(slot -> slot.burdens().stream().mapToInt(Slot.Burden::points).sum())
            .thenComparing(slot -> slot.start().toInstant()));
        Map<LocalDate, Integer> ofDay = new HashMap<>();
        return all.stream().filter(slot -> ofDay.merge(slot.start().toLocalDate(), 1, Integer::sum) <= PER_DAY)
            .limit(MOST).toList();
    }

    private static Slot slot(List<Member> panel, ZonedDateTime start, int minutes)
    {
        return new Slot(start, panel.stream().map(member -> burden(member, start, minutes))
            .sorted(Comparator.comparingInt(Slot.Burden::total).reversed()
                .thenComparing(Slot.Burden::name)).toList());
    }

    /**
     * @param member somebody who takes part
     * @param start when a session begins
     * @param minutes how long it takes
     * @return what it asks of that person
     */
    static Slot.Burden burden(Member member, ZonedDateTime start, int minutes)
    {
        ZonedDateTime own = start.withZoneSameInstant(member.zone());
        int edge = 0;
        int night = 0;
        int weekend = 0;
        for (int done = 0; done < minutes; done += SAMPLE) {
            int part = Math.min(SAMPLE, minutes - done);
            ZonedDateTime moment = own.plusMinutes(done);
            LocalTime time = moment.toLocalTime();
            if (time.isBefore(MORNING) || !time.isBefore(NIGHT)) {
                night += part;
            } else if (time.isBefore(WORK) || !time.isBefore(EVENING)) {
                edge += part;
            }
            if (moment.getDayOfWeek() == DayOfWeek.SATURDAY || moment.getDayOfWeek() == DayOfWeek.SUNDAY) {
                weekend += part;
            }
        }
        return new Slot.Burden(member.expert(), member.name(), own, edge, night, weekend, member.earlier());
    }
}

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
import java.time.temporal.ChronoUnit;

/**
 * By when an idea has to have an answer.
 *
 * @param day the last day
 * @param zone the zone in which days are counted
 * @param daysLeft how many days are left until then, 0 on the last day, less when it is over
 * @version $Id$
 * @since 1.0
 */
public record Deadline(LocalDate day, ZoneId zone, int daysLeft)
{
    /**
     * @param posted when the idea was written
     * @param days how many calendar days there are for an answer, from the day on which it was written
     * @param zone the zone in which days are counted
     * @param now the time
     * @return by when it has to have an answer; a day is a day however many hours it has
     */
    public static Deadline of(Instant posted, int days, ZoneId zone, Instant now)
    {
        LocalDate day = posted.atZone(zone).toLocalDate().plusDays(days);
        return new Deadline(day, zone, (int) ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), day));
    }

    /**
     * @return {@code true} if the last day is over
     */
    public boolean isOverdue()
    {
        return this.daysLeft < 0;
    }

    /**
     * @return how many days ago the last day was, 0 if it is not over
     */
    public int daysLate()
    {
        return Math.max(0, -this.daysLeft);
    }
}

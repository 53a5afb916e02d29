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
import java.time.ZoneId;

/**
 * The clock of what an initiative promised for the ideas of a dialogue: an answer within so many calendar days. They
 * are counted in the zone of the dialogue's session, in UTC if it has none.
 *
 * @param days how many calendar days there are for an answer
 * @param zone the zone in which days are counted
 * @param now the time
 * @version $Id$
 * @since 1.0
 */
public record ResponseClock(int days, ZoneId zone, Instant now)
{
    /**
     * @param posted when an idea was written
     * @return by when it has to have an answer
     */
    public Deadline deadline(Instant posted)
    {
        return Deadline.of(posted, this.days, this.zone, this.now);
    }

    /**
     * @return the time since which an idea is not overdue: what was written before and has no answer is
     */
    public Instant edge()
    {
        return this.now.atZone(this.zone).toLocalDate().minusDays(this.days).atStartOfDay(this.zone).toInstant();
    }
}

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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.xwiki.model.reference.DocumentReference;

/**
 * The online session on a challenge, with the discussion around it.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param localStart the wall time at which the session begins in its own zone, or {@code null}
 * @param zone the IANA zone of the session, or {@code null}
 * @param minutes how long it takes, 0 if not said
 * @param agenda plain text
 * @param facilitator the user who runs it, or {@code null}
 * @param noteTaker the user who captures, or {@code null}
 * @param seats how many experts have a seat, 0 if not limited
 * @param meetingLink an absolute http or https address, empty if there is none, it may not be seen, or what is stored
 *     is no such address
 * @param preReading wiki text
 * @param goals wiki text
 * @param state where it stands, never {@code null}
 * @param takeaways wiki text
 * @param actionItems wiki text
 * @version $Id$
 * @since 1.0
 */
public record Dialogue(DocumentReference reference, String title, LocalDateTime localStart, ZoneId zone, int minutes,
    String agenda, DocumentReference facilitator, DocumentReference noteTaker, int seats, String meetingLink,
    String preReading, String goals, DialogueState state, String takeaways, String actionItems)
{
    /** How many minutes a session takes at most, and where nothing else is said. */
    public static final int MOST_MINUTES = 120;

    private static final ZoneId UTC = ZoneId.of("UTC");

    /**
     * @return how many minutes to plan for
     */
    public int plannedMinutes()
    {
        return this.minutes > 0 ? this.minutes : MOST_MINUTES;
    }

    /**
     * @return the zone to plan in: that of the session, UTC if it has none
     */
    public ZoneId plannedZone()
    {
        return this.zone == null ? UTC : this.zone;
    }

    /**
     * @return when the session begins, {@code null} if time or zone are not known
     */
    public ZonedDateTime start()
    {
        return this.localStart == null || this.zone == null ? null : this.localStart.atZone(this.zone);
    }

    /**
     * @return when the session ends, {@code null} if its beginning is not known
     */
    public ZonedDateTime end()
    {
        ZonedDateTime start = start();
        return start == null ? null : start.plusMinutes(this.minutes);
    }
}

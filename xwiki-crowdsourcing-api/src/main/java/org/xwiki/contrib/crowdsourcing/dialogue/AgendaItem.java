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

import java.time.Instant;

/**
 * One item of the agenda of a session.
 *
 * @param number the number of its object on the page of the dialogue
 * @param title what it is about, plain text
 * @param minutes how long it takes
 * @param who who leads it, plain text, maybe empty
 * @param begin when it begins, {@code null} if the session has no date
 * @param end when it ends, {@code null} if the session has no date
 * @version $Id$
 * @since 1.0
 */
public record AgendaItem(int number, String title, int minutes, String who, Instant begin, Instant end)
{
    /**
     * @param now a point in time
     * @return {@code true} if it is this item's turn
     */
    public boolean isAt(Instant now)
    {
        return this.begin != null && !now.isBefore(this.begin) && now.isBefore(this.end);
    }
}

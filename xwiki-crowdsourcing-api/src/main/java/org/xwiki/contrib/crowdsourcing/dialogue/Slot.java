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

import java.time.ZonedDateTime;
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * A time at which a session could be.
 *
 * @param start when it would begin, in the zone of the session
 * @param burdens what it asks of each member of the panel, the worst-off first
 * @version $Id$
 * @since 1.0
 */
public record Slot(ZonedDateTime start, List<Burden> burdens)
{
    /**
     * @param start when it would begin, in the zone of the session
     * @param burdens what it asks of each member of the panel, the worst-off first
     */
    public Slot
    {
        burdens = List.copyOf(burdens);
    }

    /**
     * What a session asks of one person.
     *
     * @param expert the page of the profile
     * @param name the name, plain text, empty if the current user may not see the profile
     * @param start when the session would begin where the person lives
     * @param edge minutes of it in the early morning or in the evening, 7 to 9 and 18 to 22 o'clock
     * @param night minutes of it at night, 22 to 7 o'clock
     * @param weekend minutes of it on a Saturday or a Sunday
     * @param earlier the points of the person's other sessions in the initiative
     * @version $Id$
     * @since 1.0
     */
    public record Burden(DocumentReference expert, String name, ZonedDateTime start, int edge, int night, int weekend,
        int earlier)
    {
        private static final int NIGHT = 4;

        private static final int WEEKEND = 2;

        /**
         * @return how hard this session is for the person: a minute in the evening is one point, on a weekend two, at
         *     night four
         */
        public int points()
        {
            return this.edge + NIGHT * this.night + WEEKEND * this.weekend;
        }

        /**
         * @return how hard all sessions of the initiative are for the person, this one among them
         */
        public int total()
        {
            return this.earlier + points();
        }
    }
}

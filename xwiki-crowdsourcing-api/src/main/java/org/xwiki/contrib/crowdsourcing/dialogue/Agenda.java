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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The agenda of a session with its times. It follows the clock, from the beginning of the session or, if that is later,
 * from when the dialogue was opened; an item that the facilitator began by hand moves those after it.
 *
 * @param items the items in their order
 * @param open {@code true} while the dialogue is open
 * @param now when the times were calculated
 * @version $Id$
 * @since 1.0
 */
public record Agenda(List<AgendaItem> items, boolean open, Instant now)
{
    /**
     * @param items the items in their order
     * @param open {@code true} while the dialogue is open
     * @param now when the times were calculated
     */
    public Agenda
    {
        items = List.copyOf(items);
    }

    /**
     * @return the item whose turn it is, {@code null} if there is none
     */
    public AgendaItem current()
    {
        return this.open ? this.items.stream().filter(item -> item.isAt(this.now)).findFirst().orElse(null) : null;
    }

    /**
     * @return the item that comes then, {@code null} if there is none
     */
    public AgendaItem next()
    {
        return this.items.stream().filter(item -> item.begin() == null || item.begin().isAfter(this.now)).findFirst()
            .orElse(null);
    }

    /**
     * @return {@code true} if the last item has ended
     */
    public boolean isOver()
    {
        return !this.items.isEmpty() && current() == null && next() == null;
    }

    /**
     * @return the whole minutes that are left of the current item, the one that has begun counted, 0 if there is none
     */
    public long minutesLeft()
    {
        AgendaItem item = current();
        return item == null ? 0 : (Duration.between(this.now, item.end()).toSeconds() + 59) / 60;
    }

    /**
     * @return how many minutes the items take together
     */
    public int minutes()
    {
        return this.items.stream().mapToInt(AgendaItem::minutes).sum();
    }
}

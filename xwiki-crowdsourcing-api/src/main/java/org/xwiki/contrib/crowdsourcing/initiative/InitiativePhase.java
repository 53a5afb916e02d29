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
package org.xwiki.contrib.crowdsourcing.initiative;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * The five phases of an initiative, in their order, and what comes after them.
 *
 * @version $Id$
 * @since 1.0
 */
public enum InitiativePhase implements Stored
{
    /** A big problem is broken down into specific challenges. */
    DEFINE("define"),

    /** Each challenge is researched and written up. */
    BRIEF("brief"),

    /** People with the needed expertise are found. */
    SOURCE("source"),

    /** The experts discuss each challenge. */
    DIALOGUE("dialogue"),

    /** Ideas become implementation plans. */
    ROADMAP("roadmap"),

    /** The initiative is over; follow-up may go on. */
    CLOSED("closed");

    private final String id;

    InitiativePhase(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }

    /**
     * @return {@code true} if people have been asked for input by then
     */
    public boolean isLaunched()
    {
        return compareTo(SOURCE) >= 0;
    }
}

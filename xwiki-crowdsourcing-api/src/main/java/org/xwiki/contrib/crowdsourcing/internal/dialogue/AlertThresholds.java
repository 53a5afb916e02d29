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

import java.time.Duration;

import org.xwiki.contrib.crowdsourcing.internal.store.Row;

/**
 * From when on something looks as if a discussion was taken over. With 0 it is not looked at.
 *
 * @param days how many days old an account is that is not young any more
 * @param size how much young accounts do at least
 * @param minutes within how many minutes
 * @param identical how many texts are alike
 * @param share how many of a hundred contributions are of one author
 * @version $Id$
 * @since 1.0
 */
record AlertThresholds(int days, int size, int minutes, int identical, int share)
{
    /** What holds where an initiative says nothing. */
    static final AlertThresholds DEFAULT = new AlertThresholds(7, 5, 60, 3, 40);

    /** From how many contributions on the share of an author says anything. */
    static final int ENOUGH = 20;

    /**
     * @param initiative a stored initiative
     * @return its thresholds
     */
    static AlertThresholds of(Row initiative)
    {
        return new AlertThresholds(said(initiative, "alertDays", DEFAULT.days()),
            said(initiative, "alertSize", DEFAULT.size()), said(initiative, "alertMinutes", DEFAULT.minutes()),
            said(initiative, "alertIdentical", DEFAULT.identical()),
            said(initiative, "alertShare", DEFAULT.share()));
    }

    private static int said(Row initiative, String property, int otherwise)
    {
        // What was never said is empty, while 0 says that it is not looked at.
        return initiative.text(property).isEmpty() ? otherwise : initiative.number(property);
    }

    /**
     * @return {@code true} if young accounts are looked at
     */
    boolean watchesYoung()
    {
        return this.days > 0 && this.size > 0 && this.minutes > 0;
    }

    /**
     * @return within which time much is much
     */
    Duration within()
    {
        return Duration.ofMinutes(this.minutes);
    }
}

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
package org.xwiki.contrib.crowdsourcing.matching;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.challenge.Need;

/**
 * A panel that covers what a challenge needs, with why each of its people is on it.
 *
 * @param seats how many people were wanted
 * @param picks its people: first those who are there anyway, then each by what that person adds to those before
 * @param coverage what they cover
 * @param exact whether no panel of this size that meets as many wishes covers more
 * @param best how much it covers of what the best panel could cover, in per cent, at least
 * @version $Id$
 * @since 1.0
 */
public record Suggestion(int seats, List<Pick> picks, Coverage coverage, boolean exact, int best)
{
    /**
     * @param seats how many people were wanted
     * @param picks its people
     * @param coverage what they cover
     * @param exact whether no panel of this size that meets as many wishes covers more
     * @param best how much it covers of what the best panel could cover, in per cent, at least
     */
    public Suggestion
    {
        picks = List.copyOf(picks);
    }

    /**
     * Somebody on the panel.
     *
     * @param match how well the person fits
     * @param origin why the person is on the panel
     * @param gains what the person covers that nobody before does
     * @param serves the wishes that the person serves and that were not met before
     * @version $Id$
     * @since 1.0
     */
    public record Pick(Match match, Origin origin, List<Gain> gains, List<WishCheck> serves)
    {
        /**
         * @param match how well the person fits
         * @param origin why the person is on the panel
         * @param gains what the person covers that nobody before does
         * @param serves the wishes that the person serves and that were not met before
         */
        public Pick
        {
            gains = List.copyOf(gains);
            serves = List.copyOf(serves);
        }
    }

    /**
     * What somebody adds to a need.
     *
     * @param need the need
     * @param from how much of it those before cover, in per cent
     * @param to how much of it is covered then, in per cent
     * @version $Id$
     * @since 1.0
     */
    public record Gain(Need need, int from, int to)
    {
    }

    /** Why somebody is on a panel. */
    public enum Origin
    {
        /** The person has a seat already. */
        CONFIRMED,

        /** Who asks wants it. */
        ADDED,

        /** The person is suggested. */
        SUGGESTED
    }
}

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
package org.xwiki.contrib.crowdsourcing.challenge;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Region;

/**
 * Who should be among the people that answer a challenge, beside having the expertise that it needs. Shares are per
 * cent; 0 is no wish.
 *
 * @param regions where they should come from
 * @param regionShare the least share from these regions, 0 if there are none
 * @param sectors the kinds of organisation of which each should be there
 * @param languages the languages of which each should be spoken, as language tags
 * @param genderShare the least share of women, and of men, at most 50
 * @param newcomerShare the least share of people who never took part in a dialogue
 * @version $Id$
 * @since 1.0
 */
public record Wishes(List<Region> regions, int regionShare, List<Affiliation> sectors, List<String> languages,
    int genderShare, int newcomerShare)
{
    /** Nothing is wished for. */
    public static final Wishes NONE = new Wishes(List.of(), 0, List.of(), List.of(), 0, 0);

    /** The share that regions are wished for with when none is said. */
    public static final int DEFAULT_SHARE = 50;

    /** The largest share of women, and of men. */
    public static final int LARGEST_GENDER_SHARE = 50;

    /** The largest share. */
    public static final int ALL = 100;

    /**
     * @param regions where they should come from
     * @param regionShare the least share from these regions, 0 for half
     * @param sectors the kinds of organisation of which each should be there
     * @param languages the languages of which each should be spoken, as language tags
     * @param genderShare the least share of women, and of men
     * @param newcomerShare the least share of people who never took part in a dialogue
     */
    public Wishes
    {
        regions = regions.stream().distinct().sorted().toList();
        sectors = sectors.stream().distinct().sorted().toList();
        languages = languages.stream().distinct().sorted().toList();
        regionShare = regions.isEmpty() ? 0 : limit(regionShare <= 0 ? DEFAULT_SHARE : regionShare, ALL);
        genderShare = limit(genderShare, LARGEST_GENDER_SHARE);
        newcomerShare = limit(newcomerShare, ALL);
    }

    private static int limit(int share, int largest)
    {
        return Math.max(0, Math.min(share, largest));
    }

    /**
     * @return {@code true} if nothing is wished for
     */
    public boolean isEmpty()
    {
        return equals(NONE);
    }
}

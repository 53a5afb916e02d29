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

import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;

/**
 * One reason for the points of a match.
 *
 * @param kind what it comes from
 * @param need the need, {@code null} unless it comes from one
 * @param level what the expert is able to for the need, {@code null} unless it comes from one
 * @param area the title of the expert's area, plain text, when that is another one than the area of the need
 * @param value what is wished for: the id of a region or a sector, or a language tag; of an adjustment the reason
 * @param points what it adds
 * @version $Id$
 * @since 1.0
 */
public record Term(TermKind kind, Need need, ExpertiseLevel level, String area, String value, int points)
{
    /** What each wish that an expert serves adds. */
    public static final int WISH = 3;

    /**
     * @param need a need
     * @param level what the expert is able to for it
     * @param area the title of the expert's area, empty if it is that of the need
     * @return the term
     */
    public static Term of(Need need, ExpertiseLevel level, String area)
    {
        return new Term(TermKind.NEED, need, level, area, "", factor(need, level) * need.weight());
    }

    /**
     * @param kind what is wished for
     * @param value the wish
     * @return the term
     */
    public static Term of(TermKind kind, String value)
    {
        return new Term(kind, null, null, "", value, WISH);
    }

    /**
     * @param adjustment what a curator said
     * @return the term
     */
    public static Term of(Adjustment adjustment)
    {
        return new Term(TermKind.ADJUSTMENT, null, null, "", adjustment.reason(), adjustment.points());
    }

    /**
     * @return how much the level counts for the need, at most as much as the need asks for
     */
    public int factor()
    {
        return this.need == null ? 1 : factor(this.need, this.level);
    }

    private static int factor(Need need, ExpertiseLevel level)
    {
        return Math.min(level.getPoints(), need.kind().getPoints());
    }
}

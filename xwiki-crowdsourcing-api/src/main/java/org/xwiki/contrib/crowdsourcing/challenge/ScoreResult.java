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

import java.util.Map;

/**
 * How a candidate was scored.
 *
 * @param scorers how many people gave a score for every criterion: only they count
 * @param incomplete how many people did not
 * @param overall the weighted scores of the people, {@code null} if nobody counts
 * @param criteria the scores for each criterion, by what it is known by; empty if nobody counts
 * @param rank 1 for the best mean; those with the same mean share a rank; 0 if it has none
 * @version $Id$
 * @since 1.0
 */
public record ScoreResult(int scorers, int incomplete, ScoreFigures overall, Map<String, ScoreFigures> criteria,
    int rank)
{
    /**
     * @param scorers how many people gave a score for every criterion: only they count
     * @param incomplete how many people did not
     * @param overall the weighted scores of the people, {@code null} if nobody counts
     * @param criteria the scores for each criterion, by what it is known by
     * @param rank 1 for the best mean, 0 if it has none
     */
    public ScoreResult
    {
        criteria = Map.copyOf(criteria);
    }

    /**
     * @param newRank a rank
     * @return the same with that rank
     */
    public ScoreResult withRank(int newRank)
    {
        return new ScoreResult(this.scorers, this.incomplete, this.overall, this.criteria, newRank);
    }
}

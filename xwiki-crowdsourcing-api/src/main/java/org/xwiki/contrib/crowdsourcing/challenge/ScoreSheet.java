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

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * How one person scored one candidate.
 *
 * @param user who
 * @param scores the score of each criterion, by what it is known by
 * @param note why, plain text
 * @param scoredOn when
 * @param lookedOn when the person looked at what others gave, after which nothing changes; {@code null} if not yet
 * @param stamp the stamp of what is stored
 * @version $Id$
 * @since 1.0
 */
public record ScoreSheet(DocumentReference user, Map<String, Integer> scores, String note, Instant scoredOn,
    Instant lookedOn, String stamp)
{
    /**
     * @param user who
     * @param scores the score of each criterion, by what it is known by
     * @param note why, plain text
     * @param scoredOn when
     * @param lookedOn when the person looked at what others gave
     * @param stamp the stamp of what is stored
     */
    public ScoreSheet
    {
        scores = Map.copyOf(scores);
    }

    /**
     * @param criteria what is scored
     * @return {@code true} if there is a score for each of them, so that the sheet counts
     */
    public boolean isComplete(List<Criterion> criteria)
    {
        return !criteria.isEmpty()
            && criteria.stream().allMatch(criterion -> this.scores.containsKey(criterion.uid()));
    }
}

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

/**
 * One candidate with what was given to it.
 *
 * @param scoring how it is scored
 * @param challenge the candidate
 * @param own what the current user gave, {@code null} if nothing
 * @param counted {@code true} if what the current user gave is complete
 * @param scorers how many people gave anything
 * @param result the result, {@code null} if the current user may not see it yet
 * @param sheets what each person gave, empty for who may not see that
 * @version $Id$
 * @since 1.0
 */
public record ScoreCard(Scoring scoring, Challenge challenge, ScoreSheet own, boolean counted, int scorers,
    ScoreResult result, List<ScoreSheet> sheets)
{
    /**
     * @param scoring how it is scored
     * @param challenge the candidate
     * @param own what the current user gave, {@code null} if nothing
     * @param counted {@code true} if what the current user gave is complete
     * @param scorers how many people gave anything
     * @param result the result, {@code null} if the current user may not see it yet
     * @param sheets what each person gave, empty for who may not see that
     */
    public ScoreCard
    {
        sheets = List.copyOf(sheets);
    }

    /**
     * @return {@code true} if the current user may score it, or change what was given
     */
    public boolean canScore()
    {
        boolean last = this.counted && this.own.lookedOn() != null;
        return this.scoring.canScore() && this.scoring.state() == ScoringState.OPEN
            && this.challenge.state().isOpen() && !last;
    }
}

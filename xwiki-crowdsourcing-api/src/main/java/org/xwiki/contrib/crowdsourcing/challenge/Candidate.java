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

/**
 * A challenge on the long list of an initiative.
 *
 * @param row the challenge in its tree
 * @param own what the current user gave, {@code null} if nothing
 * @param counted {@code true} if what the current user gave is complete
 * @param scorers how many people gave anything
 * @param result the result, {@code null} if the current user may not see it yet
 * @version $Id$
 * @since 1.0
 */
public record Candidate(ChallengeRow row, ScoreSheet own, boolean counted, int scorers, ScoreResult result)
{
    /**
     * @return {@code true} if the current user has still to score it, if allowed to
     */
    public boolean isAwaited()
    {
        return !this.counted && this.row.challenge().state().isOpen();
    }
}

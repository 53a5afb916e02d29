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
package org.xwiki.contrib.crowdsourcing.macro;

import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;

/**
 * Which challenges are shown, by what has been decided on them.
 *
 * @version $Id$
 * @since 1.0
 */
public enum ChallengesState
{
    /** All of them. */
    ALL(null),

    /** Those that somebody proposed. */
    PROPOSED(ChallengeState.PROPOSED),

    /** Those that will be worked on. */
    SELECTED(ChallengeState.SELECTED),

    /** Those that will not be worked on. */
    DROPPED(ChallengeState.DROPPED);

    private final ChallengeState state;

    ChallengesState(ChallengeState state)
    {
        this.state = state;
    }

    /**
     * @return what has been decided, {@code null} for all
     */
    public ChallengeState getState()
    {
        return this.state;
    }
}

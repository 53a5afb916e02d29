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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.model.reference.DocumentReference;

/**
 * Who has spoken in a session, and how often.
 *
 * @param turns how many contributions were captured or written in the session
 * @param speakers who spoke, the most often first
 * @param silent who of the confirmed panel has not spoken yet
 * @version $Id$
 * @since 1.0
 */
public record SpeakingBalance(int turns, List<Speaker> speakers, List<Engagement> silent)
{
    private static final int PERCENT = 100;

    /**
     * @param turns how many contributions were captured or written in the session
     * @param speakers who spoke, the most often first
     * @param silent who of the confirmed panel has not spoken yet
     */
    public SpeakingBalance
    {
        speakers = List.copyOf(speakers);
        silent = List.copyOf(silent);
    }

    /**
     * @param speaker one of the speakers
     * @return the share of that speaker in per cent, rounded
     */
    public int share(Speaker speaker)
    {
        return this.turns == 0 ? 0 : Math.round((float) PERCENT * speaker.turns() / this.turns);
    }

    /**
     * Somebody who spoke.
     *
     * @param name the name, plain text, empty if only the user is known
     * @param user the user who wrote, {@code null} if the name is known
     * @param turns how often
     * @version $Id$
     * @since 1.0
     */
    public record Speaker(String name, DocumentReference user, int turns)
    {
    }
}

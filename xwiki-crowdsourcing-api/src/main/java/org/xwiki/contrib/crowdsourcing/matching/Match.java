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

import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * How well an expert fits a challenge, and why.
 *
 * @param expert the page of the profile
 * @param name the name, plain text; empty if the current user may not see it
 * @param points all points
 * @param terms what they come from
 * @param state where the expert stands in the dialogues that are looked at, {@code null} if nowhere
 * @param waiting the place on the waiting list of who accepted when all seats were taken, from 1; 0 for others
 * @param adjustment what a curator said, or {@code null}
 * @version $Id$
 * @since 1.0
 */
public record Match(DocumentReference expert, String name, int points, List<Term> terms, EngagementState state,
    int waiting, Adjustment adjustment)
{
    /**
     * @param expert the page of the profile
     * @param name the name, plain text
     * @param points all points
     * @param terms what they come from
     * @param state where the expert stands in the dialogues that are looked at, {@code null} if nowhere
     * @param waiting the place on the waiting list, 0 for who is not on it
     * @param adjustment what a curator said, or {@code null}
     */
    public Match
    {
        terms = List.copyOf(terms);
    }
}

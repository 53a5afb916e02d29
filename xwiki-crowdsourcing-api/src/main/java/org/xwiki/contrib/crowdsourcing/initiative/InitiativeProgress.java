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
package org.xwiki.contrib.crowdsourcing.initiative;

import org.xwiki.contrib.crowdsourcing.Count;

/**
 * How far an initiative has come, in numbers.
 *
 * @param challenges all challenges
 * @param selectedChallenges the challenges that will be worked on
 * @param briefs all briefs
 * @param frozenBriefs the briefs that are frozen
 * @param dialogues all dialogues
 * @param closedDialogues the dialogues that are over
 * @param engagements the engagements of experts in dialogues
 * @param contributions the contributions to dialogues, whatever their state
 * @param roadmaps all roadmaps
 * @param publishedRoadmaps the published roadmaps
 * @param recommendations the recommendations of all roadmaps
 * @version $Id$
 * @since 1.0
 */
public record InitiativeProgress(Count challenges, Count selectedChallenges, Count briefs, Count frozenBriefs,
    Count dialogues, Count closedDialogues, Count engagements, Count contributions, Count roadmaps,
    Count publishedRoadmaps, Count recommendations)
{
}

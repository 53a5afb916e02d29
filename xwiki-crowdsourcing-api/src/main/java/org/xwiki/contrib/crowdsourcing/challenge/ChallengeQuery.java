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

import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.model.reference.DocumentReference;

/**
 * Which challenges are looked for. What is {@code null} or empty does not narrow the search.
 *
 * @param ancestor the page of an initiative or of a challenge, whose parts are wanted
 * @param text a part of the title
 * @param state what has been decided
 * @param briefState the state of the brief
 * @param dialogueState the state of the dialogue
 * @param sort the order, {@code null} for a tree in preorder: the parts of each by priority, then by title; those
 *     without a priority last
 * @param request which page of the list
 * @version $Id$
 * @since 1.0
 */
public record ChallengeQuery(DocumentReference ancestor, String text, ChallengeState state, BriefState briefState,
    DialogueState dialogueState, Sort<ChallengeOrder> sort, PageRequest request)
{
    /**
     * @param ancestor the page of an initiative or of a challenge, whose parts are wanted
     * @param state what has been decided, {@code null} for all
     * @param request which page of the list
     * @return a search for challenges as a tree
     */
    public static ChallengeQuery tree(DocumentReference ancestor, ChallengeState state, PageRequest request)
    {
        return new ChallengeQuery(ancestor, null, state, null, null, null, request);
    }
}

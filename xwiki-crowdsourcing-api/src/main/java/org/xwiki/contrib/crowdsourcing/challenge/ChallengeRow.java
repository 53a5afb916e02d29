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

import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.model.reference.DocumentReference;

/**
 * A challenge in a list, with where its work stands.
 *
 * @param challenge the challenge, without its needs
 * @param parent the page of the challenge it is a part of, {@code null} for a challenge of the initiative itself
 * @param depth 0 for a challenge of the initiative itself, 1 for a part of it, ...
 * @param brief the page of its first brief that the current user may see, or {@code null}
 * @param briefState the state of that brief, or {@code null}
 * @param dialogue the page of its first dialogue that the current user may see, or {@code null}
 * @param dialogueState the state of that dialogue, or {@code null}
 * @version $Id$
 * @since 1.0
 */
public record ChallengeRow(Challenge challenge, DocumentReference parent, int depth, DocumentReference brief,
    BriefState briefState, DocumentReference dialogue, DialogueState dialogueState)
{
}

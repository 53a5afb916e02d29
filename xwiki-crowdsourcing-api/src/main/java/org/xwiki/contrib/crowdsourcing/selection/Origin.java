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
package org.xwiki.contrib.crowdsourcing.selection;

import java.time.Instant;

import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.model.reference.DocumentReference;

/**
 * Where something comes from that a recommendation or a step cites: what was said, in which dialogue, by whom, about
 * which version of which brief. What the current user may not see is left out.
 *
 * @param source the page that is cited: a contribution, or a brief
 * @param state what became of it
 * @param contribution what was said; {@code null} if it is gone, may not be seen or is a brief
 * @param said when it was said, {@code null} if unknown
 * @param thread the dialogue or brief in which it was said, {@code null} if that may not be seen
 * @param challenge the challenge that it answers, {@code null} if there is none
 * @param expert the profile of who said it, {@code null} if there is none that is listed
 * @param brief the brief that it speaks to, {@code null} if there is none
 * @param briefVersion the version of that brief, 0 if none
 * @version $Id$
 * @since 1.0
 */
public record Origin(DocumentReference source, OriginState state, Contribution contribution, Instant said,
    Place thread, Place challenge, Place expert, Place brief, int briefVersion)
{
    /**
     * A page with its title.
     *
     * @param reference the page; of a brief that of the version, where there is one
     * @param title the title, plain text
     * @param page the page as a whole; of a brief also where {@code reference} is one of its versions
     * @version $Id$
     * @since 1.0
     */
    public record Place(DocumentReference reference, String title, DocumentReference page)
    {
    }
}

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
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * Ideas that belong together, from which a recommendation is written.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param summary what the ideas have in common, plain text
 * @param ideas the pages of the ideas; not all of them may be seen by the current user
 * @param recommendation the page of the recommendation that was written from it, {@code null} if there is none that the
 *     current user may see
 * @param recommendationTitle its title, plain text
 * @param by who changed it last, {@code null} if unknown
 * @param on when that was, {@code null} if unknown
 * @param undoable {@code true} if the last change can be taken back
 * @param stamp changes with what is stored, for {@link org.xwiki.contrib.crowdsourcing.Seen}
 * @version $Id$
 * @since 1.0
 */
public record Cluster(DocumentReference reference, String title, String summary, List<DocumentReference> ideas,
    DocumentReference recommendation, String recommendationTitle, DocumentReference by, Instant on, boolean undoable,
    String stamp)
{
    /**
     * @param reference the page
     * @param title the title, plain text
     * @param summary what the ideas have in common, plain text
     * @param ideas the pages of the ideas
     * @param recommendation the page of the recommendation that was written from it
     * @param recommendationTitle its title, plain text
     * @param by who changed it last
     * @param on when that was
     * @param undoable {@code true} if the last change can be taken back
     * @param stamp changes with what is stored
     */
    public Cluster
    {
        ideas = List.copyOf(ideas);
    }
}

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
package org.xwiki.contrib.crowdsourcing.publication;

import java.time.Instant;

import org.xwiki.model.reference.DocumentReference;

/**
 * A published version of a roadmap. It never changes.
 *
 * @param reference the page, its address is what is cited; {@code null} for one that was published when versions had
 *     no page of their own
 * @param number its number
 * @param publishedOn when it was published, or {@code null}
 * @param publishedBy who published it, or {@code null}
 * @param reason why it was published over objections, plain text, mostly empty
 * @param withdrawal why it was withdrawn since, or {@code null}
 * @version $Id$
 * @since 1.0
 */
public record RoadmapVersion(DocumentReference reference, int number, Instant publishedOn,
    DocumentReference publishedBy, String reason, Withdrawal withdrawal)
{
}

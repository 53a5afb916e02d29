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

import java.time.Instant;
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * What once happened to a challenge.
 *
 * @param before its state before, {@code null} if it began so
 * @param state its state after
 * @param reason why, plain text
 * @param by who did it, {@code null} if unknown
 * @param on when, {@code null} if unknown
 * @param pages the challenges that it went into, or came from if it stayed a candidate
 * @param left {@code true} if it came from these no more
 * @version $Id$
 * @since 1.0
 */
public record TrailEntry(ChallengeState before, ChallengeState state, String reason, DocumentReference by, Instant on,
    List<DocumentReference> pages, boolean left)
{
    /**
     * @param before its state before, {@code null} if it began so
     * @param state its state after
     * @param reason why, plain text
     * @param by who did it, {@code null} if unknown
     * @param on when, {@code null} if unknown
     * @param pages the challenges that it went into, or came from if it stayed a candidate
     * @param left {@code true} if it came from these no more
     */
    public TrailEntry
    {
        pages = List.copyOf(pages);
    }
}

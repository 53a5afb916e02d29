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

import java.time.Instant;

import org.xwiki.model.reference.DocumentReference;

/**
 * What a curator knows of an expert that no profile tells, for one challenge.
 *
 * @param points what it adds to the match, or takes from it
 * @param excluded whether the expert is left out
 * @param reason why, plain text
 * @param decidedBy the curator, or {@code null}
 * @param decidedOn when, or {@code null}
 * @version $Id$
 * @since 1.0
 */
public record Adjustment(int points, boolean excluded, String reason, DocumentReference decidedBy, Instant decidedOn)
{
    /** The most points that are added or taken. */
    public static final int MOST = 100;

    /** An expert who is left out gains and loses nothing. */
    public Adjustment
    {
        points = excluded ? 0 : Math.max(-MOST, Math.min(points, MOST));
    }
}

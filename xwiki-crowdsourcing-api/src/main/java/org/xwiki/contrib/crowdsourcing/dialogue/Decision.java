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

import java.time.Instant;

import org.xwiki.model.reference.DocumentReference;

/**
 * What a curator decided on a contribution. It is public.
 *
 * @param outcome the decision
 * @param reasonKind the kind of reason, or {@code null}
 * @param reason the reason in words, plain text
 * @param by who decided, {@code null} if unknown
 * @param on when, {@code null} if unknown
 * @param decider for whom that user decides, or who has decided, in words; empty if it is the user
 * @version $Id$
 * @since 1.0
 */
public record Decision(Outcome outcome, DecisionReason reasonKind, String reason, DocumentReference by, Instant on,
    String decider)
{
    /**
     * @param outcome the decision
     * @param reasonKind the kind of reason, or {@code null}
     * @param reason the reason in words, plain text
     * @param by who decided, {@code null} if unknown
     * @param on when, {@code null} if unknown
     */
    public Decision(Outcome outcome, DecisionReason reasonKind, String reason, DocumentReference by, Instant on)
    {
        this(outcome, reasonKind, reason, by, on, "");
    }
}

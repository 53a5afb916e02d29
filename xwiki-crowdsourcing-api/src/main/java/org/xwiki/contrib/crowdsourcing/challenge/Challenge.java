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

import java.time.LocalDate;
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * One specific question of an initiative.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param question the question, plain text
 * @param priority its place in the order of priority, 1 is first, 0 is none
 * @param state what has been decided on it, never {@code null}
 * @param dropReason why it was dropped, plain text
 * @param criteria wiki text: the criteria of its priority
 * @param score its score under the criteria
 * @param signedOffBy who signed it off for the partners, plain text
 * @param signedOffOn the day of the sign-off, or {@code null}
 * @param needs the expertise it needs; empty in lists
 * @param wishes who should be among those who answer it; none in lists
 * @param stateReason why it is in its state if it was not dropped, plain text
 * @param origins the challenges that it came from when they were split or merged
 * @param successors the challenges that it was split or merged into
 * @version $Id$
 * @since 1.0
 */
public record Challenge(DocumentReference reference, String title, String question, int priority,
    ChallengeState state, String dropReason, String criteria, int score, String signedOffBy, LocalDate signedOffOn,
    List<Need> needs, Wishes wishes, String stateReason, List<DocumentReference> origins,
    List<DocumentReference> successors)
{
    /**
     * @param reference the page
     * @param title the title, plain text
     * @param question the question, plain text
     * @param priority its place in the order of priority, 1 is first, 0 is none
     * @param state what has been decided on it
     * @param dropReason why it was dropped, plain text
     * @param criteria wiki text: the criteria of its priority
     * @param score its score under the criteria
     * @param signedOffBy who signed it off for the partners, plain text
     * @param signedOffOn the day of the sign-off, or {@code null}
     * @param needs the expertise it needs; empty in lists
     * @param wishes who should be among those who answer it; none in lists
     * @param stateReason why it is in its state if it was not dropped, plain text
     * @param origins the challenges that it came from when they were split or merged
     * @param successors the challenges that it was split or merged into
     */
    public Challenge
    {
        needs = List.copyOf(needs);
        origins = List.copyOf(origins);
        successors = List.copyOf(successors);
    }

    /**
     * A challenge that was neither split nor merged.
     *
     * @param reference the page
     * @param title the title, plain text
     * @param question the question, plain text
     * @param priority its place in the order of priority, 1 is first, 0 is none
     * @param state what has been decided on it
     * @param dropReason why it was dropped, plain text
     * @param criteria wiki text: the criteria of its priority
     * @param score its score under the criteria
     * @param signedOffBy who signed it off for the partners, plain text
     * @param signedOffOn the day of the sign-off, or {@code null}
     * @param needs the expertise it needs; empty in lists
     * @param wishes who should be among those who answer it; none in lists
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Challenge(DocumentReference reference, String title, String question, int priority, ChallengeState state,
        String dropReason, String criteria, int score, String signedOffBy, LocalDate signedOffOn, List<Need> needs,
        Wishes wishes)
    {
        this(reference, title, question, priority, state, dropReason, criteria, score, signedOffBy, signedOffOn, needs,
            wishes, "", List.of(), List.of());
    }
}

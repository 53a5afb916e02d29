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

import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to challenges. Whatever is returned may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ChallengeManager
{
    /**
     * @param query which challenges
     * @return the challenges
     * @throws CrowdsourcingException if the current user may not see their ancestor, or they cannot be read
     */
    Page<ChallengeRow> list(ChallengeQuery query) throws CrowdsourcingException;

    /**
     * @param reference the page of a challenge
     * @return the challenge, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Challenge> get(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param page any page
     * @return the challenge that the page belongs to: the page itself or its nearest ancestor, empty if there is none
     *     that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Challenge> challengeOf(DocumentReference page) throws CrowdsourcingException;

    /**
     * Creates the page of a challenge.
     *
     * @param parent the page of the initiative or challenge below which it is created
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    DocumentReference create(DocumentReference parent, String title) throws CrowdsourcingException;

    /**
     * Decides on a challenge.
     *
     * @param challenge the page of a challenge
     * @param state the new state, field {@code state}
     * @param reason why, plain text, field {@code dropReason}; needed to drop a challenge, kept for any other state
     * @throws CrowdsourcingException if the reason is missing, the current user may not, or it cannot be saved
     */
    void setState(DocumentReference challenge, ChallengeState state, String reason) throws CrowdsourcingException;

    /**
     * Gives a challenge its place in the order of priority.
     *
     * @param challenge the page of a challenge
     * @param priority 1 is first, 0 is none, at most 999; field {@code priority}
     * @throws CrowdsourcingException if the number is refused, the current user may not, or it cannot be saved
     */
    void setPriority(DocumentReference challenge, int priority) throws CrowdsourcingException;

    /**
     * @param parent the page of an initiative or challenge
     * @return {@code true} if the current user may create a challenge below it
     */
    boolean canCreate(DocumentReference parent);

    /**
     * @param challenge the page of a challenge
     * @return {@code true} if the current user may change it, its state and its priority
     */
    boolean canEdit(DocumentReference challenge);
}

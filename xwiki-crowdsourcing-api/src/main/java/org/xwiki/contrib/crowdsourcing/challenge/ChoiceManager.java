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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * How challenges are chosen: who signs them off, what they are split and merged into, and the trail of it all.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ChoiceManager
{
    /**
     * @param challenge the page of a challenge
     * @return how it was chosen, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Choice> get(DocumentReference challenge) throws CrowdsourcingException;

    /**
     * @param challenge the page of a challenge
     * @return the other candidates of its initiative that the current user may merge into it, with their titles
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, String> getMergeable(DocumentReference challenge) throws CrowdsourcingException;

    /**
     * Signs a challenge off in the name of the current user.
     *
     * @param challenge the page of a challenge
     * @param organisation for whom, plain text, field {@code organisation}
     * @throws CrowdsourcingException if the current user is no partner or has signed, or it cannot be saved
     */
    void sign(DocumentReference challenge, String organisation) throws CrowdsourcingException;

    /**
     * Records that a partner signed a challenge off.
     *
     * @param challenge the page of a challenge
     * @param name the name of the person, field {@code name}
     * @param organisation for whom, plain text, field {@code organisation}
     * @param on the day as {@code yyyy-MM-dd}, empty for today, field {@code signedOn}
     * @throws CrowdsourcingException if anything is refused, the current user may not, or it cannot be saved
     */
    void recordSignature(DocumentReference challenge, String name, String organisation, String on)
        throws CrowdsourcingException;

    /**
     * Takes a signature back: the own one, or any for who may edit the challenge.
     *
     * @param challenge the page of a challenge
     * @param number what the signature is known by
     * @throws CrowdsourcingException if there is none, the current user may not, or it cannot be saved
     */
    void withdraw(DocumentReference challenge, int number) throws CrowdsourcingException;

    /**
     * Splits a candidate into several, which stand beside it.
     *
     * @param challenge the page of a challenge
     * @param titles the titles of the parts, a line for each, field {@code parts}
     * @param reason why, plain text, field {@code reason}
     * @return the new pages
     * @throws CrowdsourcingException if anything is refused, the current user may not, or it cannot be saved
     */
    List<DocumentReference> split(DocumentReference challenge, String titles, String reason)
        throws CrowdsourcingException;

    /**
     * Merges candidates into one of them.
     *
     * @param target the page of the challenge that stays
     * @param others the pages of those that are merged into it, field {@code others}
     * @param reason why, plain text, field {@code reason}
     * @throws CrowdsourcingException if anything is refused, the current user may not, or it cannot be saved
     */
    void merge(DocumentReference target, List<DocumentReference> others, String reason) throws CrowdsourcingException;

    /**
     * Takes the last change of the state of a challenge back. The parts that it was split into are dropped.
     *
     * @param challenge the page of a challenge
     * @throws CrowdsourcingException if there is nothing to take back, the parts have been decided on, the current user
     *     may not, or it cannot be saved
     */
    void undo(DocumentReference challenge) throws CrowdsourcingException;
}

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
package org.xwiki.contrib.crowdsourcing.call;

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.model.reference.DocumentReference;

/**
 * Open calls: an initiative has one at most, on the page {@code Call} below it. Whoever may view it may answer it.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface CallManager
{
    /**
     * @param page the page of a call, of its initiative or of anything below that
     * @return the call, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Call> callOf(DocumentReference page) throws CrowdsourcingException;

    /**
     * Creates the call of an initiative, planned.
     *
     * @param initiative the page of an initiative
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if there is one, the title is refused, the current user may not, or it cannot be
     *     saved
     */
    DocumentReference create(DocumentReference initiative, String title) throws CrowdsourcingException;

    /**
     * @param initiative the page of an initiative
     * @return {@code true} if it has no call and the current user may create one
     * @throws CrowdsourcingException if that cannot be found out
     */
    boolean canCreate(DocumentReference initiative) throws CrowdsourcingException;

    /**
     * @param call the page of a call
     * @return {@code true} if the current user may change it
     */
    boolean canEdit(DocumentReference call);

    /**
     * Opens or closes a call. Before its first day it stays planned, and after its last day it is closed all the same.
     *
     * @param call the page of a call
     * @param state the state, field {@code state}
     * @throws CrowdsourcingException if the current user may not, or it cannot be saved
     */
    void setState(DocumentReference call, CallState state) throws CrowdsourcingException;

    /**
     * @param call the page of a call
     * @return the planned dialogues of its initiative that are not over, the next one first, those without a time last
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Dialogue> getSessions(DocumentReference call) throws CrowdsourcingException;

    /**
     * @param call the page of a call
     * @return the challenges of its initiative that were not dropped
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Challenge> getChallenges(DocumentReference call) throws CrowdsourcingException;

    /**
     * @param call a call
     * @return {@code true} if it is open and the current user may nominate
     */
    boolean canNominate(Call call);

    /**
     * Takes an application. That there is one under the same address is told to curators alone: what comes later is
     * kept beside it.
     *
     * @param call the page of a call
     * @param application what was typed; each is a field, terms are {@code term_} with what they are
     * @throws CrowdsourcingException if a field is refused, the call is not open, or it cannot be saved
     */
    void apply(DocumentReference call, NewApplication application) throws CrowdsourcingException;

    /**
     * Takes a nomination.
     *
     * @param call the page of a call
     * @param nomination what was typed
     * @throws CrowdsourcingException if a field is refused, the current user may not, or it cannot be saved
     */
    void nominate(DocumentReference call, NewNomination nomination) throws CrowdsourcingException;
}

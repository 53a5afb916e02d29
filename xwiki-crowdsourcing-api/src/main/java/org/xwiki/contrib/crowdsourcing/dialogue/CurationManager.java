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

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * How contributions are curated.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface CurationManager
{
    /**
     * @param thread the page of a dialogue or a brief
     * @return what happens to what the current user contributes there
     * @throws CrowdsourcingException if the current user may not view it, or it cannot be read
     */
    Mode getMode(DocumentReference thread) throws CrowdsourcingException;

    /**
     * Tells the curators that something is wrong with a contribution. A reader does so once.
     *
     * @param contribution the page of a contribution
     * @param reasonKind the kind of reason, field {@code flagReasonKind}
     * @param text the reason in words, field {@code flagText}
     * @throws CrowdsourcingException if a field is refused, the reader did so before, the current user may not, or it
     *     cannot be saved
     */
    void flag(DocumentReference contribution, HidingReason reasonKind, String text) throws CrowdsourcingException;

    /**
     * Closes what readers tell about a contribution, which stays as it is.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if nothing is open, the current user may not, or it cannot be saved
     */
    void dismissFlags(DocumentReference contribution) throws CrowdsourcingException;

    /**
     * Says something against the hiding of an own contribution, once.
     *
     * @param contribution the page of a hidden contribution
     * @param text plain text, field {@code appeal}
     * @throws CrowdsourcingException if it is refused, the current user may not, or it cannot be saved
     */
    void appeal(DocumentReference contribution, String text) throws CrowdsourcingException;

    /**
     * Answers an appeal.
     *
     * @param contribution the page of a hidden contribution
     * @param outcome what becomes of it, field {@code appealState}
     * @param answer plain text, field {@code appealAnswer}
     * @throws CrowdsourcingException if a field is refused, it has an answer already, the current user may not, or it
     *     cannot be saved
     */
    void answerAppeal(DocumentReference contribution, AppealState outcome, String answer)
        throws CrowdsourcingException;

    /**
     * @param page the page of an initiative, a dialogue or a brief
     * @param kind what is wanted, {@code null} for all
     * @param request which page of the list
     * @return what waits there for the current user, the oldest first
     * @throws CrowdsourcingException if the current user may not curate there, or it cannot be read
     */
    Page<QueueItem> getQueue(DocumentReference page, QueueKind kind, PageRequest request)
        throws CrowdsourcingException;

    /**
     * Removes for good what somebody said, with its history and who said it; its place in the discussion stays.
     *
     * @param contribution the page of a contribution
     * @param reasonKind the kind of reason, which the moderation log tells, field {@code eraseReasonKind}
     * @throws CrowdsourcingException if it is erased already, the current user does not administrate the space, or it
     *     cannot be saved
     */
    void erase(DocumentReference contribution, HidingReason reasonKind) throws CrowdsourcingException;

    /**
     * Removes for good all that a person contributed to an initiative.
     *
     * @param initiative the page of an initiative
     * @param person the reference of the person's page, field {@code person}
     * @param reasonKind the kind of reason, field {@code eraseReasonKind}
     * @return how many contributions were erased, at most 1000 at once
     * @throws CrowdsourcingException if a field is refused, the current user does not administrate the initiative, or
     *     it cannot be saved
     */
    int eraseAll(DocumentReference initiative, DocumentReference person, HidingReason reasonKind)
        throws CrowdsourcingException;

    /**
     * @param page the page of an initiative, a dialogue or a brief
     * @return {@code true} if the current user may erase what was said there
     */
    boolean canErase(DocumentReference page);
}

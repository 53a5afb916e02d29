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
package org.xwiki.contrib.crowdsourcing.brief;

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to briefs. Whatever is returned may be seen by the current user. The comments on a brief are
 * contributions, with the page of the brief as their thread: see
 * {@link org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager}.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface BriefManager
{
    /**
     * @param reference the page of a brief
     * @return the brief, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Brief> get(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param challenge the page of a challenge
     * @return its briefs (one for each language, usually one), by name of page, at most 20
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Brief> briefsOf(DocumentReference challenge) throws CrowdsourcingException;

    /**
     * Creates the page of a brief.
     *
     * @param challenge the page of the challenge below which it is created
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    DocumentReference create(DocumentReference challenge, String title) throws CrowdsourcingException;

    /**
     * Opens a draft to the comments of the workshop.
     *
     * @param brief the page of a brief
     * @throws CrowdsourcingException if it is no draft, the current user may not, or it cannot be saved
     */
    void startWorkshop(DocumentReference brief) throws CrowdsourcingException;

    /**
     * Makes the brief a new version that nobody changes any more.
     *
     * @param brief the page of a brief
     * @throws CrowdsourcingException if it is frozen already, a required section is empty or a comment has no answer
     *     (the errors name them), the current user may not, or it cannot be saved
     */
    void freeze(DocumentReference brief) throws CrowdsourcingException;

    /**
     * Makes a frozen brief a draft of the next version.
     *
     * @param brief the page of a brief
     * @throws CrowdsourcingException if it is not frozen, the current user may not, or it cannot be saved
     */
    void newDraft(DocumentReference brief) throws CrowdsourcingException;

    /**
     * @param brief the page of a brief
     * @return what is in the way of freezing it
     * @throws CrowdsourcingException if it cannot be read
     */
    BriefReadiness getReadiness(DocumentReference brief) throws CrowdsourcingException;

    /**
     * @param brief the page of a brief
     * @return the stamp of what it says, for who is about to freeze it
     * @throws CrowdsourcingException if it cannot be read
     */
    String getStamp(DocumentReference brief) throws CrowdsourcingException;

    /**
     * @param challenge the page of a challenge
     * @return {@code true} if the current user may create a brief below it
     */
    boolean canCreate(DocumentReference challenge);

    /**
     * @param brief the page of a brief
     * @return {@code true} if the current user may change its text now
     */
    boolean canEdit(DocumentReference brief);

    /**
     * @param brief the page of a brief
     * @return {@code true} if the current user may change its state (start the workshop, freeze, make a new draft)
     */
    boolean canChangeState(DocumentReference brief);
}

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
package org.xwiki.contrib.crowdsourcing.invitation;

import java.util.Collection;
import java.util.List;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to invitations by e-mail. Each has a link of its own, that works once, until it expires, for who was
 * invited; what it says is stored nowhere, only a hash of it. Whoever may change the panel of a dialogue may invite to
 * it, and is not told any address by that.
 * <p>
 * A new invitation makes the links of the older one worthless. A reminder has a link of its own, and the one of the
 * invitation goes on working until one of them is used.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface InvitationManager
{
    /** For how many days a link works, unless something else is said. */
    int DAYS = 14;

    /** For how many days a link works at most. */
    int MOST_DAYS = 90;

    /** How many are invited at once, at most. */
    int MOST = 500;

    /**
     * @param dialogue the page of a dialogue
     * @return the engagements of the dialogue with their invitations, by name
     * @throws CrowdsourcingException if the current user may not change its panel, or they cannot be read
     */
    List<Invitation> list(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * @param engagement the page of an engagement
     * @param days for how many days the link would work, field {@code days}
     * @return the e-mail that the expert would get, with a link that does not work
     * @throws CrowdsourcingException if a field is refused, the current user may not, or it cannot be read
     */
    InvitationMessage preview(DocumentReference engagement, int days) throws CrowdsourcingException;

    /**
     * Invites experts who are proposed, screened or invited, each with an e-mail of their own. It is sent soon after;
     * what becomes of it is known from {@link #list}. Who cannot be invited, having no address or having answered, is
     * left out.
     *
     * @param engagements the pages of engagements, of any dialogues, field {@code engagement}
     * @param days for how many days the links work, field {@code days}
     * @return the engagements whose experts are invited
     * @throws CrowdsourcingException if a field is refused, nobody of them can be invited, no mail server is
     *     configured, the current user may not, or it cannot be saved
     */
    List<DocumentReference> invite(Collection<DocumentReference> engagements, int days) throws CrowdsourcingException;

    /**
     * Reminds experts who are invited and have not answered. They can answer as long as before.
     *
     * @param engagements the pages of engagements, of any dialogues, field {@code engagement}
     * @return the engagements whose experts are reminded
     * @throws CrowdsourcingException if nobody of them can be reminded, no mail server is configured, the current user
     *     may not, or it cannot be saved
     */
    List<DocumentReference> remind(Collection<DocumentReference> engagements) throws CrowdsourcingException;

    /**
     * Looks at an invitation. That changes nothing: programs that check e-mails open links, too.
     *
     * @param link what the link says
     * @return the invitation, or why the link is good for nothing
     * @throws CrowdsourcingException if it cannot be read
     */
    OpenedInvitation open(String link) throws CrowdsourcingException;

    /**
     * Answers an invitation, which can be done once.
     *
     * @param link what the link says
     * @param reply the answer, fields {@code reason}, {@code userName}, {@code password}, {@code repeated}
     *     and those of the agreements
     * @throws CrowdsourcingException if a field is refused, the link is good for nothing any more, or it cannot be
     *     saved
     */
    void answer(String link, Reply reply) throws CrowdsourcingException;
}

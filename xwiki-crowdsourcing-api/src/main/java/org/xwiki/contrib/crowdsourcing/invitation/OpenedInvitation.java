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

import java.time.Instant;
import java.time.ZoneId;

import org.xwiki.contrib.crowdsourcing.agreement.Agreements;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.model.reference.DocumentReference;

/**
 * What whoever has a link sees of the invitation. Of a link that is good for nothing there is its state, nothing else.
 *
 * @param state what the link is good for
 * @param letter the invitation, {@code null} unless it is open or answered
 * @version $Id$
 * @since 1.0
 */
public record OpenedInvitation(LinkState state, Letter letter)
{
    /**
     * An invitation, as who was invited sees it, whatever else that person may see of the wiki.
     *
     * @param engagement the page of the engagement
     * @param name the name of the expert, plain text
     * @param sender the name of who invites, plain text
     * @param dialogue the dialogue
     * @param initiative the initiative, or {@code null}
     * @param question the question of the challenge, plain text
     * @param zone the time zone of the expert, or {@code null}
     * @param expiresOn until when it can be answered
     * @param account what becomes of the account of who accepts
     * @param userName the name that is proposed for an account
     * @param agreements what is asked to be signed
     * @param answer what was answered, {@code null} if nothing yet
     * @param waiting the place on the waiting list, 0 for who is not on it
     * @version $Id$
     * @since 1.0
     */
    public record Letter(DocumentReference engagement, String name, String sender, Dialogue dialogue,
        Initiative initiative, String question, ZoneId zone, Instant expiresOn, AccountNeed account, String userName,
        Agreements agreements, EngagementState answer, int waiting)
    {
    }
}

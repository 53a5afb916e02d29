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

import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * Where the invitation of an expert to a dialogue stands.
 *
 * @param engagement the page of the engagement
 * @param expert the page of the profile
 * @param name the name of the expert, plain text, empty if the profile may not be seen
 * @param state where the engagement stands
 * @param reachable whether an e-mail address is known
 * @param delivery what became of the last e-mail, {@code null} if none was sent
 * @param sentOn when the invitation was sent, or {@code null}
 * @param remindedOn when a reminder was sent, or {@code null}
 * @param expiresOn until when it can be answered, or {@code null}
 * @param answer what was answered through the link, or {@code null}
 * @param reason why the expert declined, plain text
 * @version $Id$
 * @since 1.0
 */
public record Invitation(DocumentReference engagement, DocumentReference expert, String name, EngagementState state,
    boolean reachable, Delivery delivery, Instant sentOn, Instant remindedOn, Instant expiresOn,
    EngagementState answer, String reason)
{
    /**
     * @return {@code true} if an invitation may be sent
     */
    public boolean isOpen()
    {
        return this.state == EngagementState.PROPOSED || this.state == EngagementState.SCREENED
            || this.state == EngagementState.INVITED;
    }

    /**
     * @return {@code true} if it was not answered in time
     */
    public boolean isExpired()
    {
        return this.expiresOn != null && this.answer == null && !this.expiresOn.isAfter(Instant.now());
    }
}

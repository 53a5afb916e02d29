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
package org.xwiki.contrib.crowdsourcing.expert;

import java.time.LocalDate;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.model.reference.DocumentReference;

/**
 * The engagement of one expert in one dialogue.
 *
 * @param reference the page
 * @param expert the page of the expert's profile
 * @param expertName the name of the expert, plain text, empty if the profile is gone or may not be seen
 * @param routes how the expert came to the dialogue
 * @param referredBy who recommended the expert, plain text
 * @param state where it stands, never {@code null}
 * @param conflict the declaration of conflicts of interest, plain text; empty for those who may not edit it
 * @param nda the non-disclosure agreement that the expert accepted, or {@code null}
 * @param licence the licence that the expert accepted, or {@code null}
 * @param waiting the place on the waiting list of who accepted when all seats were taken, from 1; 0 for others
 * @param missing what the expert has to sign before the engagement is confirmed
 * @version $Id$
 * @since 1.0
 */
public record Engagement(DocumentReference reference, DocumentReference expert, String expertName,
    List<EngagementRoute> routes, String referredBy, EngagementState state, String conflict, Acceptance nda,
    Acceptance licence, int waiting, List<AgreementKind> missing)
{
    /**
     * @param reference the page
     * @param expert the page of the expert's profile
     * @param expertName the name of the expert, plain text
     * @param routes how the expert came to the dialogue
     * @param referredBy who recommended the expert, plain text
     * @param state where it stands
     * @param conflict the declaration of conflicts of interest, plain text
     * @param nda the non-disclosure agreement that the expert accepted, or {@code null}
     * @param licence the licence that the expert accepted, or {@code null}
     * @param waiting the place on the waiting list, 0 for who is not on it
     * @param missing what the expert has to sign before the engagement is confirmed
     */
    public Engagement
    {
        routes = List.copyOf(routes);
        missing = List.copyOf(missing);
    }

    /**
     * @return {@code true} if the expert accepted or took part, and is not confirmed because something is not signed
     */
    public boolean isUnsigned()
    {
        boolean concerned = this.state == EngagementState.ACCEPTED || this.state == EngagementState.ATTENDED
            || this.state == EngagementState.INTERVIEWED;
        return concerned && !this.missing.isEmpty();
    }

    /**
     * A text that an expert accepted.
     *
     * @param version the version of the text
     * @param on the day, or {@code null}
     * @version $Id$
 * @since 1.0
     */
    public record Acceptance(String version, LocalDate on)
    {
    }
}

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

import java.util.List;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * How curators learn that a discussion may be taken over, and what they do about it. Support in question does not count
 * until they have looked into it.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface AlertManager
{
    /**
     * Looks into the discussions once more, so that nothing is missed that several machines have seen a part of.
     *
     * @param page the page of an initiative, a dialogue or a brief
     * @return the open alerts of its discussions, the oldest first, at most 100
     * @throws CrowdsourcingException if the current user may not curate there, or they cannot be read
     */
    List<Alert> getOpen(DocumentReference page) throws CrowdsourcingException;

    /**
     * Says what becomes of an alert.
     *
     * @param alert the page of the alert
     * @param outcome whether the support in question counts; for other alerts, that nothing more is to be done
     * @param reasonKind the kind of reason, which the moderation log tells, field {@code reasonKind}
     * @param reason the reason in words, for curators, field {@code reason}
     * @throws CrowdsourcingException if a field is refused, another curator was faster, more has happened than was
     *     seen, the current user may not, or it cannot be saved
     */
    void review(DocumentReference alert, AlertState outcome, AlertReason reasonKind, String reason)
        throws CrowdsourcingException;
}

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
package org.xwiki.contrib.crowdsourcing.register;

import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * Says in public how far an initiative keeps what it promised: an answer to every idea within so many calendar days.
 * It counts the ideas that everybody sees who sees their dialogue.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface CommitmentManager
{
    /**
     * @param page the page of an initiative, a challenge or a dialogue
     * @return how far what was promised is kept in its dialogues that the current user may view
     * @throws CrowdsourcingException if the current user may not view the page, or it cannot be read
     */
    Commitments get(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param page the page of an initiative, a challenge or a dialogue
     * @param request which page of the list
     * @return the ideas of its dialogues that wait for an answer longer than promised, those first that wait longest
     * @throws CrowdsourcingException if the current user may not view the page, or it cannot be read
     */
    Page<OverdueIdea> getOverdue(DocumentReference page, PageRequest request) throws CrowdsourcingException;

    /**
     * @param thread the page of a dialogue or a brief
     * @return the clock of its ideas, empty if nothing was promised or it is no dialogue
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<ResponseClock> getClock(DocumentReference thread) throws CrowdsourcingException;
}

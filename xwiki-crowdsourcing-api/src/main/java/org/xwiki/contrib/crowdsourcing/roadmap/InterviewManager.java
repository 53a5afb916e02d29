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
package org.xwiki.contrib.crowdsourcing.roadmap;

import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to the interview notes of a recommendation, which are for those who may edit it, and for nobody else.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface InterviewManager
{
    /**
     * @param recommendation the page of a recommendation
     * @return the notes, empty if the current user may not read them
     * @throws CrowdsourcingException if they cannot be read
     */
    Optional<InterviewNotes> get(DocumentReference recommendation) throws CrowdsourcingException;

    /**
     * @param recommendation the page of a recommendation
     * @param text the notes, wiki text, field {@code interviewNotes}
     * @throws CrowdsourcingException if the text is refused, somebody else has changed it meanwhile, the current user
     *     may not, or it cannot be saved
     */
    void save(DocumentReference recommendation, String text) throws CrowdsourcingException;
}

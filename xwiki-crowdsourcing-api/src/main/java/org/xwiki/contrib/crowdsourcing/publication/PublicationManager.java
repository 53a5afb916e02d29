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
package org.xwiki.contrib.crowdsourcing.publication;

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to the reviews and the published versions of a roadmap. Publishing and withdrawing themselves are done
 * by {@link org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager}.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface PublicationManager
{
    /**
     * @param roadmap the page of a roadmap
     * @return how far it is, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Publication> get(DocumentReference roadmap) throws CrowdsourcingException;

    /**
     * @param page the page of a version
     * @return the version, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<RoadmapVersion> getVersion(DocumentReference page) throws CrowdsourcingException;

    /**
     * Asks reviewers about the next version of a draft, or others once more.
     *
     * @param roadmap the page of a roadmap
     * @param reviewers the users as they were typed, field {@code reviewers}
     * @throws CrowdsourcingException if there is none, one of them is no user or may not read the roadmap, the current
     *     user may not, or it cannot be saved
     */
    void startReview(DocumentReference roadmap, List<String> reviewers) throws CrowdsourcingException;

    /**
     * Answers as the current user, who was asked.
     *
     * @param roadmap the page of a roadmap in review
     * @param answer the answer, field {@code answer}
     * @param text what is said about it, field {@code text}; needed for an objection
     * @throws CrowdsourcingException if something is missing, nobody asked the current user, or it cannot be saved
     */
    void answer(DocumentReference roadmap, ReviewAnswer answer, String text) throws CrowdsourcingException;

    /**
     * Makes what is in review, published or withdrawn a draft again. Answers and published versions stay.
     *
     * @param roadmap the page of a roadmap
     * @throws CrowdsourcingException if it is a draft already, the current user may not, or it cannot be saved
     */
    void newDraft(DocumentReference roadmap) throws CrowdsourcingException;

    /**
     * @param publication how far a roadmap is
     * @return {@code true} if the current user was asked to review it and can answer now
     */
    boolean canAnswer(Publication publication);
}

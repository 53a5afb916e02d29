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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to roadmaps and their recommendations. Whatever is returned may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface RoadmapManager
{
    /**
     * @param reference the page of a roadmap
     * @return the roadmap, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Roadmap> get(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param page any page
     * @return the roadmap that the page belongs to: the page itself or its nearest ancestor, empty if there is none
     *     that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Roadmap> roadmapOf(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param initiative the page of an initiative
     * @return its roadmaps, by name of page, at most 20
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Roadmap> roadmapsOf(DocumentReference initiative) throws CrowdsourcingException;

    /**
     * @param roadmap the page of a roadmap
     * @param request which page of the list
     * @return its recommendations with their steps, by priority, then by title; those without a priority last
     * @throws CrowdsourcingException if they cannot be read
     */
    Page<Recommendation> getRecommendations(DocumentReference roadmap, PageRequest request)
        throws CrowdsourcingException;

    /**
     * @param reference the page of a recommendation
     * @return the recommendation, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Recommendation> getRecommendation(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param contributions the pages of contributions, at most 200 of them are looked at
     * @return for each contribution that is used, the recommendations that use it
     * @throws CrowdsourcingException if they cannot be read
     */
    Map<DocumentReference, List<Usage>> usedIn(Collection<DocumentReference> contributions)
        throws CrowdsourcingException;

    /**
     * @param contribution the page of a contribution
     * @return the recommendations of the same initiative that the current user may add the contribution to, at most 100
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Usage> getQuoteTargets(DocumentReference contribution) throws CrowdsourcingException;

    /**
     * Creates the page of a roadmap.
     *
     * @param initiative the page of the initiative below which it is created
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    DocumentReference create(DocumentReference initiative, String title) throws CrowdsourcingException;

    /**
     * Creates the page of a recommendation.
     *
     * @param roadmap the page of the roadmap below which it is created
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    DocumentReference createRecommendation(DocumentReference roadmap, String title) throws CrowdsourcingException;

    /**
     * Makes a contribution a source of a recommendation.
     *
     * @param recommendation the page of a recommendation, field {@code recommendation}
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if either is not there, the contribution is hidden, the current user may not, or
     *     it cannot be saved
     */
    void quote(DocumentReference recommendation, DocumentReference contribution) throws CrowdsourcingException;

    /**
     * Takes a contribution from the sources of a recommendation.
     *
     * @param recommendation the page of a recommendation
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if the recommendation still quotes it in its text or is published and would have
     *     no source any more, the current user may not, or it cannot be saved
     */
    void unquote(DocumentReference recommendation, DocumentReference contribution) throws CrowdsourcingException;

    /**
     * Says what became of a recommendation.
     *
     * @param recommendation the page of a recommendation
     * @param followUp what became of it, field {@code followup}
     * @param reason why, plain text, field {@code followupReason}; needed when it is stalled or abandoned
     * @throws CrowdsourcingException if the reason is missing, the current user may not, or it cannot be saved
     */
    void setFollowUp(DocumentReference recommendation, FollowUp followUp, String reason)
        throws CrowdsourcingException;

    /**
     * Publishes a roadmap with its recommendations, to which no reviewer objects.
     *
     * @param roadmap the page of a roadmap
     * @throws CrowdsourcingException if something is in the way (see {@link #getPublicationObstacles}), the current user
     *     may not, or it cannot be saved
     */
    default void publish(DocumentReference roadmap) throws CrowdsourcingException
    {
        publish(roadmap, "");
    }

    /**
     * Publishes a roadmap with its recommendations. What is published is kept on a page of its own that never changes.
     *
     * @param roadmap the page of a roadmap
     * @param reason why it is published although a reviewer objects or has not answered, plain text, field
     *     {@code reason}; only the owner may do so (see {@link #canOverrule})
     * @throws CrowdsourcingException if something is in the way (see {@link #getPublicationObstacles}), the current user
     *     may not, or it cannot be saved
     */
    void publish(DocumentReference roadmap, String reason) throws CrowdsourcingException;

    /**
     * Withdraws a published roadmap. It stays where it is, and says that it was withdrawn and why.
     *
     * @param roadmap the page of a roadmap
     * @param reason why, plain text, field {@code reason}
     * @throws CrowdsourcingException if there is no reason, it is not published, the current user may not, or it cannot
     *     be saved
     */
    void withdraw(DocumentReference roadmap, String reason) throws CrowdsourcingException;

    /**
     * @param roadmap the page of a roadmap
     * @return what is in the way of publishing it: no recommendation, or one without a source (named)
     * @throws CrowdsourcingException if it cannot be read
     */
    List<FieldError> getPublicationObstacles(DocumentReference roadmap) throws CrowdsourcingException;

    /**
     * @param initiative the page of an initiative
     * @return {@code true} if the current user may create a roadmap below it
     */
    boolean canCreate(DocumentReference initiative);

    /**
     * @param roadmap the page of a roadmap
     * @return {@code true} if the current user may create a recommendation below it
     */
    boolean canCreateRecommendation(DocumentReference roadmap);

    /**
     * @param reference the page of a roadmap or a recommendation
     * @return {@code true} if the current user may change it, quote in it and say what became of it
     */
    boolean canEdit(DocumentReference reference);

    /**
     * @param roadmap the page of a roadmap
     * @return {@code true} if the current user may publish and withdraw it
     */
    boolean canPublish(DocumentReference roadmap);

    /**
     * @param roadmap the page of a roadmap
     * @return {@code true} if the current user may publish it over the objections of reviewers: the owner of the
     *     initiative, and who administrates the roadmap
     * @throws CrowdsourcingException if it cannot be read
     */
    boolean canOverrule(DocumentReference roadmap) throws CrowdsourcingException;
}

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

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * The only way to experts, their areas and their engagements in dialogues. Whatever is returned may be seen by the
 * current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ExpertManager
{
    /**
     * @param query which experts
     * @return the experts that agreed to be listed
     * @throws CrowdsourcingException if they cannot be read
     */
    Page<Expert> search(ExpertQuery query) throws CrowdsourcingException;

    /**
     * @param reference the page of a profile
     * @return the expert, empty if there is none that the current user may see; a profile whose expert did not agree to
     *     be listed is seen by those who may change it
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Expert> get(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @return the countries that listed experts live in, as two capital letters, in the order of the letters
     * @throws CrowdsourcingException if they cannot be read
     */
    List<String> getCountries() throws CrowdsourcingException;

    /**
     * @return the areas of expertise with their topics, a tree in preorder, each level by title; at most 500
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Area> getAreas() throws CrowdsourcingException;

    /**
     * Creates the page of an expert's profile.
     *
     * @param parent the page or space below which it is created
     * @param name the name, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the name is refused, the current user may not, or it cannot be saved
     */
    DocumentReference create(EntityReference parent, String name) throws CrowdsourcingException;

    /**
     * Creates the page of an area of expertise.
     *
     * @param parent the page or space below which it is created: an area for a topic of it
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    DocumentReference createArea(EntityReference parent, String title) throws CrowdsourcingException;

    /**
     * @param dialogue the page of a dialogue
     * @param request which page of the list
     * @return the engagements of experts in the dialogue: all of them for those who may change its panel, otherwise of
     *     those who accepted, attended or were interviewed and signed what the initiative asks
     * @throws CrowdsourcingException if they cannot be read
     */
    Page<Engagement> getEngagements(DocumentReference dialogue, PageRequest request) throws CrowdsourcingException;

    /**
     * @param engagement the page of an engagement
     * @return the engagement, empty if there is none or the current user may not view its page, which is for its expert
     *     and those who may change the panel
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Engagement> getEngagement(DocumentReference engagement) throws CrowdsourcingException;

    /**
     * Puts an expert on the panel of a dialogue, or adds a route to the engagement that is there.
     *
     * @param dialogue the page of a dialogue
     * @param expert the page of a profile, field {@code expert}
     * @param route how the expert came, field {@code route}
     * @param referredBy who recommended the expert, plain text, field {@code referredBy}; needed for a referral
     * @return the page of the engagement
     * @throws CrowdsourcingException if a field is refused, the current user may not, or it cannot be saved
     */
    DocumentReference engage(DocumentReference dialogue, DocumentReference expert, EngagementRoute route,
        String referredBy) throws CrowdsourcingException;

    /**
     * Changes the state of an engagement. Who accepts when all seats are taken is on the waiting list, in the order of
     * acceptance, and gets the seat of who leaves. Who accepted and has not signed what the initiative asks keeps the
     * seat, but is not on the panel yet.
     *
     * @param engagement the page of an engagement
     * @param state the new state, field {@code state}
     * @throws CrowdsourcingException if there is no seat left, the current user may not, or it cannot be saved
     */
    void setEngagementState(DocumentReference engagement, EngagementState state) throws CrowdsourcingException;

    /**
     * @param parent the page or space below which a profile or an area would be created
     * @return {@code true} if the current user may create one there
     */
    boolean canCreate(EntityReference parent);

    /**
     * @param reference the page of a profile or an area
     * @return {@code true} if the current user may change it
     */
    boolean canEdit(DocumentReference reference);

    /**
     * @param dialogue the page of a dialogue
     * @return {@code true} if the current user may change its panel
     */
    boolean canEngage(DocumentReference dialogue);
}

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
package org.xwiki.contrib.crowdsourcing.initiative;

import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * The only way to initiatives. Whatever is returned may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface InitiativeManager
{
    /**
     * @param request which page of the list
     * @return the initiatives of the wiki, by title
     * @throws CrowdsourcingException if they cannot be read
     */
    Page<Initiative> list(PageRequest request) throws CrowdsourcingException;

    /**
     * @param reference the page of an initiative
     * @return the initiative, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Initiative> get(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param page any page
     * @return the initiative that the page belongs to: the page itself or its nearest ancestor, empty if there is none
     *     that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Initiative> initiativeOf(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param initiative the page of an initiative
     * @return how far it has come
     * @throws CrowdsourcingException if it cannot be read
     */
    InitiativeProgress getProgress(DocumentReference initiative) throws CrowdsourcingException;

    /**
     * Creates the page of an initiative.
     *
     * @param parent the page or space below which it is created
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    DocumentReference create(EntityReference parent, String title) throws CrowdsourcingException;

    /**
     * Makes a phase the current one.
     *
     * @param initiative the page of an initiative
     * @param phase the phase
     * @throws CrowdsourcingException if the current user may not, or it cannot be saved
     */
    void setPhase(DocumentReference initiative, InitiativePhase phase) throws CrowdsourcingException;

    /**
     * @param parent the page or space below which an initiative would be created
     * @return {@code true} if the current user may create one there
     */
    boolean canCreate(EntityReference parent);

    /**
     * @param initiative the page of an initiative
     * @return {@code true} if the current user may change it
     */
    boolean canEdit(DocumentReference initiative);
}

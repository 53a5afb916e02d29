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
package org.xwiki.contrib.crowdsourcing.call;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * What curators do about those who applied to an open call or were nominated.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ScreeningManager
{
    /**
     * Which of those who applied or were nominated.
     *
     * @param state what was done about them, {@code null} for all
     * @param kind how they came, {@code null} for all
     * @param request which page of the list
     * @version $Id$
     * @since 1.0
     */
    record Query(ApplicationState state, ApplicationKind kind, PageRequest request)
    {
    }

    /**
     * @param call the page of a call
     * @return {@code true} if the current user may edit its initiative; of what came, only owners and curators see
     *     anything
     */
    boolean canScreen(DocumentReference call);

    /**
     * @param call the page of a call
     * @param query which
     * @return those that the current user may see, the latest first
     * @throws CrowdsourcingException if the current user may not, or they cannot be read
     */
    Page<Application> list(DocumentReference call, Query query) throws CrowdsourcingException;

    /**
     * @param application the page of an application or a nomination
     * @return what came, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Application> get(DocumentReference application) throws CrowdsourcingException;

    /**
     * Takes somebody over: the person is found in the directory by the e-mail address, or gets a profile, and is
     * proposed for the dialogues. What the profile says already stays as it is.
     *
     * @param application the page of an application or a nomination
     * @param directory the page of the directory
     * @param sessions the dialogues, {@code null} for those that were asked for; field {@code sessions}
     * @param referredBy what is told of who nominated, plain text, field {@code referredBy}
     * @return the profile
     * @throws CrowdsourcingException if a field is refused, it was decided already, the current user may not, or it
     *     cannot be saved
     */
    DocumentReference takeOver(DocumentReference application, DocumentReference directory,
        Collection<DocumentReference> sessions, String referredBy) throws CrowdsourcingException;

    /**
     * @param application the page of an application or a nomination
     * @param reason why, plain text, field {@code reason}
     * @throws CrowdsourcingException if there is no reason, it was decided already, the current user may not, or it
     *     cannot be saved
     */
    void decline(DocumentReference application, String reason) throws CrowdsourcingException;

    /**
     * Takes it back that somebody was declined.
     *
     * @param application the page of an application or a nomination
     * @throws CrowdsourcingException if it was not declined, the current user may not, or it cannot be saved
     */
    void reopen(DocumentReference application) throws CrowdsourcingException;

    /**
     * @param directory the page of a directory of experts
     * @return those who were declined longer ago than the settings of the directory let personal data be kept, of those
     *     that the current user may see and remove; none for who is no curator of the directory
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Application> getExpired(DocumentReference directory) throws CrowdsourcingException;

    /**
     * Removes what came for good, from the history of the wiki too.
     *
     * @param application the page of an application or a nomination
     * @throws CrowdsourcingException if nothing was decided yet, the current user may not, or it cannot be removed
     */
    void erase(DocumentReference application) throws CrowdsourcingException;
}

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
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * What experts do with their own profiles, and what curators do so that nobody's data is kept longer than wanted.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ProfileManager
{
    /**
     * A profile whose contact data was kept long enough.
     *
     * @param profile the page of the profile
     * @param name the name of the expert
     * @param last the day of the last engagement or consent, {@code null} if none is known
     */
    record Expired(DocumentReference profile, String name, LocalDate last)
    {
    }

    /**
     * @return the profile of the current user, empty if there is none
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<DocumentReference> getOwn() throws CrowdsourcingException;

    /**
     * @param profile the page of a profile
     * @return {@code true} if it is that of the current user
     * @throws CrowdsourcingException if that cannot be found out
     */
    boolean isOwn(DocumentReference profile) throws CrowdsourcingException;

    /**
     * @param profile the page of a profile
     * @return what its expert says in it
     * @throws CrowdsourcingException if it is not the own one, or it cannot be read
     */
    ProfileInput getInput(DocumentReference profile) throws CrowdsourcingException;

    /**
     * @param profile the page of a profile
     * @return a stamp of all that is stored on it, so that who saves learns of what somebody else changed meanwhile
     * @throws CrowdsourcingException if it cannot be read
     */
    String getStamp(DocumentReference profile) throws CrowdsourcingException;

    /**
     * Changes what the expert says in the own profile, which needs no right to edit the page.
     *
     * @param profile the page of a profile
     * @param input what the expert says now; its fields are named as its properties
     * @throws CrowdsourcingException if it is not the own one, a field is refused, somebody else has changed it
     *     meanwhile, or it cannot be saved
     */
    void save(DocumentReference profile, ProfileInput input) throws CrowdsourcingException;

    /**
     * @param profile the page of a profile
     * @return what its expert is asked to agree to now
     * @throws CrowdsourcingException if it cannot be read
     */
    ConsentText getConsentText(DocumentReference profile) throws CrowdsourcingException;

    /**
     * The current user agrees to be listed with the own profile; the day and the version of the text are kept.
     *
     * @param profile the page of a profile
     * @throws CrowdsourcingException if it is not the own one, or it cannot be saved
     */
    void agree(DocumentReference profile) throws CrowdsourcingException;

    /**
     * Takes the consent back: the profile is listed nowhere any more and contact data is removed for good. The page
     * stays; its history says what was done.
     *
     * @param profile the page of a profile
     * @throws CrowdsourcingException if the current user is neither the expert nor a curator, or it cannot be saved
     */
    void withdraw(DocumentReference profile) throws CrowdsourcingException;

    /**
     * @param profile the page of a profile
     * @return everything that is stored about the expert, for the expert in person and curators
     * @throws CrowdsourcingException if the current user may not, or it cannot be read
     */
    Map<String, Object> getData(DocumentReference profile) throws CrowdsourcingException;

    /**
     * @param directory the page of a directory
     * @return the profiles with contact data whose last engagement or consent is longer ago than the settings of the
     *     directory say, for curators, otherwise none
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Expired> getExpired(DocumentReference directory) throws CrowdsourcingException;

    /**
     * @param directory the page of a directory
     * @param query which experts, in which order; its page is not looked at
     * @param contact whether contact data is wanted
     * @return the experts as a file of comma-separated values
     * @throws CrowdsourcingException if contact data is wanted by somebody who is no curator, or it cannot be read
     */
    String getFile(DocumentReference directory, ExpertQuery query, boolean contact) throws CrowdsourcingException;
}

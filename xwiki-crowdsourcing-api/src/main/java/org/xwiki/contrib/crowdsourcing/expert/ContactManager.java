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

import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to the private contact data of experts. It is stored on a page of its own beside the profile, whose
 * rights are those of the wiki: the curators of the directory and the expert in person, nobody else, may use it.
 * <p>
 * The curators of a directory are the groups that its settings name: those of the initiatives that share it. The
 * settings are the page {@code DirectorySettings} of the nearest space above the profile that has one; only who
 * administrates that space may change it. A directory without settings is curated by those who administrate it. The
 * expert in person is the user whom the profile names.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ContactManager
{
    /**
     * @param profile the page of a profile
     * @return {@code true} if the current user is a curator of its directory or the expert in person
     * @throws CrowdsourcingException if that cannot be found out
     */
    boolean canView(DocumentReference profile) throws CrowdsourcingException;

    /**
     * @param page the page of a profile or a directory
     * @return {@code true} if the current user is a curator of the directory
     * @throws CrowdsourcingException if that cannot be found out
     */
    boolean isCurator(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param profile the page of a profile
     * @return the contact data of the expert, empty if there is none or the current user may not know
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Contact> get(DocumentReference profile) throws CrowdsourcingException;

    /**
     * Finds an expert by e-mail address, as only a curator may.
     *
     * @param directory the page of a directory
     * @param email an e-mail address, in letters of any case
     * @return the page of the profile below that directory, empty if there is none that the current user may see
     * @throws CrowdsourcingException if the current user is no curator, or it cannot be read
     */
    Optional<DocumentReference> find(DocumentReference directory, String email) throws CrowdsourcingException;

    /**
     * Stores contact data. Notes are the curators': those of others are left as they are.
     *
     * @param profile the page of a profile
     * @param contact the contact data, fields {@code email}, {@code phone} and {@code notes}
     * @throws CrowdsourcingException if a field is refused, another expert has the address, the current user may not,
     *     or it cannot be saved
     */
    void save(DocumentReference profile, Contact contact) throws CrowdsourcingException;

    /**
     * Removes contact data for good, from the history of the wiki too.
     *
     * @param profile the page of a profile
     * @throws CrowdsourcingException if the current user may not, or it cannot be removed
     */
    void remove(DocumentReference profile) throws CrowdsourcingException;

    /**
     * @param directory the page of a directory
     * @return its settings, those that are proposed if it has none; empty if the current user may not change them
     * @throws CrowdsourcingException if they cannot be read
     */
    Optional<DirectorySettings> getSettings(DocumentReference directory) throws CrowdsourcingException;

    /**
     * Changes the settings of a directory. The rights of its contact data are renewed soon after.
     *
     * @param directory the page of a directory
     * @param settings the settings, fields {@code curators}, {@code retention} and {@code terms}
     * @throws CrowdsourcingException if a field is refused, the current user may not, or they cannot be saved
     */
    void saveSettings(DocumentReference directory, DirectorySettings settings) throws CrowdsourcingException;
}

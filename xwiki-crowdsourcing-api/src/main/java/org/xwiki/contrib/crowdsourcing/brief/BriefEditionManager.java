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
package org.xwiki.contrib.crowdsourcing.brief;

import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to the versions and the translations of briefs. Whatever is returned may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface BriefEditionManager
{
    /**
     * @param page the page of a brief, of a version or of a translation
     * @return its versions and languages
     * @throws CrowdsourcingException if there is no such page that the current user may see, or it cannot be read
     */
    BriefEditions getEditions(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param brief the page of a brief
     * @param number the number of a frozen version, 0 for the text as it reads now
     * @return what it says, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Brief> getText(DocumentReference brief, int number) throws CrowdsourcingException;

    /**
     * @param brief a brief
     * @return its last frozen version, the brief itself if there is none that can be read
     * @throws CrowdsourcingException if it cannot be read
     */
    Brief getFrozen(Brief brief) throws CrowdsourcingException;

    /**
     * Creates the page of a translation, with the text of the last frozen version to be translated.
     *
     * @param brief the page of a brief
     * @param language the tag of the language, field {@code language}
     * @param title the title in that language, field {@code title}
     * @return the page
     * @throws CrowdsourcingException if a field is refused, nothing is frozen yet, there is such a translation, the
     *     current user may not, or it cannot be saved
     */
    DocumentReference translate(DocumentReference brief, String language, String title) throws CrowdsourcingException;

    /**
     * Says that a translation follows the last frozen version.
     *
     * @param translation the page of a translation
     * @throws CrowdsourcingException if it is frozen, the current user may not, or it cannot be saved
     */
    void bringUpToDate(DocumentReference translation) throws CrowdsourcingException;

    /**
     * @param brief the page of a brief
     * @return {@code true} if the current user may create translations of it
     */
    boolean canTranslate(DocumentReference brief);
}

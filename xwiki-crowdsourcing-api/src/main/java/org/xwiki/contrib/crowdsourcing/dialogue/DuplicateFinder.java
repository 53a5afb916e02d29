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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.util.List;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds published contributions of a thread that the current user sees and that may say the same, by the words that
 * they have in common: the stems of English, Spanish, Portuguese and French. It looks at the newest 5,000.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface DuplicateFinder
{
    /**
     * @param thread the page of a dialogue or a brief
     * @param text what somebody is about to contribute
     * @return what may say the same, the most alike first, at most five
     * @throws CrowdsourcingException if there is no such thread that the current user may see, or it cannot be read
     */
    List<Likely> find(DocumentReference thread, String text) throws CrowdsourcingException;

    /**
     * @param contribution the page of a contribution
     * @return what may say the same, the most alike first, at most five
     * @throws CrowdsourcingException if there is no such contribution that the current user may see, or it cannot be
     *     read
     */
    List<Likely> find(DocumentReference contribution) throws CrowdsourcingException;
}

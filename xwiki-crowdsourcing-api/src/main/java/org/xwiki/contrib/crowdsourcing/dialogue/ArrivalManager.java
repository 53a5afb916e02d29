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

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * What arrived in a thread lately, for those who look on while it is running and for those who come back. Made to be
 * asked often: what it looks at is kept in memory.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ArrivalManager
{
    /**
     * @param thread the page of a dialogue or a brief
     * @return the moment of the latest contribution that everyone may see who may see the thread, as a text that sorts
     *     like the moments do; empty if there is none
     * @throws CrowdsourcingException if there is no such thread that the current user may see, or it cannot be read
     */
    String getLatest(DocumentReference thread) throws CrowdsourcingException;

    /**
     * @param thread the page of a dialogue or a brief
     * @return a short text that changes whenever something arrives in the thread or disappears from it
     * @throws CrowdsourcingException if there is no such thread that the current user may see, or it cannot be read
     */
    String getTag(DocumentReference thread) throws CrowdsourcingException;

    /**
     * @param thread the page of a dialogue or a brief
     * @param since a moment as {@link #getLatest(DocumentReference)} gives it
     * @return how many contributions of others that the current user may see arrived after it; 0 if it is no moment
     * @throws CrowdsourcingException if there is no such thread that the current user may see, or it cannot be read
     */
    Count count(DocumentReference thread, String since) throws CrowdsourcingException;
}

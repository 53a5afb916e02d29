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
package org.xwiki.contrib.crowdsourcing.register;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.model.reference.DocumentReference;

/**
 * The register of the ideas that were not taken, or only in part, with who decided and why. It is for everybody who may
 * view them; it grows with the decisions and is not edited.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface RegisterManager
{
    /** How many entries a file has at most. */
    int MOST = 5000;

    /**
     * @param page the page of an initiative, a challenge or a dialogue
     * @param query which entries
     * @return those of its dialogues that the current user may view: what most people back first, then the oldest. What
     *     was hidden or erased later stays in its place, without its text
     * @throws CrowdsourcingException if the current user may not view the page, or it cannot be read
     */
    Page<RegisterEntry> list(DocumentReference page, RegisterQuery query) throws CrowdsourcingException;

    /**
     * @param page the page of an initiative, a challenge or a dialogue
     * @param query which entries; all pages of the list, at most {@value #MOST} entries
     * @return the same as a file of comma-separated values
     * @throws CrowdsourcingException if the current user may not view the page, or it cannot be read
     */
    String getFile(DocumentReference page, RegisterQuery query) throws CrowdsourcingException;

    /**
     * @param page any page of an initiative
     * @return from how many supporters on an idea is closed only with somebody who answers for it, a kind of reason and
     *     a reason in words
     * @throws CrowdsourcingException if it cannot be read
     */
    int getThreshold(DocumentReference page) throws CrowdsourcingException;
}

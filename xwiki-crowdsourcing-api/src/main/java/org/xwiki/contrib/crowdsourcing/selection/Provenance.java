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
package org.xwiki.contrib.crowdsourcing.selection;

import java.util.Collection;
import java.util.Map;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * What comes from where, and what was used where. Whatever is returned may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface Provenance
{
    /** How many citations of one thing are looked at. */
    int MOST = 2000;

    /**
     * @param sources the pages that something cites, in any number; as many statements for one as for 200
     * @return where each of them comes from, in their order
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, Origin> getOrigins(Collection<DocumentReference> sources) throws CrowdsourcingException;

    /**
     * @param thing the page of a contribution, an expert, a brief, a version of a brief, or a dialogue
     * @param version only what speaks to this version of the brief, 0 for all
     * @param request which page of the list; its cursor is the number of rows before it
     * @return the recommendations and steps that use it, by the title of the recommendation; drafts for those who work
     *     on them; a contribution is used where one is that was merged into it; the total is "more than" if there are
     *     more than {@link #MOST} citations
     * @throws CrowdsourcingException if there is no such thing that the current user may see, or it cannot be read
     */
    Page<Use> getUses(DocumentReference thing, int version, PageRequest request) throws CrowdsourcingException;
}

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
package org.xwiki.contrib.crowdsourcing.pick;

import java.util.List;
import java.util.Set;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds by words what an editor wants to put into a page. Whatever is returned may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface PickManager
{
    /** How many are returned at most. */
    int MOST = 20;

    /**
     * @param kinds what is looked for
     * @param page the page into which it is put: what belongs to its initiative comes first, and before it, if it is
     *     a brief, its own pieces of evidence
     * @param words words, or beginnings of words, that must all occur: in what a contribution says or in the name of
     *     who said it, in the claim or the source of a piece of evidence, in the title of a page; blank for the newest
     * @return what was found, at most {@link #MOST}
     * @throws CrowdsourcingException if it cannot be read
     */
    List<Pick> find(Set<PickKind> kinds, DocumentReference page, String words) throws CrowdsourcingException;

    /**
     * @param kinds what is looked for
     * @param page the page into which it is put
     * @param value what has been chosen before
     * @return it, empty if there is no such thing
     * @throws CrowdsourcingException if it cannot be read
     */
    List<Pick> get(Set<PickKind> kinds, DocumentReference page, String value) throws CrowdsourcingException;
}

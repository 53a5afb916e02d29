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
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to merge contributions that say the same: one of them stands for both. The other one keeps its author,
 * its address, its text and its replies; whoever backs both counts once.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface MergeManager
{
    /**
     * Merges a contribution into another one.
     *
     * @param contribution the page of a published contribution
     * @param survivor the page of the contribution of the same thread that stands for both, field {@code survivor},
     *     {@code null} if none was named; if that was merged itself, what it was merged into stands for all
     * @throws CrowdsourcingException if the field is refused, the contribution cannot be merged now, the current user
     *     may not, or it cannot be saved
     */
    void merge(DocumentReference contribution, DocumentReference survivor) throws CrowdsourcingException;

    /**
     * Takes a merge back.
     *
     * @param contribution the page of a merged contribution
     * @throws CrowdsourcingException if it is not merged, the current user may not, or it cannot be saved
     */
    void undo(DocumentReference contribution) throws CrowdsourcingException;
}

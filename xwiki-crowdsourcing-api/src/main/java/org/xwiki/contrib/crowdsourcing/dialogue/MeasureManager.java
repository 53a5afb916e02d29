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
 * Measures how far the discussion of a dialogue has come, while there is time to do something about it. Only what is
 * published and everybody sees who sees the discussion is measured, so the numbers are the same for all of them.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface MeasureManager
{
    /**
     * @param dialogue the page of a dialogue
     * @return what is measured of its discussion: of what was said until now, or, where measuring takes long, until
     *     some seconds ago; what changes in the challenge or its briefs counts after a minute
     * @throws CrowdsourcingException if there is no such dialogue that the current user may see, or it cannot be read
     */
    Measures getMeasures(DocumentReference dialogue) throws CrowdsourcingException;
}

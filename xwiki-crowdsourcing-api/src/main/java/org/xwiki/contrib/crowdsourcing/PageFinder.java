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
package org.xwiki.contrib.crowdsourcing;

import org.xwiki.component.annotation.Role;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds the page that somebody names in a text. Whether it may be seen is asked by who reads it.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface PageFinder
{
    /**
     * @param typed the reference of a page as somebody wrote it, with or without the name of the page of a space
     * @return the page; where it is now if it was moved since and the wiki redirects from there
     * @throws CrowdsourcingException if it cannot be looked for
     */
    DocumentReference find(String typed) throws CrowdsourcingException;

    /**
     * @param page a page
     * @return the page; where it is now if it was moved since and the wiki redirects from there
     * @throws CrowdsourcingException if it cannot be looked for
     */
    DocumentReference find(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param page a page
     * @return {@code true} if there is such a page
     * @throws CrowdsourcingException if it cannot be looked for
     */
    boolean exists(DocumentReference page) throws CrowdsourcingException;
}

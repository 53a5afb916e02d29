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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.Set;

/**
 * What of a thread is listed.
 *
 * @param all {@code true} if nothing was looked for
 * @param pages the local references of the pages of what was found and the current user may see
 * @param more {@code true} if there may be more than what was looked through
 * @version $Id$
 * @since 1.0
 */
record Matches(boolean all, Set<String> pages, boolean more)
{
    /** Nothing was looked for. */
    static final Matches ALL = new Matches(true, Set.of(), false);

    /**
     * @return {@code true} if nothing was found
     */
    boolean isEmpty()
    {
        return !this.all && this.pages.isEmpty();
    }

    /**
     * @param page the local reference of the page of a contribution
     * @return {@code true} if it is listed
     */
    boolean has(String page)
    {
        return this.all || this.pages.contains(page);
    }
}

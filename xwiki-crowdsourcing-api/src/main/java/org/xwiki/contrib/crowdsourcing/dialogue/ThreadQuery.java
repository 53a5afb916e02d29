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

import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * Which contributions of a thread are wanted.
 *
 * @param thread the page of a dialogue or a brief
 * @param filter what is left out
 * @param order the order
 * @param request which page of the list; a cursor {@code @} + name of the page of a contribution gives the page that
 *     begins with the discussion of that contribution; an unknown cursor gives the first page
 * @version $Id$
 * @since 1.0
 */
public record ThreadQuery(DocumentReference thread, ThreadFilter filter, ThreadOrder order, PageRequest request)
{
    /**
     * @param thread the page of a dialogue or a brief
     * @param request which page of the list
     */
    public ThreadQuery(DocumentReference thread, PageRequest request)
    {
        this(thread, ThreadFilter.NONE, ThreadOrder.OLDEST, request);
    }
}

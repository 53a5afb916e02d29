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

import java.util.List;

/**
 * A page of a list.
 *
 * @param rows the rows that the current user may see
 * @param next the cursor of the next page, {@code null} if this is the last one
 * @param total how many rows of all pages the current user may see: exact when that is cheap, otherwise "more than"
 * @param <T> the type of the rows
 * @version $Id$
 * @since 1.0
 */
public record Page<T>(List<T> rows, String next, Count total)
{
    /**
     * @param rows the rows that the current user may see
     * @param next the cursor of the next page, {@code null} if this is the last one
     * @param total how many rows there are in all pages
     */
    public Page
    {
        rows = List.copyOf(rows);
    }
}

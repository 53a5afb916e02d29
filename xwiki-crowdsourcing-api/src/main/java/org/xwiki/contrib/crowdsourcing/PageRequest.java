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

/**
 * Which page of a list is wanted.
 *
 * @param cursor where the page begins, as the previous page's {@link Page#next()} told, {@code null} for the first page
 * @param limit how many rows at most; brought between 1 and {@link #MAXIMUM}
 * @version $Id$
 * @since 1.0
 */
public record PageRequest(String cursor, int limit)
{
    /** The largest number of rows of a page. */
    public static final int MAXIMUM = 100;

    /** The number of rows of a page when nothing is said. */
    public static final int DEFAULT = 20;

    /**
     * @param cursor where the page begins, {@code null} for the first page
     * @param limit how many rows at most; brought between 1 and {@link #MAXIMUM}
     */
    public PageRequest
    {
        cursor = cursor == null || cursor.isBlank() ? null : cursor;
        limit = Math.max(1, Math.min(MAXIMUM, limit));
    }

    /**
     * @return the first page of the usual length
     */
    public static PageRequest first()
    {
        return new PageRequest(null, DEFAULT);
    }

    /**
     * @param limit how many rows at most
     * @return the first page of that length
     */
    public static PageRequest first(int limit)
    {
        return new PageRequest(null, limit);
    }
}

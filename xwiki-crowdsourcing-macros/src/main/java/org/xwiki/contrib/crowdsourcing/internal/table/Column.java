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
package org.xwiki.contrib.crowdsourcing.internal.table;

import java.util.List;

/**
 * A column of a table.
 *
 * @param id the name of the values in the rows
 * @param name what stands above the column, in the reader's language, plain text
 * @param link the name of the values that are the addresses that the values of this column link to, {@code null} if
 *     they link nowhere
 * @param sortable whether the table can be sorted by the column
 * @param filter how the table is filtered by the column
 * @param options the values to choose from, for a filter by list
 * @version $Id$
 * @since 1.0
 */
public record Column(String id, String name, String link, boolean sortable, Filter filter, List<Option> options)
{
    /** How a table is filtered by a column. */
    public enum Filter
    {
        /** Not at all. */
        NONE,

        /** By a part of the text. */
        TEXT,

        /** By one of the values that are offered. */
        LIST
    }

    /**
     * A value to choose from.
     *
     * @param value the value
     * @param label the value in the reader's language, plain text
     * @version $Id$
     * @since 1.0
     */
    public record Option(String value, String label)
    {
    }
}

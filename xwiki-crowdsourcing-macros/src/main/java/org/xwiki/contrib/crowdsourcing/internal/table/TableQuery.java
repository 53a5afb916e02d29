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

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * Which rows of a table are wanted.
 *
 * @param parameters what the table is about, by name
 * @param filters what is looked for, by the ids of columns; what is absent or empty does not narrow the search
 * @param sort the id of the column that the table is sorted by; what is no sortable column stands for the usual order
 * @param descending {@code true} for the largest first
 * @param request which page of the table
 * @version $Id$
 * @since 1.0
 */
public record TableQuery(Map<String, String> parameters, Map<String, String> filters, String sort,
    boolean descending, PageRequest request)
{
    /**
     * @param column the id of a column
     * @return what is looked for there, {@code null} for nothing
     */
    public String filter(String column)
    {
        String value = this.filters.get(column);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * @param type a list of values
     * @param column the id of a column
     * @param <E> the list of values
     * @return the value that is looked for there, {@code null} for none
     */
    public <E extends Enum<E> & Stored> E option(Class<E> type, String column)
    {
        return Stored.find(type, filter(column)).orElse(null);
    }

    /**
     * @param found what was found for what is looked for in some columns
     * @param columns the ids of those columns
     * @return {@code true} if something is looked for there that does not exist: no row has it
     */
    public boolean misses(Object[] found, String... columns)
    {
        for (int i = 0; i < columns.length; i++) {
            if (filter(columns[i]) != null && found[i] == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param type what can be sorted by
     * @param <O> what can be sorted by
     * @return the order, {@code null} for the usual one
     */
    public <O extends Enum<O> & Stored> Sort<O> order(Class<O> type)
    {
        return Stored.find(type, this.sort).map(by -> new Sort<>(by, this.descending)).orElse(null);
    }

    /**
     * @param order what can be sorted by
     * @param column the id of a column
     * @return {@code true} if the table can be sorted by that column
     */
    static boolean sorts(Stored[] order, String column)
    {
        return Arrays.stream(order).anyMatch(by -> by.getId().equals(column));
    }

    /**
     * @return no row at all
     */
    static Page<Map<String, String>> nothing()
    {
        return new Page<>(List.of(), null, Count.exactly(0));
    }
}

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
import java.util.Map;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;

/**
 * A list of what a manager knows, as columns and rows of plain text, whatever shows them: Live Data, or a table that is
 * made by the wiki itself.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface Table
{
    /** The value of a row that tells it from the others. */
    String ID = "id";

    /** The value of a row that is the address of what the row is about. */
    String URL = "url";

    /**
     * @return the columns, with names and options in the reader's language
     * @throws CrowdsourcingException if the options cannot be read
     */
    List<Column> getColumns() throws CrowdsourcingException;

    /**
     * @param query which rows
     * @return the rows that the current user may see: values by the ids of the columns and by what those link to, plain
     *     text in the reader's language
     * @throws CrowdsourcingException if they cannot be read
     */
    Page<Map<String, String>> getRows(TableQuery query) throws CrowdsourcingException;
}

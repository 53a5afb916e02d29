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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.xwiki.model.reference.DocumentReference;

/**
 * A page before or after a change.
 *
 * @param page the page
 * @param exists {@code false} if it is not there
 * @param title the title
 * @param content the text of the page itself
 * @param objects reads the objects of a class
 * @version $Id$
 * @since 1.0
 */
public record PageState(DocumentReference page, boolean exists, String title, String content,
    Function<Schema, List<Row>> objects)
{
    /**
     * @param schema a class
     * @return the objects of that class
     */
    public List<Row> rows(Schema schema)
    {
        return this.objects.apply(schema);
    }

    /**
     * @param schema a class
     * @return the first object of that class, one without values if there is none
     */
    public Row first(Schema schema)
    {
        List<Row> rows = rows(schema);
        return rows.isEmpty() ? new Row(this.page, this.title, 0, Map.of(), null) : rows.get(0);
    }

    /**
     * @param schema a class
     * @return {@code true} if there is an object of that class
     */
    public boolean has(Schema schema)
    {
        return !rows(schema).isEmpty();
    }
}

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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * The objects of many pages.
 *
 * @param byPage the objects of each class, by page
 * @version $Id$
 * @since 1.0
 */
public record Rows(Map<DocumentReference, Map<Schema, List<Row>>> byPage)
{
    /**
     * @param page a page
     * @param schema a class
     * @return its objects of that class, by number
     */
    public List<Row> of(DocumentReference page, Schema schema)
    {
        return this.byPage.getOrDefault(page, Map.of()).getOrDefault(schema, List.of());
    }

    /**
     * @param schema a class
     * @return the first object of that class of each page, in the order in which the pages were found
     */
    public Map<DocumentReference, Row> first(Schema schema)
    {
        Map<DocumentReference, Row> result = new LinkedHashMap<>();
        this.byPage.forEach((page, objects) -> {
            if (objects.containsKey(schema)) {
                result.put(page, objects.get(schema).get(0));
            }
        });
        return result;
    }
}

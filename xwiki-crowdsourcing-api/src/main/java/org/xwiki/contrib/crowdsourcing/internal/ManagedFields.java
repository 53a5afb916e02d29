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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * Fields that only a manager changes.
 *
 * @version $Id$
 * @since 1.0
 */
public final class ManagedFields
{
    private ManagedFields()
    {
    }

    /**
     * @param schema a class
     * @param property a property
     * @return the field, as it is named in errors
     */
    public static String field(Schema schema, String property)
    {
        return schema.getName() + "Class_" + property;
    }

    /**
     * @param before a page as it is
     * @param after the page as it will be saved
     * @param schema the class
     * @param properties the properties that only a manager changes, and {@code state}, which begins as {@code draft}
     * @param inputs what is wrong with the change
     */
    public static void check(PageState before, PageState after, Schema schema, List<String> properties,
        Inputs inputs)
    {
        Row old = before.first(schema);
        Row changed = after.first(schema);
        for (String property : properties) {
            if (!value(old, property).equals(value(changed, property))) {
                inputs.add(new FieldError(field(schema, property), "crowdsourcing.error.managed", property));
            }
        }
    }

    private static String value(Row row, String property)
    {
        String value = row.text(property);
        // What was never set is the same as what a new thing begins with.
        return "0".equals(value) || "draft".equals(value) ? "" : value;
    }
}

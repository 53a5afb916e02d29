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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema.Storage;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Writes the objects of a page that is about to be saved: only what differs.
 *
 * @version $Id$
 * @since 1.0
 */
final class PageObjects
{
    private PageObjects()
    {
    }

    /**
     * @param document a page
     * @param schema a class
     * @param context the context
     * @return the first object of that class, a new one if there is none
     * @throws XWikiException if it fails
     */
    static BaseObject first(XWikiDocument document, Schema schema, XWikiContext context) throws XWikiException
    {
        BaseObject object = document.getXObject(schema.getClassReference());
        return object == null ? document.newXObject(schema.getClassReference(), context) : object;
    }

    /**
     * @param document a page
     * @param schema a class
     * @return the first object of that class
     * @throws NotFoundException if there is none
     */
    static BaseObject known(XWikiDocument document, Schema schema) throws NotFoundException
    {
        return known(document.getXObject(schema.getClassReference()));
    }

    private static BaseObject known(BaseObject object) throws NotFoundException
    {
        if (object == null) {
            throw new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
        }
        return object;
    }

    /**
     * @param document a page
     * @param schema a class
     * @param values the new values by the number of the object
     * @param context the context
     * @return {@code true} if any differs
     * @throws XWikiException if it fails
     * @throws NotFoundException if there is no such object
     */
    static boolean setAll(XWikiDocument document, Schema schema, Map<Integer, Map<String, Object>> values,
        XWikiContext context) throws XWikiException, NotFoundException
    {
        boolean changed = false;
        for (Map.Entry<Integer, Map<String, Object>> entry : values.entrySet()) {
            changed |= set(known(document.getXObject(schema.getClassReference(), entry.getKey())), schema,
                entry.getValue(), context);
        }
        return changed;
    }

    /**
     * @param object an object
     * @param schema its class
     * @param values the new values
     * @param context the context
     * @return {@code true} if any differs
     * @throws XWikiException if it fails
     */
    static boolean set(BaseObject object, Schema schema, Map<String, Object> values, XWikiContext context)
        throws XWikiException
    {
        boolean changed = false;
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            String property = entry.getKey();
            Object before = value(object, property, schema.getProperties().get(property));
            if (!Objects.equals(before, entry.getValue())) {
                object.set(property, entry.getValue(), context);
                changed = true;
            }
        }
        return changed;
    }

    private static Object value(BaseObject object, String property, Storage storage)
    {
        return switch (storage) {
            // A number that was never set, or emptied, differs from 0.
            case NUMBER -> object.getLargeStringValue(property).isEmpty() ? null : object.getIntValue(property);
            case LIST -> List.copyOf(object.getListValue(property));
            default -> object.getLargeStringValue(property);
        };
    }

    /**
     * @param document a page
     * @param objects the values of its objects, by their class; there are no others of these classes afterwards
     * @param context the context
     * @return {@code true} if anything differs
     * @throws XWikiException if it fails
     */
    static boolean fill(XWikiDocument document, Map<Schema, List<Map<String, Object>>> objects, XWikiContext context)
        throws XWikiException
    {
        boolean changed = false;
        for (Map.Entry<Schema, List<Map<String, Object>>> entry : objects.entrySet()) {
            Schema schema = entry.getKey();
            List<BaseObject> present = present(document, schema);
            for (int i = 0; i < entry.getValue().size(); i++) {
                boolean added = i >= present.size();
                BaseObject object =
                    added ? document.newXObject(schema.getClassReference(), context) : present.get(i);
                changed |= set(object, schema, entry.getValue().get(i), context) || added;
            }
            for (int i = entry.getValue().size(); i < present.size(); i++) {
                changed |= document.removeXObject(present.get(i));
            }
        }
        return changed;
    }

    private static List<BaseObject> present(XWikiDocument document, Schema schema)
    {
        List<BaseObject> objects = document.getXObjects(schema.getClassReference());
        return objects == null ? List.of() : objects.stream().filter(Objects::nonNull).toList();
    }

    /**
     * @param object an object
     * @param schema its class
     * @param properties where a value may stand
     * @param old the value
     * @param now what it becomes
     * @return the values with the new one wherever the old one stands, in macros of texts too
     */
    static Map<String, Object> replaced(BaseObject object, Schema schema, Set<String> properties, String old,
        String now)
    {
        Map<String, Object> values = new HashMap<>();
        for (String property : properties) {
            Object before = value(object, property, schema.getProperties().get(property));
            values.put(property, before instanceof List<?> list
                ? list.stream().map(item -> old.equals(item) ? now : item).distinct().toList()
                : old.equals(before) ? now : before);
        }
        schema.getProperties().forEach((property, storage) -> {
            if (storage == Storage.TEXT) {
                values.put(property, object.getLargeStringValue(property).replace(quote(old), quote(now)));
            }
        });
        return values;
    }

    /** How the macros of a text name a page. */
    private static String quote(String page)
    {
        return " reference=\"" + page.replace("~", "~~").replace("\"", "~\"") + '"';
    }
}

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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.lang3.StringUtils;
import org.hibernate.Session;
import org.hibernate.query.Query;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.ListProperty;
import com.xpn.xwiki.objects.StringProperty;

/**
 * The rows of the objects of a page and of their properties.
 */
class ObjectRows
{
    private static final String IDS = "ids";

    private static final String NAME = "name";

    private static final String ID = "id";

    private static final String SPACE = " ";

    /** The tables of the properties, each with the first letters of its columns; the last is that of all. */
    private static final String[] TABLES = { "xwikilistitems XWL", "xwikilists XWL", "xwikistrings XWS",
        "xwikilargestrings XWL", "xwikiintegers XWI", "xwikilongs XWL", "xwikifloats XWF", "xwikidoubles XWD",
        "xwikidates XWS", "xwikiproperties XWP" };

    /** Reads all objects, in one statement for them, one for the types of their properties and one for each type. */
    void load(Session session, XWikiDocument document)
    {
        Map<Long, BaseObject> byId = new HashMap<>();
        for (BaseObject object : session.createQuery("from BaseObject obj where obj.name = :name", BaseObject.class)
            .setParameter(NAME, document.getFullName()).list()) {
            object.setXClassReference(object.getXClassReference());
            document.setXObject(object.getNumber(), object);
            byId.put(object.getId(), object);
        }
        Set<String> types = new HashSet<>();
        rows(session, byId.keySet()).values().forEach(types::add);
        for (String type : types) {
            for (Object row : session.createQuery("from " + type + " prop where prop.id.id in (:ids)")
                .setParameterList(IDS, byId.keySet()).list()) {
                BaseProperty<?> property = (BaseProperty<?>) row;
                BaseObject object = byId.get(property.getId());
                if (property instanceof ListProperty list) {
                    list.setList(new ArrayList<>(list.getList()));
                }
                object.safeput(property.getName(), property);
            }
        }
    }

    private static Map<List<Object>, String> rows(Session session, Collection<Long> ids)
    {
        Map<List<Object>, String> types = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Object[] row : session.createQuery("select prop.id.id, prop.id.name, prop.classType "
                + "from BaseProperty prop where prop.id.id in (:ids)", Object[].class).setParameterList(IDS, ids)
                .list()) {
                types.put(List.of(row[0], row[1]), (String) row[2]);
            }
        }
        return types;
    }

    /** Says that nothing of the objects differs from what is stored. */
    static void settle(XWikiDocument document)
    {
        document.getXObjects().values().stream().flatMap(List::stream).filter(Objects::nonNull).forEach(object -> {
            object.getFieldsToRemove().clear();
            for (Object field : object.getFieldList()) {
                ((BaseProperty<?>) field).setValueDirty(false);
                ((BaseProperty<?>) field).setDirty(false);
            }
            object.setDirty(false);
        });
        document.getXClass().setDirty(false);
    }

    static List<StringProperty> shortTexts(XWikiDocument document)
    {
        return document.getXObjects().values().stream().flatMap(List::stream).filter(Objects::nonNull)
            .flatMap(object -> ((Collection<?>) object.getFieldList()).stream())
            .filter(StringProperty.class::isInstance).map(StringProperty.class::cast)
            .filter(property -> property.getValue() != null).toList();
    }

    void save(Session session, XWikiDocument document, boolean create)
    {
        Set<Long> stored = create ? new HashSet<>() : new HashSet<>(session.createQuery(
            "select obj.id from BaseObject obj where obj.name = :name", Long.class)
            .setParameter(NAME, document.getFullName()).list());
        for (BaseObject removed : document.getXObjectsToRemove()) {
            if (stored.remove(removed.getId())) {
                delete(session, removed.getId());
            }
        }
        Map<List<Object>, String> types = rows(session, stored);
        for (List<BaseObject> objects : document.getXObjects().values()) {
            for (BaseObject object : objects) {
                if (object != null) {
                    object.setDocumentReference(document.getDocumentReference());
                    save(session, object, stored.contains(object.getId()), types);
                }
            }
        }
    }

    private static void save(Session session, BaseObject object, boolean stored, Map<List<Object>, String> types)
    {
        long id = object.getId();
        if (stored) {
            session.update(object);
        } else {
            session.save(object);
        }
        for (Object removed : object.getFieldsToRemove()) {
            delete(session, id, ((BaseProperty<?>) removed).getName());
        }
        for (Object field : object.getFieldList()) {
            BaseProperty<?> property = (BaseProperty<?>) field;
            String type = types.get(List.of(id, property.getName()));
            boolean other = type != null && !type.equals(property.getClassType());
            if (other) {
                delete(session, id, property.getName());
            }
            // A copy, as the database puts lists of its own into what it stores.
            BaseProperty<?> row = property.clone();
            row.setId(id);
            if (type == null || other) {
                session.save(row);
            } else if (property.isValueDirty()) {
                session.update(row);
            }
        }
    }

    void delete(Session session, String documentName)
    {
        for (String table : TABLES) {
            statement(session, table, "_ID in (select XWO_ID from xwikiobjects where XWO_NAME = :name)")
                .setParameter(NAME, documentName).executeUpdate();
        }
        session.createQuery("delete from BaseObject obj where obj.name = :name").setParameter(NAME, documentName)
            .executeUpdate();
    }

    private static void delete(Session session, long id)
    {
        for (String table : TABLES) {
            statement(session, table, "_ID = :id").setParameter(ID, id).executeUpdate();
        }
        session.createQuery("delete from BaseObject obj where obj.id = :id").setParameter(ID, id).executeUpdate();
    }

    private static void delete(Session session, long id, String name)
    {
        for (String table : TABLES) {
            String prefix = StringUtils.substringAfter(table, SPACE);
            statement(session, table, "_ID = :id and " + prefix + "_NAME = :name").setParameter(ID, id)
                .setParameter(NAME, name).executeUpdate();
        }
    }

    private static Query<?> statement(Session session, String table, String condition)
    {
        return session.createNativeQuery("delete from " + StringUtils.substringBefore(table, SPACE) + " where "
            + StringUtils.substringAfter(table, SPACE) + condition);
    }
}

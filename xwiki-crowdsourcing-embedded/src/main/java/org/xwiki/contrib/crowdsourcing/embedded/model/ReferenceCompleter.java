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
package org.xwiki.contrib.crowdsourcing.embedded.model;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.AttachmentReference;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.ObjectReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

import com.xpn.xwiki.XWikiContext;

/**
 * Makes relative references absolute: what is missing comes from a given reference, from the current page, or from the
 * defaults.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ReferenceCompleter.class)
@Singleton
public class ReferenceCompleter
{
    private static final List<EntityType> TYPES = List.of(EntityType.WIKI, EntityType.SPACE, EntityType.DOCUMENT,
        EntityType.ATTACHMENT, EntityType.OBJECT, EntityType.OBJECT_PROPERTY);

    private static final Map<EntityType, String> DEFAULTS =
        Map.of(EntityType.WIKI, "xwiki", EntityType.SPACE, "Main", EntityType.DOCUMENT, "WebHome");

    /** How the missing parts are found. */
    public enum Missing
    {
        /** The wiki's defaults. */
        DEFAULT,

        /** The current page. */
        CURRENT,

        /** The current wiki and space, but the default page. */
        CURRENT_MIXED
    }

    @Inject
    private Provider<XWikiContext> contextProvider;

    /**
     * @param relative a reference that may lack parents, null for none
     * @param type the wanted type
     * @param missing where the missing parts come from
     * @param parameters may start with a reference to take missing parts from
     * @return the absolute reference
     */
    public EntityReference complete(EntityReference relative, EntityType type, Missing missing, Object... parameters)
    {
        EntityReference given = parameters.length > 0 && parameters[0] instanceof EntityReference reference
            ? reference : null;
        EntityReference wanted = relative == null ? null : relative.extractReference(type);
        if (wanted == null) {
            wanted = new EntityReference(name(type, given, missing), type, relative);
        }
        EntityReference first = wanted.getRoot();
        while (first.getType() != EntityType.WIKI) {
            EntityType parentType = first.getType().getAllowedParents().get(0);
            EntityReference parent;
            if (first.getType() == EntityType.DOCUMENT) {
                parent = space(given, missing);
            } else {
                parent = new EntityReference(name(parentType, given, missing), parentType);
            }
            wanted = wanted.appendParent(parent);
            first = wanted.getRoot();
        }
        return typed(wanted);
    }

    private EntityReference space(EntityReference given, Missing missing)
    {
        EntityReference space = given == null ? null : given.extractReference(EntityType.SPACE);
        if (space == null && missing != Missing.DEFAULT && current() != null) {
            space = current().extractReference(EntityType.SPACE);
        }
        if (space == null) {
            return new EntityReference(DEFAULTS.get(EntityType.SPACE), EntityType.SPACE);
        }
        EntityReference wiki = given == null ? null : given.extractReference(EntityType.WIKI);
        EntityReference own = space.extractReference(EntityType.WIKI);
        return wiki == null || own == null || wiki.equals(own) ? space : space.replaceParent(own, wiki);
    }

    private String name(EntityType type, EntityReference given, Missing missing)
    {
        EntityReference found = given == null ? null : given.extractReference(type);
        boolean current = missing == Missing.CURRENT || missing == Missing.CURRENT_MIXED && type != EntityType.DOCUMENT;
        if (found == null && current && current() != null) {
            found = current().extractReference(type);
        }
        return found == null ? DEFAULTS.get(type) : found.getName();
    }

    private DocumentReference current()
    {
        XWikiContext context = this.contextProvider.get();
        return context == null || context.getDoc() == null ? null : context.getDoc().getDocumentReference();
    }

    /**
     * @param reference an absolute reference
     * @return the same, of the class of its type
     */
    public static EntityReference typed(EntityReference reference)
    {
        return switch (TYPES.contains(reference.getType()) ? reference.getType() : EntityType.BLOCK) {
            case WIKI -> new WikiReference(reference);
            case SPACE -> new SpaceReference(reference);
            case DOCUMENT -> reference instanceof DocumentReference ? reference : new DocumentReference(reference);
            case OBJECT -> new ObjectReference(reference);
            case ATTACHMENT -> new AttachmentReference(reference);
            default -> reference;
        };
    }
}

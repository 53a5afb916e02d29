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
package org.xwiki.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of entities.
 *
 * @version $Id$
 */
public enum EntityType
{
    WIKI,
    SPACE(WIKI, null),
    DOCUMENT(SPACE),
    ATTACHMENT(DOCUMENT),
    OBJECT(DOCUMENT),
    OBJECT_PROPERTY(OBJECT),
    CLASS_PROPERTY(DOCUMENT),
    BLOCK(DOCUMENT, OBJECT_PROPERTY),
    PAGE(WIKI, null),
    PAGE_ATTACHMENT(PAGE),
    PAGE_OBJECT(PAGE),
    PAGE_OBJECT_PROPERTY(PAGE_OBJECT),
    PAGE_CLASS_PROPERTY(PAGE);

    private final EntityType[] parents;

    EntityType(EntityType... parents)
    {
        this.parents = parents;
    }

    public String getLowerCase()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A null among the declared parents stands for the type itself. */
    public List<EntityType> getAllowedParents()
    {
        return Arrays.stream(this.parents).map(parent -> parent == null ? this : parent).toList();
    }

    public boolean isAllowedAncestor(EntityType type)
    {
        return getAllowedParents().stream()
            .anyMatch(parent -> parent == type || parent != this && parent.isAllowedAncestor(type));
    }
}

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
package org.xwiki.model.reference;

import java.util.List;

import org.xwiki.model.EntityType;

/**
 * A reference to a space.
 *
 * @version $Id$
 */
public class SpaceReference extends EntityReference
{
    private static final long serialVersionUID = 1L;

    public SpaceReference(EntityReference reference)
    {
        super(reference);
    }

    protected SpaceReference(EntityReference reference, EntityReference oldParent, EntityReference newParent)
    {
        super(reference, oldParent, newParent);
    }

    public SpaceReference(String spaceName, WikiReference parent)
    {
        this(spaceName, (EntityReference) parent);
    }

    public SpaceReference(String spaceName, SpaceReference parent)
    {
        this(spaceName, (EntityReference) parent);
    }

    public SpaceReference(String spaceName, EntityReference parent)
    {
        super(spaceName, EntityType.SPACE, parent);
    }

    public SpaceReference(String wikiName, String... spaceNames)
    {
        this(wikiName, List.of(spaceNames));
    }

    public SpaceReference(String wikiName, List<String> spaceNames)
    {
        this(spaceNames.get(spaceNames.size() - 1), spaceNames.size() == 1 ? new WikiReference(wikiName)
            : new SpaceReference(wikiName, spaceNames.subList(0, spaceNames.size() - 1)));
    }

    public SpaceReference(EntityReference reference, EntityReference parent)
    {
        super(reference, parent);
    }

    @Override
    protected void setParent(EntityReference parent)
    {
        if (parent == null || parent instanceof SpaceReference || parent instanceof WikiReference) {
            super.setParent(parent);
        } else if (parent.getType() == EntityType.SPACE) {
            super.setParent(new SpaceReference(parent));
        } else if (parent.getType() == EntityType.WIKI) {
            super.setParent(new WikiReference(parent));
        } else {
            throw new IllegalArgumentException("Invalid parent reference [" + parent + "] in a space reference");
        }
    }

    @Override
    protected void setType(EntityType type)
    {
        if (type != EntityType.SPACE) {
            throw new IllegalArgumentException("Invalid type [" + type + "] for a space reference");
        }
        super.setType(type);
    }

    @Override
    public SpaceReference replaceParent(EntityReference oldParent, EntityReference newParent)
    {
        return newParent == oldParent ? this : new SpaceReference(this, oldParent, newParent);
    }

    @Override
    public SpaceReference replaceParent(EntityReference newParent)
    {
        return newParent == getParent() ? this : new SpaceReference(this, newParent);
    }
}

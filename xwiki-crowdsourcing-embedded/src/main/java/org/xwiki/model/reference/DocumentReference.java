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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;

/**
 * An absolute reference to a page.
 *
 * @version $Id$
 */
public class DocumentReference extends AbstractLocalizedEntityReference
{
    private static final long serialVersionUID = 1L;

    public DocumentReference(EntityReference reference)
    {
        super(reference);
    }

    protected DocumentReference(EntityReference reference, EntityReference oldParent, EntityReference newParent)
    {
        super(reference, oldParent, newParent);
    }

    public DocumentReference(EntityReference reference, Locale locale)
    {
        super(reference, locale);
    }

    public DocumentReference(String wikiName, String spaceName, String pageName)
    {
        this(pageName, new SpaceReference(spaceName, new WikiReference(wikiName)));
    }

    public DocumentReference(String wikiName, List<String> spaceNames, String pageName)
    {
        this(pageName, new SpaceReference(wikiName, spaceNames));
    }

    public DocumentReference(String pageName, SpaceReference parent)
    {
        super(pageName, EntityType.DOCUMENT, parent);
    }

    public DocumentReference(LocalDocumentReference localDocumentReference, WikiReference wikiReference)
    {
        super(localDocumentReference, null, wikiReference);
    }

    public DocumentReference(EntityReference reference, EntityReference parent)
    {
        super(reference, parent);
    }

    @Override
    protected void setParent(EntityReference parent)
    {
        if (parent instanceof SpaceReference) {
            super.setParent(parent);
        } else if (parent != null && parent.getType() == EntityType.SPACE) {
            super.setParent(new SpaceReference(parent));
        } else {
            throw new IllegalArgumentException("Invalid parent reference [" + parent + "] in a document reference");
        }
    }

    @Override
    protected void setType(EntityType type)
    {
        if (type != EntityType.DOCUMENT) {
            throw new IllegalArgumentException("Invalid type [" + type + "] for a document reference");
        }
        super.setType(type);
    }

    public WikiReference getWikiReference()
    {
        return (WikiReference) extractReference(EntityType.WIKI);
    }

    public SpaceReference getLastSpaceReference()
    {
        return (SpaceReference) getParent();
    }

    public List<SpaceReference> getSpaceReferences()
    {
        List<SpaceReference> references = new ArrayList<>();
        for (EntityReference current = getParent(); current instanceof SpaceReference; current = current.getParent()) {
            references.add(0, (SpaceReference) current);
        }
        return references;
    }

    public LocalDocumentReference getLocalDocumentReference()
    {
        return new LocalDocumentReference(this);
    }

    @Override
    public DocumentReference replaceParent(EntityReference oldParent, EntityReference newParent)
    {
        return newParent == oldParent ? this : new DocumentReference(this, oldParent, newParent);
    }

    @Override
    public DocumentReference replaceParent(EntityReference newParent)
    {
        return newParent == getParent() ? this : new DocumentReference(this, newParent);
    }

    public DocumentReference withoutLocale()
    {
        return getLocale() == null ? this : new DocumentReference(this, (Locale) null);
    }

    @Override
    public String toString()
    {
        return References.serialize(this) + (getLocale() == null ? "" : "(" + getLocale() + ')');
    }
}

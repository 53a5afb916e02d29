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

import java.util.Locale;

import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;

/**
 * A reference to a page inside a wiki.
 *
 * @version $Id$
 */
public class LocalDocumentReference extends AbstractLocalizedEntityReference
{
    private static final long serialVersionUID = 1L;

    public LocalDocumentReference(String spaceName, String pageName)
    {
        this(pageName, new EntityReference(spaceName, EntityType.SPACE));
    }

    public LocalDocumentReference(Iterable<String> spaceNames, String pageName)
    {
        this(pageName, References.spaces(spaceNames));
    }

    public LocalDocumentReference(DocumentReference reference)
    {
        this(reference, reference.getWikiReference() == null ? reference.getParent()
            : reference.getParent().removeParent(reference.getWikiReference()));
    }

    public LocalDocumentReference(EntityReference reference)
    {
        super(reference);
    }

    public LocalDocumentReference(EntityReference reference, Locale locale)
    {
        super(reference, locale);
    }

    public LocalDocumentReference(String pageName, EntityReference spaceReference)
    {
        super(pageName, EntityType.DOCUMENT, spaceReference);
    }

    public LocalDocumentReference(EntityReference reference, EntityReference parent)
    {
        super(reference, parent);
    }

    @Override
    public LocalDocumentReference replaceParent(EntityReference newParent)
    {
        return newParent == getParent() ? this : new LocalDocumentReference(this, newParent);
    }

    @Override
    public String toString()
    {
        return References.serialize(this) + (getLocale() == null ? "" : "(" + getLocale() + ')');
    }
}

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
package com.xpn.xwiki.objects;

import java.io.Serializable;

import com.xpn.xwiki.doc.XWikiDocument;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * An object, a class or a property.
 *
 * @version $Id$
 */
public abstract class BaseElement<R extends EntityReference> implements ElementInterface, Serializable
{
    public boolean isDirty()
    {
        throw new UnsupportedOperationException("BaseElement.isDirty");
    }

    public void setDirty(boolean flag)
    {
        throw new UnsupportedOperationException("BaseElement.setDirty");
    }

    public R getReference()
    {
        throw new UnsupportedOperationException("BaseElement.getReference");
    }

    public DocumentReference getDocumentReference()
    {
        throw new UnsupportedOperationException("BaseElement.getDocumentReference");
    }

    public String getName()
    {
        throw new UnsupportedOperationException("BaseElement.getName");
    }

    public void setDocumentReference(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("BaseElement.setDocumentReference");
    }

    public void setName(String string)
    {
        throw new UnsupportedOperationException("BaseElement.setName");
    }

    public String getPrettyName()
    {
        throw new UnsupportedOperationException("BaseElement.getPrettyName");
    }

    public void setPrettyName(String string)
    {
        throw new UnsupportedOperationException("BaseElement.setPrettyName");
    }

    public long getId()
    {
        throw new UnsupportedOperationException("BaseElement.getId");
    }

    public void setId(long number)
    {
        throw new UnsupportedOperationException("BaseElement.setId");
    }

    public void setOwnerDocument(XWikiDocument xWikiDocument)
    {
        throw new UnsupportedOperationException("BaseElement.setOwnerDocument");
    }

    public XWikiDocument getOwnerDocument()
    {
        throw new UnsupportedOperationException("BaseElement.getOwnerDocument");
    }
}

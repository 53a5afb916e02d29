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

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

import com.xpn.xwiki.doc.XWikiDocument;

/**
 * An object, a class or a property.
 *
 * @param <R> the type of its reference
 * @version $Id$
 */
public abstract class BaseElement<R extends EntityReference> implements ElementInterface, Serializable
{
    private static final long serialVersionUID = 1L;

    protected DocumentReference documentReference;

    protected transient XWikiDocument ownerDocument;

    private String name;

    private String prettyName;

    private long id;

    private boolean dirty = true;

    public boolean isDirty()
    {
        return this.dirty;
    }

    public void setDirty(boolean dirty)
    {
        this.dirty = dirty;
        if (dirty && this.ownerDocument != null) {
            this.ownerDocument.setMetaDataDirty(true);
        }
    }

    @Override
    public R getReference()
    {
        return createReference();
    }

    protected R createReference()
    {
        throw new UnsupportedOperationException(getClass().getSimpleName() + ".getReference");
    }

    @Override
    public DocumentReference getDocumentReference()
    {
        return this.documentReference;
    }

    @Override
    public void setDocumentReference(DocumentReference reference)
    {
        this.documentReference = reference;
    }

    @Override
    public String getName()
    {
        return this.name;
    }

    @Override
    public void setName(String name)
    {
        this.name = name;
    }

    public String getPrettyName()
    {
        return this.prettyName;
    }

    public void setPrettyName(String name)
    {
        this.prettyName = name;
    }

    public long getId()
    {
        return this.id;
    }

    public void setId(long id)
    {
        this.id = id;
    }

    public XWikiDocument getOwnerDocument()
    {
        return this.ownerDocument;
    }

    public void setOwnerDocument(XWikiDocument ownerDocument)
    {
        this.ownerDocument = ownerDocument;
    }

    @Override
    @SuppressWarnings("unchecked")
    public BaseElement<R> clone()
    {
        try {
            BaseElement<R> copy = (BaseElement<R>) super.clone();
            copy.ownerDocument = null;
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString()
    {
        return getClass().getSimpleName() + ' ' + getName();
    }
}

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

import java.util.UUID;

import org.xwiki.contrib.crowdsourcing.embedded.model.Hash;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;

/**
 * An object of a page.
 *
 * @version $Id$
 */
public class BaseObject extends BaseCollection<BaseObjectReference> implements ObjectInterface, Cloneable
{
    private static final long serialVersionUID = 1L;

    private String guid = UUID.randomUUID().toString();

    @Override
    protected BaseObjectReference createReference()
    {
        return new BaseObjectReference(getXClassReference(), getNumber(), getDocumentReference());
    }

    /** An object is named as its page. */
    @Override
    public String getName()
    {
        return getDocumentReference() == null ? super.getName() : References.serialize(getDocumentReference(), true);
    }

    @Override
    public void setName(String name)
    {
        super.setName(name);
        EntityReference reference = References.parse(name, EntityType.DOCUMENT);
        if (reference != null && reference.getParent() != null) {
            setDocumentReference(new DocumentReference(reference.getRoot().getType() == EntityType.WIKI ? reference
                : reference.appendParent(new EntityReference("xwiki", EntityType.WIKI))));
        }
    }

    @Override
    public long getId()
    {
        return getDocumentReference() == null ? super.getId() : Hash.of(getReference());
    }

    public String getGuid()
    {
        return this.guid;
    }

    public void setGuid(String guid)
    {
        this.guid = guid;
    }

    public void set(String fieldName, Object value, XWikiContext context) throws XWikiException
    {
        BaseClass type = getXClass(context);
        PropertyClass propertyClass = type == null ? null : (PropertyClass) type.get(fieldName);
        BaseProperty<?> property = (BaseProperty<?>) safeget(fieldName);
        if (value instanceof String text && propertyClass != null) {
            property = propertyClass.fromString(text);
        } else {
            property = property == null && propertyClass != null ? propertyClass.newProperty() : property;
            if (property != null) {
                property.setValue(value);
            }
        }
        if (property != null) {
            safeput(fieldName, property);
        }
    }

    @Override
    public BaseObject clone()
    {
        return (BaseObject) super.clone();
    }

    /** A copy with an identity of its own. */
    public BaseObject duplicate()
    {
        BaseObject copy = clone();
        copy.guid = UUID.randomUUID().toString();
        copy.fields.values().forEach(field -> ((BaseProperty<?>) field).setValueDirty(true));
        return copy;
    }

    public BaseObject duplicate(DocumentReference documentReference)
    {
        BaseObject copy = duplicate();
        copy.setDocumentReference(documentReference);
        return copy;
    }
}

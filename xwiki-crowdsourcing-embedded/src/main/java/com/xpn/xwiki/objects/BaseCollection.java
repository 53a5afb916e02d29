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

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.classes.BaseClass;

/**
 * An object or a class: properties by their names.
 *
 * @param <R> the type of its reference
 * @version $Id$
 */
public abstract class BaseCollection<R extends EntityReference> extends BaseElement<R> implements ObjectInterface,
    Cloneable
{
    private static final long serialVersionUID = 1L;

    protected Map<String, Object> fields = new LinkedHashMap<>();

    protected List<Object> fieldsToRemove = new ArrayList<>();

    protected int number;

    private EntityReference classReference;

    public int getNumber()
    {
        return this.number;
    }

    public void setNumber(int number)
    {
        this.number = number;
    }

    public DocumentReference getXClassReference()
    {
        if (this.classReference == null || this.classReference instanceof DocumentReference) {
            return (DocumentReference) this.classReference;
        }
        boolean absolute = this.classReference.extractReference(EntityType.WIKI) != null;
        EntityReference wiki = getDocumentReference() == null ? new EntityReference("xwiki", EntityType.WIKI)
            : getDocumentReference().getWikiReference();
        return new DocumentReference(absolute ? this.classReference : this.classReference.appendParent(wiki));
    }

    public void setXClassReference(EntityReference reference)
    {
        this.classReference = reference;
    }

    public String getClassName()
    {
        DocumentReference reference = getXClassReference();
        return reference == null ? "" : References.serialize(reference, true);
    }

    public void setClassName(String name)
    {
        setXClassReference(References.parse(name, EntityType.DOCUMENT));
    }

    @Override
    public BaseClass getXClass(XWikiContext context)
    {
        try {
            return context.getWiki().getXClass(getXClassReference(), context);
        } catch (XWikiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PropertyInterface safeget(String name)
    {
        return (PropertyInterface) this.fields.get(name);
    }

    @Override
    public PropertyInterface get(String name) throws XWikiException
    {
        return safeget(name);
    }

    @Override
    public void safeput(String name, PropertyInterface property)
    {
        addField(name, property);
    }

    @Override
    public void put(String name, PropertyInterface property) throws XWikiException
    {
        addField(name, property);
    }

    public void addField(String name, PropertyInterface element)
    {
        PropertyInterface old = safeget(name);
        element.setName(name);
        element.setObject(this);
        this.fields.put(name, element);
        if (element instanceof BaseElement<?> base) {
            base.setOwnerDocument(getOwnerDocument());
            boolean same = old instanceof BaseProperty<?> before && element instanceof BaseProperty<?> after
                && before.getClass() == after.getClass() && Objects.equals(before.getValue(), after.getValue())
                && !before.isValueDirty();
            if (old != element && element instanceof BaseProperty<?> after) {
                after.setValueDirty(!same);
            }
            if (!same) {
                setDirty(true);
            }
        }
    }

    public Collection getFieldList()
    {
        return this.fields.values();
    }

    private Object value(String name)
    {
        return safeget(name) instanceof BaseProperty<?> property ? property.getValue() : null;
    }

    private void value(String name, Class<? extends BaseProperty> type, BaseProperty fallback, Object value)
    {
        PropertyInterface current = safeget(name);
        BaseProperty property = type.isInstance(current) ? (BaseProperty) current : fallback;
        property.setName(name);
        property.setValue(value);
        addField(name, property);
    }

    public String getStringValue(String name)
    {
        Object value = value(name);
        return value == null ? "" : value.toString();
    }

    public String getLargeStringValue(String name)
    {
        return getStringValue(name);
    }

    public void setStringValue(String name, String value)
    {
        value(name, BaseStringProperty.class, new StringProperty(), value);
    }

    public void setLargeStringValue(String name, String value)
    {
        value(name, BaseStringProperty.class, new LargeStringProperty(), value);
    }

    private Number number(String name)
    {
        return value(name) instanceof Number numeric ? numeric : null;
    }

    public int getIntValue(String name)
    {
        return getIntValue(name, 0);
    }

    public int getIntValue(String name, int defaultValue)
    {
        Number value = number(name);
        return value == null ? defaultValue : value.intValue();
    }

    public void setIntValue(String name, int value)
    {
        value(name, IntegerProperty.class, new IntegerProperty(), value);
    }

    public List getListValue(String name)
    {
        return value(name) instanceof List<?> list ? list : List.of();
    }

    public List getFieldsToRemove()
    {
        return this.fieldsToRemove;
    }

    @Override
    public void setOwnerDocument(XWikiDocument ownerDocument)
    {
        super.setOwnerDocument(ownerDocument);
        for (Object field : this.fields.values()) {
            ((BaseElement<?>) field).setOwnerDocument(ownerDocument);
        }
    }

    @Override
    public BaseCollection<R> clone()
    {
        BaseCollection<R> copy = (BaseCollection<R>) super.clone();
        copy.fields = new LinkedHashMap<>();
        copy.fieldsToRemove = new ArrayList<>(this.fieldsToRemove);
        this.fields.forEach((name, field) -> {
            PropertyInterface element = (PropertyInterface) ((BaseElement<?>) field).clone();
            element.setObject(copy);
            copy.fields.put(name, element);
        });
        return copy;
    }

    @Override
    public boolean equals(Object other)
    {
        return other == this || other != null && getClass() == other.getClass()
            && other instanceof BaseCollection<?> collection && this.number == collection.number
            && Objects.equals(getXClassReference(), collection.getXClassReference())
            && this.fields.equals(collection.fields);
    }

    @Override
    public int hashCode()
    {
        return Objects.hash(getClass(), this.number, getClassName());
    }
}

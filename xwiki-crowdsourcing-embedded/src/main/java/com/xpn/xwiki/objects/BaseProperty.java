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

import java.util.Objects;

import org.xwiki.model.reference.EntityReference;

/**
 * The value of a property of an object.
 *
 * @param <R> the type of its reference
 * @version $Id$
 */
public class BaseProperty<R extends EntityReference> extends BaseElement<R> implements PropertyInterface, Cloneable
{
    private static final long serialVersionUID = 1L;

    private BaseCollection object;

    private boolean valueDirty = true;

    @Override
    public BaseCollection getObject()
    {
        return this.object;
    }

    @Override
    public void setObject(BaseCollection object)
    {
        this.object = object;
    }

    @Override
    public long getId()
    {
        return this.object == null ? super.getId() : this.object.getId();
    }

    public String getClassType()
    {
        return getClass().getName();
    }

    public void setClassType(String type)
    {
        // The class says it.
    }

    public Object getValue()
    {
        return null;
    }

    public void setValue(Object value)
    {
        throw new UnsupportedOperationException(getClass().getSimpleName() + ".setValue");
    }

    public String toText()
    {
        return getValue() == null ? "" : getValue().toString();
    }

    @Override
    public String toFormString()
    {
        return toText();
    }

    public boolean isValueDirty()
    {
        return this.valueDirty;
    }

    protected void setValueDirty(Object newValue)
    {
        if (!this.valueDirty && !Objects.equals(newValue, getValue())) {
            setValueDirty(true);
            setDirty(true);
            if (this.object != null) {
                this.object.setDirty(true);
            }
        }
    }

    public void setValueDirty(boolean valueDirty)
    {
        this.valueDirty = valueDirty;
    }

    @Override
    public BaseProperty<R> clone()
    {
        BaseProperty<R> copy = (BaseProperty<R>) super.clone();
        copy.object = null;
        return copy;
    }

    @Override
    public boolean equals(Object other)
    {
        return other == this || other != null && getClass() == other.getClass()
            && other instanceof BaseProperty<?> property && Objects.equals(getName(), property.getName())
            && Objects.equals(getValue(), property.getValue());
    }

    @Override
    public int hashCode()
    {
        return Objects.hashCode(getName());
    }
}

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

import org.xwiki.model.reference.EntityReference;

/**
 * The value of a property of an object.
 *
 * @version $Id$
 */
public class BaseProperty<R extends EntityReference> extends BaseElement<R> implements PropertyInterface, Cloneable
{
    public BaseProperty()
    {
    }

    public BaseCollection getObject()
    {
        throw new UnsupportedOperationException("BaseProperty.getObject");
    }

    public void setObject(BaseCollection baseCollection)
    {
        throw new UnsupportedOperationException("BaseProperty.setObject");
    }

    public long getId()
    {
        throw new UnsupportedOperationException("BaseProperty.getId");
    }

    public void setId(long number)
    {
        throw new UnsupportedOperationException("BaseProperty.setId");
    }

    public Object getValue()
    {
        throw new UnsupportedOperationException("BaseProperty.getValue");
    }

    public void setValue(Object value)
    {
        throw new UnsupportedOperationException("BaseProperty.setValue");
    }

    public String toFormString()
    {
        throw new UnsupportedOperationException("BaseProperty.toFormString");
    }

    public String toText()
    {
        throw new UnsupportedOperationException("BaseProperty.toText");
    }

    public boolean isValueDirty()
    {
        throw new UnsupportedOperationException("BaseProperty.isValueDirty");
    }

    protected void setValueDirty(Object value)
    {
        throw new UnsupportedOperationException("BaseProperty.setValueDirty");
    }

    public void setValueDirty(boolean flag)
    {
        throw new UnsupportedOperationException("BaseProperty.setValueDirty");
    }
}

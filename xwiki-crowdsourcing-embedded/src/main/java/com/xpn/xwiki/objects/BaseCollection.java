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

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.classes.BaseClass;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * An object or a class.
 *
 * @version $Id$
 */
public abstract class BaseCollection<R extends EntityReference> extends BaseElement<R> implements ObjectInterface, Cloneable
{
    public int getNumber()
    {
        throw new UnsupportedOperationException("BaseCollection.getNumber");
    }

    public void setNumber(int number)
    {
        throw new UnsupportedOperationException("BaseCollection.setNumber");
    }

    public DocumentReference getXClassReference()
    {
        throw new UnsupportedOperationException("BaseCollection.getXClassReference");
    }

    public EntityReference getRelativeXClassReference()
    {
        throw new UnsupportedOperationException("BaseCollection.getRelativeXClassReference");
    }

    public void setXClassReference(EntityReference reference)
    {
        throw new UnsupportedOperationException("BaseCollection.setXClassReference");
    }

    public PropertyInterface safeget(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.safeget");
    }

    public PropertyInterface get(String string) throws XWikiException
    {
        throw new UnsupportedOperationException("BaseCollection.get");
    }

    public void safeput(String string, PropertyInterface propertyInterface)
    {
        throw new UnsupportedOperationException("BaseCollection.safeput");
    }

    public void put(String string, PropertyInterface propertyInterface) throws XWikiException
    {
        throw new UnsupportedOperationException("BaseCollection.put");
    }

    public BaseClass getXClass(XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("BaseCollection.getXClass");
    }

    public String getStringValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getStringValue");
    }

    public String getLargeStringValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getLargeStringValue");
    }

    public void setStringValue(String string, String string2)
    {
        throw new UnsupportedOperationException("BaseCollection.setStringValue");
    }

    public void setLargeStringValue(String string, String string2)
    {
        throw new UnsupportedOperationException("BaseCollection.setLargeStringValue");
    }

    public int getIntValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getIntValue");
    }

    public int getIntValue(String string, int number)
    {
        throw new UnsupportedOperationException("BaseCollection.getIntValue");
    }

    public void setIntValue(String string, int number)
    {
        throw new UnsupportedOperationException("BaseCollection.setIntValue");
    }

    public long getLongValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getLongValue");
    }

    public void setLongValue(String string, long number)
    {
        throw new UnsupportedOperationException("BaseCollection.setLongValue");
    }

    public float getFloatValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getFloatValue");
    }

    public void setFloatValue(String string, float value)
    {
        throw new UnsupportedOperationException("BaseCollection.setFloatValue");
    }

    public double getDoubleValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getDoubleValue");
    }

    public void setDoubleValue(String string, double value)
    {
        throw new UnsupportedOperationException("BaseCollection.setDoubleValue");
    }

    public Date getDateValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getDateValue");
    }

    public void setDateValue(String string, Date date)
    {
        throw new UnsupportedOperationException("BaseCollection.setDateValue");
    }

    public List getListValue(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getListValue");
    }

    public void setStringListValue(String string, List list)
    {
        throw new UnsupportedOperationException("BaseCollection.setStringListValue");
    }

    public void setDBStringListValue(String string, List list)
    {
        throw new UnsupportedOperationException("BaseCollection.setDBStringListValue");
    }

    public PropertyInterface getField(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.getField");
    }

    public void addField(String string, PropertyInterface propertyInterface)
    {
        throw new UnsupportedOperationException("BaseCollection.addField");
    }

    public void removeField(String string)
    {
        throw new UnsupportedOperationException("BaseCollection.removeField");
    }

    public Collection getFieldList()
    {
        throw new UnsupportedOperationException("BaseCollection.getFieldList");
    }

    public Set<String> getPropertyList()
    {
        throw new UnsupportedOperationException("BaseCollection.getPropertyList");
    }

    public String[] getPropertyNames()
    {
        throw new UnsupportedOperationException("BaseCollection.getPropertyNames");
    }
}

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
package com.xpn.xwiki.objects.classes;

import org.xwiki.model.reference.EntityReference;
import com.xpn.xwiki.objects.PropertyInterface;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseCollection;
import com.xpn.xwiki.objects.BaseProperty;

/**
 * A property of a class.
 *
 * @version $Id$
 */
public class PropertyClass extends BaseCollection<EntityReference> implements PropertyInterface, Comparable<PropertyClass>
{
    public PropertyClass()
    {
    }

    public BaseProperty fromString(String string) throws XWikiException
    {
        throw new UnsupportedOperationException("PropertyClass.fromString");
    }

    public String getName()
    {
        throw new UnsupportedOperationException("PropertyClass.getName");
    }

    public String getPrettyName()
    {
        throw new UnsupportedOperationException("PropertyClass.getPrettyName");
    }

    public String getPrettyName(XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("PropertyClass.getPrettyName");
    }

    public String getTranslatedPrettyName(XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("PropertyClass.getTranslatedPrettyName");
    }

    public String getHint()
    {
        throw new UnsupportedOperationException("PropertyClass.getHint");
    }

    public String getClassType()
    {
        throw new UnsupportedOperationException("PropertyClass.getClassType");
    }

    public BaseProperty fromStringArray(String[] string) throws XWikiException
    {
        throw new UnsupportedOperationException("PropertyClass.fromStringArray");
    }

    public BaseProperty fromValue(Object value)
    {
        throw new UnsupportedOperationException("PropertyClass.fromValue");
    }

    public BaseProperty newProperty()
    {
        throw new UnsupportedOperationException("PropertyClass.newProperty");
    }

    public String getValidationRegExp()
    {
        throw new UnsupportedOperationException("PropertyClass.getValidationRegExp");
    }

    public String getValidationMessage()
    {
        throw new UnsupportedOperationException("PropertyClass.getValidationMessage");
    }

    public boolean validateProperty(BaseProperty baseProperty, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("PropertyClass.validateProperty");
    }

    public int compareTo(PropertyClass other)
    {
        throw new UnsupportedOperationException("PropertyClass.compareTo");
    }

    public String toFormString()
    {
        throw new UnsupportedOperationException("PropertyClass.toFormString");
    }

    public void setObject(com.xpn.xwiki.objects.BaseCollection object)
    {
        throw new UnsupportedOperationException("PropertyClass.setObject");
    }

    public com.xpn.xwiki.objects.BaseCollection getObject()
    {
        throw new UnsupportedOperationException("PropertyClass.getObject");
    }
}

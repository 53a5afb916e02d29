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

import java.util.List;

import com.xpn.xwiki.objects.BaseCollection;
import com.xpn.xwiki.objects.PropertyInterface;
import org.xwiki.model.reference.DocumentReference;

/**
 * The class of objects.
 *
 * @version $Id$
 */
public class BaseClass extends BaseCollection<DocumentReference> 
{
    public BaseClass()
    {
    }

    public DocumentReference getReference()
    {
        throw new UnsupportedOperationException("BaseClass.getReference");
    }

    public String getName()
    {
        throw new UnsupportedOperationException("BaseClass.getName");
    }

    public PropertyInterface get(String string)
    {
        throw new UnsupportedOperationException("BaseClass.get");
    }

    public void put(String string, PropertyInterface propertyInterface)
    {
        throw new UnsupportedOperationException("BaseClass.put");
    }

    public List<PropertyClass> getEnabledProperties()
    {
        throw new UnsupportedOperationException("BaseClass.getEnabledProperties");
    }

    public BaseClass clone()
    {
        throw new UnsupportedOperationException("BaseClass.clone");
    }

    public BaseClass clone(boolean flag)
    {
        throw new UnsupportedOperationException("BaseClass.clone");
    }
}

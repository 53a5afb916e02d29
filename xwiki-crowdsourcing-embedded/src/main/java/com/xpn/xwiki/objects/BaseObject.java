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

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * An object of a page.
 *
 * @version $Id$
 */
public class BaseObject extends BaseCollection<BaseObjectReference> implements ObjectInterface, Cloneable
{
    public BaseObject()
    {
    }

    public String getName()
    {
        throw new UnsupportedOperationException("BaseObject.getName");
    }

    public void setNumber(int number)
    {
        throw new UnsupportedOperationException("BaseObject.setNumber");
    }

    public void setXClassReference(EntityReference reference)
    {
        throw new UnsupportedOperationException("BaseObject.setXClassReference");
    }

    public BaseObject clone()
    {
        throw new UnsupportedOperationException("BaseObject.clone");
    }

    public BaseObject clone(boolean flag)
    {
        throw new UnsupportedOperationException("BaseObject.clone");
    }

    public BaseObject duplicate()
    {
        throw new UnsupportedOperationException("BaseObject.duplicate");
    }

    public BaseObject duplicate(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("BaseObject.duplicate");
    }

    public void set(String string, Object value, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("BaseObject.set");
    }

    public String getGuid()
    {
        throw new UnsupportedOperationException("BaseObject.getGuid");
    }

    public void setGuid(String string)
    {
        throw new UnsupportedOperationException("BaseObject.setGuid");
    }
}

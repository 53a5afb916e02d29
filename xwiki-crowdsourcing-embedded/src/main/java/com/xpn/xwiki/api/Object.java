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
package com.xpn.xwiki.api;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * An object of a page, as scripts see it.
 *
 * @version $Id$
 */
public class Object extends Collection
{
    public Object(BaseObject object, XWikiContext context)
    {
        super(object, context);
    }

    protected BaseObject getBaseObject()
    {
        return (BaseObject) getCollection();
    }

    public void set(String fieldName, java.lang.Object value) throws XWikiException
    {
        getBaseObject().set(fieldName, value, getXWikiContext());
    }

    public java.lang.Object display(String name, String mode)
    {
        XWikiDocument owner = getBaseObject().getOwnerDocument();
        XWikiDocument document = owner == null ? getXWikiContext().getDoc() : owner;
        return document.display(name, mode, getBaseObject(), getXWikiContext());
    }

    public java.lang.Object get(String name)
    {
        return display(name, "view");
    }
}

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

import java.util.List;

import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.objects.classes.BaseClass;

/**
 * The class of objects, as scripts see it.
 *
 * @version $Id$
 */
public class Class extends Collection
{
    public Class(BaseClass type, XWikiContext context)
    {
        super(type, context);
    }

    protected BaseClass getBaseClass()
    {
        return (BaseClass) getCollection();
    }

    public DocumentReference getReference()
    {
        return getBaseClass().getDocumentReference();
    }

    public List<PropertyClass> getEnabledProperties()
    {
        return getBaseClass().getEnabledProperties().stream()
            .map(property -> new PropertyClass(property, getXWikiContext())).toList();
    }

    public Element get(String name)
    {
        com.xpn.xwiki.objects.classes.PropertyClass property =
            (com.xpn.xwiki.objects.classes.PropertyClass) getBaseClass().get(name);
        return property == null ? null : new PropertyClass(property, getXWikiContext());
    }
}

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

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.IntegerProperty;

/**
 * Yes or no.
 *
 * @version $Id$
 */
public class BooleanClass extends PropertyClass
{
    private static final long serialVersionUID = 1L;

    @Override
    public BaseProperty newProperty()
    {
        return new IntegerProperty();
    }

    @Override
    public BaseProperty fromString(String value) throws XWikiException
    {
        boolean yes = "true".equalsIgnoreCase(value) || "1".equals(value);
        return fromValue(value == null || value.isEmpty() ? null : Integer.valueOf(yes ? 1 : 0));
    }
}

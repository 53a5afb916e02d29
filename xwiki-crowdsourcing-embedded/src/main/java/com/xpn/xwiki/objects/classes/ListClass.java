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

import com.xpn.xwiki.objects.BaseProperty;

/**
 * A list.
 *
 * @version $Id$
 */
public abstract class ListClass extends PropertyClass
{
    public String getSeparators()
    {
        throw new UnsupportedOperationException("ListClass.getSeparators");
    }

    public String getDisplayType()
    {
        throw new UnsupportedOperationException("ListClass.getDisplayType");
    }

    public boolean isMultiSelect()
    {
        throw new UnsupportedOperationException("ListClass.isMultiSelect");
    }

    public boolean isRelationalStorage()
    {
        throw new UnsupportedOperationException("ListClass.isRelationalStorage");
    }

    public static List<String> getListFromString(String string)
    {
        throw new UnsupportedOperationException("ListClass.getListFromString");
    }

    public static List<String> getListFromString(String string, String string2, boolean flag)
    {
        throw new UnsupportedOperationException("ListClass.getListFromString");
    }

    protected static List<String> getListFromString(String string, String string2, boolean flag, boolean flag2)
    {
        throw new UnsupportedOperationException("ListClass.getListFromString");
    }

    public static String getStringFromList(List<String> list)
    {
        throw new UnsupportedOperationException("ListClass.getStringFromList");
    }

    public static String getStringFromList(List<String> list, String string)
    {
        throw new UnsupportedOperationException("ListClass.getStringFromList");
    }

    public List<String> toList(BaseProperty<?> baseProperty)
    {
        throw new UnsupportedOperationException("ListClass.toList");
    }
}

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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.LargeStringProperty;

/**
 * References of groups, joined with commas.
 *
 * @version $Id$
 */
public class GroupsClass extends ListClass
{
    private static final long serialVersionUID = 1L;

    @Override
    public List<String> getList(XWikiContext context)
    {
        return new ArrayList<>(getMap(context).keySet());
    }

    @Override
    public Map<String, ListItem> getMap(XWikiContext context)
    {
        return UsersClass.map(true);
    }

    @Override
    public BaseProperty newProperty()
    {
        return new LargeStringProperty();
    }

    @Override
    public BaseProperty fromString(String value) throws XWikiException
    {
        return fromValue(value);
    }

    @Override
    public BaseProperty fromStringArray(String[] strings)
    {
        return fromValue(String.join(UsersClass.COMMA,
            UsersClass.getListFromString(String.join(UsersClass.COMMA, strings))));
    }

    @Override
    public void fromList(BaseProperty<?> property, List<String> list)
    {
        property.setValue(String.join(UsersClass.COMMA, list));
    }
}

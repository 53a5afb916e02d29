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

import java.util.ArrayList;
import java.util.List;

import com.xpn.xwiki.objects.classes.ListClass;

/**
 * A list.
 *
 * @version $Id$
 */
public class ListProperty extends BaseProperty implements Cloneable
{
    private static final long serialVersionUID = 1L;

    protected transient List<String> list = new ArrayList<>();

    @Override
    public Object getValue()
    {
        return getList();
    }

    @Override
    public void setValue(Object value)
    {
        List<String> values = new ArrayList<>();
        if (value instanceof Iterable<?> items) {
            items.forEach(item -> values.add(String.valueOf(item)));
        } else if (value != null) {
            values.addAll(ListClass.getListFromString(value.toString()));
        }
        setList(values);
    }

    public List<String> getList()
    {
        return this.list;
    }

    public void setList(List<String> list)
    {
        List<String> values = list == null ? new ArrayList<>() : new ArrayList<>(list);
        setValueDirty((Object) values);
        this.list = values;
    }

    public String getTextValue()
    {
        return toText();
    }

    @Override
    public String toText()
    {
        return ListClass.getStringFromList(getList());
    }

    @Override
    public ListProperty clone()
    {
        ListProperty copy = (ListProperty) super.clone();
        copy.list = new ArrayList<>(this.list);
        return copy;
    }
}

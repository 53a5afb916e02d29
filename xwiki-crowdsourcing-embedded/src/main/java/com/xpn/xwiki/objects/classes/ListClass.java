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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.DBStringListProperty;
import com.xpn.xwiki.objects.LargeStringProperty;
import com.xpn.xwiki.objects.ListProperty;
import com.xpn.xwiki.objects.StringListProperty;
import com.xpn.xwiki.objects.StringProperty;

/**
 * One or several values of a list.
 *
 * @version $Id$
 */
public abstract class ListClass extends PropertyClass
{
    public static final String DISPLAYTYPE_INPUT = "input";

    public static final String DISPLAYTYPE_RADIO = "radio";

    public static final String DISPLAYTYPE_CHECKBOX = "checkbox";

    public static final String DISPLAYTYPE_SELECT = "select";

    public static final String DEFAULT_SEPARATOR = "|";

    public static final char SEPARATOR_ESCAPE = '\\';

    private static final long serialVersionUID = 1L;

    public abstract List<String> getList(XWikiContext context);

    public abstract Map<String, ListItem> getMap(XWikiContext context);

    public String getSeparators()
    {
        return setting("separators", DEFAULT_SEPARATOR);
    }

    public boolean isMultiSelect()
    {
        return isSet("multiSelect");
    }

    public boolean isRelationalStorage()
    {
        return isSet("relationalStorage");
    }

    public boolean isLargeStorage()
    {
        return isSet("largeStorage");
    }

    public static List<String> getListFromString(String value)
    {
        return getListFromString(value, DEFAULT_SEPARATOR, true);
    }

    /** Splits at any of the separators that is not escaped; with a map, a value is what is left of its first "=". */
    public static List<String> getListFromString(String value, String separators, boolean withMap)
    {
        List<String> list = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean escaped = false;
        for (char character : (value == null ? "" : value).toCharArray()) {
            if (escaped) {
                item.append(character);
                escaped = false;
            } else if (character == SEPARATOR_ESCAPE) {
                escaped = true;
            } else if ((separators == null ? DEFAULT_SEPARATOR : separators).indexOf(character) >= 0) {
                add(list, item, withMap);
            } else {
                item.append(character);
            }
        }
        add(list, item, withMap);
        return list;
    }

    private static void add(List<String> list, StringBuilder item, boolean withMap)
    {
        int end = withMap ? item.indexOf("=") : -1;
        String value = (end < 0 ? item.toString() : item.substring(0, end)).trim();
        if (!value.isEmpty()) {
            list.add(value);
        }
        item.setLength(0);
    }

    public static String getStringFromList(List<String> list)
    {
        return getStringFromList(list, DEFAULT_SEPARATOR);
    }

    public static String getStringFromList(List<String> list, String separators)
    {
        String separator = separators == null || separators.isEmpty() ? DEFAULT_SEPARATOR : separators;
        List<String> items = new ArrayList<>();
        for (String item : list) {
            String escaped = item.replace("\\", "\\\\");
            for (char character : separator.toCharArray()) {
                escaped = escaped.replace(String.valueOf(character), "\\" + character);
            }
            items.add(escaped);
        }
        return String.join(separator.substring(0, 1), items);
    }

    public static Map<String, ListItem> getMapFromString(String value)
    {
        Map<String, ListItem> map = new LinkedHashMap<>();
        for (String item : getListFromString(value, DEFAULT_SEPARATOR, false)) {
            int end = item.indexOf('=');
            String id = end < 0 ? item : item.substring(0, end);
            map.put(id, new ListItem(id, end < 0 ? item : item.substring(end + 1)));
        }
        return map;
    }

    @Override
    public BaseProperty newProperty()
    {
        if (isMultiSelect()) {
            return isRelationalStorage() ? new DBStringListProperty() : new StringListProperty();
        }
        return isLargeStorage() ? new LargeStringProperty() : new StringProperty();
    }

    @Override
    public BaseProperty fromString(String value) throws XWikiException
    {
        BaseProperty property = newProperty();
        property.setName(getName());
        property.setValue(property instanceof ListProperty ? getListFromString(value, getSeparators(), false) : value);
        return property;
    }

    @Override
    public BaseProperty fromStringArray(String[] strings) throws XWikiException
    {
        if (!isMultiSelect() || strings.length == 1) {
            return fromString(strings[0]);
        }
        List<String> values = new ArrayList<>();
        for (String value : strings) {
            if (!value.isBlank()) {
                values.add(value);
            }
        }
        BaseProperty property = newProperty();
        property.setName(getName());
        fromList(property, values);
        return property;
    }

    public void fromList(BaseProperty<?> property, List<String> list)
    {
        property.setValue(property instanceof ListProperty ? list : list.isEmpty() ? "" : list.get(0));
    }
}

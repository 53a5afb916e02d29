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
import com.xpn.xwiki.objects.DoubleProperty;
import com.xpn.xwiki.objects.FloatProperty;
import com.xpn.xwiki.objects.IntegerProperty;
import com.xpn.xwiki.objects.LongProperty;

/**
 * A number.
 *
 * @version $Id$
 */
public class NumberClass extends PropertyClass
{
    public static final String TYPE_INTEGER = "integer";

    public static final String TYPE_FLOAT = "float";

    public static final String TYPE_DOUBLE = "double";

    public static final String TYPE_LONG = "long";

    private static final long serialVersionUID = 1L;

    public String getNumberType()
    {
        return setting("numberType", TYPE_LONG);
    }

    @Override
    public BaseProperty newProperty()
    {
        return switch (getNumberType()) {
            case TYPE_INTEGER -> new IntegerProperty();
            case TYPE_FLOAT -> new FloatProperty();
            case TYPE_DOUBLE -> new DoubleProperty();
            default -> new LongProperty();
        };
    }

    /** Text that is no number is refused, and leaves what was stored. */
    @Override
    public BaseProperty fromString(String value) throws XWikiException
    {
        String text = value == null ? "" : value.trim();
        try {
            if (text.isEmpty()) {
                return fromValue(null);
            }
            return fromValue(switch (getNumberType()) {
                case TYPE_INTEGER -> Integer.valueOf(text);
                case TYPE_FLOAT -> Float.valueOf(text);
                case TYPE_DOUBLE -> Double.valueOf(text);
                default -> Long.valueOf(text);
            });
        } catch (NumberFormatException e) {
            throw new XWikiException(XWikiException.MODULE_XWIKI_CLASSES,
                XWikiException.ERROR_XWIKI_CLASSES_FIELD_INVALID,
                String.format("The value [%s] of the property [%s] is no number", value, getName()), e);
        }
    }
}

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

import java.util.Locale;

import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.LargeStringProperty;

/**
 * Lines of text.
 *
 * @version $Id$
 */
public class TextAreaClass extends StringClass
{
    private static final long serialVersionUID = 1L;

    /** What the text is. */
    public enum ContentType
    {
        PURE_TEXT,
        WIKI_TEXT,
        VELOCITY_CODE,
        VELOCITYWIKI;

        @Override
        public String toString()
        {
            return switch (this) {
                case PURE_TEXT -> "PureText";
                case WIKI_TEXT -> "FullyRenderedText";
                case VELOCITY_CODE -> "VelocityCode";
                case VELOCITYWIKI -> "VelocityWiki";
            };
        }
    }

    @Override
    public BaseProperty newProperty()
    {
        return new LargeStringProperty();
    }

    public int getRows()
    {
        return setting("rows", 5);
    }

    public String getEditor()
    {
        return setting("editor", "").toLowerCase(Locale.ROOT);
    }

    public String getContentType()
    {
        return setting("contenttype", isPure() ? ContentType.PURE_TEXT.toString() : ContentType.WIKI_TEXT.toString());
    }

    private boolean isPure()
    {
        return "puretext".equals(getEditor());
    }

    public boolean isWikiContent()
    {
        return !ContentType.PURE_TEXT.toString().equalsIgnoreCase(getContentType());
    }

    public boolean isRestricted()
    {
        return isSet("restricted");
    }
}

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
package org.xwiki.contrib.crowdsourcing;

import java.util.regex.Pattern;

import org.apache.commons.lang3.StringUtils;

/**
 * The beginning of a text, where there is no room for all of it.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Excerpt
{
    /** How many characters there is usually room for. */
    public static final int USUAL = 120;

    private static final String ELLIPSIS = "\u2026";

    /** The marks of wiki text that say nothing in one plain line. */
    private static final Pattern FORMATTING = Pattern.compile("\\*\\*|//|__|\\{\\{[^}]*\\}\\}|\\[\\[|\\]\\]");

    private Excerpt()
    {
    }

    /**
     * @param text wiki text that somebody typed, maybe {@code null}
     * @return its beginning, in one line and without formatting: plain text, maybe empty
     */
    public static String of(String text)
    {
        return cut(StringUtils.normalizeSpace(FORMATTING.matcher(StringUtils.defaultString(text)).replaceAll("")),
            USUAL);
    }

    /**
     * @param text plain text
     * @param length how many characters there is room for
     * @return its beginning
     */
    public static String cut(String text, int length)
    {
        return text.codePointCount(0, text.length()) <= length ? text
            : text.substring(0, text.offsetByCodePoints(0, length - 1)).strip() + ELLIPSIS;
    }
}

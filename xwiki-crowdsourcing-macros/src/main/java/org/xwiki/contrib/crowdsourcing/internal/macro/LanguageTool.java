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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.Locale;
import java.util.Set;

import org.apache.commons.lang3.StringUtils;

/**
 * How a text and the name of a language are marked for those who read or hear them in it.
 *
 * @version $Id$
 * @since 1.0
 */
public class LanguageTool
{
    private static final Set<String> RIGHT_TO_LEFT =
        Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "ug", "ur", "yi");

    /**
     * @param tag the tag of a language
     * @return what those who speak it call it
     */
    public String name(String tag)
    {
        Locale locale = Locale.forLanguageTag(tag);
        return StringUtils.capitalize(locale.getDisplayLanguage(locale));
    }

    /**
     * @param tag the tag of a language
     * @return in which direction it is written
     */
    public String direction(String tag)
    {
        return RIGHT_TO_LEFT.contains(tag) ? "rtl" : "ltr";
    }
}

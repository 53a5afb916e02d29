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
import java.util.Map;

/**
 * The one place that knows the pickers of the wiki. What a form shows is a control of the browser, which works
 * everywhere; it carries what the pickers of the wiki look for, so they take its place where the wiki has them.
 *
 * @version $Id$
 * @since 1.0
 */
final class Pickers
{
    private static final String CLASS = "class";

    private static final String CODE = "Crowdsourcing.Code.";

    private static final String DATE = "date";

    private static final String SETTINGS = "data-xwiki-selectize";

    /** How the picker of the wiki writes what the browser's own control writes, by the type of that control. */
    private static final Map<String, String> FORMATS =
        Map.of(DATE, "yyyy-MM-dd", "datetime-local", "yyyy-MM-dd'T'HH:mm");

    private Pickers()
    {
    }

    /**
     * @param type {@code date} or {@code datetime-local}
     * @param value the value
     * @param locale the reader's language
     * @return the attributes of an input for a day, or a day and a time
     */
    static Object[] date(String type, String value, Locale locale)
    {
        // A browser shows nothing for a value that is no date, so that one is left as text to be put right.
        boolean odd = !value.isEmpty() && !value.matches("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?");
        return new Object[] {"type", odd ? "text" : type, "value", value, CLASS, "form-control", "data-cs-picker",
            odd ? null : DATE, "data-format", FORMATS.get(type), "data-locale", locale};
    }

    /**
     * @param property the property whose values the picker offers, such as {@code NeedClass_area}
     * @param created whether what is typed is taken as well
     * @return the attributes of an input or a select for a page
     */
    static Object[] page(String property, boolean created)
    {
        int end = property.indexOf('_');
        return new Object[] {CLASS, "form-control suggest-propertyValues", "data-className",
            CODE + property.substring(0, end), "data-propertyName", property.substring(end + 1), "data-freeText",
            created ? "allowed" : "forbidden", SETTINGS,
            "{\"maxItems\": 1, \"delimiter\": \"\\n\", \"dropdownWidth\": null}"};
    }

    /**
     * @param toolkit what knows addresses and texts
     * @param kinds the names of what is found by words, separated by plus signs
     * @param several whether several are chosen
     * @return the attributes of a control that finds it; what is typed is taken if it can be a reference or an address
     */
    static Object[] words(Toolkit toolkit, String kinds, boolean several)
    {
        String many = several ? "\"maxItems\": null, \"delimiter\": \"|\", " : "";
        return new Object[] {"data-cs-pick", toolkit.getPicksURL(kinds), "data-placeholder",
            toolkit.translate("crowdsourcing.pick.hint"), SETTINGS,
            '{' + many + "\"createFilter\": \"[.:/]\", \"preload\": \"focus\", \"dropdownWidth\": null}"};
    }
}

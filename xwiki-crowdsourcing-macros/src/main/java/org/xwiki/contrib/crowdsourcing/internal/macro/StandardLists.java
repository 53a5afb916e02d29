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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.ArrayUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertOptions;

/**
 * The fields of the form of a profile that choose from a standard list, with names in the reader's language.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = StandardLists.class)
@Singleton
public class StandardLists
{
    private static final String COUNTRY = "ExpertClass_country";

    private static final String LANGUAGES = "ExpertClass_languages";

    private static final String NONE = "crowdsourcing.none";

    private static final String BRIEF_LANGUAGE = "BriefClass_language";

    private static final String REGION = "ExpertClass_region";

    private static final String VALUE = "value";

    private static final String NAME = "name";

    private static final String OPTION = "option";

    private static final String SELECT = "select";

    private static final String MULTIPLE = "multiple";

    private static final String SELECTED = "selected";

    private static final int SHOWN = 8;

    @Inject
    private ExpertOptions options;

    @Inject
    private Toolkit toolkit;

    /**
     * @param key the name of the class and the property
     * @param id the id and name of the field
     * @param property what the template tells of the property
     * @return the field, empty if the wiki shows it
     */
    String control(String key, String id, Map<String, ?> property)
    {
        Html html = new Html();
        if (COUNTRY.equals(key)) {
            String country = text(property.get(VALUE));
            html.open(SELECT, attributes(id)).open(OPTION, VALUE, "")
                .text(this.toolkit.translate(NONE)).close(OPTION);
            options(html, this.options.getAllCountries(country), List.of(country), this.toolkit::getCountryName);
        } else if (BRIEF_LANGUAGE.equals(key)) {
            String language = text(property.get(VALUE));
            html.open(SELECT, attributes(id)).open(OPTION, VALUE, "")
                .text(this.toolkit.translate(NONE)).close(OPTION);
            options(html, this.options.getLanguages(language), List.of(language), this.toolkit::getLanguageName);
        } else if (LANGUAGES.equals(key)) {
            Collection<?> chosen = property.get(VALUE) instanceof Collection<?> list ? list : List.of();
            List<String> tags = chosen.stream().map(String::valueOf).toList();
            html.open(SELECT, ArrayUtils.addAll(attributes(id), MULTIPLE, MULTIPLE, "size", SHOWN));
            options(html, this.options.getLanguages(tags.toArray(String[]::new)), tags,
                this.toolkit::getLanguageName);
            // So that the wiki learns that nothing is chosen.
            html.open("input", "type", "hidden", NAME, id, VALUE, "");
        }
        return html.toString();
    }

    private static Object[] attributes(String id)
    {
        return new Object[] {"id", id, NAME, id, "class", "form-control"};
    }

    private static void options(Html html, List<String> codes, List<String> chosen, Function<String, String> name)
    {
        for (String code : codes) {
            String shown = name.apply(code);
            html.open(OPTION, VALUE, code, SELECTED, chosen.contains(code) ? SELECTED : null)
                .text(shown.isBlank() ? code : shown).close(OPTION);
        }
        html.close(SELECT);
    }

    /**
     * @param key the name of the class and the property
     * @param property what the template tells of the property
     * @return what is to be said of its value, empty if nothing
     */
    String note(String key, Map<String, ?> property)
    {
        return REGION.equals(key)
            ? ProfileForms.note(this.toolkit, text(property.get("country")), text(property.get(VALUE))) : "";
    }

    private static String text(Object value)
    {
        return value == null ? "" : value.toString();
    }
}

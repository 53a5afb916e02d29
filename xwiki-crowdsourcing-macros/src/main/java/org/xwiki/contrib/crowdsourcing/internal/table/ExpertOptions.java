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
package org.xwiki.contrib.crowdsourcing.internal.table;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.macro.Toolkit;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the directory of experts can be searched by.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ExpertOptions.class)
@Singleton
public class ExpertOptions
{
    /** The languages that a profile offers to choose from, which are more than have two letters. */
    private static final List<String> LANGUAGES = List.of("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es",
        "et", "fa", "fi", "fr", "gn", "he", "hi", "hr", "ht", "hu", "id", "it", "ja", "ka", "ko", "lt", "lv", "ms",
        "nah", "nl", "no", "pl", "pt", "qu", "ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur",
        "vi", "yua", "zh");

    @Inject
    private ExpertManager experts;

    @Inject
    private Toolkit toolkit;

    /**
     * @param chosen the country that is chosen, maybe {@code null}
     * @return the countries of the experts and the chosen one, by name
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<String> getCountries(String chosen) throws CrowdsourcingException
    {
        List<String> countries = new ArrayList<>(this.experts.getCountries());
        if (chosen != null && !countries.contains(chosen)) {
            countries.add(chosen);
        }
        return sort(countries, this.toolkit::getCountryName);
    }

    /**
     * @param chosen the languages that are chosen
     * @return the languages of profiles and the chosen ones, by name
     */
    public List<String> getLanguages(String... chosen)
    {
        Set<String> languages = new LinkedHashSet<>(LANGUAGES);
        Arrays.stream(chosen).filter(StringUtils::isNotBlank).forEach(languages::add);
        return sort(new ArrayList<>(languages), this.toolkit::getLanguageName);
    }

    /**
     * @param chosen what is chosen, which may be no country
     * @return all countries and what is chosen, by name
     */
    public List<String> getAllCountries(String chosen)
    {
        Set<String> countries = new LinkedHashSet<>(List.of(Locale.getISOCountries()));
        if (StringUtils.isNotBlank(chosen)) {
            countries.add(chosen);
        }
        return sort(new ArrayList<>(countries), this.toolkit::getCountryName);
    }

    /** As the reader's language puts letters in order. */
    private List<String> sort(List<String> codes, Function<String, String> name)
    {
        codes.sort(Comparator.comparing(name, Collator.getInstance(this.toolkit.getLocale())::compare));
        return codes;
    }

    /**
     * @param chosen the reference of an area, maybe {@code null}
     * @param areas the areas
     * @return the area, {@code null} if it is none of them
     */
    public DocumentReference getArea(String chosen, List<Area> areas)
    {
        return areas.stream().map(Area::reference)
            .filter(reference -> this.toolkit.serialize(reference).equals(chosen)).findFirst().orElse(null);
    }
}

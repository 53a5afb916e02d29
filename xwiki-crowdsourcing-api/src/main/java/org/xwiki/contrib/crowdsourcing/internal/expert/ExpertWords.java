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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Terms;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;

/**
 * What an expert is found by: the words of the profile with their stems, and marks for what has a name of its own in
 * each language, such as a country. Names are looked up when somebody searches: an area that gets another title is
 * found by it at once, and nothing of the profiles needs to change.
 *
 * @version $Id$
 * @since 1.0
 */
public final class ExpertWords
{
    /** The field of the search engine with all of that. */
    public static final String FIELD = "expert.words_string";

    private static final String COUNTRY = "country";

    // Words have small letters: nothing that is typed is one of these marks.
    private static final String MARK = "%s.%s";

    private static final String AREA_MARK = "AREA";

    private static final String COUNTRY_MARK = "COUNTRY";

    private static final String REGION_MARK = "REGION";

    private static final String LANGUAGE_MARK = "LANGUAGE";

    /** What is longer is no word that anybody looks for. */
    private static final int LONGEST = 100;

    private static final List<Locale> LOCALES =
        List.of(Locale.ENGLISH, new Locale("es"), new Locale("pt"), Locale.FRENCH);

    /** The regions by the numbers of UN M49 that have names. */
    private static final Map<Region, List<String>> REGIONS =
        Map.ofEntries(Map.entry(Region.NORTHERN_AMERICA, List.of("021")),
            Map.entry(Region.LATIN_AMERICA_CARIBBEAN, List.of("419", "029")),
            Map.entry(Region.WESTERN_EUROPE, List.of("155")), Map.entry(Region.EASTERN_EUROPE, List.of("151")),
            Map.entry(Region.AFRICA, List.of("002")), Map.entry(Region.WESTERN_ASIA, List.of("145")),
            Map.entry(Region.CENTRAL_ASIA, List.of("143")), Map.entry(Region.SOUTHERN_ASIA, List.of("034")),
            Map.entry(Region.EASTERN_ASIA, List.of("030")), Map.entry(Region.SOUTH_EASTERN_ASIA, List.of("035")),
            Map.entry(Region.OCEANIA, List.of("009")));

    /** The marks by the words of their names, by language. */
    private static final Map<Locale, Map<String, Set<String>>> NAMES = new ConcurrentHashMap<>();

    private ExpertWords()
    {
    }

    /**
     * @param expert what a profile says
     * @param areas the local references of the pages of the expert's areas
     * @return what the expert is found by
     */
    public static Set<String> of(Row expert, Collection<String> areas)
    {
        Set<String> result = new LinkedHashSet<>();
        // Each on its own: they may be in different languages.
        for (String text : List.of(expert.title(), expert.text("position"), expert.text("organisation"),
            expert.text("biography"))) {
            Terms.known(text).stream().filter(word -> word.length() <= LONGEST).forEach(result::add);
        }
        String country = expert.text(COUNTRY);
        if (!country.isBlank()) {
            result.add(mark(COUNTRY_MARK, country));
        }
        region(expert.option(Region.class, "region"), country)
            .ifPresent(region -> result.add(mark(REGION_MARK, region.getId())));
        expert.list("languages").forEach(language -> result.add(mark(LANGUAGE_MARK, language)));
        areas.forEach(area -> result.add(area(area)));
        return result;
    }

    /**
     * @param region the region that a profile names, or {@code null}
     * @param country its country
     * @return the region that the profile names, otherwise that of its country
     */
    public static Optional<Region> region(Region region, String country)
    {
        return region == null ? Region.ofCountry(country) : Optional.of(region);
    }

    private static String mark(String kind, String value)
    {
        return String.format(MARK, kind, value);
    }

    /**
     * @param area the local reference of the page of an area
     * @return the mark of who knows that area; a short one, without spaces
     */
    static String area(String area)
    {
        return mark(AREA_MARK, Integer.toHexString(area.hashCode()));
    }

    /**
     * @param words a word in all of its forms
     * @param reader the language of the reader
     * @return the marks of the countries, regions and languages with that word in their name, in the language of the
     *     reader, in English, Spanish, Portuguese or French
     */
    static Set<String> named(Set<String> words, Locale reader)
    {
        Set<Locale> locales = new LinkedHashSet<>(LOCALES);
        locales.add(new Locale(reader.getLanguage()));
        Set<String> result = new HashSet<>();
        for (Locale locale : locales) {
            Map<String, Set<String>> names = NAMES.computeIfAbsent(locale, ExpertWords::names);
            words.forEach(word -> result.addAll(names.getOrDefault(word, Set.of())));
        }
        return result;
    }

    private static Map<String, Set<String>> names(Locale locale)
    {
        Map<String, Set<String>> result = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            put(result, new Locale("", country).getDisplayCountry(locale), mark(COUNTRY_MARK, country));
        }
        REGIONS.forEach((region, codes) -> codes.forEach(code -> put(result,
            new Locale("", code).getDisplayCountry(locale), mark(REGION_MARK, region.getId()))));
        List<String> languages = new ArrayList<>(List.of(Locale.getISOLanguages()));
        languages.addAll(List.of("nah", "yua"));
        languages.forEach(language -> put(result, Locale.forLanguageTag(language).getDisplayLanguage(locale),
            mark(LANGUAGE_MARK, language)));
        return result;
    }

    private static void put(Map<String, Set<String>> marks, String name, String mark)
    {
        Terms.words(name).forEach(word -> marks.computeIfAbsent(word, key -> new HashSet<>()).add(mark));
    }
}

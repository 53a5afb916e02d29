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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.ProfileInput;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * What an expert types into the own profile, checked as the form of the wiki does.
 *
 * @version $Id$
 * @since 1.0
 */
final class ProfileInputs
{
    /** The longest biography, in characters. */
    static final int LONG = 60000;

    private static final String POSITION = "position";

    private static final String ORGANISATION = "organisation";

    private static final String AFFILIATIONS = "affiliations";

    private static final String COUNTRY = "country";

    private static final String REGION = "region";

    private static final String GENDER = "gender";

    private static final String LANGUAGES = "languages";

    private static final String TIMEZONE = "timezone";

    private static final String AVAILABLE_FROM = "availableFrom";

    private static final String BIOGRAPHY = "biography";

    private static final String UNKNOWN = "crowdsourcing.error.unknownValue";

    private final Inputs inputs = new Inputs();

    private final Map<String, Object> values = new LinkedHashMap<>();

    private final List<Map<String, Object>> expertise = new ArrayList<>();

    /**
     * @param input what was typed
     * @param areas the local references of the pages of areas that the expert may choose
     * @throws CrowdsourcingException if anything is wrong
     */
    ProfileInputs(ProfileInput input, Collection<String> areas) throws CrowdsourcingException
    {
        this.values.put(POSITION, this.inputs.line(POSITION, input.position()));
        this.values.put(ORGANISATION, this.inputs.line(ORGANISATION, input.organisation()));
        list(AFFILIATIONS, input.affiliations(), value -> Stored.find(Affiliation.class, value).isPresent());
        String country = input.country().strip().toUpperCase(Locale.ROOT);
        this.inputs.country(COUNTRY, country);
        this.values.put(COUNTRY, country);
        option(REGION, input.region(), Region.class);
        option(GENDER, input.gender(), Gender.class);
        list(LANGUAGES, input.languages(), Inputs::isLanguage);
        String zone = input.timezone().strip();
        this.inputs.zone(TIMEZONE, zone);
        this.values.put(TIMEZONE, zone);
        String day = input.availableFrom().strip();
        this.inputs.date(AVAILABLE_FROM, day);
        this.values.put(AVAILABLE_FROM, day);
        this.values.put(BIOGRAPHY, this.inputs.text(BIOGRAPHY, input.biography(), LONG));
        areas(input.areas(), areas);
        this.inputs.refuse();
    }

    private <E extends Enum<E> & Stored> void option(String field, String typed, Class<E> type)
    {
        String value = typed.strip();
        this.inputs.choice(field, type, value);
        this.values.put(field, value);
    }

    private void list(String field, List<String> typed, Predicate<String> known)
    {
        List<String> chosen = typed.stream().map(String::strip).filter(value -> !value.isEmpty()).distinct().toList();
        this.inputs.each(field, chosen, known);
        this.values.put(field, chosen);
    }

    private void areas(List<ProfileInput.AreaInput> typed, Collection<String> areas)
    {
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < Math.min(typed.size(), ProfileInput.MOST_AREAS); i++) {
            String area = typed.get(i).area().strip();
            String level = typed.get(i).level().strip();
            String field = ProfileInput.AREA + i;
            if (area.isEmpty()) {
                continue;
            }
            if (!areas.contains(area)) {
                this.inputs.add(new FieldError(field, UNKNOWN, Inputs.shorten(area)));
            } else if (!chosen.add(area)) {
                this.inputs.add(new FieldError(field, "crowdsourcing.error.areaTwice"));
            }
            this.inputs.option(ProfileInput.LEVEL + i, ExpertiseLevel.class, level);
            this.expertise.add(Map.of(ProfileInput.AREA, area, ProfileInput.LEVEL, level));
        }
    }

    /**
     * @return the values of the profile and of its areas, to be stored
     */
    Map<Schema, List<Map<String, Object>>> objects()
    {
        return Map.of(Schema.EXPERT, List.of(this.values), Schema.EXPERTISE, this.expertise);
    }

    /**
     * @param expert what is stored of a profile
     * @param expertise what is stored of its areas
     * @return what the expert says in it
     */
    static ProfileInput stored(Row expert, List<Row> expertise)
    {
        return new ProfileInput(expert.text(POSITION), expert.text(ORGANISATION), expert.list(AFFILIATIONS),
            expert.text(COUNTRY), expert.text(REGION), expert.text(GENDER), expert.list(LANGUAGES),
            expert.text(TIMEZONE), expert.text(AVAILABLE_FROM), expert.text(BIOGRAPHY),
            expertise.stream().map(item -> new ProfileInput.AreaInput(item.text(ProfileInput.AREA),
                item.text(ProfileInput.LEVEL))).toList());
    }
}

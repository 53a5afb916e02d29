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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;

/**
 * What one line of an imported file says about an expert, checked as the forms check it.
 *
 * @version $Id$
 * @since 1.0
 */
final class ImportLine
{
    static final String NAME = "name";

    static final String EMAIL = ContactStore.EMAIL;

    private static final String POSITION = "position";

    private static final String ORGANISATION = "organisation";

    private static final String AFFILIATIONS = "affiliations";

    private static final String COUNTRY = "country";

    private static final String REGION = "region";

    private static final String GENDER = "gender";

    private static final String LANGUAGES = "languages";

    private static final String TIMEZONE = "timezone";

    private static final String BIOGRAPHY = "biography";

    private static final String AREAS = "areas";

    private static final String CONSENT_ON = "consenton";

    private static final String CONSENT_VERSION = "consentversion";

    /** The columns that a file may have. */
    static final List<String> COLUMNS = List.of(NAME, EMAIL, ContactStore.PHONE, ContactStore.NOTES, POSITION,
        ORGANISATION, AFFILIATIONS, COUNTRY, REGION, GENDER, LANGUAGES, TIMEZONE, BIOGRAPHY, AREAS, CONSENT_ON,
        CONSENT_VERSION);

    private static final String AREA = "area";

    private static final String LEVEL = "level";

    private static final String UNKNOWN = "crowdsourcing.error.unknownValue";

    private final Inputs inputs = new Inputs();

    private final Map<String, Object> profile = new LinkedHashMap<>();

    private final Map<String, Object> contact = new LinkedHashMap<>();

    private final List<Map<String, Object>> expertise = new ArrayList<>();

    private final Map<String, String> cells;

    private final String title;

    /**
     * @param cells the cells by column
     * @param titles the areas of expertise by their titles in small letters
     */
    ImportLine(Map<String, String> cells, Map<String, String> titles)
    {
        this.cells = cells;
        this.title = this.inputs.title(NAME, cell(NAME));
        readContact();
        line(POSITION);
        line(ORGANISATION);
        list(AFFILIATIONS, value -> Stored.find(Affiliation.class, value).isPresent());
        this.inputs.country(COUNTRY, put(COUNTRY, cell(COUNTRY).toUpperCase(Locale.ROOT)));
        this.inputs.choice(REGION, Region.class, copy(REGION));
        this.inputs.choice(GENDER, Gender.class, copy(GENDER));
        list(LANGUAGES, Inputs::isLanguage);
        this.inputs.zone(TIMEZONE, copy(TIMEZONE));
        put(BIOGRAPHY, this.inputs.text(BIOGRAPHY, cell(BIOGRAPHY), ProfileInputs.LONG));
        readAreas(titles);
        readConsent();
    }

    private String cell(String column)
    {
        return this.cells.getOrDefault(column, "").strip();
    }

    private String copy(String column)
    {
        return put(column, cell(column));
    }

    private String put(String column, String value)
    {
        if (!value.isEmpty()) {
            this.profile.put(column, value);
        }
        return value;
    }

    private void readContact()
    {
        String email = ContactInputs.email(this.inputs, cell(EMAIL));
        if (email.isEmpty()) {
            this.inputs.add(new FieldError(EMAIL, "crowdsourcing.error.required"));
        }
        this.contact.put(EMAIL, ContactStore.normalize(email));
        String phone = ContactInputs.phone(this.inputs, cell(ContactStore.PHONE));
        if (!phone.isEmpty()) {
            this.contact.put(ContactStore.PHONE, phone);
        }
        String notes = ContactInputs.notes(this.inputs, cell(ContactStore.NOTES));
        if (!notes.isEmpty()) {
            this.contact.put(ContactStore.NOTES, notes);
        }
    }

    private void line(String column)
    {
        put(column, this.inputs.line(column, cell(column)));
    }

    private List<String> split(String column)
    {
        return Arrays.stream(cell(column).split("[|;,\\n]")).map(String::strip).filter(part -> !part.isEmpty())
            .distinct().toList();
    }

    private void list(String column, Predicate<String> known)
    {
        List<String> values = split(column).stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        this.inputs.each(column, values, known);
        if (!values.isEmpty()) {
            this.profile.put(column, values);
        }
    }

    /** Each is the title of an area, with a colon and what the expert is able to. */
    private void readAreas(Map<String, String> titles)
    {
        for (String part : cell(AREAS).split("[|;\\n]")) {
            if (!part.isBlank()) {
                int colon = part.lastIndexOf(':');
                Optional<ExpertiseLevel> level =
                    Stored.find(ExpertiseLevel.class, part.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
                String name = (level.isPresent() && colon > 0 ? part.substring(0, colon) : part).strip();
                String area = titles.get(name.toLowerCase(Locale.ROOT));
                if (area == null) {
                    this.inputs.add(new FieldError(AREAS, UNKNOWN, Inputs.shorten(name)));
                } else {
                    this.expertise.add(Map.of(AREA, area, LEVEL, level.map(ExpertiseLevel::getId).orElse("")));
                }
            }
        }
    }

    private void readConsent()
    {
        String on = cell(CONSENT_ON);
        this.inputs.date(CONSENT_ON, on);
        String version = this.inputs.line(CONSENT_VERSION, cell(CONSENT_VERSION));
        if (!on.isEmpty()) {
            this.profile.put("consent", 1);
            this.profile.put("consentOn", on);
            this.profile.put("consentVersion", version);
        }
    }

    /**
     * @return what is wrong
     */
    List<FieldError> errors()
    {
        return this.inputs.errors();
    }

    /**
     * @return the name of the expert
     */
    String title()
    {
        return this.title;
    }

    /**
     * @return the e-mail address as it is stored
     */
    String email()
    {
        return this.contact.get(EMAIL).toString();
    }

    /**
     * @return what the line says for the profile
     */
    Map<String, Object> profile()
    {
        return this.profile;
    }

    /**
     * @return what the line says of areas, empty if nothing
     */
    List<Map<String, Object>> expertise()
    {
        return this.expertise;
    }

    /**
     * @return what the line says of how to reach the expert
     */
    Map<String, Object> contact()
    {
        return this.contact;
    }
}

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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the directory of experts, with a form to search it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("experts")
@Singleton
public class ExpertsMacro extends AbstractCrowdsourcingMacro<ExpertsMacroParameters>
{
    private static final String TEXT = "cs_text";

    private static final String AREA = "cs_area";

    private static final String COUNTRY = "cs_country";

    private static final String AFFILIATION = "cs_affiliation";

    private static final String LANGUAGE = "cs_language";

    /** The languages offered to choose from; any other can be asked for in the parameter of the macro. */
    private static final List<String> LANGUAGES =
        List.of("ar", "zh", "en", "fr", "de", "hi", "it", "ja", "pt", "ru", "es", "sw");

    @Inject
    private ExpertManager experts;

    /**
     * Default constructor.
     */
    public ExpertsMacro()
    {
        super("Experts", "Shows the directory of experts, with a form to search it.", ExpertsMacroParameters.class);
    }

    @Override
    protected View view(ExpertsMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference page = this.toolkit.getCurrentPage();
        FormState form = process(readOnly, Map.of("createExpert",
            sent -> this.toolkit.getEditURL(this.experts.create(page, sent.get("title")))), page::equals);
        Queries query = new Queries(this.toolkit, page);
        String text = query.get(TEXT);
        String country = choose(query, COUNTRY, parameters.getCountry());
        String language = choose(query, LANGUAGE, parameters.getLanguage());
        Affiliation affiliation =
            Stored.find(Affiliation.class, query.get(AFFILIATION)).orElse(parameters.getAffiliation());
        List<Area> areas = this.experts.getAreas();
        DocumentReference area = getArea(query.get(AREA), areas);
        if (area == null && StringUtils.isNotBlank(parameters.getArea())) {
            area = resolve(parameters.getArea());
        }
        query.with(TEXT, text).with(COUNTRY, country).with(LANGUAGE, language)
            .with(AFFILIATION, affiliation == null ? null : affiliation.getId())
            .with(AREA, area == null ? null : this.toolkit.serialize(area));
        Map<String, Object> data = new HashMap<>();
        data.put("page", this.experts.search(new ExpertQuery(text, area, country, affiliation, language,
            new PageRequest(query.get(Queries.CURSOR), parameters.getLimit()))));
        data.put("query", query);
        data.put("text", text);
        data.put("area", area);
        data.put("country", country);
        data.put("language", language);
        data.put("affiliation", affiliation);
        data.put("areas", areas);
        data.put("affiliations", Affiliation.values());
        data.put("countries", getCountries(country));
        data.put("languageTags", LANGUAGES);
        data.put("narrowed", Stream.of(text, area, country, affiliation, language).anyMatch(Objects::nonNull));
        data.put("parent", page);
        data.put("canCreate", !readOnly && this.experts.canCreate(page));
        return new View("experts", data, form);
    }

    private String choose(Queries query, String name, String otherwise)
    {
        String chosen = query.get(name);
        return chosen == null ? StringUtils.trimToNull(otherwise) : chosen;
    }

    private DocumentReference getArea(String chosen, List<Area> areas)
    {
        return areas.stream().map(Area::reference)
            .filter(reference -> this.toolkit.serialize(reference).equals(chosen)).findFirst().orElse(null);
    }

    private List<String> getCountries(String chosen) throws CrowdsourcingException
    {
        Locale locale = this.toolkit.getLocale();
        List<String> countries = new ArrayList<>(this.experts.getCountries());
        if (chosen != null && !countries.contains(chosen)) {
            countries.add(chosen);
        }
        countries.sort(Comparator.comparing(code -> new Locale("", code).getDisplayCountry(locale)));
        return countries;
    }
}

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
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertOptions;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertsTable;
import org.xwiki.contrib.crowdsourcing.internal.table.Table;
import org.xwiki.contrib.crowdsourcing.internal.table.TableTool;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsView;
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
    private static final String VIEW = "cs_view";

    private static final String TEXT = "cs_name";

    private static final String AREA = "cs_area";

    private static final String COUNTRY = "cs_country";

    private static final String AFFILIATION = "cs_affiliation";

    private static final String LANGUAGE = "cs_language";

    private static final String QUERY = "query";

    @Inject
    private ExpertManager experts;

    @Inject
    private Contacts contacts;

    @Inject
    private Imports imports;

    @Inject
    private Profiles profiles;

    @Inject
    private ExpertOptions options;

    @Inject
    private TableTool tables;

    @Inject
    @Named(ExpertsTable.HINT)
    private Table table;

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
        Map<String, FormAction> actions = new HashMap<>(this.contacts.getSettingsActions(page));
        actions.putAll(this.imports.getActions(page));
        actions.put("createExpert", sent -> this.toolkit.getEditURL(this.experts.create(page, sent.get("title"))));
        FormState form = process(readOnly, actions, page::equals);
        boolean canImport = !readOnly && !isSentOn(form) && this.imports.canImport(page);
        if (canImport && this.imports.isWanted(form)) {
            return new View("import", this.imports.show(page, form), form);
        }
        Queries query = new Queries(this.toolkit, page);
        ExpertsView view = query.choose(ExpertsView.class, VIEW, parameters.getView());
        query.with(VIEW, view.name().toLowerCase(Locale.ROOT));
        Map<String, Object> data = new HashMap<>();
        data.put(QUERY, query);
        if (view == ExpertsView.TABLE) {
            data.put("table", this.tables.show(new TableTool.Wanted(ExpertsTable.HINT, this.table, Map.of(),
                getFilters(parameters), parameters.getLimit()), query));
        } else {
            data.putAll(getCards(parameters, query));
        }
        data.put("parent", page);
        data.put("canCreate", !readOnly && this.experts.canCreate(page));
        data.put("canImport", canImport);
        if (!readOnly) {
            data.putAll(this.profiles.showDirectory(page));
            data.putAll(this.contacts.showSettings(page));
        }
        return new View("experts", data, form);
    }

    private Map<String, String> getFilters(ExpertsMacroParameters parameters) throws MacroExecutionException
    {
        Map<String, String> filters = new HashMap<>();
        filters.put(ExpertsTable.COUNTRY, parameters.getCountry());
        filters.put(ExpertsTable.LANGUAGE, parameters.getLanguage());
        if (parameters.getAffiliation().getAffiliation() != null) {
            filters.put(ExpertsTable.AFFILIATION, parameters.getAffiliation().getAffiliation().getId());
        }
        if (StringUtils.isNotBlank(parameters.getArea())) {
            filters.put(ExpertsTable.AREA, this.toolkit.serialize(resolve(parameters.getArea())));
        }
        return filters;
    }

    private Map<String, Object> getCards(ExpertsMacroParameters parameters, Queries query)
        throws CrowdsourcingException, MacroExecutionException
    {
        String text = query.get(TEXT);
        String country = choose(query, COUNTRY, parameters.getCountry());
        String language = choose(query, LANGUAGE, parameters.getLanguage());
        Affiliation affiliation = Stored.find(Affiliation.class, query.get(AFFILIATION))
            .orElse(parameters.getAffiliation().getAffiliation());
        List<Area> areas = this.experts.getAreas();
        DocumentReference area = this.options.getArea(query.get(AREA), areas);
        if (area == null && StringUtils.isNotBlank(parameters.getArea())) {
            area = resolve(parameters.getArea());
        }
        query.with(TEXT, text).with(COUNTRY, country).with(LANGUAGE, language)
            .with(AFFILIATION, affiliation == null ? null : affiliation.getId())
            .with(AREA, area == null ? null : this.toolkit.serialize(area));
        Map<String, Object> data = new HashMap<>();
        data.put("page", this.experts.search(new ExpertQuery(text, area, country, affiliation, language,
            new PageRequest(query.get(Queries.CURSOR), parameters.getLimit()))));
        data.put("text", text);
        data.put("area", area);
        data.put("country", country);
        data.put("language", language);
        data.put("affiliation", affiliation);
        data.put("areas", areas);
        data.put("affiliations", Affiliation.values());
        data.put("countries", this.options.getCountries(country));
        data.put("languageTags", ExpertOptions.LANGUAGES);
        data.put("narrowed", Stream.of(text, area, country, affiliation, language).anyMatch(Objects::nonNull));
        return data;
    }

    private String choose(Queries query, String name, String otherwise)
    {
        String chosen = query.get(name);
        return chosen == null ? StringUtils.trimToNull(otherwise) : chosen;
    }
}

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
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertOrder;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Region;
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
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class ExpertsMacro extends AbstractCrowdsourcingMacro<ExpertsMacroParameters>
{
    private static final String VIEW = "cs_view";

    private static final String WORDS = "cs_search";

    /** What the form had before words could be looked for. */
    private static final String NAME = "cs_name";

    private static final String AREA = "cs_area";

    private static final String COUNTRY = "cs_country";

    private static final String AFFILIATION = "cs_affiliation";

    private static final String LANGUAGE = "cs_language";

    private static final String REGION = "cs_region";

    private static final String LEVEL = "cs_level";

    private static final String AVAILABLE = "cs_available";

    private static final String SORT = "cs_sort";

    private static final String PAGE = "page";

    private static final String SHOWN = "table";

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
        data.putAll(search(parameters, query, view == ExpertsView.TABLE));
        data.put("parent", page);
        data.put("canCreate", !readOnly && this.experts.canCreate(page));
        data.put("canImport", canImport);
        if (!readOnly) {
            data.putAll(this.profiles.showDirectory(page));
            data.putAll(this.contacts.showSettings(page));
        }
        return new View("experts", data, form);
    }

    private Map<String, Object> search(ExpertsMacroParameters parameters, Queries query, boolean isTable)
        throws CrowdsourcingException, MacroExecutionException
    {
        String words = choose(query, WORDS,
            StringUtils.defaultString(isTable ? null : query.get(NAME), parameters.getWords()));
        query.with(WORDS, words);
        Map<String, Object> data = new HashMap<>();
        data.put("isTable", isTable);
        data.put("words", words);
        try {
            data.putAll(isTable ? getTable(parameters, query, words) : getCards(parameters, query, words));
        } catch (CrowdsourcingException e) {
            if (e.getErrors().isEmpty()) {
                throw e;
            }
            data.put("searchError", String.join(" ", e.getErrors().stream().map(this.toolkit::message).toList()));
        }
        return data;
    }

    private Map<String, String> getFilters(ExpertsMacroParameters parameters) throws MacroExecutionException
    {
        Map<String, String> filters = new HashMap<>();
        filters.put(ExpertsTable.COUNTRY, parameters.getCountry());
        filters.put(ExpertsTable.LANGUAGE, parameters.getLanguage());
        if (parameters.getAffiliation().getAffiliation() != null) {
            filters.put(ExpertsTable.AFFILIATION, parameters.getAffiliation().getAffiliation().getId());
        }
        filters.put(ExpertsTable.REGION, id(parameters.getRegion().getRegion()));
        filters.put(ExpertsTable.LEVEL, id(parameters.getLevel().getLevel()));
        if (StringUtils.isNotBlank(parameters.getArea())) {
            filters.put(ExpertsTable.AREA, this.toolkit.serialize(resolve(parameters.getArea())));
        }
        return filters;
    }

    private Map<String, Object> getTable(ExpertsMacroParameters parameters, Queries query, String words)
        throws CrowdsourcingException, MacroExecutionException
    {
        Map<String, Object> shown = this.tables.show(new TableTool.Wanted(ExpertsTable.HINT, this.table,
            words == null ? Map.of() : Map.of(ExpertQuery.WORDS, words), getFilters(parameters),
            parameters.getLimit()), query);
        // The form of the filters keeps what is looked for.
        shown.put("kept", words == null ? Map.of() : Map.of(WORDS, words));
        return Map.of(SHOWN, shown);
    }

    private Map<String, Object> getCards(ExpertsMacroParameters parameters, Queries query, String words)
        throws CrowdsourcingException, MacroExecutionException
    {
        String country = choose(query, COUNTRY, parameters.getCountry());
        String language = choose(query, LANGUAGE, parameters.getLanguage());
        Affiliation affiliation = Stored.find(Affiliation.class, query.get(AFFILIATION))
            .orElse(parameters.getAffiliation().getAffiliation());
        Region region = Stored.find(Region.class, query.get(REGION)).orElse(parameters.getRegion().getRegion());
        ExpertiseLevel level =
            Stored.find(ExpertiseLevel.class, query.get(LEVEL)).orElse(parameters.getLevel().getLevel());
        boolean available = query.get(AVAILABLE) != null;
        ExpertOrder order = Stored.find(ExpertOrder.class, query.get(SORT)).orElse(ExpertOrder.NAME);
        List<Area> areas = this.experts.getAreas();
        DocumentReference area = this.options.getArea(query.get(AREA), areas);
        if (area == null && StringUtils.isNotBlank(parameters.getArea())) {
            area = resolve(parameters.getArea());
        }
        query.with(COUNTRY, country).with(LANGUAGE, language).with(AFFILIATION, id(affiliation))
            .with(REGION, id(region)).with(LEVEL, id(level)).with(AVAILABLE, available ? "1" : null)
            .with(SORT, query.get(SORT)).with(AREA, area == null ? null : this.toolkit.serialize(area));
        Map<String, Object> data = new HashMap<>();
        data.put(PAGE, this.experts.search(new ExpertQuery(words, null, area, level, country, region, affiliation,
            language, null, available, new Sort<>(order, false),
            new PageRequest(query.get(Queries.CURSOR), parameters.getLimit()))));
        data.put("area", area);
        data.put("country", country);
        data.put("language", language);
        data.put("affiliation", affiliation);
        data.put("region", region);
        data.put("level", level);
        data.put("isAvailable", available);
        data.put("order", order);
        data.put("areas", areas);
        data.put("affiliations", Affiliation.values());
        data.put("regions", Region.values());
        data.put("levels", ExpertiseLevel.values());
        data.put("orders", ExpertOrder.values());
        data.put("countries", this.options.getCountries(country));
        data.put("languageTags", this.options.getLanguages(language));
        data.put("narrowed", available
            || Stream.of(words, area, country, affiliation, language, region, level).anyMatch(Objects::nonNull));
        return data;
    }

    private static String id(Stored value)
    {
        return value == null ? null : value.getId();
    }

    private String choose(Queries query, String name, String otherwise)
    {
        String chosen = query.get(name);
        return chosen == null ? StringUtils.trimToNull(otherwise) : chosen;
    }
}

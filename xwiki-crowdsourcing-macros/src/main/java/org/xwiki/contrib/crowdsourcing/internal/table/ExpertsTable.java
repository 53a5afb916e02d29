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

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertOrder;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.macro.Toolkit;
import org.xwiki.contrib.crowdsourcing.internal.table.Column.Filter;
import org.xwiki.contrib.crowdsourcing.internal.table.Column.Option;
import org.xwiki.model.reference.DocumentReference;

/**
 * The directory of experts as a table.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named(ExpertsTable.HINT)
@Singleton
public class ExpertsTable implements Table
{
    /** The name of the table, also as a source of Live Data. */
    public static final String HINT = "crowdsourcingExperts";

    /** The column with the affiliations. */
    public static final String AFFILIATION = "affiliation";

    /** The column with the country. */
    public static final String COUNTRY = "country";

    /** The column with the languages. */
    public static final String LANGUAGE = "language";

    /** The column with the areas of expertise. */
    public static final String AREA = "area";

    /** The column with the region. */
    public static final String REGION = "region";

    /** The column with the level. */
    public static final String LEVEL = "level";

    private static final String AVAILABLE = "available";

    private static final String NOW = "now";

    private static final String TODAY = "crowdsourcing.experts.available";

    private static final String NAME = "name";

    private static final String POSITION = "position";

    private static final String ORGANISATION = "organisation";

    private static final String AFFILIATIONS = "Crowdsourcing.Code.ExpertClass_affiliations_";

    @Inject
    private ExpertManager experts;

    @Inject
    private ExpertOptions options;

    @Inject
    private Toolkit toolkit;

    @Override
    public List<Column> getColumns() throws CrowdsourcingException
    {
        return List.of(column(NAME, "crowdsourcing.experts.name", URL, Filter.TEXT, List.of()),
            column(POSITION, "Crowdsourcing.Code.ExpertClass_position", null, Filter.NONE, List.of()),
            column(ORGANISATION, "Crowdsourcing.Code.ExpertClass_organisation", null, Filter.TEXT, List.of()),
            column(AFFILIATION, "crowdsourcing.experts.affiliation", null, Filter.LIST,
                Arrays.stream(Affiliation.values()).map(value -> new Option(value.getId(), label(value))).toList()),
            column(COUNTRY, "Crowdsourcing.Code.ExpertClass_country", null, Filter.LIST,
                this.options.getCountries(null).stream()
                    .map(code -> new Option(code, this.toolkit.getCountryName(code))).toList()),
            column(REGION, "Crowdsourcing.Code.ExpertClass_region", null, Filter.LIST,
                Arrays.stream(Region.values()).map(value -> new Option(value.getId(), label(value))).toList()),
            column(LANGUAGE, "crowdsourcing.experts.language", null, Filter.LIST, this.options.getLanguages().stream()
                .map(tag -> new Option(tag, this.toolkit.getLanguageName(tag))).toList()),
            column(AREA, "Crowdsourcing.Code.ExpertiseClass_area", null, Filter.LIST,
                this.experts.getAreas().stream().map(this::option).toList()),
            column(LEVEL, "crowdsourcing.experts.level", null, Filter.LIST,
                Arrays.stream(ExpertiseLevel.values()).map(value -> new Option(value.getId(), label(value))).toList()),
            column(AVAILABLE, "crowdsourcing.experts.availability", null, Filter.LIST,
                List.of(new Option(NOW, this.toolkit.translate(TODAY)))));
    }

    private Column column(String id, String name, String link, Filter filter, List<Option> values)
    {
        return new Column(id, this.toolkit.translate(name), link, TableQuery.sorts(ExpertOrder.values(), id), filter,
            values);
    }

    private Option option(Area area)
    {
        return new Option(this.toolkit.serialize(area.reference()), "\u2013 ".repeat(area.depth()) + area.title());
    }

    private String label(Affiliation affiliation)
    {
        return this.toolkit.translate(AFFILIATIONS + affiliation.getId());
    }

    private String label(Region region)
    {
        return this.toolkit.translate("Crowdsourcing.Code.ExpertClass_region_" + region.getId());
    }

    private String label(ExpertiseLevel level)
    {
        return this.toolkit.translate("Crowdsourcing.Code.ExpertiseClass_level_" + level.getId());
    }

    @Override
    public Page<Map<String, String>> getRows(TableQuery query) throws CrowdsourcingException
    {
        Affiliation affiliation = query.option(Affiliation.class, AFFILIATION);
        DocumentReference area = this.options.getArea(query.filter(AREA), this.experts.getAreas());
        Region region = query.option(Region.class, REGION);
        ExpertiseLevel level = query.option(ExpertiseLevel.class, LEVEL);
        String available = NOW.equals(query.filter(AVAILABLE)) ? NOW : null;
        if (query.misses(new Object[] {affiliation, area, region, level, available}, AFFILIATION, AREA, REGION, LEVEL,
            AVAILABLE)) {
            return TableQuery.nothing();
        }
        Page<Expert> page = this.experts.search(new ExpertQuery(query.parameters().get(ExpertQuery.WORDS),
            query.filter(NAME), area, level, query.filter(COUNTRY), region, affiliation, query.filter(LANGUAGE),
            query.filter(ORGANISATION), available != null, query.order(ExpertOrder.class), query.request()));
        return new Page<>(page.rows().stream().map(this::row).toList(), page.next(), page.total());
    }

    private Map<String, String> row(Expert expert)
    {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(ID, this.toolkit.serialize(expert.reference()));
        row.put(NAME, expert.name());
        row.put(URL, this.toolkit.getURL(expert.reference(), null, null));
        row.put(POSITION, expert.position());
        row.put(ORGANISATION, expert.organisation());
        row.put(AFFILIATION, join(expert.affiliations(), this::label));
        row.put(COUNTRY, this.toolkit.getCountryName(expert.country()));
        row.put(REGION, expert.region() == null ? "" : label(expert.region()));
        row.put(LANGUAGE, join(expert.languages(), this.toolkit::getLanguageName));
        row.put(AREA, join(expert.expertise().stream().filter(item -> !item.areaTitle().isBlank()).toList(),
            item -> item.areaTitle()));
        // What the expert is best at.
        row.put(LEVEL, expert.expertise().stream().map(Expertise::level).filter(Objects::nonNull)
            .max(Comparator.comparing(ExpertiseLevel::getPoints)).map(this::label).orElse(""));
        row.put(AVAILABLE, expert.availableFrom() == null
            || !expert.availableFrom().isAfter(LocalDate.now(ZoneOffset.UTC))
            ? this.toolkit.translate(TODAY) : DateTimeFormatter
                .ofLocalizedDate(FormatStyle.MEDIUM).withLocale(this.toolkit.getLocale())
                .format(expert.availableFrom()));
        return row;
    }

    private <T> String join(Collection<T> values, Function<T, String> label)
    {
        return String.join(", ", values.stream().map(label).toList());
    }
}

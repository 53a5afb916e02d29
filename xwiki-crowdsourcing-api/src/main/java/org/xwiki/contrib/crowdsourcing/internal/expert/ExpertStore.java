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

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertOrder;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where experts are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ExpertStore.class)
@Singleton
public class ExpertStore
{
    private static final String BIOGRAPHY = "biography";

    private static final String COUNTRY = "country";

    private static final String AREA = "area";

    private static final String AFFILIATIONS = "affiliations";

    private static final String LANGUAGES = "languages";

    private static final String EXPERT = "expert";

    private static final String ORGANISATION = "organisation";

    private static final Set<String> LISTED = listed();

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    private static Set<String> listed()
    {
        Set<String> result = new HashSet<>(Schema.EXPERT.getProperties().keySet());
        result.addAll(Schema.EXPERTISE.getProperties().keySet());
        result.remove(BIOGRAPHY);
        return result;
    }

    /**
     * @param query which experts
     * @param visible which pages the current user may see
     * @return the experts that agreed to be listed, without their biography
     * @throws CrowdsourcingException if it fails
     */
    public Page<Expert> search(ExpertQuery query, Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        Page<Found> found =
            this.reader.page(wiki, order(narrow(begin(query.sort()), query), query.sort()), query.request(), visible);
        Rows rows = this.reader.readOnly(wiki, found.rows().stream().map(Found::page).toList(), LISTED,
            Schema.EXPERT, Schema.EXPERTISE);
        Collection<Row> experts = rows.first(Schema.EXPERT).values();
        Map<DocumentReference, String> titles = titles(experts.stream()
            .flatMap(expert -> rows.of(expert.page(), Schema.EXPERTISE).stream()), visible);
        return new Page<>(experts.stream()
            .map(row -> toExpert(row, rows.of(row.page(), Schema.EXPERTISE), titles)).toList(), found.next(),
            found.total());
    }

    private Statement begin(Sort<ExpertOrder> sort)
    {
        return byTitle(sort) ? this.reader.objects() : this.reader.objectsWith(sort.by().getId());
    }

    private boolean byTitle(Sort<ExpertOrder> sort)
    {
        return sort == null || sort.by() == ExpertOrder.NAME;
    }

    private Statement order(Statement statement, Sort<ExpertOrder> sort)
    {
        String direction = sort != null && sort.descending() ? " desc" : "";
        String first = byTitle(sort) ? "" : "case when sorted.value is null or sorted.value = '' then 1 else 0 end,"
            + " lower(sorted.value)" + direction + ", ";
        return statement.add("order by " + first + "lower(doc.title)" + (first.isEmpty() ? direction : "")
            + ", doc.fullName");
    }

    private Statement listed(Statement statement)
    {
        return statement.add("and obj.className = :expert"
            + " and exists (select c.id.id from IntegerProperty c where c.id.id = obj.id and c.id.name = 'consent'"
            + " and c.value = 1)").bind(EXPERT, Schema.EXPERT.getClassName());
    }

    private Statement narrow(Statement begun, ExpertQuery query)
    {
        Statement statement = listed(begun);
        if (query.text() != null && !query.text().isBlank()) {
            statement.add("and lower(doc.title) like :text escape '!'").bind("text", contained(query.text()));
        }
        if (query.organisation() != null && !query.organisation().isBlank()) {
            statement.add("and exists (select o.id.id from StringProperty o where o.id.id = obj.id"
                + " and o.id.name = 'organisation' and lower(o.value) like :organisation escape '!')")
                .bind(ORGANISATION, contained(query.organisation()));
        }
        if (query.area() != null) {
            String area = this.reader.serialize(query.area());
            statement.add("and exists (select a.id.id from BaseObject e, StringProperty a where e.name = doc.fullName"
                + " and e.className = :expertise and a.id.id = e.id and a.id.name = 'area'"
                + " and (a.value = :area or a.value like :topics escape '!'))")
                .bind("expertise", Schema.EXPERTISE.getClassName()).bind(AREA, area)
                .bind("topics", Statement.startsWith(topics(query.area())));
        }
        if (query.country() != null && !query.country().isBlank()) {
            statement.add("and exists (select s.id.id from StringProperty s where s.id.id = obj.id"
                + " and s.id.name = 'country' and s.value = :country)").bind(COUNTRY, query.country());
        }
        list(statement, AFFILIATIONS, "affiliation",
            query.affiliation() == null ? null : query.affiliation().getId());
        list(statement, LANGUAGES, "language", query.language());
        return statement;
    }

    private String contained(String text)
    {
        return Statement.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private String topics(DocumentReference area)
    {
        return this.reader.serialize(area.getLastSpaceReference()) + '.';
    }

    private void list(Statement statement, String property, String name, String value)
    {
        if (value != null && !value.isBlank()) {
            statement.add("and exists (select " + name + "_p.id.id from DBStringListProperty " + name + "_p join "
                + name + "_p.list " + name + "_i where " + name + "_p.id.id = obj.id and " + name + "_p.id.name = '"
                + property + "' and " + name + "_i = :" + name + ")").bind(name, value);
        }
    }

    /**
     * @param visible which pages the current user may see
     * @return the countries of the experts of the current wiki that agreed to be listed
     * @throws CrowdsourcingException if it fails
     */
    public List<String> countries(Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        Statement statement = listed(new Statement("select distinct s.value, obj.name"
            + " from BaseObject obj, StringProperty s where s.id.id = obj.id and s.id.name = 'country'"
            + " and s.value <> ''")).add("order by s.value").limit(Count.LIMIT);
        return this.reader.<Object[]>list(wiki, statement).stream()
            .filter(row -> visible.test(this.reader.resolve((String) row[1], wiki))).map(row -> (String) row[0])
            .filter(Inputs::isCountry).distinct().toList();
    }

    /**
     * @param row a stored expert
     * @param visible which pages the current user may see
     * @return the expert
     * @throws CrowdsourcingException if it fails
     */
    public Expert load(Row row, Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        List<Row> expertise = this.pages.all(row.page(), Schema.EXPERTISE);
        return toExpert(row, expertise, titles(expertise.stream(), visible));
    }

    private Map<DocumentReference, String> titles(Stream<Row> expertise, Predicate<DocumentReference> visible)
        throws CrowdsourcingException
    {
        return this.reader.titles(expertise.map(item -> item.reference(AREA)).filter(Objects::nonNull).distinct()
            .filter(visible).toList());
    }

    private Expert toExpert(Row row, List<Row> expertise, Map<DocumentReference, String> titles)
    {
        String country = row.text(COUNTRY);
        return new Expert(row.page(), row.title(), row.reference("user"), row.text("position"),
            row.text(ORGANISATION), row.options(Affiliation.class, AFFILIATIONS),
            Inputs.isCountry(country) ? country : "", row.option(Region.class, "region"),
            row.option(Gender.class, "gender"), row.list(LANGUAGES),
            Times.findZone(row.text("timezone")).orElse(null), row.text(BIOGRAPHY),
            new Expert.Consent(row.flag("consent"), row.date("consentOn"), row.text("consentVersion")),
            expertise.stream().map(item -> toExpertise(item, titles)).toList());
    }

    private Expertise toExpertise(Row row, Map<DocumentReference, String> titles)
    {
        DocumentReference area = row.reference(AREA);
        return new Expertise(area, area == null ? "" : titles.getOrDefault(area, ""),
            row.option(ExpertiseLevel.class, "level"));
    }
}

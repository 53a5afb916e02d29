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

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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

    private static final String REGION = "region";

    private static final int MANY = 20000;

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
     * @param query which experts; its words are not looked at
     * @param among the local references of the profiles that come into question, {@code null} for all
     * @param visible which pages the current user may see
     * @return the experts that agreed to be listed, without their biography
     * @throws CrowdsourcingException if it fails
     */
    public Page<Expert> search(ExpertQuery query, Set<String> among, Predicate<DocumentReference> visible)
        throws CrowdsourcingException
    {
        if (among != null && among.isEmpty()) {
            return new Page<>(List.of(), null, Count.exactly(0));
        }
        Page<Found> found = this.reader.page(this.pages.wiki(), select(query, among), query.request(),
            page -> isAmong(page, among) && visible.test(page));
        return new Page<>(read(found.rows().stream().map(Found::page).toList(), visible), found.next(),
            found.total());
    }

    /**
     * @param query which experts; neither its words nor its page are looked at
     * @param among the local references of the profiles that come into question, {@code null} for all
     * @param visible which pages the current user may see
     * @return the local references of the profiles of all experts that agreed to be listed
     * @throws CrowdsourcingException if it fails
     */
    List<String> all(ExpertQuery query, Set<String> among, Predicate<DocumentReference> visible)
        throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        return among != null && among.isEmpty() ? List.of()
            : this.reader.find(wiki, select(query, among).limit(MANY)).stream().map(Found::page)
                .filter(page -> isAmong(this.reader.resolve(page, wiki), among)
                    && visible.test(this.reader.resolve(page, wiki))).toList();
    }

    private Statement select(ExpertQuery query, Set<String> among)
    {
        Statement statement = narrow(begin(query.sort()), query);
        if (among != null && among.size() <= Count.LIMIT) {
            // What databases take in one statement; of more, most are read anyway.
            statement.add("and doc.fullName in (:among)").bind("among", among);
        }
        return order(statement, query.sort());
    }

    private boolean isAmong(DocumentReference page, Set<String> among)
    {
        return among == null || among.contains(this.reader.serialize(page));
    }

    /**
     * @param profiles the local references of profiles
     * @param visible which pages the current user may see
     * @return the experts, without their biography
     * @throws CrowdsourcingException if it fails
     */
    List<Expert> read(List<String> profiles, Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        Rows rows = this.reader.readOnly(this.pages.wiki(), profiles, LISTED, Schema.EXPERT, Schema.EXPERTISE);
        Collection<Row> experts = rows.first(Schema.EXPERT).values();
        Map<DocumentReference, String> titles = titles(experts.stream()
            .flatMap(expert -> rows.of(expert.page(), Schema.EXPERTISE).stream()), visible);
        return experts.stream().map(row -> toExpert(row, rows.of(row.page(), Schema.EXPERTISE), titles)).toList();
    }

    /**
     * @param profiles pages of profiles
     * @param visible which pages the current user may see
     * @return those of the experts that the user may see, whether or not they agreed to be listed, without their
     *     biography
     * @throws CrowdsourcingException if it fails
     */
    public Map<DocumentReference, Expert> read(Collection<DocumentReference> profiles,
        Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        Rows rows = this.reader.readOnly(wiki,
            profiles.stream().filter(visible).map(this.reader::serialize).toList(), LISTED, Schema.EXPERT,
            Schema.EXPERTISE);
        Collection<Row> experts = rows.first(Schema.EXPERT).values();
        Map<DocumentReference, String> titles = titles(experts.stream()
            .flatMap(expert -> rows.of(expert.page(), Schema.EXPERTISE).stream()), visible);
        Map<DocumentReference, Expert> result = new HashMap<>();
        experts.forEach(row -> result.put(row.page(),
            toExpert(row, rows.of(row.page(), Schema.EXPERTISE), titles)));
        return result;
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
        expertise(statement, query);
        if (query.country() != null && !query.country().isBlank()) {
            statement.add("and exists (select s.id.id from StringProperty s where s.id.id = obj.id"
                + " and s.id.name = 'country' and s.value = :country)").bind(COUNTRY, query.country());
        }
        list(statement, AFFILIATIONS, "affiliation",
            query.affiliation() == null ? null : query.affiliation().getId());
        list(statement, LANGUAGES, "language", query.language());
        region(statement, query);
        if (query.available()) {
            statement.add("and not exists (select f.id.id from StringProperty f where f.id.id = obj.id"
                + " and f.id.name = 'availableFrom' and f.value > :today)")
                .bind("today", LocalDate.now(ZoneOffset.UTC).toString());
        }
        return statement;
    }

    private void region(Statement statement, ExpertQuery query)
    {
        if (query.region() != null) {
            // Who names no region lives in that of the country.
            statement.add("and (exists (select r.id.id from StringProperty r where r.id.id = obj.id"
                + " and r.id.name = 'region' and r.value = :region) or not exists (select n.id.id from StringProperty n"
                + " where n.id.id = obj.id and n.id.name = 'region' and n.value <> '') and exists (select w.id.id"
                + " from StringProperty w where w.id.id = obj.id and w.id.name = 'country'"
                + " and w.value in (:countries)))")
                .bind(REGION, query.region().getId()).bind("countries", query.region().getCountries());
        }
    }

    private void expertise(Statement statement, ExpertQuery query)
    {
        if (query.area() == null && query.level() == null) {
            return;
        }
        String tables = "BaseObject e";
        String conditions = "e.name = doc.fullName and e.className = :expertise";
        statement.bind("expertise", Schema.EXPERTISE.getClassName());
        if (query.area() != null) {
            tables += ", StringProperty a";
            conditions += " and a.id.id = e.id and a.id.name = 'area'"
                + " and (a.value = :area or a.value like :topics escape '!')";
            statement.bind(AREA, this.reader.serialize(query.area()))
                .bind("topics", Statement.startsWith(topics(query.area())));
        }
        if (query.level() != null) {
            tables += ", StringProperty l";
            conditions += " and l.id.id = e.id and l.id.name = 'level' and l.value in (:levels)";
            statement.bind("levels", Arrays.stream(ExpertiseLevel.values())
                .filter(level -> level.getPoints() >= query.level().getPoints()).map(ExpertiseLevel::getId).toList());
        }
        statement.add(String.format("and exists (select e.id from %s where %s)", tables, conditions));
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
        List<String> result = new ArrayList<>();
        // One of each country answers for it, unless that one is hidden from the user.
        for (Object[] row : this.reader.<Object[]>list(wiki, countries("s.value, min(obj.name)")
            .add("group by s.value order by s.value").limit(Count.LIMIT))) {
            String country = (String) row[0];
            if (Inputs.isCountry(country) && (visible.test(this.reader.resolve((String) row[1], wiki))
                || this.reader.<String>list(wiki, countries("obj.name").add("and s.value = :country")
                    .bind(COUNTRY, country).limit(MANY)).stream()
                    .anyMatch(page -> visible.test(this.reader.resolve(page, wiki))))) {
                result.add(country);
            }
        }
        return result;
    }

    private Statement countries(String selected)
    {
        return listed(new Statement("select " + selected + " from BaseObject obj, StringProperty s"
            + " where s.id.id = obj.id and s.id.name = 'country' and s.value <> ''"));
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
            Inputs.isCountry(country) ? country : "", ExpertWords.region(row.option(Region.class, REGION), country)
                .orElse(null), row.option(Gender.class, "gender"), row.list(LANGUAGES),
            Times.findZone(row.text("timezone")).orElse(null), row.date("availableFrom"), row.text(BIOGRAPHY),
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

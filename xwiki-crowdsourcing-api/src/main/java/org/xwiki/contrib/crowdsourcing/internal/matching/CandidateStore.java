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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertWords;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.WikiReference;

/**
 * Reads of experts what matching needs: of all of them in three statements, however many there are, each for some
 * columns of one class; no page is loaded.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = CandidateStore.class)
@Singleton
public class CandidateStore
{
    /** More experts are not looked at; they come in the order of their pages. */
    static final int MAXIMUM = 50_000;

    /** More values of experts are not looked at. */
    private static final int VALUES = 1_000_000;

    private static final String CLASS = "class";

    /** The column with the number of the object. */
    private static final int OBJECT = 5;

    /** The column with the country. */
    private static final int LIVES = 6;

    private static final String CONSENT = "consent";

    private static final String REGION = "region";

    private static final String COUNTRY = "country";

    private static final String GENDER = "gender";

    private static final String AVAILABLE_FROM = "availableFrom";

    private static final String LANGUAGES = "languages";

    private static final String AFFILIATIONS = "affiliations";

    private static final String AREA = "area";

    private static final String LEVEL = "level";

    private static final Set<String> WANTED =
        Set.of(CONSENT, REGION, COUNTRY, GENDER, AVAILABLE_FROM, LANGUAGES, AFFILIATIONS, AREA, LEVEL);

    @Inject
    private RowReader reader;

    /**
     * @param wiki the wiki
     * @param areas the local references of the areas in which an expertise counts
     * @param values the ids of the sectors and the tags of the languages that matter
     * @return all experts that agreed to be listed, in the order of their pages; of their areas, sectors and languages
     *     those that matter
     * @throws CrowdsourcingException if it fails
     */
    List<Candidate> all(WikiReference wiki, Collection<String> areas, Collection<String> values)
        throws CrowdsourcingException
    {
        Map<String, Map<String, ExpertiseLevel>> expertise = expertise(wiki, areas);
        Map<Long, List<String>> lists = lists(wiki, values);
        Statement statement = new Statement("select doc.fullName, doc.title, region.value, gender.value, free.value,"
            + " obj.id, country.value from XWikiDocument doc, BaseObject obj"
            + " left join StringProperty region with region.id.id = obj.id and region.id.name = 'region'"
            + " left join StringProperty country with country.id.id = obj.id and country.id.name = 'country'"
            + " left join StringProperty gender with gender.id.id = obj.id and gender.id.name = 'gender'"
            + " left join StringProperty free with free.id.id = obj.id and free.id.name = 'availableFrom'"
            + " where obj.name = doc.fullName and doc.translation = 0 and obj.className = :class"
            + " and exists (select c.id.id from IntegerProperty c where c.id.id = obj.id and c.id.name = 'consent'"
            + " and c.value = 1) and doc.space <> :code order by doc.fullName, obj.number")
            .bind(CLASS, Schema.EXPERT.getClassName()).bind("code", Schema.CODE_SPACE).limit(MAXIMUM);
        List<Candidate> result = new ArrayList<>();
        String last = "";
        for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
            String page = (String) row[0];
            if (!page.equals(last)) {
                List<String> own = lists.getOrDefault(((Number) row[OBJECT]).longValue(), List.of());
                result.add(new Candidate(page, (String) row[1], true, region(row[2], row[LIVES]),
                    option(Gender.class, row[3]), options(Affiliation.class, own), languages(own),
                    day((String) row[4]),
                    expertise.getOrDefault(page, Map.of())));
                last = page;
            }
        }
        return result;
    }

    private static Region region(Object region, Object country)
    {
        return ExpertWords.region(option(Region.class, region), (String) country).orElse(null);
    }

    private static LocalDate day(String text)
    {
        return StringUtils.isBlank(text) ? null : Times.findDate(text).orElse(null);
    }

    private static <E extends Enum<E> & Stored> E option(Class<E> type, Object id)
    {
        return id == null ? null : Stored.find(type, (String) id).orElse(null);
    }

    private static <E extends Enum<E> & Stored> List<E> options(Class<E> type, List<String> ids)
    {
        return ids.isEmpty() ? List.of()
            : ids.stream().map(id -> option(type, id)).filter(value -> value != null).toList();
    }

    /** What is no sector is a language. */
    private static List<String> languages(List<String> values)
    {
        return values.isEmpty() ? List.of()
            : values.stream().filter(value -> Stored.find(Affiliation.class, value).isEmpty()).toList();
    }

    private Map<String, Map<String, ExpertiseLevel>> expertise(WikiReference wiki, Collection<String> areas)
        throws CrowdsourcingException
    {
        Map<String, Map<String, ExpertiseLevel>> result = new HashMap<>();
        if (!areas.isEmpty()) {
            Statement statement = new Statement("select obj.name, area.value, level.value"
                + " from StringProperty area, StringProperty level, BaseObject obj where area.id.name = 'area'"
                + " and area.value in (:areas) and level.id.id = area.id.id and level.id.name = 'level'"
                + " and obj.id = area.id.id and obj.className = :class")
                .bind(CLASS, Schema.EXPERTISE.getClassName()).bind("areas", areas).limit(VALUES);
            for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
                put(result.computeIfAbsent((String) row[0], key -> new HashMap<>()), (String) row[1],
                    option(ExpertiseLevel.class, row[2]));
            }
        }
        return result;
    }

    private static void put(Map<String, ExpertiseLevel> expertise, String area, ExpertiseLevel level)
    {
        if (level != null) {
            expertise.merge(area, level, (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
    }

    private Map<Long, List<String>> lists(WikiReference wiki, Collection<String> values)
        throws CrowdsourcingException
    {
        Map<Long, List<String>> result = new HashMap<>();
        if (!values.isEmpty()) {
            // Without the objects, which are read anyway: a join of lists with them is what databases are bad at.
            Statement statement = new Statement("select p.id.id, item from DBStringListProperty p join p.list item"
                + " where p.id.name in ('languages', 'affiliations') and item in (:values)")
                .bind("values", values).limit(VALUES);
            for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
                result.computeIfAbsent(((Number) row[0]).longValue(), key -> new ArrayList<>(2)).add((String) row[1]);
            }
        }
        return result;
    }

    /**
     * @param wiki the wiki
     * @param pages the local references of profiles
     * @return the experts by page, whether or not they agreed to be listed
     * @throws CrowdsourcingException if it fails
     */
    Map<String, Candidate> read(WikiReference wiki, Collection<String> pages) throws CrowdsourcingException
    {
        Map<String, Candidate> result = new HashMap<>();
        Rows rows = this.reader.readOnly(wiki, pages, WANTED, Schema.EXPERT, Schema.EXPERTISE);
        for (Row row : rows.first(Schema.EXPERT).values()) {
            Map<String, ExpertiseLevel> expertise = new HashMap<>();
            rows.of(row.page(), Schema.EXPERTISE).forEach(item -> put(expertise, item.text(AREA),
                item.option(ExpertiseLevel.class, LEVEL)));
            String page = this.reader.serialize(row.page());
            Region region = region(row.text(REGION), row.text(COUNTRY));
            result.put(page, new Candidate(page, row.title(), row.flag(CONSENT), region,
                row.option(Gender.class, GENDER), row.options(Affiliation.class, AFFILIATIONS), row.list(LANGUAGES),
                row.date(AVAILABLE_FROM), expertise));
        }
        return result;
    }

    /**
     * @param wiki the wiki
     * @param space the local reference of the space whose dialogues do not count
     * @return the local references of the profiles of those who took part in some dialogue
     * @throws CrowdsourcingException if it fails
     */
    Set<String> veterans(WikiReference wiki, String space) throws CrowdsourcingException
    {
        return new HashSet<>(this.reader.<String>list(wiki, new Statement("select distinct expert.value"
            + " from BaseObject obj, StringProperty expert, StringProperty state where obj.className = :class"
            + " and obj.name not like :own escape '!' and expert.id.id = obj.id and expert.id.name = 'expert'"
            + " and state.id.id = obj.id and state.id.name = 'state' and state.value in ('attended', 'interviewed')")
            .bind(CLASS, Schema.ENGAGEMENT.getClassName()).bind("own", Statement.startsWith(space + '.'))
            .limit(VALUES)));
    }
}

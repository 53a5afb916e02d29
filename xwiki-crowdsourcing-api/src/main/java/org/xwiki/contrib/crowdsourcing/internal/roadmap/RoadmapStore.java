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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where roadmaps and their recommendations are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RoadmapStore.class)
@Singleton
public class RoadmapStore
{
    private static final String STATE = "state";

    private static final String PRIORITY = "priority";

    private static final String CLASS = "class";

    private static final String CLASSES = "classes";

    private static final String SOURCES = Schema.SOURCES;

    /** How many recommendations of a roadmap, and usages of a page of contributions, are looked at. */
    private static final int MAXIMUM = 1000;

    /** How many recommendations and steps of a roadmap there may be. */
    private static final int OBJECTS = 5000;

    private static final int ROADMAPS = 20;

    private static final Comparator<Recommendation> ORDER = Comparator
        .<Recommendation>comparingInt(row -> row.priority() > 0 ? row.priority() : Integer.MAX_VALUE)
        .thenComparing(row -> row.title().toLowerCase()).thenComparing(row -> row.reference().toString());

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    /**
     * @param row a stored roadmap
     * @return the roadmap
     */
    public Roadmap toRoadmap(Row row)
    {
        return new Roadmap(row.page(), row.title(), row.text("summary"), row.option(STATE, RoadmapState.DRAFT),
            row.number(Schema.VERSION), row.instant("publishedOn"), row.date("startsOn"),
            Amounts.findCurrency(row.text("currency")));
    }

    /**
     * @param initiative the page of an initiative
     * @return its roadmaps
     * @throws CrowdsourcingException if it fails
     */
    public List<Roadmap> roadmapsOf(DocumentReference initiative) throws CrowdsourcingException
    {
        WikiReference wiki = initiative.getWikiReference();
        List<Found> found =
            this.reader.find(wiki, below(initiative, Schema.ROADMAP).add("order by doc.fullName").limit(ROADMAPS));
        return this.reader.load(wiki, found, Schema.ROADMAP).first(Schema.ROADMAP).values().stream()
            .map(this::toRoadmap).toList();
    }

    private Statement below(DocumentReference page, Schema schema)
    {
        return this.reader.below(this.reader.objects().add("and obj.className = :class"),
            page.getLastSpaceReference()).bind(CLASS, schema.getClassName());
    }

    /**
     * @param roadmap the page of a roadmap
     * @return its recommendations with their steps, in their order
     * @throws CrowdsourcingException if it fails
     */
    public List<Recommendation> recommendationsOf(DocumentReference roadmap) throws CrowdsourcingException
    {
        WikiReference wiki = roadmap.getWikiReference();
        Statement statement = this.reader.below(this.reader.objects().add("and obj.className in (:classes)"),
            roadmap.getLastSpaceReference())
            .bind(CLASSES, List.of(Schema.RECOMMENDATION.getClassName(), Schema.STEP.getClassName()))
            .add("order by doc.fullName, obj.number").limit(OBJECTS);
        Rows rows = this.reader.load(wiki, this.reader.find(wiki, statement), Schema.RECOMMENDATION, Schema.STEP);
        return rows.first(Schema.RECOMMENDATION).values().stream()
            .map(row -> toRecommendation(row, rows.of(row.page(), Schema.STEP))).sorted(ORDER).toList();
    }

    /**
     * @param row a stored recommendation
     * @return the recommendation with its steps
     * @throws CrowdsourcingException if it fails
     */
    public Recommendation load(Row row) throws CrowdsourcingException
    {
        return toRecommendation(row, this.pages.all(row.page(), Schema.STEP));
    }

    private Recommendation toRecommendation(Row row, List<Row> steps)
    {
        Map<RecommendationSection, String> sections = new EnumMap<>(RecommendationSection.class);
        for (RecommendationSection section : RecommendationSection.values()) {
            sections.put(section, row.text(section.getProperty()));
        }
        List<Step> ordered = steps.stream().sorted(Comparator
            .<Row>comparingInt(step -> step.number("position")).thenComparingInt(Row::number))
            .map(StepRows::toStep).toList();
        return new Recommendation(row.page(), row.title(), sections, row.number(PRIORITY),
            row.option(CostBand.class, "costBand"), row.text("cost"), row.text("offset"),
            row.number("aggressive"), row.number("conservative"), row.text("contacts"), row.references(SOURCES),
            row.flag("deskResearch"), row.text("deskReference"), ordered,
            row.option(STATE, RecommendationState.DRAFT), row.option(FollowUp.class, "followup"),
            row.text("followupReason"), Citations.read(row.text(Citations.PROPERTY)));
    }

    /**
     * @param initiative the page of an initiative
     * @return all recommendations of its roadmaps
     * @throws CrowdsourcingException if it fails
     */
    public List<Usage> recommendationsOfInitiative(DocumentReference initiative) throws CrowdsourcingException
    {
        WikiReference wiki = initiative.getWikiReference();
        List<Found> found = this.reader.find(wiki,
            below(initiative, Schema.RECOMMENDATION).add("order by lower(doc.title), doc.fullName").limit(MAXIMUM));
        return toUsages(wiki, found).values().stream().toList();
    }

    private Map<String, Usage> toUsages(WikiReference wiki, List<Found> found) throws CrowdsourcingException
    {
        Map<String, Usage> result = new LinkedHashMap<>();
        this.reader.load(wiki, found, Set.of(STATE), Schema.RECOMMENDATION).first(Schema.RECOMMENDATION)
            .forEach((page, row) -> result.put(this.reader.serialize(page),
                new Usage(page, row.title(), row.option(STATE, RecommendationState.DRAFT))));
        return result;
    }

    /**
     * @param contributions the pages of contributions of one wiki
     * @return for each contribution that is used, the recommendations that use it, themselves or in a step
     * @throws CrowdsourcingException if it fails
     */
    public Map<DocumentReference, List<Usage>> usedIn(Collection<DocumentReference> contributions)
        throws CrowdsourcingException
    {
        Map<DocumentReference, List<Usage>> result = new LinkedHashMap<>();
        if (contributions.isEmpty()) {
            return result;
        }
        WikiReference wiki = contributions.iterator().next().getWikiReference();
        Statement statement = new Statement("select item, rec.id, rec.name, rec.number, rec.className, doc.title"
            + " from DBStringListProperty p join p.list item, BaseObject obj, BaseObject rec, XWikiDocument doc"
            + " where p.id.name = 'sources' and item in (:contributions) and obj.id = p.id.id"
            + " and obj.className in (:classes) and rec.name = obj.name and rec.className = :class"
            + " and doc.fullName = rec.name and doc.translation = 0 order by doc.fullName")
            .bind("contributions", contributions.stream().map(this.reader::serialize).toList())
            .bind(CLASSES, List.of(Schema.RECOMMENDATION.getClassName(), Schema.STEP.getClassName()))
            .bind(CLASS, Schema.RECOMMENDATION.getClassName()).limit(MAXIMUM);
        Map<String, Set<String>> users = new LinkedHashMap<>();
        Map<String, Found> found = new LinkedHashMap<>();
        for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
            String page = (String) row[2];
            users.computeIfAbsent((String) row[0], key -> new LinkedHashSet<>()).add(page);
            found.putIfAbsent(page, new Found(((Number) row[1]).longValue(), page, ((Number) row[3]).intValue(),
                (String) row[4], (String) row[5]));
        }
        Map<String, Usage> usages = toUsages(wiki, List.copyOf(found.values()));
        users.forEach((contribution, recommendations) -> result.put(this.reader.resolve(contribution, wiki),
            new ArrayList<>(recommendations.stream().map(usages::get).toList())));
        return result;
    }
}

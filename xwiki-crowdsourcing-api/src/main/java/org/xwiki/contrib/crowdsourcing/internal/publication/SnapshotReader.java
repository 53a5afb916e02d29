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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.plan.Planner;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.Amounts;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.Citations;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.publication.ImportOrigin;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.contrib.crowdsourcing.publication.Snapshot;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.StartUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes a snapshot of what a file says. Steps are numbered throughout, so that each has an anchor of its own on one
 * page.
 *
 * @version $Id$
 * @since 1.0
 */
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
final class SnapshotReader
{
    private final DocumentReference page;

    private int steps;

    private SnapshotReader(DocumentReference page)
    {
        this.page = page;
    }

    /**
     * @param file what a file says
     * @param page the page that it is read for
     * @return the same as a snapshot
     */
    static Snapshot read(JsonNode file, DocumentReference page)
    {
        return new SnapshotReader(page).snapshot(file);
    }

    private Snapshot snapshot(JsonNode file)
    {
        JsonNode issued = file.path(Fields.PUBLICATION);
        JsonNode about = file.path(Fields.ROADMAP);
        Roadmap roadmap = new Roadmap(this.page, text(about, Fields.TITLE), text(about, Fields.SUMMARY),
            issued.isObject() ? RoadmapState.PUBLISHED : RoadmapState.DRAFT, issued.path(Fields.VERSION).asInt(),
            instant(issued, Fields.PUBLISHED_ON), date(about, Fields.STARTS_ON),
            Amounts.findCurrency(text(about, Fields.CURRENCY)));
        List<Recommendation> recommendations = new ArrayList<>();
        file.path(Fields.RECOMMENDATIONS)
            .forEach(node -> recommendations.add(recommendation(node, recommendations.size() + 1)));
        // What became of a published version since is not for the version to say.
        Instant moment = roadmap.publishedOn() == null ? Instant.now() : roadmap.publishedOn();
        List<PlannedStep> planned =
            Planner.plan(roadmap, recommendations, LocalDate.ofInstant(moment, ZoneOffset.UTC));
        List<Snapshot.Question> challenges = new ArrayList<>();
        file.path(Fields.CHALLENGES).forEach(node -> challenges.add(question(node)));
        return new Snapshot(text(file, Fields.ADDRESS), about(file.path(Fields.INITIATIVE)),
            new Snapshot.Licence(text(file.path(Fields.LICENCE), Fields.TEXT),
                text(file.path(Fields.LICENCE), Fields.VERSION)),
            issued.isObject() ? issue(issued) : null, challenges,
            new Plan(roadmap, recommendations, planned, planned), origins(file.path(Fields.ORIGINS)));
    }

    private static Snapshot.About about(JsonNode node)
    {
        return new Snapshot.About(text(node, Fields.TITLE), text(node, Fields.SUMMARY), texts(node, Fields.PARTNERS),
            texts(node, Fields.LANGUAGES), text(node, Fields.COMMITMENT), text(node, Fields.SCOPE),
            text(node, Fields.INSTRUMENT), text(node, Fields.INPUT_USE), text(node, Fields.ADDRESS));
    }

    private static Snapshot.Issue issue(JsonNode node)
    {
        List<Snapshot.Opinion> opinions = new ArrayList<>();
        node.path(Fields.REVIEWS).forEach(said -> opinions.add(new Snapshot.Opinion(text(said, Fields.REVIEWER),
            option(ReviewAnswer.class, said, Fields.ANSWER), text(said, Fields.TEXT), instant(said, Fields.ON))));
        return new Snapshot.Issue(node.path(Fields.VERSION).asInt(), instant(node, Fields.PUBLISHED_ON),
            text(node, Fields.PUBLISHED_BY), text(node, Fields.REASON), opinions);
    }

    private static Snapshot.Question question(JsonNode node)
    {
        List<Snapshot.Brief> briefs = new ArrayList<>();
        node.path(Fields.BRIEFS).forEach(brief -> briefs.add(new Snapshot.Brief(text(brief, Fields.TITLE),
            brief.path(Fields.VERSION).asInt(), instant(brief, Fields.FROZEN_ON), text(brief, Fields.ADDRESS))));
        return new Snapshot.Question(text(node, Fields.TITLE), text(node, Fields.QUESTION),
            text(node, Fields.ADDRESS), briefs);
    }

    /**
     * @param nodes where something was imported from, as a file says it
     * @return the same
     */
    static List<ImportOrigin> origins(JsonNode nodes)
    {
        List<ImportOrigin> result = new ArrayList<>();
        nodes.forEach(node -> result.add(new ImportOrigin(text(node, Fields.TITLE), text(node, Fields.INITIATIVE),
            text(node, Fields.ADDRESS), node.path(Fields.VERSION).asInt(), instant(node, Fields.PUBLISHED_ON),
            instant(node, Fields.IMPORTED_ON))));
        return result;
    }

    private Recommendation recommendation(JsonNode node, int number)
    {
        Map<RecommendationSection, String> sections = new EnumMap<>(RecommendationSection.class);
        for (RecommendationSection section : RecommendationSection.values()) {
            sections.put(section, text(node, section.getProperty()));
        }
        List<Step> own = new ArrayList<>();
        node.path(Fields.STEPS).forEach(step -> own.add(step(step)));
        JsonNode followUp = node.path(Fields.FOLLOW_UP);
        return new Recommendation(new DocumentReference("R" + number, this.page.getLastSpaceReference()),
            text(node, Fields.TITLE), sections, node.path(Fields.PRIORITY).asInt(),
            option(CostBand.class, node, Fields.COST_BAND), text(node, Fields.COST), text(node, Fields.OFFSET),
            node.path(Fields.AGGRESSIVE_MONTHS).asInt(), node.path(Fields.CONSERVATIVE_MONTHS).asInt(),
            text(node, Fields.CONTACTS), List.of(), node.path(Fields.DESK_RESEARCH).asBoolean(),
            text(node, Fields.DESK_REFERENCE), own, RecommendationState.PUBLISHED,
            option(FollowUp.class, followUp, Fields.STATE), text(followUp, Fields.REASON),
            Citations.read(node.path(Fields.SOURCES)));
    }

    private Step step(JsonNode node)
    {
        this.steps++;
        JsonNode start = node.path(Fields.START);
        JsonNode duration = node.path(Fields.DURATION);
        JsonNode cost = node.path(Fields.COST);
        JsonNode followUp = node.path(Fields.FOLLOW_UP);
        return new Step(this.steps, text(node, Fields.UID), text(node, Fields.TITLE), text(node, Fields.ACTOR),
            new StepTime(date(start, Fields.ON), start.has(Fields.AFTER) ? start.get(Fields.AFTER).asInt() : null,
                option(start, Fields.UNIT, StartUnit.MONTHS), duration.path(Fields.AGGRESSIVE).asInt(),
                duration.path(Fields.CONSERVATIVE).asInt(), option(duration, Fields.UNIT, DurationUnit.MONTHS)),
            new StepCost(Amounts.find(text(cost, Fields.AMOUNT)), Amounts.findCurrency(text(cost, Fields.CURRENCY)),
                option(CostBand.class, cost, Fields.BAND), text(cost, Fields.TEXT)),
            texts(node, Fields.PREREQUISITES), text(node, Fields.RISK), text(node, Fields.METRIC), List.of(),
            node.path(Fields.DESK_RESEARCH).asBoolean(), text(node, Fields.DESK_REFERENCE),
            new StepProgress(option(FollowUp.class, followUp, Fields.STATE), date(followUp, Fields.ON),
                text(followUp, Fields.NOTE), text(followUp, Fields.EVIDENCE), text(followUp, Fields.LINK), null),
            Citations.read(node.path(Fields.SOURCES)));
    }

    private static String text(JsonNode node, String name)
    {
        return node.path(name).asText();
    }

    private static List<String> texts(JsonNode node, String name)
    {
        List<String> result = new ArrayList<>();
        node.path(name).forEach(item -> result.add(item.asText()));
        return result;
    }

    private static LocalDate date(JsonNode node, String name)
    {
        return Times.findDate(text(node, name)).orElse(null);
    }

    private static Instant instant(JsonNode node, String name)
    {
        return Times.findInstant(text(node, name)).orElse(null);
    }

    private static <E extends Enum<E> & Stored> E option(Class<E> type, JsonNode node, String name)
    {
        return Stored.find(type, text(node, name)).orElse(null);
    }

    private static <E extends Enum<E> & Stored> E option(JsonNode node, String name, E otherwise)
    {
        return Stored.find(otherwise.getDeclaringClass(), text(node, name)).orElse(otherwise);
    }
}

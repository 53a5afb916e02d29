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

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.Citations;
import org.xwiki.contrib.crowdsourcing.roadmap.Citation;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes recommendations with their steps as files have them. What is not said is left out.
 *
 * @version $Id$
 * @since 1.0
 */
final class RecommendationWriter
{
    private final Map<DocumentReference, Citation> sources;

    private final Function<Step, String> reporters;

    private final Set<String> uids = new HashSet<>();

    /**
     * @param sources the sources as citations
     * @param reporters gives the names of those who said what became of steps
     */
    RecommendationWriter(Map<DocumentReference, Citation> sources, Function<Step, String> reporters)
    {
        this.sources = sources;
        this.reporters = reporters;
    }

    /**
     * @param recommendations recommendations
     * @return the same as a file has them
     */
    ArrayNode write(List<Recommendation> recommendations)
    {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        recommendations.forEach(row -> row.steps().forEach(step -> this.uids.add(uid(row, step))));
        recommendations.forEach(row -> write(row, result.addObject()));
        return result;
    }

    /** A step of an older version that was not saved since has no identifier yet. */
    private static String uid(Recommendation recommendation, Step step)
    {
        return step.uid().isEmpty()
            ? Integer.toHexString(recommendation.reference().toString().hashCode()) + '-' + step.number() : step.uid();
    }

    private void write(Recommendation row, ObjectNode node)
    {
        put(node, Fields.TITLE, row.title());
        put(node, Fields.PRIORITY, row.priority());
        for (RecommendationSection section : RecommendationSection.values()) {
            put(node, section.getProperty(), row.section(section));
        }
        put(node, Fields.COST_BAND, row.costBand());
        put(node, Fields.COST, row.cost());
        put(node, Fields.OFFSET, row.offset());
        put(node, Fields.AGGRESSIVE_MONTHS, row.aggressive());
        put(node, Fields.CONSERVATIVE_MONTHS, row.conservative());
        put(node, Fields.CONTACTS, row.contacts());
        put(node, Fields.DESK_RESEARCH, row.deskResearch());
        put(node, Fields.DESK_REFERENCE, row.deskReference());
        putSources(node, row.sources(), row.citations());
        if (row.followUp() != null) {
            ObjectNode followUp = node.putObject(Fields.FOLLOW_UP);
            put(followUp, Fields.STATE, row.followUp());
            put(followUp, Fields.REASON, row.followUpReason());
        }
        if (!row.steps().isEmpty()) {
            ArrayNode steps = node.putArray(Fields.STEPS);
            row.steps().forEach(step -> write(row, step, steps.addObject()));
        }
    }

    private void write(Recommendation row, Step step, ObjectNode node)
    {
        node.put(Fields.UID, uid(row, step));
        put(node, Fields.TITLE, step.title());
        put(node, Fields.ACTOR, step.actor());
        put(node, step.time());
        put(node, step.cost());
        // What waits for a step that is not in the file waits for nothing there.
        List<String> needed = step.prerequisites().stream().filter(this.uids::contains).distinct().toList();
        if (!needed.isEmpty()) {
            ArrayNode list = node.putArray(Fields.PREREQUISITES);
            needed.forEach(list::add);
        }
        put(node, Fields.RISK, step.risk());
        put(node, Fields.METRIC, step.metric());
        put(node, Fields.DESK_RESEARCH, step.deskResearch());
        put(node, Fields.DESK_REFERENCE, step.deskReference());
        putSources(node, step.sources(), step.citations());
        put(node, step.progress(), this.reporters.apply(step));
    }

    private static void put(ObjectNode node, StepTime time)
    {
        if (time.on() != null || time.start() != null) {
            ObjectNode start = node.putObject(Fields.START);
            put(start, Fields.ON, time.on());
            if (time.start() != null) {
                start.put(Fields.AFTER, time.start());
                put(start, Fields.UNIT, time.startUnit());
            }
        }
        if (time.longest() > 0) {
            ObjectNode duration = node.putObject(Fields.DURATION);
            put(duration, Fields.AGGRESSIVE, time.aggressive());
            put(duration, Fields.CONSERVATIVE, time.conservative());
            put(duration, Fields.UNIT, time.unit());
        }
    }

    private static void put(ObjectNode node, StepCost cost)
    {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        put(result, Fields.AMOUNT, cost.amount() == null ? "" : cost.amount().toPlainString());
        put(result, Fields.CURRENCY, cost.currency());
        put(result, Fields.BAND, cost.band());
        put(result, Fields.TEXT, cost.text());
        if (!result.isEmpty()) {
            node.set(Fields.COST, result);
        }
    }

    private static void put(ObjectNode node, StepProgress progress, String reporter)
    {
        if (progress.state() != null) {
            ObjectNode result = node.putObject(Fields.FOLLOW_UP);
            put(result, Fields.STATE, progress.state());
            put(result, Fields.ON, progress.on());
            put(result, Fields.NOTE, progress.note());
            put(result, Fields.EVIDENCE, progress.evidence());
            put(result, Fields.LINK, progress.link());
            put(result, Fields.BY, reporter);
        }
    }

    private void putSources(ObjectNode node, List<DocumentReference> pages, List<Citation> citations)
    {
        List<Citation> all = new ArrayList<>();
        pages.stream().map(this.sources::get).filter(citation -> citation != null).forEach(all::add);
        all.addAll(citations);
        if (!all.isEmpty()) {
            node.set(Fields.SOURCES, Citations.write(all));
        }
    }

    static void put(ObjectNode node, String name, String value)
    {
        if (!value.isBlank()) {
            node.put(name, value);
        }
    }

    static void put(ObjectNode node, String name, Stored value)
    {
        if (value != null) {
            node.put(name, value.getId());
        }
    }

    static void put(ObjectNode node, String name, LocalDate value)
    {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private static void put(ObjectNode node, String name, int value)
    {
        if (value > 0) {
            node.put(name, value);
        }
    }

    private static void put(ObjectNode node, String name, boolean value)
    {
        if (value) {
            node.put(name, true);
        }
    }
}

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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.Citations;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.publication.Snapshot;
import org.xwiki.contrib.crowdsourcing.roadmap.Citation;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes the pages of a draft of what a file says, all of them or none, and removes them again while nobody has changed
 * any.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RoadmapImporter.class)
@Singleton
public class RoadmapImporter
{
    private static final String FIRST = "1.1";

    private static final String DRAFT = "draft";

    private static final String FOLLOW_UP = "followup";

    private static final String ORDER = "order by doc.fullName";

    private static final String TITLE = "title";

    private static final String POSITION = "position";

    private static final int ORIGINS = 20;

    private static final int MOST = 10000;

    @Inject
    private PageWriter writer;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private Logger logger;

    /**
     * @param initiative the page of an initiative
     * @param file a file without problems
     * @param followUp {@code true} to take over what became of the steps
     * @return the page of the roadmap
     * @throws CrowdsourcingException if it cannot be saved; then nothing is left
     */
    DocumentReference create(DocumentReference initiative, JsonNode file, boolean followUp)
        throws CrowdsourcingException
    {
        Snapshot snapshot = SnapshotReader.read(file, initiative);
        String title = snapshot.roadmap().title();
        List<DocumentReference> created = new ArrayList<>();
        try {
            Map<String, Object> values = new HashMap<>();
            values.put(Fields.STATE, DRAFT);
            put(values, Fields.SUMMARY, snapshot.roadmap().summary());
            put(values, Fields.STARTS_ON, file.path(Fields.ROADMAP).path(Fields.STARTS_ON).asText());
            put(values, Fields.CURRENCY, snapshot.roadmap().currency());
            values.put(SnapshotWriter.ORIGIN, origin(file, snapshot, followUp).toString());
            DocumentReference roadmap = this.writer.createFilled(initiative.getLastSpaceReference(),
                PageNames.fromTitle(title, Schema.ROADMAP.getName()), title, Schema.ROADMAP,
                Map.of(Schema.ROADMAP, List.of(values)));
            created.add(roadmap);
            for (Recommendation recommendation : snapshot.recommendations()) {
                created.add(create(roadmap.getLastSpaceReference(), recommendation, followUp));
            }
            return roadmap;
        } catch (CrowdsourcingException | RuntimeException e) {
            created.forEach(this::remove);
            throw e;
        }
    }

    private void remove(DocumentReference page)
    {
        try {
            this.writer.delete(page);
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to remove [{}] after an import that failed", page, e);
        }
    }

    private static ObjectNode origin(JsonNode file, Snapshot snapshot, boolean followUp)
    {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ObjectNode nearest = JsonNodeFactory.instance.objectNode();
        nearest.put(Fields.TITLE, snapshot.roadmap().title());
        nearest.put(Fields.INITIATIVE, snapshot.initiative().title());
        RecommendationWriter.put(nearest, Fields.ADDRESS, snapshot.address());
        if (snapshot.issue() != null) {
            nearest.put(Fields.VERSION, snapshot.issue().version());
            RecommendationWriter.put(nearest, Fields.PUBLISHED_ON, snapshot.issue().publishedOn() == null ? ""
                : Times.format(snapshot.issue().publishedOn()));
        }
        nearest.put(Fields.IMPORTED_ON, Times.now());
        ArrayNode origins = result.putArray(Fields.ORIGINS).add(nearest);
        for (JsonNode earlier : file.path(Fields.ORIGINS)) {
            if (origins.size() < ORIGINS) {
                origins.add(earlier);
            }
        }
        if (file.path(Fields.LICENCE).isObject()) {
            result.set(Fields.LICENCE, file.get(Fields.LICENCE));
        }
        if (file.path(Fields.CHALLENGES).isArray()) {
            result.set(Fields.CHALLENGES, file.get(Fields.CHALLENGES));
        }
        if (followUp) {
            // They have no account here.
            ObjectNode reporters = result.putObject(Fields.REPORTERS);
            for (JsonNode recommendation : file.path(Fields.RECOMMENDATIONS)) {
                recommendation.path(Fields.STEPS).forEach(step -> RecommendationWriter.put(reporters,
                    step.path(Fields.UID).asText(), step.path(Fields.FOLLOW_UP).path(Fields.BY).asText()));
            }
        }
        return result;
    }

    private DocumentReference create(SpaceReference space, Recommendation row, boolean followUp)
        throws CrowdsourcingException
    {
        Map<String, Object> values = new HashMap<>();
        values.put(Fields.STATE, DRAFT);
        for (RecommendationSection section : RecommendationSection.values()) {
            put(values, section.getProperty(), row.section(section));
        }
        put(values, Fields.COST_BAND, row.costBand());
        put(values, Fields.COST, row.cost());
        put(values, Fields.OFFSET, row.offset());
        put(values, Fields.AGGRESSIVE, row.aggressive());
        put(values, Fields.CONSERVATIVE, row.conservative());
        put(values, Fields.PRIORITY, row.priority());
        put(values, Fields.CONTACTS, row.contacts());
        put(values, Fields.DESK_RESEARCH, row.deskResearch() ? 1 : 0);
        put(values, Fields.DESK_REFERENCE, row.deskReference());
        put(values, row.citations());
        put(values, FOLLOW_UP, followUp ? row.followUp() : null);
        put(values, "followupReason", followUp ? row.followUpReason() : "");
        Map<Schema, List<Map<String, Object>>> objects = new LinkedHashMap<>();
        objects.put(Schema.RECOMMENDATION, List.of(values));
        List<Map<String, Object>> steps = new ArrayList<>();
        row.steps().forEach(step -> steps.add(values(step, steps.size() + 1, followUp)));
        objects.put(Schema.STEP, steps);
        return this.writer.createFilled(space, PageNames.fromTitle(row.title(), Schema.RECOMMENDATION.getName()),
            row.title(), Schema.RECOMMENDATION, objects);
    }

    private static Map<String, Object> values(Step step, int position, boolean followUp)
    {
        Map<String, Object> values = new HashMap<>();
        values.put(Fields.UID, step.uid());
        values.put(POSITION, position);
        put(values, TITLE, step.title());
        put(values, Fields.ACTOR, step.actor());
        put(values, step.time());
        put(values, step.cost());
        values.put(Fields.PREREQUISITES, step.prerequisites());
        put(values, Fields.RISK, step.risk());
        put(values, Fields.METRIC, step.metric());
        put(values, Fields.DESK_RESEARCH, step.deskResearch() ? 1 : 0);
        put(values, Fields.DESK_REFERENCE, step.deskReference());
        put(values, step.citations());
        StepProgress progress = step.progress();
        if (followUp && progress.state() != null) {
            put(values, FOLLOW_UP, progress.state());
            put(values, "followupOn", progress.on() == null ? "" : progress.on().toString());
            put(values, "followupNote", progress.note());
            put(values, "followupEvidence", progress.evidence());
            put(values, "followupLink", progress.link());
        }
        return values;
    }

    private static void put(Map<String, Object> values, StepTime time)
    {
        put(values, Fields.STARTS_ON, time.on() == null ? "" : time.on().toString());
        if (time.start() != null) {
            values.put(Fields.START, time.start());
            put(values, "startUnit", time.startUnit());
        }
        put(values, Fields.AGGRESSIVE, time.aggressive());
        put(values, Fields.CONSERVATIVE, time.conservative());
        put(values, "durationUnit", time.unit());
    }

    private static void put(Map<String, Object> values, StepCost cost)
    {
        put(values, Fields.AMOUNT, cost.amount() == null ? "" : cost.amount().toPlainString());
        put(values, Fields.CURRENCY, cost.currency());
        put(values, Fields.COST_BAND, cost.band());
        put(values, Fields.COST, cost.text());
    }

    private static void put(Map<String, Object> values, List<Citation> citations)
    {
        if (!citations.isEmpty()) {
            values.put(Citations.PROPERTY, Citations.write(citations).toString());
        }
    }

    /** What the file does not say is empty, whatever the template of new pages begins with. */
    private static void put(Map<String, Object> values, String name, String value)
    {
        values.put(name, value);
    }

    private static void put(Map<String, Object> values, String name, Stored value)
    {
        values.put(name, value == null ? "" : value.getId());
    }

    private static void put(Map<String, Object> values, String name, int value)
    {
        values.put(name, value);
    }

    /**
     * @param roadmap the page of an imported roadmap
     * @return the pages below it that are not as they were imported, itself among them
     * @throws CrowdsourcingException if it cannot be read
     */
    List<DocumentReference> getChanged(DocumentReference roadmap) throws CrowdsourcingException
    {
        WikiReference wiki = roadmap.getWikiReference();
        List<DocumentReference> result = new ArrayList<>();
        for (Object[] row : this.reader.<Object[]>list(wiki, below("select doc.fullName, doc.version from"
            + " XWikiDocument doc where doc.translation = 0", roadmap).add(ORDER).limit(MOST))) {
            DocumentReference page = this.reader.resolve((String) row[0], wiki);
            boolean made = this.pages.find(page, Schema.RECOMMENDATION).isPresent()
                || this.pages.find(page, Schema.ROADMAP).isPresent();
            if (!made || !FIRST.equals(row[1])) {
                result.add(page);
            }
        }
        return result;
    }

    /**
     * @param roadmap the page of an imported roadmap
     * @throws CrowdsourcingException if it cannot be removed
     */
    void undo(DocumentReference roadmap) throws CrowdsourcingException
    {
        WikiReference wiki = roadmap.getWikiReference();
        List<String> all = this.reader.list(wiki, below("select doc.fullName from XWikiDocument doc where"
            + " doc.translation = 0", roadmap).add(ORDER).limit(MOST));
        for (String page : all) {
            if (!page.equals(this.reader.serialize(roadmap))) {
                this.writer.delete(this.reader.resolve(page, wiki));
            }
        }
        // Last, so that what is left after a failure can be undone once more.
        this.writer.delete(roadmap);
    }

    private Statement below(String text, DocumentReference roadmap)
    {
        return this.reader.below(new Statement(text), roadmap.getLastSpaceReference());
    }
}

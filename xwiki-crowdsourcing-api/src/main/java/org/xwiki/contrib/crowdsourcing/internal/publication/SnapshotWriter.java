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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes a whole roadmap, as the current user may see it, as a file has it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SnapshotWriter.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class SnapshotWriter
{
    /** The property of a roadmap with what is kept of the file that it was imported from. */
    static final String ORIGIN = "origin";

    private static final String STATE = "state";

    private static final int CHALLENGES = 500;

    @Inject
    private InitiativeManager initiatives;

    @Inject
    private SourceReader sources;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    @Inject
    private DocumentAccessBridge bridge;

    /**
     * @param roadmap a stored roadmap
     * @param recommendations its recommendations
     * @return the same as a file has it
     * @throws CrowdsourcingException if it cannot be read
     */
    ObjectNode write(Row roadmap, List<Recommendation> recommendations) throws CrowdsourcingException
    {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put(Fields.SCHEMA, Fields.SCHEMA_ID);
        file.put(Fields.ADDRESS, address(roadmap.page()));
        Optional<Initiative> initiative = this.initiatives.initiativeOf(roadmap.page());
        JsonNode origin = JsonFile.readStored(roadmap.text(ORIGIN).isBlank() ? "{}" : roadmap.text(ORIGIN));
        about(file.putObject(Fields.INITIATIVE), initiative, roadmap);
        licence(file, initiative, origin);
        ObjectNode itself = file.putObject(Fields.ROADMAP);
        itself.put(Fields.TITLE, roadmap.title());
        put(itself, Fields.SUMMARY, roadmap.text(Fields.SUMMARY));
        put(itself, Fields.STARTS_ON, roadmap.text(Fields.STARTS_ON));
        put(itself, Fields.CURRENCY, roadmap.text(Fields.CURRENCY));
        ArrayNode challenges = challenges(initiative, origin);
        if (!challenges.isEmpty()) {
            file.set(Fields.CHALLENGES, challenges);
        }
        Set<DocumentReference> used = new LinkedHashSet<>();
        for (Recommendation recommendation : recommendations) {
            used.addAll(recommendation.sources());
            recommendation.steps().forEach(step -> used.addAll(step.sources()));
        }
        file.set(Fields.RECOMMENDATIONS, new RecommendationWriter(this.sources.cite(roadmap.page(), used),
            step -> reporter(step, origin.path(Fields.REPORTERS))).write(recommendations));
        if (!origin.path(Fields.ORIGINS).isEmpty()) {
            file.set(Fields.ORIGINS, origin.get(Fields.ORIGINS));
        }
        return file;
    }

    /**
     * Adds how a version was published.
     *
     * @param file the file
     * @param number the number of the version
     * @param on when, as it is stored
     * @param reason why over objections, maybe empty
     * @param reviews what reviewers said
     */
    void publish(ObjectNode file, int number, String on, String reason, List<Review> reviews)
    {
        ObjectNode issue = file.putObject(Fields.PUBLICATION);
        issue.put(Fields.VERSION, number);
        issue.put(Fields.PUBLISHED_ON, on);
        put(issue, Fields.PUBLISHED_BY, this.access.isGuest() ? "" : this.pages.userName(this.access.user()));
        put(issue, Fields.REASON, reason);
        if (!reviews.isEmpty()) {
            ArrayNode list = issue.putArray(Fields.REVIEWS);
            for (Review review : reviews) {
                ObjectNode said = list.addObject();
                said.put(Fields.REVIEWER, this.pages.userName(review.reviewer()));
                RecommendationWriter.put(said, Fields.ANSWER, review.answer());
                put(said, Fields.TEXT, review.text());
                put(said, Fields.ON, review.on() == null ? "" : Times.format(review.on()));
            }
        }
    }

    /**
     * @param page a page
     * @return its absolute address
     */
    String address(DocumentReference page)
    {
        return this.bridge.getDocumentURL(page, "view", null, null, true);
    }

    private String reporter(Step step, JsonNode imported)
    {
        DocumentReference user = step.progress().by();
        return user == null ? imported.path(step.uid()).asText() : this.pages.userName(user);
    }

    private static void put(ObjectNode node, String name, String value)
    {
        RecommendationWriter.put(node, name, value);
    }

    private void about(ObjectNode node, Optional<Initiative> initiative, Row roadmap)
    {
        if (initiative.isPresent()) {
            Initiative about = initiative.get();
            Terms terms = about.terms();
            node.put(Fields.TITLE, about.title());
            put(node, Fields.SUMMARY, about.summary());
            put(node, Fields.PARTNERS, about.partners());
            put(node, Fields.LANGUAGES, about.languages());
            RecommendationWriter.put(node, Fields.COMMITMENT, terms.commitment());
            RecommendationWriter.put(node, Fields.SCOPE, terms.scope());
            RecommendationWriter.put(node, Fields.INSTRUMENT, terms.instrument());
            put(node, Fields.INPUT_USE, terms.inputUse());
            node.put(Fields.ADDRESS, address(about.reference()));
        } else {
            // A roadmap whose initiative is not for everybody who reads the roadmap.
            node.put(Fields.TITLE, roadmap.title());
        }
    }

    private static void put(ObjectNode node, String name, List<String> values)
    {
        if (!values.isEmpty()) {
            ArrayNode list = node.putArray(name);
            values.forEach(list::add);
        }
    }

    /** What was imported stays under the licence that it came with. */
    private static void licence(ObjectNode file, Optional<Initiative> initiative, JsonNode origin)
    {
        if (origin.path(Fields.LICENCE).isObject()) {
            file.set(Fields.LICENCE, origin.get(Fields.LICENCE));
        } else if (initiative.isPresent() && !initiative.get().terms().licence().isBlank()) {
            ObjectNode licence = file.putObject(Fields.LICENCE);
            put(licence, Fields.TEXT, initiative.get().terms().licence());
            put(licence, Fields.VERSION, initiative.get().terms().licenceVersion());
        }
    }

    private ArrayNode challenges(Optional<Initiative> initiative, JsonNode origin) throws CrowdsourcingException
    {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        Set<String> titles = new LinkedHashSet<>();
        for (JsonNode challenge : origin.path(Fields.CHALLENGES)) {
            result.add(challenge);
            titles.add(challenge.path(Fields.TITLE).asText());
        }
        if (initiative.isPresent()) {
            Rows rows = read(initiative.get().reference());
            for (Row challenge : selected(rows)) {
                if (result.size() < CHALLENGES && !titles.contains(challenge.title())) {
                    ObjectNode node = result.addObject();
                    node.put(Fields.TITLE, challenge.title());
                    put(node, Fields.QUESTION, challenge.text(Fields.QUESTION));
                    node.put(Fields.ADDRESS, address(challenge.page()));
                    briefs(node, challenge, rows);
                }
            }
        }
        return result;
    }

    private Rows read(DocumentReference initiative) throws CrowdsourcingException
    {
        WikiReference wiki = initiative.getWikiReference();
        Statement statement = this.reader
            .below(this.reader.objects().add("and obj.className in (:classes) and doc.name = :home"),
                initiative.getLastSpaceReference())
            .bind("classes", List.of(Schema.CHALLENGE.getClassName(), Schema.BRIEF.getClassName()))
            .bind("home", PageReader.HOME).add("order by doc.fullName").limit(2 * CHALLENGES);
        return this.reader.load(wiki, this.reader.find(wiki, statement), Set.of(Fields.QUESTION, STATE,
            Fields.PRIORITY, Fields.VERSION, Fields.FROZEN_ON), Schema.CHALLENGE, Schema.BRIEF);
    }

    private List<Row> selected(Rows rows)
    {
        List<Row> result = new ArrayList<>();
        rows.first(Schema.CHALLENGE).forEach((page, row) -> {
            if (row.option(STATE, ChallengeState.PROPOSED) == ChallengeState.SELECTED && this.access.canView(page)) {
                result.add(row);
            }
        });
        result.sort((one, other) -> Integer.compare(order(one), order(other)));
        return result;
    }

    private static int order(Row challenge)
    {
        return challenge.number(Fields.PRIORITY) > 0 ? challenge.number(Fields.PRIORITY) : Integer.MAX_VALUE;
    }

    private void briefs(ObjectNode node, Row challenge, Rows rows)
    {
        ArrayNode briefs = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<DocumentReference, Row> entry : rows.first(Schema.BRIEF).entrySet()) {
            SpaceReference place = entry.getKey().getLastSpaceReference();
            boolean own = challenge.page().getLastSpaceReference().equals(place.getParent());
            if (own && this.access.canView(entry.getKey())) {
                ObjectNode brief = briefs.addObject();
                brief.put(Fields.TITLE, entry.getValue().title());
                int version = entry.getValue().number(Fields.VERSION);
                if (version > 0) {
                    brief.put(Fields.VERSION, version);
                    put(brief, Fields.FROZEN_ON, entry.getValue().text(Fields.FROZEN_ON));
                }
                brief.put(Fields.ADDRESS, address(entry.getKey()));
            }
        }
        if (!briefs.isEmpty()) {
            node.set(Fields.BRIEFS, briefs);
        }
    }
}

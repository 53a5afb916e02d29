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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.publication.Publication;
import org.xwiki.contrib.crowdsourcing.publication.PublicationManager;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.contrib.crowdsourcing.publication.RoadmapVersion;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * What the page of a roadmap shows of its way to be published, with the forms on it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Publications.class)
@Singleton
public class Publications
{
    private static final String REASON = "reason";

    private static final String REVIEWERS = "reviewers";

    private static final String PUBLICATION = "publication";

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private PublicationManager publications;

    @Inject
    private ExchangeManager exchange;

    @Inject
    private Plans plans;

    @Inject
    private Toolkit toolkit;

    /**
     * Something that is in the way of publishing.
     *
     * @param message what it is, in words
     * @param url where it can be put right, empty if that is here
     */
    public record Obstacle(String message, String url)
    {
    }

    /**
     * @param roadmap the page of a roadmap
     * @return what the forms do
     */
    public Map<String, FormAction> getActions(DocumentReference roadmap)
    {
        Map<String, FormAction> actions = new HashMap<>();
        actions.put("publishRoadmap", sent -> {
            this.roadmaps.publish(roadmap, sent.get(REASON));
            return back(roadmap);
        });
        actions.put("withdrawRoadmap", sent -> {
            this.roadmaps.withdraw(roadmap, sent.get(REASON));
            return back(roadmap);
        });
        actions.put("startReview", sent -> {
            this.publications.startReview(roadmap, sent.get(REVIEWERS).lines().toList());
            return back(roadmap);
        });
        actions.put("answerReview", sent -> {
            this.publications.answer(roadmap, Stored.find(ReviewAnswer.class, sent.get("answer")).orElse(null),
                sent.get("text"));
            return back(roadmap);
        });
        actions.put("newDraft", sent -> {
            this.publications.newDraft(roadmap);
            return back(roadmap);
        });
        actions.put("undoRoadmapImport", sent -> {
            this.exchange.undo(roadmap);
            return this.toolkit.getURL(new DocumentReference(roadmap.getName(),
                new SpaceReference(roadmap.getLastSpaceReference().getParent())), null, null);
        });
        return actions;
    }

    private String back(DocumentReference roadmap)
    {
        return this.toolkit.getURL(roadmap, null, "cs-publication");
    }

    /**
     * @param roadmap the page of a roadmap
     * @return its last published version, if it has a page of its own and stands
     * @throws CrowdsourcingException if it cannot be read
     */
    public RoadmapVersion getLatest(DocumentReference roadmap) throws CrowdsourcingException
    {
        return this.publications.get(roadmap).stream().flatMap(row -> row.versions().stream()).limit(1)
            .filter(version -> version.reference() != null && version.withdrawal() == null).findFirst().orElse(null);
    }

    /**
     * @param roadmap the page of a roadmap
     * @param readOnly {@code true} if no form may be shown
     * @return what is shown
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference roadmap, boolean readOnly) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        Publication publication = this.publications.get(roadmap).orElse(null);
        data.put(PUBLICATION, publication);
        if (publication != null) {
            boolean canPublish = !readOnly && this.roadmaps.canPublish(roadmap);
            boolean canAnswer = !readOnly && this.publications.canAnswer(publication);
            boolean published = publication.roadmap().state() == RoadmapState.PUBLISHED;
            data.put("canPublish", canPublish);
            data.put("canAnswer", canAnswer);
            data.put("showsReviews", canPublish || canAnswer);
            data.put("answers", ReviewAnswer.values());
            data.put("canOverrule", canPublish && !publication.open().isEmpty() && this.roadmaps.canOverrule(roadmap));
            data.put("canUndo", !readOnly && this.exchange.canUndo(roadmap));
            data.put("obstacles", canPublish && !published ? getObstacles(roadmap) : List.of());
            data.put("asked", String.join("\n", publication.reviews().stream()
                .filter(review -> review.asked()).map(review -> this.toolkit.serialize(review.reviewer())).toList()));
            data.put("latest", publication.versions().stream().findFirst().map(RoadmapVersion::reference).orElse(null));
            data.put("fileURL", getFileURL(roadmap, ""));
            data.put("stepsURL", getFileURL(roadmap, "&format=csv"));
        }
        return data;
    }

    /**
     * What became of a recommendation.
     *
     * @param recommendation the recommendation
     * @param steps how many steps it has
     * @param done how many of them are done
     * @param overdue how many of them are overdue
     */
    public record Progress(Recommendation recommendation, long steps, long done, long overdue)
    {
    }

    /**
     * @param roadmap the page of a roadmap
     * @param limit how many steps at a time
     * @return what became of it
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getProgress(DocumentReference roadmap, int limit) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        Publication publication = this.publications.get(roadmap).orElseThrow();
        data.put(PUBLICATION, publication);
        Optional<Plan> plan = this.plans.find(roadmap);
        if (plan.isPresent() && publication.roadmap().version() > 0) {
            List<PlannedStep> steps = plan.get().steps();
            data.put("rows", plan.get().recommendations().stream().map(row -> new Progress(row, row.steps().size(),
                row.steps().stream().filter(step -> step.progress().state() == FollowUp.DONE).count(),
                steps.stream().filter(step -> step.overdue() && step.recommendation().equals(row)).count())).toList());
            data.put("part", this.plans.getFollowUp(plan.get(), limit));
        }
        return data;
    }

    private String getURL(FieldError obstacle)
    {
        List<Object> named = obstacle.parameters();
        boolean step = "crowdsourcing.error.unsourcedStep".equals(obstacle.messageKey());
        boolean known = step || "crowdsourcing.error.unsourced".equals(obstacle.messageKey());
        return known ? this.toolkit.getURL(this.toolkit.reference(String.valueOf(named.get(step ? 2 : 1))), null,
            step ? "cs-step-" + named.get(3) : "cs-sources") : "";
    }

    private List<Obstacle> getObstacles(DocumentReference roadmap) throws CrowdsourcingException
    {
        List<Obstacle> result = new ArrayList<>();
        for (FieldError error : this.roadmaps.getPublicationObstacles(roadmap)) {
            result.add(new Obstacle(this.toolkit.message(error), getURL(error)));
        }
        return result;
    }

    /**
     * @param page the page of a roadmap or a version
     * @param more further parameters
     * @return the address of the file
     */
    String getFileURL(DocumentReference page, String more)
    {
        return this.toolkit.getRoadmapFileURL("roadmap=" + this.toolkit.encode(page) + more);
    }
}

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.publication.ReviewStore;
import org.xwiki.contrib.crowdsourcing.internal.publication.VersionStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of roadmaps and their recommendations.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultRoadmapManager implements RoadmapManager
{
    private static final String STATE = "state";

    private static final String FOLLOW_UP = "followup";

    private static final String CONTRIBUTION = "contribution";

    private static final String FOLLOW_UP_REASON = "followupReason";

    private static final String REASON = "reason";

    private static final int BATCH = 200;

    private static final int TARGETS = 100;

    @Inject
    private RoadmapStore store;

    @Inject
    private PlanCache plans;

    @Inject
    private QuoteFinder quotes;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private PageGuard guard;

    @Inject
    private ReviewStore reviews;

    @Inject
    private VersionStore versions;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public Optional<Roadmap> get(DocumentReference reference) throws CrowdsourcingException
    {
        return this.things.find(reference, Schema.ROADMAP).map(this.store::toRoadmap);
    }

    @Override
    public Optional<Roadmap> roadmapOf(DocumentReference page) throws CrowdsourcingException
    {
        return this.things.nearest(page, Schema.ROADMAP).map(this.store::toRoadmap);
    }

    @Override
    public List<Roadmap> roadmapsOf(DocumentReference initiative) throws CrowdsourcingException
    {
        return this.store.roadmapsOf(initiative).stream()
            .filter(roadmap -> this.access.canView(roadmap.reference())).toList();
    }

    @Override
    public Page<Recommendation> getRecommendations(DocumentReference roadmap, PageRequest request)
        throws CrowdsourcingException
    {
        this.things.get(roadmap, Schema.ROADMAP);
        List<Recommendation> all = this.plans.recommendationsOf(roadmap).stream()
            .filter(row -> isSeen(row.reference(), row.state())).toList();
        int from = Math.min(RowReader.offset(request), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null,
            Count.exactly(all.size()));
    }

    private boolean isSeen(DocumentReference recommendation, RecommendationState state)
    {
        // A list shows a draft to those who work on it.
        return this.access.canView(recommendation)
            && (state == RecommendationState.PUBLISHED || this.access.canEdit(recommendation));
    }

    @Override
    public Optional<Recommendation> getRecommendation(DocumentReference reference) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(reference, Schema.RECOMMENDATION);
        return row.isEmpty() ? Optional.empty() : Optional.of(this.store.load(row.get()));
    }

    @Override
    public Map<DocumentReference, List<Usage>> usedIn(Collection<DocumentReference> contributions)
        throws CrowdsourcingException
    {
        Map<DocumentReference, List<Usage>> result = new LinkedHashMap<>();
        this.store.usedIn(contributions.stream().distinct().limit(BATCH).toList()).forEach((page, usages) -> {
            List<Usage> seen =
                usages.stream().filter(usage -> isSeen(usage.recommendation(), usage.state())).toList();
            if (!seen.isEmpty()) {
                result.put(page, seen);
            }
        });
        return result;
    }

    @Override
    public List<Usage> getQuoteTargets(DocumentReference contribution) throws CrowdsourcingException
    {
        Optional<Row> initiative = this.pages.nearest(contribution, Schema.INITIATIVE);
        return this.access.isGuest() || initiative.isEmpty() ? List.of()
            : this.store.recommendationsOfInitiative(initiative.get().page()).stream()
                .filter(usage -> this.access.canEdit(usage.recommendation())).limit(TARGETS).toList();
    }

    @Override
    public DocumentReference create(DocumentReference initiative, String title) throws CrowdsourcingException
    {
        return this.things.create(initiative, title, Schema.ROADMAP, Schema.ROADMAP.getName());
    }

    @Override
    public DocumentReference createRecommendation(DocumentReference roadmap, String title)
        throws CrowdsourcingException
    {
        return this.things.create(roadmap, title, Schema.RECOMMENDATION, null);
    }

    @Override
    public void quote(DocumentReference recommendation, DocumentReference contribution)
        throws CrowdsourcingException
    {
        Row row = this.things.getEditable(recommendation, Schema.RECOMMENDATION);
        Contribution quoted = this.dialogues.getContribution(contribution)
            .orElseThrow(() -> new NotFoundException(new FieldError(CONTRIBUTION, "crowdsourcing.error.notFound")));
        if (quoted.state() != ContributionState.PUBLISHED) {
            throw new ConflictException(new FieldError(CONTRIBUTION, "crowdsourcing.error.quoteHidden"));
        }
        List<DocumentReference> sources = new ArrayList<>(row.references(Schema.SOURCES));
        if (!sources.contains(quoted.reference())) {
            sources.add(quoted.reference());
            save(recommendation, sources);
        }
    }

    @Override
    public void unquote(DocumentReference recommendation, DocumentReference contribution)
        throws CrowdsourcingException
    {
        Row row = this.things.getEditable(recommendation, Schema.RECOMMENDATION);
        if (this.quotes.find(row).contains(contribution)) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.quotedInText"));
        }
        List<DocumentReference> sources = new ArrayList<>(row.references(Schema.SOURCES));
        sources.remove(contribution);
        Recommendation before = this.store.load(row);
        boolean sourced = !sources.isEmpty() || before.deskResearch() && !before.deskReference().isBlank();
        if (before.state() == RecommendationState.PUBLISHED && !sourced) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.lastSource"));
        }
        save(recommendation, sources);
    }

    private void save(DocumentReference recommendation, List<DocumentReference> sources)
        throws CrowdsourcingException
    {
        this.writer.update(recommendation, Schema.RECOMMENDATION,
            Map.of(Schema.SOURCES, sources.stream().map(this.reader::serialize).toList()), "");
    }

    @Override
    public void setFollowUp(DocumentReference recommendation, FollowUp followUp, String reason)
        throws CrowdsourcingException
    {
        Row row = this.things.getEditable(recommendation, Schema.RECOMMENDATION);
        Inputs inputs = new Inputs();
        inputs.required(FOLLOW_UP, followUp);
        String text = inputs.text(FOLLOW_UP_REASON, reason, Inputs.REASON);
        if (followUp == FollowUp.STALLED || followUp == FollowUp.ABANDONED) {
            inputs.required(FOLLOW_UP_REASON, text, "crowdsourcing.error.followUpReasonRequired");
        }
        inputs.refuse();
        this.guard.check(recommendation, List.of(this.store.load(row).followUpStamp(), row.stamp()));
        this.writer.update(recommendation, Schema.RECOMMENDATION,
            Map.of(FOLLOW_UP, followUp.getId(), FOLLOW_UP_REASON, text), "");
    }

    @Override
    public void publish(DocumentReference roadmap, String reason) throws CrowdsourcingException
    {
        // One after the other: who comes second finds it published.
        this.guard.enter(roadmap);
        try {
            publish(this.things.getEditable(roadmap, Schema.ROADMAP), reason);
        } finally {
            this.guard.leave(roadmap);
        }
    }

    private void publish(Row row, String typed) throws CrowdsourcingException
    {
        List<Recommendation> recommendations = this.store.recommendationsOf(row.page());
        List<Recommendation> drafts = recommendations.stream()
            .filter(recommendation -> recommendation.state() == RecommendationState.DRAFT).toList();
        if (row.option(STATE, RoadmapState.DRAFT) == RoadmapState.PUBLISHED && drafts.isEmpty()) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.alreadyPublished"));
        }
        for (Recommendation draft : drafts) {
            this.access.require(this.access.canEdit(draft.reference()));
        }
        Inputs inputs = new Inputs();
        obstacles(recommendations).forEach(inputs::add);
        String reason = inputs.text(REASON, typed, Inputs.REASON);
        boolean overruled = checkReviews(row, reason, inputs);
        inputs.refuse();
        this.guard.check(row.page(), row);
        for (Recommendation draft : drafts) {
            this.writer.update(draft.reference(), Schema.RECOMMENDATION,
                Map.of(STATE, RecommendationState.PUBLISHED.getId()), "");
        }
        String now = Times.now();
        Map<String, Object> values = new HashMap<>();
        values.put(STATE, RoadmapState.PUBLISHED.getId());
        values.put(Schema.VERSION, this.versions.create(row, recommendations.stream()
            .filter(recommendation -> this.access.canView(recommendation.reference())).toList(), now,
            overruled ? reason : ""));
        values.put("publishedOn", now);
        this.writer.update(row.page(), Schema.ROADMAP, values, "");
    }

    /** Nobody publishes over an objection silently, and only the owner does. */
    private boolean checkReviews(Row row, String reason, Inputs inputs) throws CrowdsourcingException
    {
        List<Review> open = this.reviews.reviews(row).stream().filter(Review::isOpen).toList();
        boolean owner = !open.isEmpty() && canOverrule(row.page());
        if (!open.isEmpty() && (!owner || reason.isEmpty())) {
            open.forEach(review -> inputs.add(new FieldError("", review.answer() == null
                ? "crowdsourcing.error.unansweredReview" : "crowdsourcing.error.openObjection",
                this.pages.userName(review.reviewer()))));
            inputs.add(new FieldError(owner ? REASON : "",
                owner ? "crowdsourcing.error.overruleReason" : "crowdsourcing.error.overruleOwner"));
        }
        return !open.isEmpty();
    }

    @Override
    public void withdraw(DocumentReference roadmap, String reason) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(roadmap, Schema.ROADMAP);
        if (row.option(STATE, RoadmapState.DRAFT) != RoadmapState.PUBLISHED) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notPublished"));
        }
        Inputs inputs = new Inputs();
        String text = inputs.text(REASON, reason, Inputs.REASON);
        inputs.required(REASON, text, "crowdsourcing.error.withdrawReason");
        inputs.refuse();
        this.writer.update(roadmap, Schema.ROADMAP, Map.of(STATE, RoadmapState.WITHDRAWN.getId(), "withdrawReason",
            text, "withdrawnOn", Times.now(), "withdrawnBy", this.reader.serialize(this.access.user()),
            "withdrawnVersion", row.number(Schema.VERSION)), "");
    }

    @Override
    public List<FieldError> getPublicationObstacles(DocumentReference roadmap) throws CrowdsourcingException
    {
        this.things.get(roadmap, Schema.ROADMAP);
        return obstacles(this.store.recommendationsOf(roadmap).stream()
            .filter(recommendation -> this.access.canView(recommendation.reference())).toList());
    }

    private List<FieldError> obstacles(List<Recommendation> recommendations)
    {
        List<FieldError> result = new ArrayList<>();
        if (recommendations.isEmpty()) {
            result.add(new FieldError("", "crowdsourcing.error.noRecommendation"));
        }
        recommendations.stream().filter(recommendation -> !recommendation.isSourced())
            .forEach(recommendation -> result.add(new FieldError("", "crowdsourcing.error.unsourced",
                recommendation.title(), this.reader.serialize(recommendation.reference()))));
        Map<String, Step> known = new HashMap<>();
        Map<String, List<String>> needed = new LinkedHashMap<>();
        for (Recommendation recommendation : recommendations) {
            for (Step step : recommendation.steps()) {
                if (!step.isSourced()) {
                    result.add(new FieldError("", "crowdsourcing.error.unsourcedStep", step.title(),
                        recommendation.title(), this.reader.serialize(recommendation.reference()), step.number()));
                }
                known.put(step.uid(), step);
                needed.put(step.uid(), step.prerequisites());
            }
        }
        List<String> cycle = Prerequisites.findCycle(needed, needed.keySet());
        if (!cycle.isEmpty()) {
            result.add(new FieldError("", "crowdsourcing.error.prerequisiteCycle",
                Prerequisites.describe(cycle, uid -> known.get(uid).title())));
        }
        return result;
    }

    @Override
    public boolean canCreate(DocumentReference initiative)
    {
        return this.things.canCreate(initiative);
    }

    @Override
    public boolean canCreateRecommendation(DocumentReference roadmap)
    {
        return this.things.canCreate(roadmap);
    }

    @Override
    public boolean canEdit(DocumentReference reference)
    {
        return this.access.canEdit(reference);
    }

    @Override
    public boolean canPublish(DocumentReference roadmap)
    {
        return this.access.canEdit(roadmap);
    }

    @Override
    public boolean canOverrule(DocumentReference roadmap) throws CrowdsourcingException
    {
        DocumentReference user = this.access.user();
        return this.access.isAdministrator(roadmap) || user != null && this.access.canEdit(roadmap)
            && this.pages.nearest(roadmap, Schema.INITIATIVE).map(row -> row.reference("owner")).filter(user::equals)
                .isPresent();
    }
}

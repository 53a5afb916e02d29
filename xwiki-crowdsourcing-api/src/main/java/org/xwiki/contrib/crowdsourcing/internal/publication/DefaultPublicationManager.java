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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.publication.Publication;
import org.xwiki.contrib.crowdsourcing.publication.PublicationManager;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.contrib.crowdsourcing.publication.RoadmapVersion;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * The rules of reviews and versions.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultPublicationManager implements PublicationManager
{
    private static final String STATE = "state";

    private static final String REVIEWERS = ReviewStore.REVIEWERS;

    private static final String LINE = "\n";

    private static final int MOST = 50;

    @Inject
    private RoadmapStore roadmaps;

    @Inject
    private ReviewStore reviews;

    @Inject
    private VersionStore versions;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    private static RoadmapState state(Row row)
    {
        return row.option(STATE, RoadmapState.DRAFT);
    }

    @Override
    public Optional<Publication> get(DocumentReference roadmap) throws CrowdsourcingException
    {
        Optional<Row> found = this.things.find(roadmap, Schema.ROADMAP);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get();
        return Optional.of(new Publication(this.roadmaps.toRoadmap(row), row.stamp(), this.reviews.reviews(row),
            this.versions.versions(row),
            state(row) == RoadmapState.WITHDRAWN ? VersionStore.withdrawal(row, 0) : null,
            SnapshotReader.origins(JsonFile.readStored(row.text(SnapshotWriter.ORIGIN).isBlank() ? "{}"
                : row.text(SnapshotWriter.ORIGIN)).path(Fields.ORIGINS))));
    }

    @Override
    public Optional<RoadmapVersion> getVersion(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> row = this.access.canView(page) ? this.versions.find(page) : Optional.empty();
        Optional<Row> roadmap = row.isEmpty() ? Optional.empty()
            : this.pages.find(PageReader.home(page.getLastSpaceReference()), Schema.ROADMAP);
        return row.map(found -> VersionStore.version(found, roadmap.orElse(null)));
    }

    @Override
    public void startReview(DocumentReference roadmap, List<String> reviewers) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(roadmap, Schema.ROADMAP);
        if (state(row) != RoadmapState.DRAFT && state(row) != RoadmapState.REVIEW) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.noDraft"));
        }
        Inputs inputs = new Inputs();
        Set<String> users = new LinkedHashSet<>();
        for (String typed : ReviewStore.split(String.join(LINE, reviewers))) {
            String name = typed.contains(".") ? typed : "XWiki." + typed;
            DocumentReference user = this.reader.resolve(name, roadmap.getWikiReference());
            if (!this.pages.isUser(user)) {
                inputs.add(new FieldError(REVIEWERS, "crowdsourcing.error.noUser", Inputs.shorten(typed)));
            } else if (!this.access.canView(user, roadmap)) {
                inputs.add(new FieldError(REVIEWERS, "crowdsourcing.error.reviewerMayNotRead",
                    this.pages.userName(user)));
            } else {
                users.add(this.serializer.serialize(user, roadmap.getWikiReference()));
            }
        }
        if (users.size() > MOST) {
            inputs.add(new FieldError(REVIEWERS, "crowdsourcing.error.tooManyValues", MOST));
        } else if (inputs.errors().isEmpty()) {
            inputs.required(REVIEWERS, String.join("", users), "crowdsourcing.error.reviewerRequired");
        }
        inputs.refuse();
        this.writer.update(roadmap, Schema.ROADMAP,
            Map.of(STATE, RoadmapState.REVIEW.getId(), REVIEWERS, String.join(LINE, users), ReviewStore.REVIEW_ROUND,
                row.number(Schema.VERSION) + 1), "");
    }

    @Override
    public void answer(DocumentReference roadmap, ReviewAnswer answer, String text) throws CrowdsourcingException
    {
        Row row = this.things.get(roadmap, Schema.ROADMAP);
        String user = this.access.isGuest() ? ""
            : this.serializer.serialize(this.access.user(), roadmap.getWikiReference());
        this.access.require(ReviewStore.reviewers(row).contains(user));
        if (state(row) != RoadmapState.REVIEW) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notInReview"));
        }
        Inputs inputs = new Inputs();
        inputs.required("answer", answer);
        String said = inputs.text(Schema.TEXT, text, Inputs.REASON);
        if (answer == ReviewAnswer.OBJECT) {
            inputs.required(Schema.TEXT, said, "crowdsourcing.error.objectionRequired");
        }
        inputs.refuse();
        this.reviews.save(row, user, row.number(Schema.VERSION) + 1, answer, said);
    }

    @Override
    public void newDraft(DocumentReference roadmap) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(roadmap, Schema.ROADMAP);
        if (state(row) == RoadmapState.DRAFT) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.alreadyDraft"));
        }
        this.writer.update(roadmap, Schema.ROADMAP, Map.of(STATE, RoadmapState.DRAFT.getId()), "");
    }

    @Override
    public boolean canAnswer(Publication publication)
    {
        DocumentReference user = this.access.user();
        return user != null && publication.roadmap().state() == RoadmapState.REVIEW
            && publication.reviews().stream().filter(Review::asked).anyMatch(row -> user.equals(row.reviewer()));
    }
}

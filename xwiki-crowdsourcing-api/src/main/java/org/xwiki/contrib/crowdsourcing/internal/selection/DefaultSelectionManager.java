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
package org.xwiki.contrib.crowdsourcing.internal.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.selection.Board;
import org.xwiki.contrib.crowdsourcing.selection.BoardQuery;
import org.xwiki.contrib.crowdsourcing.selection.Cluster;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;

/**
 * The rules of the selection of ideas: who may edit a roadmap groups ideas there.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultSelectionManager implements SelectionManager
{
    private static final String FIELD_TITLE = "clusterTitle";

    private static final String FIELD_SUMMARY = "clusterSummary";

    private static final String FIELD_IDEAS = "cs_item";

    private static final String NOTHING = "crowdsourcing.error.nothingTicked";

    private static final String FULL = "crowdsourcing.error.clusterFull";

    private static final int BATCH = 200;

    private static final int ATTEMPTS = 3;

    @Inject
    private ClusterStore store;

    @Inject
    private BoardMaker maker;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private PageGuard guard;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    @Override
    public Board getBoard(DocumentReference roadmap, BoardQuery query) throws CrowdsourcingException
    {
        this.things.get(roadmap, Schema.ROADMAP);
        Map<DocumentReference, String> titles = dialoguesOf(roadmap);
        List<Cluster> clusters = toClusters(this.store.clustersOf(roadmap));
        return new Board(this.maker.getIdeas(titles, clusters, query), titles, clusters);
    }

    private Map<DocumentReference, String> dialoguesOf(DocumentReference roadmap) throws CrowdsourcingException
    {
        Map<DocumentReference, String> result = new LinkedHashMap<>();
        Optional<Row> initiative = this.things.nearest(roadmap, Schema.INITIATIVE);
        if (initiative.isPresent()) {
            this.store.dialoguesOf(initiative.get().page()).forEach((dialogue, title) -> {
                if (this.access.canView(dialogue)) {
                    result.put(dialogue, title);
                }
            });
        }
        return result;
    }

    private List<Cluster> toClusters(List<Row> rows) throws CrowdsourcingException
    {
        List<Row> seen = rows.stream().filter(row -> this.access.canView(row.page())).toList();
        Map<DocumentReference, Row> written = this.store.recommendations(seen.stream()
            .map(row -> row.reference(ClusterStore.RECOMMENDATION)).filter(Objects::nonNull).distinct().toList());
        List<Cluster> result = new ArrayList<>();
        for (Row row : seen) {
            Row recommendation = written.get(row.reference(ClusterStore.RECOMMENDATION));
            boolean shown = recommendation != null && isSeen(recommendation);
            result.add(new Cluster(row.page(), row.text(ClusterStore.TITLE), row.text(ClusterStore.SUMMARY),
                row.references(ClusterStore.IDEAS), shown ? recommendation.page() : null,
                shown ? recommendation.title() : "", row.reference(ClusterStore.BY), row.instant(ClusterStore.ON),
                !row.text(ClusterStore.TITLE_BEFORE).isEmpty(), row.stamp()));
        }
        return result;
    }

    private boolean isSeen(Row recommendation)
    {
        return this.access.canView(recommendation.page())
            && (recommendation.option("state", RecommendationState.DRAFT) == RecommendationState.PUBLISHED
                || this.access.canEdit(recommendation.page()));
    }

    @Override
    public Optional<Cluster> getCluster(DocumentReference cluster) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(cluster, Schema.CLUSTER);
        return row.isEmpty() ? Optional.empty() : toClusters(List.of(row.get())).stream().findFirst();
    }

    @Override
    public List<Cluster> getClusters(DocumentReference recommendation) throws CrowdsourcingException
    {
        return this.access.canView(recommendation) ? toClusters(this.store.writtenTo(recommendation)) : List.of();
    }

    @Override
    public DocumentReference group(DocumentReference roadmap, String title, Collection<DocumentReference> ideas)
        throws CrowdsourcingException
    {
        this.things.getEditable(roadmap, Schema.ROADMAP);
        Inputs inputs = new Inputs();
        String checked = inputs.title(FIELD_TITLE, title);
        checkNew(roadmap, checked, null, inputs);
        List<DocumentReference> shown = checkIdeas(roadmap, ideas, inputs);
        inputs.refuse();
        Map<String, Object> values = sign();
        values.put(ClusterStore.TITLE, checked);
        values.put(ClusterStore.IDEAS, this.store.serialize(shown));
        values.put(ClusterStore.TITLE_BEFORE, checked);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DocumentReference page = this.store.page(roadmap);
            if (this.writer.createHidden(page, checked, Schema.CLUSTER, values)) {
                return page;
            }
        }
        throw new ConflictException(new FieldError("", "crowdsourcing.error.conflict"));
    }

    private void checkNew(DocumentReference roadmap, String title, DocumentReference except, Inputs inputs)
        throws CrowdsourcingException
    {
        // What is empty is shown nowhere, so its title is free.
        if (this.store.clustersOf(roadmap).stream().anyMatch(row -> !row.page().equals(except)
            && !row.list(ClusterStore.IDEAS).isEmpty() && row.text(ClusterStore.TITLE).equalsIgnoreCase(title)))
        {
            inputs.add(new FieldError(FIELD_TITLE, "crowdsourcing.error.clusterKnown", title));
        }
    }

    private List<DocumentReference> checkIdeas(DocumentReference roadmap, Collection<DocumentReference> ideas,
        Inputs inputs) throws CrowdsourcingException
    {
        if (ideas.isEmpty()) {
            inputs.add(new FieldError(FIELD_IDEAS, NOTHING));
        } else if (ideas.size() > MOST) {
            inputs.add(new FieldError(FIELD_IDEAS, FULL, MOST));
        } else {
            Set<DocumentReference> known = dialoguesOf(roadmap).keySet();
            List<DocumentReference> shown = getShown(ideas).stream()
                .filter(idea -> idea.kind() == ContributionKind.IDEA && known.contains(idea.thread()))
                .filter(idea -> idea.state() == ContributionState.PUBLISHED).map(Contribution::reference).toList();
            if (shown.size() < ideas.size()) {
                throw new ConflictException(new FieldError(FIELD_IDEAS, "crowdsourcing.error.ideasGone",
                    ideas.size() - shown.size()));
            }
            return shown;
        }
        return List.of();
    }

    /** In the order in which they are named. */
    private List<Contribution> getShown(Collection<DocumentReference> ideas) throws CrowdsourcingException
    {
        List<DocumentReference> named = ideas.stream().distinct().toList();
        Map<DocumentReference, Contribution> found = new HashMap<>();
        for (int from = 0; from < named.size(); from += BATCH) {
            found.putAll(this.dialogues.getContributions(
                named.subList(from, Math.min(named.size(), from + BATCH))));
        }
        return named.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Map<String, Object> sign()
    {
        Map<String, Object> values = new HashMap<>();
        values.put(ClusterStore.BY, this.serializer.serialize(this.access.user()));
        values.put(ClusterStore.ON, Times.now());
        return values;
    }

    @Override
    public void add(DocumentReference cluster, Collection<DocumentReference> ideas) throws CrowdsourcingException
    {
        Row known = getEditable(cluster);
        Inputs inputs = new Inputs();
        List<String> added = this.store.serialize(checkIdeas(ClusterStore.roadmap(known.page()), ideas, inputs));
        inputs.refuse();
        FieldError full = new FieldError(FIELD_IDEAS, FULL, MOST);
        this.writer.adjustAll(cluster, Schema.CLUSTER, held -> {
            Set<String> all = new LinkedHashSet<>(held.get(0).list(ClusterStore.IDEAS));
            all.addAll(added);
            if (all.size() > MOST) {
                throw new CrowdsourcingException(full);
            }
            Map<String, Object> values = new HashMap<>();
            if (all.size() > held.get(0).list(ClusterStore.IDEAS).size()) {
                values.putAll(sign());
                values.putAll(this.store.remember(held.get(0)));
                values.put(ClusterStore.IDEAS, List.copyOf(all));
            }
            return Map.of(held.get(0).number(), values);
        });
    }

    private Row getEditable(DocumentReference cluster) throws CrowdsourcingException
    {
        Row row = this.things.find(cluster, Schema.CLUSTER)
            .orElseThrow(() -> new NotFoundException(new FieldError("", "crowdsourcing.error.notFound")));
        this.things.getEditable(ClusterStore.roadmap(cluster), Schema.ROADMAP);
        return row;
    }

    private void change(DocumentReference cluster, Function<Row, Map<String, Object>> change)
        throws CrowdsourcingException
    {
        this.writer.adjust(cluster, Schema.CLUSTER, held -> {
            Map<String, Object> values = sign();
            values.putAll(this.store.remember(held));
            values.putAll(change.apply(held));
            return values;
        }, "");
    }

    @Override
    public void describe(DocumentReference cluster, String title, String summary) throws CrowdsourcingException
    {
        getEditable(cluster);
        Inputs inputs = new Inputs();
        String checked = inputs.title(FIELD_TITLE, title);
        String text = inputs.text(FIELD_SUMMARY, summary, Inputs.REASON);
        checkNew(ClusterStore.roadmap(cluster), checked, cluster, inputs);
        inputs.refuse();
        change(cluster, held -> Map.of(ClusterStore.TITLE, checked, ClusterStore.SUMMARY, text));
        this.writer.fill(cluster, checked, Map.of(), "");
    }

    @Override
    public void remove(DocumentReference cluster, Collection<DocumentReference> ideas) throws CrowdsourcingException
    {
        getEditable(cluster);
        List<String> gone = this.store.serialize(ideas);
        if (gone.isEmpty()) {
            throw new CrowdsourcingException(new FieldError(FIELD_IDEAS, NOTHING));
        }
        change(cluster, held -> Map.of(ClusterStore.IDEAS,
            held.list(ClusterStore.IDEAS).stream().filter(idea -> !gone.contains(idea)).toList()));
    }

    @Override
    public void undo(DocumentReference cluster) throws CrowdsourcingException
    {
        if (getEditable(cluster).text(ClusterStore.TITLE_BEFORE).isEmpty()) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.nothingToUndo"));
        }
        change(cluster, held -> Map.of(ClusterStore.TITLE, held.text(ClusterStore.TITLE_BEFORE),
            ClusterStore.SUMMARY, held.text(ClusterStore.SUMMARY_BEFORE), ClusterStore.IDEAS,
            held.list(ClusterStore.IDEAS_BEFORE)));
    }

    @Override
    public DocumentReference write(DocumentReference cluster) throws CrowdsourcingException
    {
        getEditable(cluster);
        DocumentReference roadmap = ClusterStore.roadmap(cluster);
        this.access.require(this.things.canCreate(roadmap));
        this.guard.enter(cluster);
        try {
            Row row = this.things.get(cluster, Schema.CLUSTER);
            Optional<Row> written = find(row.reference(ClusterStore.RECOMMENDATION));
            if (written.isPresent()) {
                throw new ConflictException(new FieldError("", "crowdsourcing.error.clusterWritten",
                    written.get().title()));
            }
            this.guard.check(cluster, row);
            DocumentReference page = create(roadmap, row);
            this.writer.update(cluster, Schema.CLUSTER, Map.of(ClusterStore.RECOMMENDATION,
                this.store.serialize(List.of(page)).get(0)), "");
            return page;
        } finally {
            this.guard.leave(cluster);
        }
    }

    private Optional<Row> find(DocumentReference recommendation) throws CrowdsourcingException
    {
        return recommendation == null ? Optional.empty() : this.pages.find(recommendation, Schema.RECOMMENDATION);
    }

    private DocumentReference create(DocumentReference roadmap, Row cluster) throws CrowdsourcingException
    {
        List<DocumentReference> sources = getShown(cluster.references(ClusterStore.IDEAS)).stream()
            .filter(idea -> idea.state() == ContributionState.PUBLISHED || idea.state() == ContributionState.MERGED)
            .map(Contribution::reference).toList();
        if (sources.isEmpty()) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.clusterEmpty"));
        }
        String title = cluster.text(ClusterStore.TITLE);
        Map<String, Object> values = Map.of(Schema.SOURCES, this.store.serialize(sources), "description",
            cluster.text(ClusterStore.SUMMARY));
        return this.writer.createFilled(new SpaceReference(roadmap.getLastSpaceReference()),
            PageNames.fromTitle(title, Schema.RECOMMENDATION.getName()), title, Schema.RECOMMENDATION,
            Map.of(Schema.RECOMMENDATION, List.of(values)));
    }

    @Override
    public boolean canGroup(DocumentReference roadmap)
    {
        return this.access.canEdit(roadmap);
    }
}

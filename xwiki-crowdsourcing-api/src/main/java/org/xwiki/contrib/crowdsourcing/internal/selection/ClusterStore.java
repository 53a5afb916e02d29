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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where clusters are stored, and what they are made of: a hidden page each, in a space of the roadmap. Nothing here
 * checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ClusterStore.class)
@Singleton
public class ClusterStore
{
    static final String TITLE = "title";

    static final String SUMMARY = "summary";

    static final String IDEAS = "ideas";

    static final String RECOMMENDATION = "recommendation";

    static final String BY = "by";

    static final String ON = "on";

    static final String TITLE_BEFORE = "titleBefore";

    static final String SUMMARY_BEFORE = "summaryBefore";

    static final String IDEAS_BEFORE = "ideasBefore";

    /** How many ideas of an initiative are looked at. */
    static final int MANY = SelectionManager.LOOKED_AT;

    private static final String SPACE = "Clusters";

    private static final String PREFIX = "k";

    private static final String CLASS = "class";

    private static final int CLUSTERS = 500;

    private static final Comparator<Row> BY_TITLE = Comparator.<Row, String>comparing(
        row -> row.text(TITLE).toLowerCase()).thenComparing(row -> row.page().toString());

    @Inject
    private RowReader reader;

    /**
     * What the order and the filters of a board need to know of an idea.
     *
     * @param page its page
     * @param outcome what was decided on it, {@code null} if nothing
     */
    record Listed(DocumentReference page, Outcome outcome)
    {
        DocumentReference dialogue()
        {
            return new DocumentReference(PageReader.HOME, this.page.getLastSpaceReference());
        }
    }

    /**
     * @param roadmap the page of a roadmap
     * @return a page for a new cluster
     */
    DocumentReference page(DocumentReference roadmap)
    {
        return new DocumentReference(PREFIX + ContributionKeys.own(ContributionKeys.root(Instant.now())),
            space(roadmap));
    }

    private SpaceReference space(DocumentReference roadmap)
    {
        return new SpaceReference(SPACE, roadmap.getLastSpaceReference());
    }

    /**
     * @param cluster the page of a cluster
     * @return the page of its roadmap
     */
    static DocumentReference roadmap(DocumentReference cluster)
    {
        return cluster.getLastSpaceReference().getParent() instanceof SpaceReference space
            ? new DocumentReference(PageReader.HOME, space) : cluster;
    }

    /**
     * @param roadmap the page of a roadmap
     * @return its clusters, by title
     * @throws CrowdsourcingException if it fails
     */
    List<Row> clustersOf(DocumentReference roadmap) throws CrowdsourcingException
    {
        return load(roadmap.getWikiReference(), this.reader.objects()
            .add("and obj.className = :class and doc.space = :space order by doc.fullName")
            .bind("space", this.reader.serialize(space(roadmap))));
    }

    /**
     * @param recommendation the page of a recommendation
     * @return the clusters that it was written from
     * @throws CrowdsourcingException if it fails
     */
    List<Row> writtenTo(DocumentReference recommendation) throws CrowdsourcingException
    {
        return load(recommendation.getWikiReference(), this.reader.objects()
            .add("and obj.className = :class and exists (select p.id.id from StringProperty p where p.id.id = obj.id"
                + " and p.id.name = 'recommendation' and p.value = :page) order by doc.fullName")
            .bind("page", this.reader.serialize(recommendation)));
    }

    private List<Row> load(WikiReference wiki, Statement statement) throws CrowdsourcingException
    {
        List<Found> found =
            this.reader.find(wiki, statement.bind(CLASS, Schema.CLUSTER.getClassName()).limit(CLUSTERS));
        return this.reader.load(wiki, found, Schema.CLUSTER).first(Schema.CLUSTER).values().stream()
            .sorted(BY_TITLE).toList();
    }

    /**
     * @param initiative the page of an initiative
     * @return the titles of its dialogues, in the order of their pages
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, String> dialoguesOf(DocumentReference initiative) throws CrowdsourcingException
    {
        WikiReference wiki = initiative.getWikiReference();
        Map<DocumentReference, String> result = new LinkedHashMap<>();
        for (Found found : this.reader.find(wiki, this.reader.below(this.reader.objects()
            .add("and obj.className = :class").bind(CLASS, Schema.DIALOGUE.getClassName()),
            initiative.getLastSpaceReference()).add("order by doc.fullName").limit(CLUSTERS)))
        {
            DocumentReference page = this.reader.resolve(found.page(), wiki);
            result.putIfAbsent(page, found.title().isBlank() ? page.getLastSpaceReference().getName()
                : found.title());
        }
        return result;
    }

    /**
     * @param dialogues the pages of dialogues of one wiki
     * @return their ideas, the shown and the hidden ones
     * @throws CrowdsourcingException if it fails
     */
    List<Listed> ideasOf(Collection<DocumentReference> dialogues) throws CrowdsourcingException
    {
        List<Listed> result = new ArrayList<>();
        if (!dialogues.isEmpty()) {
            WikiReference wiki = dialogues.iterator().next().getWikiReference();
            Statement statement = new Statement("select doc.fullName, decision.value from XWikiDocument doc,"
                + " StringProperty kind, StringProperty state, BaseObject obj left join StringProperty decision"
                + " with decision.id.id = obj.id and decision.id.name = 'decision' where obj.name = doc.fullName"
                + " and doc.translation = 0 and obj.className = :class and doc.space in (:spaces)"
                + " and kind.id.id = obj.id and kind.id.name = 'kind' and kind.value = :idea"
                + " and state.id.id = obj.id and state.id.name = 'state' and state.value in (:states)"
                + " order by doc.fullName").bind(CLASS, Schema.CONTRIBUTION.getClassName())
                .bind("spaces", dialogues.stream()
                    .map(dialogue -> this.reader.serialize(dialogue.getLastSpaceReference())).toList())
                .bind("idea", ContributionKind.IDEA.getId())
                .bind("states", List.of(ContributionState.PUBLISHED.getId(), ContributionState.HIDDEN.getId()))
                .limit(MANY);
            for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
                DocumentReference page = this.reader.resolve((String) row[0], wiki);
                if (ContributionKeys.isName(page.getName())) {
                    result.add(new Listed(page, Stored.find(Outcome.class, (String) row[1]).orElse(null)));
                }
            }
        }
        return result;
    }

    /**
     * @param pages pages of recommendations
     * @return the recommendations that are there
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, Row> recommendations(Collection<DocumentReference> pages) throws CrowdsourcingException
    {
        return pages.isEmpty() ? new HashMap<>()
            : this.reader.readOnly(pages.iterator().next().getWikiReference(),
                pages.stream().map(this.reader::serialize).toList(), Set.of("state"),
                Schema.RECOMMENDATION).first(Schema.RECOMMENDATION);
    }

    /**
     * @param ideas pages
     * @return what is stored for them
     */
    List<String> serialize(Collection<DocumentReference> ideas)
    {
        return ideas.stream().map(this.reader::serialize).distinct().toList();
    }

    /**
     * @param held what a cluster holds
     * @return the values that let the change that follows be taken back
     */
    Map<String, Object> remember(Row held)
    {
        Map<String, Object> values = new HashMap<>();
        values.put(TITLE_BEFORE, held.text(TITLE));
        values.put(SUMMARY_BEFORE, held.text(SUMMARY));
        values.put(IDEAS_BEFORE, held.list(IDEAS));
        return values;
    }
}

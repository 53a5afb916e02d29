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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SupportCounter;
import org.xwiki.contrib.crowdsourcing.selection.BoardQuery;
import org.xwiki.contrib.crowdsourcing.selection.Cluster;
import org.xwiki.contrib.crowdsourcing.selection.Idea;
import org.xwiki.contrib.crowdsourcing.selection.IdeaOrder;
import org.xwiki.model.reference.DocumentReference;

/**
 * Filters and orders the ideas of a board by what is known of all of them, then reads those that are shown.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = BoardMaker.class)
@Singleton
public class BoardMaker
{
    @Inject
    private ClusterStore store;

    @Inject
    private SupportCounter support;

    @Inject
    private DialogueManager dialogues;

    /** An idea with what it is ordered by. */
    private record Candidate(ClusterStore.Listed listed, String dialogue, int support)
    {
        String name()
        {
            return this.listed.page().toString();
        }

        int rank()
        {
            return this.listed.outcome() == null ? -1 : this.listed.outcome().ordinal();
        }
    }

    /**
     * @param titles the titles of the dialogues that the current user may see
     * @param clusters the clusters that the current user may see
     * @param query which ideas
     * @return the ideas
     * @throws CrowdsourcingException if they cannot be read
     */
    Page<Idea> getIdeas(Map<DocumentReference, String> titles, List<Cluster> clusters, BoardQuery query)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Map<String, Integer>> figures = new HashMap<>();
        for (DocumentReference dialogue : titles.keySet()) {
            figures.put(dialogue, this.support.figures(dialogue));
        }
        Map<DocumentReference, List<Cluster>> grouped = new HashMap<>();
        clusters.forEach(cluster -> cluster.ideas()
            .forEach(idea -> grouped.computeIfAbsent(idea, key -> new ArrayList<>()).add(cluster)));
        Comparator<Candidate> order = order(query.order());
        List<Candidate> all = this.store.ideasOf(query.dialogue() == null
            ? titles.keySet() : titles.keySet().stream().filter(query.dialogue()::equals).toList()).stream()
            .map(listed -> new Candidate(listed, titles.get(listed.dialogue()),
                figures.get(listed.dialogue()).getOrDefault(listed.page().getName(), 0)))
            .sorted(order).toList();
        List<Candidate> wanted = all.stream().filter(filter(query, grouped)).toList();
        Candidate last = all.stream().filter(candidate -> candidate.name().equals(query.request().cursor()))
            .findFirst().orElse(null);
        List<Candidate> rest = last == null ? wanted
            : wanted.stream().filter(candidate -> order.compare(candidate, last) > 0).toList();
        return read(rest, grouped, query.request().limit(),
            new Count(wanted.size(), all.size() >= ClusterStore.MANY));
    }

    private static Comparator<Candidate> order(IdeaOrder order)
    {
        Comparator<Candidate> bySupport = Comparator.comparingInt(Candidate::support).reversed()
            .thenComparing(Candidate::name);
        return switch (order) {
            case NEWEST -> Comparator.<Candidate, String>comparing(
                candidate -> ContributionKeys.own(candidate.listed().page().getName())).reversed()
                .thenComparing(Candidate::name);
            case DIALOGUE -> Comparator.<Candidate, String>comparing(
                candidate -> candidate.listed().dialogue().toString()).thenComparing(bySupport);
            case DECISION -> Comparator.comparingInt(Candidate::rank).thenComparing(bySupport);
            default -> bySupport;
        };
    }

    private static Predicate<Candidate> filter(BoardQuery query, Map<DocumentReference, List<Cluster>> grouped)
    {
        Predicate<Candidate> result = candidate -> true;
        if (query.decision() != null || query.undecided()) {
            result = result.and(candidate -> candidate.listed().outcome() == query.decision());
        }
        if (query.unclustered()) {
            result = result.and(candidate -> !grouped.containsKey(candidate.listed().page()));
        }
        if (query.cluster() != null) {
            result = result.and(candidate -> grouped.getOrDefault(candidate.listed().page(), List.of()).stream()
                .anyMatch(cluster -> cluster.reference().equals(query.cluster())));
        }
        return result;
    }

    private Page<Idea> read(List<Candidate> rest, Map<DocumentReference, List<Cluster>> grouped, int limit,
        Count total) throws CrowdsourcingException
    {
        List<Idea> ideas = new ArrayList<>();
        String next = null;
        // Once, unless the page of somebody's idea has rights of its own.
        for (int from = 0; from < rest.size() && ideas.size() < limit; from += limit) {
            List<Candidate> batch = rest.subList(from, Math.min(rest.size(), from + limit));
            Map<DocumentReference, Contribution> found = this.dialogues.getContributions(
                batch.stream().map(candidate -> candidate.listed().page()).toList());
            for (int i = 0; i < batch.size() && ideas.size() < limit; i++) {
                Candidate candidate = batch.get(i);
                Contribution contribution = found.get(candidate.listed().page());
                if (contribution != null) {
                    ideas.add(new Idea(contribution, candidate.dialogue(), candidate.support(),
                        grouped.getOrDefault(contribution.reference(), List.of())));
                }
                next = from + i + 1 < rest.size() ? candidate.name() : null;
            }
        }
        return new Page<>(ideas, next, total);
    }
}

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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.MergeStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.contrib.crowdsourcing.selection.Provenance;
import org.xwiki.contrib.crowdsourcing.selection.Use;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * What comes from where, and what was used where, as far as the current user may see it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultProvenance implements Provenance
{
    private static final String STATE = "state";

    @Inject
    private OriginFinder finder;

    @Inject
    private ProvenanceStore store;

    @Inject
    private ExpertManager experts;

    @Inject
    private MergeStore merges;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    /** What cites something, as the statement finds it: maybe too much. */
    private record Found(List<ProvenanceStore.Citation> citations, Predicate<Origin> wanted)
    {
    }

    /** A recommendation, or a step of it. */
    private record Key(DocumentReference page, int step)
    {
    }

    @Override
    public Map<DocumentReference, Origin> getOrigins(Collection<DocumentReference> sources)
        throws CrowdsourcingException
    {
        return this.finder.find(sources);
    }

    @Override
    public Page<Use> getUses(DocumentReference thing, int version, PageRequest request)
        throws CrowdsourcingException
    {
        Found found = find(thing, version);
        Map<DocumentReference, Origin> origins =
            this.finder.find(found.citations().stream().map(ProvenanceStore.Citation::source).toList());
        List<ProvenanceStore.Citation> wanted = found.citations().stream()
            .filter(citation -> found.wanted().test(origins.get(citation.source()))).toList();
        List<Use> uses = toUses(thing.getWikiReference(), wanted);
        int from = Math.min(RowReader.offset(request), uses.size());
        int to = Math.min(uses.size(), from + request.limit());
        return new Page<>(uses.subList(from, to), to < uses.size() ? String.valueOf(to) : null,
            new Count(uses.size(), found.citations().size() >= ProvenanceStore.MANY));
    }

    private Found find(DocumentReference thing, int version) throws CrowdsourcingException
    {
        if (!this.access.canView(thing)) {
            throw notFound();
        }
        if (this.pages.find(thing, Schema.EXPERT).isPresent()) {
            // Who is not listed is found by those alone who may see the profile.
            Expert expert = this.experts.get(thing).orElseThrow(DefaultProvenance::notFound);
            return new Found(this.store.citingWords(expert.user(), expert.name(), thing.getWikiReference()),
                origin -> origin.expert() != null && origin.expert().reference().equals(thing));
        }
        Optional<Row> brief = this.pages.find(thing, Schema.BRIEF);
        if (brief.isPresent()) {
            return ofBrief(thing, version);
        }
        if (this.pages.find(thing, Schema.DIALOGUE).isPresent()) {
            return new Found(this.store.citing(List.of(thing), List.of(thing)), origin -> origin.thread() != null
                && origin.thread().reference().equals(thing));
        }
        if (this.pages.find(thing, Schema.CONTRIBUTION).isPresent()) {
            List<DocumentReference> said = new ArrayList<>(this.merges.mergedInto(thing));
            said.add(thing);
            return new Found(this.store.citing(said), origin -> true);
        }
        throw notFound();
    }

    private static NotFoundException notFound()
    {
        return new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
    }

    private Found ofBrief(DocumentReference page, int version) throws CrowdsourcingException
    {
        boolean kept = page.getName().matches("V\\d{1,6}");
        DocumentReference whole = kept ? PageReader.home(page.getLastSpaceReference()) : page;
        int number = kept ? Integer.parseInt(page.getName().substring(1)) : version;
        Set<DocumentReference> threads = new HashSet<>(List.of(whole));
        Set<DocumentReference> cited = new HashSet<>(List.of(page, whole));
        if (number > 0) {
            cited.add(new DocumentReference("V" + number, whole.getLastSpaceReference()));
        }
        Optional<Row> challenge = this.pages.nearest(whole, Schema.CHALLENGE);
        if (challenge.isPresent()) {
            threads.addAll(this.store.dialoguesOf(challenge.get().page()));
        }
        return new Found(this.store.citing(threads, cited), origin -> origin.brief() != null
            && origin.brief().page().equals(whole) && (number == 0 || origin.briefVersion() == number));
    }

    private List<Use> toUses(WikiReference wiki, List<ProvenanceStore.Citation> citations)
        throws CrowdsourcingException
    {
        if (citations.isEmpty()) {
            return List.of();
        }
        Map<DocumentReference, Row> recommendations = this.store.recommendations(wiki, citations);
        recommendations.values().removeIf(row -> !isSeen(row));
        Map<DocumentReference, Map<Integer, String>> steps = this.store.steps(wiki, citations);
        Map<Key, Set<DocumentReference>> sources = new LinkedHashMap<>();
        for (ProvenanceStore.Citation citation : citations) {
            boolean step = Schema.STEP.getClassName().equals(citation.object().className());
            Key key = new Key(this.store.resolve(citation.object().page(), wiki),
                step ? citation.object().number() : -1);
            if (recommendations.containsKey(key.page())) {
                sources.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(citation.source());
            }
        }
        List<Use> result = new ArrayList<>();
        sources.forEach((key, cited) -> {
            Row row = recommendations.get(key.page());
            result.add(new Use(key.page(), row.title(), row.option(STATE, RecommendationState.DRAFT), key.step(),
                steps.getOrDefault(key.page(), Map.of()).getOrDefault(key.step(), ""), List.copyOf(cited)));
        });
        result.sort(Comparator.<Use, String>comparing(use -> use.title().toLowerCase())
            .thenComparing(use -> use.recommendation().toString()).thenComparingInt(Use::step));
        return result;
    }

    private boolean isSeen(Row recommendation)
    {
        return this.access.canView(recommendation.page())
            && (recommendation.option(STATE, RecommendationState.DRAFT) == RecommendationState.PUBLISHED
                || this.access.canEdit(recommendation.page()));
    }
}

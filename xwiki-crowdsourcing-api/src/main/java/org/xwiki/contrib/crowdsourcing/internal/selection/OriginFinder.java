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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.contrib.crowdsourcing.selection.OriginState;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds out where what is cited comes from. How many statements that takes does not depend on how much is cited.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = OriginFinder.class)
@Singleton
public class OriginFinder
{
    private static final int BATCH = 200;

    private static final String VERSION_NAME = "V\\d{1,6}";

    @Inject
    private ProvenanceStore store;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    /** What a thread is, and what it belongs to. */
    private record Thread(DocumentReference page, Origin.Place place, boolean brief, DocumentReference challenge,
        Origin.Place challengePlace)
    {
    }

    /** A version of the briefs of a challenge. */
    private record Version(DocumentReference challenge, int number)
    {
    }

    /**
     * @param sources what is cited
     * @return where each of it comes from
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, Origin> find(Collection<DocumentReference> sources) throws CrowdsourcingException
    {
        List<DocumentReference> wanted = sources.stream().filter(Objects::nonNull).distinct().toList();
        Map<DocumentReference, Origin> result = new LinkedHashMap<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            result.putAll(findSome(wanted.subList(from, Math.min(wanted.size(), from + BATCH))));
        }
        return result;
    }

    private Map<DocumentReference, Origin> findSome(List<DocumentReference> sources) throws CrowdsourcingException
    {
        Map<DocumentReference, Contribution> said = this.dialogues.getContributions(sources);
        Map<DocumentReference, Thread> threads = new HashMap<>();
        for (DocumentReference source : sources) {
            DocumentReference thread = ContributionKeys.isName(source.getName()) ? ContributionStore.thread(source)
                : source;
            if (!threads.containsKey(thread)) {
                threads.put(thread, thread(thread));
            }
        }
        Set<DocumentReference> there = this.store.existing(sources.stream()
            .filter(source -> !said.containsKey(source)).toList()).keySet();
        Map<DocumentReference, ProvenanceStore.Profile> experts = experts(said.values());
        Map<Version, Origin.Place> briefs = briefs(said.values(), threads);
        Map<DocumentReference, Origin> result = new LinkedHashMap<>();
        for (DocumentReference source : sources) {
            Contribution contribution = said.get(source);
            Thread thread = threads.get(contribution == null && !ContributionKeys.isName(source.getName()) ? source
                : ContributionStore.thread(source));
            if (thread.brief() && source.equals(thread.page())) {
                result.put(source, ofBrief(thread, there.contains(source)));
            } else {
                result.put(source, origin(source, contribution, there.contains(source), thread,
                    place(experts.get(source)), briefs));
            }
        }
        return result;
    }

    private Thread thread(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> brief = this.pages.find(page, Schema.BRIEF);
        Optional<Row> row = brief.isPresent() ? brief : this.pages.find(page, Schema.DIALOGUE);
        Optional<Row> challenge = this.pages.nearest(page, Schema.CHALLENGE);
        return new Thread(page, row.filter(this::isSeen).map(OriginFinder::place).orElse(null), brief.isPresent(),
            challenge.map(Row::page).orElse(null),
            challenge.filter(this::isSeen).map(OriginFinder::place).orElse(null));
    }

    private boolean isSeen(Row row)
    {
        return this.access.canView(row.page());
    }

    private static Origin.Place place(Row row)
    {
        return new Origin.Place(row.page(), row.title(), row.page());
    }

    private static Origin.Place place(ProvenanceStore.Profile profile)
    {
        return profile == null ? null : new Origin.Place(profile.page(), profile.name(), profile.page());
    }

    /** A brief that is cited itself, or one of its versions. */
    private Origin ofBrief(Thread brief, boolean there) throws CrowdsourcingException
    {
        Origin.Place shown = brief.place();
        Origin.Place whole = shown;
        int version = 0;
        if (shown != null) {
            Row row = this.pages.find(brief.page(), Schema.BRIEF).orElseThrow();
            version = row.number(Schema.VERSION);
            if (brief.page().getName().matches(VERSION_NAME)) {
                version = Integer.parseInt(brief.page().getName().substring(1));
                whole = new Origin.Place(shown.reference(), shown.title(), PageReader.home(
                    brief.page().getLastSpaceReference()));
            }
        }
        OriginState state = shown == null ? OriginState.VEILED : OriginState.SHOWN;
        return new Origin(brief.page(), there ? state : OriginState.DELETED, null, null, null,
            shown == null ? null : brief.challengePlace(), null, whole, version);
    }

    private Origin origin(DocumentReference source, Contribution contribution, boolean there, Thread thread,
        Origin.Place expert, Map<Version, Origin.Place> briefs)
    {
        OriginState state = contribution != null ? state(contribution)
            : there ? OriginState.VEILED : OriginState.DELETED;
        boolean told = contribution != null || state == OriginState.DELETED && thread.place() != null;
        if (!told) {
            return new Origin(source, state, null, null, null, null, null, null, 0);
        }
        int version = contribution == null ? 0 : contribution.briefVersion();
        return new Origin(source, state, contribution,
            ContributionKeys.isName(source.getName()) ? ContributionKeys.time(source.getName()) : null,
            thread.place(), thread.challengePlace(), expert,
            version == 0 ? null : briefs.get(version(thread, version)), version);
    }

    private static OriginState state(Contribution contribution)
    {
        return switch (contribution.state()) {
            case HIDDEN, AWAITING -> OriginState.HIDDEN;
            case ERASED -> OriginState.ERASED;
            case MERGED -> OriginState.MERGED;
            default -> contribution.edited() == null ? OriginState.SHOWN : OriginState.EDITED;
        };
    }

    private Map<DocumentReference, ProvenanceStore.Profile> experts(Collection<Contribution> said)
        throws CrowdsourcingException
    {
        List<Contribution> named = said.stream().filter(one -> !one.isGuest()).toList();
        Map<DocumentReference, ProvenanceStore.Profile> users = this.store.profilesOf(named.stream()
            .filter(one -> one.speaker().isBlank()).map(Contribution::author).filter(Objects::nonNull)
            .distinct().toList());
        List<Contribution> captured = named.stream().filter(one -> !one.speaker().isBlank()).toList();
        List<ProvenanceStore.Profile> speakers = captured.isEmpty() ? List.of()
            : this.store.profilesOf(captured.get(0).reference().getWikiReference(),
                captured.stream().map(one -> one.speaker().strip()).collect(Collectors.toSet()));
        Set<List<DocumentReference>> engaged = this.store.engagements(
            speakers.stream().map(ProvenanceStore.Profile::page).toList());
        Map<DocumentReference, ProvenanceStore.Profile> result = new HashMap<>();
        for (Contribution one : named) {
            ProvenanceStore.Profile profile = users.get(one.author());
            if (!one.speaker().isBlank()) {
                // Somebody else may have the same name: it is the expert who was engaged in that dialogue.
                List<ProvenanceStore.Profile> same = speakers.stream()
                    .filter(speaker -> speaker.name().equals(one.speaker().strip()))
                    .filter(speaker -> engaged.contains(List.of(speaker.page(), one.thread()))).toList();
                profile = same.size() == 1 ? same.get(0) : null;
            }
            if (profile != null && this.access.canView(profile.page())) {
                result.put(one.reference(), profile);
            }
        }
        return result;
    }

    private static Version version(Thread thread, int number)
    {
        // What is said about a brief speaks to that one; what is said in a dialogue, to one of its challenge.
        return new Version(thread.brief() || thread.challenge() == null ? thread.page() : thread.challenge(), number);
    }

    private Map<Version, Origin.Place> briefs(Collection<Contribution> said, Map<DocumentReference, Thread> threads)
        throws CrowdsourcingException
    {
        Set<Version> wanted = new HashSet<>();
        Map<DocumentReference, List<Row>> known = new HashMap<>();
        Set<DocumentReference> challenges = new HashSet<>();
        for (Contribution contribution : said) {
            Thread thread = threads.get(contribution.thread());
            if (contribution.briefVersion() > 0) {
                wanted.add(version(thread, contribution.briefVersion()));
                if (thread.brief()) {
                    known.put(thread.page(), this.pages.find(thread.page(), Schema.BRIEF).stream().toList());
                } else if (thread.challenge() != null) {
                    challenges.add(thread.challenge());
                }
            }
        }
        for (Row brief : this.store.briefsOf(challenges)) {
            Optional<Row> challenge = this.pages.nearest(brief.page(), Schema.CHALLENGE);
            if (challenge.isPresent() && !brief.page().getName().matches(VERSION_NAME)) {
                known.computeIfAbsent(challenge.get().page(), key -> new ArrayList<>()).add(brief);
            }
        }
        Set<DocumentReference> versions = this.store.existing(wanted.stream().flatMap(version -> known
            .getOrDefault(version.challenge(), List.of()).stream().map(brief -> page(brief, version.number())))
            .toList()).keySet();
        Map<Version, Origin.Place> result = new HashMap<>();
        for (Version version : wanted) {
            choose(known.getOrDefault(version.challenge(), List.of()), version.number(), versions)
                .ifPresent(place -> result.put(version, place));
        }
        return result;
    }

    private Optional<Origin.Place> choose(List<Row> briefs, int number, Set<DocumentReference> versions)
    {
        List<Row> seen = briefs.stream().filter(this::isSeen).toList();
        Optional<Row> kept = seen.stream().filter(brief -> versions.contains(page(brief, number))).findFirst();
        if (kept.isPresent() && this.access.canView(page(kept.get(), number))) {
            return Optional.of(new Origin.Place(page(kept.get(), number), kept.get().title(), kept.get().page()));
        }
        Optional<Row> reached =
            seen.stream().filter(brief -> brief.number(Schema.VERSION) >= number).findFirst();
        return reached.or(() -> seen.stream().findFirst()).map(OriginFinder::place);
    }

    private static DocumentReference page(Row brief, int version)
    {
        return new DocumentReference("V" + version, brief.page().getLastSpaceReference());
    }
}

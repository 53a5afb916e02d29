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
package org.xwiki.contrib.crowdsourcing.internal.pick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Excerpt;
import org.xwiki.contrib.crowdsourcing.PageFinder;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.Evidence;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.pick.Pick;
import org.xwiki.contrib.crowdsourcing.pick.PickKind;
import org.xwiki.contrib.crowdsourcing.pick.PickManager;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * Finds what matches, then asks of each row whether the current user sees it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultPickManager implements PickManager
{
    /** How many are read at a time, and at most: who may see nothing of a large wiki is not answered forever. */
    private static final int WINDOW = 100;

    private static final int FARTHEST = 500;

    private static final int WORDS = 6;

    private static final int LETTERS = 60;

    private static final String COMMA = ", ";

    private static final Pattern VERSION = Pattern.compile("V\\d+");

    private static final Map<PickKind, Schema> TITLED = new EnumMap<>(Map.of(
        PickKind.RECOMMENDATION, Schema.RECOMMENDATION, PickKind.ROADMAP, Schema.ROADMAP, PickKind.BRIEF, Schema.BRIEF,
        PickKind.EXPERT, Schema.EXPERT, PickKind.DIALOGUE, Schema.DIALOGUE, PickKind.INITIATIVE, Schema.INITIATIVE,
        PickKind.CHALLENGE, Schema.CHALLENGE));

    @Inject
    private PickStore store;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private BriefManager briefs;

    @Inject
    private InitiativeManager initiatives;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    @Inject
    private PageFinder finder;

    /** Reads the next rows that match, and what of them the current user sees. */
    private interface Source
    {
        /**
         * @return how many rows were read
         */
        int read(PickStore.Search search, int first, Map<String, Pick> result) throws CrowdsourcingException;
    }

    /** What has a piece of evidence. */
    private record Place(DocumentReference page, String title)
    {
    }

    @Override
    public List<Pick> find(Set<PickKind> kinds, DocumentReference page, String words) throws CrowdsourcingException
    {
        List<String> wanted = Arrays.stream(StringUtils.split(StringUtils.defaultString(words))).limit(WORDS)
            .map(word -> Excerpt.cut(word, LETTERS).toLowerCase(Locale.ROOT)).toList();
        Map<String, Pick> result = new LinkedHashMap<>();
        List<Schema> titled = kinds.stream().map(TITLED::get).filter(schema -> schema != null).toList();
        if (!titled.isEmpty()) {
            find(page, wanted, result, (search, first, found) ->
                add(this.store.titled(titled, search, first, WINDOW), found));
        }
        if (kinds.contains(PickKind.EVIDENCE)) {
            evidenceOf(page, has(wanted)).forEach(pick -> result.putIfAbsent(pick.value(), pick));
            find(page, wanted, result, this::addEvidence);
        }
        Map<String, Pick> said = new LinkedHashMap<>();
        if (kinds.contains(PickKind.CONTRIBUTION)) {
            find(page, wanted, said, this::addContributions);
        }
        // Neither hides the other.
        int share = Math.max(MOST / 2, MOST - result.size());
        return Stream.concat(said.values().stream().limit(share), result.values().stream()).limit(MOST).toList();
    }

    private void find(DocumentReference page, List<String> words, Map<String, Pick> result, Source source)
        throws CrowdsourcingException
    {
        List<SpaceReference> spaces = new ArrayList<>();
        this.initiatives.initiativeOf(page)
            .ifPresent(initiative -> spaces.add(initiative.reference().getLastSpaceReference()));
        spaces.add(null);
        Map<String, Pick> found = new LinkedHashMap<>();
        for (SpaceReference space : spaces) {
            PickStore.Search search = new PickStore.Search(page.getWikiReference(), space, words);
            boolean more = true;
            for (int first = 0; more && first < FARTHEST && found.size() < MOST; first += WINDOW) {
                more = source.read(search, first, found) >= WINDOW;
            }
        }
        found.forEach(result::putIfAbsent);
    }

    private int addContributions(PickStore.Search search, int first, Map<String, Pick> result)
        throws CrowdsourcingException
    {
        List<DocumentReference> found = this.store.contributions(search, first, WINDOW);
        Map<DocumentReference, Contribution> seen = this.dialogues.getContributions(found);
        toPicks(found.stream().map(seen::get)
            .filter(one -> one != null && one.state() == ContributionState.PUBLISHED).toList())
            .forEach(pick -> result.putIfAbsent(pick.value(), pick));
        return found.size();
    }

    private List<Pick> toPicks(Collection<Contribution> contributions) throws CrowdsourcingException
    {
        Map<DocumentReference, String> threads =
            this.store.titles(contributions.stream().map(Contribution::thread).collect(Collectors.toSet()));
        return contributions.stream().map(one -> {
            String who = one.speaker().isEmpty() && one.author() != null && !one.isGuest()
                ? this.pages.userName(one.author()) : one.speaker();
            return new Pick(this.store.serialize(one.reference()), Excerpt.of(one.text()),
                Stream.of(who, threads.getOrDefault(one.thread(), "")).filter(part -> !part.isBlank())
                    .collect(Collectors.joining(COMMA)), "");
        }).toList();
    }

    private int addEvidence(PickStore.Search search, int first, Map<String, Pick> result)
        throws CrowdsourcingException
    {
        List<Row> rows = this.store.evidence(search, first, WINDOW);
        Map<DocumentReference, String> titles =
            this.store.titles(rows.stream().map(Row::page).collect(Collectors.toSet()));
        for (Row row : rows) {
            String uid = row.text(Schema.UID);
            // Those of a version are those of the brief as well.
            if (!uid.isEmpty() && PageReader.home(row.page().getLastSpaceReference()).equals(row.page())
                && this.access.canView(row.page()))
            {
                result.putIfAbsent(uid, toPick(uid, row.text("claim"), row.text("source"),
                    new Place(row.page(), titles.getOrDefault(row.page(), ""))));
            }
        }
        return rows.size();
    }

    private static Predicate<Evidence> has(List<String> words)
    {
        return evidence -> {
            String text = String.join(" ", evidence.claim(), evidence.source(), evidence.place())
                .toLowerCase(Locale.ROOT);
            return !evidence.uid().isEmpty() && words.stream().allMatch(text::contains);
        };
    }

    private List<Pick> evidenceOf(DocumentReference page, Predicate<Evidence> wanted) throws CrowdsourcingException
    {
        return this.briefs.get(page).stream()
            .flatMap(brief -> brief.evidence().stream().filter(wanted).map(entry -> toPick(entry.uid(), entry.claim(),
                entry.source(), new Place(brief.reference(), brief.title()))))
            .toList();
    }

    private Pick toPick(String uid, String claim, String source, Place brief)
    {
        return new Pick(uid, Excerpt.of(claim), Stream.of(source, brief.title()).filter(part -> !part.isBlank())
            .collect(Collectors.joining(COMMA)), this.store.serialize(brief.page()));
    }

    private int add(Rows rows, Map<String, Pick> result)
    {
        rows.byPage().forEach((page, objects) -> {
            if (this.access.canView(page) && objects.entrySet().stream()
                .anyMatch(entry -> entry.getValue().stream().anyMatch(row -> isShown(entry.getKey(), row))))
            {
                Row row = objects.values().iterator().next().get(0);
                Pick pick = new Pick(this.store.serialize(page), name(page, row), place(page), "");
                result.putIfAbsent(pick.value(), pick);
            }
        });
        return rows.byPage().size();
    }

    private boolean isShown(Schema schema, Row row)
    {
        boolean shown = true;
        if (schema == Schema.EXPERT) {
            shown = row.flag("consent") || this.access.canEdit(row.page());
        } else if (schema == Schema.RECOMMENDATION) {
            shown = row.option("state", RecommendationState.DRAFT) == RecommendationState.PUBLISHED
                || this.access.canEdit(row.page());
        }
        return shown;
    }

    /** The versions of a brief have its title. */
    private static String name(DocumentReference page, Row row)
    {
        return VERSION.matcher(page.getName()).matches() ? row.title() + " (" + page.getName() + ')' : row.title();
    }

    private static String place(DocumentReference page)
    {
        List<String> names = new ArrayList<>();
        page.getSpaceReferences().forEach(space -> names.add(space.getName()));
        if (!PageReader.home(page.getLastSpaceReference()).equals(page)) {
            names.add(page.getName());
        }
        return String.join(" / ", names);
    }

    @Override
    public List<Pick> get(Set<PickKind> kinds, DocumentReference page, String value) throws CrowdsourcingException
    {
        Map<String, Pick> result = new LinkedHashMap<>();
        if (kinds.contains(PickKind.EVIDENCE)) {
            evidenceOf(page, evidence -> evidence.uid().equals(value)).forEach(pick -> result.put(value, pick));
        } else {
            DocumentReference chosen = this.finder.find(value);
            if (kinds.contains(PickKind.CONTRIBUTION)) {
                Optional<Contribution> contribution = this.dialogues.getContribution(chosen);
                toPicks(contribution.stream().toList()).forEach(pick -> result.put(value, pick));
            }
            List<Schema> titled = kinds.stream().map(TITLED::get).filter(schema -> schema != null).toList();
            if (result.isEmpty() && !titled.isEmpty()) {
                add(this.store.titled(titled, chosen), result);
            }
        }
        return result.values().stream().limit(1).toList();
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChallengeStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;
import org.xwiki.model.reference.DocumentReference;

/**
 * Reads what decides on how well experts fit.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Situations.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class Situations
{
    /** Of several engagements in the dialogues of a challenge the one that is farthest on counts. */
    private static final List<EngagementState> ORDER = List.of(EngagementState.DECLINED, EngagementState.PROPOSED,
        EngagementState.SCREENED, EngagementState.INVITED, EngagementState.INTERVIEWED, EngagementState.ACCEPTED,
        EngagementState.ATTENDED);

    private static final String EXPERT = "expert";

    @Inject
    private Things things;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private AreaStore areas;

    @Inject
    private EngagementStore engagements;

    @Inject
    private CandidateStore candidates;

    @Inject
    private AgreementStore agreements;

    @Inject
    private AdjustmentStore adjustments;

    @Inject
    private Access access;

    /**
     * @param page any page
     * @return the challenge that the page belongs to
     * @throws CrowdsourcingException if there is none that the current user may see, or it fails
     */
    Row challenge(DocumentReference page) throws CrowdsourcingException
    {
        return this.things.nearest(page, Schema.CHALLENGE)
            .orElseThrow(() -> new NotFoundException(new FieldError("", "crowdsourcing.challenge.none")));
    }

    /**
     * @param page the page of a challenge, or one below it
     * @return the situation: in the dialogue that the page belongs to, else in all dialogues of the challenge
     * @throws CrowdsourcingException if there is no challenge that the current user may see, or it fails
     */
    Situation of(DocumentReference page) throws CrowdsourcingException
    {
        Row challenge = challenge(page);
        Optional<Row> dialogue = this.things.nearest(page, Schema.DIALOGUE)
            .filter(row -> row.page().getSpaceReferences().containsAll(challenge.page().getSpaceReferences()));
        DocumentReference scope = dialogue.map(Row::page).orElse(challenge.page());
        List<Area> tree = this.areas.list();
        NeedMatcher matcher = new NeedMatcher(needs(challenge, tree), tree, this.reader::serialize);
        Wishes wishes = ChallengeStore.wishes(challenge);
        Set<String> veterans = wishes.newcomerShare() == 0 ? Set.of() : this.candidates
            .veterans(scope.getWikiReference(), this.reader.serialize(scope.getLastSpaceReference()));
        Map<String, Adjustment> adjusted =
            this.access.canEdit(challenge.page()) ? this.adjustments.find(challenge.page()) : Map.of();
        Map<String, EngagementState> engaged = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        engaged(scope, engaged, waiting);
        return new Situation(challenge.page(), dialogue.map(row -> row.number("seats")).orElse(0), matcher,
            new WishTargets(wishes, veterans), titles(tree, matcher.getAreas()), engaged, waiting, adjusted,
            dialogue.flatMap(this::day).orElseGet(() -> LocalDate.now(ZoneOffset.UTC)));
    }

    private Optional<LocalDate> day(Row dialogue)
    {
        return Times.findLocalTime(dialogue.text("start"))
            .map(LocalDateTime::toLocalDate);
    }

    private List<Need> needs(Row challenge, List<Area> tree) throws CrowdsourcingException
    {
        Map<DocumentReference, String> titles = new HashMap<>();
        tree.forEach(area -> titles.put(area.reference(), area.title()));
        return this.pages.all(challenge.page(), Schema.NEED).stream().map(row -> {
            DocumentReference area = row.reference("area");
            return new Need(area, area != null && this.access.canView(area) ? titles.getOrDefault(area, "") : "",
                row.option(ExpertiseLevel.class, "kind"), row.number("weight"));
        }).toList();
    }

    private Map<String, String> titles(List<Area> tree, Set<String> wanted)
    {
        Map<String, String> result = new HashMap<>();
        for (Area area : tree) {
            String page = this.reader.serialize(area.reference());
            if (wanted.contains(page) && this.access.canView(area.reference())) {
                result.put(page, area.title());
            }
        }
        return result;
    }

    private void engaged(DocumentReference scope, Map<String, EngagementState> engaged, Map<String, Integer> waiting)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Set<DocumentReference>> seated = this.engagements.panels(scope);
        Asked asked = this.agreements.asked(scope);
        Map<DocumentReference, List<Row>> dialogues = this.engagements.below(scope).stream()
            .filter(row -> row.reference(EXPERT) != null)
            .collect(Collectors.groupingBy(row -> AdjustmentStore.above(row.page())));
        dialogues.forEach((dialogue, rows) -> {
            Set<DocumentReference> there = seated.getOrDefault(dialogue, Set.of());
            List<Row> late = EngagementStore.inOrder(rows).stream()
                .filter(row -> state(row) == EngagementState.ACCEPTED && !there.contains(row.reference(EXPERT)))
                .toList();
            for (int i = 0; i < late.size(); i++) {
                waiting.merge(this.reader.serialize(late.get(i).reference(EXPERT)), i + 1, Math::min);
            }
            Set<DocumentReference> waitingPages = late.stream().map(Row::page).collect(Collectors.toSet());
            rows.forEach(row -> {
                // Who accepted and waits for a seat, or has not signed what is asked, is not on the panel yet.
                boolean waits = waitingPages.contains(row.page())
                    || Situation.isConfirmed(state(row)) && !asked.missing(row).isEmpty();
                engaged.merge(this.reader.serialize(row.reference(EXPERT)),
                    waits ? EngagementState.INVITED : state(row), (one, other) ->
                        Comparator.<EngagementState>comparingInt(ORDER::indexOf).compare(one, other) > 0 ? one : other);
            });
        });
        // Elsewhere they have a seat.
        waiting.keySet().removeIf(expert -> engaged.get(expert) != EngagementState.INVITED);
    }

    private static EngagementState state(Row engagement)
    {
        return engagement.option("state", EngagementState.PROPOSED);
    }
}

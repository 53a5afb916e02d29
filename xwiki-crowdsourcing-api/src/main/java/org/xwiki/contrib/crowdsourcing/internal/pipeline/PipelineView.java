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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.Seats;
import org.xwiki.contrib.crowdsourcing.internal.invitation.InvitationRound;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard.Change;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard.Elsewhere;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard.Person;
import org.xwiki.model.reference.DocumentReference;

/**
 * Says of people in a pipeline what the current user may know.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PipelineView.class)
@Singleton
public class PipelineView
{
    /** How many areas of a person are named. */
    private static final int AREAS = 3;

    @Inject
    private ExpertStore experts;

    @Inject
    private InvitationRound round;

    @Inject
    private AgreementStore agreements;

    @Inject
    private Access access;

    /**
     * @param page the page of the initiative or the dialogue
     * @param shown who is shown
     * @param all everybody in the pipeline
     * @param dialogues the stored dialogues
     * @return those who are shown, by the pages of the engagements
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, PipelineCard> cards(DocumentReference page, Collection<Standing> shown,
        Collection<Standing> all, Map<DocumentReference, Row> dialogues) throws CrowdsourcingException
    {
        Map<DocumentReference, Person> people = people(shown);
        Map<DocumentReference, List<Standing>> byExpert = new HashMap<>();
        all.stream().filter(standing -> people.containsKey(standing.expert()))
            .forEach(standing -> byExpert.computeIfAbsent(standing.expert(), key -> new ArrayList<>()).add(standing));
        Asked asked = this.agreements.asked(page);
        Map<DocumentReference, Delivery> deliveries =
            this.round.deliveries(shown.stream().map(Standing::engagement).toList());
        Map<DocumentReference, PipelineCard> result = new HashMap<>();
        for (Standing standing : shown) {
            List<Elsewhere> elsewhere = byExpert.getOrDefault(standing.expert(), List.of()).stream()
                .filter(other -> !other.dialogue().equals(standing.dialogue()))
                .map(other -> new Elsewhere(other.dialogue(), dialogues.get(other.dialogue()).title(), other.state()))
                .sorted(Comparator.comparing(Elsewhere::title)).toList();
            Row row = standing.row();
            result.put(standing.engagement(), new PipelineCard(standing.engagement(),
                people.getOrDefault(standing.expert(), Person.HIDDEN), standing.dialogue(),
                dialogues.get(standing.dialogue()).title(), standing.routes(), standing.referredBy(),
                standing.state(), standing.waiting(), change(row, Standing.STATE_BY, Standing.STATE_ON),
                change(row, Standing.SCREENED_BY, Standing.SCREENED_ON), elsewhere,
                deliveries.get(standing.engagement()), isUnsigned(standing, asked), standing.stamp()));
        }
        return result;
    }

    private static boolean isUnsigned(Standing standing, Asked asked)
    {
        EngagementState state = standing.state();
        return (Seats.isTaken(state) || state == EngagementState.INTERVIEWED)
            && !asked.missing(standing.row()).isEmpty();
    }

    /**
     * @param row a stored engagement
     * @param by the property with who changed something
     * @param on the property with when
     * @return that change, {@code null} if nothing is known of it
     */
    static Change change(Row row, String by, String on)
    {
        return row.text(on).isBlank() ? null : new Change(row.reference(by), Standing.instant(row, on));
    }

    /**
     * @param standings where experts stand
     * @return what is shown of their profiles, of those that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, Person> people(Collection<Standing> standings) throws CrowdsourcingException
    {
        Map<DocumentReference, Person> result = new HashMap<>();
        this.experts.read(new LinkedHashSet<>(standings.stream().map(Standing::expert).filter(Objects::nonNull)
            .toList()), this.access::canView).forEach((page, expert) -> result.put(page, person(expert)));
        return result;
    }

    /**
     * @param standings where experts stand
     * @return their names, empty for those whose profile the current user may not see
     * @throws CrowdsourcingException if it cannot be read
     */
    List<String> names(Collection<Standing> standings) throws CrowdsourcingException
    {
        Map<DocumentReference, Person> people = people(standings);
        return standings.stream().map(standing -> people.getOrDefault(standing.expert(), Person.HIDDEN).name())
            .toList();
    }

    private static Person person(Expert expert)
    {
        List<String> areas = expert.expertise().stream().filter(item -> !item.areaTitle().isBlank())
            .sorted(Comparator.comparing(Expertise::level, Comparator.nullsLast(Comparator.naturalOrder())))
            .map(Expertise::areaTitle).distinct().limit(AREAS).toList();
        return new Person(expert.reference(), expert.name(), expert.organisation(), expert.country(), expert.region(),
            areas);
    }
}

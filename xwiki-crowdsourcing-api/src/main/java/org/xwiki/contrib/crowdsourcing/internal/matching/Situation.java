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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.matching.Absence;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;
import org.xwiki.contrib.crowdsourcing.matching.Term;
import org.xwiki.model.reference.DocumentReference;

/**
 * All that decides on how well an expert fits: what the challenge needs and wishes, who was asked already, and what
 * curators say.
 *
 * @param challenge the page of the challenge
 * @param seats how many seats the dialogue has, 0 if that is not said
 * @param needs the needs
 * @param wishes the wishes
 * @param titles the titles of the areas in which an expertise counts, by local reference; those the user may see
 * @param engaged where each expert stands, by the local reference of the profile
 * @param waiting the place of each expert who waits for a seat, by the local reference of the profile
 * @param adjustments what curators say of experts, by the local reference of the profile
 * @param day the day for which people are wanted
 * @version $Id$
 * @since 1.0
 */
record Situation(DocumentReference challenge, int seats, NeedMatcher needs, WishTargets wishes,
    Map<String, String> titles, Map<String, EngagementState> engaged, Map<String, Integer> waiting,
    Map<String, Adjustment> adjustments, LocalDate day)
{
    private static final Set<EngagementState> CONFIRMED =
        EnumSet.of(EngagementState.ACCEPTED, EngagementState.ATTENDED, EngagementState.INTERVIEWED);

    /**
     * @param state where somebody stands, maybe {@code null}
     * @return {@code true} if that person takes or took part
     */
    static boolean isConfirmed(EngagementState state)
    {
        return state != null && CONFIRMED.contains(state);
    }

    /**
     * @param candidate an expert
     * @return why the expert is missing, empty if not
     */
    List<Absence> absences(Candidate candidate)
    {
        List<Absence> result = new ArrayList<>();
        if (!candidate.listed()) {
            result.add(Absence.CONSENT);
        }
        if (!isNeeded(candidate)) {
            result.add(Absence.AREA);
        }
        if (this.engaged.get(candidate.page()) == EngagementState.DECLINED) {
            result.add(Absence.DECLINED);
        }
        if (candidate.availableFrom() != null && candidate.availableFrom().isAfter(this.day)) {
            result.add(Absence.UNAVAILABLE);
        }
        Adjustment adjustment = this.adjustments.get(candidate.page());
        if (adjustment != null && adjustment.excluded()) {
            result.add(Absence.EXCLUDED);
        }
        return result;
    }

    private boolean isNeeded(Candidate candidate)
    {
        boolean result = false;
        for (int i = 0; !result && !candidate.expertise().isEmpty() && i < this.needs.getNeeds().size(); i++) {
            result = this.needs.find(i, candidate.expertise()) != null;
        }
        return result;
    }

    /**
     * @param candidate an expert
     * @return what the points of the expert come from
     */
    List<Term> terms(Candidate candidate)
    {
        List<Term> result = new ArrayList<>();
        for (int i = 0; i < this.needs.getNeeds().size(); i++) {
            NeedMatcher.Ability ability = this.needs.find(i, candidate.expertise());
            if (ability != null) {
                Need need = this.needs.getNeeds().get(i);
                String area = this.titles.getOrDefault(ability.area(), "");
                result.add(Term.of(need, ability.level(), area.equals(need.areaTitle()) ? "" : area));
            }
        }
        result.addAll(this.wishes.terms(candidate));
        Adjustment adjustment = this.adjustments.get(candidate.page());
        if (adjustment != null && !adjustment.excluded()) {
            result.add(Term.of(adjustment));
        }
        return result;
    }

    /**
     * @param candidate an expert
     * @return all points of the expert
     */
    int points(Candidate candidate)
    {
        return terms(candidate).stream().mapToInt(Term::points).sum();
    }
}

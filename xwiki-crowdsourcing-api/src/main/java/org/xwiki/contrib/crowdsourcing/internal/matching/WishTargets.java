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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.matching.Term;
import org.xwiki.contrib.crowdsourcing.matching.TermKind;
import org.xwiki.contrib.crowdsourcing.matching.WishCheck;
import org.xwiki.contrib.crowdsourcing.matching.WishKind;

/**
 * The wishes of a challenge as numbers of people. A share of women and of men is rounded down, for half of an odd
 * number cannot be had twice; the others are rounded up.
 *
 * @version $Id$
 * @since 1.0
 */
final class WishTargets
{
    private static final int ALL = 100;

    private final Wishes wishes;

    private final List<Wish> list = new ArrayList<>();

    /**
     * One wish.
     *
     * @param kind what is wished for
     * @param value the ids of the regions, the id of the sector or the tag of the language, otherwise empty
     * @param share the least share in per cent, 0 if one person is enough
     * @param serves who serves it
     * @param known of whom it is known
     */
    record Wish(WishKind kind, String value, int share, Predicate<Candidate> serves, Predicate<Candidate> known)
    {
        /**
         * @param people a number of people
         * @return how many of them are to serve the wish
         */
        int target(int people)
        {
            int whole = this.share * people;
            boolean gender = this.kind == WishKind.WOMEN || this.kind == WishKind.MEN;
            int shared = gender ? whole / ALL : (whole + ALL - 1) / ALL;
            return this.share == 0 ? Math.min(1, people) : shared;
        }
    }

    /**
     * @param wishes what is wished for
     * @param veterans the local references of the profiles of those who took part before
     */
    WishTargets(Wishes wishes, Set<String> veterans)
    {
        this.wishes = wishes;
        if (wishes.regionShare() > 0) {
            String regions = wishes.regions().stream().map(Region::getId).collect(Collectors.joining(","));
            add(WishKind.REGION, regions, wishes.regionShare(), person -> wishes.regions().contains(person.region()),
                person -> person.region() != null);
        }
        wishes.sectors().forEach(sector -> add(WishKind.SECTOR, sector.getId(), 0,
            person -> person.sectors().contains(sector), person -> !person.sectors().isEmpty()));
        wishes.languages().forEach(language -> add(WishKind.LANGUAGE, language, 0,
            person -> person.languages().contains(language), person -> !person.languages().isEmpty()));
        if (wishes.genderShare() > 0) {
            Predicate<Candidate> known =
                person -> person.gender() != null && person.gender() != Gender.UNDISCLOSED;
            add(WishKind.WOMEN, "", wishes.genderShare(), person -> person.gender() == Gender.FEMALE, known);
            add(WishKind.MEN, "", wishes.genderShare(), person -> person.gender() == Gender.MALE, known);
        }
        if (wishes.newcomerShare() > 0) {
            add(WishKind.NEWCOMER, "", wishes.newcomerShare(), person -> !veterans.contains(person.page()),
                person -> true);
        }
    }

    private void add(WishKind kind, String value, int share, Predicate<Candidate> serves, Predicate<Candidate> known)
    {
        this.list.add(new Wish(kind, value, share, serves, known));
    }

    /**
     * @return the wishes
     */
    List<Wish> getList()
    {
        return this.list;
    }

    /**
     * @param person somebody
     * @return which of the wishes that person serves
     */
    boolean[] served(Candidate person)
    {
        boolean[] result = new boolean[this.list.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = this.list.get(i).serves().test(person);
        }
        return result;
    }

    /**
     * @param people some people
     * @return each wish against them
     */
    List<WishCheck> check(Collection<Candidate> people)
    {
        List<WishCheck> result = new ArrayList<>();
        for (Wish wish : this.list) {
            int known = (int) people.stream().filter(wish.known()).count();
            int count = (int) people.stream().filter(wish.serves()).count();
            int target = wish.target(wish.share() == 0 ? people.size() : known);
            result.add(new WishCheck(wish.kind(), wish.value(), wish.share(), target, count, known));
        }
        return result;
    }

    /**
     * @param person somebody
     * @return what the wishes that the person serves add to the match; gender adds nothing
     */
    List<Term> terms(Candidate person)
    {
        List<Term> result = new ArrayList<>();
        for (Wish wish : this.list) {
            TermKind kind = kind(wish.kind());
            if (kind != null && wish.serves().test(person)) {
                result.add(Term.of(kind, kind == TermKind.REGION ? person.region().getId() : wish.value()));
            }
        }
        return result;
    }

    private static TermKind kind(WishKind kind)
    {
        return switch (kind) {
            case REGION -> TermKind.REGION;
            case SECTOR -> TermKind.SECTOR;
            case LANGUAGE -> TermKind.LANGUAGE;
            case NEWCOMER -> TermKind.NEWCOMER;
            default -> null;
        };
    }

    /**
     * @return the ids of the sectors and the tags of the languages that are wished for
     */
    List<String> getValues()
    {
        List<String> result = new ArrayList<>(this.wishes.languages());
        this.wishes.sectors().forEach(sector -> result.add(sector.getId()));
        return result;
    }
}

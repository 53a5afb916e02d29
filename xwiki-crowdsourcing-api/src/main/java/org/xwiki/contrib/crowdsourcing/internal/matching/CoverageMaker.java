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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.matching.Coverage;
import org.xwiki.contrib.crowdsourcing.matching.Coverage.Cover;
import org.xwiki.contrib.crowdsourcing.matching.Coverage.Group;
import org.xwiki.contrib.crowdsourcing.matching.Coverage.Person;
import org.xwiki.contrib.crowdsourcing.matching.GroupKind;
import org.xwiki.contrib.crowdsourcing.matching.WishCheck;

/**
 * Says what people cover of what a challenge needs and wishes.
 *
 * @version $Id$
 * @since 1.0
 */
final class CoverageMaker
{
    private CoverageMaker()
    {
    }

    /**
     * @param situation what is needed and wished for
     * @param people the people as they are shown
     * @param candidates the same people, in the same order
     * @return what they cover
     */
    static Coverage of(Situation situation, List<Person> people, List<Candidate> candidates)
    {
        List<int[]> covers =
            candidates.stream().map(candidate -> situation.needs().cover(candidate.expertise())).toList();
        List<Cover> needs = new ArrayList<>();
        for (int i = 0; i < situation.needs().getNeeds().size(); i++) {
            int index = i;
            Need need = situation.needs().getNeeds().get(i);
            List<Integer> cells = covers.stream().map(cover -> cover[index]).toList();
            needs.add(new Cover(need, cells.stream().mapToInt(Integer::intValue).max().orElse(0), cells));
        }
        needs.sort(Comparator.comparing(Cover::gap).thenComparing(cover -> cover.need().weight()).reversed());
        List<WishCheck> checks = new ArrayList<>(situation.wishes().check(candidates));
        checks.sort(Comparator.comparing(WishCheck::isMet));
        return new Coverage(people, needs, checks, groups(candidates));
    }

    private static List<Group> groups(List<Candidate> people)
    {
        Map<GroupKind, Map<String, Integer>> counts = new EnumMap<>(GroupKind.class);
        for (Candidate person : people) {
            count(counts, GroupKind.REGION, person.region());
            count(counts, GroupKind.GENDER, person.gender());
            person.sectors().stream().distinct().forEach(sector -> count(counts, GroupKind.SECTOR, sector));
            person.languages().stream().distinct().forEach(tag -> counts
                .computeIfAbsent(GroupKind.LANGUAGE, key -> new TreeMap<>()).merge(tag, 1, Integer::sum));
        }
        List<Group> result = new ArrayList<>();
        counts.forEach((kind, values) -> values.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .forEach(entry -> result.add(new Group(kind, entry.getKey(), entry.getValue()))));
        return result;
    }

    /** What somebody does not say is counted too, as an empty value. */
    private static void count(Map<GroupKind, Map<String, Integer>> counts, GroupKind kind, Stored value)
    {
        counts.computeIfAbsent(kind, key -> new TreeMap<>()).merge(value == null ? "" : value.getId(), 1,
            Integer::sum);
    }
}

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.model.reference.DocumentReference;

/**
 * What an expert is able to for each need of a challenge. The rules are those of the manager.
 *
 * @version $Id$
 * @since 1.0
 */
final class NeedMatcher
{
    private static final int FULL = 100;

    private final List<Need> needs = new ArrayList<>();

    /** For each need the areas that count, with how many steps above it they are. */
    private final List<Map<String, Integer>> steps = new ArrayList<>();

    /**
     * An expertise for a need.
     *
     * @param level what the expert is able to
     * @param area the local reference of the area that it comes from
     */
    record Ability(ExpertiseLevel level, String area)
    {
    }

    /**
     * @param needs the needs of the challenge; one without an area that is there counts for nothing
     * @param areas all areas as a tree
     * @param serializer gives the local reference of a page
     */
    NeedMatcher(List<Need> needs, List<Area> areas, Function<DocumentReference, String> serializer)
    {
        Map<DocumentReference, DocumentReference> parents = new HashMap<>();
        areas.forEach(area -> parents.put(area.reference(), area.parent()));
        for (Need need : needs) {
            if (parents.containsKey(need.area())) {
                this.needs.add(new Need(need.area(), need.areaTitle(),
                    need.kind() == null ? ExpertiseLevel.DO : need.kind(), Math.max(1, need.weight())));
                this.steps.add(steps(need.area(), parents, serializer));
            }
        }
    }

    private static Map<String, Integer> steps(DocumentReference wanted,
        Map<DocumentReference, DocumentReference> parents, Function<DocumentReference, String> serializer)
    {
        Map<String, Integer> result = new HashMap<>();
        int step = 0;
        for (DocumentReference area = wanted; area != null; area = parents.get(area)) {
            result.put(serializer.apply(area), step++);
        }
        for (DocumentReference topic : parents.keySet()) {
            for (DocumentReference area = parents.get(topic); area != null; area = parents.get(area)) {
                if (area.equals(wanted)) {
                    result.put(serializer.apply(topic), 0);
                }
            }
        }
        return result;
    }

    /**
     * @return the needs that count, each with its kind and its weight
     */
    List<Need> getNeeds()
    {
        return this.needs;
    }

    /**
     * @return the local references of the areas in which an expertise counts
     */
    Set<String> getAreas()
    {
        Set<String> result = new HashSet<>();
        this.steps.forEach(areas -> result.addAll(areas.keySet()));
        return result;
    }

    /**
     * @param need the index of a need
     * @param expertise the levels of an expert by area
     * @return what the expert is able to for the need, {@code null} if nothing
     */
    Ability find(int need, Map<String, ExpertiseLevel> expertise)
    {
        Ability best = null;
        for (Map.Entry<String, ExpertiseLevel> entry : expertise.entrySet()) {
            Integer step = this.steps.get(need).get(entry.getKey());
            ExpertiseLevel level = step == null ? null : lower(entry.getValue(), step);
            Ability ability = level == null ? null : new Ability(level, entry.getKey());
            if (ability != null && (best == null || isBetter(need, ability, best))) {
                best = ability;
            }
        }
        return best;
    }

    /** Of equal ones the area itself is named, else the one that is nearest, by name at last. */
    private boolean isBetter(int need, Ability ability, Ability other)
    {
        Map<String, Integer> distance = this.steps.get(need);
        return Comparator.comparing(Ability::level)
            .thenComparing(one -> distance.get(one.area())).thenComparing(one -> one.area().length())
            .thenComparing(Ability::area).compare(ability, other) < 0;
    }

    private static ExpertiseLevel lower(ExpertiseLevel level, int steps)
    {
        int ordinal = level.ordinal() + steps;
        return ordinal < ExpertiseLevel.values().length ? ExpertiseLevel.values()[ordinal] : null;
    }

    /**
     * @param expertise the levels of an expert by area
     * @return how much of each need the expert covers, in per cent
     */
    int[] cover(Map<String, ExpertiseLevel> expertise)
    {
        int[] result = new int[this.needs.size()];
        for (int i = 0; i < result.length; i++) {
            Ability ability = find(i, expertise);
            if (ability != null) {
                int wanted = this.needs.get(i).kind().getPoints();
                result[i] = Math.min(ability.level().getPoints(), wanted) * FULL / wanted;
            }
        }
        return result;
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.xwiki.contrib.crowdsourcing.internal.Inputs;

/**
 * Looks for steps that wait for each other.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Prerequisites
{
    private static final int SHOWN = 8;

    private Prerequisites()
    {
    }

    /**
     * @param needed for each step what it waits for
     * @param from the steps to begin with
     * @return a cycle that one of them leads to, the first step once more at its end; empty if there is none
     */
    public static List<String> findCycle(Map<String, ? extends Collection<String>> needed, Collection<String> from)
    {
        Set<String> fine = new HashSet<>();
        List<String> result = List.of();
        for (String start : from) {
            if (result.isEmpty() && !fine.contains(start)) {
                result = walk(needed, start, fine);
            }
        }
        return result;
    }

    /**
     * @param cycle steps that wait for each other
     * @param titles gives the title of a step
     * @return the cycle in one line
     */
    public static String describe(List<String> cycle, Function<String, String> titles)
    {
        String names = cycle.stream().limit(SHOWN).map(titles).map(Inputs::shorten)
            .collect(Collectors.joining(" \u2192 "));
        return cycle.size() > SHOWN ? names + " \u2192 \u2026" : names;
    }

    private static List<String> walk(Map<String, ? extends Collection<String>> needed, String start, Set<String> fine)
    {
        List<String> path = new ArrayList<>(List.of(start));
        Deque<Iterator<String>> left = new ArrayDeque<>(List.of(next(needed, start)));
        while (!path.isEmpty()) {
            if (left.peek().hasNext()) {
                String step = left.peek().next();
                if (path.contains(step)) {
                    List<String> cycle = new ArrayList<>(path.subList(path.indexOf(step), path.size()));
                    cycle.add(step);
                    return cycle;
                }
                if (!fine.contains(step)) {
                    path.add(step);
                    left.push(next(needed, step));
                }
            } else {
                left.pop();
                fine.add(path.remove(path.size() - 1));
            }
        }
        return List.of();
    }

    private static Iterator<String> next(Map<String, ? extends Collection<String>> needed, String step)
    {
        Collection<String> steps = needed.get(step);
        return steps == null ? List.<String>of().iterator() : steps.iterator();
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Much that was done within a short time, and what followed it.
 *
 * @param since when it began
 * @param until when the last of it was done
 * @param count how much was done
 * @param accounts who did it, the first one first
 * @version $Id$
 * @since 1.0
 */
record Burst(Instant since, Instant until, int count, Set<String> accounts)
{
    /**
     * @param acts what was done
     * @param size how much of it is much
     * @param within within which time
     * @return the first burst with all that was done since it began, empty if there is none
     */
    static Optional<Burst> find(Collection<Act> acts, int size, Duration within)
    {
        List<Act> sorted = sort(acts);
        for (int first = 0; first + size <= sorted.size(); first++) {
            Instant end = sorted.get(first).time().plus(within);
            if (!sorted.get(first + size - 1).time().isAfter(end)) {
                return Optional.of(make(sorted.subList(first, sorted.size())));
            }
        }
        return Optional.empty();
    }

    /**
     * @param acts what was done
     * @return all of it, empty if nothing was done
     */
    static Optional<Burst> of(Collection<Act> acts)
    {
        return acts.isEmpty() ? Optional.empty() : Optional.of(make(sort(acts)));
    }

    private static List<Act> sort(Collection<Act> acts)
    {
        return acts.stream().sorted(Comparator.comparing(Act::time)).toList();
    }

    private static Burst make(List<Act> acts)
    {
        Set<String> accounts = new LinkedHashSet<>();
        acts.forEach(act -> accounts.add(act.account()));
        return new Burst(acts.get(0).time(), acts.get(acts.size() - 1).time(), acts.size(), accounts);
    }
}

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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was merged into what in a thread, by the names of the pages.
 *
 * @version $Id$
 * @since 1.0
 */
final class Merges
{
    private final Map<String, String> into;

    private final Map<String, Set<String>> members = new HashMap<>();

    /**
     * @param into what each merged contribution was merged into
     */
    Merges(Map<String, String> into)
    {
        this.into = Map.copyOf(into);
        this.into.keySet().forEach(name -> this.members.computeIfAbsent(survivor(name), key -> new HashSet<>())
            .add(name));
    }

    /**
     * @param name the name of the page of a contribution
     * @return the name of the one that stands for it in the end, itself if it was not merged
     */
    String survivor(String name)
    {
        Set<String> passed = new HashSet<>();
        String result = name;
        // Two machines may have merged two contributions into each other before one of them took it back.
        while (this.into.containsKey(result) && passed.add(result)) {
            result = this.into.get(result);
        }
        return result;
    }

    /**
     * @param name the name of the page of a contribution
     * @return {@code true} if it was merged
     */
    boolean isMerged(String name)
    {
        return this.into.containsKey(name);
    }

    /**
     * @param name the name of the page of a contribution
     * @return {@code true} if what it was merged into was merged into it
     */
    boolean isCircular(String name)
    {
        return isMerged(survivor(name));
    }

    /**
     * @param survivor the name of the page of a contribution
     * @return the names of those for which it stands, without itself
     */
    Set<String> members(String survivor)
    {
        return isMerged(survivor) ? Set.of() : this.members.getOrDefault(survivor, Set.of());
    }
}

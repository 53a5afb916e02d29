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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a discussion is about: the stems of the words of some texts, by language. A text that is so short that its
 * language cannot be told, such as a title, is taken to be in each of the languages of the others.
 *
 * @version $Id$
 * @since 1.0
 */
final class Topic
{
    /** With fewer different words, a contribution says too little to be told. */
    private static final int FEWEST = 5;

    /** How many words it has in common with the topic at least. */
    private static final int LEAST = 2;

    /** One in how many of its words it has in common with the topic at least. */
    private static final int ONE_IN = 20;

    private final Map<Integer, Set<String>> stems = new TreeMap<>();

    /**
     * @param texts what it is about, wiki text
     */
    Topic(Collection<String> texts)
    {
        List<String> unclear = new ArrayList<>();
        for (String text : texts) {
            int language = Terms.language(text);
            if (language == Terms.UNCLEAR) {
                unclear.add(text);
            } else {
                add(language, text);
            }
        }
        if (this.stems.isEmpty()) {
            this.stems.put(0, new HashSet<>());
        }
        this.stems.keySet().forEach(language -> unclear.forEach(text -> add(language, text)));
    }

    private void add(int language, String text)
    {
        this.stems.computeIfAbsent(language, key -> new HashSet<>()).addAll(Terms.in(language, text).keySet());
    }

    /**
     * @param language the language of a contribution, as {@link Terms} numbers it
     * @param words the stems of its words
     * @return {@code true} if it can be told whether it speaks of the topic
     */
    boolean canTell(int language, Set<String> words)
    {
        return words.size() >= FEWEST && this.stems.getOrDefault(language, Set.of()).size() >= LEAST;
    }

    /**
     * @param language the language of a contribution, as {@link Terms} numbers it
     * @param words the stems of its words
     * @return {@code true} if it speaks of the topic
     */
    boolean covers(int language, Set<String> words)
    {
        Set<String> own = this.stems.getOrDefault(language, Set.of());
        long common = words.stream().filter(own::contains).count();
        return common >= LEAST && common * ONE_IN >= words.size();
    }
}

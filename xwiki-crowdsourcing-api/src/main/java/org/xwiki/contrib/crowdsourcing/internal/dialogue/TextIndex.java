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

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Knows the words of the contributions of a thread, and which are alike: the cosine of how often each has them, where a
 * word counts the more the fewer have it.
 *
 * @version $Id$
 * @since 1.0
 */
final class TextIndex
{
    private static final double PERCENT = 100;

    private final int limit;

    private final SortedMap<String, Map<String, Integer>> texts = new TreeMap<>();

    private final Map<String, Set<String>> having = new HashMap<>();

    private final Set<String> changed = new HashSet<>();

    /**
     * A text that is alike.
     *
     * @param name its name
     * @param share how alike it is, in per cent
     */
    record Alike(String name, int share)
    {
    }

    /**
     * @param limit how many texts it knows at most
     */
    TextIndex(int limit)
    {
        this.limit = limit;
    }

    /**
     * @param name the name of a text that has changed since it was put here, or is new
     */
    synchronized void change(String name)
    {
        this.changed.add(name);
    }

    /**
     * @return the names of the texts that have changed, once
     */
    synchronized Set<String> takeChanged()
    {
        Set<String> result = Set.copyOf(this.changed);
        this.changed.clear();
        return result;
    }

    /**
     * @param name the name of a text
     * @param text the text, {@code null} if it is gone
     */
    synchronized void put(String name, String text)
    {
        putTerms(name, text == null ? null : Terms.of(text));
    }

    /**
     * @param name the name of a text
     * @param terms how often each stem is in it, {@code null} if it is gone
     */
    synchronized void putTerms(String name, Map<String, Integer> terms)
    {
        remove(name);
        if (terms != null) {
            this.texts.put(name, terms);
            terms.keySet().forEach(term -> this.having.computeIfAbsent(term, key -> new HashSet<>()).add(name));
            if (this.texts.size() > this.limit) {
                remove(this.texts.firstKey());
            }
        }
    }

    private void remove(String name)
    {
        Map<String, Integer> terms = this.texts.remove(name);
        if (terms != null) {
            terms.keySet().forEach(term -> this.having.computeIfPresent(term, (key, names) -> {
                names.remove(name);
                return names.isEmpty() ? null : names;
            }));
        }
    }

    /**
     * @param text a text
     * @param least how alike others must be, in per cent
     * @param most how many are wanted at most
     * @return the texts that are alike, the most alike first
     */
    synchronized List<Alike> find(String text, int least, int most)
    {
        Map<String, Double> wanted = weigh(Terms.of(text));
        double length = length(wanted);
        Set<String> candidates = new HashSet<>();
        wanted.keySet().forEach(term -> candidates.addAll(this.having.getOrDefault(term, Set.of())));
        return candidates.stream().map(name -> new Alike(name, share(wanted, length, weigh(this.texts.get(name)))))
            .filter(alike -> alike.share() >= least)
            .sorted(Comparator.comparing(Alike::share).reversed().thenComparing(Alike::name)).limit(most).toList();
    }

    /**
     * Compares all texts at once, by the words that they have in common.
     *
     * @param least how alike they must be, in per cent
     * @return the texts that are alike to one whose name comes before theirs
     */
    synchronized Set<String> repeated(int least)
    {
        Map<String, Map<Integer, Double>> earlier = new HashMap<>();
        double[] lengths = new double[this.texts.size()];
        Set<String> result = new HashSet<>();
        int at = 0;
        for (Map.Entry<String, Map<String, Integer>> text : this.texts.entrySet()) {
            Map<String, Double> weights = weigh(text.getValue());
            double[] products = new double[at];
            lengths[at] = length(weights);
            for (Map.Entry<String, Double> weight : weights.entrySet()) {
                Map<Integer, Double> others = earlier.computeIfAbsent(weight.getKey(), key -> new HashMap<>());
                others.forEach((other, there) -> products[other] += weight.getValue() * there);
                others.put(at, weight.getValue());
            }
            for (int other = 0; other < at; other++) {
                if (share(products[other], lengths[at] * lengths[other]) >= least) {
                    result.add(text.getKey());
                }
            }
            at++;
        }
        return result;
    }

    private static int share(double product, double lengths)
    {
        return (int) Math.round(PERCENT * product / lengths);
    }

    private int share(Map<String, Double> one, double length, Map<String, Double> other)
    {
        double product = 0;
        for (Map.Entry<String, Double> entry : one.entrySet()) {
            product += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        return share(product, length * length(other));
    }

    private Map<String, Double> weigh(Map<String, Integer> terms)
    {
        Map<String, Double> result = new HashMap<>();
        terms.forEach((term, count) -> {
            double rare = Math.log((this.texts.size() + 1.0) / (this.having.getOrDefault(term, Set.of()).size() + 1.0));
            result.put(term, (1 + Math.log(count)) * (1 + rare));
        });
        return result;
    }

    private double length(Map<String, Double> weights)
    {
        return Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
    }
}

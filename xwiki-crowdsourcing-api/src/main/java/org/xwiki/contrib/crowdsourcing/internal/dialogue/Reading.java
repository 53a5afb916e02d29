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

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.model.reference.DocumentReference;

/**
 * What was read of the newest contributions of a thread. A text is taken apart once, as long as it stays the same.
 *
 * @version $Id$
 * @since 1.0
 */
final class Reading
{
    private static final String TEXT = "text";

    private static final String REPLY_TO = "replyTo";

    private Map<String, Spoken> spoken = Map.of();

    private Collection<Row> rows = Set.of();

    /**
     * What a contribution says.
     *
     * @param text its text
     * @param language the number of its language
     * @param stems how often each stem is in it
     * @param cost {@code true} if it names a cost
     */
    private record Spoken(int text, int language, Map<String, Integer> stems, boolean cost)
    {
        static Spoken of(String text)
        {
            String said = text.strip();
            String read = said.substring(0, Math.min(said.length(), DefaultDuplicateFinder.LONGEST));
            int language = Math.max(0, Terms.language(read));
            return new Spoken(text.hashCode(), language, Terms.in(language, read), Costs.areNamed(read));
        }
    }

    /**
     * @param newest the newest contributions
     */
    void read(Collection<Row> newest)
    {
        Map<String, Spoken> known = this.spoken;
        this.rows = newest;
        this.spoken = new HashMap<>();
        newest.forEach(row -> {
            Spoken before = known.get(name(row));
            boolean same = before != null && before.text() == row.text(TEXT).hashCode();
            this.spoken.put(name(row), same ? before : Spoken.of(row.text(TEXT)));
        });
    }

    private static String name(Row row)
    {
        return row.page().getName();
    }

    /**
     * @return how many were read
     */
    int size()
    {
        return this.rows.size();
    }

    /**
     * @return the page of one that was read, {@code null} if there is none
     */
    DocumentReference any()
    {
        return this.rows.stream().findFirst().map(Row::page).orElse(null);
    }

    /**
     * @param topic what the discussion is about
     * @return of those that can be told, those that speak of it
     */
    Measures.Share onTopic(Topic topic)
    {
        int told = 0;
        int covered = 0;
        for (Spoken each : this.spoken.values()) {
            Set<String> stems = each.stems().keySet();
            if (topic.canTell(each.language(), stems)) {
                told++;
                covered += topic.covers(each.language(), stems) ? 1 : 0;
            }
        }
        return new Measures.Share(covered, told);
    }

    /**
     * @return those that are likely to say the same as another one of their kind
     */
    Measures.Share alike()
    {
        // An answer has words of its question, and says something else.
        Map<ContributionKind, TextIndex> kinds = new EnumMap<>(ContributionKind.class);
        this.rows.stream().filter(row -> row.text(TEXT).strip().length() >= DefaultDuplicateFinder.SHORTEST)
            .forEach(row -> kinds.computeIfAbsent(ContributionStore.kind(row), key -> new TextIndex(Measures.READ))
                .putTerms(name(row), this.spoken.get(name(row)).stems()));
        return new Measures.Share(kinds.values().stream()
            .mapToInt(index -> index.repeated(DefaultDuplicateFinder.LEAST_SHARE).size()).sum(), size());
    }

    /**
     * @return what stands behind the ideas
     */
    Measures.Depth depth()
    {
        Set<String> evidence = new HashSet<>();
        Set<String> example = new HashSet<>();
        Set<String> cost = new HashSet<>();
        Set<String> ideas = new HashSet<>();
        for (Row row : this.rows) {
            ContributionKind kind = ContributionStore.kind(row);
            String about = row.text(REPLY_TO);
            if (kind == ContributionKind.IDEA) {
                ideas.add(name(row));
            } else if (kind == ContributionKind.EVIDENCE) {
                evidence.add(about);
            } else if (kind == ContributionKind.EXAMPLE) {
                example.add(about);
            }
            if (this.spoken.get(name(row)).cost()) {
                cost.add(about);
                cost.add(name(row));
            }
        }
        return new Measures.Depth(share(evidence, ideas), share(example, ideas), share(cost, ideas));
    }

    private static Measures.Share share(Set<String> part, Set<String> whole)
    {
        return new Measures.Share((int) whole.stream().filter(part::contains).count(), whole.size());
    }
}

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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Terms;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.matching.NeedProposal;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds the areas that the question and the briefs of a challenge speak of, by the stems of their words in the language
 * of these texts. A word of a title counts thrice, a word that several areas have counts for each of them that much
 * less.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = NeedProposals.class)
@Singleton
public class NeedProposals
{
    private static final String AREA = "area";

    private static final String WEIGHT = "weight";

    private static final int MOST = 10;

    private static final int HEAVIEST = 10;

    private static final int STRONGEST = 5;

    private static final int TITLE = 3;

    /** Shorter words of a description say little. */
    private static final int LONG = 5;

    /** A word that is used more often than this tells nothing more. */
    private static final int OFTEN = 3;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    @Inject
    private BriefStore briefs;

    @Inject
    private AreaStore areas;

    @Inject
    private Things things;

    @Inject
    private Access access;

    /** The words of an area by their stems. */
    private record Words(Area area, Map<String, String> title, Map<String, String> all)
    {
    }

    private record Scored(Words words, Set<String> found, double score)
    {
    }

    /**
     * @param challenge the page of a challenge
     * @return the areas that its texts speak of and that it does not need yet
     * @throws CrowdsourcingException if it fails
     */
    List<NeedProposal> propose(DocumentReference challenge) throws CrowdsourcingException
    {
        Set<DocumentReference> needed = new HashSet<>();
        this.pages.all(challenge, Schema.NEED).forEach(row -> needed.add(row.reference(AREA)));
        StringBuilder text = new StringBuilder();
        for (Row row : this.pages.all(challenge, Schema.CHALLENGE)) {
            text.append(row.title()).append('\n').append(row.text("question"));
        }
        for (Brief brief : this.briefs.briefsOf(challenge)) {
            if (this.access.canView(brief.reference())) {
                brief.sections().values().forEach(section -> text.append('\n').append(section));
            }
        }
        return propose(text.toString(), this.areas.list(), needed).stream()
            .filter(proposal -> this.access.canView(proposal.area())).limit(MOST).toList();
    }

    /**
     * @param text some text
     * @param areas all areas
     * @param needed those that are not looked for
     * @return the others that the text speaks of
     */
    static List<NeedProposal> propose(String text, List<Area> areas, Set<DocumentReference> needed)
    {
        int language = Math.max(0, Terms.language(text));
        Map<String, Integer> said = Terms.in(language, text);
        Map<String, Integer> shared = new HashMap<>();
        List<Words> all = new ArrayList<>();
        for (Area area : areas) {
            Map<String, String> title = words(area.title(), 1, language);
            Map<String, String> every = new LinkedHashMap<>(title);
            words(area.description(), LONG, language).forEach(every::putIfAbsent);
            every.keySet().forEach(stem -> shared.merge(stem, 1, Integer::sum));
            all.add(new Words(area, title, every));
        }
        List<Scored> found = all.stream().filter(words -> !needed.contains(words.area().reference()))
            .map(words -> score(words, said, shared))
            .filter(scored -> isSpokenOf(scored.words(), scored.found()))
            .sorted(Comparator.comparingDouble(Scored::score).reversed()
                .thenComparing(scored -> scored.words().area().title().toLowerCase(Locale.ROOT))
                .thenComparing(scored -> scored.words().area().reference().toString())).toList();
        double most = found.isEmpty() ? 1 : found.get(0).score();
        return found.stream().map(scored -> new NeedProposal(scored.words().area().reference(),
            scored.words().area().title(), (int) Math.max(1, Math.round(STRONGEST * scored.score() / most)),
            scored.found().stream().map(scored.words().all()::get).toList())).toList();
    }

    private static Scored score(Words words, Map<String, Integer> said, Map<String, Integer> shared)
    {
        Set<String> found = new LinkedHashSet<>(words.all().keySet());
        found.retainAll(said.keySet());
        double score = 0;
        for (String stem : found) {
            int importance = words.title().containsKey(stem) ? TITLE : 1;
            score += (double) importance * Math.min(OFTEN, said.get(stem)) / shared.get(stem);
        }
        return new Scored(words, found, score);
    }

    /** One word of a longer title alone says little. */
    private static boolean isSpokenOf(Words words, Set<String> found)
    {
        long named = words.title().keySet().stream().filter(found::contains).count();
        return named > 0 && (named == words.title().size() || found.size() > 1);
    }

    private static Map<String, String> words(String text, int shortest, int language)
    {
        Map<String, String> result = new LinkedHashMap<>();
        for (String word : text.split("[^\\p{L}\\p{M}\\p{N}'\u2019]+")) {
            if (word.length() >= shortest) {
                Terms.in(language, word).keySet().forEach(stem -> result.putIfAbsent(stem, word));
            }
        }
        return result;
    }

    /**
     * @param challenge the page of a challenge
     * @param area the page of an area
     * @param weight how much the need counts
     * @throws CrowdsourcingException if a field is refused or it cannot be saved
     */
    void add(DocumentReference challenge, DocumentReference area, int weight) throws CrowdsourcingException
    {
        Inputs inputs = new Inputs();
        inputs.range(WEIGHT, weight, 1, HEAVIEST);
        if (area == null || this.things.find(area, Schema.AREA).isEmpty()) {
            inputs.add(new FieldError(AREA, "crowdsourcing.error.unknown.Area",
                area == null ? "" : this.reader.serialize(area)));
        }
        inputs.refuse();
        boolean there =
            this.pages.all(challenge, Schema.NEED).stream().anyMatch(row -> area.equals(row.reference(AREA)));
        // Who clicks twice adds one need.
        if (!there) {
            this.writer.add(challenge, Schema.NEED, List.of(Map.of(AREA, this.reader.serialize(area), "kind",
                ExpertiseLevel.DO.getId(), WEIGHT, weight)));
        }
    }
}

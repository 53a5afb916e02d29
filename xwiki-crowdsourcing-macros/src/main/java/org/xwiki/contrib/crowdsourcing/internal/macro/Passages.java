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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.diff.DiffException;
import org.xwiki.diff.DiffManager;
import org.xwiki.diff.display.InlineDiffChunk;
import org.xwiki.diff.display.InlineDiffDisplayer;
import org.xwiki.model.reference.DocumentReference;

/**
 * Compares the passages that contributions speak to with the brief as it reads now.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Passages.class)
@Singleton
public class Passages
{
    /** Less in common than this, and a passage is taken for gone. */
    private static final double RESEMBLANCE = 0.5;

    @Inject
    private BriefManager briefs;

    @Inject
    private ChallengeManager challenges;

    @Inject
    private DiffManager differences;

    @Inject
    private InlineDiffDisplayer displayer;

    @Inject
    private RestrictedTextRenderer renderer;

    /**
     * The words of a brief as it reads now, each section by itself.
     *
     * @param sections the words of the sections
     */
    public record Text(List<List<String>> sections)
    {
    }

    /**
     * Some words of a difference.
     *
     * @param kind {@code unmodified}, {@code added} or {@code deleted}
     * @param text the words
     */
    public record Piece(String kind, String text)
    {
        /**
         * @return {@code true} if it is not the same before and after
         */
        public boolean isChange()
        {
            return !"unmodified".equals(this.kind);
        }
    }

    /**
     * A paragraph of a brief that can be commented on.
     *
     * @param section the section
     * @param text what it says, plain text
     */
    public record Paragraph(BriefSection section, String text)
    {
    }

    /**
     * How a passage differs from what the brief says now.
     *
     * @param pieces the difference, empty if nothing in the brief resembles the passage any more
     */
    public record Change(List<Piece> pieces)
    {
    }

    /**
     * @param shown contributions of one thread
     * @return how the passages that they speak to read now, where that changed
     * @throws CrowdsourcingException if they cannot be compared
     */
    public Map<DocumentReference, Change> getChanges(List<Contribution> shown) throws CrowdsourcingException
    {
        List<Contribution> quoting = shown.stream().filter(contribution -> !contribution.passage().isBlank()).toList();
        Map<DocumentReference, Change> changes = new HashMap<>();
        if (!quoting.isEmpty()) {
            Optional<Brief> brief = findBrief(quoting.get(0).thread());
            if (brief.isPresent()) {
                Text text = read(brief.get());
                for (Contribution contribution : quoting) {
                    compare(contribution.passage(), text)
                        .ifPresent(change -> changes.put(contribution.reference(), change));
                }
            }
        }
        return changes;
    }

    private Optional<Brief> findBrief(DocumentReference thread) throws CrowdsourcingException
    {
        Optional<Brief> brief = this.briefs.get(thread);
        Optional<Challenge> challenge = brief.isPresent() ? Optional.empty() : this.challenges.challengeOf(thread);
        return challenge.isEmpty() ? brief
            : this.briefs.briefsOf(challenge.get().reference()).stream().max(Comparator.comparing(Brief::version));
    }

    /**
     * @param brief a brief
     * @return its words
     */
    public Text read(Brief brief)
    {
        List<List<String>> sections = new ArrayList<>();
        for (BriefSection section : BriefSection.values()) {
            sections.add(words(this.renderer.renderPlain(brief.section(section))));
        }
        return new Text(sections);
    }

    /**
     * @param text wiki text
     * @return its words without any formatting
     */
    public String plain(String text)
    {
        return this.renderer.renderPlain(text);
    }

    /**
     * @param brief a brief
     * @return its paragraphs, so that one can be chosen to comment on
     */
    public List<Paragraph> getParagraphs(Brief brief)
    {
        List<Paragraph> result = new ArrayList<>();
        for (BriefSection section : BriefSection.values()) {
            plain(brief.section(section)).lines().map(String::strip).filter(line -> !line.isEmpty())
                .forEach(line -> result.add(new Paragraph(section, line)));
        }
        return result;
    }

    /**
     * @param before a text
     * @param after a later text
     * @return how they differ, word by word
     * @throws CrowdsourcingException if they cannot be compared
     */
    public List<Piece> difference(String before, String after) throws CrowdsourcingException
    {
        return difference(words(before), words(after));
    }

    private static List<String> words(String text)
    {
        return Arrays.asList(StringUtils.split(StringUtils.normalizeSpace(text)));
    }

    /**
     * @param passage a passage, plain text
     * @param text the brief as it reads now
     * @return how they differ, empty if the brief still says the passage
     * @throws CrowdsourcingException if they cannot be compared
     */
    public Optional<Change> compare(String passage, Text text) throws CrowdsourcingException
    {
        List<String> said = words(passage);
        String wanted = String.join(" ", said);
        boolean still = text.sections().stream().anyMatch(section -> String.join(" ", section).contains(wanted));
        if (said.isEmpty() || still) {
            return Optional.empty();
        }
        List<String> best = List.of();
        double most = 0;
        for (List<String> section : text.sections()) {
            int from = closest(said, section);
            List<String> window = section.subList(from, Math.min(section.size(), from + said.size()));
            double resemblance = resemblance(said, window);
            if (resemblance > most) {
                most = resemblance;
                best = window;
            }
        }
        return Optional.of(new Change(most < RESEMBLANCE ? List.of() : difference(said, best)));
    }

    /**
     * @return where the words in a row begin that have most in common with the passage
     */
    private static int closest(List<String> said, List<String> section)
    {
        // How often a word of the passage is missing in the row: below 0, it is there more often.
        Map<String, Integer> missing = new HashMap<>();
        said.forEach(word -> missing.merge(word, 1, Integer::sum));
        int common = 0;
        int most = 0;
        int result = 0;
        for (int i = 0; i < section.size(); i++) {
            if (missing.merge(section.get(i), -1, Integer::sum) >= 0) {
                common++;
            }
            if (i >= said.size() && missing.merge(section.get(i - said.size()), 1, Integer::sum) > 0) {
                common--;
            }
            if (common > most) {
                most = common;
                result = Math.max(0, i - said.size() + 1);
            }
        }
        return result;
    }

    private static double resemblance(List<String> first, List<String> second)
    {
        List<String> rest = new ArrayList<>(second);
        long common = first.stream().filter(rest::remove).count();
        return 2.0 * common / (first.size() + second.size());
    }

    private List<Piece> difference(List<String> before, List<String> after) throws CrowdsourcingException
    {
        try {
            List<Piece> pieces = new ArrayList<>();
            for (InlineDiffChunk<String> chunk : this.displayer
                .display(this.differences.diff(before, after, null)))
            {
                pieces.add(new Piece(chunk.getType().name().toLowerCase(Locale.ROOT),
                    String.join(" ", chunk.getElements())));
            }
            return pieces;
        } catch (DiffException e) {
            throw new CrowdsourcingException("Failed to compare a passage with its brief", e);
        }
    }
}

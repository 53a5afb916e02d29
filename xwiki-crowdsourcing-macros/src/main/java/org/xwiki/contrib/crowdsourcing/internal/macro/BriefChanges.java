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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.Citations;
import org.xwiki.contrib.crowdsourcing.brief.Evidence;

/**
 * Compares two versions of a brief, section by section and entry by entry.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = BriefChanges.class)
@Singleton
public class BriefChanges
{
    /** How many words that did not change are shown on each side of those that did. */
    private static final int CONTEXT = 25;

    private static final String ELLIPSIS = " \u2026 ";

    @Inject
    private Passages passages;

    @Inject
    private Toolkit toolkit;

    /**
     * How a section differs.
     *
     * @param section the section, {@code null} for the title
     * @param pieces the difference, word by word
     */
    public record SectionChange(BriefSection section, List<Passages.Piece> pieces)
    {
    }

    /**
     * How an entry differs.
     *
     * @param kind {@code added}, {@code deleted} or {@code changed}
     * @param pieces the difference, word by word
     */
    public record EvidenceChange(String kind, List<Passages.Piece> pieces)
    {
    }

    /**
     * How two versions differ.
     *
     * @param sections the sections that differ
     * @param same the sections that do not, and say something
     * @param evidence the entries that differ
     */
    public record Changes(List<SectionChange> sections, List<BriefSection> same, List<EvidenceChange> evidence)
    {
        /**
         * @return {@code true} if nothing differs
         */
        public boolean isEmpty()
        {
            return this.sections.isEmpty() && this.evidence.isEmpty();
        }
    }

    /**
     * @param before a version
     * @param after a later version
     * @return how they differ
     * @throws CrowdsourcingException if they cannot be compared
     */
    public Changes compare(Brief before, Brief after) throws CrowdsourcingException
    {
        List<SectionChange> sections = new ArrayList<>();
        List<BriefSection> same = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            sections.add(new SectionChange(null, this.passages.difference(before.title(), after.title())));
        }
        for (BriefSection section : BriefSection.values()) {
            String old = before.section(section);
            String now = after.section(section);
            if (!old.equals(now)) {
                sections.add(new SectionChange(section, difference(words(old), words(now))));
            } else if (!now.isBlank()) {
                same.add(section);
            }
        }
        return new Changes(sections, same, compareEvidence(before, after));
    }

    /** Citations are told by what the entry is known by: numbers change with the order. */
    private String words(String text)
    {
        return this.passages.plain(Citations.replace(text, uid -> " (" + uid + ')'));
    }

    private List<Passages.Piece> difference(String before, String after) throws CrowdsourcingException
    {
        List<Passages.Piece> pieces = this.passages.difference(before, after);
        List<Passages.Piece> result = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Passages.Piece piece = pieces.get(i);
            result.add(piece.isChange() ? piece
                : new Passages.Piece(piece.kind(), shorten(piece.text(), i > 0, i + 1 < pieces.size())));
        }
        return result;
    }

    private static String shorten(String text, boolean after, boolean before)
    {
        String[] words = text.split(" ");
        int kept = (after ? CONTEXT : 0) + (before ? CONTEXT : 0);
        if (words.length <= kept) {
            return text;
        }
        String first = after ? String.join(" ", List.of(words).subList(0, CONTEXT)) : "";
        String last = before
            ? String.join(" ", List.of(words).subList(words.length - CONTEXT, words.length)) : "";
        return first + ELLIPSIS + last;
    }

    private List<EvidenceChange> compareEvidence(Brief before, Brief after) throws CrowdsourcingException
    {
        Map<String, String> old = lines(before);
        Map<String, String> now = lines(after);
        Set<String> all = new LinkedHashSet<>(now.keySet());
        all.addAll(old.keySet());
        List<EvidenceChange> result = new ArrayList<>();
        for (String uid : all) {
            String was = old.get(uid);
            String is = now.get(uid);
            if (was == null) {
                result.add(whole("added", is));
            } else if (is == null) {
                result.add(whole("deleted", was));
            } else if (!was.equals(is)) {
                result.add(new EvidenceChange("changed", this.passages.difference(was, is)));
            }
        }
        return result;
    }

    private static EvidenceChange whole(String kind, String line)
    {
        return new EvidenceChange(kind, List.of(new Passages.Piece(kind, line)));
    }

    private Map<String, String> lines(Brief brief)
    {
        Map<String, String> result = new LinkedHashMap<>();
        // What has no identifier, for it is older than these, is known by what it says.
        brief.evidence().forEach(entry -> result
            .put(entry.uid().isEmpty() ? "claim:" + entry.claim() : entry.uid(), line(entry)));
        return result;
    }

    private String line(Evidence entry)
    {
        String strength = entry.strength() == null ? ""
            : this.toolkit.translate("Crowdsourcing.Code.EvidenceClass_strength_" + entry.strength().getId());
        String date = entry.date() == null ? "" : entry.date().toString();
        return Stream.of(entry.claim(), entry.source(), entry.link(), date, entry.place(), strength)
            .filter(part -> !part.isBlank()).collect(Collectors.joining(" \u00B7 "));
    }
}

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
package org.xwiki.contrib.crowdsourcing.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of the evidence of a brief: what is cited is numbered in the order in which the sections cite it first,
 * what is not follows in its own order.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Citations
{
    /** The name of the macro that cites. */
    public static final String MACRO = "evidence";

    /** What an entry may be known by. */
    public static final String UID = "[0-9A-Za-z_-]{1,60}";

    /** Nothing in it is repeated without bounds: whoever writes a section decides what it is looked for in. */
    private static final Pattern CITATION = Pattern.compile("\\{\\{" + MACRO
        + "\\s(?:[^{}]{0,400}?\\s)?uid\\s{0,9}=\\s{0,9}[\"']?(" + UID + ")[\"']?(?:\\s[^{}]{0,400}?)?/?\\}\\}(?:\\{\\{/"
        + MACRO + "\\}\\})?", Pattern.CASE_INSENSITIVE);

    /**
     * An entry with its number.
     *
     * @param number its number, from 1
     * @param cited {@code true} if a section cites it
     * @param evidence the entry
     */
    public record Entry(int number, boolean cited, Evidence evidence)
    {
        /**
         * @return what is written in a section to cite it
         */
        public String getCitation()
        {
            return String.format("{{%s uid=\"%s\"/}}", MACRO, this.evidence.uid());
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private final Map<String, Entry> known = new LinkedHashMap<>();

    private final Set<String> missing = new LinkedHashSet<>();

    private Citations()
    {
    }

    /**
     * @param brief a brief
     * @return the numbers of its evidence
     */
    public static Citations of(Brief brief)
    {
        Citations result = new Citations();
        Map<String, Evidence> byUid = new LinkedHashMap<>();
        brief.evidence().stream().filter(evidence -> !evidence.uid().isEmpty())
            .forEach(evidence -> byUid.putIfAbsent(evidence.uid(), evidence));
        Set<String> cited = new LinkedHashSet<>();
        for (BriefSection section : BriefSection.values()) {
            CITATION.matcher(brief.section(section)).results().forEach(match -> cited.add(match.group(1)));
        }
        for (String uid : cited) {
            if (byUid.containsKey(uid)) {
                result.add(true, byUid.get(uid));
            } else {
                result.missing.add(uid);
            }
        }
        brief.evidence().stream()
            .filter(evidence -> !cited.contains(evidence.uid()) || byUid.get(evidence.uid()) != evidence)
            .forEach(evidence -> result.add(false, evidence));
        return result;
    }

    private void add(boolean cited, Evidence evidence)
    {
        Entry entry = new Entry(this.entries.size() + 1, cited, evidence);
        this.entries.add(entry);
        this.known.putIfAbsent(evidence.uid(), entry);
    }

    /**
     * @return all entries, by number
     */
    public List<Entry> getEntries()
    {
        return List.copyOf(this.entries);
    }

    /**
     * @param uid what an entry is known by
     * @return the entry, {@code null} if there is none
     */
    public Entry get(String uid)
    {
        return uid.isEmpty() ? null : this.known.get(uid);
    }

    /**
     * @return what is cited and not there
     */
    public List<String> getMissing()
    {
        return List.copyOf(this.missing);
    }

    /**
     * @param text the wiki text of a section
     * @param words gives what is said instead of a citation
     * @return the text without citations
     */
    public static String replace(String text, Function<String, String> words)
    {
        return CITATION.matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(words.apply(match.group(1))));
    }

    /**
     * @param text the wiki text of a section
     * @return it with the numbers of the entries in place of the citations
     */
    public String number(String text)
    {
        return replace(text, uid -> {
            Entry entry = get(uid);
            return "(" + (entry == null ? "?" : entry.number()) + ')';
        });
    }
}

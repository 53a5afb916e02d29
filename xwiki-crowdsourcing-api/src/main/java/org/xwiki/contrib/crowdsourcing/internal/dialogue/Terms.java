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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes a text apart into the stems of its words, without the words that every text has. Its language is the one whose
 * such words it has most of.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Terms
{
    /** The language of a text that is too short to tell. */
    public static final int UNCLEAR = -1;

    private static final String FIELD = "text";

    private static final Pattern NOISE = Pattern.compile("https?://\\S+|\\{\\{[^}]*\\}\\}|[*_/\\[\\]|#=^~`<>]+");

    private static final Pattern MARKS = Pattern.compile("[*_/\\[\\]|#=^~`<>]+");

    private static final String PLURAL = "s";

    private static final int SHORT = 5;

    /** How many letters one letter becomes at most without its accents. */
    private static final int UNFOLDED = 4;

    private static final Analyzer WORDS = new StandardAnalyzer();

    private static final List<Language> LANGUAGES = List.of(
        new Language(new EnglishAnalyzer(), EnglishAnalyzer.getDefaultStopSet()),
        new Language(new SpanishAnalyzer(), SpanishAnalyzer.getDefaultStopSet()),
        new Language(new PortugueseAnalyzer(), PortugueseAnalyzer.getDefaultStopSet()),
        new Language(new FrenchAnalyzer(), FrenchAnalyzer.getDefaultStopSet()));

    private Terms()
    {
    }

    private record Language(Analyzer analyzer, CharArraySet common)
    {
        long count(List<String> words)
        {
            return words.stream().filter(this.common::contains).count();
        }
    }

    /**
     * @param text wiki text
     * @return how often each stem is in it
     */
    static Map<String, Integer> of(String text)
    {
        return in(Math.max(0, language(text)), text);
    }

    /**
     * @param text wiki text
     * @return the number of its language, {@link #UNCLEAR} if it has none of the words that every text has
     */
    public static int language(String text)
    {
        List<String> words = analyze(WORDS, NOISE.matcher(text).replaceAll(" "));
        Language language = language(words);
        return language.count(words) == 0 ? UNCLEAR : LANGUAGES.indexOf(language);
    }

    /**
     * @param language the number of a language
     * @param text wiki text
     * @return how often each stem of that language is in it
     */
    public static Map<String, Integer> in(int language, String text)
    {
        Map<String, Integer> result = new HashMap<>();
        analyze(LANGUAGES.get(language).analyzer(), NOISE.matcher(text).replaceAll(" "))
            .forEach(term -> result.merge(term, 1, Integer::sum));
        return result;
    }

    private static Language language(List<String> words)
    {
        Language language = LANGUAGES.get(0);
        for (Language candidate : LANGUAGES) {
            language = candidate.count(words) > language.count(words) ? candidate : language;
        }
        return language;
    }

    /**
     * @param text wiki text
     * @return what it can be found by: its words and their stems, without accents, in each language that it may be in:
     *     a short text does not tell
     */
    public static Set<String> known(String text)
    {
        String plain = MARKS.matcher(text).replaceAll(" ");
        List<String> words = analyze(WORDS, plain);
        Set<String> result = new HashSet<>(fold(words));
        long most = language(words).count(words);
        LANGUAGES.stream().filter(language -> language.count(words) == most)
            .forEach(language -> result.addAll(fold(analyze(language.analyzer(), plain))));
        return result;
    }

    /**
     * @param name a name, which has no other forms
     * @return its words, without accents
     */
    public static Set<String> words(String name)
    {
        return new HashSet<>(fold(analyze(WORDS, name)));
    }

    /**
     * @param typed the words that somebody looks for, in any language
     * @return for each of them, without those that every text has unless there are no others, what a text is found by
     *     that has it in whatever form
     */
    public static List<Set<String>> wanted(String typed)
    {
        List<String> words = analyze(WORDS, MARKS.matcher(typed).replaceAll(" "));
        List<String> telling = words.stream()
            .filter(word -> LANGUAGES.stream().noneMatch(language -> language.common().contains(word))).toList();
        return (telling.isEmpty() ? words : telling).stream().distinct().map(word -> {
            Set<String> forms = new HashSet<>();
            for (String form : shortForms(word)) {
                forms.addAll(fold(List.of(form)));
                LANGUAGES.forEach(language -> forms.addAll(fold(analyze(language.analyzer(), form))));
            }
            return forms;
        }).toList();
    }

    /** The stemmers leave short words as they are, such as Spanish ones of four letters, in the plural or not. */
    private static List<String> shortForms(String word)
    {
        List<String> result = List.of(word);
        if (word.length() <= SHORT && word.chars().allMatch(Character::isLetter)) {
            boolean plural = word.endsWith(PLURAL) && word.length() > PLURAL.length() + 2;
            result = List.of(word, plural ? word.substring(0, word.length() - PLURAL.length()) : word + PLURAL);
        }
        return result;
    }

    private static List<String> fold(List<String> words)
    {
        return words.stream().map(word -> {
            char[] folded = new char[word.length() * UNFOLDED];
            return new String(folded, 0,
                ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length()));
        }).toList();
    }

    private static List<String> analyze(Analyzer analyzer, String text)
    {
        List<String> result = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(FIELD, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                result.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            // A text in memory is always readable.
            throw new UncheckedIOException(e);
        }
        return result;
    }
}

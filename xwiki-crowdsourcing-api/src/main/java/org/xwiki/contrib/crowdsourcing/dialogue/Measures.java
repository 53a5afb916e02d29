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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * How far a discussion has come. What is stored in columns is counted in all of it; what takes reading texts, in its
 * newest contributions. The shares over and under which something is called too wide or too shallow are rules of
 * thumb: a reason to look, not a verdict. A share of fewer than {@value #FEWEST} is never called anything.
 *
 * @param contributions how many published contributions there are
 * @param read how many of them were read, the newest ones, at most {@value #READ}
 * @param onTopic of those that were read and can be told, those that speak of the topic. The topic is the title and
 *     question of the challenge, the sections of its briefs and the areas of expertise that it needs. A contribution
 *     can be told if it has at least 5 different words, without those that every text has, and its language is one of
 *     those of the topic. It speaks of the topic if the stems of at least 2 of these words, and of at least one in
 *     twenty, are among those of the topic in that language (English, Spanish, Portuguese, French; Lucene's analyzers)
 * @param merged of all that was published, what a curator merged into another contribution
 * @param alike of those that were read, those that are likely to say the same as another one of their kind that was
 *     read, by the measure and the threshold of {@link DuplicateFinder}; of those that are alike one is not counted
 * @param depth what stands behind the ideas that were read
 * @param voices how the contributions are shared out among those who speak
 * @param unanswered of the published questions, those to which no published reply is an answer
 * @param undecided of the published ideas, those on which nobody has decided
 * @param at when it was measured
 * @version $Id$
 * @since 1.0
 */
public record Measures(int contributions, int read, Share onTopic, Share merged, Share alike, Depth depth,
    Voices voices, Share unanswered, Share undecided, Instant at)
{
    /** How many contributions are read at most. */
    public static final int READ = 1000;

    /** How many people, and how many questions, are counted at most. */
    public static final int COUNTED = 20000;

    /** The least number of which a share is called too large or too small. */
    public static final int FEWEST = 5;

    /** In per cent. With less on topic, the discussion is too wide. */
    public static final int LEAST_ON_TOPIC = 60;

    /** In per cent. With more of it said twice, people do not build on each other. */
    public static final int MOST_ALIKE = 20;

    /** In per cent. With evidence, an example or a cost behind fewer ideas, the discussion is too shallow. */
    public static final int LEAST_DEPTH = 30;

    /** In per cent. With more said by the tenth that speaks most, of ten people or more, few are heard. */
    public static final int MOST_BY_TENTH = 50;

    /** With a greater Gini coefficient, few are heard. */
    public static final double MOST_GINI = 0.6;

    /** In per cent. With more questions unanswered, nobody looks after them. */
    public static final int MOST_UNANSWERED = 33;

    /** In per cent. With more ideas undecided, the decisions are late. */
    public static final int MOST_UNDECIDED = 50;

    /** What is measured where nothing was said. */
    public static final Measures NOTHING = new Measures(0, 0, Share.NONE, Share.NONE, Share.NONE,
        new Depth(Share.NONE, Share.NONE, Share.NONE), Voices.of(List.of()), Share.NONE, Share.NONE, Instant.EPOCH);

    private static final int TENTH = 10;

    /**
     * A part of a number of things.
     *
     * @param part how many of them
     * @param whole how many there are
     * @version $Id$
     * @since 1.0
     */
    public record Share(int part, int whole)
    {
        /** A part of nothing. */
        public static final Share NONE = new Share(0, 0);

        private static final int PERCENT = 100;

        /**
         * @return it in per cent, rounded, 0 of nothing
         */
        public int percent()
        {
            return this.whole == 0 ? 0 : (int) Math.round((double) PERCENT * this.part / this.whole);
        }

        boolean isAbove(int percent)
        {
            return this.whole >= FEWEST && this.part * (long) PERCENT > percent * (long) this.whole;
        }

        boolean isBelow(int percent)
        {
            return this.whole >= FEWEST && this.part * (long) PERCENT < percent * (long) this.whole;
        }
    }

    /**
     * What stands behind ideas: in each of them, or in a published reply to it.
     *
     * @param evidence the ideas with a reply that is evidence
     * @param example the ideas with a reply that is an example
     * @param cost the ideas of which a cost is named, there or in a reply: an amount with the sign, the code or the
     *     name of a currency, or a number shortly after a word for costs in English, Spanish, Portuguese or French
     * @version $Id$
     * @since 1.0
     */
    public record Depth(Share evidence, Share example, Share cost)
    {
    }

    /**
     * How published contributions are shared out. Whoever a note-taker captured is a voice, not the note-taker; an
     * expert of the panel is one voice, captured or writing.
     *
     * @param people how many speak
     * @param tenth how many are the ten per cent of them that speak most, rounded up
     * @param most of the contributions, those by that tenth
     * @param gini the Gini coefficient of the numbers of contributions: 0 if all said as much, near 1 if one said
     *     nearly all
     * @version $Id$
     * @since 1.0
     */
    public record Voices(int people, int tenth, Share most, double gini)
    {
        /**
         * @param counts how many contributions are by each of those who speak
         * @return how they are shared out
         */
        public static Voices of(Collection<Integer> counts)
        {
            List<Integer> sorted = counts.stream().filter(count -> count > 0).sorted().toList();
            int people = sorted.size();
            int tenth = (people + TENTH - 1) / TENTH;
            int all = sorted.stream().mapToInt(Integer::intValue).sum();
            int most = sorted.subList(people - tenth, people).stream().mapToInt(Integer::intValue).sum();
            double weighted = 0;
            for (int i = 0; i < people; i++) {
                weighted += (2.0 * (i + 1) - people - 1) * sorted.get(i);
            }
            double gini = people == 0 ? 0 : weighted / ((double) people * all);
            return new Voices(people, tenth, new Share(most, all), gini);
        }
    }

    /**
     * @return {@code true} if more people spoke, or more was asked, than is counted
     */
    public boolean isCut()
    {
        return this.voices.people() >= COUNTED || this.unanswered.whole() >= COUNTED;
    }

    /**
     * @return {@code true} if too much is off the topic
     */
    public boolean isWide()
    {
        return this.onTopic.isBelow(LEAST_ON_TOPIC);
    }

    /**
     * @return {@code true} if too much is said twice
     */
    public boolean isRepetitive()
    {
        return this.alike.isAbove(MOST_ALIKE);
    }

    /**
     * @param behind a share of the ideas with something behind them
     * @return {@code true} if it is behind too few
     */
    public boolean isShallow(Share behind)
    {
        return behind.isBelow(LEAST_DEPTH);
    }

    /**
     * @return {@code true} if the tenth that speaks most, of ten people or more, says too much of it
     */
    public boolean isLoud()
    {
        return this.voices.people() >= TENTH && this.voices.most().isAbove(MOST_BY_TENTH);
    }

    /**
     * @return {@code true} if people speak too unequally
     */
    public boolean isUneven()
    {
        return this.voices.people() >= FEWEST && this.voices.gini() > MOST_GINI;
    }

    /**
     * @return {@code true} if too many questions have no answer
     */
    public boolean isUnanswered()
    {
        return this.unanswered.isAbove(MOST_UNANSWERED);
    }

    /**
     * @return {@code true} if too many ideas have no decision
     */
    public boolean isUndecided()
    {
        return this.undecided.isAbove(MOST_UNDECIDED);
    }
}

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the numbers against some that were worked out by hand.
 *
 * @version $Id$
 * @since 1.0
 */
class MeasuresTest
{
    private static final double EXACT = 1e-12;

    private static Measures.Voices voices(Integer... counts)
    {
        return Measures.Voices.of(List.of(counts));
    }

    private static Measures measures(Measures.Share share, Measures.Voices voices)
    {
        return new Measures(10, 10, share, share, share, new Measures.Depth(share, share, share), voices, share, share,
            Instant.EPOCH);
    }

    @Test
    void giniIsZeroWhereAllSayAsMuch()
    {
        assertEquals(0, voices().gini(), EXACT);
        assertEquals(0, voices(7).gini(), EXACT);
        assertEquals(0, voices(3, 3, 3, 3).gini(), EXACT);
    }

    @Test
    void giniOfKnownDistributions()
    {
        // The mean of all differences, 2 * 9 / 4, over twice the mean, 2 * 5.5.
        assertEquals(4.5 / 11, voices(10, 1).gini(), EXACT);
        // Differences of 1: 6 ordered pairs, of 2: 4, of 3: 2, so 20 / 16, over twice the mean, 2 * 2.5.
        assertEquals(0.25, voices(1, 2, 3, 4).gini(), EXACT);
        assertEquals(0.25, voices(4, 2, 1, 3).gini(), EXACT);
        // One says 91 of 100, nine say one each: (2 * 9 * 90 / 100) / (2 * 10).
        assertEquals(0.81, voices(91, 1, 1, 1, 1, 1, 1, 1, 1, 1).gini(), EXACT);
        // Who says nothing is no voice.
        assertEquals(0, voices(5, 0, 0, 0).gini(), EXACT);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "9, 1", "10, 1", "11, 2", "20, 2", "21, 3"})
    void tenthIsRoundedUp(int people, int tenth)
    {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(people, 1));
        counts.set(0, 10);
        Measures.Voices voices = Measures.Voices.of(counts);
        assertEquals(people, voices.people());
        assertEquals(tenth, voices.tenth());
        assertEquals(new Measures.Share(10 + tenth - 1, 10 + people - 1), voices.most());
    }

    @Test
    void shareOfNothing()
    {
        assertEquals(0, Measures.Share.NONE.percent());
        assertEquals(33, new Measures.Share(1, 3).percent());
        assertEquals(67, new Measures.Share(2, 3).percent());
        assertEquals(new Measures.Share(0, 0), Measures.NOTHING.voices().most());
    }

    @Test
    void whoCountsOnlyTheFirstSaysSo()
    {
        assertFalse(measures(Measures.Share.NONE, voices(1, 1)).isCut());
        assertTrue(measures(Measures.Share.NONE,
            Measures.Voices.of(Collections.nCopies(Measures.COUNTED, 1))).isCut());
    }

    @Test
    void fewAreNeverCalledAnything()
    {
        for (int part : new int[] {0, 4}) {
            Measures few = measures(new Measures.Share(part, 4), voices(100, 1, 1, 1));
            assertFalse(few.isWide() || few.isRepetitive() || few.isShallow(few.depth().cost()) || few.isLoud() || few.isUneven()
                || few.isUnanswered() || few.isUndecided());
        }
    }

    @Test
    void whatIsBelowIsTooWideOrTooShallow()
    {
        assertTrue(measures(new Measures.Share(59, 100), voices()).isWide());
        assertFalse(measures(new Measures.Share(60, 100), voices()).isWide());
        assertTrue(measures(Measures.Share.NONE, voices()).isShallow(new Measures.Share(29, 100)));
        assertFalse(measures(Measures.Share.NONE, voices()).isShallow(new Measures.Share(30, 100)));
    }

    @Test
    void whatIsAboveIsTooMuch()
    {
        assertTrue(measures(new Measures.Share(21, 100), voices()).isRepetitive());
        assertFalse(measures(new Measures.Share(20, 100), voices()).isRepetitive());
        assertTrue(measures(new Measures.Share(4, 12), voices()).isUnanswered());
        assertFalse(measures(new Measures.Share(33, 100), voices()).isUnanswered());
        assertTrue(measures(new Measures.Share(51, 100), voices()).isUndecided());
        assertFalse(measures(new Measures.Share(50, 100), voices()).isUndecided());
    }

    @Test
    void fewAreHeard()
    {
        assertTrue(measures(Measures.Share.NONE, voices(91, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isLoud());
        assertFalse(measures(Measures.Share.NONE, voices(9, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isLoud());
        // Of nine people the first tenth is one: what counts is the coefficient.
        assertFalse(measures(Measures.Share.NONE, voices(96, 1, 1, 1, 1, 1, 1, 1, 1)).isLoud());
        assertTrue(measures(Measures.Share.NONE, voices(96, 1, 1, 1, 1)).isUneven());
        assertFalse(measures(Measures.Share.NONE, voices(8, 3, 3, 1, 1)).isUneven());
    }
}

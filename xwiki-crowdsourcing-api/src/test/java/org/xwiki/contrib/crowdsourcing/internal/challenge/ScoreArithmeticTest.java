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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreFigures;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreResult;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreSheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * Tests how scores are computed.
 *
 * @version $Id$
 * @since 1.0
 */
class ScoreArithmeticTest
{
    private static final List<Criterion> CRITERIA =
        List.of(new Criterion("a", "A", "", 3), new Criterion("b", "B", "", 1));

    private static ScoreSheet sheet(Integer a, Integer b)
    {
        return new ScoreSheet(null, b == null ? Map.of("a", a) : Map.of("a", a, "b", b), "", null, null, "");
    }

    private static ScoreFigures figures(String mean, String spread, String least, String most)
    {
        return new ScoreFigures(new BigDecimal(mean), new BigDecimal(spread), new BigDecimal(least),
            new BigDecimal(most));
    }

    @Test
    void weightedMeanAndStandardDeviationOfAllWhoScored()
    {
        // (15+3)/4 = 4.5, (6+3)/4 = 2.25, (3+5)/4 = 2: mean 2.916..., variance 1.263..., deviation 1.123...
        ScoreResult result = ScoreArithmetic.compute(CRITERIA, List.of(sheet(5, 3), sheet(2, 3), sheet(1, 5)));
        assertEquals(3, result.scorers());
        assertEquals(figures("2.92", "1.12", "2.00", "4.50"), result.overall());
        assertEquals(figures("2.67", "1.70", "1.00", "5.00"), result.criteria().get("a"));
        assertEquals(figures("3.67", "0.94", "3.00", "5.00"), result.criteria().get("b"));
    }

    @Test
    void theSameInEveryOrder()
    {
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sheets.add(sheet(1 + i % 5, 1 + i % 3));
        }
        ScoreResult result = ScoreArithmetic.compute(CRITERIA, sheets);
        Collections.reverse(sheets);
        assertEquals(result, ScoreArithmetic.compute(CRITERIA, sheets));
        assertEquals(figures("4.00", "0.00", "4.00", "4.00"),
            ScoreArithmetic.compute(CRITERIA, List.of(sheet(4, 4), sheet(4, 4))).overall());
    }

    @Test
    void whoLeftACriterionOutDoesNotCount()
    {
        ScoreResult result = ScoreArithmetic.compute(CRITERIA, List.of(sheet(5, 5), sheet(1, null)));
        assertEquals(1, result.scorers());
        assertEquals(1, result.incomplete());
        assertEquals(figures("5.00", "0.00", "5.00", "5.00"), result.overall());
        assertNull(ScoreArithmetic.compute(CRITERIA, List.of(sheet(1, null))).overall());
        assertEquals(1, ScoreArithmetic.compute(List.of(), List.of(sheet(1, 1))).incomplete(), "Without criteria");
    }

    @Test
    void theSameMeanSharesARank()
    {
        ScoreResult best = ScoreArithmetic.compute(CRITERIA, List.of(sheet(5, 5)));
        ScoreResult good = ScoreArithmetic.compute(CRITERIA, List.of(sheet(3, 3)));
        ScoreResult none = ScoreArithmetic.compute(CRITERIA, List.of());
        List<ScoreResult> ranked = ScoreArithmetic.rank(Arrays.asList(good, null, best, none, good, best));
        assertEquals(Arrays.asList(3, null, 1, 0, 3, 1),
            ranked.stream().map(result -> result == null ? null : result.rank()).toList());
    }
}

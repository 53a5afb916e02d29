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
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreFigures;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreResult;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreSheet;

/**
 * Computes results of scores in whole numbers, which are divided once at the end: the same scores give the same result
 * on every machine and in every order. A person's score is the sum of weight times score, divided by the sum of the
 * weights; the mean is that of the persons; the spread is the standard deviation of all persons who scored.
 *
 * @version $Id$
 * @since 1.0
 */
final class ScoreArithmetic
{
    private static final int DECIMALS = 2;

    private ScoreArithmetic()
    {
    }

    /**
     * @param criteria what is scored by
     * @param sheets what each person gave
     * @return the result, without a rank
     */
    static ScoreResult compute(List<Criterion> criteria, List<ScoreSheet> sheets)
    {
        List<ScoreSheet> counted = sheets.stream().filter(sheet -> sheet.isComplete(criteria)).toList();
        int incomplete = sheets.size() - counted.size();
        if (counted.isEmpty()) {
            return new ScoreResult(0, incomplete, null, Map.of(), 0);
        }
        Map<String, ScoreFigures> figures = new HashMap<>();
        for (Criterion criterion : criteria) {
            figures.put(criterion.uid(), figures(counted.stream()
                .map(sheet -> sheet.scores().get(criterion.uid()).longValue()).toList(), 1));
        }
        long weights = criteria.stream().mapToLong(Criterion::weight).sum();
        List<Long> sums = counted.stream().map(sheet -> criteria.stream()
            .mapToLong(criterion -> (long) criterion.weight() * sheet.scores().get(criterion.uid())).sum()).toList();
        return new ScoreResult(counted.size(), incomplete, figures(sums, weights), figures, 0);
    }

    private static ScoreFigures figures(List<Long> numbers, long divisor)
    {
        long count = numbers.size();
        long sum = numbers.stream().mapToLong(Long::longValue).sum();
        long squares = numbers.stream().mapToLong(number -> number * number).sum();
        BigDecimal deviation = BigDecimal.valueOf(count * squares - sum * sum).sqrt(MathContext.DECIMAL64);
        return new ScoreFigures(divide(BigDecimal.valueOf(sum), count * divisor), divide(deviation, count * divisor),
            divide(BigDecimal.valueOf(numbers.stream().mapToLong(Long::longValue).min().orElse(0)), divisor),
            divide(BigDecimal.valueOf(numbers.stream().mapToLong(Long::longValue).max().orElse(0)), divisor));
    }

    private static BigDecimal divide(BigDecimal number, long divisor)
    {
        return number.divide(BigDecimal.valueOf(divisor), DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * @param results results, {@code null} where one may not be seen
     * @return the same with ranks: the best mean has rank 1, those with the same mean share a rank
     */
    static List<ScoreResult> rank(List<ScoreResult> results)
    {
        List<BigDecimal> means = results.stream().filter(Objects::nonNull).map(ScoreResult::overall)
            .filter(Objects::nonNull).map(ScoreFigures::mean).sorted(Comparator.reverseOrder()).toList();
        List<ScoreResult> ranked = new ArrayList<>();
        for (ScoreResult result : results) {
            ranked.add(result == null || result.overall() == null ? result
                : result.withRank(means.indexOf(result.overall().mean()) + 1));
        }
        return ranked;
    }
}

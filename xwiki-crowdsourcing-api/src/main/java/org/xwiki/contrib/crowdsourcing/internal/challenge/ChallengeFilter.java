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
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeOrder;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.model.reference.DocumentReference;

/**
 * Which challenges of an initiative belong to a list, and in which order. The challenges of an initiative are read at
 * once to make a tree of them, so there is nothing left to ask the database.
 *
 * @version $Id$
 * @since 1.0
 */
final class ChallengeFilter
{
    /** What a challenge is sorted by, {@code null} where it has no value. */
    private static final Map<ChallengeOrder, Function<ChallengeRow, Comparable<?>>> VALUES =
        Map.of(ChallengeOrder.PRIORITY, row -> positive(row.challenge().priority()), ChallengeOrder.TITLE,
            ChallengeFilter::title, ChallengeOrder.STATE, row -> row.challenge().state(), ChallengeOrder.BRIEF,
            ChallengeRow::briefState, ChallengeOrder.DIALOGUE, ChallengeRow::dialogueState);

    private ChallengeFilter()
    {
    }

    static boolean matches(ChallengeRow row, ChallengeQuery query)
    {
        String text = StringUtils.defaultString(query.text()).strip().toLowerCase(Locale.ROOT);
        return matches(row.challenge().state(), query.state()) && matches(row.briefState(), query.briefState())
            && matches(row.dialogueState(), query.dialogueState()) && title(row).contains(text);
    }

    private static boolean matches(Stored state, Stored wanted)
    {
        return wanted == null || state == wanted;
    }

    /** By the means of scores; where there are none, by what somebody once wrote down as the score. */
    private static Comparable<?> score(ChallengeRow row, Map<DocumentReference, BigDecimal> means)
    {
        return means.isEmpty() ? positive(row.challenge().score()) : means.get(row.challenge().reference());
    }

    @SuppressWarnings("unchecked")
    static Comparator<ChallengeRow> order(Sort<ChallengeOrder> sort, Map<DocumentReference, BigDecimal> means)
    {
        Comparator<Comparable<Object>> values =
            sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Function<ChallengeRow, Comparable<?>> value = VALUES.getOrDefault(sort.by(), row -> score(row, means));
        return Comparator
            .comparing((ChallengeRow row) -> (Comparable<Object>) value.apply(row), Comparator.nullsLast(values))
            .thenComparing(ChallengeFilter::title).thenComparing(row -> row.challenge().reference().toString());
    }

    private static Integer positive(int number)
    {
        return number > 0 ? number : null;
    }

    private static String title(ChallengeRow row)
    {
        return row.challenge().title().toLowerCase(Locale.ROOT);
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.xwiki.contrib.crowdsourcing.plan.CostGrouping;
import org.xwiki.contrib.crowdsourcing.plan.CostLine;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;

/**
 * Sums up what steps cost. Amounts of different currencies are never added up.
 *
 * @version $Id$
 * @since 1.0
 */
public final class CostCounter
{
    private static final String BAND_CURRENCY = "USD";

    private static final int SAID = 10;

    private static final int YEAR = 12;

    /** In which band an amount in US dollars is; a border belongs to the lower one. */
    private static final List<BigDecimal> BORDERS =
        List.of(BigDecimal.ZERO, BigDecimal.valueOf(10_000), BigDecimal.valueOf(100_000), BigDecimal.valueOf(500_000));

    private final CostGrouping grouping;

    private final Map<String, Group> groups = new TreeMap<>(Comparator.comparing(String::isEmpty)
        .thenComparing(CostCounter::rank).thenComparing(Comparator.naturalOrder()));

    private final Map<String, String> names = new LinkedHashMap<>();

    private CostCounter(CostGrouping grouping)
    {
        this.grouping = grouping;
    }

    /** What is summed up of a group. */
    private static final class Group
    {
        private final Map<String, Sum> sums = new TreeMap<>();

        private final List<String> said = new ArrayList<>();

        private int unknown;
    }

    /** What is summed up in a currency. */
    private static final class Sum
    {
        private BigDecimal least = BigDecimal.ZERO;

        private BigDecimal most = BigDecimal.ZERO;

        private int amounts;

        private int bands;

        private boolean open;
    }

    private record Item(String actor, String year, StepCost cost)
    {
    }

    /**
     * @param plan a plan
     * @param grouping what to sum up by
     * @return the sums
     */
    public static List<CostLine> count(Plan plan, CostGrouping grouping)
    {
        CostCounter counter = new CostCounter(grouping);
        items(plan).forEach(counter::add);
        return counter.lines();
    }

    private static List<Item> items(Plan plan)
    {
        Set<DocumentReference> known = new HashSet<>();
        Map<DocumentReference, String> years = new LinkedHashMap<>();
        for (PlannedStep planned : plan.steps()) {
            DocumentReference page = planned.recommendation().reference();
            if (planned.step().cost().isKnown()) {
                known.add(page);
            }
            years.merge(page, year(planned), (one, other) -> one.isEmpty() || other.compareTo(one) < 0 ? other : one);
        }
        List<Item> result = new ArrayList<>();
        plan.recommendations().stream().filter(row -> countsItself(row, known))
            .forEach(row -> result.add(new Item("", years.getOrDefault(row.reference(), ""),
                new StepCost(null, "", row.costBand(), ""))));
        plan.steps().stream().filter(planned -> !countsItself(planned.recommendation(), known)).forEach(
            planned -> result.add(new Item(planned.step().actor().strip(), year(planned), planned.step().cost())));
        return result;
    }

    /** A recommendation counts with its own band where its steps say nothing that can be counted. */
    private static boolean countsItself(Recommendation recommendation, Set<DocumentReference> known)
    {
        return recommendation.costBand() != null && !known.contains(recommendation.reference());
    }

    private static String year(PlannedStep planned)
    {
        String result = "";
        if (planned.startsOn() != null) {
            result = String.valueOf(planned.startsOn().getYear());
        } else if (planned.span() != null) {
            result = "+" + (int) (planned.span().from() / (YEAR * StepTime.MONTH) + 1);
        }
        return result;
    }

    private void add(Item item)
    {
        StepCost cost = item.cost();
        Group group = this.groups.computeIfAbsent(group(item), key -> new Group());
        if (cost.isAmount()) {
            Sum sum = group.sums.computeIfAbsent(cost.currency(), key -> new Sum());
            sum.amounts++;
            sum.least = sum.least.add(cost.amount());
            sum.most = sum.most.add(cost.amount());
        } else if (cost.band() != null) {
            Sum sum = group.sums.computeIfAbsent(BAND_CURRENCY, key -> new Sum());
            sum.bands++;
            int index = cost.band().ordinal();
            sum.least = sum.least.add(BORDERS.get(index));
            sum.open |= index + 1 == BORDERS.size();
            sum.most = sum.most.add(BORDERS.get(Math.min(index + 1, BORDERS.size() - 1)));
        } else {
            group.unknown++;
            String said = said(cost);
            if (!said.isEmpty() && group.said.size() < SAID && !group.said.contains(said)) {
                group.said.add(said);
            }
        }
    }

    private static String said(StepCost cost)
    {
        return cost.amount() == null ? cost.text().strip() : (cost.amount() + " " + cost.text()).strip();
    }

    private String group(Item item)
    {
        return switch (this.grouping) {
            case BAND -> band(item.cost());
            case YEAR -> item.year();
            // However it was typed, it is one actor, named as at first.
            case ACTOR -> this.names.computeIfAbsent(item.actor().toLowerCase(Locale.ROOT), key -> item.actor());
            case CURRENCY -> item.cost().isAmount() ? item.cost().currency() : item.cost().band() == null ? ""
                : BAND_CURRENCY;
        };
    }

    private static String band(StepCost cost)
    {
        String result = "";
        if (cost.isAmount() && BAND_CURRENCY.equals(cost.currency())) {
            int index = 0;
            while (index + 1 < BORDERS.size() && cost.amount().compareTo(BORDERS.get(index + 1)) > 0) {
                index++;
            }
            result = CostBand.values()[index].getId();
        } else if (!cost.isAmount() && cost.band() != null) {
            result = cost.band().getId();
        }
        return result;
    }

    private static int rank(String group)
    {
        for (CostBand band : CostBand.values()) {
            if (band.getId().equals(group)) {
                return band.ordinal();
            }
        }
        // Counted years are numbers, whatever their width.
        return group.matches("\\+\\d{1,4}") ? Integer.parseInt(group.substring(1)) : 0;
    }

    private List<CostLine> lines()
    {
        List<CostLine> result = new ArrayList<>();
        this.groups.forEach((name, group) -> {
            group.sums.forEach((currency, sum) -> result.add(new CostLine(name, currency, sum.least,
                sum.open ? null : sum.most, sum.amounts, sum.bands, 0, List.of())));
            if (group.unknown > 0) {
                result.add(new CostLine(name, "", null, null, 0, 0, group.unknown, group.said));
            }
        });
        return result;
    }
}

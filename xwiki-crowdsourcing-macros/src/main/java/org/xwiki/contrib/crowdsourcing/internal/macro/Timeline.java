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
import java.util.List;

import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.model.reference.DocumentReference;

/**
 * The steps of recommendations along the months of a roadmap, measured for a drawing.
 *
 * @param months how many months there are
 * @param ticks the months to mark
 * @param rows the rows, from the top
 * @param height the height of the drawing
 * @version $Id$
 * @since 1.0
 */
public record Timeline(int months, List<Tick> ticks, List<Row> rows, int height)
{
    /** The width of the part of the drawing that shows the months. */
    public static final int WIDTH = 600;

    /** The height of a row. */
    public static final int ROW = 24;

    /** The height of the scale. */
    public static final int SCALE = 28;

    private static final int[] INTERVALS = {1, 2, 3, 6, 12, 24, 60};

    private static final int MOST_TICKS = 12;

    /**
     * A month that is marked.
     *
     * @param month the month
     * @param x where it is
     */
    public record Tick(int month, int x)
    {
    }

    /**
     * A row of the drawing: a step, or a recommendation without steps.
     *
     * @param recommendation the page of the recommendation
     * @param title the title of the recommendation, plain text; empty below its first row
     * @param step the title of the step, plain text; empty for a recommendation without steps
     * @param start the month in which it begins
     * @param aggressive how many months it takes at best
     * @param conservative how many months it takes to be safe
     * @param y the top of the row
     * @param x the left end of its bar
     * @param width the width of its bar at best
     * @param full the width of its bar to be safe
     */
    public record Row(DocumentReference recommendation, String title, String step, int start, int aggressive,
        int conservative, int y, int x, int width, int full)
    {
        /**
         * @return what stands beside the bar
         */
        public String label()
        {
            return this.step.isEmpty() ? this.title : "\u00A0\u00A0" + this.step;
        }
    }

    /**
     * @param recommendations the recommendations of a roadmap
     * @return their timeline, {@code null} if none of them says when or how long
     */
    public static Timeline of(List<Recommendation> recommendations)
    {
        int months = 0;
        for (Recommendation recommendation : recommendations) {
            Step whole = whole(recommendation);
            months = Math.max(months, whole.start() + longest(whole.aggressive(), whole.conservative()));
            for (Step step : recommendation.steps()) {
                months = Math.max(months, step.start() + longest(step.aggressive(), step.conservative()));
            }
        }
        return months == 0 ? null : measure(recommendations, months);
    }

    private static Timeline measure(List<Recommendation> recommendations, int months)
    {
        List<Row> rows = new ArrayList<>();
        for (Recommendation recommendation : recommendations) {
            Step whole = whole(recommendation);
            if (longest(whole.aggressive(), whole.conservative()) > 0) {
                rows.add(row(recommendation, whole, rows.size(), months));
            }
            for (Step step : recommendation.steps()) {
                rows.add(row(recommendation, step, rows.size(), months));
            }
        }
        int interval = INTERVALS[INTERVALS.length - 1];
        for (int i = INTERVALS.length - 1; i >= 0; i--) {
            if (months / INTERVALS[i] <= MOST_TICKS) {
                interval = INTERVALS[i];
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int month = 0; month <= months; month += interval) {
            ticks.add(new Tick(month, scale(month, months)));
        }
        return new Timeline(months, List.copyOf(ticks), List.copyOf(rows), SCALE + ROW * rows.size());
    }

    private static Step whole(Recommendation recommendation)
    {
        int first = recommendation.steps().stream().mapToInt(Step::start).min().orElse(0);
        int best = recommendation.steps().stream().mapToInt(step -> step.start() + step.aggressive()).max().orElse(0);
        int safe = recommendation.steps().stream().mapToInt(step -> step.start() + step.conservative()).max().orElse(0);
        int aggressive = recommendation.aggressive() > 0 ? recommendation.aggressive() : best - first;
        int conservative = recommendation.conservative() > 0 ? recommendation.conservative() : safe - first;
        return new Step(-1, "", "", first, aggressive, conservative, "", List.of());
    }

    private static Row row(Recommendation recommendation, Step step, int index, int months)
    {
        int atBest = step.aggressive() > 0 ? step.aggressive() : step.conservative();
        return new Row(recommendation.reference(), step.number() < 0 ? recommendation.title() : "",
            step.title(), step.start(),
            step.aggressive(), step.conservative(), SCALE + ROW * index, scale(step.start(), months),
            scale(atBest, months), scale(longest(step.aggressive(), step.conservative()), months));
    }

    private static int longest(int aggressive, int conservative)
    {
        return Math.max(aggressive, conservative);
    }

    private static int scale(int month, int months)
    {
        return (int) Math.round((double) month * WIDTH / months);
    }
}

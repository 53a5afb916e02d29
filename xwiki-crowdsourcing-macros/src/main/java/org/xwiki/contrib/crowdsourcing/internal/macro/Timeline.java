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

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep.Span;
import org.xwiki.contrib.crowdsourcing.plan.Prerequisite;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;

/**
 * Some of the steps of a roadmap along its time, measured for a drawing. The axis is that of the whole roadmap, however
 * few of its steps are shown.
 *
 * @param months how many months the roadmap takes
 * @param ticks the times to mark
 * @param bars the rows, from the top
 * @param arrows what must be done before what
 * @param today where today is, -1 if it is not on the axis
 * @param unplaced how many of the steps say no time that can be placed
 * @param elsewhere how many arrows begin at steps that are not shown
 * @param height the height of the drawing
 * @version $Id$
 * @since 1.0
 */
public record Timeline(int months, List<Tick> ticks, List<Bar> bars, List<Arrow> arrows, int today, int unplaced,
    int elsewhere, int height)
{
    /** The width of the part of the drawing that shows the time. */
    public static final int WIDTH = 600;

    /** The height of a row. */
    public static final int ROW = 24;

    /** The height of the scale. */
    public static final int SCALE = 28;

    private static final int[] INTERVALS = {1, 2, 3, 6, 12, 24, 60};

    private static final int MOST_TICKS = 10;

    private static final char RIGHT = 'h';

    private static final int MIDDLE = ROW / 2;

    private static final int GAP = 6;

    /** What takes no time can still be seen. */
    private static final int LEAST = 3;

    /**
     * What has a row: a step, or a recommendation without steps.
     *
     * @param recommendation the recommendation
     * @param planned its step, {@code null} if it has none
     */
    public record Item(Recommendation recommendation, PlannedStep planned)
    {
    }

    /**
     * A time that is marked.
     *
     * @param label what it is, plain text
     * @param x where it is
     */
    public record Tick(String label, int x)
    {
    }

    /**
     * A row of the drawing: a recommendation, or one of its steps.
     *
     * @param title the title, plain text
     * @param step {@code true} for a step
     * @param state the id of the state of a step, {@code overdue} if it is, maybe empty
     * @param y the top of the row
     * @param x the left end of its bar, -1 if it has none
     * @param best the width of its bar at best
     * @param safe the width of its bar to be safe
     */
    public record Bar(String title, boolean step, String state, int y, int x, int best, int safe)
    {
    }

    /**
     * An arrow from the end of a step to the beginning of another one.
     *
     * @param path its path
     * @param early {@code true} if that one begins before this one can be done
     */
    public record Arrow(String path, boolean early)
    {
    }

    /**
     * @param plan a plan
     * @return what has a row
     */
    public static List<Item> items(Plan plan)
    {
        Map<DocumentReference, List<PlannedStep>> steps = new HashMap<>();
        plan.steps().forEach(planned -> steps
            .computeIfAbsent(planned.recommendation().reference(), key -> new ArrayList<>()).add(planned));
        List<Item> result = new ArrayList<>();
        for (Recommendation recommendation : plan.recommendations()) {
            List<PlannedStep> own = steps.getOrDefault(recommendation.reference(), List.of());
            own.forEach(planned -> result.add(new Item(recommendation, planned)));
            if (own.isEmpty()) {
                result.add(new Item(recommendation, null));
            }
        }
        return result;
    }

    /**
     * @param plan a plan
     * @param shown what is shown of it
     * @param toolkit what is needed of the wiki
     * @return its timeline, {@code null} if nothing of the plan says when or how long
     */
    public static Timeline of(Plan plan, List<Item> shown, Toolkit toolkit)
    {
        Map<DocumentReference, Span> whole = new HashMap<>();
        plan.recommendations().forEach(recommendation -> whole.put(recommendation.reference(), months(recommendation)));
        plan.steps().stream().filter(planned -> planned.span() != null)
            .forEach(planned -> whole.merge(planned.recommendation().reference(), planned.span(), Timeline::around));
        Span axis = plan.choices().stream().map(PlannedStep::span).filter(span -> span != null)
            .reduce(new Span(0, 0, 0), Timeline::around);
        axis = whole.values().stream().filter(span -> span != null).reduce(axis, Timeline::around);
        return axis.safe() <= axis.from() ? null : new Drawing(plan, axis, toolkit).draw(shown, whole);
    }

    private static Span around(Span one, Span other)
    {
        return new Span(Math.min(one.from(), other.from()), Math.max(one.best(), other.best()),
            Math.max(one.safe(), other.safe()));
    }

    /** What a recommendation says of itself if it has no steps. */
    private static Span months(Recommendation recommendation)
    {
        int longest = Math.max(recommendation.aggressive(), recommendation.conservative());
        int shortest = recommendation.aggressive() > 0 ? recommendation.aggressive() : longest;
        return recommendation.steps().isEmpty() && longest > 0
            ? new Span(0, shortest * StepTime.MONTH, longest * StepTime.MONTH) : null;
    }

    /** Measures a drawing. */
    private static final class Drawing
    {
        private final Plan plan;

        private final Span axis;

        private final Toolkit toolkit;

        private final List<Bar> bars = new ArrayList<>();

        private final Map<String, Bar> byUid = new HashMap<>();

        private int unplaced;

        private int elsewhere;

        Drawing(Plan plan, Span axis, Toolkit toolkit)
        {
            this.plan = plan;
            this.axis = axis;
            this.toolkit = toolkit;
        }

        Timeline draw(List<Item> shown, Map<DocumentReference, Span> whole)
        {
            Recommendation last = null;
            for (Item item : shown) {
                if (last == null || !item.recommendation().reference().equals(last.reference())) {
                    last = item.recommendation();
                    this.bars.add(bar(last.title(), false, "", whole.get(last.reference())));
                }
                if (item.planned() != null) {
                    Bar bar = bar(item.planned().step().title(), true, state(item.planned()), item.planned().span());
                    this.bars.add(bar);
                    this.unplaced += bar.x() < 0 ? 1 : 0;
                    this.byUid.put(item.planned().step().uid(), bar);
                }
            }
            this.byUid.remove("");
            int months = (int) Math.ceil((this.axis.safe() - this.axis.from()) / StepTime.MONTH);
            return new Timeline(months, ticks(months), this.bars, arrows(shown), today(), this.unplaced,
                this.elsewhere, SCALE + ROW * this.bars.size());
        }

        private static String state(PlannedStep planned)
        {
            String state =
                planned.step().progress().state() == null ? "" : planned.step().progress().state().getId();
            return planned.overdue() ? "overdue" : state;
        }

        private Bar bar(String title, boolean step, String state, Span span)
        {
            int y = SCALE + ROW * this.bars.size();
            if (span == null) {
                return new Bar(title, step, state, y, -1, 0, 0);
            }
            int x = x(span.from());
            return new Bar(title, step, state, y, x, Math.max(LEAST, x(span.best()) - x),
                Math.max(LEAST, x(span.safe()) - x));
        }

        private int x(double day)
        {
            return (int) Math.round((day - this.axis.from()) * WIDTH / (this.axis.safe() - this.axis.from()));
        }

        private int today()
        {
            LocalDate start = this.plan.roadmap().startsOn();
            int x = start == null ? -1 : x(ChronoUnit.DAYS.between(start, LocalDate.now(ZoneOffset.UTC)));
            return x > WIDTH ? -1 : Math.max(-1, x);
        }

        private List<Tick> ticks(int months)
        {
            int interval = INTERVALS[INTERVALS.length - 1];
            for (int i = INTERVALS.length - 1; i >= 0; i--) {
                if (months / INTERVALS[i] <= MOST_TICKS) {
                    interval = INTERVALS[i];
                }
            }
            LocalDate start = this.plan.roadmap().startsOn();
            List<Tick> result = new ArrayList<>();
            if (start == null) {
                for (int month = 0; month * StepTime.MONTH <= this.axis.safe(); month += interval) {
                    result.add(new Tick(String.valueOf(month), x(month * StepTime.MONTH)));
                }
            } else {
                LocalDate first = start.plusDays((long) this.axis.from());
                LocalDate tick = LocalDate.of(first.getYear(), 1, 1);
                while (ChronoUnit.DAYS.between(start, tick) <= this.axis.safe()) {
                    if (!tick.isBefore(first)) {
                        result.add(new Tick(label(tick, interval), x(ChronoUnit.DAYS.between(start, tick))));
                    }
                    tick = tick.plusMonths(interval);
                }
            }
            return result;
        }

        private String label(LocalDate tick, int interval)
        {
            String pattern = interval % 12 == 0 ? "uuuu" : "LLL uuuu";
            return DateTimeFormatter.ofPattern(pattern, this.toolkit.getLocale()).format(tick);
        }

        private List<Arrow> arrows(List<Item> shown)
        {
            List<Arrow> result = new ArrayList<>();
            for (Item item : shown) {
                Bar to = item.planned() == null ? null : this.byUid.get(item.planned().step().uid());
                if (to != null && to.x() >= 0) {
                    for (Prerequisite needed : item.planned().prerequisites()) {
                        Bar from = this.byUid.get(needed.uid());
                        if (from != null && from.x() >= 0) {
                            result.add(new Arrow(path(from, to), needed.early()));
                        } else if (!needed.isMissing()) {
                            this.elsewhere++;
                        }
                    }
                }
            }
            return result;
        }

        private static String path(Bar from, Bar to)
        {
            int end = from.x() + from.best();
            int between = to.y() > from.y() ? to.y() : to.y() + ROW;
            return "M" + end + ' ' + (from.y() + MIDDLE) + RIGHT + GAP + 'V' + between + 'H' + (to.x() - GAP) + 'V'
                + (to.y() + MIDDLE) + RIGHT + (GAP - 1);
        }
    }
}

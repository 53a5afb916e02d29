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

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep.Span;
import org.xwiki.contrib.crowdsourcing.plan.Prerequisite;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;

/**
 * Places the steps of a roadmap in time.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Planner
{
    /** What is counted in months and in days on average may differ by that much. */
    private static final double TOLERANCE = 1;

    private final Roadmap roadmap;

    private final LocalDate today;

    private final Map<String, PlannedStep> known = new HashMap<>();

    private Planner(Roadmap roadmap, LocalDate today)
    {
        this.roadmap = roadmap;
        this.today = today;
    }

    /**
     * @param roadmap a roadmap
     * @param recommendations its recommendations
     * @param today the day of today
     * @return their steps, in their order
     */
    public static List<PlannedStep> plan(Roadmap roadmap, List<Recommendation> recommendations, LocalDate today)
    {
        Planner planner = new Planner(roadmap, today);
        List<PlannedStep> placed = new ArrayList<>();
        for (Recommendation recommendation : recommendations) {
            for (Step step : recommendation.steps()) {
                PlannedStep planned = planner.place(recommendation, step);
                placed.add(planned);
                if (!step.uid().isEmpty()) {
                    planner.known.put(step.uid(), planned);
                }
            }
        }
        return placed.stream().map(planner::connect).toList();
    }

    private PlannedStep place(Recommendation recommendation, Step step)
    {
        StepTime time = step.time();
        LocalDate start = time.startsOn(this.roadmap.startsOn());
        LocalDate best = start == null ? null : time.after(start, time.shortest());
        LocalDate due = start == null || time.longest() == 0 ? null : time.after(start, time.longest());
        boolean overdue = due != null && due.isBefore(this.today) && !step.progress().isOver();
        return new PlannedStep(recommendation, withCurrency(step), start, best, due, span(time, start), overdue,
            List.of());
    }

    private Span span(StepTime time, LocalDate start)
    {
        Span result = null;
        if (this.roadmap.startsOn() != null && start != null) {
            double from = ChronoUnit.DAYS.between(this.roadmap.startsOn(), start);
            result = new Span(from, from + length(start, time.after(start, time.shortest())),
                from + length(start, time.after(start, Math.max(time.longest(), time.shortest()))));
        } else if (this.roadmap.startsOn() == null && time.on() == null && time.isSaid()) {
            double from = time.startDay();
            result = new Span(from, from + time.days(time.shortest()),
                from + time.days(Math.max(time.longest(), time.shortest())));
        }
        return result;
    }

    private static double length(LocalDate from, LocalDate to)
    {
        return ChronoUnit.DAYS.between(from, to);
    }

    private Step withCurrency(Step step)
    {
        StepCost cost = step.cost();
        if (cost.amount() == null || !cost.currency().isEmpty() || this.roadmap.currency().isEmpty()) {
            return step;
        }
        return new Step(step.number(), step.uid(), step.title(), step.actor(), step.time(),
            new StepCost(cost.amount(), this.roadmap.currency(), cost.band(), cost.text()), step.prerequisites(),
            step.risk(), step.metric(), step.sources(), step.deskResearch(), step.deskReference(), step.progress(),
            step.citations());
    }

    private PlannedStep connect(PlannedStep planned)
    {
        List<Prerequisite> prerequisites = new ArrayList<>();
        for (String uid : planned.step().prerequisites()) {
            PlannedStep needed = this.known.get(uid);
            prerequisites.add(needed == null ? new Prerequisite(uid, null, null, false)
                : new Prerequisite(uid, needed.recommendation(), needed.step(), isEarly(planned, needed)));
        }
        return new PlannedStep(planned.recommendation(), planned.step(), planned.startsOn(), planned.best(),
            planned.due(), planned.span(), planned.overdue(), prerequisites);
    }

    private static boolean isEarly(PlannedStep planned, PlannedStep needed)
    {
        return planned.span() != null && needed.span() != null
            && planned.span().from() + TOLERANCE < needed.span().best();
    }
}

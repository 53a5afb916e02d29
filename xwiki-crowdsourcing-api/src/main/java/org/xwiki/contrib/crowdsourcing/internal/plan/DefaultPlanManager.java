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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.PlanCache;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.StepRows;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.plan.CostGrouping;
import org.xwiki.contrib.crowdsourcing.plan.CostLine;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlanManager;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.plan.StepReport;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of the steps of a roadmap in time.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultPlanManager implements PlanManager
{
    private static final String STEPS = "steps";

    private static final String FOLLOW_UP = "followup";

    private static final String ON = "followupOn";

    private static final String NOTE = "followupNote";

    private static final String EVIDENCE = "followupEvidence";

    private static final String LINK = "followupLink";

    private static final int VERSIONS = 100;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private RoadmapStore store;

    @Inject
    private PlanCache cache;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private PageGuard guard;

    @Inject
    private RowReader reader;

    @Override
    public Optional<Plan> getPlan(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> found = this.things.nearest(page, Schema.ROADMAP);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Roadmap roadmap = this.store.toRoadmap(found.get());
        DocumentReference only = this.things.nearest(page, Schema.RECOMMENDATION).map(Row::page).orElse(null);
        List<Recommendation> seen = new ArrayList<>();
        for (Recommendation recommendation : this.cache.recommendationsOf(roadmap.reference())) {
            // A list shows a draft to those who work on it; its own page to all who may see it.
            if (this.access.canView(recommendation.reference())
                && (recommendation.state() == RecommendationState.PUBLISHED
                    || recommendation.reference().equals(only) || this.access.canEdit(recommendation.reference()))) {
                seen.add(recommendation);
            }
        }
        List<PlannedStep> choices = Planner.plan(roadmap, seen, LocalDate.now(ZoneOffset.UTC));
        return Optional.of(only == null ? new Plan(roadmap, seen, choices, choices)
            : new Plan(roadmap, seen.stream().filter(row -> row.reference().equals(only)).toList(),
                choices.stream().filter(step -> step.recommendation().reference().equals(only)).toList(), choices));
    }

    @Override
    public List<CostLine> getCosts(Plan plan, CostGrouping grouping)
    {
        return CostCounter.count(plan, grouping);
    }

    @Override
    public void report(DocumentReference recommendation, List<Integer> steps, StepReport report)
        throws CrowdsourcingException
    {
        this.things.getEditable(recommendation, Schema.RECOMMENDATION);
        Inputs inputs = new Inputs();
        if (steps.isEmpty()) {
            inputs.add(new FieldError(STEPS, "crowdsourcing.error.stepRequired"));
        }
        FollowUp state = inputs.option(FOLLOW_UP, FollowUp.class, report.state());
        String on = report.on().isBlank() ? LocalDate.now(ZoneOffset.UTC).toString() : report.on().strip();
        inputs.date(ON, on);
        String note = inputs.text(NOTE, report.note(), Inputs.REASON);
        if (state == FollowUp.STALLED || state == FollowUp.ABANDONED) {
            inputs.required(NOTE, note, "crowdsourcing.error.followUpReasonRequired");
        }
        String evidence = inputs.line(EVIDENCE, report.evidence());
        inputs.link(LINK, report.link());
        inputs.refuse();
        Map<String, Object> values = new HashMap<>(Map.of(FOLLOW_UP, state.getId(), ON, on, NOTE, note, EVIDENCE,
            evidence, LINK, report.link().strip(), "followupBy", this.reader.serialize(this.access.user())));
        this.writer.adjustAll(recommendation, Schema.STEP, rows -> {
            List<Step> all = rows.stream().map(StepRows::toStep).toList();
            List<Step> chosen = all.stream().filter(step -> steps.contains(step.number())).toList();
            if (chosen.size() != steps.stream().distinct().count()) {
                throw new CrowdsourcingException(new FieldError(STEPS, "crowdsourcing.error.stepGone"));
            }
            this.guard.check(recommendation, List.of(StepProgress.stamp(chosen), StepProgress.stamp(all)));
            Map<Integer, Map<String, Object>> result = new HashMap<>();
            chosen.forEach(step -> result.put(step.number(), values));
            return result;
        });
    }

    @Override
    public Map<Integer, List<StepProgress>> getHistory(DocumentReference recommendation) throws CrowdsourcingException
    {
        this.things.get(recommendation, Schema.RECOMMENDATION);
        Map<Integer, List<StepProgress>> result = new LinkedHashMap<>();
        for (Row row : this.pages.all(recommendation, Schema.STEP)) {
            add(result, row);
        }
        for (List<Row> version : this.pages.versions(recommendation, Schema.STEP, VERSIONS)) {
            version.forEach(row -> add(result, row));
        }
        return result;
    }

    private static void add(Map<Integer, List<StepProgress>> result, Row row)
    {
        StepProgress said = StepRows.toStep(row).progress();
        List<StepProgress> known = result.computeIfAbsent(row.number(), key -> new ArrayList<>());
        if (said.state() != null && (known.isEmpty() || !known.get(known.size() - 1).equals(said))) {
            known.add(said);
        }
    }
}

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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.plan.PlanManager;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.plan.StepReport;
import org.xwiki.contrib.crowdsourcing.roadmap.InterviewManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.model.reference.DocumentReference;

/**
 * The forms that say what became of the steps of a recommendation, one for each step and one for several at once, and
 * that of its interview notes.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RecommendationForms.class)
@Singleton
public class RecommendationForms
{
    /** The anchor of the follow-up of a recommendation. */
    public static final String ANCHOR = "cs-followup";

    private static final String SEVERAL = "reportSteps";

    private static final String ONE = "reportStep-";

    private static final String STEPS = "steps";

    @Inject
    private PlanManager plans;

    @Inject
    private InterviewManager interviews;

    @Inject
    private Toolkit toolkit;

    /**
     * @param recommendation a recommendation
     * @return what the forms do, by name
     */
    public Map<String, FormAction> getActions(Recommendation recommendation)
    {
        Map<String, FormAction> result = new HashMap<>();
        result.put(SEVERAL, form -> report(recommendation.reference(), form));
        result.put("saveInterview", form -> saveInterview(recommendation.reference(), form));
        recommendation.steps()
            .forEach(step -> result.put(ONE + step.number(), form -> report(recommendation.reference(), form)));
        return result;
    }

    private String report(DocumentReference recommendation, FormState form) throws CrowdsourcingException
    {
        this.plans.report(recommendation, numbers(form), new StepReport(form.get("followup"), form.get("followupOn"),
            form.get("followupNote"), form.get("followupEvidence"), form.get("followupLink").strip()));
        return this.toolkit.getURL(recommendation, null, ANCHOR);
    }

    private String saveInterview(DocumentReference recommendation, FormState form) throws CrowdsourcingException
    {
        this.interviews.save(recommendation, form.get("interviewNotes"));
        return this.toolkit.getURL(recommendation, null, "cs-interview");
    }

    private String title(Step step)
    {
        return step.title().isBlank() ? this.toolkit.translate("crowdsourcing.untitled") : step.title();
    }

    private static List<Integer> numbers(FormState form)
    {
        return form.get(STEPS).lines().filter(number -> number.matches("\\d{1,6}")).map(Integer::valueOf).toList();
    }

    /**
     * @param recommendation a recommendation
     * @param planned its steps in time
     * @return what the forms and the history show
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(Recommendation recommendation, List<PlannedStep> planned)
        throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        Map<Integer, String> stamps = new HashMap<>();
        for (Step step : recommendation.steps()) {
            stamps.put(step.number(), StepProgress.stamp(List.of(step)));
        }
        data.put("planned", planned);
        data.put("interview", this.interviews.get(recommendation.reference()).orElse(null));
        data.put("stamps", stamps);
        data.put("stamp", StepProgress.stamp(recommendation.steps()));
        data.put("numbers", recommendation.steps().stream().map(Step::number).toList());
        data.put("titles", recommendation.steps().stream().map(this::title).toList());
        boolean history = this.toolkit.getParameter("cs_history") != null;
        data.put("historyShown", history);
        data.put("history", history ? this.plans.getHistory(recommendation.reference()) : Map.of());
        data.put("show", new PlanTool(this.toolkit));
        return data;
    }
}

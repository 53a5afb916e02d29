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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.macro.RecommendationMacroParameters;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows a recommendation with its steps and its sources.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("recommendation")
@Singleton
public class RecommendationMacro extends AbstractCrowdsourcingMacro<RecommendationMacroParameters>
{
    private static final String RECOMMENDATION = "recommendation";

    private static final String CONTRIBUTION = "contribution";

    private static final String FOLLOW_UP = "followup";

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Sources sources;

    @Inject
    private Chains chains;

    @Inject
    private Plans plans;

    @Inject
    private RecommendationForms recommendationForms;

    /**
     * Default constructor.
     */
    public RecommendationMacro()
    {
        super("Recommendation",
            "Shows a recommendation with its steps and its sources.",
            RecommendationMacroParameters.class);
    }

    @Override
    protected View view(RecommendationMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = resolve(parameters.getReference());
        if (this.roadmaps.getRecommendation(reference).isEmpty()) {
            return message("crowdsourcing.recommendation.none");
        }
        Map<String, FormAction> actions =
            this.recommendationForms.getActions(this.roadmaps.getRecommendation(reference).orElseThrow());
        actions.putAll(Map.of("quoteContribution", sent -> quote(reference, sent), "unquote",
            sent -> unquote(reference, sent), "setFollowUp", sent -> setFollowUp(reference, sent)));
        if (this.chains.isWanted()) {
            return new View(Chains.CHAIN,
                this.chains.getData(this.roadmaps.getRecommendation(reference).orElseThrow()), null);
        }
        FormState form = process(readOnly, actions, reference::equals);
        Recommendation recommendation = this.roadmaps.getRecommendation(reference).orElseThrow();
        Set<DocumentReference> references = new LinkedHashSet<>(recommendation.sources());
        recommendation.steps().forEach(step -> references.addAll(step.sources()));
        Map<DocumentReference, Origin> rows = this.sources.getOrigins(references);
        Map<Integer, List<Origin>> stepSources = new HashMap<>();
        for (Step step : recommendation.steps()) {
            stepSources.put(step.number(), Sources.pick(step.sources(), rows));
        }
        List<PlannedStep> planned = this.plans.find(reference).map(Plan::steps).orElse(List.of());
        Map<String, Object> data = this.recommendationForms.getData(recommendation, planned);
        data.put(RECOMMENDATION, recommendation);
        data.put("sections", RecommendationSection.values());
        data.put("roadmap", this.roadmaps.roadmapOf(reference).orElse(null));
        data.put("sources", Sources.pick(recommendation.sources(), rows));
        data.put("stepSources", stepSources);
        data.put("clusters", this.chains.getClusters(reference));
        data.put("followUps", FollowUp.values());
        data.put("canEdit", !readOnly && this.roadmaps.canEdit(reference));
        return new View(RECOMMENDATION, data, form);
    }

    private String quote(DocumentReference reference, FormState sent) throws CrowdsourcingException
    {
        String typed = sent.get(CONTRIBUTION).trim();
        if (typed.isEmpty()) {
            throw new CrowdsourcingException(new FieldError(CONTRIBUTION, "crowdsourcing.error.required"));
        }
        this.roadmaps.quote(reference, this.toolkit.resolveContribution(typed));
        return view(reference);
    }

    private String unquote(DocumentReference reference, FormState sent) throws CrowdsourcingException
    {
        this.roadmaps.unquote(reference, this.toolkit.resolveContribution(sent.get(CONTRIBUTION)));
        return view(reference);
    }

    private String setFollowUp(DocumentReference reference, FormState sent) throws CrowdsourcingException
    {
        String typed = sent.get(FOLLOW_UP);
        FollowUp followUp = Stored.find(FollowUp.class, typed).orElseThrow(
            () -> new CrowdsourcingException(new FieldError(FOLLOW_UP, "crowdsourcing.error.unknownValue", typed)));
        this.roadmaps.setFollowUp(reference, followUp, sent.get("followupReason"));
        return view(reference);
    }

    private String view(DocumentReference reference)
    {
        return this.toolkit.getURL(reference, null, "cs-sources");
    }
}

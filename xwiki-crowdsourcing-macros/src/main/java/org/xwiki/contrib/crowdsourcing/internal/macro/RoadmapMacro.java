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
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.macro.CostsBy;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapView;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the recommendations of a roadmap: as a table, on a timeline, by actor, by state, with costs and follow-up.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("roadmap")
@Singleton
public class RoadmapMacro extends AbstractCrowdsourcingMacro<RoadmapMacroParameters>
{
    private static final String ROADMAP = "roadmap";

    private static final String DRAWN = "timeline";

    /** How many steps are shown at a time. */
    private static final int STEPS = 50;

    private static final List<RoadmapView> VIEWS = List.of(RoadmapView.ALL, RoadmapView.TIMELINE, RoadmapView.ACTOR,
        RoadmapView.STATE, RoadmapView.COSTS, RoadmapView.FOLLOWUP);

    private static final Map<RoadmapView, String> TEMPLATES = Map.of(RoadmapView.ALL, DRAWN,
        RoadmapView.TIMELINE, DRAWN, RoadmapView.COSTS, "costs", RoadmapView.FOLLOWUP, "followup");

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Plans plans;

    @Inject
    private Registers registers;

    @Inject
    private Selections selections;

    /**
     * Default constructor.
     */
    public RoadmapMacro()
    {
        super("Roadmap",
            "Shows the recommendations of a roadmap: as a table, on a timeline, by actor, by state.",
            RoadmapMacroParameters.class);
    }

    @Override
    protected View view(RoadmapMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Roadmap> found = this.roadmaps.roadmapOf(resolve(parameters.getReference()));
        if (found.isEmpty()) {
            return message("crowdsourcing.roadmap.none");
        }
        DocumentReference reference = found.get().reference();
        if (parameters.getView() == RoadmapView.ALL && this.selections.isWanted()) {
            return select(reference, readOnly);
        }
        FormState form = process(readOnly, Map.of("publishRoadmap", sent -> publish(reference),
            "withdrawRoadmap", sent -> withdraw(reference), "createRecommendation",
            sent -> this.toolkit.getEditURL(this.roadmaps.createRecommendation(reference, sent.get("title")))),
            reference::equals);
        boolean canPublish = !readOnly && this.roadmaps.canPublish(reference);
        Map<String, Object> data = getData(reference, parameters.getView());
        data.put(ROADMAP, found.get());
        data.put("obligation", this.registers.getObligation(reference));
        data.put("canPublish", canPublish);
        data.put("published", found.get().state() == RoadmapState.PUBLISHED);
        List<FieldError> obstacles = canPublish && found.get().state() != RoadmapState.PUBLISHED
            ? this.roadmaps.getPublicationObstacles(reference) : List.of();
        data.put("obstacles", obstacles.stream().map(this.toolkit::message).toList());
        data.put("obstaclePages", obstacles.stream().map(this::url).toList());
        data.put("canCreate", !readOnly && this.roadmaps.canCreateRecommendation(reference));
        return new View(ROADMAP, data, form);
    }

    private View select(DocumentReference reference, boolean readOnly) throws CrowdsourcingException
    {
        FormState form =
            process(readOnly, this.selections.getActions(reference), this.selections.getTargets(reference));
        return isSentOn(form) ? sentOn(form)
            : new View(Selections.SELECTION, this.selections.getData(reference, form, readOnly), form);
    }

    private Map<String, Object> getData(DocumentReference reference, RoadmapView asked) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        boolean all = asked == RoadmapView.ALL;
        RoadmapView view = all ? query.choose(RoadmapView.class, FormProcessor.VIEW, asked) : asked;
        boolean table = view == RoadmapView.ALL || view == RoadmapView.TABLE;
        Map<String, Object> data = new HashMap<>();
        data.put("query", query);
        data.put("views", all ? VIEWS : List.of());
        data.put("view", view);
        data.put("table", table);
        if (table) {
            data.put("page", this.roadmaps.getRecommendations(reference,
                new PageRequest(query.get("cs_from"), PageRequest.MAXIMUM)));
        }
        Optional<Plan> plan = view == RoadmapView.TABLE ? Optional.empty() : this.plans.find(reference);
        if (plan.isPresent()) {
            data.put("part", getPart(plan.get(), view));
            data.put("template", "plan-" + TEMPLATES.getOrDefault(view, "steps"));
        }
        return data;
    }

    private Map<String, Object> getPart(Plan plan, RoadmapView view)
    {
        return switch (view) {
            case ACTOR -> this.plans.getByActor(plan, STEPS);
            case STATE -> this.plans.getByState(plan, STEPS);
            case COSTS -> this.plans.getCosts(plan, CostsBy.CURRENCY);
            case FOLLOWUP -> this.plans.getFollowUp(plan, STEPS);
            default -> this.plans.getTimeline(plan, STEPS);
        };
    }

    /** Where what is in the way can be put right; empty if that is here. */
    private String url(FieldError obstacle)
    {
        List<Object> named = obstacle.parameters();
        boolean step = "crowdsourcing.error.unsourcedStep".equals(obstacle.messageKey());
        boolean known = step || "crowdsourcing.error.unsourced".equals(obstacle.messageKey());
        return known ? this.toolkit.getURL(this.toolkit.reference(String.valueOf(named.get(step ? 2 : 1))), null,
            step ? "cs-step-" + named.get(3) : "cs-sources") : "";
    }

    private String publish(DocumentReference reference) throws CrowdsourcingException
    {
        this.roadmaps.publish(reference);
        return this.toolkit.getURL(reference, null, null);
    }

    private String withdraw(DocumentReference reference) throws CrowdsourcingException
    {
        this.roadmaps.withdraw(reference);
        return this.toolkit.getURL(reference, null, null);
    }
}

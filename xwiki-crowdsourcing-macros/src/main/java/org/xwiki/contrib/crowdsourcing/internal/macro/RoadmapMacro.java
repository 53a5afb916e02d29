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
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.macro.CostsBy;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapView;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
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

    private static final String PRINT = "print";

    private static final String PROGRESS = "progress";

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

    @Inject
    private Publications publications;

    @Inject
    private Snapshots snapshots;

    @Inject
    private ExchangeManager exchange;

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
        View whole = parameters.getView() == RoadmapView.ALL ? whole(reference) : null;
        return whole == null ? show(reference, parameters.getView(), readOnly) : whole;
    }

    /** The whole roadmap to be printed, or what became of it; {@code null} if nobody asks for that. */
    private View whole(DocumentReference reference) throws CrowdsourcingException
    {
        String asked = String.valueOf(this.toolkit.getParameter(FormProcessor.VIEW));
        View result = null;
        if (PRINT.equals(asked)) {
            Map<String, Object> data = this.snapshots.getPrint(this.exchange.getSnapshot(reference).orElseThrow());
            data.put("latest", this.publications.getLatest(reference));
            result = new View(PRINT, data, null);
        } else if (PROGRESS.equals(asked)) {
            result = new View(PROGRESS, this.publications.getProgress(reference, STEPS), null);
        }
        return result;
    }

    private View show(DocumentReference reference, RoadmapView view, boolean readOnly) throws CrowdsourcingException
    {
        Map<String, FormAction> actions = this.publications.getActions(reference);
        actions.put("createRecommendation",
            sent -> this.toolkit.getEditURL(this.roadmaps.createRecommendation(reference, sent.get("title"))));
        FormState form = process(readOnly, actions, reference::equals);
        if (isSentOn(form)) {
            return sentOn(form);
        }
        Map<String, Object> data = getData(reference, view);
        data.put(ROADMAP, this.roadmaps.get(reference).orElseThrow());
        data.put("obligation", this.registers.getObligation(reference));
        data.put("published", this.publications.getData(reference, readOnly));
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
}

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.macro.CostsBy;
import org.xwiki.contrib.crowdsourcing.macro.StepsState;
import org.xwiki.contrib.crowdsourcing.plan.CostGrouping;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlanManager;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the views of the steps of a roadmap show: the part of a long list that a reader looks at, and what is summed up.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Plans.class)
@Singleton
public class Plans
{
    private static final String ACTOR_NAME = "actor";

    private static final String STATE_NAME = "state";

    private static final String PLAN = "plan";

    private static final String GROUPS = "groups";

    private static final String SHOW = "show";

    private static final String QUERY = "query";

    private static final String ACTOR = "cs_actor";

    private static final String STATE = "cs_state";

    private static final String VIEW = "cs_view";

    private static final int MOST = 200;

    /** What is worked on first, what is over last. */
    private static final List<FollowUp> STATES = List.of(FollowUp.STARTED, FollowUp.STALLED, FollowUp.PLANNED);

    private static final Comparator<PlannedStep> BY_START = Comparator.comparingDouble(
        planned -> planned.span() == null ? Double.MAX_VALUE : planned.span().from());

    private static final Comparator<PlannedStep> BY_STATE =
        Comparator.comparingInt(planned -> rank(planned.step().progress().state()));

    private static final Comparator<PlannedStep> BY_DUE =
        Comparator.comparing(planned -> planned.due() == null ? LocalDate.MAX : planned.due());

    @Inject
    private PlanManager manager;

    @Inject
    private Toolkit toolkit;

    private static int rank(FollowUp state)
    {
        int index = state == null ? -1 : STATES.indexOf(state);
        return index >= 0 ? index : STATES.size() + (state == null ? 0 : state.ordinal() + 1);
    }

    /**
     * @param page the page of a roadmap or a recommendation
     * @return its plan, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    public Optional<Plan> find(DocumentReference page) throws CrowdsourcingException
    {
        return this.manager.getPlan(page);
    }

    /**
     * @param plan a plan
     * @param actor only steps of this actor, empty for those that the reader chooses
     * @param state only steps in this state, {@code ALL} for those that the reader chooses
     * @param limit how many steps at a time
     * @return the steps as a table, with a form to choose from them
     */
    public Map<String, Object> getSteps(Plan plan, String actor, StepsState state, int limit)
    {
        Queries query = queries();
        boolean anyActor = actor.isBlank();
        boolean anyState = state == StepsState.ALL;
        String chosenActor = anyActor ? StringUtils.trimToEmpty(query.get(ACTOR)) : actor.strip();
        StepsState chosenState = anyState ? query.choose(StepsState.class, STATE, state) : state;
        // Links to other parts of the list keep what was chosen; what the macro says is there anyway.
        query.with(ACTOR, StringUtils.trimToNull(query.get(ACTOR)))
            .with(STATE, StringUtils.trimToNull(query.get(STATE)));
        List<PlannedStep> steps = plan.steps().stream()
            .filter(planned -> chosenActor.isEmpty() || planned.step().actor().strip().equalsIgnoreCase(chosenActor))
            .filter(planned -> isIn(planned, chosenState)).toList();
        Map<String, Object> data = list(plan, query, steps, planned -> "", limit);
        data.put("filters", anyActor || anyState);
        data.put("actors", anyActor ? actors(plan) : List.of());
        data.put("states", anyState ? List.of(StepsState.values()) : List.of());
        data.put(ACTOR_NAME, chosenActor);
        data.put(STATE_NAME, chosenState);
        return data;
    }

    private static boolean isIn(PlannedStep planned, StepsState state)
    {
        FollowUp followUp = planned.step().progress().state();
        return switch (state) {
            case ALL -> true;
            case OVERDUE -> planned.overdue();
            case NONE -> followUp == null;
            default -> followUp != null && followUp.getId().equals(id(state));
        };
    }

    private static String id(Enum<?> value)
    {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> actors(Plan plan)
    {
        Map<String, String> actors = new LinkedHashMap<>();
        plan.steps().stream().map(planned -> planned.step().actor().strip()).filter(actor -> !actor.isEmpty())
            .forEach(actor -> actors.putIfAbsent(actor.toLowerCase(Locale.ROOT), actor));
        return actors.values().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /**
     * @param plan a plan
     * @param limit how many steps at a time
     * @return its steps by who does them
     */
    public Map<String, Object> getByActor(Plan plan, int limit)
    {
        Map<String, String> names = new HashMap<>();
        plan.steps().forEach(planned -> names.putIfAbsent(key(planned), planned.step().actor().strip()));
        Comparator<PlannedStep> order = Comparator.<PlannedStep, Boolean>comparing(planned -> key(planned).isEmpty())
            .thenComparing(Plans::key).thenComparing(BY_START);
        return list(plan, queries().with(VIEW, ACTOR_NAME), plan.steps().stream().sorted(order).toList(),
            planned -> key(planned).isEmpty() ? this.toolkit.translate("crowdsourcing.plan.noActor")
                : names.get(key(planned)),
            limit);
    }

    private static String key(PlannedStep planned)
    {
        return planned.step().actor().strip().toLowerCase(Locale.ROOT);
    }

    /**
     * @param plan a plan
     * @param limit how many steps at a time
     * @return its steps by what became of them
     */
    public Map<String, Object> getByState(Plan plan, int limit)
    {
        return list(plan, queries().with(VIEW, STATE_NAME),
            plan.steps().stream().sorted(BY_STATE.thenComparing(BY_START)).toList(),
            planned -> title(planned.step().progress().state()), limit);
    }

    private String title(FollowUp state)
    {
        return this.toolkit.translate(state == null ? "crowdsourcing.plan.noState"
            : "Crowdsourcing.Code.RecommendationClass_followup_" + state.getId());
    }

    /**
     * @param plan a plan
     * @param limit how many steps at a time
     * @return what became of its steps, what is overdue first
     */
    public Map<String, Object> getFollowUp(Plan plan, int limit)
    {
        Comparator<PlannedStep> order = Comparator.<PlannedStep, Boolean>comparing(planned -> !planned.overdue())
            .thenComparing(planned -> planned.overdue() ? 0 : rank(planned.step().progress().state()))
            .thenComparing(BY_DUE);
        Map<String, Object> data = list(plan, kept(queries()), plan.steps().stream().sorted(order).toList(),
            planned -> planned.overdue() ? this.toolkit.translate("crowdsourcing.plan.overdue")
                : title(planned.step().progress().state()), limit);
        Map<String, Long> counts = new LinkedHashMap<>();
        STATES.forEach(state -> counts.put(title(state), plan.count(state)));
        counts.put(title(null), plan.count(null));
        counts.put(title(FollowUp.DONE), plan.count(FollowUp.DONE));
        counts.put(title(FollowUp.ABANDONED), plan.count(FollowUp.ABANDONED));
        counts.values().removeIf(count -> count == 0);
        data.put("counts", counts);
        data.put("done", plan.count(FollowUp.DONE));
        data.put("overdue", plan.overdue());
        data.put("percent", plan.steps().isEmpty() ? 0 : plan.count(FollowUp.DONE) * 100 / plan.steps().size());
        return data;
    }

    /**
     * @param plan a plan
     * @param limit how many rows at a time
     * @return its steps in time, as a drawing and as a table
     */
    public Map<String, Object> getTimeline(Plan plan, int limit)
    {
        List<Timeline.Item> items = Timeline.items(plan);
        Queries query = kept(queries());
        Map<String, Object> data = new HashMap<>();
        int from = from(query, items.size());
        int to = Math.min(items.size(), from + clamp(limit));
        paging(data, query, items.size(), from, to);
        List<Timeline.Item> shown = items.subList(from, to);
        data.put(PLAN, plan);
        data.put("timeline", Timeline.of(plan, shown, this.toolkit));
        data.put(GROUPS, List.of(new PlanGroup("",
            shown.stream().map(Timeline.Item::planned).filter(planned -> planned != null).toList())));
        data.put(SHOW, new PlanTool(this.toolkit));
        return data;
    }

    /**
     * @param plan a plan
     * @param by what to sum up by
     * @return what it costs
     */
    public Map<String, Object> getCosts(Plan plan, CostsBy by)
    {
        Queries query = kept(queries());
        CostsBy chosen = query.choose(CostsBy.class, "cs_by", by);
        Map<String, Object> data = new HashMap<>();
        data.put(PLAN, plan);
        data.put(QUERY, query);
        data.put("by", chosen);
        data.put("choices", CostsBy.values());
        data.put("lines", this.manager.getCosts(plan, CostGrouping.valueOf(chosen.name())));
        data.put("totals", chosen == CostsBy.CURRENCY ? List.of()
            : this.manager.getCosts(plan, CostGrouping.CURRENCY));
        data.put(SHOW, new PlanTool(this.toolkit));
        return data;
    }

    private Queries queries()
    {
        return new Queries(this.toolkit, this.toolkit.getCurrentPage());
    }

    private Queries kept(Queries query)
    {
        return query.with(VIEW, query.get(VIEW));
    }

    private Map<String, Object> list(Plan plan, Queries query, List<PlannedStep> steps,
        Function<PlannedStep, String> group, int limit)
    {
        Map<String, Object> data = new HashMap<>();
        int from = from(query, steps.size());
        int to = Math.min(steps.size(), from + clamp(limit));
        List<PlanGroup> groups = new ArrayList<>();
        for (PlannedStep planned : steps.subList(from, to)) {
            String title = group.apply(planned);
            if (groups.isEmpty() || !groups.get(groups.size() - 1).title().equals(title)) {
                groups.add(new PlanGroup(title, new ArrayList<>()));
            }
            groups.get(groups.size() - 1).steps().add(planned);
        }
        data.put(PLAN, plan);
        data.put(GROUPS, groups);
        data.put(SHOW, new PlanTool(this.toolkit));
        paging(data, query, steps.size(), from, to);
        return data;
    }

    private static void paging(Map<String, Object> data, Queries query, int total, int from, int to)
    {
        data.put(QUERY, query);
        data.put("total", total);
        data.put("first", total == 0 ? 0 : from + 1);
        data.put("last", to);
        data.put("next", to < total ? String.valueOf(to) : "");
        data.put("before", from > 0 ? String.valueOf(Math.max(0, from - (to - from))) : "");
    }

    private static int from(Queries query, int size)
    {
        String cursor = query.get(Queries.CURSOR);
        int from = cursor != null && cursor.matches("\\d{1,6}") ? Integer.parseInt(cursor) : 0;
        return from < size ? from : 0;
    }

    private static int clamp(int limit)
    {
        return Math.max(1, Math.min(limit, MOST));
    }
}

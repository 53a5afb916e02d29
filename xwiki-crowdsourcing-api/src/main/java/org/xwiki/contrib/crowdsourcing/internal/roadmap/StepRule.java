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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.ArrayList;
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
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.StartUnit;

/**
 * The rules of the steps of a recommendation: times, amounts and links make sense, and no steps wait for each other.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("step")
public class StepRule implements PageRule
{
    private static final String CURRENCY = "currency";

    private static final String AMOUNT = "amount";

    private static final String TITLE = "title";

    private static final String START = "start";

    private static final String STARTS_ON = "startsOn";

    private static final String AGGRESSIVE = "aggressive";

    private static final String FOLLOW_UP_ON = "followupOn";

    private static final String FOLLOW_UP_LINK = "followupLink";

    private static final String CONSERVATIVE = "conservative";

    private static final String NOTE = "followupNote";

    @Inject
    private StepStore store;

    @Inject
    private PageReader pages;

    @Inject
    private PageChanges changes;

    @Override
    public Schema getSchema()
    {
        return Schema.STEP;
    }

    @Override
    public void checkState(PageState state, Inputs inputs) throws CrowdsourcingException
    {
        List<Row> steps = state.rows(Schema.STEP);
        for (Row step : steps) {
            checkTime(step, inputs);
            checkFollowUp(step, inputs);
            inputs.add(Amounts.checkAmount(step.text(AMOUNT), field(AMOUNT)));
            inputs.add(Amounts.checkCurrency(step.text(CURRENCY), field(CURRENCY)));
        }
        if (steps.stream().anyMatch(step -> needsRoadmap(step))) {
            Optional<Row> roadmap = this.pages.nearest(state.page(), Schema.ROADMAP);
            if (roadmap.isPresent()) {
                checkCurrencies(steps, roadmap.get(), inputs);
                checkCycle(state, roadmap.get(), inputs);
            }
        }
    }

    private static boolean needsRoadmap(Row step)
    {
        return !step.list(StepStore.PREREQUISITES).isEmpty() || hasNoCurrency(step);
    }

    private static boolean hasNoCurrency(Row step)
    {
        return !step.text(AMOUNT).isBlank() && step.text(CURRENCY).isBlank();
    }

    private static String field(String property)
    {
        return ManagedFields.field(Schema.STEP, property);
    }

    private static String title(Row step)
    {
        return Inputs.shorten(step.text(TITLE));
    }

    private void checkTime(Row step, Inputs inputs)
    {
        boolean days = step.option("startUnit", StartUnit.MONTHS) == StartUnit.DAYS;
        inputs.range(field(START), step.number(START), 0, days ? StepRows.DAYS : StepRows.MONTHS);
        inputs.date(field(STARTS_ON), step.text(STARTS_ON));
        int longest = StepRows.longest(step.option("durationUnit", DurationUnit.MONTHS));
        int aggressive = step.number(AGGRESSIVE);
        int conservative = step.number(CONSERVATIVE);
        inputs.range(field(AGGRESSIVE), aggressive, 0, longest);
        inputs.range(field(CONSERVATIVE), conservative, 0, longest);
        if (conservative > 0 && conservative < aggressive) {
            inputs.add(new FieldError(field(CONSERVATIVE), "crowdsourcing.error.safeIsShorter", title(step)));
        }
    }

    private void checkFollowUp(Row step, Inputs inputs)
    {
        inputs.date(field(FOLLOW_UP_ON), step.text(FOLLOW_UP_ON));
        inputs.link(field(FOLLOW_UP_LINK), step.text(FOLLOW_UP_LINK));
        FollowUp followUp = step.option(FollowUp.class, "followup");
        if (followUp == FollowUp.STALLED || followUp == FollowUp.ABANDONED) {
            inputs.required(field(NOTE), step.text(NOTE), "crowdsourcing.error.followUpReasonRequired");
        }
    }

    private void checkCurrencies(List<Row> steps, Row roadmap, Inputs inputs)
    {
        // What is imported comes in any order, maybe before its roadmap.
        if (this.changes.isEdited() && roadmap.text(CURRENCY).isBlank()) {
            steps.stream().filter(StepRule::hasNoCurrency).forEach(step -> inputs
                .add(new FieldError(field(CURRENCY), "crowdsourcing.error.currencyRequired", title(step))));
        }
    }

    private void checkCycle(PageState state, Row roadmap, Inputs inputs) throws CrowdsourcingException
    {
        List<Row> own = state.rows(Schema.STEP);
        List<Row> all = new ArrayList<>(this.store.getOthers(roadmap.page(), state.page()));
        all.addAll(own);
        Map<String, List<String>> needed = StepStore.getNeeded(all);
        List<String> cycle = Prerequisites.findCycle(needed, StepStore.getNeeded(own).keySet());
        if (!cycle.isEmpty()) {
            Map<String, String> titles = new HashMap<>();
            all.forEach(step -> titles.put(step.text(Schema.UID), step.text(TITLE)));
            inputs.add(new FieldError(field(StepStore.PREREQUISITES), "crowdsourcing.error.prerequisiteCycle",
                Prerequisites.describe(cycle, titles::get)));
        }
    }
}

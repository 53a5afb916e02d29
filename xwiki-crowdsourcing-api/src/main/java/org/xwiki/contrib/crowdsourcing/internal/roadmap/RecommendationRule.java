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

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.TitleRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;

/**
 * The rules of the page of a recommendation: it is published with its roadmap, and what is published keeps a source.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("recommendation")
public class RecommendationRule implements PageRule
{
    private static final String STATE = "state";

    private static final String FOLLOW_UP_REASON = "followupReason";

    @Inject
    private Brought brought;

    @Inject
    private QuoteFinder quotes;

    @Inject
    private PageChanges changes;

    @Override
    public Schema getSchema()
    {
        return Schema.RECOMMENDATION;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        Row row = state.first(Schema.RECOMMENDATION);
        FollowUp followUp = row.option(FollowUp.class, "followup");
        if (followUp == FollowUp.STALLED || followUp == FollowUp.ABANDONED) {
            inputs.required(ManagedFields.field(Schema.RECOMMENDATION, FOLLOW_UP_REASON), row.text(FOLLOW_UP_REASON),
                "crowdsourcing.error.followUpReasonRequired");
        }
        for (String property : List.of("aggressive", "conservative")) {
            inputs.range(ManagedFields.field(Schema.RECOMMENDATION, property), row.number(property), 0,
                StepRows.MONTHS);
        }
        boolean published =
            row.option(STATE, RecommendationState.DRAFT) == RecommendationState.PUBLISHED;
        if (published && !isSourced(row)) {
            inputs.add(new FieldError("", "crowdsourcing.error.lastSource"));
        }
        // What was published before steps had to be sourced stays as it is; what is imported is looked at by nobody.
        if (published && this.changes.isEdited()) {
            state.rows(Schema.STEP).stream().map(StepRows::toStep).filter(step -> !step.isSourced())
                .forEach(step -> inputs.add(new FieldError(ManagedFields.field(Schema.STEP, Schema.SOURCES),
                    "crowdsourcing.error.publishedStep", Inputs.shorten(step.title()))));
        }
    }

    private boolean isSourced(Row row)
    {
        boolean desk = row.flag("deskResearch") && !row.text("deskReference").isBlank();
        return desk || !row.list(Schema.SOURCES).isEmpty()
            || !Citations.read(row.text(Citations.PROPERTY)).isEmpty() || !this.quotes.find(row).isEmpty();
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        if (before.has(Schema.RECOMMENDATION) || !this.brought.isBrought(after.page())) {
            ManagedFields.check(before, after, Schema.RECOMMENDATION, List.of(STATE, Citations.PROPERTY),
                inputs);
        }
    }
}

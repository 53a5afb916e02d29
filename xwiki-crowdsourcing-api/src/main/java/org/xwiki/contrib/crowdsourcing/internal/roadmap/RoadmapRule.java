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
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;

/**
 * The rules of the page of a roadmap: it is published and withdrawn by its manager alone.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("roadmap")
public class RoadmapRule implements PageRule
{
    private static final String STATE = "state";

    private static final String START = "startsOn";

    private static final String CURRENCY = "currency";

    /** What only the manager writes, and what a file said that was imported. */
    private static final List<String> MANAGED = List.of(Schema.VERSION, "publishedOn", "reviewers", "reviewRound",
        "withdrawnOn", "withdrawnBy", "withdrawnVersion", "withdrawReason", "origin");

    @Inject
    private Brought brought;

    @Override
    public Schema getSchema()
    {
        return Schema.ROADMAP;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        Row row = state.first(Schema.ROADMAP);
        inputs.date(ManagedFields.field(Schema.ROADMAP, START), row.text(START));
        inputs.add(Amounts.checkCurrency(row.text(CURRENCY), ManagedFields.field(Schema.ROADMAP, CURRENCY)));
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        if (before.has(Schema.ROADMAP) || !this.brought.isBrought(after.page())) {
            ManagedFields.check(before, after, Schema.ROADMAP, MANAGED, inputs);
            RoadmapState old = before.first(Schema.ROADMAP).option(STATE, RoadmapState.DRAFT);
            RoadmapState changed = after.first(Schema.ROADMAP).option(STATE, RoadmapState.DRAFT);
            if (old != changed && (isDecided(old) || isDecided(changed))) {
                inputs.add(new FieldError(ManagedFields.field(Schema.ROADMAP, STATE), "crowdsourcing.error.managed",
                    STATE));
            }
        }
    }

    private boolean isDecided(RoadmapState state)
    {
        return state == RoadmapState.PUBLISHED || state == RoadmapState.WITHDRAWN;
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of the page of an engagement.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("engagement")
public class EngagementRule implements PageRule
{
    private static final String STATE = "state";

    private static final List<String> MANAGED = List.of("acceptedOn", AgreementKind.CONFLICT.getId(),
        Asked.day(AgreementKind.CONFLICT), Asked.version(AgreementKind.NDA), Asked.day(AgreementKind.NDA),
        Asked.version(AgreementKind.LICENCE), Asked.day(AgreementKind.LICENCE), "stateOn", "stateBy",
        "screenedOn", "screenedBy", "move", "moveState", "moveAcceptedOn");

    @Inject
    private Provider<Seats> seats;

    @Inject
    private Brought brought;

    @Override
    public Schema getSchema()
    {
        return Schema.ENGAGEMENT;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        for (String property : List.of(Asked.day(AgreementKind.NDA), Asked.day(AgreementKind.LICENCE),
            Asked.day(AgreementKind.CONFLICT))) {
            inputs.date(ManagedFields.field(Schema.ENGAGEMENT, property),
                state.first(Schema.ENGAGEMENT).text(property));
        }
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        boolean had = before.has(Schema.ENGAGEMENT) && Seats.isTaken(state(before));
        if (!had && Seats.isTaken(state(after))) {
            try {
                inputs.add(this.seats.get().check(after.page(), ManagedFields.field(Schema.ENGAGEMENT, STATE)));
            } catch (CrowdsourcingException e) {
                inputs.add(new FieldError("", "crowdsourcing.error.technical"));
            }
        }
        if (before.has(Schema.ENGAGEMENT) || !this.brought.isBrought(after.page())) {
            // Otherwise somebody could go ahead of those who wait, or sign for somebody else.
            ManagedFields.check(before, after, Schema.ENGAGEMENT, MANAGED, inputs);
        }
    }

    private static EngagementState state(PageState state)
    {
        return state.first(Schema.ENGAGEMENT).option(STATE, EngagementState.PROPOSED);
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.TitleRule;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of the page of an initiative.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("initiative")
public class InitiativeRule implements PageRule
{
    private static final String START = "start";

    private static final String END = "end";

    private static final String RESPONSE_DAYS = "responseDays";

    private static final String REGISTER_THRESHOLD = "registerThreshold";

    private static final String SLOW_MINUTES = "slowMinutes";

    private static final String REMINDER_DAYS = "reminderDays";

    private static final int SIXTY = 60;

    private static final int DAY = 1440;

    private static final int MOST_SUPPORTERS = 10000;

    private static final int TEN_YEARS = 3650;

    /** The most that each threshold of alerts may be. */
    private static final Map<String, Integer> ALERTS = Map.of("alertDays", TEN_YEARS, "alertSize", 1000,
        "alertMinutes", DAY, "alertIdentical", 1000, "alertShare", 100);

    @Inject
    private AgreementStore agreements;

    @Inject
    private PageChanges edits;

    @Inject
    private Access access;

    @Override
    public Schema getSchema()
    {
        return Schema.INITIATIVE;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        inputs.range(ManagedFields.field(Schema.INITIATIVE, RESPONSE_DAYS),
            state.first(Schema.INITIATIVE).number(RESPONSE_DAYS), 0, TEN_YEARS);
        inputs.range(ManagedFields.field(Schema.INITIATIVE, REGISTER_THRESHOLD),
            state.first(Schema.INITIATIVE).number(REGISTER_THRESHOLD), 0, MOST_SUPPORTERS);
        inputs.range(ManagedFields.field(Schema.INITIATIVE, SLOW_MINUTES),
            state.first(Schema.INITIATIVE).number(SLOW_MINUTES), 0, DAY);
        ALERTS.forEach((property, most) -> inputs.range(ManagedFields.field(Schema.INITIATIVE, property),
            state.first(Schema.INITIATIVE).number(property), 0, most));
        inputs.range(ManagedFields.field(Schema.INITIATIVE, REMINDER_DAYS),
            state.first(Schema.INITIATIVE).number(REMINDER_DAYS), 0, SIXTY);
        checkAsked(state.first(Schema.INITIATIVE), inputs);
        for (Row phase : state.rows(Schema.PHASE)) {
            inputs.date(ManagedFields.field(Schema.PHASE, START), phase.text(START));
            inputs.date(ManagedFields.field(Schema.PHASE, END), phase.text(END));
            LocalDate start = phase.date(START);
            LocalDate end = phase.date(END);
            if (start != null && end != null && end.isBefore(start)) {
                inputs.add(new FieldError(ManagedFields.field(Schema.PHASE, END), "crowdsourcing.error.dateOrder",
                    start.toString(), end.toString()));
            }
        }
    }

    /** Nobody can sign what has no text, nor be asked again without a version. */
    private void checkAsked(Row initiative, Inputs inputs)
    {
        for (AgreementKind kind : initiative.options(AgreementKind.class, Asked.AGREEMENTS)) {
            for (String property : kind.isText() ? List.of(kind.getId(), Asked.version(kind)) : List.<String>of()) {
                inputs.required(ManagedFields.field(Schema.INITIATIVE, property),
                    initiative.text(property), "crowdsourcing.error.agreementText");
            }
        }
    }

    private void checkDeclared(PageState before, PageState after, Inputs inputs)
    {
        // What is imported says what it says.
        boolean asked = this.edits.isEdited() || !this.access.isAdministrator(after.page());
        if (asked && before.has(Schema.INITIATIVE) && Launch.isLaunched(before) && Launch.isChanged(before, after)) {
            inputs.required(ManagedFields.field(Schema.INITIATIVE, Launch.NOTE),
                after.first(Schema.INITIATIVE).text(Launch.NOTE), "crowdsourcing.error.commitmentNoteRequired");
        }
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        checkDeclared(before, after, inputs);
        Row was = before.first(Schema.INITIATIVE);
        Row now = after.first(Schema.INITIATIVE);
        for (AgreementKind kind : AgreementKind.values()) {
            boolean same = was.text(kind.getId()).equals(now.text(kind.getId()))
                && was.text(Asked.version(kind)).equals(now.text(Asked.version(kind)));
            boolean changed = before.exists() && kind.isText() && !same;
            try {
                if (changed && this.agreements.isSignedOtherwise(after.page(), kind, was, now)) {
                    inputs.add(new FieldError(ManagedFields.field(Schema.INITIATIVE, Asked.version(kind)),
                        "crowdsourcing.error.agreementVersion", now.text(Asked.version(kind))));
                }
            } catch (CrowdsourcingException e) {
                inputs.add(new FieldError("", "crowdsourcing.error.technical"));
            }
        }
    }
}

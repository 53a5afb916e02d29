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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.TitleRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of the page of a challenge.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("challenge")
public class ChallengeRule implements PageRule
{
    private static final String TRAIL_MANAGED = "crowdsourcing.error.trailManaged";

    private static final String DROP_REASON = "dropReason";

    private static final String STATE = "state";

    private static final String PRIORITY = "priority";

    private static final String SIGNED_OFF_ON = "signedOffOn";

    private static final int LEAST_IMPORTANT = 999;

    /** What only the actions on the page of a challenge change. */
    private static final List<String> MANAGED = List.of(ChallengeStore.ORIGINS, ChallengeStore.SUCCESSORS);

    @Inject
    private Access access;

    @Inject
    private Brought brought;

    @Override
    public Schema getSchema()
    {
        return Schema.CHALLENGE;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        Row row = state.first(Schema.CHALLENGE);
        if (row.option(STATE, ChallengeState.PROPOSED) == ChallengeState.DROPPED) {
            inputs.required(ManagedFields.field(Schema.CHALLENGE, DROP_REASON), row.text(DROP_REASON),
                "crowdsourcing.error.dropReasonRequired");
        }
        inputs.range(ManagedFields.field(Schema.CHALLENGE, PRIORITY), row.number(PRIORITY), 0, LEAST_IMPORTANT);
        checkShare(row, "regionShare", Wishes.ALL, inputs);
        checkShare(row, "genderShare", Wishes.LARGEST_GENDER_SHARE, inputs);
        checkShare(row, "newcomerShare", Wishes.ALL, inputs);
        inputs.date(ManagedFields.field(Schema.CHALLENGE, SIGNED_OFF_ON), row.text(SIGNED_OFF_ON));
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        if (before.has(Schema.CHALLENGE)) {
            checkManaged(before, after, inputs);
        } else if (after.has(Schema.SIGN_OFF) && !this.brought.isBrought(after.page()) && !this.brought.isCopied()) {
            // Nobody puts signatures on a page and makes it a challenge after that. A copy loses them.
            inputs.add(new FieldError("", TRAIL_MANAGED));
        }
    }

    private void checkManaged(PageState before, PageState after, Inputs inputs)
    {
        if (!this.access.isAdministrator(after.page())) {
            ManagedFields.check(before, after, Schema.CHALLENGE, MANAGED, inputs);
            ChallengeState old = ChoiceStore.state(before.first(Schema.CHALLENGE));
            ChallengeState now = ChoiceStore.state(after.first(Schema.CHALLENGE));
            if (old != now && !(ChallengeState.DECIDED.contains(old) && ChallengeState.DECIDED.contains(now))) {
                inputs.add(new FieldError(ManagedFields.field(Schema.CHALLENGE, STATE),
                    "crowdsourcing.error.stateManaged"));
            }
        }
        // Who owns an initiative administrates its space, and writes no trail and no signature of others either.
        boolean trusted = this.brought.isTrusted(after.page());
        for (Schema schema : trusted ? List.<Schema>of() : List.of(Schema.CHALLENGE_LOG, Schema.SIGN_OFF)) {
            if (!before.rows(schema).equals(after.rows(schema))) {
                inputs.add(new FieldError("", TRAIL_MANAGED));
            }
        }
    }

    private void checkShare(Row row, String property, int largest, Inputs inputs)
    {
        inputs.range(ManagedFields.field(Schema.CHALLENGE, property), row.number(property), 0, largest);
    }
}

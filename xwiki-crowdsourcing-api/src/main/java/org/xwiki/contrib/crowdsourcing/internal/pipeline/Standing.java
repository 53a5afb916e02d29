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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.model.reference.DocumentReference;

/**
 * Where an expert stands in a dialogue.
 *
 * @param row the stored engagement
 * @param dialogue the page of the dialogue
 * @param routes how the expert came
 * @param referredBy who recommended the expert
 * @param waiting the place on the waiting list, 0 for who is not on it
 * @version $Id$
 * @since 1.0
 */
record Standing(Row row, DocumentReference dialogue, List<EngagementRoute> routes, String referredBy, int waiting)
{
    /** The property with the state. */
    static final String STATE = "state";

    /** The property with when the state was changed. */
    static final String STATE_ON = "stateOn";

    /** The property with who changed the state. */
    static final String STATE_BY = "stateBy";

    /** The property with when the expert was screened. */
    static final String SCREENED_ON = "screenedOn";

    /** The property with who screened the expert. */
    static final String SCREENED_BY = "screenedBy";

    /** The property with when the expert accepted. */
    static final String ACCEPTED_ON = "acceptedOn";

    /** The property with what the last step that moved the expert is known by. */
    static final String MOVE = "move";

    /** The property with the state before that step. */
    static final String MOVE_STATE = "moveState";

    /** The property with when the expert had accepted before that step. */
    static final String MOVE_ACCEPTED_ON = "moveAcceptedOn";

    private static final String SEPARATOR = ", ";

    static Standing of(Row row, DocumentReference dialogue, int waiting)
    {
        return new Standing(row, dialogue, row.options(EngagementRoute.class, "route"), row.text("referredBy"),
            waiting);
    }

    DocumentReference engagement()
    {
        return this.row.page();
    }

    /**
     * @return the page of the profile, {@code null} if it names none
     */
    DocumentReference expert()
    {
        return this.row.reference("expert");
    }

    EngagementState state()
    {
        return state(this.row);
    }

    static EngagementState state(Row row)
    {
        return row.option(STATE, EngagementState.PROPOSED);
    }

    /**
     * @return what changes whenever the state does
     */
    String stamp()
    {
        return stamp(this.row);
    }

    static String stamp(Row row)
    {
        return Integer.toHexString(Objects.hash(state(row).getId(), row.text(STATE_ON), row.text(ACCEPTED_ON)));
    }

    /**
     * @param row a stored engagement
     * @param property a property
     * @return when that was, {@code null} if that is not known
     */
    static Instant instant(Row row, String property)
    {
        return Times.findExact(row.text(property)).orElse(null);
    }

    Instant since()
    {
        return instant(this.row, STATE_ON);
    }

    /**
     * @param other another engagement of the same expert in the same dialogue, which somebody made by hand
     * @return this one with the routes of both
     */
    Standing with(Standing other)
    {
        Set<EngagementRoute> all = new LinkedHashSet<>(this.routes);
        all.addAll(other.routes());
        Set<String> referrers = new LinkedHashSet<>(List.of(this.referredBy, other.referredBy()));
        referrers.remove("");
        return new Standing(this.row, this.dialogue, new ArrayList<>(all), String.join(SEPARATOR, referrers),
            this.waiting);
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.call.Call;
import org.xwiki.contrib.crowdsourcing.call.CallState;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * Reads open calls, as far as the current user may see them.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = CallReader.class)
@Singleton
public class CallReader
{
    /** The property with the state. */
    static final String STATE = "state";

    /** The property with the first day. */
    static final String OPENS = "opens";

    /** The property with the last day. */
    static final String CLOSES = "closes";

    private static final String NAME = "Call";

    /** Where a day begins first, and where it ends last. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

    @Inject
    private Things things;

    @Inject
    private InitiativeManager initiatives;

    /**
     * @param initiative the page of an initiative
     * @return the page of its call, whether it is there or not
     */
    static DocumentReference page(DocumentReference initiative)
    {
        return PageReader.home(new SpaceReference(NAME, initiative.getLastSpaceReference()));
    }

    /**
     * @param page the page of a call, of its initiative or of anything below that
     * @return the call
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Call> find(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Initiative> initiative = this.initiatives.initiativeOf(page);
        Optional<Row> row = initiative.isEmpty() ? Optional.empty() : this.things.find(page, Schema.CALL);
        if (row.isEmpty() && initiative.isPresent()) {
            row = this.things.find(page(initiative.get().reference()), Schema.CALL);
        }
        return row.map(found -> toCall(found, initiative.get(), Instant.now()));
    }

    private static Call toCall(Row row, Initiative initiative, Instant now)
    {
        CallState released = row.option(STATE, CallState.PLANNED);
        LocalDate opens = row.date(OPENS);
        LocalDate closes = row.date(CLOSES);
        return new Call(row.page(), row.title(), initiative, row.text("invitation"), row.text("publication"),
            state(released, opens, closes, now), released, opens, closes, row.reference("directory"),
            new Call.Options(row.flag("guestNominations"), row.flag("captcha")));
    }

    /**
     * A day of a call lasts as long as it is that day anywhere.
     *
     * @param released whether its curators opened it
     * @param opens the first day, {@code null} if none is said
     * @param closes the last day, {@code null} if none is said
     * @param now now
     * @return whether it takes applications
     */
    static CallState state(CallState released, LocalDate opens, LocalDate closes, Instant now)
    {
        CallState result = released;
        if (released == CallState.OPEN && closes != null && closes.isBefore(LocalDate.ofInstant(now, LATEST))) {
            result = CallState.CLOSED;
        } else if (released == CallState.OPEN && opens != null
            && opens.isAfter(LocalDate.ofInstant(now, EARLIEST))) {
            result = CallState.PLANNED;
        }
        return result;
    }
}

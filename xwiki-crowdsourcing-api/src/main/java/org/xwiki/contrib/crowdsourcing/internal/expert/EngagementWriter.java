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

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Changes the state of engagements: in one way, whoever says so. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = EngagementWriter.class)
@Singleton
public class EngagementWriter
{
    private static final String STATE = "state";

    private static final String ACCEPTED_ON = "acceptedOn";

    @Inject
    private PageWriter writer;

    @Inject
    private Seats seats;

    /**
     * @param engagement the page of an engagement
     * @param state the new state, field {@code state}
     * @throws CrowdsourcingException if there is no seat left for who was there, or it cannot be saved
     */
    public void setState(DocumentReference engagement, EngagementState state) throws CrowdsourcingException
    {
        // Who accepts waits if all seats are taken; who was there had one.
        Optional<FieldError> full =
            state == EngagementState.ATTENDED ? this.seats.check(engagement, STATE) : Optional.empty();
        if (full.isPresent()) {
            throw new ConflictException(full.get());
        }
        String now = Times.formatExact(Instant.now());
        this.writer.adjust(engagement, Schema.ENGAGEMENT, held -> {
            boolean stays = Seats.isTaken(held.option(STATE, EngagementState.PROPOSED));
            return Map.of(STATE, state.getId(), ACCEPTED_ON,
                !Seats.isTaken(state) ? "" : stays ? held.text(ACCEPTED_ON) : now);
        }, "");
    }
}

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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The seats of a dialogue: never more are taken than there are.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Seats.class)
@Singleton
public class Seats
{
    @Inject
    private PageReader pages;

    @Inject
    private EngagementStore engagements;

    @Inject
    private RowReader reader;

    /**
     * @param state the state of an engagement
     * @return {@code true} if it takes a seat
     */
    public static boolean isTaken(EngagementState state)
    {
        return state == EngagementState.ACCEPTED || state == EngagementState.ATTENDED;
    }

    /**
     * @param engagement the page of an engagement that is about to take a seat
     * @param field the field, for the error
     * @return what is wrong if others have all seats, empty if one is left
     * @throws CrowdsourcingException if it fails
     */
    public Optional<FieldError> check(DocumentReference engagement, String field) throws CrowdsourcingException
    {
        Optional<Row> dialogue = this.pages.nearest(engagement, Schema.DIALOGUE);
        int seats = dialogue.map(row -> row.number("seats")).orElse(0);
        if (seats > 0) {
            List<String> others = new ArrayList<>(this.engagements.seated(dialogue.get().page()));
            others.remove(this.reader.serialize(engagement));
            if (others.size() >= seats) {
                return Optional.of(new FieldError(field, "crowdsourcing.error.noSeat", seats));
            }
        }
        return Optional.empty();
    }
}

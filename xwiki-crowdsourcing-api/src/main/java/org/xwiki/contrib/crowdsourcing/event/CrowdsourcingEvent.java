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
package org.xwiki.contrib.crowdsourcing.event;

import java.util.Set;

import org.xwiki.eventstream.TargetableEvent;
import org.xwiki.model.reference.DocumentReference;

/**
 * Something happened in an initiative, and was saved. It is raised once, on the machine where it happened.
 *
 * @param happening what happened, {@code null} to listen to everything
 * @param page the page where it is seen: who may not view it is told nothing
 * @param title the title of that page, plain text
 * @param contribution the name of the page of the contribution that it is about, empty if there is none
 * @param actor the user who did it, {@code null} if unknown or not told
 * @param time the time that a session got, with its zone; the kind of reason for which a contribution was hidden; empty
 *     if it is about something else
 * @param recipients the ids of the users whom it concerns, empty if it is for all who watch the page
 * @version $Id$
 * @since 1.0
 */
public record CrowdsourcingEvent(Happening happening, DocumentReference page, String title, String contribution,
    DocumentReference actor, String time, Set<String> recipients) implements TargetableEvent
{
    /** The source of the event. */
    public static final String SOURCE = "org.xwiki.contrib.crowdsourcing:xwiki-crowdsourcing-api";

    /**
     * @param happening what happened, {@code null} to listen to everything
     * @param page the page where it is seen: who may not view it is told nothing
     * @param title the title of that page, plain text
     * @param contribution the name of the page of the contribution that it is about, empty if there is none
     * @param actor the user who did it, {@code null} if unknown or not told
     * @param time the time that a session got, with its zone; the kind of reason for which a contribution was hidden;
     *     empty if it is about something else
     * @param recipients the ids of the users whom it concerns, empty if it is for all who watch the page
     */
    public CrowdsourcingEvent
    {
        recipients = Set.copyOf(recipients);
    }

    /**
     * @return what to listen to in order to be told of everything
     */
    public static CrowdsourcingEvent any()
    {
        return new CrowdsourcingEvent(null, null, "", "", null, "", Set.of());
    }

    @Override
    public boolean matches(Object otherEvent)
    {
        return otherEvent instanceof CrowdsourcingEvent other
            && (this.happening == null || this.happening == other.happening);
    }

    @Override
    public Set<String> getTarget()
    {
        return this.recipients;
    }
}

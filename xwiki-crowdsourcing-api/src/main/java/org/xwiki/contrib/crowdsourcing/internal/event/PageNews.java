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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;

/**
 * What has happened for those who watch a page.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PageNews.class)
@Singleton
public class PageNews
{
    private static final String STATE = "state";

    private static final String START = "start";

    private static final String ZONE = "timezone";

    private static final Map<String, Happening> SESSIONS = Map.of(
        DialogueState.OPEN.getId(), Happening.SESSION_OPENED, DialogueState.CLOSED.getId(), Happening.SESSION_CLOSED,
        DialogueState.CANCELLED.getId(), Happening.SESSION_CANCELLED);

    private static final Map<String, Happening> REINSTATED =
        Map.of(DialogueState.PLANNED.getId(), Happening.SESSION_REINSTATED);

    private static final Map<String, Happening> BRIEFS = Map.of(
        BriefState.WORKSHOP.getId(), Happening.BRIEF_OPENED, BriefState.FROZEN.getId(), Happening.BRIEF_FROZEN);

    private static final Map<String, Happening> ROADMAPS =
        Map.of(RoadmapState.PUBLISHED.getId(), Happening.ROADMAP_PUBLISHED);

    @Inject
    private Access access;

    /**
     * @param before a page as it was
     * @param after the page as it is
     * @return what has happened
     */
    public List<CrowdsourcingEvent> find(PageState before, PageState after)
    {
        List<CrowdsourcingEvent> result = new ArrayList<>();
        if (!before.has(Schema.CHALLENGE) && after.has(Schema.CHALLENGE)) {
            result.add(event(Happening.CHALLENGE_ADDED, after, ""));
        }
        if (after.has(Schema.DIALOGUE)) {
            if (before.has(Schema.DIALOGUE)) {
                findSession(before.first(Schema.DIALOGUE), after, result);
            } else {
                result.add(event(Happening.DIALOGUE_ADDED, after, ""));
            }
        }
        findState(before, after, Schema.BRIEF, BRIEFS, result);
        findState(before, after, Schema.ROADMAP, ROADMAPS, result);
        return result;
    }

    private void findSession(Row before, PageState after, List<CrowdsourcingEvent> result)
    {
        String was = time(before);
        String now = time(after.first(Schema.DIALOGUE));
        if (!was.equals(now)) {
            result.add(event(now.isEmpty() ? Happening.SESSION_POSTPONED : Happening.SESSION_PLANNED, after, now));
        }
        boolean cancelled = DialogueState.CANCELLED.getId().equals(before.text(STATE));
        addState(before, after, Schema.DIALOGUE, SESSIONS, result);
        addState(before, after, Schema.DIALOGUE, cancelled ? REINSTATED : Map.of(), result);
    }

    private String time(Row dialogue)
    {
        String start = dialogue.text(START);
        return start.isBlank() ? "" : time(start, dialogue.text(ZONE));
    }

    /**
     * @param start the wall time when a session begins, as it is stored
     * @param zone the zone of the wall time
     * @return as it is told
     */
    static String time(String start, String zone)
    {
        return String.format("%s (%s)", start.replace('T', ' '), zone);
    }

    private void findState(PageState before, PageState after, Schema schema, Map<String, Happening> states,
        List<CrowdsourcingEvent> result)
    {
        if (before.has(schema) && after.has(schema)) {
            addState(before.first(schema), after, schema, states, result);
        }
    }

    private void addState(Row before, PageState after, Schema schema, Map<String, Happening> states,
        List<CrowdsourcingEvent> result)
    {
        Row row = after.first(schema);
        Happening happening = states.get(row.text(STATE));
        // A new version of what is published already is news too.
        boolean same = before.text(STATE).equals(row.text(STATE))
            && before.number(Schema.VERSION) == row.number(Schema.VERSION);
        if (happening != null && !same) {
            result.add(event(happening, after, ""));
        }
    }

    private CrowdsourcingEvent event(Happening happening, PageState after, String time)
    {
        return new CrowdsourcingEvent(happening, after.page(), after.title(), "", this.access.user(), time, Set.of());
    }
}

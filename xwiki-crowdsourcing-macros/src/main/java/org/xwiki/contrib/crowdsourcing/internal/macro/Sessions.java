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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.model.reference.DocumentReference;

/**
 * The sessions below a page, the address of their calendar, and the times at which one could be.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Sessions.class)
@Singleton
public class Sessions
{
    private static final String SLOT_ERRORS = "slotErrors";

    /** The days after the first one in which a time is looked for, unless somebody says otherwise. */
    private static final int DAYS = 13;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Toolkit toolkit;

    /**
     * @param page an initiative or a challenge
     * @param past {@code true} for the sessions that are over, the last one first; else those that are not, the next
     *     one first and those without a date last
     * @param now when "over" is
     * @param limit how many at most
     * @return the dialogues
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<Dialogue> list(DocumentReference page, boolean past, Instant now, int limit)
        throws CrowdsourcingException
    {
        List<Dialogue> result = new ArrayList<>(this.dialogues.getSessions(page).stream().map(Session::dialogue)
            .filter(dialogue -> isOver(dialogue, now) == past).toList());
        if (past) {
            Collections.reverse(result);
        }
        return result.subList(0, Math.min(limit, result.size()));
    }

    private boolean isOver(Dialogue dialogue, Instant now)
    {
        return dialogue.end() == null ? dialogue.state() == DialogueState.CLOSED
            : dialogue.end().toInstant().isBefore(now);
    }

    /**
     * @param page an initiative, a challenge or a dialogue
     * @return where calendar programs get its sessions
     */
    public String getCalendarURL(DocumentReference page)
    {
        return this.toolkit.getCalendarURL("outputSyntax=plain&page="
            + URLEncoder.encode(this.toolkit.serialize(page), StandardCharsets.UTF_8));
    }

    /**
     * @param dialogue a dialogue that the reader may change
     * @return what the form that looks for a fair time shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getSlots(Dialogue dialogue) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, dialogue.reference());
        String from = query.get("cs_from");
        String to = query.get("cs_to");
        Map<String, Object> result = new HashMap<>();
        LocalDate tomorrow = LocalDate.now(dialogue.plannedZone()).plusDays(1);
        result.put("query", query);
        result.put("minutes", dialogue.plannedMinutes());
        result.put("from", from == null ? tomorrow.toString() : from);
        result.put("to", to == null ? tomorrow.plusDays(DAYS).toString() : to);
        result.put(SLOT_ERRORS, Map.of());
        if (from != null || to != null) {
            try {
                result.put("slots", this.dialogues.findSlots(dialogue.reference(), from, to));
            } catch (CrowdsourcingException e) {
                if (e.getErrors().isEmpty()) {
                    throw e;
                }
                result.put(SLOT_ERRORS, e.getErrors().stream().collect(Collectors.toMap(FieldError::field,
                    this.toolkit::message, (one, other) -> one)));
            }
        }
        return result;
    }

    /**
     * @param dialogue a dialogue
     * @param start the wall time that was chosen
     * @return where the reader goes next
     * @throws CrowdsourcingException if it is refused
     */
    public String plan(Dialogue dialogue, String start) throws CrowdsourcingException
    {
        this.dialogues.plan(dialogue.reference(), start, dialogue.plannedZone().getId(),
            dialogue.plannedMinutes());
        return this.toolkit.getURL(dialogue.reference(), null, null);
    }
}

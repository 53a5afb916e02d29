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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.xwiki.contrib.crowdsourcing.dialogue.Agenda;
import org.xwiki.contrib.crowdsourcing.dialogue.AgendaItem;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;

/**
 * When the items of an agenda begin and end. One follows the other, unless somebody began one by hand: then those
 * before it have ended by then, and those after it follow.
 *
 * @version $Id$
 * @since 1.0
 */
public final class AgendaClock
{
    /** The property that says when an item was begun by hand. */
    public static final String STARTED = "startedOn";

    /** The property with how long an item takes. */
    public static final String MINUTES = "minutes";

    private AgendaClock()
    {
    }

    /**
     * @param rows the stored items of an agenda
     * @return them in their order
     */
    public static List<Row> order(List<Row> rows)
    {
        return rows.stream()
            .sorted(Comparator.<Row>comparingInt(row -> row.number("position")).thenComparingInt(Row::number))
            .toList();
    }

    /**
     * @param dialogue a dialogue
     * @param openedOn when it was opened, or {@code null}
     * @return when its session begins, {@code null} if that is not known
     */
    public static Instant begin(Dialogue dialogue, Instant openedOn)
    {
        Instant planned = dialogue.start() == null ? null : dialogue.start().toInstant();
        boolean late = planned != null && openedOn != null && openedOn.isAfter(planned);
        return late ? openedOn : planned;
    }

    /**
     * @param dialogue a dialogue
     * @param openedOn when it was opened, or {@code null}
     * @param rows the stored items of its agenda
     * @param now the time
     * @return the agenda
     */
    public static Agenda of(Dialogue dialogue, Instant openedOn, List<Row> rows, Instant now)
    {
        List<Row> ordered = order(rows);
        List<AgendaItem> items = new ArrayList<>();
        Instant begin = begin(dialogue, openedOn);
        for (int i = 0; i < ordered.size(); i++) {
            Row row = ordered.get(i);
            int minutes = Math.max(0, row.number(MINUTES));
            Instant end = null;
            if (begin != null) {
                Instant started = row.instant(STARTED);
                Instant later = later(ordered.subList(i + 1, ordered.size()));
                begin = started == null ? earlier(begin, later) : started;
                boolean byHand = i + 1 < ordered.size() && ordered.get(i + 1).instant(STARTED) != null;
                // An item goes on until the next one is begun.
                end = byHand ? later : earlier(begin.plus(Duration.ofMinutes(minutes)), later);
            }
            items.add(new AgendaItem(row.number(), row.text("title"), minutes, row.text("who"), begin, end));
            begin = end;
        }
        return new Agenda(items, dialogue.state() == DialogueState.OPEN, now);
    }

    private static Instant later(List<Row> rows)
    {
        return rows.stream().map(row -> row.instant(STARTED)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Instant earlier(Instant instant, Instant other)
    {
        return other == null || instant.isBefore(other) ? instant : other;
    }
}

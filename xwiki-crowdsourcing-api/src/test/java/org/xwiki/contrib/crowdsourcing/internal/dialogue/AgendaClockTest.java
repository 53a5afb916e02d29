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
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.dialogue.Agenda;
import org.xwiki.contrib.crowdsourcing.dialogue.AgendaItem;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link AgendaClock}: a session at 14:00 UTC with four items of 10, 40, 50 and 20 minutes.
 *
 * @version $Id$
 * @since 1.0
 */
class AgendaClockTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.Dialogue.WebHome");

    private static final Instant START = Instant.parse("2026-06-09T14:00:00Z");

    private static final List<Integer> MINUTES = List.of(10, 40, 50, 20);

    private Instant openedOn;

    private DialogueState state = DialogueState.OPEN;

    private String start = "2026-06-09T10:00";

    private final Instant[] started = new Instant[MINUTES.size()];

    private static Instant at(int minutes)
    {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private Agenda agenda(Instant now)
    {
        List<Row> rows = new ArrayList<>();
        for (int i = MINUTES.size() - 1; i >= 0; i--) {
            String by = this.started[i] == null ? "" : Times.format(this.started[i]);
            rows.add(new Row(PAGE, "", i, Map.of("title", "Item " + i, "minutes", MINUTES.get(i), "position", i + 1,
                "startedOn", by), TestRows.RESOLVER));
        }
        Dialogue dialogue = new Dialogue(PAGE, "T", Times.findLocalTime(this.start).orElse(null),
            Times.findZone("America/New_York").orElse(null), 120, "", null, null, 0, "", "", "", this.state, "", "");
        return AgendaClock.of(dialogue, this.openedOn, rows, now);
    }

    private static List<Long> begins(Agenda agenda)
    {
        return agenda.items().stream().map(item -> Duration.between(START, item.begin()).toMinutes()).toList();
    }

    private static String title(AgendaItem item)
    {
        return item == null ? null : item.title();
    }

    @Test
    void itemsFollowEachOther()
    {
        Agenda agenda = agenda(at(10));
        assertEquals(List.of(0L, 10L, 50L, 100L), begins(agenda));
        assertEquals(at(120), agenda.items().get(3).end());
        assertEquals("Item 1", title(agenda.current()));
        assertEquals("Item 2", title(agenda.next()));
        assertEquals(40, agenda.minutesLeft());
        assertEquals(1, agenda(at(50).minusSeconds(1)).minutesLeft());
        assertEquals(120, agenda.minutes());
        assertFalse(agenda.isOver());
    }

    @Test
    void beforeAndAfter()
    {
        Agenda before = agenda(at(-1));
        assertNull(before.current());
        assertEquals("Item 0", title(before.next()));
        assertEquals(0, before.minutesLeft());
        Agenda after = agenda(at(120));
        assertNull(after.current());
        assertNull(after.next());
        assertTrue(after.isOver());
    }

    @Test
    void nothingRunsBeforeTheDialogueIsOpen()
    {
        this.state = DialogueState.PLANNED;
        assertNull(agenda(at(10)).current());
    }

    @Test
    void withoutADateThereAreNoTimes()
    {
        this.start = "";
        Agenda agenda = agenda(at(0));
        assertNull(agenda.items().get(3).begin());
        assertNull(agenda.current());
        assertEquals("Item 0", title(agenda.next()));
    }

    @Test
    void openedLateTheAgendaBeginsThen()
    {
        this.openedOn = at(7);
        assertEquals(List.of(7L, 17L, 57L, 107L), begins(agenda(at(0))));
        this.openedOn = at(-600);
        assertEquals(List.of(0L, 10L, 50L, 100L), begins(agenda(at(0))));
    }

    @Test
    void movedOnEarlyTheOthersFollow()
    {
        this.started[1] = at(4);
        Agenda agenda = agenda(at(4));
        assertEquals(List.of(0L, 4L, 44L, 94L), begins(agenda));
        assertEquals(at(4), agenda.items().get(0).end());
        assertEquals("Item 1", title(agenda.current()));
    }

    @Test
    void movedOnLateTheItemGoesOn()
    {
        this.started[1] = at(15);
        Agenda agenda = agenda(at(20));
        assertEquals(at(15), agenda.items().get(0).end());
        assertEquals(List.of(0L, 15L, 55L, 105L), begins(agenda));
    }

    @Test
    void itemsThatAreLeftOutTakeNoTime()
    {
        this.started[3] = at(20);
        Agenda agenda = agenda(at(20));
        assertEquals("Item 3", title(agenda.current()));
        assertEquals(List.of(0L, 10L, 20L, 20L), begins(agenda));
        assertEquals(agenda.items().get(2).begin(), agenda.items().get(2).end());
        this.started[3] = at(-30);
        agenda = agenda(at(-20));
        assertEquals("Item 3", title(agenda.current()));
        assertNull(agenda.next());
    }
}

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

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

/**
 * Tests {@link SessionCalendar}: another library reads back what it writes.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class SessionCalendarTest
{
    private static final Instant MODIFIED = Instant.parse("2026-05-01T12:00:00Z");

    private static final DocumentReference PAGE = TestRows.page("I.C.Dialogue.WebHome");

    private static final String ADDRESS = "http://localhost/xwiki/bin/view/I/C/Dialogue/";

    @MockComponent
    private DocumentAccessBridge bridge;

    @InjectMockComponents
    private SessionCalendar calendar;

    @BeforeEach
    void configure()
    {
        when(this.bridge.getDocumentURL(any(DocumentReference.class), anyString(), any(), any(), eq(true)))
            .thenReturn(ADDRESS);
    }

    private Session session(String title, String start, String zone, int minutes, DialogueState state)
    {
        return new Session(new Dialogue(PAGE, title, start == null ? null : LocalDateTime.parse(start),
            zone == null ? null : ZoneId.of(zone), minutes, "", null, null, 0, "", "", "", state, "", ""), "uid-1", 3002,
            MODIFIED);
    }

    private ICalendar read(String file)
    {
        List<ICalendar> read = Biweekly.parse(file).all();
        assertEquals(1, read.size(), file);
        assertTrue(read.get(0).validate(ICalVersion.V2_0).getWarnings().isEmpty(),
            read.get(0).validate(ICalVersion.V2_0)::toString);
        return read.get(0);
    }

    /** Wall times of the sample and of the weeks in which clocks change. */
    @ParameterizedTest
    @CsvSource({
        "2017-06-06T10:00, America/New_York, 2017-06-06T14:00:00Z",
        "2026-03-07T10:00, America/New_York, 2026-03-07T15:00:00Z",
        "2026-03-09T10:00, America/New_York, 2026-03-09T14:00:00Z",
        "2026-10-31T10:00, America/New_York, 2026-10-31T14:00:00Z",
        "2026-11-02T10:00, America/New_York, 2026-11-02T15:00:00Z",
        "2026-07-10T10:00, America/Mexico_City, 2026-07-10T16:00:00Z",
        "2021-07-10T10:00, America/Mexico_City, 2021-07-10T15:00:00Z",
        "2026-03-28T10:00, Europe/London, 2026-03-28T10:00:00Z",
        "2026-03-30T10:00, Europe/London, 2026-03-30T09:00:00Z",
        "2026-07-10T10:00, Asia/Kolkata, 2026-07-10T04:30:00Z",
        "2026-07-10T10:00, Asia/Kathmandu, 2026-07-10T04:15:00Z",
        "2026-04-04T10:00, Pacific/Auckland, 2026-04-03T21:00:00Z",
        "2026-04-06T10:00, Pacific/Auckland, 2026-04-05T22:00:00Z",
        "2026-07-10T10:00, UTC, 2026-07-10T10:00:00Z"})
    void anotherLibraryReadsTheSameInstants(String start, String zone, Instant instant)
    {
        // What the machine's zone is must not matter to who reads the file.
        TimeZone machine = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            String file = this.calendar.write("C", List.of(session("T", start, zone, 90, DialogueState.PLANNED)), true);
            ICalendar read = read(file);
            VEvent event = read.getEvents().get(0);
            assertEquals(instant, event.getDateStart().getValue().toInstant(), file);
            assertEquals(instant.plusSeconds(5400), event.getDateEnd().getValue().toInstant(), file);
            TimezoneAssignment used = read.getTimezoneInfo().getTimezone(event.getDateStart());
            if (!"UTC".equals(zone)) {
                assertEquals(zone, used.getComponent().getTimezoneId().getValue(), file);
            }
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Test
    void aCalendarKnowsTheSessionAgain()
    {
        String title = "Medir; contar, \"y\" \\ más \uD83D\uDE00 \u0642\u064A\u0627\u0633 " + "long ".repeat(30);
        ICalendar read = read(this.calendar.write("C",
            List.of(session(title, "2026-07-10T10:00", "America/Mexico_City", 120, DialogueState.OPEN)), true));
        VEvent event = read.getEvents().get(0);
        assertEquals("uid-1", event.getUid().getValue());
        assertEquals(3002, event.getSequence().getValue());
        assertEquals(MODIFIED, event.getDateTimeStamp().getValue().toInstant());
        assertEquals(title, event.getSummary().getValue());
        assertEquals(ADDRESS, event.getUrl().getValue());
        assertEquals("CONFIRMED", event.getStatus().getValue());
        assertEquals("PUBLISH", read.getMethod().getValue());
    }

    @Test
    void aCancelledSessionIsTakenOut()
    {
        Session cancelled = session("T", "2026-07-10T10:00", "Europe/London", 120, DialogueState.CANCELLED);
        ICalendar single = read(this.calendar.write("C", List.of(cancelled), true));
        assertEquals("CANCEL", single.getMethod().getValue());
        assertEquals("CANCELLED", single.getEvents().get(0).getStatus().getValue());
        ICalendar feed = read(this.calendar.write("C", List.of(cancelled), false));
        assertEquals("PUBLISH", feed.getMethod().getValue());
        assertEquals("CANCELLED", feed.getEvents().get(0).getStatus().getValue());
    }

    @Test
    void aFeedHasANameAndLeavesOutWhatHasNoDate()
    {
        String file = this.calendar.write("Against: corruption \u00E9", List.of(
            session("A", "2026-07-10T10:00", "Europe/London", 0, DialogueState.PLANNED),
            session("B", null, null, 0, DialogueState.PLANNED)), false);
        ICalendar read = read(file);
        assertEquals(List.of("A"), read.getEvents().stream().map(event -> event.getSummary().getValue()).toList());
        assertEquals("Against: corruption \u00E9", read.getExperimentalProperty("X-WR-CALNAME").getValue());
        assertTrue(file.contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H"), file);
        for (String line : file.split("\r\n")) {
            assertFalse(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 75, line);
        }
    }

    @Test
    void aFeedWithoutSessionsIsStillACalendar()
    {
        String file = this.calendar.write("C", List.of(), false);
        assertTrue(file.contains("BEGIN:VTIMEZONE"), file);
        assertEquals(0, Biweekly.parse(file).first().getEvents().size());
    }
}

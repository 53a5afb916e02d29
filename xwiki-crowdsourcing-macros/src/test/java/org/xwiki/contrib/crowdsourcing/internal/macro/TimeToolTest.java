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

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests the times that {@link TimeTool} shows: every reader meets at the same instant, in the weeks as well in which the
 * clocks change here and not yet there.
 */
class TimeToolTest
{
    private TimeTool tool(String readerZone)
    {
        Toolkit toolkit = mock(Toolkit.class);
        when(toolkit.getLocale()).thenReturn(Locale.UK);
        when(toolkit.getReaderZone()).thenReturn(readerZone.isEmpty() ? null : ZoneId.of(readerZone));
        return new TimeTool(toolkit);
    }

    private static String text(String html)
    {
        return html.replaceAll("<[^>]*>", "").replace('\u2013', '-');
    }

    /**
     * The sample was announced for "10-12p Eastern Standard Time" in June, when New York is on daylight time. New York
     * changed its clocks on 8 March and on 1 November 2026, London on 29 March and 25 October, Auckland on 5 April and
     * 27 September; Mexico City has not since 2022.
     */
    @ParameterizedTest
    @CsvSource({
        "2017-06-06T10:00, America/New_York, America/Mexico_City, 'Tuesday 6 June 2017, 09:00 - 11:00', UTC-05:00",
        "2017-06-06T10:00, America/New_York, Europe/London, 'Tuesday 6 June 2017, 15:00 - 17:00', UTC+01:00",
        "2017-06-06T10:00, America/New_York, Asia/Kolkata, 'Tuesday 6 June 2017, 19:30 - 21:30', UTC+05:30",
        "2017-06-06T10:00, America/New_York, Asia/Kathmandu, 'Tuesday 6 June 2017, 19:45 - 21:45', UTC+05:45",
        "2017-06-06T10:00, America/New_York, Pacific/Auckland, 'Wednesday 7 June 2017, 02:00 - 04:00', UTC+12:00",
        "2026-03-06T10:00, America/New_York, Europe/London, 'Friday 6 March 2026, 15:00 - 17:00', UTC",
        "2026-03-09T10:00, America/New_York, Europe/London, 'Monday 9 March 2026, 14:00 - 16:00', UTC",
        "2026-03-30T10:00, America/New_York, Europe/London, 'Monday 30 March 2026, 15:00 - 17:00', UTC+01:00",
        "2026-10-26T10:00, America/New_York, Europe/London, 'Monday 26 October 2026, 14:00 - 16:00', UTC",
        "2026-11-02T10:00, America/New_York, Europe/London, 'Monday 2 November 2026, 15:00 - 17:00', UTC",
        "2026-10-30T10:00, America/New_York, America/Mexico_City, 'Friday 30 October 2026, 08:00 - 10:00', UTC-06:00",
        "2026-11-02T10:00, America/New_York, America/Mexico_City, 'Monday 2 November 2026, 09:00 - 11:00', UTC-06:00",
        "2026-07-10T10:00, America/Mexico_City, America/New_York, 'Friday 10 July 2026, 12:00 - 14:00', UTC-04:00",
        "2026-04-03T18:00, America/New_York, Pacific/Auckland, "
            + "'Saturday 4 April 2026, 11:00 - 13:00', UTC+13:00",
        "2026-04-06T18:00, America/New_York, Pacific/Auckland, 'Tuesday 7 April 2026, 10:00 - 12:00', UTC+12:00",
        "2026-11-01T00:30, America/New_York, Asia/Kathmandu, 'Sunday 1 November 2026, 10:15 - 12:15', UTC+05:45",
        "2026-03-08T01:30, America/New_York, Asia/Kolkata, 'Sunday 8 March 2026, 12:00 - 14:00', UTC+05:30"})
    void theReaderSeesTheSameInstant(String local, String zone, String reader, String shown, String offset)
    {
        ZonedDateTime start = LocalDateTime.parse(local).atZone(ZoneId.of(zone));
        String text = text(tool(reader).rangeForReader(start, start.plusMinutes(120)));
        assertEquals(shown, text.substring(0, text.indexOf(" ", shown.length())).replaceFirst("(day),", "$1"));
        assertEquals(reader + ", " + offset, text.substring(text.lastIndexOf('(') + 1, text.length() - 1));
        assertEquals(true, tool(reader).isElsewhere(start));
    }

    /** The wall time of the session goes on with the clocks of its own zone. */
    @ParameterizedTest
    @CsvSource({"2026-03-08T01:30, 03:30", "2026-11-01T00:30, 01:30"})
    void theSessionItselfGoesOverAChangeOfTheClocks(String local, String until)
    {
        ZonedDateTime start = LocalDateTime.parse(local).atZone(ZoneId.of("America/New_York"));
        String text = text(tool("").range(start, start.plusMinutes("03:30".equals(until) ? 60 : 120)));
        assertEquals(until, text.substring(text.indexOf(" - ") + 3, text.indexOf(" - ") + 8));
    }
}

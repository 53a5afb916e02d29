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
package org.xwiki.contrib.crowdsourcing.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link Times}.
 *
 * @version $Id$
 * @since 1.0
 */
class TimesTest
{
    private static final String ZONE = "America/New_York";

    private Dialogue dialogue(String start, String zone)
    {
        return new Dialogue(TestRows.page("A.WebHome"), "T", Times.findLocalTime(start).orElse(null),
            Times.findZone(zone).orElse(null), 120, "", null, null, 0, "", "", "", DialogueState.PLANNED, "", "");
    }

    @Test
    void wallTimeOfNewYorkInJuneIsDaylightTime()
    {
        Dialogue dialogue = dialogue("2017-06-06T10:00", ZONE);
        assertEquals(Instant.parse("2017-06-06T14:00:00Z"), dialogue.start().toInstant());
        assertEquals(Instant.parse("2017-06-06T16:00:00Z"), dialogue.end().toInstant());
        assertEquals(LocalDateTime.of(2017, 6, 6, 10, 0), dialogue.localStart());
    }

    @Test
    void noZoneNoInstant()
    {
        assertNull(dialogue("2017-06-06T10:00", "EST").start());
        assertNull(dialogue("2017-06-06T10:00", "EST").end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST", "est", " EST ", "CST", "PST", "MST", "HST", "EST5EDT", "CET", "GMT", "IST"})
    void abbreviationIsRefusedWithCandidates(String zone)
    {
        FieldError error = Times.checkZone(zone, "timezone").orElseThrow();
        assertEquals("crowdsourcing.error.zoneAbbreviation", error.messageKey());
        assertEquals(zone.strip(), error.parameters().get(0));
        for (String candidate : error.parameters().get(1).toString().split(", ")) {
            assertTrue(Times.findZone(candidate.replaceFirst(" \\(.*", "")).isPresent(), candidate);
        }
    }

    @Test
    void candidatesOfEasternTime()
    {
        assertEquals("America/New_York (UTC-05:00/UTC-04:00), America/Panama (UTC-05:00)",
            Times.checkZone("EST", "").orElseThrow().parameters().get(1));
        assertEquals("Europe/London (UTC/UTC+01:00), Africa/Accra (UTC), Atlantic/Reykjavik (UTC)",
            Times.checkZone("gmt", "").orElseThrow().parameters().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+05:00", "UTC+2", "GMT+5", "Etc/GMT+5", "Mars/Olympus", "America/", "america/lima",
        "SystemV/EST5", "'; drop table", "America/New_York\u0000", "Z"})
    void unknownZoneIsRefused(String zone)
    {
        assertEquals("crowdsourcing.error.zone", Times.checkZone(zone, "f").orElseThrow().messageKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Mexico_City", "Europe/Kyiv", "UTC", " Asia/Kolkata ", "America/Argentina/Salta"})
    void zoneIsAccepted(String zone)
    {
        assertEquals(ZoneId.of(zone.strip()), Times.findZone(zone).orElseThrow());
        assertTrue(Times.checkZone(zone, "").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2017-13-01", "2017-6-6", "06/06/2017", "", "0000-00-00", "99999-01-01",
        "2017-06-06T10:00", "\u0662\u0660\u0661\u0667-06-06"})
    void dayThatDoesNotExistIsRefused(String value)
    {
        FieldError error = Times.checkDate(value, "start").orElseThrow();
        assertEquals("crowdsourcing.error.date", error.messageKey());
        assertEquals("start", error.field());
        assertTrue(Times.findDate(value).isEmpty());
    }

    @Test
    void dayIsAccepted()
    {
        assertTrue(Times.checkDate("2016-02-29", "").isEmpty());
        assertEquals(29, Times.findDate("2016-02-29").orElseThrow().getDayOfMonth());
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30T10:00, America/New_York", "2017-06-06T24:00, America/New_York",
        "2017-06-06 10:00, America/New_York", "2017-06-06T10:00:00Z, UTC", "now, UTC"})
    void wallTimeThatDoesNotExistIsRefused(String value, String zone)
    {
        assertEquals("crowdsourcing.error.localTime",
            Times.checkLocalTime(value, zone, "start").orElseThrow().messageKey());
    }

    @Test
    void wallTimeThatClocksSkipIsRefused()
    {
        FieldError error = Times.checkLocalTime("2017-03-12T02:30", ZONE, "start").orElseThrow();
        assertEquals("crowdsourcing.error.timeGap", error.messageKey());
        assertEquals(List.of("2017-03-12T02:30", ZONE), error.parameters());
        assertTrue(Times.checkLocalTime("2017-03-12T02:30", "America/Bogota", "start").isEmpty());
    }

    @Test
    void wallTimeThatHappensTwiceMeansTheFirst()
    {
        assertTrue(Times.checkLocalTime("2017-11-05T01:30", ZONE, "start").isEmpty());
        assertEquals(Instant.parse("2017-11-05T05:30:00Z"), dialogue("2017-11-05T01:30", ZONE).start().toInstant());
    }

    @Test
    void instantGoesThereAndBack()
    {
        Instant now = Instant.parse("2017-06-06T14:00:05Z");
        assertEquals("2017-06-06T14:00:05Z", Times.format(now.plusMillis(900)));
        assertEquals(now, Times.findInstant(Times.format(now)).orElseThrow());
        assertTrue(Times.findInstant("yesterday").isEmpty());
        assertTrue(Times.findInstant(Times.now()).isPresent());
    }
}

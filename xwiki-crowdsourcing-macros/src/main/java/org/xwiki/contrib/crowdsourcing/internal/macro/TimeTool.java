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

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;

/**
 * Shows dates and times in the reader's language and time zone. A time always comes with the name of its zone; where
 * the reader's zone is not known, a script of the page tells the reader's own time beside.
 *
 * @version $Id$
 * @since 1.0
 */
public class TimeTool
{
    private static final String OPENING = " (";

    private static final String UTC = "UTC";

    private static final String SPAN = "span";

    private static final String DASH = " \u2013 ";

    private static final String COMMA = ", ";

    private static final String TIME = "time";

    private static final String DATETIME = "datetime";

    private final Toolkit toolkit;

    private final ZoneId readerZone;

    /**
     * @param toolkit what is needed of the wiki
     */
    public TimeTool(Toolkit toolkit)
    {
        this.toolkit = toolkit;
        this.readerZone = toolkit.getReaderZone();
    }

    /**
     * @param date a day, maybe {@code null}
     * @return it in the reader's language
     */
    public String date(LocalDate date)
    {
        return date == null ? ""
            : new Html().open(TIME, DATETIME, date).text(date(FormatStyle.LONG).format(date)).close(TIME).toString();
    }

    /**
     * @param instant a point in time, maybe {@code null}
     * @return it in the reader's language and time zone
     */
    public String instant(Instant instant)
    {
        if (instant == null) {
            return "";
        }
        ZoneId zone = this.readerZone == null ? ZoneOffset.UTC : this.readerZone;
        String text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(this.toolkit.getLocale()).format(instant.atZone(zone));
        String zoned = this.readerZone == null ? text + " UTC" : text;
        return new Html().open(TIME, DATETIME, instant, "data-cs-instant", this.readerZone == null ? "" : null,
            "title", getZoneName(instant.atZone(zone))).text(zoned).close(TIME).toString();
    }

    /**
     * @return {@code true} if the time zone of the reader is known
     */
    public boolean isReaderZoneKnown()
    {
        return this.readerZone != null;
    }

    /**
     * @param start when something begins
     * @return {@code true} if the reader lives in another time zone than that of the time, as far as is known
     */
    public boolean isElsewhere(ZonedDateTime start)
    {
        return this.readerZone != null
            && !this.readerZone.getRules().getOffset(start.toInstant()).equals(start.getOffset());
    }

    /**
     * @param start when something begins
     * @param end when it ends
     * @return both in the reader's time zone, with its name
     */
    public String rangeForReader(ZonedDateTime start, ZonedDateTime end)
    {
        ZoneId zone = this.readerZone == null ? start.getZone() : this.readerZone;
        return range(start.withZoneSameInstant(zone), end.withZoneSameInstant(zone));
    }

    /**
     * @param start when something begins
     * @param end when it ends
     * @return both in their own time zone, with its name
     */
    public String range(ZonedDateTime start, ZonedDateTime end)
    {
        DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(this.toolkit.getLocale());
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        Html html = new Html().open(TIME, DATETIME, start.toInstant())
            .text(date(FormatStyle.FULL).format(start) + COMMA + time.format(start)).close(TIME);
        if (end.isAfter(start)) {
            String until = sameDay ? time.format(end) : date(FormatStyle.FULL).format(end) + COMMA + time.format(end);
            html.text(DASH).open(TIME, DATETIME, end.toInstant()).text(until).close(TIME);
        }
        return html.text(" ").open(SPAN, "class", "cs-zone").text(getZoneName(start)).close(SPAN).toString();
    }

    /**
     * @param begin when something begins
     * @param end when it ends
     * @param zone the time zone to show it in
     * @return when it begins and ends on a clock there, without the day
     */
    public String clock(Instant begin, Instant end, ZoneId zone)
    {
        DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(this.toolkit.getLocale());
        return new Html().open(TIME, DATETIME, begin).text(time.format(begin.atZone(zone))).close(TIME).text(DASH)
            .open(TIME, DATETIME, end).text(time.format(end.atZone(zone))).close(TIME).toString();
    }

    /**
     * @param begin when something begins
     * @param end when it ends
     * @return when it begins and ends on the clock of the reader, who is elsewhere
     */
    public String clockForReader(Instant begin, Instant end)
    {
        return clock(begin, end, this.readerZone);
    }

    /**
     * @param time when something begins
     * @return the name of the time zone
     */
    public String zoneOf(ZonedDateTime time)
    {
        return Html.escape(getZoneName(time));
    }

    /**
     * @param time when something begins
     * @return the name of the time zone of the reader, who is elsewhere
     */
    public String zoneOfReader(ZonedDateTime time)
    {
        return zoneOf(time.withZoneSameInstant(this.readerZone));
    }

    /**
     * @param time when something begins for somebody
     * @return its weekday and time there, with the name of the zone
     */
    public String moment(ZonedDateTime time)
    {
        String weekday = time.getDayOfWeek().getDisplayName(TextStyle.FULL, this.toolkit.getLocale());
        return new Html().open(TIME, DATETIME, time.toInstant()).text(weekday + COMMA + DateTimeFormatter
            .ofLocalizedTime(FormatStyle.SHORT).withLocale(this.toolkit.getLocale()).format(time)).close(TIME)
            .text(OPENING + time.getZone().getId() + ')').toString();
    }

    /**
     * @param start when something begins
     * @return it as scripts read it
     */
    public String iso(ZonedDateTime start)
    {
        return Html.escape(start.toInstant());
    }

    private String getZoneName(ZonedDateTime time)
    {
        ZoneId zone = time.getZone();
        if (zone instanceof ZoneOffset) {
            return UTC + (ZoneOffset.UTC.equals(zone) ? "" : zone.getId());
        }
        String name = DateTimeFormatter.ofPattern("zzzz", this.toolkit.getLocale()).format(time);
        String city = zone.getId();
        String offset = time.getOffset().equals(ZoneOffset.UTC) ? UTC : UTC + time.getOffset().getId();
        String place = city.equals(offset) ? city : city + COMMA + offset;
        return name.equals(city) ? city + OPENING + offset + ')' : name + OPENING + place + ')';
    }

    private DateTimeFormatter date(FormatStyle style)
    {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(this.toolkit.getLocale());
    }

    /**
     * @param zone a time zone
     * @return its name
     */
    public String zone(ZoneId zone)
    {
        return zone == null ? ""
            : Html.escape(zone.getDisplayName(TextStyle.FULL, this.toolkit.getLocale()) + OPENING + zone.getId() + ')');
    }
}

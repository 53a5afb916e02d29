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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xwiki.contrib.crowdsourcing.FieldError;

/**
 * Days, wall times, instants and zones, as they are stored and typed. Only what exists is accepted: no 30 February, no
 * abbreviation of a zone (there are six "CST"), no wall time that clocks skip.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Times
{
    private static final DateTimeFormatter DATE =
        DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter LOCAL_TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter INSTANT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter EXACT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private static final String UTC = "UTC";

    private static final String SEPARATOR = ", ";

    /** What an abbreviation may mean: one abbreviation a line. */
    private static final Map<String, String> ABBREVIATIONS = """
        EST=America/New_York, America/Panama
        EDT=America/New_York, America/Toronto
        ET=America/New_York, America/Toronto
        EST5EDT=America/New_York, America/Toronto
        CST=America/Chicago, America/Mexico_City, America/Costa_Rica, America/Havana, Asia/Shanghai
        CDT=America/Chicago, America/Havana
        CT=America/Chicago, America/Mexico_City
        CST6CDT=America/Chicago, America/Winnipeg
        MST=America/Denver, America/Phoenix, Asia/Kuala_Lumpur
        MDT=America/Denver, America/Edmonton
        MT=America/Denver, America/Phoenix
        MST7MDT=America/Denver, America/Edmonton
        PST=America/Los_Angeles, America/Tijuana, Asia/Manila
        PDT=America/Los_Angeles, America/Tijuana
        PT=America/Los_Angeles, America/Tijuana
        PST8PDT=America/Los_Angeles, America/Vancouver
        AST=America/Halifax, America/Puerto_Rico, Asia/Riyadh
        ADT=America/Halifax, Atlantic/Bermuda
        HST=Pacific/Honolulu
        AKST=America/Anchorage
        BRT=America/Sao_Paulo
        ART=America/Argentina/Buenos_Aires
        CLT=America/Santiago
        COT=America/Bogota
        PET=America/Lima
        ECT=America/Guayaquil, Europe/Paris
        GMT=Europe/London, Africa/Accra, Atlantic/Reykjavik
        BST=Europe/London, Asia/Dhaka, Pacific/Bougainville
        WET=Europe/Lisbon, Atlantic/Canary
        WEST=Europe/Lisbon, Atlantic/Canary
        CET=Europe/Paris, Europe/Berlin, Europe/Madrid, Europe/Rome, Africa/Algiers
        CEST=Europe/Paris, Europe/Berlin, Europe/Madrid, Europe/Rome
        MET=Europe/Paris, Europe/Berlin
        EET=Europe/Athens, Europe/Kyiv, Africa/Cairo
        EEST=Europe/Athens, Europe/Kyiv
        MSK=Europe/Moscow
        IST=Asia/Kolkata, Europe/Dublin, Asia/Jerusalem
        PKT=Asia/Karachi
        SGT=Asia/Singapore
        JST=Asia/Tokyo
        KST=Asia/Seoul
        AEST=Australia/Sydney, Australia/Brisbane
        NZST=Pacific/Auckland
        EAT=Africa/Nairobi
        CAT=Africa/Maputo
        WAT=Africa/Lagos
        SAST=Africa/Johannesburg
        """.lines().map(line -> line.split("=")).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    private static final List<String> REGIONS = List.of("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/",
        "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/");

    private Times()
    {
    }

    /**
     * @param value {@code yyyy-MM-dd}
     * @return the day, empty if there is no such day
     */
    public static Optional<LocalDate> findDate(String value)
    {
        return parse(() -> LocalDate.parse(value.strip(), DATE)).filter(date -> inRange(date.getYear()));
    }

    /**
     * @param value {@code yyyy-MM-dd'T'HH:mm}
     * @return the wall time, empty if there is no such time
     */
    public static Optional<LocalDateTime> findLocalTime(String value)
    {
        return parse(() -> LocalDateTime.parse(value.strip(), LOCAL_TIME)).filter(time -> inRange(time.getYear()));
    }

    /**
     * @param value {@code yyyy-MM-dd'T'HH:mm:ss'Z'}
     * @return the instant, empty if there is no such instant
     */
    public static Optional<Instant> findInstant(String value)
    {
        return parse(() -> LocalDateTime.parse(value.strip(), INSTANT).toInstant(ZoneOffset.UTC));
    }

    /**
     * @param value an instant as {@link #formatExact} has it
     * @return the instant, empty if there is no such instant
     */
    public static Optional<Instant> findExact(String value)
    {
        return parse(() -> LocalDateTime.parse(value.strip(), EXACT).toInstant(ZoneOffset.UTC));
    }

    /**
     * @param value an IANA zone
     * @return the zone, empty if it is unknown, an offset or an abbreviation
     */
    public static Optional<ZoneId> findZone(String value)
    {
        String zone = value.strip();
        boolean known = UTC.equals(zone) || REGIONS.stream().anyMatch(zone::startsWith);
        return known ? parse(() -> ZoneId.of(zone)) : Optional.empty();
    }

    /**
     * @param value what was typed
     * @param field the field, for the error
     * @return what is wrong with the zone, empty if nothing is
     */
    public static Optional<FieldError> checkZone(String value, String field)
    {
        Optional<FieldError> result = Optional.empty();
        if (findZone(value).isEmpty()) {
            String typed = Inputs.shorten(value.strip());
            String candidates = ABBREVIATIONS.get(typed.toUpperCase(Locale.ROOT));
            result = Optional.of(candidates == null ? new FieldError(field, "crowdsourcing.error.zone", typed)
                : new FieldError(field, "crowdsourcing.error.zoneAbbreviation", typed, withOffsets(candidates)));
        }
        return result;
    }

    /**
     * What tells the candidates apart is by how much they differ from UTC over the year.
     */
    private static String withOffsets(String zones)
    {
        int year = LocalDate.now(ZoneOffset.UTC).getYear();
        return Arrays.stream(zones.split(SEPARATOR)).map(zone -> zone + Stream.of(1, 7)
            .map(month -> LocalDateTime.of(year, month, 1, 0, 0).atZone(ZoneId.of(zone)).getOffset()).distinct()
            .map(offset -> UTC + (offset.getTotalSeconds() == 0 ? "" : offset.getId()))
            .collect(Collectors.joining("/", " (", ")"))).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * @param value what was typed
     * @param field the field, for the error
     * @return what is wrong with the day, empty if nothing is
     */
    public static Optional<FieldError> checkDate(String value, String field)
    {
        return findDate(value).isPresent() ? Optional.empty()
            : Optional.of(new FieldError(field, "crowdsourcing.error.date", Inputs.shorten(value.strip())));
    }

    /**
     * @param value what was typed
     * @param zone the IANA zone of the wall time, maybe wrong
     * @param field the field, for the error
     * @return what is wrong with the wall time in that zone, empty if nothing is; a wall time that happens twice, when
     *     clocks go back, means the first
     */
    public static Optional<FieldError> checkLocalTime(String value, String zone, String field)
    {
        Optional<LocalDateTime> time = findLocalTime(value);
        if (time.isEmpty()) {
            return Optional
                .of(new FieldError(field, "crowdsourcing.error.localTime", Inputs.shorten(value.strip())));
        }
        return findZone(zone).filter(id -> id.getRules().getValidOffsets(time.get()).isEmpty())
            .map(id -> new FieldError(field, "crowdsourcing.error.timeGap", value.strip(), id.getId()));
    }

    /**
     * @return now, as it is stored
     */
    public static String now()
    {
        return format(Instant.now());
    }

    /**
     * @param instant an instant
     * @return as it is stored where the order of what happens within a second matters; texts sort as instants do
     */
    public static String formatExact(Instant instant)
    {
        return EXACT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /**
     * @param instant an instant
     * @return as it is stored
     */
    public static String format(Instant instant)
    {
        return INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /**
     * @param time a wall time
     * @return as it is stored
     */
    public static String formatLocal(LocalDateTime time)
    {
        return LOCAL_TIME.format(time);
    }

    private static boolean inRange(int year)
    {
        return year >= 1800 && year <= 2200;
    }

    private static <T> Optional<T> parse(Supplier<T> parser)
    {
        try {
            return Optional.of(parser.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

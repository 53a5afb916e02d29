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

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;

/**
 * Writes sessions as an iCalendar file (RFC 5545, RFC 5546, RFC 7986).
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SessionCalendar.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class SessionCalendar
{
    /** How often a program that subscribes asks again. */
    private static final Duration REFRESH = Duration.ofHours(1);

    @Inject
    private DocumentAccessBridge bridge;

    /**
     * @param name the name of the calendar, plain text
     * @param sessions the sessions; those without a beginning are left out
     * @param single {@code true} for the file of one session, which tells a calendar to drop it when it is cancelled
     * @return the file
     */
    public String write(String name, List<Session> sessions, boolean single)
    {
        List<Dialogue> planned =
            sessions.stream().map(Session::dialogue).filter(dialogue -> dialogue.start() != null).toList();
        boolean cancelled =
            single && !sessions.isEmpty() && sessions.get(0).dialogue().state() == DialogueState.CANCELLED;
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//XWiki//Smarter Crowdsourcing//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        if (!single) {
            calendar.add(new XProperty("X-WR-CALNAME", name));
            calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
            calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        }
        zones(planned).forEach(calendar::add);
        sessions.stream().filter(session -> session.dialogue().start() != null)
            .forEach(session -> calendar.add(event(session)));
        StringWriter writer = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ValidationException e) {
            throw new IllegalStateException(e);
        }
        return writer.toString();
    }

    private List<VTimeZone> zones(List<Dialogue> planned)
    {
        Map<String, List<Dialogue>> byZone = planned.stream()
            .collect(Collectors.groupingBy(dialogue -> dialogue.zone().getId(), TreeMap::new, Collectors.toList()));
        List<VTimeZone> result = new ArrayList<>();
        byZone.values().forEach(dialogues -> result.add(define(dialogues.get(0).zone(),
            dialogues.stream().map(dialogue -> dialogue.start().toInstant()).min(Instant::compareTo).orElseThrow(),
            dialogues.stream().map(dialogue -> dialogue.end().toInstant()).max(Instant::compareTo).orElseThrow())));
        if (result.isEmpty()) {
            // A calendar must have a component, also before there is a session.
            result.add(define(ZoneId.of("Etc/UTC"), Instant.EPOCH, Instant.EPOCH));
        }
        return result;
    }

    private VEvent event(Session session)
    {
        Dialogue dialogue = session.dialogue();
        URI address = URI.create(this.bridge.getDocumentURL(dialogue.reference(), "view", null, null, true));
        VEvent event = new VEvent(false);
        event.add(new Uid(session.uid()));
        event.add(new DtStamp(session.modified()));
        event.add(new LastModified(session.modified()));
        event.add(new Sequence(session.sequence()));
        event.add(at(new DtStart<>(), dialogue.start()));
        if (dialogue.minutes() > 0) {
            event.add(at(new DtEnd<>(), dialogue.end()));
        }
        event.add(new Summary(dialogue.title()));
        event.add(new Description(address.toString()));
        event.add(new Url(address));
        event.add(new Location(dialogue.meetingLink().isEmpty() ? address.toString() : dialogue.meetingLink()));
        // The answers to an invitation go nowhere: who takes part is decided on the page.
        Organizer organizer = new Organizer(address);
        organizer.add(new Cn(dialogue.title()));
        event.add(organizer);
        event.add(dialogue.state() == DialogueState.CANCELLED ? ImmutableStatus.VEVENT_CANCELLED
            : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    /**
     * The wall time as it is stored: left to the library, it would follow the library's rules of the zone.
     */
    private <T extends DateProperty<Temporal>> T at(T property, ZonedDateTime time)
    {
        if (ZoneOffset.UTC.equals(time.getZone().normalized())) {
            property.setDate(time.toInstant());
        } else {
            property.add(new net.fortuna.ical4j.model.parameter.TzId(time.getZone().getId()));
            property.setDate(time.toLocalDateTime());
        }
        return property;
    }

    /**
     * Defines a zone with the rules by which the session is shown, and no more of its history than the sessions need:
     * common programs read the whole history of a zone wrongly.
     */
    private VTimeZone define(ZoneId zone, Instant from, Instant to)
    {
        ZoneRules rules = zone.getRules();
        VTimeZone result = new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))));
        ZoneOffsetTransition transition = rules.previousTransition(from);
        if (transition == null) {
            ZoneOffset offset = rules.getOffset(from);
            result.add(observance(false, LocalDate.EPOCH.atStartOfDay(), offset, offset));
            transition = rules.nextTransition(from);
        }
        while (transition != null && !transition.getInstant().isAfter(to)) {
            result.add(observance(rules.isDaylightSavings(transition.getInstant()),
                transition.getDateTimeBefore(), transition.getOffsetBefore(), transition.getOffsetAfter()));
            transition = rules.nextTransition(transition.getInstant());
        }
        return result;
    }

    private Observance observance(boolean daylight, LocalDateTime start, ZoneOffset before, ZoneOffset after)
    {
        Observance result = daylight ? new Daylight() : new Standard();
        result.add(new DtStart<>(start));
        result.add(new TzOffsetFrom(before));
        result.add(new TzOffsetTo(after));
        return result;
    }
}

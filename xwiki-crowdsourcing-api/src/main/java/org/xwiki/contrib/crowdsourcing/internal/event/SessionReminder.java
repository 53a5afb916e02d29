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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.eventstream.EventStore;
import org.xwiki.eventstream.EventStreamException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.ObservationManager;

/**
 * Tells who takes part in a session that it is near: once within the last day, once within the last hour. A session
 * that is moved is another one. What was told is known from the events that the wiki keeps, whose ids follow from
 * what they tell: so it is told once, although the wiki is started anew or several machines look.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SessionReminder.class)
@Singleton
public class SessionReminder
{
    private static final Duration EARLY = Duration.ofDays(1);

    private static final Duration LATE = Duration.ofHours(1);

    private static final String USER = "user";

    @Inject
    private DialogueStore dialogues;

    @Inject
    private EngagementStore engagements;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private Access access;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private ObservationManager observation;

    @Inject
    @Named("context")
    private Provider<ComponentManager> components;

    /**
     * @param wiki a wiki, which becomes the current one
     * @param now the present
     * @throws CrowdsourcingException if it fails
     */
    public void remind(WikiReference wiki, Instant now) throws CrowdsourcingException
    {
        this.pages.enter(wiki);
        for (Dialogue dialogue : this.dialogues.comingSessions(wiki, now, now.plus(EARLY))) {
            boolean late = !dialogue.start().toInstant().isAfter(now.plus(LATE));
            CrowdsourcingEvent event = new CrowdsourcingEvent(
                late ? Happening.SESSION_SOON : Happening.SESSION_TOMORROW, dialogue.reference(), dialogue.title(), "",
                null, PageNews.time(Times.formatLocal(dialogue.localStart()), dialogue.zone().getId()),
                recipients(dialogue));
            if (!event.recipients().isEmpty() && !isTold(event)) {
                this.observation.notify(event, CrowdsourcingEvent.SOURCE);
            }
        }
    }

    private Set<String> recipients(Dialogue dialogue) throws CrowdsourcingException
    {
        List<String> experts = new ArrayList<>();
        for (Row engagement : this.engagements.confirmed(dialogue.reference())) {
            DocumentReference expert = engagement.reference("expert");
            if (expert != null) {
                experts.add(this.reader.serialize(expert));
            }
        }
        Stream<DocumentReference> panel = this.reader
            .readOnly(dialogue.reference().getWikiReference(), experts, Set.of(USER), Schema.EXPERT)
            .first(Schema.EXPERT).values().stream().map(profile -> profile.reference(USER));
        return Stream.concat(panel, Stream.of(dialogue.facilitator(), dialogue.noteTaker()).filter(Objects::nonNull))
            .filter(user -> user != null && this.access.canView(user, dialogue.reference()))
            .map(this.serializer::serialize).collect(Collectors.toSet());
    }

    private boolean isTold(CrowdsourcingEvent event) throws CrowdsourcingException
    {
        try {
            ComponentManager manager = this.components.get();
            return manager.hasComponent(EventStore.class)
                && manager.<EventStore>getInstance(EventStore.class).getEvent(id(event)).isPresent();
        } catch (ComponentLookupException | EventStreamException e) {
            throw new CrowdsourcingException("Failed to read what was told of a session", e);
        }
    }

    /**
     * @param event an event
     * @return whether it tells that a session is near
     */
    static boolean isReminder(CrowdsourcingEvent event)
    {
        return event.happening() == Happening.SESSION_TOMORROW || event.happening() == Happening.SESSION_SOON;
    }

    /**
     * @param event an event
     * @return its id, the same for each that tells the same of the same session
     */
    static String id(CrowdsourcingEvent event)
    {
        String told = String.join("\n", event.happening().getId(), event.page().toString(), event.time());
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

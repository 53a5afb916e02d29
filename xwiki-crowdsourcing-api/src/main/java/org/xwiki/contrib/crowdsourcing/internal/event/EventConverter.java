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

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.eventstream.Event;
import org.xwiki.eventstream.RecordableEvent;
import org.xwiki.eventstream.RecordableEventConverter;
import org.xwiki.model.reference.DocumentReference;

/**
 * Writes our events as the wiki keeps them for notifications: what happened, where, and who did it, but no text that
 * anybody typed into a contribution.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("crowdsourcing")
public class EventConverter implements RecordableEventConverter
{
    @Inject
    private RecordableEventConverter converter;

    @Override
    public Event convert(RecordableEvent recordableEvent, String source, Object data) throws Exception
    {
        CrowdsourcingEvent happened = (CrowdsourcingEvent) recordableEvent;
        Event event = this.converter.convert(recordableEvent, source, data);
        event.setType(happened.happening().getType().getId());
        event.setWiki(happened.page().getWikiReference());
        event.setDocument(happened.page());
        event.setDocumentTitle(happened.title());
        // Nobody is a guest to the wiki, whose feeds and e-mails expect somebody.
        event.setUser(happened.actor() != null ? happened.actor()
            : new DocumentReference(happened.page().getWikiReference().getName(), "XWiki", "XWikiGuest"));
        if (SessionReminder.isReminder(happened)) {
            event.setId(SessionReminder.id(happened));
        }
        event.setParameters(Map.of("happening", happened.happening().getId(), "contribution",
            happened.contribution(), "time", happened.time()));
        return event;
    }

    @Override
    public List<RecordableEvent> getSupportedEvents()
    {
        return List.of(CrowdsourcingEvent.any());
    }
}

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

import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ModerationRecorder;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.Event;
import org.xwiki.observation.remote.RemoteObservationManagerContext;

/**
 * The one way to raise an event: after a page was saved, by a manager or by the wiki's own editor, it looks what has
 * happened, and writes what belongs into the moderation log. What was saved on another machine is told there.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(EventListener.NAME)
public class EventListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcing.events";

    @Inject
    private RemoteObservationManagerContext remote;

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<PageNews> news;

    @Inject
    private Provider<PersonalNews> personal;

    @Inject
    private Provider<ApplicationNews> applications;

    @Inject
    private Provider<ModerationRecorder> recorder;

    @Inject
    private Provider<ObservationManager> observation;

    @Inject
    private Logger logger;

    /**
     * Listens to every page that was saved.
     */
    public EventListener()
    {
        super(NAME, new DocumentCreatedEvent(), new DocumentUpdatedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        PageState after = this.changes.get().after(source);
        if (!this.remote.isRemoteState() && !Schema.isCode(after.page())) {
            PageState before = this.changes.get().before(source);
            try {
                this.recorder.get().record(before, after);
                List<CrowdsourcingEvent> happened = new ArrayList<>(this.news.get().find(before, after));
                happened.addAll(this.personal.get().find(before, after));
                happened.addAll(this.applications.get().find(before, after));
                happened.forEach(found -> this.observation.get().notify(found, CrowdsourcingEvent.SOURCE));
            } catch (CrowdsourcingException e) {
                // The page is saved: that nobody is told does not undo it.
                this.logger.error("Failed to tell what has happened on the page [{}]", after.page(), e);
            }
        }
    }
}

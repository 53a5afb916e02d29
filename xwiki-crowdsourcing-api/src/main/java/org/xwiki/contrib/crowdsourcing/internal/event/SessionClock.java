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

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.manager.NamespacedComponentManager;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;
import org.xwiki.context.concurrent.ExecutionContextRunnable;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.invitation.InvitationReminder;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;
import org.xwiki.wiki.manager.WikiManagerException;

/**
 * Looks every five minutes which sessions are near and which invitations wait for an answer, in the wiki where the
 * extension is installed or in all of them. The wiki's own scheduler would need a page with programming right. It is a
 * listener because those are there from the start, and gone when the extension is.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(SessionClock.NAME)
public class SessionClock extends AbstractEventListener implements Initializable, Disposable
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingSessionClock";

    private static final String WIKI = "wiki:";

    private static final int MINUTES = 5;

    @Inject
    private ComponentManager components;

    @Inject
    private Provider<SessionReminder> reminder;

    @Inject
    private Provider<InvitationReminder> invitations;

    @Inject
    private Provider<WikiDescriptorManager> wikis;

    @Inject
    private Logger logger;

    private ScheduledExecutorService executor;

    /**
     * Listens to nothing.
     */
    public SessionClock()
    {
        super(NAME);
    }

    @Override
    public void initialize()
    {
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "Crowdsourcing session clock");
            thread.setDaemon(true);
            return thread;
        });
        Runnable tick = new ExecutionContextRunnable(this::tick, this.components);
        this.executor.scheduleWithFixedDelay(tick, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void dispose()
    {
        this.executor.shutdownNow();
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        // It listens to nothing.
    }

    /**
     * Looks once.
     */
    void tick()
    {
        try {
            for (String wiki : getWikis()) {
                remind(new WikiReference(wiki));
            }
        } catch (WikiManagerException | RuntimeException e) {
            // It is tried again: an exception would end it for good.
            this.logger.error("Failed to find out in which wikis to look", e);
        }
    }

    private void remind(WikiReference wiki)
    {
        try {
            this.reminder.get().remind(wiki, Instant.now());
        } catch (CrowdsourcingException | RuntimeException e) {
            this.logger.error("Failed to tell which sessions are near", e);
        }
        try {
            this.invitations.get().remind(wiki, Instant.now());
        } catch (CrowdsourcingException | RuntimeException e) {
            this.logger.error("Failed to remind of invitations", e);
        }
    }

    private Collection<String> getWikis() throws WikiManagerException
    {
        String namespace =
            this.components instanceof NamespacedComponentManager namespaced ? namespaced.getNamespace() : null;
        return namespace != null && namespace.startsWith(WIKI) ? List.of(namespace.substring(WIKI.length()))
            : this.wikis.get().getAllIds();
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.agreement;

import javax.annotation.Priority;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.expert.ProfileStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.SpaceVeil;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;
import org.xwiki.observation.remote.RemoteObservationManagerContext;

/**
 * Shuts and opens what is restricted to the panel when anything changes that it depends on, whoever saves it and
 * however. What becomes restricted is shut before it is saved.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(GateListener.NAME)
@Priority(GateListener.AFTER_RULES)
public class GateListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingGate";

    /** Behind the rules: what they refuse is not saved. */
    static final int AFTER_RULES = 2000;

    @Inject
    private RemoteObservationManagerContext remote;

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<Gate> gate;

    @Inject
    private Provider<ProfileStore> profiles;

    @Inject
    private Provider<PageWriter> writer;

    @Inject
    private Provider<ContextualLocalizationManager> localization;

    @Inject
    private Logger logger;

    /**
     * Listens to every page that is saved or deleted.
     */
    public GateListener()
    {
        super(NAME, new DocumentCreatingEvent(), new DocumentUpdatingEvent(), new DocumentCreatedEvent(),
            new DocumentUpdatedEvent(), new DocumentDeletedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (this.remote.isRemoteState() || source == null) {
            return;
        }
        PageState before = this.changes.get().before(source);
        boolean deleted = event instanceof DocumentDeletedEvent;
        PageState after = deleted ? before : this.changes.get().after(source);
        if (after.page() == null || Schema.isCode(after.page())) {
            return;
        }
        if (event instanceof DocumentCreatingEvent || event instanceof DocumentUpdatingEvent) {
            saving((CancelableEvent) event, before, after);
        } else {
            try {
                saved(before, after, deleted);
            } catch (CrowdsourcingException e) {
                this.logger.error("Failed to find out who may view what [{}] is about", after.page(), e);
            }
        }
    }

    private void saving(CancelableEvent event, PageState before, PageState after)
    {
        if (!event.isCanceled() && Gate.isRestricted(after) && !(before.exists() && Gate.isRestricted(before))) {
            try {
                this.gate.get().close(after);
            } catch (CrowdsourcingException e) {
                // Never open what shall be shut.
                this.logger.error("Failed to shut [{}]", after.page(), e);
                event.cancel(this.localization.get().getTranslationPlain("crowdsourcing.error.technical"));
            }
        }
    }

    private void saved(PageState before, PageState after, boolean deleted) throws CrowdsourcingException
    {
        Gate doors = this.gate.get();
        DocumentReference page = after.page();
        if (SpaceVeil.PREFERENCES.equals(page.getName())) {
            if (!doors.isBusy()) {
                doors.renewBelow(page.getLastSpaceReference());
            }
        } else if (after.has(Schema.ENGAGEMENT) || before.has(Schema.ENGAGEMENT)) {
            doors.renewAround(AgreementStore.dialogue(page));
        } else if (after.has(Schema.INITIATIVE)) {
            doors.renewBelow(page.getLastSpaceReference());
        } else if (after.has(Schema.EXPERT)) {
            profile(before, after, deleted);
        } else if (!deleted && (after.has(Schema.DIALOGUE) || after.has(Schema.BRIEF))) {
            thread(before, after);
        }
    }

    private void thread(PageState before, PageState after) throws CrowdsourcingException
    {
        if (Gate.isRestricted(after) || before.exists() && Gate.isRestricted(before)) {
            this.gate.get().renew(after.page());
        }
        String seats = "seats";
        if (after.has(Schema.DIALOGUE)
            && before.first(Schema.DIALOGUE).number(seats) != after.first(Schema.DIALOGUE).number(seats)) {
            this.gate.get().renewAround(after.page());
        }
    }

    private void profile(PageState before, PageState after, boolean deleted) throws CrowdsourcingException
    {
        String user = "user";
        if (deleted || before.exists()
            && !before.first(Schema.EXPERT).text(user).equals(after.first(Schema.EXPERT).text(user))) {
            for (Row engagement : this.profiles.get().engagements(after.page())) {
                // Its own rights name the user too; the dialogue follows.
                this.writer.get().touch(engagement.page());
            }
        }
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.call.ApplicationVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.job.Request;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationContext;
import org.xwiki.observation.event.Event;
import org.xwiki.observation.remote.RemoteObservationManagerContext;
import org.xwiki.refactoring.event.DocumentRenamedEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;

/**
 * Lets contact data go with its profile: where it is moved without the pages below it, and when it is deleted; and its
 * rights, and those of applications, with who the expert is and who curates the directory or the initiative.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(ContactListener.NAME)
public class ContactListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingContacts";

    @Inject
    private RemoteObservationManagerContext remote;

    @Inject
    private ObservationContext current;

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<ContactStore> store;

    @Inject
    private Provider<ContactRights> rights;

    @Inject
    private Provider<Access> access;

    @Inject
    private Logger logger;

    /**
     * Listens to every page that was saved, moved or deleted.
     */
    public ContactListener()
    {
        super(NAME, new DocumentCreatedEvent(), new DocumentUpdatedEvent(), new DocumentDeletedEvent(),
            new DocumentRenamedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (this.remote.isRemoteState() || source == null) {
            return;
        }
        try {
            if (event instanceof DocumentRenamedEvent moved) {
                follow(moved.getSourceReference(), moved.getTargetReference(), data);
            } else if (event instanceof DocumentDeletedEvent) {
                deleted(this.changes.get().before(source));
            } else {
                saved(this.changes.get().before(source), this.changes.get().after(source));
            }
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to let contact data follow after [{}]", event, e);
        }
    }

    private void follow(DocumentReference from, DocumentReference to, Object request) throws CrowdsourcingException
    {
        // With the pages below it contact data is moved too, by the wiki.
        boolean alone = request instanceof Request job && !Boolean.TRUE.equals(job.getProperty("deep"));
        if (alone && this.access.get().canView(ContactStore.page(from))) {
            this.store.get().move(from, to);
        }
    }

    private void deleted(PageState before) throws CrowdsourcingException
    {
        // To move a page is to delete it too.
        if (before.has(Schema.EXPERT) && !this.current.isIn(new DocumentRenamingEvent())) {
            this.store.get().delete(before.page());
        }
    }

    private void saved(PageState before, PageState after) throws CrowdsourcingException
    {
        if (differs(before, after, Schema.EXPERT, "user")) {
            this.store.get().touch(after.page());
        }
        if (differs(before, after, Schema.DIRECTORY, "curators")
            || before.has(Schema.INITIATIVE) && ApplicationVeil.PEOPLE.stream()
                .anyMatch(people -> differs(before, after, Schema.INITIATIVE, people))) {
            this.rights.get().renew(after.page());
        }
    }

    private boolean differs(PageState before, PageState after, Schema schema, String property)
    {
        String old = before.exists() ? before.first(schema).text(property) : "";
        return after.has(schema) && !old.equals(after.first(schema).text(property));
    }
}

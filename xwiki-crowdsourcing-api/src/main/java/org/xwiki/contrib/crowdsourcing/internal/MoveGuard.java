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

import java.util.Collection;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.KeptPages;
import org.xwiki.job.AbstractRequest;
import org.xwiki.job.Request;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;
import org.xwiki.refactoring.event.DocumentCopyingEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;
import org.xwiki.refactoring.event.EntitiesCopyingEvent;
import org.xwiki.refactoring.event.EntitiesRenamingEvent;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;

/**
 * Lets pages be moved as a whole or not at all: the wiki itself leaves behind what somebody may not delete, such as the
 * scores that others gave, and moves the rest. No page takes the place of one that is kept for good either, and what
 * somebody gave for one thing is not moved or copied to another one. The old addresses always lead to the new ones.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(MoveGuard.NAME)
public class MoveGuard extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingMoveGuard";

    /** The property of requests with why what they ask for was refused. */
    static final String REFUSAL = "crowdsourcingRefusal";

    private static final String KEPT = "crowdsourcing.error.moveKept";

    /** The property of requests with whether the old addresses lead to the new ones. */
    private static final String REDIRECT = "autoRedirect";

    /** The property of requests with who asks. */
    private static final String USER = "user.reference";

    @Inject
    private Provider<KeptPages> pages;

    @Inject
    private AuthorizationManager rights;

    @Inject
    private Provider<ContextualLocalizationManager> localization;

    @Inject
    private Logger logger;

    /**
     * Listens to what is about to be moved or copied.
     */
    public MoveGuard()
    {
        super(NAME, new EntitiesRenamingEvent(), new EntitiesCopyingEvent(), new DocumentRenamingEvent(),
            new DocumentCopyingEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        try {
            String refusal = null;
            if (event instanceof DocumentRenamingEvent moving) {
                refusal = checkTarget(moving.getTargetReference());
            } else if (event instanceof DocumentCopyingEvent copying) {
                refusal = checkTarget(copying.getTargetReference());
            } else if (data instanceof Request request) {
                refusal = check(request, event instanceof EntitiesCopyingEvent);
            }
            if (refusal != null) {
                refuse(event, data, refusal);
            } else if (event instanceof EntitiesRenamingEvent && data instanceof AbstractRequest request) {
                redirect(request);
            }
        } catch (CrowdsourcingException e) {
            this.logger.debug("Failed to check what is moved", e);
            refuse(event, data, "crowdsourcing.error.technical");
        }
    }

    private void refuse(Event event, Object data, String messageKey)
    {
        String message = this.localization.get().getTranslationPlain(messageKey);
        ((CancelableEvent) event).cancel(message);
        // The wiki shows the log of the job to who moves pages, and nothing else: see RefusalListener.
        this.logger.error("{}", message);
        if (data instanceof AbstractRequest request) {
            request.setProperty(REFUSAL, message);
        }
    }

    /** What was published or cited elsewhere names addresses: the old ones lead on, also where nobody asks for it. */
    private void redirect(AbstractRequest request) throws CrowdsourcingException
    {
        for (EntityReference entity : entities(request)) {
            boolean ours = false;
            if (entity.getType() == EntityType.SPACE) {
                ours = !this.pages.get().partsOf(new SpaceReference(entity)).isEmpty();
            } else if (entity.getType() == EntityType.DOCUMENT) {
                DocumentReference page = new DocumentReference(entity);
                ours = KeptPages.isHome(page) ? !this.pages.get().partsOf(page.getLastSpaceReference()).isEmpty()
                    : this.pages.get().isKept(page);
            }
            if (ours) {
                request.setProperty(REDIRECT, true);
            }
        }
    }

    private static Collection<EntityReference> entities(Request request)
    {
        Collection<EntityReference> entities = request.getProperty("entityReferences");
        return entities == null ? List.of() : entities;
    }

    private String checkTarget(DocumentReference target) throws CrowdsourcingException
    {
        return this.pages.get().isKept(target) ? "crowdsourcing.error.moveTaken" : null;
    }

    private String check(Request request, boolean copied) throws CrowdsourcingException
    {
        boolean deep = Boolean.TRUE.equals(request.getProperty("deep"));
        for (EntityReference entity : entities(request)) {
            String refusal = null;
            if (entity.getType() == EntityType.SPACE) {
                refusal = checkSpace(new SpaceReference(entity), request, copied);
            } else if (entity.getType() == EntityType.DOCUMENT) {
                DocumentReference page = new DocumentReference(entity);
                refusal = deep && KeptPages.isHome(page) ? checkSpace(page.getLastSpaceReference(), request, copied)
                    : checkPage(page, request, copied);
            }
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private String checkPage(DocumentReference page, Request request, boolean copied) throws CrowdsourcingException
    {
        String refusal = null;
        boolean fixed = !isAdministrator(page.getWikiReference(), request) && this.pages.get().isFixed(page);
        boolean kept = !copied && this.pages.get().isKept(page) && !isAdministrator(page, request);
        if (fixed || kept) {
            refusal = KEPT;
        } else if (!copied && this.pages.get().hasParts(page)) {
            refusal = "crowdsourcing.error.moveAlone";
        }
        return refusal;
    }

    private String checkSpace(SpaceReference space, Request request, boolean copied) throws CrowdsourcingException
    {
        boolean alone = !isAdministrator(space.extractReference(EntityType.WIKI), request)
            && this.pages.get().isDetached(space);
        boolean left = !copied && !isAdministrator(space, request) && (this.pages.get().hasKept(space)
            || this.pages.get().partsOf(space).stream().anyMatch(page -> !isMovable(page, request)));
        return alone || left ? KEPT : null;
    }

    private boolean isMovable(DocumentReference page, Request request)
    {
        DocumentReference user = request.getProperty(USER);
        return this.rights.hasAccess(Right.VIEW, user, page) && this.rights.hasAccess(Right.DELETE, user, page);
    }

    private boolean isAdministrator(EntityReference entity, Request request)
    {
        DocumentReference user = request.getProperty(USER);
        return Boolean.FALSE.equals(request.getProperty("checkrights"))
            || user != null && this.rights.hasAccess(Right.ADMIN, user, entity);
    }
}

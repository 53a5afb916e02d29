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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentDeletingEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.KeptPages;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationContext;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;
import org.xwiki.refactoring.event.DocumentRenamingEvent;

/**
 * Keeps the page of a version, frozen of a brief or published of a roadmap, as it is, whoever changes it and however:
 * what is cited reads as it did when it was cited. Administrators of the wiki may delete it, as a whole.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(BriefVersionListener.NAME)
public class BriefVersionListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingBriefVersions";

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<BriefPages> pages;

    @Inject
    private Provider<PageWriter> writer;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<KeptPages> kept;

    @Inject
    private ObservationContext observation;

    @Inject
    private Provider<ContextualLocalizationManager> localization;

    @Inject
    private Logger logger;

    /**
     * Listens to every page that is about to be saved or deleted.
     */
    public BriefVersionListener()
    {
        super(NAME, new DocumentCreatingEvent(), new DocumentUpdatingEvent(), new DocumentDeletingEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        boolean deleted = event instanceof DocumentDeletingEvent;
        PageState state = deleted ? this.changes.get().before(source) : this.changes.get().after(source);
        DocumentReference page = state.page();
        try {
            // Also what is added to it: a translation of the page by the wiki, a comment, an attachment.
            if (isVersion(page) && !isAllowed(page, deleted)) {
                cancel(event, "crowdsourcing.error.briefVersion");
            } else if (!deleted && isRoadmapVersion(page) && !isAllowed(page, false)) {
                cancel(event, "crowdsourcing.error.versionManaged");
            }
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to check the page [{}] before it is changed", page, e);
            cancel(event, "crowdsourcing.error.technical");
        }
    }

    private boolean isVersion(DocumentReference page) throws CrowdsourcingException
    {
        return page != null && !Schema.isCode(page) && BriefPages.isVersionName(page.getName())
            && this.pages.get().findVersion(page).isPresent();
    }

    private boolean isRoadmapVersion(DocumentReference page) throws CrowdsourcingException
    {
        return page != null && !Schema.isCode(page) && BriefPages.isVersionName(page.getName())
            && this.kept.get().isRoadmapVersion(page);
    }

    private boolean isAllowed(DocumentReference page, boolean deleted)
    {
        // When it has been moved, the wiki saves its new parent; the rule of its class keeps what it says.
        boolean moved = this.observation.isIn(new DocumentRenamingEvent());
        boolean allowed = deleted ? this.access.get().isAdministrator(moved ? page : page.getWikiReference()) : moved;
        return allowed || this.writer.get().isManaged();
    }

    private void cancel(Event event, String messageKey)
    {
        ((CancelableEvent) event).cancel(this.localization.get().getTranslationPlain(messageKey));
    }
}

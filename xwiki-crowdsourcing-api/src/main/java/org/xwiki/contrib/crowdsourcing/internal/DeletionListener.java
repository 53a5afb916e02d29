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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.bridge.event.DocumentDeletingEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.internal.store.KeptPages;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;

/**
 * Lets nobody but administrators delete what was said and what the moderation log says. The wiki gives everybody the
 * right to delete the pages that one created, which are these.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(DeletionListener.NAME)
public class DeletionListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingDeletions";

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<PageWriter> writer;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Brought> brought;

    @Inject
    private Provider<ContextualLocalizationManager> localization;

    /**
     * Listens to every page that is about to be deleted.
     */
    public DeletionListener()
    {
        super(NAME, new DocumentDeletingEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        PageState before = this.changes.get().before(source);
        boolean kept = before.exists() && !Schema.isCode(before.page())
            && KeptPages.KEPT.stream().anyMatch(before::has);
        if (kept && !this.writer.get().isManaged() && !this.access.get().isAdministrator(place(before))) {
            ((CancelableEvent) event).cancel(
                this.localization.get().getTranslationPlain("crowdsourcing.error.deletionManaged"));
        }
    }

    /**
     * Who owns an initiative administrates its space, and moves it, but does not take away what others gave or what is
     * cited.
     */
    private EntityReference place(PageState page)
    {
        boolean fixed = KeptPages.FIXED.stream().anyMatch(page::has) && !this.brought.get().isMoved();
        return fixed ? page.page().getWikiReference() : page.page();
    }
}

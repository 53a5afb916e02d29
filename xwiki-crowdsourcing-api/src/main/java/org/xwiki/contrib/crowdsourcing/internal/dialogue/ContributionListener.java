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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/**
 * Keeps what is kept in memory of the contributions of a thread up to date with what any machine saves.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(ContributionListener.NAME)
public class ContributionListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingContributions";

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<MergeStore> merges;

    @Inject
    private Provider<TextIndexes> texts;

    @Inject
    private Provider<ArrivalStore> arrivals;

    @Inject
    private Provider<PostStore> posts;

    @Inject
    private Provider<IdeaStore> ideas;

    @Inject
    private Provider<AlertStore> alerts;

    @Inject
    private Provider<MeasureCache> measures;

    /**
     * Listens to every page that was created, changed or deleted.
     */
    public ContributionListener()
    {
        super(NAME, new DocumentCreatedEvent(), new DocumentUpdatedEvent(), new DocumentDeletedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        PageState state = this.changes.get().after(source);
        DocumentReference page = state.page();
        if (ContributionKeys.isName(page.getName())) {
            this.texts.get().changed(page);
            this.measures.get().changed(page);
            if (!(event instanceof DocumentCreatedEvent)) {
                this.merges.get().changed(page);
            }
            boolean shown = !(event instanceof DocumentDeletedEvent) && state.has(Schema.CONTRIBUTION)
                && ContributionView.state(state.first(Schema.CONTRIBUTION)) == ContributionState.PUBLISHED;
            this.arrivals.get().happened(page, shown);
            this.posts.get().happened(page, state.first(Schema.CONTRIBUTION));
            this.ideas.get().happened(page, state.first(Schema.CONTRIBUTION));
        } else if (AlertStore.isName(page.getName())) {
            this.alerts.get().changed(page);
        }
    }
}

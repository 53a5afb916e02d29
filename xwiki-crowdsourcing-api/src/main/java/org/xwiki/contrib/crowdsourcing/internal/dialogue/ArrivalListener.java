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
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/**
 * Hears of contributions that appear, here and on the other machines, and of those that disappear.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(ArrivalListener.NAME)
public class ArrivalListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingArrivals";

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<ArrivalStore> store;

    /**
     * Listens to pages that were saved or deleted.
     */
    public ArrivalListener()
    {
        super(NAME, new DocumentCreatedEvent(), new DocumentUpdatedEvent(), new DocumentDeletedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        PageState page = this.changes.get().after(source);
        if (ContributionKeys.isName(page.page().getName())) {
            boolean shown = !(event instanceof DocumentDeletedEvent) && page.has(Schema.CONTRIBUTION)
                && ContributionView.state(page.first(Schema.CONTRIBUTION)) == ContributionState.PUBLISHED;
            this.store.get().happened(page.page(), shown);
        }
    }
}

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

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.ratings.events.AbstractRatingEvent;
import org.xwiki.ratings.events.CreatedRatingEvent;
import org.xwiki.ratings.events.DeletedRatingEvent;
import org.xwiki.refactoring.event.DocumentRenamedEvent;

/**
 * Keeps what is known of support up to date.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(SupportListener.NAME)
public class SupportListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingSupport";

    @Inject
    private Provider<SupportStore> store;

    @Inject
    private Logger logger;

    /**
     * Listens to ratings, and to pages that were moved.
     */
    public SupportListener()
    {
        super(NAME, new CreatedRatingEvent(null), new DeletedRatingEvent(null), new DocumentRenamedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (event instanceof AbstractRatingEvent rated && SupportConfiguration.ID.equals(source)) {
            this.store.get().happened(rated.getRating(), event instanceof CreatedRatingEvent);
        } else if (source != null && event instanceof DocumentRenamedEvent moved
            && ContributionKeys.isName(moved.getSourceReference().getName()))
        {
            try {
                this.store.get().move(moved.getSourceReference(), moved.getTargetReference());
            } catch (CrowdsourcingException e) {
                this.logger.error("Failed to let the support of [{}] follow it to [{}]", moved.getSourceReference(),
                    moved.getTargetReference(), e);
            }
        }
    }
}

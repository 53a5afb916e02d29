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
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.ObservationContext;
import org.xwiki.refactoring.event.DocumentCopyingEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;

/**
 * Pages that nobody writes: they are moved or copied with what they belong to, come back from the trash, or are
 * imported. Who owns an initiative administrates its space, but imports nothing: what others said, gave or answered
 * comes from administrators of the wiki alone.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Brought.class)
@Singleton
public class Brought
{
    private static final String RESTORED = Brought.class.getName() + ".restored";

    @Inject
    private Access access;

    @Inject
    private ObservationContext observation;

    @Inject
    private Execution execution;

    /**
     * @param page a page that is about to be created
     * @return {@code true} if it comes as it was, with what only managers write
     */
    public boolean isBrought(DocumentReference page)
    {
        boolean copied = isCopied() && this.access.isAdministrator(page);
        return copied || isMoved() || isRestored(page) || isTrusted(page);
    }

    /**
     * @return {@code true} if pages are being moved
     */
    public boolean isMoved()
    {
        return this.observation.isIn(new DocumentRenamingEvent());
    }

    /**
     * @return {@code true} if pages are being copied
     */
    public boolean isCopied()
    {
        return this.observation.isIn(new DocumentCopyingEvent());
    }

    /**
     * @param page a page
     * @return {@code true} if the current user administrates the wiki of the page
     */
    public boolean isTrusted(DocumentReference page)
    {
        return this.access.isAdministrator(page.getWikiReference());
    }

    private boolean isRestored(DocumentReference page)
    {
        ExecutionContext context = this.execution.getContext();
        return context != null && page.equals(context.getProperty(RESTORED));
    }

    /**
     * @param page the page that comes back from the trash now, {@code null} if it is back
     */
    void restore(DocumentReference page)
    {
        ExecutionContext context = this.execution.getContext();
        if (page == null) {
            context.removeProperty(RESTORED);
        } else {
            context.setProperty(RESTORED, page);
        }
    }
}

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

import org.xwiki.bridge.event.DocumentRestoredEvent;
import org.xwiki.bridge.event.DocumentRestoringEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/**
 * Tells which page comes back from the trash: it comes back as it was deleted, with what nobody may write.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(RestoreListener.NAME)
public class RestoreListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingRestores";

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<Brought> brought;

    /**
     * Listens to every page that comes back from the trash.
     */
    public RestoreListener()
    {
        super(NAME, new DocumentRestoringEvent(), new DocumentRestoredEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        this.brought.get()
            .restore(event instanceof DocumentRestoringEvent ? this.changes.get().after(source).page() : null);
    }
}

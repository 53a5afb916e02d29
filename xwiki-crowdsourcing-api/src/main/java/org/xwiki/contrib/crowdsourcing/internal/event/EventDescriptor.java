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
package org.xwiki.contrib.crowdsourcing.internal.event;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.contrib.crowdsourcing.event.EventType;
import org.xwiki.eventstream.RecordableEventDescriptor;

/**
 * How a type of event is called where people choose of what they are notified. There is one for each type.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(hints = {EventType.REPLY_ID, EventType.MENTION_ID, EventType.DECISION_ID, EventType.MODERATION_ID,
    EventType.INVITATION_ID, EventType.SESSION_ID, EventType.PROGRESS_ID, EventType.ALERT_ID,
    EventType.APPLICATION_ID})
@Singleton
public class EventDescriptor implements RecordableEventDescriptor
{
    @Inject
    private ComponentDescriptor<RecordableEventDescriptor> descriptor;

    @Override
    public String getEventType()
    {
        return this.descriptor.getRoleHint();
    }

    @Override
    public String getApplicationName()
    {
        return "crowdsourcing.event.application";
    }

    @Override
    public String getDescription()
    {
        return getEventType();
    }

    @Override
    public String getApplicationIcon()
    {
        return "group";
    }

    @Override
    public boolean equals(Object other)
    {
        // The extension may be installed on several wikis of a farm: it is listed once.
        return other instanceof RecordableEventDescriptor that && getEventType().equals(that.getEventType());
    }

    @Override
    public int hashCode()
    {
        return getEventType().hashCode();
    }
}

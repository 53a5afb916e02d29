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
package org.xwiki.contrib.crowdsourcing.event;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * What somebody can choose to be notified of, or not.
 *
 * @version $Id$
 * @since 1.0
 */
public enum EventType implements Stored
{
    /** Somebody replied to a contribution of mine. */
    REPLY(EventType.REPLY_ID),

    /** Somebody named me in a contribution. */
    MENTION(EventType.MENTION_ID),

    /** Somebody decided on a contribution of mine, or on one that I back. */
    DECISION(EventType.DECISION_ID),

    /** A contribution of mine was hidden, is shown, or was merged. */
    MODERATION(EventType.MODERATION_ID),

    /** I was invited to a dialogue. */
    INVITATION(EventType.INVITATION_ID),

    /** The session of a dialogue that I watch was planned, moved, opened or closed, or that I take part in is near. */
    SESSION(EventType.SESSION_ID),

    /** Something new in an initiative that I watch: a challenge, a dialogue, a brief, a roadmap. */
    PROGRESS(EventType.PROGRESS_ID),

    /** Something looks as if a discussion that I curate was taken over. */
    ALERT(EventType.ALERT_ID),

    /** Somebody applied to the open call of an initiative that I curate, or was nominated. */
    APPLICATION(EventType.APPLICATION_ID);

    /** The id of {@link #REPLY}. */
    public static final String REPLY_ID = "crowdsourcing.reply";

    /** The id of {@link #MENTION}. */
    public static final String MENTION_ID = "crowdsourcing.mention";

    /** The id of {@link #DECISION}. */
    public static final String DECISION_ID = "crowdsourcing.decision";

    /** The id of {@link #MODERATION}. */
    public static final String MODERATION_ID = "crowdsourcing.moderation";

    /** The id of {@link #INVITATION}. */
    public static final String INVITATION_ID = "crowdsourcing.invitation";

    /** The id of {@link #SESSION}. */
    public static final String SESSION_ID = "crowdsourcing.session";

    /** The id of {@link #PROGRESS}. */
    public static final String PROGRESS_ID = "crowdsourcing.progress";

    /** The id of {@link #ALERT}. */
    public static final String ALERT_ID = "crowdsourcing.alert";

    /** The id of {@link #APPLICATION}. */
    public static final String APPLICATION_ID = "crowdsourcing.application";

    private final String id;

    EventType(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}

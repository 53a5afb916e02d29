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
 * What can happen that others want to know. Its id is the last part of the key of the sentence that says so.
 *
 * @version $Id$
 * @since 1.0
 */
public enum Happening implements Stored
{
    /** Somebody replied to a contribution. */
    REPLIED("replied", EventType.REPLY),

    /** Somebody named a user in a contribution. */
    MENTIONED("mentioned", EventType.MENTION),

    /** A contribution is taken up. */
    TAKEN("taken", EventType.DECISION),

    /** A part of a contribution is taken up. */
    PARTLY_TAKEN("partly", EventType.DECISION),

    /** A contribution is not taken up. */
    NOT_TAKEN("nottaken", EventType.DECISION),

    /** What somebody backs is taken up. */
    BACKED_TAKEN("backedTaken", EventType.DECISION),

    /** A part of what somebody backs is taken up. */
    BACKED_PARTLY("backedPartly", EventType.DECISION),

    /** What somebody backs is not taken up. */
    BACKED_NOT_TAKEN("backedNotTaken", EventType.DECISION),

    /** A contribution was hidden. */
    HIDDEN("hidden", EventType.MODERATION),

    /** A hidden contribution is shown again. */
    SHOWN("shown", EventType.MODERATION),

    /** A contribution that awaited moderation is shown. */
    APPROVED("approved", EventType.MODERATION),

    /** A contribution stays hidden although its author appealed. */
    APPEAL_UPHELD("appealUpheld", EventType.MODERATION),

    /** A contribution was merged into another one. */
    MERGED("merged", EventType.MODERATION),

    /** A merged contribution stands for itself again. */
    SEPARATED("separated", EventType.MODERATION),

    /** An expert was invited to a dialogue. */
    INVITED("invited", EventType.INVITATION),

    /** An expert is asked to sign something. */
    AGREEMENT_ASKED("agreementAsked", EventType.INVITATION),

    /** The session of a dialogue got a time, or another one. */
    SESSION_PLANNED("sessionPlanned", EventType.SESSION),

    /** The session of a dialogue has no time any more. */
    SESSION_POSTPONED("sessionPostponed", EventType.SESSION),

    /** A dialogue takes contributions. */
    SESSION_OPENED("sessionOpened", EventType.SESSION),

    /** The session of a dialogue will not take place. */
    SESSION_CANCELLED("sessionCancelled", EventType.SESSION),

    /** A cancelled session will take place after all. */
    SESSION_REINSTATED("sessionReinstated", EventType.SESSION),

    /** A session begins within a day. */
    SESSION_TOMORROW("sessionTomorrow", EventType.SESSION),

    /** A session begins within an hour. */
    SESSION_SOON("sessionSoon", EventType.SESSION),

    /** A dialogue takes no more contributions. */
    SESSION_CLOSED("sessionClosed", EventType.SESSION),

    /** An initiative has a new challenge. */
    CHALLENGE_ADDED("challengeAdded", EventType.PROGRESS),

    /** A challenge has a new dialogue. */
    DIALOGUE_ADDED("dialogueAdded", EventType.PROGRESS),

    /** A brief is open for the comments of the workshop. */
    BRIEF_OPENED("briefOpened", EventType.PROGRESS),

    /** A brief is frozen. */
    BRIEF_FROZEN("briefFrozen", EventType.PROGRESS),

    /** A roadmap was published, or a new version of it. */
    ROADMAP_PUBLISHED("roadmapPublished", EventType.PROGRESS),

    /** Curators have to look whether a discussion was taken over. */
    ALERTED("alert", EventType.ALERT),

    /** Somebody applied to an open call. */
    APPLIED("applied", EventType.APPLICATION),

    /** Somebody was nominated for an open call. */
    NOMINATED("nominated", EventType.APPLICATION);

    private final String id;

    private final EventType type;

    Happening(String id, EventType type)
    {
        this.id = id;
        this.type = type;
    }

    @Override
    public String getId()
    {
        return this.id;
    }

    /**
     * @return what it belongs to among the things of which people choose to be notified
     */
    public EventType getType()
    {
        return this.type;
    }
}

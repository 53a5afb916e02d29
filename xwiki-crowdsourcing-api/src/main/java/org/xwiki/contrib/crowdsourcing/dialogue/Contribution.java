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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.time.Instant;

import org.xwiki.model.reference.DocumentReference;

/**
 * What somebody contributed to a dialogue or said about a brief.
 *
 * @param reference the page
 * @param thread the page of the dialogue or brief
 * @param root the contribution that its discussion began with: itself, or what it replies to in the end
 * @param replyTo the contribution it replies to, or {@code null}
 * @param text wiki text, to be shown restricted; empty when it is hidden from the current user
 * @param kind what it is, never {@code null}
 * @param author the user who wrote it, {@code null} if unknown
 * @param speaker for whom the author captured it, plain text, empty if the author speaks
 * @param created when it was written
 * @param briefVersion the version of the brief that it speaks to, 0 if none
 * @param passage the passage of the brief that it speaks to, plain text; empty when it is hidden from the current user
 * @param state whether it is seen, never {@code null}
 * @param decision what was decided on it, or {@code null}
 * @param hiding why it is hidden, or {@code null}
 * @param merge what it was merged into, or {@code null}
 * @param edited when its author last changed it, or {@code null}
 * @param stamp changes with what is stored, for {@link org.xwiki.contrib.crowdsourcing.Seen}; empty when it is hidden
 *     from the current user
 * @version $Id$
 * @since 1.0
 */
public record Contribution(DocumentReference reference, DocumentReference thread, DocumentReference root,
    DocumentReference replyTo, String text, ContributionKind kind, DocumentReference author, String speaker,
    Instant created, int briefVersion, String passage, ContributionState state, Decision decision, Hiding hiding,
    Merge merge, Instant edited, String stamp)
{
    /** The author of what somebody wrote who was not logged in, as it is stored; the name is that of the speaker. */
    public static final String GUEST = "XWiki.XWikiGuest";

    /**
     * @return {@code true} if it was written by somebody who was not logged in
     */
    public boolean isGuest()
    {
        return this.author != null && GUEST.endsWith('.' + this.author.getName());
    }

    /**
     * @return {@code true} if its discussion began with it
     */
    public boolean isRoot()
    {
        return this.replyTo == null;
    }

    /**
     * @return the name of its page: unique in its thread, fit to be an anchor in HTML
     */
    public String key()
    {
        return this.reference.getName();
    }
}

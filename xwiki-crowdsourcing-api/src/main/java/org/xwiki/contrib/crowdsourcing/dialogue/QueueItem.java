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
 * Something that waits for a curator.
 *
 * @param kind what it is
 * @param reference the page that is it: of the contribution, or of the flag
 * @param contribution the contribution that it is about, {@code null} if it is gone
 * @param thread the page of the dialogue or brief
 * @param threadTitle its title, plain text
 * @param reasonKind the kind of reason of a flag, otherwise {@code null}
 * @param text what is said in a flag, plain text, maybe empty
 * @param user who says so, {@code null} if nobody
 * @param since since when the contribution is there
 * @version $Id$
 * @since 1.0
 */
public record QueueItem(QueueKind kind, DocumentReference reference, Contribution contribution,
    DocumentReference thread, String threadTitle, HidingReason reasonKind, String text, DocumentReference user,
    Instant since)
{
}

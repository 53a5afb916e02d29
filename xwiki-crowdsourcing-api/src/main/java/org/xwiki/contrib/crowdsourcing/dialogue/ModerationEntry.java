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

import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.model.reference.DocumentReference;

/**
 * An entry of the public moderation log.
 *
 * @param act what was done, never {@code null}
 * @param contribution the page of the contribution that it was done to, {@code null} if there is none
 * @param reasonKind the kind of reason, a {@link HidingReason} or, when an alert was looked into, an
 *     {@link AlertReason}; or {@code null}
 * @param actor who did it; {@code null} for those who may not curate
 * @param at when
 * @version $Id$
 * @since 1.0
 */
public record ModerationEntry(ModerationAct act, DocumentReference contribution, Stored reasonKind,
    DocumentReference actor, Instant at)
{
}

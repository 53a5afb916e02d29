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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * Something that looks as if a discussion was taken over. It is for curators alone.
 *
 * @param reference its page
 * @param kind what it is
 * @param state what became of it
 * @param thread the page of the dialogue or brief
 * @param threadTitle its title, plain text
 * @param contribution what was backed, or the first of the texts that are alike; {@code null} if it is about neither
 * @param author the author who writes most, {@code null} if it is about something else
 * @param since when it began
 * @param until when it was seen last
 * @param count how many backings or contributions there are
 * @param total among how many contributions
 * @param accounts the accounts concerned
 * @param days how many days old an account is that is not young any more
 * @param stamp tells whether it is still the same
 * @version $Id$
 * @since 1.0
 */
public record Alert(DocumentReference reference, AlertKind kind, AlertState state, DocumentReference thread,
    String threadTitle, Contribution contribution, DocumentReference author, Instant since, Instant until, int count,
    int total, List<DocumentReference> accounts, int days, String stamp)
{
    /**
     * @return how many minutes it took
     */
    public long minutes()
    {
        return Duration.between(this.since, this.until).toMinutes();
    }

    /**
     * @return how many contributions of a hundred
     */
    public int share()
    {
        return this.total == 0 ? 0 : Math.round(100f * this.count / this.total);
    }
}

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
package org.xwiki.contrib.crowdsourcing.publication;

import java.time.Instant;

import org.xwiki.model.reference.DocumentReference;

/**
 * What a reviewer was asked and answered about the next version of a roadmap.
 *
 * @param reviewer the user
 * @param asked {@code false} if the reviewer is not asked any more
 * @param answer the answer, {@code null} if there is none yet
 * @param text what is said about it, plain text
 * @param on when it was answered, or {@code null}
 * @param outdated {@code true} if the draft says something else since
 * @param changedOn when it was changed last, {@code null} if it was not or that is unknown
 * @version $Id$
 * @since 1.0
 */
public record Review(DocumentReference reviewer, boolean asked, ReviewAnswer answer, String text, Instant on,
    boolean outdated, Instant changedOn)
{
    /**
     * @param reviewer the user
     * @param asked {@code false} if the reviewer is not asked any more
     * @param answer the answer, {@code null} if there is none yet
     * @param text what is said about it, plain text
     * @param on when it was answered, or {@code null}
     */
    public Review(DocumentReference reviewer, boolean asked, ReviewAnswer answer, String text, Instant on)
    {
        this(reviewer, asked, answer, text, on, false, null);
    }

    /**
     * @return {@code true} if it is in the way of publishing
     */
    public boolean isOpen()
    {
        return this.answer == ReviewAnswer.OBJECT || this.asked && this.answer == null;
    }
}

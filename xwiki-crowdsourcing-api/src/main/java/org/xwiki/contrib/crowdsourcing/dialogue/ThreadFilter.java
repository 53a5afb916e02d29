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

import org.xwiki.model.reference.DocumentReference;

/**
 * What is left out of a list of contributions.
 *
 * @param kind only contributions of this kind, {@code null} for all
 * @param author only contributions of this user, {@code null} for all
 * @param undecided only published ones on which something can be decided and nothing is
 * @param words only those that have all these words, in whatever form, in what they say, in the passage that they speak
 *     to or in the name of who said it; the newest 1,000 of them are listed; empty for all
 * @version $Id$
 * @since 1.0
 */
public record ThreadFilter(ContributionKind kind, DocumentReference author, boolean undecided, String words)
{
    /** Nothing is left out. */
    public static final ThreadFilter NONE = new ThreadFilter(null, null, false, "");

    /**
     * @param kind only contributions of this kind, {@code null} for all
     * @param author only contributions of this user, {@code null} for all
     * @param undecided only published ones on which something can be decided and nothing is
     */
    public ThreadFilter(ContributionKind kind, DocumentReference author, boolean undecided)
    {
        this(kind, author, undecided, "");
    }

    /**
     * @param kind only contributions of this kind, {@code null} for all
     * @param author only contributions of this user, {@code null} for all
     * @param undecided only published ones on which something can be decided and nothing is
     * @param words only those that have all these words, empty for all
     */
    public ThreadFilter
    {
        words = words == null ? "" : words.strip();
    }

    /**
     * @return {@code true} if something is left out
     */
    public boolean isFiltering()
    {
        return !NONE.equals(this);
    }
}

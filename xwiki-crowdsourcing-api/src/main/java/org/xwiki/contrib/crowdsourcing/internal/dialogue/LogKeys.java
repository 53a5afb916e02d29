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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The names of the pages of the entries of the moderation log: {@code m}, then a key that begins with its time. And the
 * properties of an entry.
 *
 * @version $Id$
 * @since 1.0
 */
final class LogKeys
{
    /** The first name of a range that holds all entries of a thread. */
    static final String FROM = "m";

    /** The end of that range. */
    static final String TO = "n";

    /** What was done. */
    static final String ACT = "act";

    /** The name of the contribution that it was done to. */
    static final String CONTRIBUTION = "contribution";

    /** The kind of reason. */
    static final String REASON_KIND = "reasonKind";

    /** Who did it. */
    static final String ACTOR = "actor";

    private static final Pattern NAME = Pattern.compile("m[0-9a-z]{14}");

    private LogKeys()
    {
    }

    /**
     * @param now the time
     * @return the name of a new entry
     */
    static String create(Instant now)
    {
        return FROM + ContributionKeys.key(now);
    }

    /**
     * @param name the name of a page
     * @return {@code true} if it is the name of an entry
     */
    static boolean isName(String name)
    {
        return name != null && NAME.matcher(name).matches();
    }

    /**
     * @param name the name of the page of an entry
     * @return when it was written
     */
    static Instant time(String name)
    {
        return isName(name) ? ContributionKeys.timeOf(name.substring(FROM.length())) : null;
    }
}

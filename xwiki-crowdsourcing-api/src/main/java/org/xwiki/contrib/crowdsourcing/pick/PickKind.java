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
package org.xwiki.contrib.crowdsourcing.pick;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * What can be found to put it into a page.
 *
 * @version $Id$
 * @since 1.0
 */
public enum PickKind implements Stored
{
    /** What somebody said. */
    CONTRIBUTION("contribution"),

    /** A piece of evidence of a brief. */
    EVIDENCE("evidence"),

    /** A recommendation. */
    RECOMMENDATION("recommendation"),

    /** A roadmap. */
    ROADMAP("roadmap"),

    /** A brief, a version of it or a translation. */
    BRIEF("brief"),

    /** The profile of an expert. */
    EXPERT("expert"),

    /** A dialogue. */
    DIALOGUE("dialogue"),

    /** An initiative. */
    INITIATIVE("initiative"),

    /** A challenge. */
    CHALLENGE("challenge");

    private final String id;

    PickKind(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}

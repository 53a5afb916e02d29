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
package org.xwiki.contrib.crowdsourcing.initiative;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * The roles in an initiative, each held by a wiki group.
 *
 * @version $Id$
 * @since 1.0
 */
public enum StaffRole implements Stored
{
    /** Owners of the initiative. */
    OWNERS("owners"),

    /** Those who screen experts, moderate and decide. */
    CURATORS("curators"),

    /** Those who write briefs. */
    RESEARCHERS("researchers"),

    /** Those who run a session. */
    FACILITATORS("facilitators"),

    /** Those who capture on behalf of speakers. */
    NOTE_TAKERS("noteTakers"),

    /** Those who prioritise and select. */
    PARTNERS("partners"),

    /** Those who write the roadmap. */
    EDITORS("editors"),

    /** Those who contribute. */
    EXPERTS("experts");

    private final String id;

    StaffRole(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}

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
package org.xwiki.contrib.crowdsourcing.macro;

import org.xwiki.contrib.crowdsourcing.expert.Affiliation;

/**
 * Which experts are shown, by the kind of organisation that they work for.
 *
 * @version $Id$
 * @since 1.0
 */
public enum ExpertsAffiliation
{
    /** All of them. */
    ALL(null),

    /** University or research institute. */
    ACADEMIA(Affiliation.ACADEMIA),

    /** Non-profit organisation. */
    NONPROFIT(Affiliation.NONPROFIT),

    /** Company. */
    BUSINESS(Affiliation.BUSINESS),

    /** International organisation. */
    INTERNATIONAL(Affiliation.INTERNATIONAL),

    /** Government at any level. */
    GOVERNMENT(Affiliation.GOVERNMENT);

    private final Affiliation affiliation;

    ExpertsAffiliation(Affiliation affiliation)
    {
        this.affiliation = affiliation;
    }

    /**
     * @return the kind of organisation, {@code null} for all
     */
    public Affiliation getAffiliation()
    {
        return this.affiliation;
    }
}

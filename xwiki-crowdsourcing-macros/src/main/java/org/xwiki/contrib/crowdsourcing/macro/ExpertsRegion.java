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

import org.xwiki.contrib.crowdsourcing.expert.Region;

/**
 * Which experts are shown, by the region of the world that they live in.
 *
 * @version $Id$
 * @since 1.0
 */
public enum ExpertsRegion
{
    /** All of them. */
    ALL(null),

    /** Northern America. */
    NORTHERN_AMERICA(Region.NORTHERN_AMERICA),

    /** Latin America and the Caribbean. */
    LATIN_AMERICA_CARIBBEAN(Region.LATIN_AMERICA_CARIBBEAN),

    /** Western Europe, with Northern and Southern Europe. */
    WESTERN_EUROPE(Region.WESTERN_EUROPE),

    /** Eastern Europe. */
    EASTERN_EUROPE(Region.EASTERN_EUROPE),

    /** Africa. */
    AFRICA(Region.AFRICA),

    /** Western Asia. */
    WESTERN_ASIA(Region.WESTERN_ASIA),

    /** Central Asia. */
    CENTRAL_ASIA(Region.CENTRAL_ASIA),

    /** Southern Asia. */
    SOUTHERN_ASIA(Region.SOUTHERN_ASIA),

    /** Eastern Asia. */
    EASTERN_ASIA(Region.EASTERN_ASIA),

    /** South-eastern Asia. */
    SOUTH_EASTERN_ASIA(Region.SOUTH_EASTERN_ASIA),

    /** Oceania. */
    OCEANIA(Region.OCEANIA);

    private final Region region;

    ExpertsRegion(Region region)
    {
        this.region = region;
    }

    /**
     * @return the region, {@code null} for all
     */
    public Region getRegion()
    {
        return this.region;
    }
}

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
package org.xwiki.contrib.crowdsourcing.roadmap;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * The band of resources that a recommendation needs, in US dollars.
 *
 * @version $Id$
 * @since 1.0
 */
public enum CostBand implements Stored
{
    /** Up to 10,000. */
    UP_TO_10K("upto10k"),

    /** 10,000 to 100,000. */
    UP_TO_100K("10kto100k"),

    /** 100,000 to 500,000. */
    UP_TO_500K("100kto500k"),

    /** Above 500,000. */
    ABOVE_500K("above500k");

    private final String id;

    CostBand(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}

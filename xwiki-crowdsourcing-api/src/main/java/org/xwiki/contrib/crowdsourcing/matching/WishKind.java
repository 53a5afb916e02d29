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
package org.xwiki.contrib.crowdsourcing.matching;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * What can be wished for of a panel.
 *
 * @version $Id$
 * @since 1.0
 */
public enum WishKind implements Stored
{
    /** A share of people from some regions. */
    REGION("region"),

    /** Somebody from a sector. */
    SECTOR("sector"),

    /** Somebody who speaks a language. */
    LANGUAGE("language"),

    /** A share of women. */
    WOMEN("women"),

    /** A share of men. */
    MEN("men"),

    /** A share of people who never took part. */
    NEWCOMER("newcomer");

    private final String id;

    WishKind(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}

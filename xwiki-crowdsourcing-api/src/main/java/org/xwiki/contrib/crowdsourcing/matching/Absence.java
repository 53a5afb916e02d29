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
 * Why somebody is not among the matches.
 *
 * @version $Id$
 * @since 1.0
 */
public enum Absence implements Stored
{
    /** The expert did not agree to be listed. */
    CONSENT("consent"),

    /** None of the expert's areas is needed. */
    AREA("area"),

    /** The expert was asked and will not come. */
    DECLINED("declined"),

    /** The expert has no time before a later day. */
    UNAVAILABLE("unavailable"),

    /** A curator leaves the expert out. */
    EXCLUDED("excluded");

    private final String id;

    Absence(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}

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
package org.xwiki.contrib.crowdsourcing.expert;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * Where the engagement of an expert in a dialogue stands.
 *
 * @version $Id$
 * @since 1.0
 */
public enum EngagementState implements Stored
{
    /** The name was put forward. */
    PROPOSED("proposed"),

    /** A curator looked at the profile. */
    SCREENED("screened"),

    /** An invitation went out. */
    INVITED("invited"),

    /** The expert will come. */
    ACCEPTED("accepted"),

    /** The expert will not come. */
    DECLINED("declined"),

    /** The expert took part. */
    ATTENDED("attended"),

    /** The expert was interviewed instead. */
    INTERVIEWED("interviewed");

    private final String id;

    EngagementState(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }

    /**
     * @param other another state
     * @return {@code true} if that makes sense as the next one: who accepted or was there is not asked any more, only
     *     who accepted was there, and who declined may come back
     */
    public boolean canBecome(EngagementState other)
    {
        List<EngagementState> from = switch (other) {
            case ACCEPTED -> List.of(values());
            case ATTENDED -> List.of(ACCEPTED);
            case INTERVIEWED -> List.of(SCREENED, INVITED, ACCEPTED, DECLINED);
            case DECLINED -> List.of(PROPOSED, SCREENED, INVITED, ACCEPTED);
            default -> List.of(PROPOSED, SCREENED, INVITED, DECLINED);
        };
        return this == other || from.contains(this);
    }
}

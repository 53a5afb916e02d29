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

/**
 * A wish against the people who are there.
 *
 * @param kind what is wished for
 * @param value the ids of the regions parted by commas, the id of the sector or the tag of the language, else empty
 * @param share the least share in per cent, 0 if one person is enough
 * @param target how many people are wished for
 * @param count how many there are
 * @param known of how many people it is known
 * @version $Id$
 * @since 1.0
 */
public record WishCheck(WishKind kind, String value, int share, int target, int count, int known)
{
    /**
     * @return {@code true} if there are as many as are wished for
     */
    public boolean isMet()
    {
        return this.count >= this.target;
    }

    /**
     * @return the share that there is, in per cent
     */
    public int actual()
    {
        return this.known == 0 ? 0 : this.count * 100 / this.known;
    }
}

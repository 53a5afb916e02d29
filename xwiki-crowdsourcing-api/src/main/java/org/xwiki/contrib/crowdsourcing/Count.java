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
package org.xwiki.contrib.crowdsourcing;

/**
 * A number of things that is either exact or known to be larger: counting stops where it would begin to cost.
 *
 * @param value the number that was counted
 * @param more {@code true} if there are more than that
 * @version $Id$
 * @since 1.0
 */
public record Count(int value, boolean more)
{
    /** Where counting stops. */
    public static final int LIMIT = 1000;

    /**
     * @param value the exact number
     * @return that number
     */
    public static Count exactly(int value)
    {
        return new Count(value, false);
    }

    /**
     * @param found the number of rows found when at most one more than {@link #LIMIT} was asked for
     * @return the exact number, or "more than" the limit
     */
    public static Count bounded(int found)
    {
        return found > LIMIT ? new Count(LIMIT, true) : exactly(found);
    }

    @Override
    public String toString()
    {
        return this.more ? this.value + "+" : String.valueOf(this.value);
    }
}

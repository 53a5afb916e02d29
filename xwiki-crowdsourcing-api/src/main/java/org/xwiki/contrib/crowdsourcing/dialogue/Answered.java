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
package org.xwiki.contrib.crowdsourcing.dialogue;

/**
 * How many ideas have an answer.
 *
 * @param answered the shown ideas that somebody has decided on
 * @param ideas all shown ideas
 * @version $Id$
 * @since 1.0
 */
public record Answered(int answered, int ideas)
{
    private static final int PERCENT = 100;

    /**
     * @return how many of a hundred, rounded down: 100 only if every idea has an answer
     */
    public int share()
    {
        return this.ideas == 0 ? 0 : (int) ((long) PERCENT * this.answered / this.ideas);
    }

    /**
     * @param other how many ideas elsewhere have an answer
     * @return how many of all
     */
    public Answered plus(Answered other)
    {
        return new Answered(this.answered + other.answered, this.ideas + other.ideas);
    }
}

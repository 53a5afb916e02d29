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

import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * A step of a recommendation.
 *
 * @param number the number of the step's object on the page of its recommendation
 * @param title the title, plain text
 * @param actor who does it, plain text
 * @param start the month in which it begins, counted from the roadmap's beginning
 * @param aggressive how many months it takes at best
 * @param conservative how many months it takes at worst
 * @param cost what it costs, plain text
 * @param sources the pages of the contributions it comes from
 * @version $Id$
 * @since 1.0
 */
public record Step(int number, String title, String actor, int start, int aggressive, int conservative, String cost,
    List<DocumentReference> sources)
{
    /**
     * @param number the number of the step's object on the page of its recommendation
     * @param title the title, plain text
     * @param actor who does it, plain text
     * @param start the month in which it begins
     * @param aggressive how many months it takes at best
     * @param conservative how many months it takes at worst
     * @param cost what it costs, plain text
     * @param sources the pages of the contributions it comes from
     */
    public Step
    {
        sources = List.copyOf(sources);
    }
}

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
package org.xwiki.contrib.crowdsourcing.pipeline;

import java.util.Set;

import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.model.reference.DocumentReference;

/**
 * Whom a pipeline shows. What is {@code null}, empty or 0 does not narrow it.
 *
 * @param dialogue the page of a dialogue
 * @param route how people came
 * @param area the page of an area of expertise; its topics are included
 * @param country the country as two capital letters
 * @param region the region of the world
 * @param text a part of the name
 * @param days only those who were invited more than so many days ago and did not answer
 * @param view how much of it is shown
 * @version $Id$
 * @since 1.0
 */
public record PipelineQuery(DocumentReference dialogue, EngagementRoute route, DocumentReference area, String country,
    Region region, String text, int days, View view)
{
    /** Everybody. */
    public static final PipelineQuery ALL = new PipelineQuery(null, null, null, null, null, null, 0, View.FIRST);

    /**
     * How much of a pipeline is shown.
     *
     * @param state the only column whose people are shown, {@code null} for all columns
     * @param from how many of its people are left out
     * @param limit how many people of a column are shown
     * @param always engagements that are shown in any case
     * @version $Id$
     * @since 1.0
     */
    public record View(EngagementState state, int from, int limit, Set<DocumentReference> always)
    {
        /** How many people of each column are shown when nothing is said. */
        public static final int COLUMN = 20;

        /** How many people of a column are shown at most. */
        public static final int MOST = 500;

        /** The first of all columns. */
        public static final View FIRST = new View(null, 0, COLUMN, Set.of());

        /**
         * @param state the only column whose people are shown, {@code null} for all columns
         * @param from how many of its people are left out
         * @param limit how many people of a column are shown
         * @param always engagements that are shown in any case
         */
        public View
        {
            from = Math.max(0, from);
            limit = Math.max(1, Math.min(MOST, limit));
            always = Set.copyOf(always);
        }
    }

    /**
     * @return {@code true} if people are chosen by what their profiles say
     */
    public boolean asksProfiles()
    {
        return this.area != null || this.region != null || isSaid(this.country) || isSaid(this.text);
    }

    private static boolean isSaid(String value)
    {
        return value != null && !value.isBlank();
    }
}

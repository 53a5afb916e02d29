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
package org.xwiki.contrib.crowdsourcing.selection;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.model.reference.DocumentReference;

/**
 * A recommendation, or a step of one, that uses something.
 *
 * @param recommendation the page of the recommendation
 * @param title its title, plain text
 * @param state whether it is published, never {@code null}
 * @param step the number of the object of the step, -1 for the recommendation itself
 * @param stepTitle the title of the step, plain text
 * @param sources the pages through which it is used, those that the current user may see
 * @version $Id$
 * @since 1.0
 */
public record Use(DocumentReference recommendation, String title, RecommendationState state, int step,
    String stepTitle, List<DocumentReference> sources)
{
    /**
     * @param recommendation the page of the recommendation
     * @param title its title, plain text
     * @param state whether it is published
     * @param step the number of the object of the step
     * @param stepTitle the title of the step, plain text
     * @param sources the pages through which it is used
     */
    public Use
    {
        sources = List.copyOf(sources);
    }

    /**
     * @return {@code true} if it is a step
     */
    public boolean isStep()
    {
        return this.step >= 0;
    }
}

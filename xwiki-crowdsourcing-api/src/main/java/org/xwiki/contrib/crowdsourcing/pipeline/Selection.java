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

import java.util.Map;

import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * Whom a curator chose in a pipeline, as the curator saw them.
 *
 * @param people the stamps of engagements by their pages
 * @param columns the stamps of columns that were chosen as a whole
 * @param query how the pipeline was narrowed when columns were chosen
 * @version $Id$
 * @since 1.0
 */
public record Selection(Map<DocumentReference, String> people, Map<EngagementState, String> columns,
    PipelineQuery query)
{
    /** How many people can be moved at once. */
    public static final int MOST = 500;

    /**
     * @param people the stamps of engagements by their pages
     * @param columns the stamps of columns that were chosen as a whole
     * @param query how the pipeline was narrowed when columns were chosen
     */
    public Selection
    {
        people = Map.copyOf(people);
        columns = Map.copyOf(columns);
    }
}

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
package org.xwiki.contrib.crowdsourcing.plan;

import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;

/**
 * A step that must be done before another one.
 *
 * @param uid its identifier
 * @param recommendation the recommendation that it is a step of, or {@code null} if there is no such step (any more),
 *     or the current user may not see it
 * @param step the step, or {@code null}
 * @param early {@code true} if the other one begins before this one can be done
 * @version $Id$
 * @since 1.0
 */
public record Prerequisite(String uid, Recommendation recommendation, Step step, boolean early)
{
    /**
     * @return {@code true} if there is no such step for the current user
     */
    public boolean isMissing()
    {
        return this.step == null;
    }
}

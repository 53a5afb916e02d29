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

import java.util.List;

import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;

/**
 * The recommendations of a roadmap, or one of them, with their steps in time. All of it may be seen by the current
 * user.
 *
 * @param roadmap the roadmap
 * @param recommendations the recommendations, in their order
 * @param steps their steps, in their order
 * @param choices all steps of the roadmap, whichever recommendations are shown
 * @version $Id$
 * @since 1.0
 */
public record Plan(Roadmap roadmap, List<Recommendation> recommendations, List<PlannedStep> steps,
    List<PlannedStep> choices)
{
    /**
     * @param roadmap the roadmap
     * @param recommendations the recommendations, in their order
     * @param steps their steps, in their order
     * @param choices all steps of the roadmap
     */
    public Plan
    {
        recommendations = List.copyOf(recommendations);
        steps = List.copyOf(steps);
        choices = List.copyOf(choices);
    }

    /**
     * @param state what became of a step, or {@code null} for those of which nobody has said
     * @return how many steps are in that state
     */
    public long count(FollowUp state)
    {
        return this.steps.stream().filter(planned -> planned.step().progress().state() == state).count();
    }

    /**
     * @return how many steps are not done by the day by which they should be
     */
    public long overdue()
    {
        return this.steps.stream().filter(PlannedStep::overdue).count();
    }
}

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

import java.time.LocalDate;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;

/**
 * A step in the time of its roadmap.
 *
 * @param recommendation what it is a step of
 * @param step the step
 * @param startsOn the day on which it begins, or {@code null} if not known
 * @param best the day by which it is done at best, or {@code null} if not known
 * @param due the day by which it is done to be safe, or {@code null} if not known
 * @param span where it stands on the axis of the roadmap, or {@code null} if that is not known
 * @param overdue {@code true} if it is not done by the day by which it should be
 * @param prerequisites what must be done before
 * @version $Id$
 * @since 1.0
 */
public record PlannedStep(Recommendation recommendation, Step step, LocalDate startsOn, LocalDate best, LocalDate due,
    Span span, boolean overdue, List<Prerequisite> prerequisites)
{
    /**
     * Where a step stands on the axis of its roadmap, in days from its beginning.
     *
     * @param from where it begins
     * @param best where it ends at best
     * @param safe where it ends to be safe
     */
    public record Span(double from, double best, double safe)
    {
    }

    /**
     * @param recommendation what it is a step of
     * @param step the step
     * @param startsOn the day on which it begins
     * @param best the day by which it is done at best
     * @param due the day by which it is done to be safe
     * @param span where it stands on the axis of the roadmap
     * @param overdue {@code true} if it is not done by the day by which it should be
     * @param prerequisites what must be done before
     */
    public PlannedStep
    {
        prerequisites = List.copyOf(prerequisites);
    }

    /**
     * @return what tells it from all other steps of the roadmap
     */
    public String key()
    {
        return this.recommendation.reference().toString() + '#' + this.step.number();
    }
}

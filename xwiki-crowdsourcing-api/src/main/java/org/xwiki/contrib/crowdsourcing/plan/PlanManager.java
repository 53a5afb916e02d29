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
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to the steps of a roadmap in time, to what they cost and to what became of them. Whatever is returned
 * may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface PlanManager
{
    /**
     * @param page the page of a roadmap, of one of its recommendations, or below one
     * @return the plan of the recommendation or of the whole roadmap, empty if there is none that the current user may
     *     see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Plan> getPlan(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param plan a plan
     * @param grouping what to sum up by
     * @return what it costs: for each group a line for each currency, then one for what is unknown. Currencies are
     *     never mixed; bands are in US dollars. A recommendation whose steps have no known cost counts with its own
     *     band.
     */
    List<CostLine> getCosts(Plan plan, CostGrouping grouping);

    /**
     * Says what became of steps, of all of them or of none.
     *
     * @param recommendation the page of a recommendation
     * @param steps the numbers of its steps, field {@code steps}
     * @param report what became of them
     * @throws CrowdsourcingException if something of it is wrong, the current user may not, or it cannot be saved
     */
    void report(DocumentReference recommendation, List<Integer> steps, StepReport report)
        throws CrowdsourcingException;

    /**
     * @param recommendation the page of a recommendation
     * @return what was said to have become of its steps, by the number of the step, the latest first, as far as the
     *     last 100 versions of the page tell
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<Integer, List<StepProgress>> getHistory(DocumentReference recommendation) throws CrowdsourcingException;
}

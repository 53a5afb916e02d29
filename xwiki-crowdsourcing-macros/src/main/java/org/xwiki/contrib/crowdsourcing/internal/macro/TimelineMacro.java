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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.macro.PagedMacroParameters;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Draws the steps of a roadmap or of a recommendation in time.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("timeline")
@Singleton
public class TimelineMacro extends AbstractCrowdsourcingMacro<PagedMacroParameters>
{
    @Inject
    private Plans plans;

    /**
     * Default constructor.
     */
    public TimelineMacro()
    {
        super("Timeline",
            "Draws the steps of a roadmap or of a recommendation in time.",
            PagedMacroParameters.class);
    }

    @Override
    protected View view(PagedMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Plan> plan = this.plans.find(resolve(parameters.getReference()));
        return plan.isEmpty() ? message("crowdsourcing.plan.none")
            : new View("plan-timeline", this.plans.getTimeline(plan.get(), parameters.getLimit()), null);
    }
}

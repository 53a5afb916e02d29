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
package org.xwiki.contrib.crowdsourcing.macro;

import org.xwiki.properties.annotation.PropertyAdvanced;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;
import org.xwiki.properties.annotation.PropertyOrder;

/**
 * Parameters of the macro that lists the steps of a roadmap or of a recommendation.
 *
 * @version $Id$
 * @since 1.0
 */
public class StepsMacroParameters extends PagedMacroParameters
{
    private String actor = "";

    private StepsState state = StepsState.ALL;

    /**
     * @return only steps of this actor, empty for all
     */
    public String getActor()
    {
        return this.actor;
    }

    /**
     * @param actor only steps of this actor, empty for all
     */
    @PropertyName("Actor")
    @PropertyDescription("Only steps of this actor")
    @PropertyOrder(2)
    public void setActor(String actor)
    {
        this.actor = actor;
    }

    /**
     * @return only steps in this state
     */
    public StepsState getState()
    {
        return this.state;
    }

    /**
     * @param state only steps in this state
     */
    @PropertyName("State")
    @PropertyDescription("Only steps in this state")
    @PropertyOrder(3)
    public void setState(StepsState state)
    {
        this.state = state;
    }

    @Override
    @PropertyName("Limit")
    @PropertyDescription("How many steps to show at a time, at most 200")
    @PropertyOrder(4)
    @PropertyAdvanced
    public void setLimit(int limit)
    {
        super.setLimit(limit);
    }
}

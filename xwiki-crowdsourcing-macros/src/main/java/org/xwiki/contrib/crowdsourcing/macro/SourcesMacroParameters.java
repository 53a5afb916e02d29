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
 * Parameters of the macro that lists everything behind a recommendation or a roadmap.
 *
 * @version $Id$
 * @since 1.0
 */
public class SourcesMacroParameters extends PlanMacroParameters
{
    private SourcesDepth depth = SourcesDepth.ALL;

    private int limit = 50;

    /**
     * @return which sources are listed
     */
    public SourcesDepth getDepth()
    {
        return this.depth;
    }

    /**
     * @param depth which sources are listed
     */
    @PropertyName("Depth")
    @PropertyDescription("Sources of recommendations, of steps, or of both")
    @PropertyOrder(2)
    public void setDepth(SourcesDepth depth)
    {
        this.depth = depth;
    }

    /**
     * @return how many to show at a time, 1 to 200
     */
    public int getLimit()
    {
        return this.limit;
    }

    /**
     * @param limit how many to show at a time, 1 to 200
     */
    @PropertyName("Limit")
    @PropertyDescription("How many to show at a time, at most 200")
    @PropertyOrder(3)
    @PropertyAdvanced
    public void setLimit(int limit)
    {
        this.limit = limit;
    }
}

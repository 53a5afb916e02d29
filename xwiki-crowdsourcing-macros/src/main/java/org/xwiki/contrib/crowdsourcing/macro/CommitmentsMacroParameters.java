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
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;
import org.xwiki.properties.annotation.PropertyOrder;

/**
 * Parameters of the macro that says how far an initiative keeps what it promised.
 *
 * @version $Id$
 * @since 1.0
 */
public class CommitmentsMacroParameters extends ReferenceMacroParameters
{
    private int limit = 20;

    @Override
    @PropertyName("Where")
    @PropertyDescription("An initiative, a challenge or a dialogue; without it, the page on which the macro stands")
    @PropertyDisplayType(Picks.PlacePick.class)
    @PropertyOrder(1)
    public void setReference(String reference)
    {
        super.setReference(reference);
    }

    /**
     * @return how many ideas to show at a time, 1 to 100
     */
    public int getLimit()
    {
        return this.limit;
    }

    /**
     * @param limit how many ideas to show at a time, 1 to 100
     */
    @PropertyName("Limit")
    @PropertyDescription("How many ideas to show at a time, at most 100")
    @PropertyOrder(2)
    @PropertyAdvanced
    public void setLimit(int limit)
    {
        this.limit = limit;
    }
}

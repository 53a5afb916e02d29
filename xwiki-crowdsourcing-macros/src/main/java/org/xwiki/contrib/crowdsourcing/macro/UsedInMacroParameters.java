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

import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.properties.annotation.PropertyAdvanced;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;
import org.xwiki.properties.annotation.PropertyOrder;

/**
 * Parameters of the macro that lists what uses something.
 *
 * @version $Id$
 * @since 1.0
 */
public class UsedInMacroParameters extends ReferenceMacroParameters
{
    private Integer version;

    private int limit = PageRequest.DEFAULT;

    @Override
    @PropertyName("What")
    @PropertyDescription("A contribution, an expert, a brief or a dialogue; without it, the page on which the macro"
        + " stands")
    @PropertyDisplayType(Picks.SourcePick.class)
    @PropertyOrder(1)
    public void setReference(String reference)
    {
        super.setReference(reference);
    }

    /**
     * @return of a brief: only what speaks to this version, {@code null} for all
     */
    public Integer getVersion()
    {
        return this.version;
    }

    /**
     * @param version of a brief: only what speaks to this version, {@code null} for all
     */
    @PropertyName("Version")
    @PropertyDescription("Of a brief: only what speaks to this version; without it, to any")
    @PropertyOrder(2)
    public void setVersion(Integer version)
    {
        this.version = version;
    }

    /**
     * @return how many to show at a time, 1 to 100
     */
    public int getLimit()
    {
        return this.limit;
    }

    /**
     * @param limit how many to show at a time, 1 to 100
     */
    @PropertyName("Limit")
    @PropertyDescription("How many to show at a time, at most 100")
    @PropertyOrder(3)
    @PropertyAdvanced
    public void setLimit(int limit)
    {
        this.limit = limit;
    }
}

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

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;
import org.xwiki.properties.annotation.PropertyOrder;

/**
 * Parameters of the macro that shows a roadmap.
 *
 * @version $Id$
 * @since 1.0
 */
public class RoadmapMacroParameters extends ReferenceMacroParameters
{
    private RoadmapView view = RoadmapView.ALL;

    @Override
    @PropertyName("Roadmap")
    @PropertyDescription("The roadmap to show; without it, the page on which the macro stands")
    @PropertyDisplayType(Picks.RoadmapPick.class)
    @PropertyOrder(1)
    public void setReference(String reference)
    {
        super.setReference(reference);
    }

    /**
     * @return what to show: the table, the timeline or both
     */
    public RoadmapView getView()
    {
        return this.view;
    }

    /**
     * @param view what to show: the table, the timeline or both
     */
    @PropertyName("View")
    @PropertyDescription("What to show: everything, the table, the timeline, the steps by actor or by state, "
        + "the costs or the follow-up")
    @PropertyOrder(2)
    public void setView(RoadmapView view)
    {
        this.view = view;
    }
}

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
 * Parameters of the macro that lists the ideas that were not taken.
 *
 * @version $Id$
 * @since 1.0
 */
public class NotTakenMacroParameters extends CommitmentsMacroParameters
{
    private NotTakenReason reason = NotTakenReason.ALL;

    /**
     * @return only ideas with this kind of reason
     */
    public NotTakenReason getReason()
    {
        return this.reason;
    }

    /**
     * @param reason only ideas with this kind of reason
     */
    @PropertyName("Kind of reason")
    @PropertyDescription("Only ideas with this kind of reason")
    @PropertyOrder(2)
    public void setReason(NotTakenReason reason)
    {
        this.reason = reason;
    }

    @Override
    @PropertyName("Limit")
    @PropertyDescription("How many ideas to show at a time, at most 100")
    @PropertyOrder(3)
    @PropertyAdvanced
    public void setLimit(int limit)
    {
        super.setLimit(limit);
    }
}

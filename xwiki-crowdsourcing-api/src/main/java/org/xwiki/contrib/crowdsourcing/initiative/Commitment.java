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
package org.xwiki.contrib.crowdsourcing.initiative;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * How binding the input of the contributors is for the organisation that asks.
 *
 * @version $Id$
 * @since 1.0
 */
public enum Commitment implements Stored
{
    /** Input goes directly into the decision or the service: every idea gets a decision. */
    COMPLEMENTARY("complementary"),

    /** Input is a reference for those who decide. */
    SUPPLEMENTARY("supplementary");

    private final String id;

    Commitment(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}

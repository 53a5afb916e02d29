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

import java.math.BigDecimal;
import java.util.List;

/**
 * What a group of steps costs, in one currency.
 *
 * @param group what the group has in common: the id of a band, a year, an actor, a currency; empty if not said
 * @param currency the currency by ISO 4217, empty for what is unknown
 * @param least the sum, of bands what they begin with; {@code null} for what is unknown
 * @param most the sum, of bands what they end with; {@code null} if there is no end to it or it is unknown
 * @param amounts how many of the costs are amounts
 * @param bands how many of the costs are bands
 * @param unknown how many costs are unknown
 * @param said what some of the unknown costs say in words, plain text
 * @version $Id$
 * @since 1.0
 */
public record CostLine(String group, String currency, BigDecimal least, BigDecimal most, int amounts, int bands,
    int unknown, List<String> said)
{
    /**
     * @param group what the group has in common
     * @param currency the currency
     * @param least the sum, of bands what they begin with
     * @param most the sum, of bands what they end with
     * @param amounts how many of the costs are amounts
     * @param bands how many of the costs are bands
     * @param unknown how many costs are unknown
     * @param said what some of the unknown costs say in words
     */
    public CostLine
    {
        said = List.copyOf(said);
    }

    /**
     * @return {@code true} if nothing can be summed up
     */
    public boolean isUnknown()
    {
        return this.least == null;
    }

    /**
     * @return {@code true} if it is a range
     */
    public boolean isRange()
    {
        return this.least != null && !this.least.equals(this.most);
    }
}

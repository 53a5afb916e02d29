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
package org.xwiki.contrib.crowdsourcing.roadmap;

import java.math.BigDecimal;

/**
 * What a step costs.
 *
 * @param amount the amount, or {@code null}
 * @param currency the currency of the amount by ISO 4217, that of the roadmap if the step names none, maybe empty
 * @param band a band in US dollars, or {@code null}
 * @param text what is said in words, plain text
 * @version $Id$
 * @since 1.0
 */
public record StepCost(BigDecimal amount, String currency, CostBand band, String text)
{
    /** No word of a cost. */
    public static final StepCost NONE = new StepCost(null, "", null, "");

    /**
     * @return {@code true} if there is an amount with its currency
     */
    public boolean isAmount()
    {
        return this.amount != null && !this.currency.isEmpty();
    }

    /**
     * @return {@code true} if it can be counted: an amount or a band
     */
    public boolean isKnown()
    {
        return isAmount() || this.band != null;
    }
}

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
package org.xwiki.contrib.crowdsourcing.challenge;

import java.math.BigDecimal;

/**
 * What several people gave, in numbers with two decimals, a half rounded up.
 *
 * @param mean the mean
 * @param spread the standard deviation of all who scored, which is 0 when they agree
 * @param least the least that somebody gave
 * @param most the most that somebody gave
 * @version $Id$
 * @since 1.0
 */
public record ScoreFigures(BigDecimal mean, BigDecimal spread, BigDecimal least, BigDecimal most)
{
}

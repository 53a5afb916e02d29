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
package org.xwiki.contrib.crowdsourcing.brief;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;

/**
 * What is in the way of freezing a brief.
 *
 * @param missing the required sections that are empty
 * @param open the first workshop comments without an answer that the current user may see
 * @param openCount how many workshop comments have no answer, seen or not
 * @version $Id$
 * @since 1.0
 */
public record BriefReadiness(List<BriefSection> missing, List<Contribution> open, int openCount)
{
    /**
     * @param missing the required sections that are empty
     * @param open the first workshop comments without an answer that the current user may see
     * @param openCount how many workshop comments have no answer
     */
    public BriefReadiness
    {
        missing = List.copyOf(missing);
        open = List.copyOf(open);
    }

    /**
     * @return {@code true} if nothing is in the way
     */
    public boolean isReady()
    {
        return this.missing.isEmpty() && this.openCount == 0;
    }
}

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

import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * How the candidates of an initiative are scored, and what the current user may do.
 *
 * @param initiative the page of the initiative
 * @param state whether they are being scored
 * @param criteria what they are scored by
 * @param canScore {@code true} if the current user belongs to those who score
 * @param canManage {@code true} if the current user may open and close the scoring
 * @param stamp the stamp of what the initiative holds
 * @version $Id$
 * @since 1.0
 */
public record Scoring(DocumentReference initiative, ScoringState state, List<Criterion> criteria, boolean canScore,
    boolean canManage, String stamp)
{
    /**
     * @param initiative the page of the initiative
     * @param state whether they are being scored
     * @param criteria what they are scored by
     * @param canScore {@code true} if the current user belongs to those who score
     * @param canManage {@code true} if the current user may open and close the scoring
     * @param stamp the stamp of what the initiative holds
     */
    public Scoring
    {
        criteria = List.copyOf(criteria);
    }

    /**
     * @return {@code true} if there is anything to show to the current user
     */
    public boolean isShown()
    {
        return this.canScore || this.canManage || this.state == ScoringState.CLOSED;
    }
}

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
package org.xwiki.contrib.crowdsourcing.pipeline;

import java.time.LocalDate;

import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * How an expert takes or took part in a dialogue.
 *
 * @param engagement the page of the engagement, {@code null} for those who may not see it
 * @param dialogue the page of the dialogue
 * @param title its title
 * @param day the day of the session, in its own time zone, {@code null} if there is none
 * @param state where it stands
 * @param waiting the place on the waiting list, 0 for who is not on it
 * @version $Id$
 * @since 1.0
 */
public record Participation(DocumentReference engagement, DocumentReference dialogue, String title, LocalDate day,
    EngagementState state, int waiting)
{
    /**
     * @return {@code true} if everybody who may see profile and dialogue may know of it
     */
    public boolean isPublic()
    {
        return this.state == EngagementState.ATTENDED || this.state == EngagementState.INTERVIEWED;
    }

    /**
     * @return what everybody may know of it
     */
    public Participation published()
    {
        return new Participation(null, this.dialogue, this.title, this.day, this.state, 0);
    }
}

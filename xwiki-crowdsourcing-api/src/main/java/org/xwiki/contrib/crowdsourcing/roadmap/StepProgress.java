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

import java.time.LocalDate;
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * What became of a step.
 *
 * @param state what became of it, or {@code null} if nobody has said
 * @param on since when, or {@code null}
 * @param note what is to be said about it, plain text
 * @param evidence what shows it, plain text
 * @param link where that is to be found, a web address, maybe empty
 * @param by who said it, or {@code null}
 * @version $Id$
 * @since 1.0
 */
public record StepProgress(FollowUp state, LocalDate on, String note, String evidence, String link,
    DocumentReference by)
{
    /** Nobody has said anything. */
    public static final StepProgress NONE = new StepProgress(null, null, "", "", "", null);

    /**
     * @param steps steps of a recommendation
     * @return what became of them, as a short text that is the same on every machine and changes with it
     */
    public static String stamp(List<Step> steps)
    {
        return Integer.toHexString(steps.stream()
            .map(step -> step.number() + step.progress().toString()).toList().hashCode());
    }

    /**
     * @return {@code true} if nothing is to be done any more
     */
    public boolean isOver()
    {
        return this.state == FollowUp.DONE || this.state == FollowUp.ABANDONED;
    }
}

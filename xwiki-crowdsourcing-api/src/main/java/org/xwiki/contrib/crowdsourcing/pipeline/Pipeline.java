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

import java.time.Instant;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * Everybody who was put forward for a dialogue, or for the dialogues of an initiative, by where that stands.
 *
 * @param columns a column for each state
 * @param seats the seats of each dialogue, however the pipeline is narrowed
 * @param total how many people there are in all columns, each counted once for each dialogue
 * @param more {@code true} if there are still more that are not counted
 * @param last what was moved last, {@code null} if nothing can be undone
 * @version $Id$
 * @since 1.0
 */
public record Pipeline(List<Column> columns, List<Seats> seats, int total, boolean more, LastMove last)
{
    /**
     * @param columns a column for each state
     * @param seats the seats of each dialogue
     * @param total how many people there are in all columns
     * @param more {@code true} if there are still more that are not counted
     * @param last what was moved last, {@code null} if nothing can be undone
     */
    public Pipeline
    {
        columns = List.copyOf(columns);
        seats = List.copyOf(seats);
    }

    /**
     * Those in one state. Who accepted when all seats were taken is on the waiting list.
     *
     * @param state the state
     * @param cards those who are shown, without the waiting list
     * @param total how many there are
     * @param waiting those on the waiting list who are shown, who comes next first
     * @param waitingTotal how many are on the waiting list
     * @param next how many come before what is not shown, 0 if all is shown
     * @param stamp changes with those who are in it, without the waiting list
     * @version $Id$
     * @since 1.0
     */
    public record Column(EngagementState state, List<PipelineCard> cards, int total, List<PipelineCard> waiting,
        int waitingTotal, int next, String stamp)
    {
        /**
         * @param state the state
         * @param cards those who are shown, without the waiting list
         * @param total how many there are
         * @param waiting those on the waiting list who are shown
         * @param waitingTotal how many are on the waiting list
         * @param next how many come before what is not shown, 0 if all is shown
         * @param stamp changes with those who are in it
         */
        public Column
        {
            cards = List.copyOf(cards);
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * The seats of a dialogue.
     *
     * @param dialogue the page of the dialogue
     * @param title its title
     * @param taken how many are taken
     * @param seats how many there are, 0 if that is not limited
     * @param waiting how many people wait for one
     * @version $Id$
     * @since 1.0
     */
    public record Seats(DocumentReference dialogue, String title, int taken, int seats, int waiting)
    {
    }

    /**
     * What was moved at once.
     *
     * @param key what it is known by
     * @param people how many people
     * @param state where to
     * @param by who did it, {@code null} if that is not known
     * @param on when
     * @param mails how many of them got an e-mail with a link by that
     * @version $Id$
     * @since 1.0
     */
    public record LastMove(String key, int people, EngagementState state, DocumentReference by, Instant on,
        int mails)
    {
    }
}

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
package org.xwiki.contrib.crowdsourcing.register;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;

/**
 * How far an initiative keeps what it promised to those who contribute.
 *
 * @param days within how many calendar days every idea gets an answer, 0 if that is not promised
 * @param commitment how binding the input is, {@code null} if not declared
 * @param dialogues the dialogues that the current user may see
 * @version $Id$
 * @since 1.0
 */
public record Commitments(int days, Commitment commitment, List<DialogueClock> dialogues)
{
    /**
     * @param days within how many calendar days every idea gets an answer, 0 if that is not promised
     * @param commitment how binding the input is, {@code null} if not declared
     * @param dialogues the dialogues that the current user may see
     */
    public Commitments
    {
        dialogues = List.copyOf(dialogues);
    }

    /**
     * @return how many of all ideas have an answer
     */
    public Answered answered()
    {
        return this.dialogues.stream().map(DialogueClock::answered).reduce(new Answered(0, 0), Answered::plus);
    }

    /**
     * @return how many of all ideas have no answer
     */
    public int open()
    {
        return answered().ideas() - answered().answered();
    }

    /**
     * @return how many ideas wait for an answer longer than promised
     */
    public int overdue()
    {
        return this.dialogues.stream().mapToInt(DialogueClock::overdue).sum();
    }

    /**
     * @return by when the next idea has to have an answer, {@code null} if none waits that is not overdue
     */
    public Deadline next()
    {
        return this.dialogues.stream().map(DialogueClock::next).filter(Objects::nonNull)
            .min(Comparator.comparing(Deadline::day)).orElse(null);
    }

    /**
     * @return {@code true} if every idea has to get a decision
     */
    public boolean isObliged()
    {
        return this.commitment == Commitment.COMPLEMENTARY;
    }
}

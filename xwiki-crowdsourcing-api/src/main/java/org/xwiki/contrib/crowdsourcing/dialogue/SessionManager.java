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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.util.List;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * What happens in the session of a dialogue: the agenda, who attends and speaks, what is captured and agreed. It is run
 * by those who may edit the dialogue, its facilitator and its note-taker.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface SessionManager
{
    /**
     * @param dialogue the page of a dialogue
     * @return {@code true} if the current user may run its session
     */
    boolean canRun(DocumentReference dialogue);

    /**
     * @param dialogue the page of a dialogue
     * @return the agenda of its session
     * @throws CrowdsourcingException if there is no such dialogue that the current user may see, or it cannot be read
     */
    Agenda getAgenda(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * @param dialogue the page of a dialogue
     * @return what was agreed to be done, what is not done first, by day
     * @throws CrowdsourcingException if there is no such dialogue that the current user may see, or it cannot be read
     */
    List<ActionItem> getActionItems(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * @param dialogue the page of a dialogue
     * @return what those who run the session look at
     * @throws CrowdsourcingException if the current user may not, or it cannot be read
     */
    RunSheet getRunSheet(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * Takes the guiding questions of the brief into the agenda, of its last frozen version if there is one. Without an
     * agenda each gets the same time; otherwise those that are not in it yet are added, and the longest items that have
     * not begun give them their time.
     *
     * @param dialogue the page of a dialogue
     * @return what was taken over
     * @throws CrowdsourcingException if there is no question or all are in the agenda, no item has time to give, the
     *     current user may not, or it cannot be saved
     */
    TakenQuestions takeQuestions(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * Begins an item now, be it its turn or not; those after it follow.
     *
     * @param dialogue the page of a dialogue
     * @param item the number of an item
     * @throws CrowdsourcingException if there is no such item, the dialogue is not open, the current user may not, or
     *     it cannot be saved
     */
    void startItem(DocumentReference dialogue, int item) throws CrowdsourcingException;

    /**
     * Says whether somebody who accepted is there.
     *
     * @param dialogue the page of a dialogue
     * @param engagement the name of the page of an engagement in it
     * @param attended {@code true} for who accepted and came, {@code false} to take that back
     * @throws CrowdsourcingException if there is no such engagement, it is in another state, the current user may not,
     *     or it cannot be saved
     */
    void setAttended(DocumentReference dialogue, String engagement, boolean attended) throws CrowdsourcingException;

    /**
     * Captures what somebody says. Sent again with the same time and token it is not captured again.
     *
     * @param dialogue the page of a dialogue
     * @param contribution what is said, and who says it
     * @param time when, in milliseconds since 1970, field {@code captured}; empty if it is not sent again
     * @param token 16 to 32 random digits and small letters, field {@code token}; empty if it is not sent again
     * @return the page of the contribution
     * @throws CrowdsourcingException if a field is refused, the dialogue is closed, the current user may not, or it
     *     cannot be saved
     */
    DocumentReference capture(DocumentReference dialogue, NewContribution contribution, String time, String token)
        throws CrowdsourcingException;

    /**
     * Says what the session found.
     *
     * @param dialogue the page of a dialogue
     * @param text wiki text, field {@code takeaways}
     * @param known the text that was changed
     * @throws CrowdsourcingException if it is refused, somebody else has changed the text meanwhile, the current user
     *     may not, or it cannot be saved
     */
    void setTakeaways(DocumentReference dialogue, String text, String known) throws CrowdsourcingException;

    /**
     * Adds what somebody promised to do.
     *
     * @param dialogue the page of a dialogue
     * @param title what is to be done, plain text, field {@code title}
     * @param owner who does it, plain text, field {@code owner}
     * @param due the day by which it is done, {@code yyyy-MM-dd}, maybe empty, field {@code due}
     * @throws CrowdsourcingException if a field is refused, the current user may not, or it cannot be saved
     */
    void addActionItem(DocumentReference dialogue, String title, String owner, String due)
        throws CrowdsourcingException;

    /**
     * Says whether something is done.
     *
     * @param dialogue the page of a dialogue
     * @param item the number of an action item
     * @param done whether it is done
     * @throws CrowdsourcingException if there is no such item, the current user may not, or it cannot be saved
     */
    void setDone(DocumentReference dialogue, int item, boolean done) throws CrowdsourcingException;
}

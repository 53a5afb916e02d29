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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to dialogues, and to the contributions of a thread: what is said in a dialogue or about a brief.
 * Whatever is returned may be seen by the current user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface DialogueManager
{
    /**
     * @param reference the page of a dialogue
     * @return the dialogue, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Dialogue> get(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param page any page
     * @return the dialogue that the page belongs to: the page itself or its nearest ancestor, empty if there is none
     *     that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Dialogue> dialogueOf(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param challenge the page of a challenge
     * @return its dialogues, by their beginning, at most 20
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Dialogue> dialoguesOf(DocumentReference challenge) throws CrowdsourcingException;

    /**
     * @param page an initiative, a challenge or a dialogue
     * @return the sessions in its space and below it that the current user may see, by their beginning, those without
     *     one last; at most 500
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Session> getSessions(DocumentReference page) throws CrowdsourcingException;

    /**
     * Creates the page of a dialogue.
     *
     * @param challenge the page of the challenge below which it is created
     * @param title the title, field {@code title}
     * @return the new page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    DocumentReference create(DocumentReference challenge, String title) throws CrowdsourcingException;

    /**
     * Says when the session is.
     *
     * @param dialogue the page of a dialogue
     * @param start the wall time as {@code yyyy-MM-dd'T'HH:mm}, field {@code start}
     * @param zone the IANA zone, such as {@code America/Mexico_City}; an abbreviation is refused; field
     *     {@code timezone}
     * @param minutes how long it takes, 1 to 120, field {@code duration}
     * @throws CrowdsourcingException if a field is refused (also a wall time that the zone skips), the current user may
     *     not, or it cannot be saved
     */
    void plan(DocumentReference dialogue, String start, String zone, int minutes) throws CrowdsourcingException;

    /**
     * Looks for times that are fair to those who have confirmed, wherever they live.
     *
     * @param dialogue the page of a dialogue
     * @param from the first day, {@code yyyy-MM-dd}, field {@code from}
     * @param to the last day, at most 13 days later, field {@code to}
     * @return the times at which its session could be, in the zone of the session (UTC if it has none)
     * @throws CrowdsourcingException if a field is refused, the current user may not change the dialogue, or it cannot
     *     be read
     */
    SlotSearch findSlots(DocumentReference dialogue, String from, String to) throws CrowdsourcingException;

    /**
     * Opens a dialogue to contributions.
     *
     * @param dialogue the page of a dialogue
     * @throws CrowdsourcingException if it is open, the current user may not, or it cannot be saved
     */
    void open(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * Closes a dialogue to contributions.
     *
     * @param dialogue the page of a dialogue
     * @throws CrowdsourcingException if it is closed, the current user may not, or it cannot be saved
     */
    void close(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * Says that the session of a dialogue will not take place.
     *
     * @param dialogue the page of a dialogue
     * @throws CrowdsourcingException if it is cancelled or closed, the current user may not, or it cannot be saved
     */
    void cancel(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * Says that the session of a cancelled dialogue will take place after all.
     *
     * @param dialogue the page of a dialogue
     * @throws CrowdsourcingException if it is not cancelled, the current user may not, or it cannot be saved
     */
    void reinstate(DocumentReference dialogue) throws CrowdsourcingException;

    /**
     * @param page the page of a dialogue or of an initiative
     * @return how many of the ideas there have an answer, of all dialogues that the current user may view
     * @throws CrowdsourcingException if it cannot be read
     */
    Answered getAnswered(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param query which contributions
     * @return a page of the thread
     * @throws CrowdsourcingException if there is no such thread, the words that are looked for are refused, field
     *     {@code search}, or it cannot be read
     */
    ThreadPage getThread(ThreadQuery query) throws CrowdsourcingException;

    /**
     * @param reference the page of a contribution
     * @return the contribution, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Contribution> getContribution(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param references the pages of contributions, at most 200 of them are looked at
     * @return those that are there and that the current user may see
     * @throws CrowdsourcingException if they cannot be read
     */
    Map<DocumentReference, Contribution> getContributions(Collection<DocumentReference> references)
        throws CrowdsourcingException;

    /**
     * Begins a discussion.
     *
     * @param thread the page of a dialogue or a brief
     * @param contribution what is contributed
     * @return the page of the contribution
     * @throws CrowdsourcingException if a field is refused, the thread is closed, the current user may not, or it
     *     cannot be saved
     */
    DocumentReference contribute(DocumentReference thread, NewContribution contribution)
        throws CrowdsourcingException;

    /**
     * Replies to a contribution.
     *
     * @param replyTo the page of the contribution that is replied to
     * @param contribution what is contributed
     * @return the page of the reply
     * @throws CrowdsourcingException if a field is refused, the thread is closed, the contribution is hidden, the
     *     current user may not, or it cannot be saved
     */
    DocumentReference reply(DocumentReference replyTo, NewContribution contribution) throws CrowdsourcingException;

    /**
     * Changes a contribution of the current user.
     *
     * @param contribution the page of the contribution
     * @param text wiki text, field {@code text}
     * @param kind what it is, field {@code kind}
     * @throws CrowdsourcingException if a field is refused, the current user may not, the time for it is over,
     *     something was decided on it, or it cannot be saved
     */
    void revise(DocumentReference contribution, String text, String kind) throws CrowdsourcingException;

    /**
     * @param contribution the page of a contribution
     * @return how it read before its author changed it, the first text first; empty if it was not changed or its text
     *     may not be seen
     * @throws CrowdsourcingException if there is none that the current user may see, or it cannot be read
     */
    List<Revision> getRevisions(DocumentReference contribution) throws CrowdsourcingException;

    /**
     * Decides on a contribution in the name of the current user.
     *
     * @param contribution the page of a contribution
     * @param outcome the decision, field {@code decision}
     * @param reasonKind the kind of reason, field {@code reasonKind}; needed unless it is taken
     * @param reason the reason in words, plain text, field {@code reason}; needed unless it is taken
     * @throws CrowdsourcingException if a field is refused, nothing can be decided on it, the current user may not, or
     *     it cannot be saved
     */
    default void decide(DocumentReference contribution, Outcome outcome, DecisionReason reasonKind, String reason)
        throws CrowdsourcingException
    {
        decide(contribution, outcome, reasonKind, reason, null);
    }

    /**
     * Decides on a contribution. An idea that as many people back as the initiative says is decided on, whatever the
     * decision, with somebody who answers for it, a kind of reason and a reason in words.
     *
     * @param contribution the page of a contribution
     * @param outcome the decision, field {@code decision}
     * @param reasonKind the kind of reason, field {@code reasonKind}; needed unless it is taken and few back it
     * @param reason the reason in words, plain text, field {@code reason}; needed unless it is taken and few back it
     * @param decider who answers for the decision, one line of plain text, field {@code decider}; {@code null} for the
     *     current user; blank is nobody, and refused where many back it
     * @throws CrowdsourcingException if a field is refused, nothing can be decided on it, the current user may not, or
     *     it cannot be saved
     */
    void decide(DocumentReference contribution, Outcome outcome, DecisionReason reasonKind, String reason,
        String decider) throws CrowdsourcingException;

    /**
     * Hides a contribution; a placeholder remains.
     *
     * @param contribution the page of a contribution
     * @param reasonKind the kind of reason, field {@code hiddenReasonKind}
     * @param reason the reason in words, plain text, field {@code hiddenReason}; needed when the kind says nothing,
     *     and of an idea on which nobody may decide without a reason
     * @throws CrowdsourcingException if a field is refused, it is hidden, the current user may not, or it cannot be
     *     saved
     */
    void hide(DocumentReference contribution, HidingReason reasonKind, String reason) throws CrowdsourcingException;

    /**
     * Shows a hidden contribution again.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it is not hidden, the current user may not, or it cannot be saved
     */
    void unhide(DocumentReference contribution) throws CrowdsourcingException;

    /**
     * Shows a contribution that awaits moderation.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it does not await moderation, the current user may not, or it cannot be saved
     */
    void approve(DocumentReference contribution) throws CrowdsourcingException;

    /**
     * @param thread the page of a dialogue or a brief
     * @return why the current user cannot contribute there now, empty if nothing is in the way
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<FieldError> getContributionObstacle(DocumentReference thread) throws CrowdsourcingException;

    /**
     * @param thread the page of a dialogue or a brief
     * @return {@code true} if the current user may contribute and reply there now
     */
    boolean canContribute(DocumentReference thread);

    /**
     * @param thread the page of a dialogue or a brief
     * @return {@code true} if the current user may decide on its contributions, hide, show and approve them
     */
    boolean canCurate(DocumentReference thread);

    /**
     * @param contribution a contribution
     * @return {@code true} if the current user may decide on it: may curate, and it is of a kind on which something can
     *     be decided
     */
    boolean canDecide(Contribution contribution);

    /**
     * @param contribution a contribution
     * @return {@code true} if the current user may change it now, as its author
     */
    boolean canRevise(Contribution contribution);

    /**
     * @param thread the page of a dialogue or a brief
     * @return {@code true} if the current user may contribute there on behalf of a speaker
     */
    boolean canCapture(DocumentReference thread);

    /**
     * @param challenge the page of a challenge
     * @return {@code true} if the current user may create a dialogue below it
     */
    boolean canCreate(DocumentReference challenge);

    /**
     * @param dialogue the page of a dialogue
     * @return {@code true} if the current user may change, plan, open and close it
     */
    boolean canEdit(DocumentReference dialogue);
}

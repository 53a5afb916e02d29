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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefPages;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.security.authorization.Right;

/**
 * Who may contribute to a thread, and when.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ThreadRules.class)
@Singleton
public class ThreadRules
{
    /** How many minutes a person waits between two contributions in the slow mode when nothing is said. */
    private static final int SLOW = 10;

    private static final String MODERATION = "moderation";

    private static final String PHASE = "phase";

    private static final String STATE = "state";

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    @Inject
    private ContributionStore store;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param thread the page of a dialogue or a brief
     * @return the dialogue or the brief
     * @throws CrowdsourcingException if there is none that the current user may see
     */
    public Row get(DocumentReference thread) throws CrowdsourcingException
    {
        Optional<Row> row = Optional.empty();
        if (this.access.canView(thread)) {
            row = dialogue(thread);
            if (row.isEmpty()) {
                row = this.pages.find(thread, Schema.BRIEF).filter(BriefPages::isThread);
            }
        }
        return row.orElseThrow(() -> new NotFoundException(new FieldError("", "crowdsourcing.error.notFound")));
    }

    private Optional<Row> dialogue(DocumentReference thread) throws CrowdsourcingException
    {
        return this.pages.find(thread, Schema.DIALOGUE);
    }

    /**
     * @param thread the page of a thread
     * @return {@code true} if it is a dialogue
     * @throws CrowdsourcingException if it fails
     */
    public boolean isDialogue(DocumentReference thread) throws CrowdsourcingException
    {
        return dialogue(thread).isPresent();
    }

    /**
     * @param thread the page of a thread
     * @return {@code true} if the current user may decide on its contributions
     */
    public boolean canCurate(DocumentReference thread)
    {
        return this.access.canEdit(thread);
    }

    /**
     * @param thread the page of a thread
     * @return why the current user may not contribute there at all, empty if nothing is in the way
     */
    public Optional<FieldError> refusal(DocumentReference thread)
    {
        boolean allowed = !this.access.isGuest() && this.access.has(Right.COMMENT, thread);
        return allowed ? Optional.empty() : Optional.of(this.access.refusal());
    }

    /**
     * @param thread the page of a thread
     * @return why the current user may not contribute there at all, empty if nothing is in the way; guests may where
     *     the initiative says so
     * @throws CrowdsourcingException if it fails
     */
    public Optional<FieldError> contributionRefusal(DocumentReference thread) throws CrowdsourcingException
    {
        boolean welcome = this.access.isGuest() && this.access.has(Right.COMMENT, thread)
            && this.pages.nearest(thread, Schema.INITIATIVE).filter(row -> row.flag("guests")).isPresent();
        return welcome ? Optional.empty() : refusal(thread);
    }

    /**
     * @param thread the page of a thread
     * @return why nobody can contribute there now, or the current user has to wait; empty if nothing is in the way
     * @throws CrowdsourcingException if it fails
     */
    public Optional<FieldError> obstacle(DocumentReference thread) throws CrowdsourcingException
    {
        Optional<FieldError> closure = closure(thread);
        return closure.isEmpty() && moderation(thread) == Moderation.SLOW ? slow(thread) : closure;
    }

    /**
     * @param thread the page of a thread
     * @return why nobody can take part there now, empty if nothing is in the way
     * @throws CrowdsourcingException if it fails
     */
    public Optional<FieldError> closure(DocumentReference thread) throws CrowdsourcingException
    {
        String key = null;
        Optional<Row> dialogue = dialogue(thread);
        if (dialogue.isPresent()) {
            key = switch (dialogue.get().option(STATE, DialogueState.PLANNED)) {
                case PLANNED -> "crowdsourcing.error.threadPlanned";
                case CLOSED -> "crowdsourcing.error.threadClosed";
                case CANCELLED -> "crowdsourcing.error.threadCancelled";
                default -> null;
            };
        } else if (this.pages.find(thread, Schema.BRIEF)
            .filter(row -> row.option(STATE, BriefState.DRAFT) == BriefState.FROZEN).isPresent())
        {
            key = "crowdsourcing.error.briefFrozen";
        }
        if (key == null && moderation(thread) == Moderation.CLOSED) {
            key = "crowdsourcing.error.moderationClosed";
        }
        return key == null ? Optional.empty() : Optional.of(new FieldError("", key));
    }

    private Optional<FieldError> slow(DocumentReference thread) throws CrowdsourcingException
    {
        int minutes = slowMinutes(thread);
        // Who captures writes for many.
        boolean wait = !canCapture(thread) && this.store.hasContributed(thread,
            this.serializer.serialize(this.access.user()), Instant.now().minus(Duration.ofMinutes(minutes)));
        return wait ? Optional.of(new FieldError("", "crowdsourcing.error.slowMode", minutes)) : Optional.empty();
    }

    /**
     * @param thread the page of a thread
     * @return how many minutes a person waits there between two contributions in the slow mode
     * @throws CrowdsourcingException if it fails
     */
    public int slowMinutes(DocumentReference thread) throws CrowdsourcingException
    {
        int minutes =
            this.pages.nearest(thread, Schema.INITIATIVE).map(row -> row.number("slowMinutes")).orElse(0);
        return minutes > 0 ? minutes : SLOW;
    }

    /**
     * @param thread the page of a thread
     * @return when a contribution of the current user to it is seen by others: as the current phase of the initiative
     *     says, otherwise the initiative itself; what guests say is always looked at before
     * @throws CrowdsourcingException if it fails
     */
    public Moderation moderation(DocumentReference thread) throws CrowdsourcingException
    {
        Moderation result = Moderation.OPEN;
        Optional<Row> initiative = this.pages.nearest(thread, Schema.INITIATIVE);
        if (initiative.isPresent()) {
            String phase = initiative.get().text(PHASE);
            result = this.pages.all(initiative.get().page(), Schema.PHASE).stream()
                .filter(row -> !phase.isEmpty() && phase.equals(row.text(PHASE)))
                .map(row -> row.option(Moderation.class, MODERATION)).filter(Objects::nonNull).findFirst()
                .orElse(initiative.get().option(MODERATION, Moderation.OPEN));
        }
        return result != Moderation.CLOSED && this.access.isGuest() ? Moderation.PREMODERATED : result;
    }

    /**
     * @param thread the page of a thread
     * @return {@code true} if the current user may contribute there on behalf of a speaker
     * @throws CrowdsourcingException if it fails
     */
    public boolean canCapture(DocumentReference thread) throws CrowdsourcingException
    {
        DocumentReference user = this.access.user();
        boolean result = canCurate(thread);
        if (!result && user != null) {
            result = dialogue(thread).filter(row -> user.equals(row.reference("noteTaker"))
                || user.equals(row.reference("facilitator"))).isPresent();
        }
        return result;
    }
}

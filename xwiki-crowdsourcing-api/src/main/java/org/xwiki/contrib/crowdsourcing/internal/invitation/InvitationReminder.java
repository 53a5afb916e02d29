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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Reminds who was invited and has not answered, once, some days before the link expires. That it was done is known from
 * a page whose name follows from the link, so it is done once although several machines look.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InvitationReminder.class)
@Singleton
public class InvitationReminder
{
    /** How many days before, unless the initiative says something else. */
    static final int DAYS = 3;

    /** How many days before at most. */
    static final int MOST = 60;

    @Inject
    private InvitationStore store;

    @Inject
    private InvitationSender sender;

    @Inject
    private InvitationPost post;

    @Inject
    private DialogueStore dialogues;

    @Inject
    private PageReader pages;

    @Inject
    private Logger logger;

    /**
     * @param wiki a wiki, which becomes the current one
     * @param now the present
     * @throws CrowdsourcingException if it fails
     */
    public void remind(WikiReference wiki, Instant now) throws CrowdsourcingException
    {
        this.pages.enter(wiki);
        for (Row invitation : this.store.expiring(wiki, now, now.plus(Duration.ofDays(MOST)))) {
            try {
                remind(invitation, now);
            } catch (CrowdsourcingException e) {
                // The others are reminded all the same.
                this.logger.error("Failed to remind of the invitation [{}]", invitation.page(), e);
            }
        }
    }

    private void remind(Row invitation, Instant now) throws CrowdsourcingException
    {
        DocumentReference page = InvitationStore.engagement(invitation.page());
        Optional<Row> engagement = page == null ? Optional.empty() : this.pages.find(page, Schema.ENGAGEMENT);
        if (engagement.isPresent() && isDue(invitation, now) && isAwaited(engagement.get(), invitation)) {
            Optional<String> address = this.sender.address(engagement.get());
            this.post.check();
            if (address.isPresent() && this.store.claimReminder(invitation, now)) {
                this.sender.remind(engagement.get(), invitation, address.get());
            }
        }
    }

    private boolean isDue(Row invitation, Instant now) throws CrowdsourcingException
    {
        String set = this.pages.nearest(invitation.page(), Schema.INITIATIVE).map(row -> row.text("reminderDays"))
            .orElse("");
        int days = set.isEmpty() ? DAYS : Integer.parseInt(set);
        Duration before = Duration.ofDays(Math.min(days, MOST));
        Instant expires = invitation.instant(InvitationStore.EXPIRES_ON);
        Instant sent = invitation.instant(InvitationStore.SENT_ON);
        boolean soon = expires != null && !expires.minus(before).isAfter(now);
        // A link for two days does not bring a reminder right after the invitation.
        boolean known = sent != null && expires != null && Duration.between(sent, expires).compareTo(before) > 0;
        boolean delivered = Delivery.SENT.getId().equals(invitation.text(InvitationStore.DELIVERY));
        boolean waits = delivered && invitation.text(InvitationStore.REMINDED_ON).isEmpty();
        return days > 0 && soon && known && waits;
    }

    private boolean isAwaited(Row engagement, Row invitation) throws CrowdsourcingException
    {
        boolean invited = engagement.option("state", EngagementState.PROPOSED) == EngagementState.INVITED;
        Optional<Row> dialogue =
            this.pages.find(InvitationStore.dialogue(engagement.page()), Schema.DIALOGUE);
        return invited && this.store.answer(invitation).isEmpty() && dialogue.isPresent()
            && !isOver(this.dialogues.toDialogue(dialogue.get()).state());
    }

    /**
     * @param state the state of a dialogue
     * @return {@code true} if nobody comes any more
     */
    static boolean isOver(DialogueState state)
    {
        return state == DialogueState.CLOSED || state == DialogueState.CANCELLED;
    }
}

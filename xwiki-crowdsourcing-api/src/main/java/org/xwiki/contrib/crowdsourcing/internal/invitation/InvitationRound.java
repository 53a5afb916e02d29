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
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * Invites many experts at once: says who of them gets an e-mail and why the others do not. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InvitationRound.class)
@Singleton
public class InvitationRound
{
    @Inject
    private InvitationStore store;

    @Inject
    private InvitationSender sender;

    @Inject
    private InvitationPost post;

    @Inject
    private Access access;

    /**
     * Why somebody gets no e-mail.
     */
    public enum Obstacle
    {
        /** No address is known. */
        ADDRESS,

        /** There is an e-mail that can still be answered. */
        INVITED,

        /** The expert said no. */
        DECLINED,

        /** The expert said yes. */
        ACCEPTED;

        /**
         * @return the key of the message that names whom it is about
         */
        public String getMessageKey()
        {
            return "crowdsourcing.error.pipelineMail." + name().toLowerCase();
        }
    }

    /**
     * Who gets an e-mail.
     *
     * @param addresses where to, by the pages of the engagements
     * @param left who gets none
     */
    public record Plan(Map<DocumentReference, String> addresses, Map<Obstacle, Set<DocumentReference>> left)
    {
        @Override
        public String toString()
        {
            // An address is written nowhere.
            return "Plan[left=" + this.left + ']';
        }
    }

    /**
     * @param days for how many days links would work
     * @throws CrowdsourcingException if they cannot, or no e-mail can be sent at all
     */
    public void check(int days) throws CrowdsourcingException
    {
        Inputs inputs = new Inputs();
        inputs.range("days", days, 1, InvitationManager.MOST_DAYS);
        inputs.refuse();
        this.post.check();
    }

    /**
     * @param engagements stored engagements
     * @return who of their experts gets an e-mail
     * @throws CrowdsourcingException if it cannot be read
     */
    public Plan plan(Collection<Row> engagements) throws CrowdsourcingException
    {
        Map<DocumentReference, Row> mails =
            this.store.mails(engagements.stream().map(Row::page).toList());
        Plan result = new Plan(new HashMap<>(), new EnumMap<>(Obstacle.class));
        for (Row engagement : engagements) {
            Optional<Obstacle> obstacle = obstacle(engagement, mails.get(engagement.page()));
            Optional<String> address = obstacle.isPresent() ? Optional.empty() : this.sender.address(engagement);
            if (address.isPresent()) {
                result.addresses().put(engagement.page(), address.get());
            } else {
                result.left().computeIfAbsent(obstacle.orElse(Obstacle.ADDRESS), key -> new LinkedHashSet<>())
                    .add(engagement.page());
            }
        }
        return result;
    }

    private static Optional<Obstacle> obstacle(Row engagement, Row mail)
    {
        return Optional.ofNullable(switch (engagement.option("state", EngagementState.PROPOSED)) {
            case PROPOSED, SCREENED -> null;
            case INVITED -> isAwaited(mail) ? Obstacle.INVITED : null;
            case DECLINED -> Obstacle.DECLINED;
            default -> Obstacle.ACCEPTED;
        });
    }

    private static boolean isAwaited(Row mail)
    {
        Delivery delivery = mail == null ? null : mail.option(Delivery.class, InvitationStore.DELIVERY);
        Instant expires = mail == null ? null : mail.instant(InvitationStore.EXPIRES_ON);
        return delivery != null && !delivery.isFailed() && expires != null && expires.isAfter(Instant.now());
    }

    /**
     * @param engagement an engagement, as it was before
     * @param address where to
     * @param days for how many days the link works
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void send(Row engagement, String address, int days) throws CrowdsourcingException
    {
        this.sender.invite(engagement, address, this.access.user(), Instant.now().plus(Duration.ofDays(days)));
    }

    /**
     * @param engagements pages of engagements in one wiki
     * @return what became of the e-mails with their invitations
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<DocumentReference, Delivery> deliveries(Collection<DocumentReference> engagements)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Delivery> result = new HashMap<>();
        this.store.mails(engagements).forEach((page, mail) -> {
            Delivery delivery = mail.option(Delivery.class, InvitationStore.DELIVERY);
            if (delivery != null) {
                result.put(page, delivery);
            }
        });
        return result;
    }

    /**
     * @param engagements pages of engagements in one wiki
     * @param since an instant
     * @return those to whose experts a link was sent since then, whether or not it arrived
     * @throws CrowdsourcingException if it cannot be read
     */
    public Set<DocumentReference> sentSince(Collection<DocumentReference> engagements, Instant since)
        throws CrowdsourcingException
    {
        Set<DocumentReference> result = new HashSet<>();
        this.store.mails(engagements).forEach((page, mail) -> {
            Instant sent = mail.instant(InvitationStore.SENT_ON);
            Delivery delivery = mail.option(Delivery.class, InvitationStore.DELIVERY);
            // It is stored to the second.
            if (sent != null && sent.plusSeconds(1).isAfter(since) && delivery != Delivery.WITHDRAWN) {
                result.add(page);
            }
        });
        return result;
    }

    /**
     * Makes the links of an invitation worthless.
     *
     * @param engagement the page of an engagement with an invitation
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void withdraw(DocumentReference engagement) throws CrowdsourcingException
    {
        this.store.withdraw(engagement);
    }
}

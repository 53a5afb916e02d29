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

import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.contrib.crowdsourcing.invitation.Invitation;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationManager;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationMessage;
import org.xwiki.contrib.crowdsourcing.invitation.OpenedInvitation;
import org.xwiki.contrib.crowdsourcing.invitation.Reply;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of invitations by e-mail.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultInvitationManager implements InvitationManager
{
    private static final String ENGAGEMENT = "engagement";

    private static final String STATE = "state";

    @Inject
    private InvitationStore store;

    @Inject
    private InvitationSender sender;

    @Inject
    private InvitationPost post;

    @Inject
    private AnswerDesk desk;

    @Inject
    private EngagementStore engagements;

    @Inject
    private RowReader reader;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public List<Invitation> list(DocumentReference dialogue) throws CrowdsourcingException
    {
        this.things.getEditable(dialogue, Schema.DIALOGUE);
        List<Row> rows = this.engagements.below(dialogue).stream()
            .filter(row -> row.reference(InvitationStore.EXPERT) != null).toList();
        Map<DocumentReference, Row> stored = this.store.all(dialogue);
        List<DocumentReference> experts = rows.stream().map(row -> row.reference(InvitationStore.EXPERT)).toList();
        Map<DocumentReference, String> names = this.reader.titles(experts);
        Set<DocumentReference> reachable = reachable(dialogue, experts);
        List<Invitation> result = new ArrayList<>();
        for (Row row : rows) {
            DocumentReference expert = row.reference(InvitationStore.EXPERT);
            String name = this.access.canView(expert) ? names.getOrDefault(expert, "") : "";
            result.add(toInvitation(row, name, reachable.contains(expert), stored));
        }
        result.sort(Comparator.comparing(Invitation::name, Collator.getInstance()));
        return result;
    }

    private Set<DocumentReference> reachable(DocumentReference dialogue, Collection<DocumentReference> experts)
        throws CrowdsourcingException
    {
        List<String> pages =
            experts.stream().map(ContactStore::page).map(this.reader::serialize).distinct().toList();
        return this.reader.readOnly(dialogue.getWikiReference(), pages, Set.of(ContactStore.EMAIL), Schema.CONTACT)
            .first(Schema.CONTACT).values().stream().filter(row -> !row.text(ContactStore.EMAIL).isEmpty())
            .map(row -> ContactStore.profile(row.page())).collect(Collectors.toSet());
    }

    private static Invitation toInvitation(Row engagement, String name, boolean reachable,
        Map<DocumentReference, Row> stored)
    {
        DocumentReference expert = engagement.reference(InvitationStore.EXPERT);
        EngagementState state = engagement.option(STATE, EngagementState.PROPOSED);
        Row row = stored.get(InvitationStore.page(engagement.page()));
        if (row == null) {
            return new Invitation(engagement.page(), expert, name, state, reachable, null, null, null, null, null, "");
        }
        Optional<Row> answer = InvitationStore.answer(stored, row);
        return new Invitation(engagement.page(), expert, name, state, reachable,
            row.option(Delivery.class, InvitationStore.DELIVERY), row.instant(InvitationStore.SENT_ON),
            row.instant(InvitationStore.REMINDED_ON), row.instant(InvitationStore.EXPIRES_ON),
            answer.map(given -> given.option(EngagementState.class, InvitationStore.ANSWER)).orElse(null),
            answer.map(given -> given.text(InvitationStore.REASON)).orElse(""));
    }

    @Override
    public InvitationMessage preview(DocumentReference engagement, int days) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(engagement, Schema.ENGAGEMENT);
        check(days);
        requireExpert(row);
        return this.sender.preview(row, this.access.user(), Instant.now().plus(Duration.ofDays(days)));
    }

    private static void check(int days) throws CrowdsourcingException
    {
        Inputs inputs = new Inputs();
        inputs.range("days", days, 1, MOST_DAYS);
        inputs.refuse();
    }

    private static void requireExpert(Row engagement) throws CrowdsourcingException
    {
        if (engagement.reference(InvitationStore.EXPERT) == null) {
            throw new CrowdsourcingException(new FieldError(ENGAGEMENT, "crowdsourcing.error.expertUnknown"));
        }
    }

    /** Whoever may change all of them, or nobody is written to. */
    private List<Row> editable(Collection<DocumentReference> pages) throws CrowdsourcingException
    {
        if (pages.isEmpty() || pages.size() > MOST) {
            throw new CrowdsourcingException(new FieldError(ENGAGEMENT, "crowdsourcing.error.invitationNobody"));
        }
        List<Row> result = new ArrayList<>();
        for (DocumentReference page : new LinkedHashSet<>(pages)) {
            result.add(this.things.getEditable(page, Schema.ENGAGEMENT));
        }
        return result;
    }

    @Override
    public List<DocumentReference> invite(Collection<DocumentReference> pages, int days)
        throws CrowdsourcingException
    {
        check(days);
        Map<Row, String> addresses = new LinkedHashMap<>();
        for (Row row : editable(pages)) {
            EngagementState state = row.option(STATE, EngagementState.PROPOSED);
            Optional<String> address =
                state.compareTo(EngagementState.INVITED) > 0 ? Optional.empty() : this.sender.address(row);
            address.ifPresent(known -> addresses.put(row, known));
        }
        refuseNobody(addresses);
        Instant expiresOn = Instant.now().plus(Duration.ofDays(days));
        for (Map.Entry<Row, String> entry : addresses.entrySet()) {
            this.sender.invite(entry.getKey(), entry.getValue(), this.access.user(), expiresOn);
        }
        return addresses.keySet().stream().map(Row::page).toList();
    }

    private void refuseNobody(Map<Row, ?> addresses) throws CrowdsourcingException
    {
        if (addresses.isEmpty()) {
            throw new CrowdsourcingException(
                new FieldError(ENGAGEMENT, "crowdsourcing.error.invitationUnreachable"));
        }
        this.post.check();
    }

    @Override
    public List<DocumentReference> remind(Collection<DocumentReference> pages) throws CrowdsourcingException
    {
        Map<Row, Row> awaited = new LinkedHashMap<>();
        for (Row row : editable(pages)) {
            Optional<Row> invitation = this.store.find(row.page());
            if (invitation.isPresent() && isAwaited(row, invitation.get()) && this.sender.address(row).isPresent()) {
                awaited.put(row, invitation.get());
            }
        }
        refuseNobody(awaited);
        for (Map.Entry<Row, Row> entry : awaited.entrySet()) {
            this.sender.remind(entry.getKey(), entry.getValue(),
                this.sender.address(entry.getKey()).orElseThrow());
        }
        return awaited.keySet().stream().map(Row::page).toList();
    }

    private boolean isAwaited(Row engagement, Row invitation) throws CrowdsourcingException
    {
        Instant expires = invitation.instant(InvitationStore.EXPIRES_ON);
        return engagement.option(STATE, EngagementState.PROPOSED) == EngagementState.INVITED && expires != null
            && expires.isAfter(Instant.now()) && this.store.answer(invitation).isEmpty();
    }

    @Override
    public OpenedInvitation open(String link) throws CrowdsourcingException
    {
        return this.desk.open(link);
    }

    @Override
    public void answer(String link, Reply reply) throws CrowdsourcingException
    {
        this.desk.answer(link, reply);
    }
}

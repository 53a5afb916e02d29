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

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementWriter;
import org.xwiki.contrib.crowdsourcing.internal.expert.ProfileStore;
import org.xwiki.contrib.crowdsourcing.internal.initiative.InitiativeStore;
import org.xwiki.contrib.crowdsourcing.internal.store.AccountStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.invitation.AccountNeed;
import org.xwiki.contrib.crowdsourcing.invitation.LinkState;
import org.xwiki.contrib.crowdsourcing.invitation.OpenedInvitation;
import org.xwiki.contrib.crowdsourcing.invitation.OpenedInvitation.Letter;
import org.xwiki.contrib.crowdsourcing.invitation.Reply;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Where invitations are answered. The link stands for the person: whoever has it may do this one thing, and sees
 * nothing but what was said to the person.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AnswerDesk.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class AnswerDesk
{
    private static final String USER = "user";

    private static final String USER_NAME = "userName";

    private static final String PASSWORD = "password";

    private static final String STATE = "state";

    private static final int LONGEST_NAME = 60;

    private static final int LONGEST_PASSWORD = 250;

    @Inject
    private InvitationStore store;

    @Inject
    private InvitationSender sender;

    @Inject
    private EngagementStore engagements;

    @Inject
    private EngagementWriter engagementWriter;

    @Inject
    private DialogueStore dialogues;

    @Inject
    private InitiativeStore initiatives;

    @Inject
    private ProfileStore profiles;

    @Inject
    private AgreementStore agreements;

    @Inject
    private AccountStore accounts;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private Access access;

    /**
     * What a link leads to.
     *
     * @param state what it is good for
     * @param invitation the invitation, {@code null} if there is none
     * @param engagement the engagement, {@code null} if there is none
     * @param profile the profile, {@code null} if there is none
     * @param dialogue the dialogue, {@code null} if there is none
     */
    private record Case(LinkState state, Row invitation, Row engagement, Row profile, Row dialogue)
    {
        Case(LinkState state)
        {
            this(state, null, null, null, null);
        }
    }

    OpenedInvitation open(String link) throws CrowdsourcingException
    {
        Case found = find(link);
        boolean shown = found.state() == LinkState.OPEN || found.state() == LinkState.USED;
        return new OpenedInvitation(found.state(), shown ? letter(found) : null);
    }

    private Case find(String link) throws CrowdsourcingException
    {
        Optional<Row> invitation = Links.isLink(link) ? this.store.select(Links.selector(link)) : Optional.empty();
        if (invitation.isEmpty()) {
            return new Case(LinkState.UNKNOWN);
        }
        LinkState known = compare(invitation.get(), Links.hashOf(link));
        return known == LinkState.OPEN ? find(invitation.get()) : new Case(known);
    }

    private static LinkState compare(Row invitation, String hash)
    {
        // All are compared, so that it takes as long whichever it is.
        boolean works = Links.isSame(hash, invitation.text(InvitationStore.TOKEN))
            | Links.isSame(hash, invitation.text(InvitationStore.REMINDER));
        boolean worked = false;
        for (String replaced : invitation.lines(InvitationStore.REPLACED)) {
            worked |= Links.isSame(hash, replaced);
        }
        return works ? LinkState.OPEN : worked ? LinkState.REPLACED : LinkState.UNKNOWN;
    }

    private Case find(Row invitation) throws CrowdsourcingException
    {
        DocumentReference page = InvitationStore.engagement(invitation.page());
        Row engagement = page == null ? null : this.pages.find(page, Schema.ENGAGEMENT).orElse(null);
        DocumentReference expert = invitation.reference(InvitationStore.EXPERT);
        // Whoever changed whom the engagement is about did not invite that person.
        boolean same = engagement != null && expert != null
            && expert.equals(engagement.reference(InvitationStore.EXPERT));
        Row profile = same ? this.pages.find(expert, Schema.EXPERT).orElse(null) : null;
        Row dialogue = profile == null ? null
            : this.pages.find(InvitationStore.dialogue(page), Schema.DIALOGUE).orElse(null);
        if (dialogue == null) {
            return new Case(LinkState.REPLACED);
        }
        return new Case(state(invitation, engagement, profile, dialogue), invitation, engagement, profile, dialogue);
    }

    private LinkState state(Row invitation, Row engagement, Row profile, Row dialogue) throws CrowdsourcingException
    {
        EngagementState state = engagement.option(STATE, EngagementState.PROPOSED);
        Instant expires = invitation.instant(InvitationStore.EXPIRES_ON);
        LinkState result = LinkState.OPEN;
        if (isForeign(profile)) {
            result = LinkState.FOREIGN;
        } else if (this.store.answer(invitation).isPresent()
            || state != EngagementState.INVITED && state.compareTo(EngagementState.INVITED) > 0) {
            result = LinkState.USED;
        } else if (state != EngagementState.INVITED) {
            result = LinkState.REPLACED;
        } else if (expires == null || !expires.isAfter(Instant.now())) {
            result = LinkState.EXPIRED;
        } else if (InvitationReminder.isOver(this.dialogues.toDialogue(dialogue).state())) {
            result = LinkState.OVER;
        }
        return result;
    }

    private boolean isForeign(Row profile) throws CrowdsourcingException
    {
        DocumentReference current = this.access.user();
        DocumentReference user = profile.reference(USER);
        if (current == null) {
            return false;
        }
        return user == null ? this.profiles.findByUser(current).isPresent() : !user.equals(current);
    }

    private AccountNeed need(Row profile)
    {
        return profile.reference(USER) != null ? AccountNeed.NONE
            : this.access.isGuest() ? AccountNeed.CREATE : AccountNeed.LINK;
    }

    private Letter letter(Case found) throws CrowdsourcingException
    {
        DocumentReference page = found.engagement().page();
        Dialogue dialogue = this.dialogues.toDialogue(found.dialogue());
        Optional<Row> initiative = this.pages.nearest(dialogue.reference(), Schema.INITIATIVE);
        DocumentReference by = found.invitation().reference(InvitationStore.SENDER);
        boolean used = found.state() == LinkState.USED;
        String name = found.profile().title();
        return new Letter(page, name, by == null ? "" : this.pages.userName(by), dialogue,
            initiative.isEmpty() ? null : this.initiatives.load(initiative.get()),
            this.pages.nearest(dialogue.reference(), Schema.CHALLENGE).map(row -> row.text("question")).orElse(""),
            InvitationTexts.zone(found.profile()).orElse(null),
            found.invitation().instant(InvitationStore.EXPIRES_ON), need(found.profile()),
            used ? "" : propose(name), this.agreements.get(page), used ? given(found) : null,
            1 + this.engagements.waiting(dialogue.reference()).indexOf(this.reader.serialize(page)));
    }

    private EngagementState given(Case found) throws CrowdsourcingException
    {
        EngagementState state = found.engagement().option(STATE, EngagementState.PROPOSED);
        // Curators may have changed it since, on the person's wish.
        return state == EngagementState.INVITED ? this.store.answer(found.invitation())
            .map(row -> row.option(InvitationStore.ANSWER, EngagementState.INVITED)).orElse(state) : state;
    }

    private String propose(String name) throws CrowdsourcingException
    {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z0-9]", "");
        String begin = plain.isEmpty() ? "Expert" : plain.substring(0, Math.min(LONGEST_NAME - 4, plain.length()));
        String result = begin;
        for (int i = 2; !this.accounts.isFree(result) && i < 100; i++) {
            result = begin + i;
        }
        return result;
    }

    void answer(String link, Reply reply) throws CrowdsourcingException
    {
        Case found = find(link);
        refuse(found.state());
        Inputs inputs = new Inputs();
        String reason = inputs.text(InvitationStore.REASON, reply.reason(), Inputs.REASON);
        AccountNeed need = reply.accepted() ? need(found.profile()) : AccountNeed.NONE;
        if (need == AccountNeed.CREATE) {
            check(reply, inputs);
        }
        if (reply.accepted()) {
            this.agreements.check(found.engagement().page(), reply.signature(), inputs);
        }
        inputs.refuse();
        EngagementState state = reply.accepted() ? EngagementState.ACCEPTED : EngagementState.DECLINED;
        if (!this.store.claimAnswer(found.invitation(), Map.of(InvitationStore.ANSWER, state.getId(),
            InvitationStore.REASON, reply.accepted() ? "" : reason, InvitationStore.SENT_ON, Times.now()))) {
            refuse(LinkState.USED);
        }
        boolean done = false;
        try {
            perform(found, reply, need, state);
            done = true;
        } finally {
            if (!done) {
                // Nothing was answered: it can be tried again.
                this.store.withdrawAnswer(found.invitation());
            }
        }
    }

    private static void refuse(LinkState state) throws CrowdsourcingException
    {
        FieldError error = new FieldError("", "crowdsourcing.invitation." + state.getId());
        switch (state) {
            case OPEN:
                break;
            case UNKNOWN:
                throw new NotFoundException(error);
            case FOREIGN:
                throw new NotAllowedException(error);
            default:
                throw new ConflictException(error);
        }
    }

    private void check(Reply reply, Inputs inputs) throws CrowdsourcingException
    {
        String name = inputs.requiredLine(USER_NAME, reply.userName());
        if (!name.isEmpty() && !name.matches("[A-Za-z0-9_]{1," + LONGEST_NAME + '}')) {
            inputs.add(new FieldError(USER_NAME, "crowdsourcing.error.userName", LONGEST_NAME));
        } else if (!name.isEmpty() && !this.accounts.isFree(name)) {
            inputs.add(new FieldError(USER_NAME, "crowdsourcing.error.userTaken", name));
        }
        if (reply.password().isEmpty()) {
            inputs.required(PASSWORD, "");
        } else if (reply.password().length() > LONGEST_PASSWORD) {
            inputs.add(new FieldError(PASSWORD, "crowdsourcing.error.tooLong", LONGEST_PASSWORD));
        } else {
            this.accounts.check(reply.password()).forEach(inputs::add);
        }
        if (!reply.password().equals(reply.repeated())) {
            inputs.add(new FieldError("repeated", "crowdsourcing.error.passwordRepeated"));
        }
    }

    private void perform(Case found, Reply reply, AccountNeed need, EngagementState state)
        throws CrowdsourcingException
    {
        if (reply.accepted()) {
            // What is asked is signed first: nobody has accepted without.
            this.agreements.sign(found.engagement().page(), reply.signature());
        }
        DocumentReference user = switch (need) {
            case CREATE -> create(found, reply);
            case LINK -> this.access.user();
            default -> null;
        };
        if (user != null) {
            DocumentReference profile = found.profile().page();
            this.writer.update(profile, Schema.EXPERT,
                Map.of(USER, this.serializer.serialize(user, profile.getWikiReference())), "");
        }
        DocumentReference member = user == null ? found.profile().reference(USER) : user;
        Optional<Row> initiative = this.pages.nearest(found.dialogue().page(), Schema.INITIATIVE);
        DocumentReference group = initiative.map(row -> row.reference("expertsGroup")).orElse(null);
        if (reply.accepted() && member != null && group != null && this.pages.isGroup(group)) {
            this.accounts.join(group, member);
        }
        this.engagementWriter.setState(found.engagement().page(), state);
    }

    private DocumentReference create(Case found, Reply reply) throws CrowdsourcingException
    {
        String name = found.profile().title().strip();
        int gap = name.lastIndexOf(' ');
        Map<String, String> values = new HashMap<>();
        values.put(PASSWORD, reply.password());
        values.put("first_name", gap < 0 ? "" : name.substring(0, gap).strip());
        values.put("last_name", name.substring(gap + 1));
        if (reply.address()) {
            this.sender.address(found.engagement()).ifPresent(address -> values.put("email", address));
        }
        return this.accounts.create(reply.userName().strip(), values);
    }
}

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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationMessage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.LocalDocumentReference;

/**
 * Makes the links of invitations and sends them. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InvitationSender.class)
@Singleton
public class InvitationSender
{
    /** The page where invitations are answered. */
    static final LocalDocumentReference PAGE =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "Invitation");

    private static final String PARAMETER = "?invitation=";

    private static final String NOBODY = "";

    @Inject
    private InvitationStore store;

    @Inject
    private InvitationTexts texts;

    @Inject
    private InvitationPost post;

    @Inject
    private ContactStore contacts;

    @Inject
    private DialogueStore dialogues;

    @Inject
    private EngagementWriter engagements;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private DocumentAccessBridge bridge;

    /**
     * @param engagement an engagement
     * @return the address of its expert
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<String> address(Row engagement) throws CrowdsourcingException
    {
        DocumentReference expert = engagement.reference(InvitationStore.EXPERT);
        return expert == null ? Optional.empty()
            : this.contacts.find(expert).map(Contact::email).filter(email -> !email.isEmpty());
    }

    /**
     * @param engagement an engagement, as it was before; who gets no e-mail stays what that says
     * @param address where to
     * @param sender who invites
     * @param expiresOn until when the link works
     * @throws CrowdsourcingException if it cannot be saved
     */
    void invite(Row engagement, String address, DocumentReference sender, Instant expiresOn)
        throws CrowdsourcingException
    {
        DocumentReference page = engagement.page();
        Optional<Row> older = this.store.find(page);
        String selector = older.map(row -> row.text(InvitationStore.SELECTOR)).orElseGet(Links::newSelector);
        String secret = Links.newSecret();
        String answerPage = answerPage(page);
        Map<String, Object> values = new HashMap<>();
        values.put(InvitationStore.SELECTOR, selector);
        values.put(InvitationStore.TOKEN, Links.hash(secret));
        values.put(InvitationStore.REMINDER, NOBODY);
        values.put(InvitationStore.REPLACED, older.map(row -> InvitationStore.replaced(row,
            InvitationStore.TOKEN, InvitationStore.REMINDER)).orElse(NOBODY));
        values.put(InvitationStore.EXPERT, engagement.text(InvitationStore.EXPERT));
        values.put(InvitationStore.SENT_ON, Times.now());
        values.put(InvitationStore.REMINDED_ON, NOBODY);
        values.put(InvitationStore.EXPIRES_ON, Times.format(expiresOn));
        values.put(InvitationStore.DELIVERY, Delivery.SENDING.getId());
        values.put(InvitationStore.SENDER,
            sender == null ? NOBODY : this.serializer.serialize(sender, page.getWikiReference()));
        values.put(InvitationStore.ADDRESS, answerPage);
        if (older.isPresent()) {
            this.store.clear(older.get());
        }
        this.store.save(page, values);
        this.engagements.setState(page, EngagementState.INVITED);
        InvitationMessage message = this.texts.invitation(
            occasion(engagement, sender, answerPage + PARAMETER + selector + secret, expiresOn));
        this.post.send(new InvitationPost.Letter(InvitationStore.page(page), InvitationStore.TOKEN,
            Links.hash(secret), engagement), address, message);
    }

    void remind(Row engagement, Row invitation, String address) throws CrowdsourcingException
    {
        String secret = Links.newSecret();
        String hash = Links.hash(secret);
        this.writer.adjust(invitation.page(), Schema.INVITATION, held -> Map.of(InvitationStore.REMINDER, hash,
            InvitationStore.REPLACED, InvitationStore.replaced(held, InvitationStore.REMINDER),
            InvitationStore.REMINDED_ON, Times.now(), InvitationStore.DELIVERY, Delivery.SENDING.getId()), NOBODY);
        String link = invitation.text(InvitationStore.ADDRESS) + PARAMETER
            + invitation.text(InvitationStore.SELECTOR) + secret;
        InvitationMessage message = this.texts.reminder(occasion(engagement,
            invitation.reference(InvitationStore.SENDER), link, invitation.instant(InvitationStore.EXPIRES_ON)));
        this.post.send(new InvitationPost.Letter(invitation.page(), InvitationStore.REMINDER, hash, null),
            address, message);
    }

    /**
     * @param engagement an engagement
     * @param sender who would invite
     * @param expiresOn until when the link would work
     * @return the e-mail, with a link that does not work
     * @throws CrowdsourcingException if it cannot be read
     */
    InvitationMessage preview(Row engagement, DocumentReference sender, Instant expiresOn)
        throws CrowdsourcingException
    {
        return this.texts.invitation(
            occasion(engagement, sender, answerPage(engagement.page()) + PARAMETER + "\u2026", expiresOn));
    }

    private String answerPage(DocumentReference engagement)
    {
        return this.bridge.getDocumentURL(new DocumentReference(PAGE, engagement.getWikiReference()), "view", null,
            null, true);
    }

    private InvitationTexts.Occasion occasion(Row engagement, DocumentReference sender, String link,
        Instant expiresOn) throws CrowdsourcingException
    {
        DocumentReference expert = engagement.reference(InvitationStore.EXPERT);
        Row profile = this.pages.find(expert, Schema.EXPERT).orElse(engagement);
        DocumentReference dialogue = InvitationStore.dialogue(engagement.page());
        Row row = this.pages.find(dialogue, Schema.DIALOGUE).orElse(engagement);
        return new InvitationTexts.Occasion(profile, this.pages.nearest(dialogue, Schema.INITIATIVE).orElse(null),
            this.dialogues.toDialogue(row), sender == null ? NOBODY : this.pages.userName(sender), link, expiresOn);
    }
}

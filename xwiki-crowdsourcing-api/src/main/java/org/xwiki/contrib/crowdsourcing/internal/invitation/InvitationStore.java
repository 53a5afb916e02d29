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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where invitations are stored: each on a hidden page beside the engagement. What happens once, the answer and the
 * reminder that the wiki sends by itself, is a page of its own, whose name follows from the link: so it happens once,
 * whoever tries at the same time and on whichever machine. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InvitationStore.class)
@Singleton
public class InvitationStore
{
    static final String SELECTOR = "selector";

    static final String TOKEN = "token";

    static final String REMINDER = "reminder";

    static final String REPLACED = "replaced";

    static final String EXPERT = "expert";

    static final String EXPIRES_ON = "expiresOn";

    static final String SENT_ON = "sentOn";

    static final String REMINDED_ON = "remindedOn";

    static final String DELIVERY = "delivery";

    static final String ANSWER = "answer";

    static final String REASON = "reason";

    static final String SENDER = "sender";

    static final String ADDRESS = "address";

    private static final String SUFFIX = "-Invitation";

    private static final String TITLE = "Invitation";

    private static final String OF_CLASS = "and obj.className = :class";

    private static final String CLASS = "class";

    private static final int MANY = 2000;

    /** So many links are still known for what they were. */
    private static final int KNOWN = 20;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    /**
     * @param engagement the page of an engagement
     * @return the page of its invitation
     */
    static DocumentReference page(DocumentReference engagement)
    {
        return new DocumentReference(engagement.getName() + SUFFIX, engagement.getLastSpaceReference());
    }

    /**
     * @param invitation the page of an invitation
     * @return the page of the engagement, {@code null} if it is another page
     */
    static DocumentReference engagement(DocumentReference invitation)
    {
        String name = invitation.getName();
        return name.endsWith(SUFFIX) ? new DocumentReference(name.substring(0, name.length() - SUFFIX.length()),
            invitation.getLastSpaceReference()) : null;
    }

    /**
     * @param engagement the page of an engagement, or another one beside it
     * @return the page of the dialogue
     */
    public static DocumentReference dialogue(DocumentReference engagement)
    {
        EntityReference above = engagement.getLastSpaceReference().getParent();
        return above.getType() == EntityType.SPACE ? PageReader.home(new SpaceReference(above)) : engagement;
    }

    private static DocumentReference answerPage(Row invitation)
    {
        return once('a', invitation);
    }

    private static DocumentReference reminderPage(Row invitation)
    {
        return once('r', invitation);
    }

    private static DocumentReference once(char prefix, Row invitation)
    {
        return new DocumentReference(PageNames.ofHash(prefix, invitation.text(TOKEN)),
            invitation.page().getLastSpaceReference());
    }

    Optional<Row> find(DocumentReference engagement) throws CrowdsourcingException
    {
        return this.pages.find(page(engagement), Schema.INVITATION);
    }

    /**
     * @param selector the part of a link by which the invitation is found
     * @return the invitation
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Row> select(String selector) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        List<Found> found = this.reader.find(wiki, this.reader.objects().add(OF_CLASS
            + " and exists (select p.id.id from StringProperty p where p.id.id = obj.id and p.id.name = 'selector'"
            + " and p.value = :selector) order by doc.fullName")
            .bind(CLASS, Schema.INVITATION.getClassName()).bind(SELECTOR, selector).limit(1));
        return found.isEmpty() ? Optional.empty()
            : this.pages.find(this.reader.resolve(found.get(0).page(), wiki), Schema.INVITATION);
    }

    /**
     * @param dialogue the page of a dialogue
     * @return what is stored of its invitations, by page
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, Row> all(DocumentReference dialogue) throws CrowdsourcingException
    {
        WikiReference wiki = dialogue.getWikiReference();
        SpaceReference panel = new SpaceReference("Panel", dialogue.getLastSpaceReference());
        Statement statement = this.reader.objects().add(OF_CLASS + " and doc.space = :panel order by doc.fullName")
            .bind(CLASS, Schema.INVITATION.getClassName()).bind("panel", this.reader.serialize(panel))
            .limit(3 * MANY);
        return this.reader.load(wiki, this.reader.find(wiki, statement), Schema.INVITATION)
            .first(Schema.INVITATION);
    }

    /**
     * @param all what is stored of the invitations of a dialogue
     * @param invitation one of them
     * @return its answer
     */
    static Optional<Row> answer(Map<DocumentReference, Row> all, Row invitation)
    {
        return Optional.ofNullable(all.get(answerPage(invitation)));
    }

    Optional<Row> answer(Row invitation) throws CrowdsourcingException
    {
        return this.pages.find(answerPage(invitation), Schema.INVITATION);
    }

    /**
     * @param wiki a wiki
     * @param from an instant
     * @param until a later one
     * @return the invitations that expire in between
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Row> expiring(WikiReference wiki, Instant from, Instant until) throws CrowdsourcingException
    {
        List<Found> found = this.reader.find(wiki, this.reader.objects().add(OF_CLASS
            + " and exists (select p.id.id from StringProperty p where p.id.id = obj.id and p.id.name = 'expiresOn'"
            + " and p.value > :from and p.value <= :until) order by doc.fullName")
            .bind(CLASS, Schema.INVITATION.getClassName()).bind("from", Times.format(from))
            .bind("until", Times.format(until)).limit(MANY));
        return List.copyOf(this.reader.load(wiki, found, Schema.INVITATION).first(Schema.INVITATION).values());
    }

    void save(DocumentReference engagement, Map<String, Object> values) throws CrowdsourcingException
    {
        DocumentReference page = page(engagement);
        if (!this.writer.createHidden(page, TITLE, Schema.INVITATION, values)) {
            this.writer.update(page, Schema.INVITATION, values, "");
        }
    }

    /**
     * Says what became of the e-mail, unless there is a newer one.
     *
     * @param page the page of an invitation
     * @param property which link the e-mail had
     * @param hash the hash of its secret
     * @param delivery what became of it
     * @return {@code false} if there is a newer one
     * @throws CrowdsourcingException if it cannot be saved
     */
    boolean deliver(DocumentReference page, String property, String hash, Delivery delivery)
        throws CrowdsourcingException
    {
        AtomicBoolean newest = new AtomicBoolean();
        this.writer.adjust(page, Schema.INVITATION, held -> {
            newest.set(hash.equals(held.text(property)));
            return newest.get() ? Map.of(DELIVERY, delivery.getId()) : Map.of();
        }, "");
        return newest.get();
    }

    /**
     * Makes the links of an invitation worthless.
     *
     * @param engagement the page of an engagement
     * @throws CrowdsourcingException if it cannot be saved
     */
    void withdraw(DocumentReference engagement) throws CrowdsourcingException
    {
        // Nobody has the link of this one.
        String nobodys = Links.hash(Links.newSecret());
        this.writer.adjust(page(engagement), Schema.INVITATION, held -> Map.of(TOKEN, nobodys, REMINDER, "", REPLACED,
            replaced(held, TOKEN, REMINDER), DELIVERY, Delivery.WITHDRAWN.getId()), "");
    }

    /**
     * @param invitation an invitation
     * @param properties which of its links are replaced
     * @return the hashes of all that were
     */
    static String replaced(Row invitation, String... properties)
    {
        List<String> result = new ArrayList<>();
        for (String property : properties) {
            String hash = invitation.text(property);
            if (!hash.isEmpty()) {
                result.add(hash);
            }
        }
        result.addAll(invitation.lines(REPLACED));
        return String.join("\n", result.subList(0, Math.min(KNOWN, result.size())));
    }

    /**
     * @param engagements pages of engagements in one wiki
     * @return what is stored of the e-mails with their invitations, by the pages of the engagements
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, Row> mails(Collection<DocumentReference> engagements) throws CrowdsourcingException
    {
        Map<DocumentReference, Row> result = new HashMap<>();
        if (!engagements.isEmpty()) {
            this.reader.readOnly(engagements.iterator().next().getWikiReference(),
                engagements.stream().map(engagement -> this.reader.serialize(page(engagement))).toList(),
                Set.of(DELIVERY, SENT_ON, EXPIRES_ON), Schema.INVITATION).first(Schema.INVITATION)
                .forEach((page, row) -> result.put(engagement(page), row));
        }
        return result;
    }

    /**
     * @param invitation an invitation
     * @param values the answer
     * @return {@code false} if it was answered already
     * @throws CrowdsourcingException if it cannot be saved
     */
    boolean claimAnswer(Row invitation, Map<String, Object> values) throws CrowdsourcingException
    {
        return this.writer.createHidden(answerPage(invitation), TITLE, Schema.INVITATION, values);
    }

    void withdrawAnswer(Row invitation) throws CrowdsourcingException
    {
        this.writer.delete(answerPage(invitation));
    }

    /**
     * @param invitation an invitation
     * @param now the present
     * @return {@code false} if the wiki reminded of it already
     * @throws CrowdsourcingException if it cannot be saved
     */
    boolean claimReminder(Row invitation, Instant now) throws CrowdsourcingException
    {
        return this.writer.createHidden(reminderPage(invitation), TITLE, Schema.INVITATION,
            Map.of(REMINDED_ON, Times.format(now)));
    }

    /**
     * Forgets what happened once with the links of an invitation that a newer one takes the place of.
     *
     * @param invitation the older invitation
     * @throws CrowdsourcingException if it cannot be deleted
     */
    void clear(Row invitation) throws CrowdsourcingException
    {
        for (DocumentReference page : List.of(answerPage(invitation), reminderPage(invitation))) {
            if (this.pages.find(page, Schema.INVITATION).isPresent()) {
                this.writer.delete(page);
            }
        }
    }
}

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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * The rules of writing contributions.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContributionWriter.class)
@Singleton
public class ContributionWriter
{
    /** The longest text of a contribution, in characters. */
    public static final int TEXT_LIMIT = 20000;

    private static final int PASSAGE_LIMIT = 2000;

    private static final int ATTEMPTS = 5;

    private static final String AUTHOR = "author";

    private static final String TEXT = "text";

    private static final String KIND = "kind";

    private static final String SPEAKER = "speaker";

    private static final String PASSAGE = "passage";

    private static final String STATE = "state";

    private static final String REPLY_TO = "replyTo";

    private static final String BRIEF_VERSION = "briefVersion";

    @Inject
    private ContributionStore store;

    @Inject
    private ContributionView view;

    @Inject
    private ThreadRules rules;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private AlertWatch watch;

    @Inject
    private Access access;

    @Inject
    private Provider<BriefManager> briefs;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * Writes a contribution.
     *
     * @param thread the page of a dialogue or a brief
     * @param replyTo the page of the contribution that is replied to, or {@code null}
     * @param contribution what is contributed
     * @return the page of the contribution
     * @throws CrowdsourcingException if a field is refused, the thread is closed, the current user may not, or it
     *     cannot be saved
     */
    public DocumentReference create(DocumentReference thread, DocumentReference replyTo,
        NewContribution contribution) throws CrowdsourcingException
    {
        checkAllowed(thread);
        Map<String, Object> values = prepare(thread, replyTo, contribution);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = Instant.now();
            DocumentReference page = new DocumentReference(replyTo == null ? ContributionKeys.root(now)
                : ContributionKeys.reply(replyTo.getName(), now), thread.getLastSpaceReference());
            if (save(page, thread, values)) {
                return page;
            }
        }
        throw conflict();
    }

    /**
     * Captures a contribution under a name that its client chose, so that it is there once however often it is sent.
     *
     * @param thread the page of a dialogue
     * @param contribution what is captured
     * @param time when the client captured it
     * @param token what the client made up for it
     * @return the page of the contribution
     * @throws CrowdsourcingException if a field is refused, the thread is closed, the current user may not, or it
     *     cannot be saved
     */
    public DocumentReference capture(DocumentReference thread, NewContribution contribution, Instant time,
        String token) throws CrowdsourcingException
    {
        checkAllowed(thread);
        DocumentReference page = new DocumentReference(ContributionKeys.captured(time, self() + ' ' + token),
            thread.getLastSpaceReference());
        // What was saved already is saved, also if nothing more can be said by now.
        if (!isOwn(page) && !save(page, thread, prepare(thread, null, contribution)) && !isOwn(page)) {
            throw conflict();
        }
        return page;
    }

    private boolean isOwn(DocumentReference page) throws CrowdsourcingException
    {
        Row row = this.store.find(page);
        return row != null && self().equals(row.text(AUTHOR));
    }

    private void checkAllowed(DocumentReference thread) throws CrowdsourcingException
    {
        this.rules.get(thread);
        Optional<FieldError> refusal = this.rules.contributionRefusal(thread);
        if (refusal.isPresent()) {
            throw new NotAllowedException(refusal.get());
        }
    }

    private boolean save(DocumentReference page, DocumentReference thread, Map<String, Object> values)
        throws CrowdsourcingException
    {
        // A title is never taken from what a contributor typed, and never is a script.
        String title = this.rules.get(thread).title().replaceAll("[$#]", "");
        boolean created = this.writer.createHidden(page, title, Schema.CONTRIBUTION, values);
        if (created) {
            this.watch.contributed(page);
        }
        return created;
    }

    private static ConflictException conflict()
    {
        return new ConflictException(new FieldError("", "crowdsourcing.error.conflict"));
    }

    private Map<String, Object> prepare(DocumentReference thread, DocumentReference replyTo,
        NewContribution contribution) throws CrowdsourcingException
    {
        Optional<FieldError> obstacle = this.rules.obstacle(thread);
        if (obstacle.isPresent()) {
            throw new ConflictException(obstacle.get());
        }
        if (replyTo != null) {
            checkReply(replyTo);
        }
        Map<String, Object> values = check(contribution, thread);
        values.put(AUTHOR, self());
        values.put(REPLY_TO, replyTo == null ? "" : replyTo.getName());
        values.put(STATE, initialState(thread).getId());
        values.put(BRIEF_VERSION, briefVersion(thread));
        return values;
    }

    private void checkReply(DocumentReference replyTo) throws CrowdsourcingException
    {
        Row row = visible(replyTo);
        ContributionState state = ContributionView.state(row);
        if (state != ContributionState.PUBLISHED && state != ContributionState.AWAITING) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.replyHidden"));
        }
    }

    private Map<String, Object> check(NewContribution contribution, DocumentReference thread)
        throws CrowdsourcingException
    {
        Inputs inputs = new Inputs();
        Map<String, Object> values = new HashMap<>();
        values.put(TEXT, inputs.requiredText(TEXT, contribution.text(), TEXT_LIMIT));
        ContributionKind kind = inputs.option(KIND, ContributionKind.class, contribution.kind());
        values.put(KIND, kind == null ? "" : kind.getId());
        boolean guest = this.access.isGuest();
        // A guest has no name but the one that is typed.
        String speaker = guest ? inputs.requiredLine(SPEAKER, contribution.speaker())
            : inputs.line(SPEAKER, contribution.speaker());
        if (!guest && !speaker.isEmpty() && !this.rules.canCapture(thread)) {
            inputs.add(new FieldError(SPEAKER, "crowdsourcing.error.captureNotAllowed"));
        }
        values.put(SPEAKER, speaker);
        values.put(PASSAGE, inputs.text(PASSAGE, contribution.passage(), PASSAGE_LIMIT));
        inputs.refuse();
        return values;
    }

    /**
     * @param thread the page of a thread
     * @return the state of what the current user says there
     * @throws CrowdsourcingException if it fails
     */
    public ContributionState initialState(DocumentReference thread) throws CrowdsourcingException
    {
        boolean moderated = this.rules.moderation(thread) == Moderation.PREMODERATED;
        return moderated && !this.rules.canCurate(thread) ? ContributionState.AWAITING
            : ContributionState.PUBLISHED;
    }

    private int briefVersion(DocumentReference thread) throws CrowdsourcingException
    {
        Optional<Row> brief = this.pages.find(thread, Schema.BRIEF);
        if (brief.isPresent()) {
            // What is said about a draft is about the version that it will be.
            return brief.get().number(Schema.VERSION) + 1;
        }
        Optional<Row> challenge = this.pages.nearest(thread, Schema.CHALLENGE);
        return challenge.isEmpty() ? 0
            : this.briefs.get().briefsOf(challenge.get().page()).stream().mapToInt(Brief::version).max().orElse(0);
    }

    /**
     * @param contribution the page of a contribution
     * @return the stored contribution
     * @throws CrowdsourcingException if there is none that the current user may see
     */
    public Row visible(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = this.store.find(contribution);
        if (row == null || !this.view.see(List.of(row)).containsKey(row.page())) {
            throw new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
        }
        return row;
    }

    private String self()
    {
        return this.access.isGuest() ? Contribution.GUEST : this.serializer.serialize(this.access.user());
    }
}

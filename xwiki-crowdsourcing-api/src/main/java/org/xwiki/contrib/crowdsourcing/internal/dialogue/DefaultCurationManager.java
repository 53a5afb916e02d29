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

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.CurationManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Mode;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueItem;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueKind;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * The rules of curation: what readers tell curators, what authors say against being hidden, and what is erased.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultCurationManager implements CurationManager
{
    private static final String STATE = "state";

    private static final String FLAG_TEXT = "flagText";

    private static final String APPEAL = "appeal";

    private static final String APPEAL_STATE = "appealState";

    private static final String APPEAL_ANSWER = "appealAnswer";

    private static final String REASON_KIND_REQUIRED = "crowdsourcing.error.reasonKindRequired";

    @Inject
    private ThreadRules rules;

    @Inject
    private ContributionWriter contributions;

    @Inject
    private ContributionCurator curator;

    @Inject
    private FlagStore flags;

    @Inject
    private QueueStore queue;

    @Inject
    private Eraser eraser;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @Override
    public Mode getMode(DocumentReference thread) throws CrowdsourcingException
    {
        this.rules.get(thread);
        return new Mode(this.rules.moderation(thread), this.rules.slowMinutes(thread), this.access.isGuest());
    }

    @Override
    public void flag(DocumentReference contribution, HidingReason reasonKind, String text)
        throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        this.access.require(!this.access.isGuest());
        conflict(ContributionView.state(row) != ContributionState.PUBLISHED, "crowdsourcing.error.notFlaggable");
        Inputs inputs = new Inputs();
        inputs.required("flagReasonKind", reasonKind, REASON_KIND_REQUIRED);
        String typed = inputs.text(FLAG_TEXT, text, Inputs.REASON);
        if (reasonKind == HidingReason.OTHER) {
            inputs.required(FLAG_TEXT, typed, "crowdsourcing.error.reasonRequired");
        }
        inputs.refuse();
        String self = this.serializer.serialize(this.access.user());
        boolean created = this.writer.createHidden(this.flags.page(contribution, self), "", Schema.FLAG,
            Map.of(FlagStore.CONTRIBUTION, contribution.getName(), "user", self, "reasonKind", reasonKind.getId(),
                "text", typed, STATE, FlagStore.OPEN));
        conflict(!created, "crowdsourcing.error.alreadyFlagged");
    }

    @Override
    public void dismissFlags(DocumentReference contribution) throws CrowdsourcingException
    {
        this.access.require(this.rules.canCurate(ContributionStore.thread(contribution)));
        conflict(this.flags.close(contribution, "dismissed") == 0, "crowdsourcing.error.notFlagged");
    }

    @Override
    public void appeal(DocumentReference contribution, String text) throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        DocumentReference user = this.access.user();
        this.access.require(user != null && user.equals(row.reference("author")));
        conflict(ContributionView.state(row) != ContributionState.HIDDEN, "crowdsourcing.error.notHidden");
        conflict(!row.text(APPEAL_STATE).isEmpty(), "crowdsourcing.error.alreadyAppealed");
        Inputs inputs = new Inputs();
        String typed = inputs.requiredText(APPEAL, text, Inputs.REASON);
        inputs.refuse();
        this.writer.update(contribution, Schema.CONTRIBUTION,
            Map.of(APPEAL, typed, APPEAL_STATE, AppealState.OPEN.getId()), "");
    }

    @Override
    public void answerAppeal(DocumentReference contribution, AppealState outcome, String answer)
        throws CrowdsourcingException
    {
        Row row = this.curator.curated(contribution);
        conflict(row.option(AppealState.class, APPEAL_STATE) != AppealState.OPEN, "crowdsourcing.error.noAppeal");
        Inputs inputs = new Inputs();
        inputs.required(APPEAL_STATE, outcome == AppealState.OPEN ? null : outcome);
        String typed = inputs.requiredText(APPEAL_ANSWER, answer, Inputs.REASON);
        inputs.refuse();
        this.writer.update(contribution, Schema.CONTRIBUTION,
            Map.of(APPEAL_STATE, outcome.getId(), APPEAL_ANSWER, typed, STATE, outcome == AppealState.GRANTED
                ? ContributionState.PUBLISHED.getId() : ContributionState.HIDDEN.getId()), "");
    }

    @Override
    public Page<QueueItem> getQueue(DocumentReference page, QueueKind kind, PageRequest request)
        throws CrowdsourcingException
    {
        this.access.require(this.access.canEdit(page));
        return this.queue.list(page, kind, request);
    }

    @Override
    public void erase(DocumentReference contribution, HidingReason reasonKind) throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        this.access.require(canErase(ContributionStore.thread(contribution)));
        conflict(ContributionView.state(row) == ContributionState.ERASED, "crowdsourcing.error.alreadyErased");
        checkErasure(new Inputs(), reasonKind);
        this.eraser.erase(contribution, reasonKind);
    }

    private void checkErasure(Inputs inputs, HidingReason reasonKind) throws CrowdsourcingException
    {
        inputs.required("eraseReasonKind", reasonKind, REASON_KIND_REQUIRED);
        inputs.refuse();
    }

    @Override
    public int eraseAll(DocumentReference initiative, DocumentReference person, HidingReason reasonKind)
        throws CrowdsourcingException
    {
        this.access.require(canErase(initiative));
        Inputs inputs = new Inputs();
        inputs.required("person", person);
        checkErasure(inputs, reasonKind);
        List<DocumentReference> found = this.eraser.find(initiative, this.serializer.serialize(person));
        conflict(found.isEmpty(), "crowdsourcing.error.nothingToErase");
        for (DocumentReference contribution : found) {
            this.eraser.erase(contribution, reasonKind);
        }
        this.eraser.eraseAlerts(found, this.serializer.serialize(person));
        return found.size();
    }

    @Override
    public boolean canErase(DocumentReference page)
    {
        return this.access.isAdministrator(page);
    }

    private static void conflict(boolean refused, String messageKey) throws ConflictException
    {
        if (refused) {
            throw new ConflictException(new FieldError("", messageKey));
        }
    }
}

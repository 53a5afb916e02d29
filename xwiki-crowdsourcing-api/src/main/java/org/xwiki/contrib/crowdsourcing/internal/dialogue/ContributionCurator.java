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

import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * The rules of deciding on contributions, hiding, showing and approving them.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContributionCurator.class)
@Singleton
public class ContributionCurator
{
    private static final String STATE = "state";

    private static final String DECISION = "decision";

    private static final String DECIDER = "decider";

    private static final String REASON_KIND = "reasonKind";

    private static final String REASON = "reason";

    private static final String APPEAL_STATE = "appealState";

    private static final String HIDDEN_BY = "hiddenBy";

    private static final String HIDDEN_ON = "hiddenOn";

    private static final String HIDDEN_REASON_KIND = "hiddenReasonKind";

    private static final String HIDDEN_REASON = "hiddenReason";

    private static final String REASON_KIND_REQUIRED = "crowdsourcing.error.reasonKindRequired";

    private static final String REASON_REQUIRED = "crowdsourcing.error.reasonRequired";

    @Inject
    private ContributionWriter contributions;

    @Inject
    private ThreadRules rules;

    @Inject
    private Closing closing;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Inject
    private Seen seen;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param contribution the page of a contribution
     * @return the stored contribution
     * @throws CrowdsourcingException if there is none that the current user may see, or that user may not curate it
     */
    Row curated(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        this.access.require(this.rules.canCurate(ContributionStore.thread(contribution)));
        this.seen.expectAtLeast(row.page(), row.stamp());
        return row;
    }

    /**
     * @param thread the page of a thread
     * @param kind what a contribution is
     * @param state whether it is seen
     * @return {@code true} if something can be decided on it: on ideas in a dialogue, on everything about a brief
     * @throws CrowdsourcingException if it fails
     */
    public boolean isDecidable(DocumentReference thread, ContributionKind kind, ContributionState state)
        throws CrowdsourcingException
    {
        boolean shown = state == ContributionState.PUBLISHED || state == ContributionState.AWAITING;
        return shown && (kind == ContributionKind.IDEA || !this.rules.isDialogue(thread));
    }

    /**
     * Decides on a contribution.
     *
     * @param contribution the page of a contribution
     * @param outcome the decision
     * @param reasonKind the kind of reason
     * @param reason the reason in words
     * @param decider who answers for it, {@code null} for the current user
     * @throws CrowdsourcingException if it is refused or cannot be saved
     */
    public void decide(DocumentReference contribution, Outcome outcome, DecisionReason reasonKind, String reason,
        String decider) throws CrowdsourcingException
    {
        Row row = curated(contribution);
        if (!isDecidable(ContributionStore.thread(contribution), ContributionStore.kind(row),
            ContributionView.state(row)))
        {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notDecidable"));
        }
        Inputs inputs = new Inputs();
        inputs.required(DECISION, outcome);
        String text = inputs.text(REASON, reason, Inputs.REASON);
        String name = inputs.line(DECIDER, decider);
        boolean guarded = this.closing.isGuarded(row);
        if (guarded || Closing.isRegistered(outcome)) {
            inputs.required(REASON_KIND, reasonKind, REASON_KIND_REQUIRED);
            inputs.required(REASON, text, REASON_REQUIRED);
        }
        if (guarded && decider != null) {
            inputs.required(DECIDER, name, "crowdsourcing.error.deciderRequired");
        }
        inputs.refuse();
        Map<String, Object> values = new HashMap<>();
        values.put(DECISION, outcome.getId());
        values.put(REASON_KIND, id(reasonKind));
        values.put(REASON, text);
        values.put(DECIDER, name);
        values.put("decidedBy", self());
        values.put("decidedOn", Times.now());
        this.writer.update(contribution, Schema.CONTRIBUTION, values, "");
    }

    /**
     * Hides a contribution.
     *
     * @param contribution the page of a contribution
     * @param reasonKind the kind of reason
     * @param reason the reason in words
     * @throws CrowdsourcingException if it is refused or cannot be saved
     */
    public void hide(DocumentReference contribution, HidingReason reasonKind, String reason)
        throws CrowdsourcingException
    {
        Row row = curated(contribution);
        refuseErased(row);
        if (ContributionView.state(row) == ContributionState.HIDDEN) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.alreadyHidden"));
        }
        Inputs inputs = new Inputs();
        inputs.required(HIDDEN_REASON_KIND, reasonKind, REASON_KIND_REQUIRED);
        String text = inputs.text(HIDDEN_REASON, reason, Inputs.REASON);
        if (reasonKind == HidingReason.OTHER || this.closing.isGuarded(row)) {
            inputs.required(HIDDEN_REASON, text, REASON_REQUIRED);
        }
        inputs.refuse();
        Map<String, Object> values = new HashMap<>();
        values.put(STATE, ContributionState.HIDDEN.getId());
        values.put(HIDDEN_REASON_KIND, id(reasonKind));
        values.put(HIDDEN_REASON, text);
        values.put(HIDDEN_BY, self());
        values.put(HIDDEN_ON, Times.now());
        // Another hiding, another appeal.
        values.putAll(Map.of("appeal", "", APPEAL_STATE, "", "appealAnswer", ""));
        this.writer.update(contribution, Schema.CONTRIBUTION, values, "");
    }

    /**
     * Shows a hidden contribution again.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it is refused or cannot be saved
     */
    public void unhide(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = curated(contribution);
        if (ContributionView.state(row) != ContributionState.HIDDEN) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notHidden"));
        }
        ContributionState state =
            row.text(MergeStore.INTO).isEmpty() ? ContributionState.PUBLISHED : ContributionState.MERGED;
        Map<String, Object> values = new HashMap<>(Map.of(STATE, state.getId(), HIDDEN_REASON_KIND, "",
            HIDDEN_REASON, "", HIDDEN_BY, "", HIDDEN_ON, ""));
        if (AppealState.OPEN.getId().equals(row.text(APPEAL_STATE))) {
            // Nothing is left to appeal against: who answers later would hide it once more.
            values.put(APPEAL_STATE, AppealState.GRANTED.getId());
        }
        this.writer.update(contribution, Schema.CONTRIBUTION, values, "");
    }

    /**
     * Shows a contribution that awaits moderation.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it is refused or cannot be saved
     */
    public void approve(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = curated(contribution);
        if (ContributionView.state(row) != ContributionState.AWAITING) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notAwaiting"));
        }
        this.writer.update(contribution, Schema.CONTRIBUTION, Map.of(STATE, ContributionState.PUBLISHED.getId()),
            "");
    }

    private void refuseErased(Row row) throws ConflictException
    {
        if (ContributionView.state(row) == ContributionState.ERASED) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.alreadyErased"));
        }
    }

    private String self()
    {
        return this.serializer.serialize(this.access.user());
    }

    private static String id(Stored value)
    {
        return value == null ? "" : value.getId();
    }
}

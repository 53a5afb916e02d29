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

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Appeal;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Hiding;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Merge;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the current user sees of a stored contribution.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContributionView.class)
@Singleton
public class ContributionView
{
    /** The property with the author. */
    public static final String AUTHOR = "author";

    /** The property that says whether it is seen. */
    public static final String STATE = "state";

    @Inject
    private Access access;

    @Inject
    private ThreadRules rules;

    @Inject
    private Provider<MergeStore> merges;

    @Inject
    private Logger logger;

    /**
     * @param rows stored contributions
     * @return those that the current user may see, by page
     */
    public Map<DocumentReference, Contribution> see(Collection<Row> rows)
    {
        Map<DocumentReference, Boolean> curated = new HashMap<>();
        Map<DocumentReference, Boolean> viewed = new HashMap<>();
        Map<DocumentReference, Contribution> result = new LinkedHashMap<>();
        DocumentReference user = this.access.user();
        for (Row row : rows) {
            DocumentReference thread = ContributionStore.thread(row.page());
            boolean curator = curated.computeIfAbsent(thread, this.rules::canCurate);
            boolean own = user != null && user.equals(row.reference(AUTHOR));
            // Nobody else may view the page of what is hidden, but who may view the thread is told that it is there.
            boolean seen = Veils.isVeiled(state(row))
                ? viewed.computeIfAbsent(thread, this.access::canView) : this.access.canView(row.page());
            if (seen && (state(row) != ContributionState.AWAITING || curator || own)) {
                result.put(row.page(), toContribution(row, curator, own));
            }
        }
        return result;
    }

    /**
     * @param row a stored contribution
     * @return whether it is seen
     */
    public static ContributionState state(Row row)
    {
        // What is there but says nothing of its state is not shown before a curator looked at it.
        return row.option(STATE, ContributionState.AWAITING);
    }

    private Contribution toContribution(Row row, boolean curator, boolean own)
    {
        ContributionState state = state(row);
        boolean concealed = state == ContributionState.HIDDEN && !curator && !own;
        DocumentReference page = row.page();
        String replyTo = row.text("replyTo");
        return new Contribution(page, ContributionStore.thread(page), ContributionStore.rootOf(page),
            ContributionKeys.isName(replyTo) ? new DocumentReference(replyTo, page.getLastSpaceReference()) : null,
            concealed ? "" : row.text("text"), ContributionStore.kind(row), row.reference(AUTHOR),
            row.text("speaker"), ContributionKeys.time(page.getName()), row.number("briefVersion"),
            concealed ? "" : row.text("passage"), state, toDecision(row),
            state == ContributionState.HIDDEN || state == ContributionState.ERASED
                ? toHiding(row, curator, own) : null,
            state == ContributionState.MERGED ? toMerge(row) : null, row.instant("editedOn"),
            concealed ? "" : row.stamp());
    }

    private Decision toDecision(Row row)
    {
        Outcome outcome = row.option(Outcome.class, "decision");
        return outcome == null ? null : new Decision(outcome, row.option(DecisionReason.class, "reasonKind"),
            row.text("reason"), row.reference("decidedBy"), row.instant("decidedOn"), row.text("decider"));
    }

    private Merge toMerge(Row row)
    {
        String into = row.text(MergeStore.INTO);
        if (!ContributionKeys.isName(into)) {
            return null;
        }
        DocumentReference page = row.page();
        String survivor = into;
        try {
            survivor = this.merges.get().of(ContributionStore.thread(page)).survivor(into);
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to find out what stands for [{}]", page, e);
        }
        return new Merge(new DocumentReference(into, page.getLastSpaceReference()),
            new DocumentReference(survivor, page.getLastSpaceReference()), row.reference("mergedBy"),
            row.instant("mergedOn"));
    }

    private Hiding toHiding(Row row, boolean curator, boolean own)
    {
        return new Hiding(row.option(HidingReason.class, "hiddenReasonKind"),
            curator || own ? row.text("hiddenReason") : "", curator ? row.reference("hiddenBy") : null,
            row.instant("hiddenOn"),
            curator || own ? toAppeal(row) : null);
    }

    private Appeal toAppeal(Row row)
    {
        AppealState state = row.option(AppealState.class, "appealState");
        return state == null ? null : new Appeal(state, row.text("appeal"), row.text("appealAnswer"));
    }
}

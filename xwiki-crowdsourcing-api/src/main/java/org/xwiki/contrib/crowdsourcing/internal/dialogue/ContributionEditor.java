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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Revision;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Lets authors change what they contributed, for as long as their initiative says and nobody has decided on it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContributionEditor.class)
@Singleton
public class ContributionEditor
{
    /** How many minutes an author may change a contribution where the initiative does not say. */
    private static final int MINUTES = 30;

    /** How many of the latest changes of the page are looked at for earlier texts. */
    private static final int VERSIONS = 50;

    private static final String TEXT = "text";

    private static final String KIND = "kind";

    private static final String AUTHOR = "author";

    private static final String DECISION = "decision";

    private static final String EDITED_ON = "editedOn";

    @Inject
    private ContributionWriter contributions;

    @Inject
    private ThreadRules rules;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Inject
    private Seen seen;

    /**
     * @param contribution a contribution
     * @return {@code true} if the current user may change it now
     * @throws CrowdsourcingException if it fails
     */
    public boolean canRevise(Contribution contribution) throws CrowdsourcingException
    {
        return isOwn(contribution.author()) && contribution.decision() == null
            && isRevisable(contribution.thread(), contribution.state(), contribution.created());
    }

    private boolean isOwn(DocumentReference author)
    {
        return author != null && author.equals(this.access.user());
    }

    private boolean isRevisable(DocumentReference thread, ContributionState state, Instant created)
        throws CrowdsourcingException
    {
        boolean shown = state == ContributionState.PUBLISHED || state == ContributionState.AWAITING;
        return shown && Instant.now().isBefore(created.plus(time(thread))) && this.rules.refusal(thread).isEmpty()
            && this.rules.closure(thread).isEmpty();
    }

    private Duration time(DocumentReference thread) throws CrowdsourcingException
    {
        // What was never said is empty, while 0 says that nothing may be changed.
        Optional<String> said = this.pages.nearest(thread, Schema.INITIATIVE).map(row -> row.text("editMinutes"))
            .filter(minutes -> !minutes.isEmpty());
        return Duration.ofMinutes(said.isPresent() ? Integer.parseInt(said.get()) : MINUTES);
    }

    /**
     * Changes a contribution.
     *
     * @param contribution the page of the contribution
     * @param text wiki text
     * @param kind what it is
     * @throws CrowdsourcingException if a field is refused, the current user may not, the time is over or something was
     *     decided on it, somebody else changed it meanwhile, or it cannot be saved
     */
    public void revise(DocumentReference contribution, String text, String kind) throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        if (!isOwn(row.reference(AUTHOR))) {
            throw new NotAllowedException(this.access.refusal());
        }
        DocumentReference thread = ContributionStore.thread(contribution);
        ContributionState state = ContributionView.state(row);
        if (!row.text(DECISION).isEmpty()) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.reviseDecided"));
        }
        if (!isRevisable(thread, state, ContributionKeys.time(contribution.getName()))) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.reviseLate"));
        }
        Inputs inputs = new Inputs();
        String typed = inputs.requiredText(TEXT, text, ContributionWriter.TEXT_LIMIT);
        inputs.option(KIND, ContributionKind.class, kind);
        inputs.refuse();
        if (!typed.equals(row.text(TEXT)) || !kind.equals(row.text(KIND))) {
            this.seen.expectAtLeast(row.page(), row.stamp());
            // What a curator has to look at before others see it, a curator looks at again.
            ContributionState after = state == ContributionState.AWAITING ? state
                : this.contributions.initialState(thread);
            this.writer.update(contribution, Schema.CONTRIBUTION,
                Map.of(TEXT, typed, KIND, kind, "state", after.getId(), EDITED_ON, Times.now()), "");
        }
    }

    /**
     * @param contribution the page of a contribution
     * @return how it read before its author changed it, the first text first; empty if it was not changed or its text
     *     may not be seen
     * @throws CrowdsourcingException if it cannot be read
     */
    public List<Revision> getRevisions(DocumentReference contribution) throws CrowdsourcingException
    {
        List<Revision> result = new ArrayList<>();
        Row row = this.contributions.visible(contribution);
        boolean concealed = ContributionView.state(row) == ContributionState.HIDDEN
            && !this.rules.canCurate(ContributionStore.thread(contribution));
        if (!row.text(EDITED_ON).isEmpty() && !concealed) {
            String later = row.text(TEXT);
            for (Row version : this.pages.history(contribution, Schema.CONTRIBUTION, VERSIONS)) {
                String text = version.text(TEXT);
                if (!text.equals(later)) {
                    Instant on = version.instant(EDITED_ON);
                    result.add(new Revision(text, ContributionStore.kind(version),
                        on == null ? ContributionKeys.time(contribution.getName()) : on));
                }
                later = text;
            }
            Collections.reverse(result);
        }
        return result;
    }
}

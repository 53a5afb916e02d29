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
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Support;
import org.xwiki.contrib.crowdsourcing.dialogue.SupportManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of support.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultSupportManager implements SupportManager
{
    @Inject
    private SupportStore store;

    @Inject
    private SupportCounter counter;

    @Inject
    private AlertWatch watch;

    @Inject
    private ContributionWriter contributions;

    @Inject
    private ThreadRules rules;

    @Inject
    private Access access;

    @Override
    public Map<DocumentReference, Support> getSupport(Collection<Contribution> contributions)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Support> result = new HashMap<>();
        Map<DocumentReference, Boolean> open = new HashMap<>();
        Map<DocumentReference, SupportCounter.Counted> counted = new HashMap<>();
        DocumentReference user = this.access.user();
        String self = this.store.self();
        for (Contribution contribution : contributions) {
            DocumentReference thread = contribution.thread();
            if (!open.containsKey(thread)) {
                open.put(thread, obstacle(thread).isEmpty());
                counted.put(thread, this.counter.of(thread));
            }
            SupportCounter.Counted known = counted.get(thread);
            int supporters = known.supporters(contribution.key()).size();
            boolean own = user != null && !known.backedBy(contribution.key(), self).isEmpty();
            boolean changeable = open.get(thread) && contribution.state() == ContributionState.PUBLISHED
                && !user.equals(contribution.author());
            result.put(contribution.reference(), new Support(contribution.reference(), supporters, own,
                own ? known.review(contribution.key(), self) : null, changeable));
        }
        return result;
    }

    private Optional<FieldError> obstacle(DocumentReference thread) throws CrowdsourcingException
    {
        Optional<FieldError> refusal = this.rules.refusal(thread);
        return refusal.isPresent() ? refusal : this.rules.closure(thread);
    }

    @Override
    public void support(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = check(contribution);
        if (this.access.user().equals(row.reference(ContributionView.AUTHOR))) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.supportOwn"));
        }
        this.store.add(contribution);
        this.watch.supported(contribution);
    }

    @Override
    public void revoke(DocumentReference contribution) throws CrowdsourcingException
    {
        check(contribution);
        this.store.remove(contribution);
        // Also of what was merged into it: for the reader that is one thing.
        for (String name : this.counter.of(ContributionStore.thread(contribution))
            .backedBy(contribution.getName(), this.store.self()))
        {
            this.store.remove(new DocumentReference(name, contribution.getLastSpaceReference()));
        }
    }

    private Row check(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        DocumentReference thread = ContributionStore.thread(contribution);
        Optional<FieldError> refusal = this.rules.refusal(thread);
        if (refusal.isPresent()) {
            throw new NotAllowedException(refusal.get());
        }
        Optional<FieldError> closure = this.rules.closure(thread);
        if (closure.isPresent()) {
            throw new ConflictException(closure.get());
        }
        if (ContributionView.state(row) != ContributionState.PUBLISHED) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.supportNotPublished"));
        }
        return row;
    }
}

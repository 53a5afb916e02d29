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
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.MergeManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * The rules of merging.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultMergeManager implements MergeManager
{
    private static final String SURVIVOR = "survivor";

    private static final String BY = "mergedBy";

    private static final String ON = "mergedOn";

    private static final String CIRCULAR = "crowdsourcing.error.mergeCircular";

    @Inject
    private ContributionWriter contributions;

    @Inject
    private ContributionStore store;

    @Inject
    private ContributionView view;

    @Inject
    private MergeStore merges;

    @Inject
    private ThreadRules rules;

    @Inject
    private PageWriter writer;

    @Inject
    private Seen seen;

    @Inject
    private Access access;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private Row curated(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        this.access.require(this.rules.canCurate(ContributionStore.thread(contribution)));
        return row;
    }

    // One after the other, so that of two people who merge two contributions into each other, one succeeds.
    @Override
    public synchronized void merge(DocumentReference contribution, DocumentReference survivor)
        throws CrowdsourcingException
    {
        Row row = curated(contribution);
        if (ContributionView.state(row) != ContributionState.PUBLISHED) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notMergeable"));
        }
        Inputs inputs = new Inputs();
        inputs.required(SURVIVOR, survivor);
        if (survivor != null) {
            inputs.add(check(contribution, survivor).map(key -> new FieldError(SURVIVOR, key)));
        }
        inputs.refuse();
        save(row, Map.of(ContributionView.STATE, ContributionState.MERGED.getId(), MergeStore.INTO,
            survivor.getName(), BY, this.serializer.serialize(this.access.user()), ON, Times.now()));
        if (this.merges.read(ContributionStore.thread(contribution)).isCircular(contribution.getName())) {
            // Another machine has merged the other way round at the same time.
            this.seen.forget();
            separate(curated(contribution));
            throw new ConflictException(new FieldError(SURVIVOR, CIRCULAR));
        }
    }

    private Optional<String> check(DocumentReference contribution, DocumentReference survivor)
        throws CrowdsourcingException
    {
        DocumentReference thread = ContributionStore.thread(contribution);
        String key = null;
        if (contribution.equals(survivor)) {
            key = "crowdsourcing.error.mergeItself";
        } else if (!thread.equals(ContributionStore.thread(survivor))) {
            key = "crowdsourcing.error.mergeElsewhere";
        } else {
            Merges known = this.merges.read(thread);
            String last = known.survivor(survivor.getName());
            if (last.equals(contribution.getName())) {
                key = CIRCULAR;
            } else if (!isPublished(new DocumentReference(last, survivor.getLastSpaceReference()))) {
                key = "crowdsourcing.error.mergeNotShown";
            }
        }
        return Optional.ofNullable(key);
    }

    private boolean isPublished(DocumentReference survivor) throws CrowdsourcingException
    {
        Row row = this.store.find(survivor);
        return row != null && ContributionView.state(row) == ContributionState.PUBLISHED
            && this.view.see(List.of(row)).containsKey(row.page());
    }

    @Override
    public void undo(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = curated(contribution);
        if (ContributionView.state(row) != ContributionState.MERGED) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notMerged"));
        }
        separate(row);
    }

    private void separate(Row merged) throws CrowdsourcingException
    {
        save(merged, Map.of(ContributionView.STATE, ContributionState.PUBLISHED.getId(), MergeStore.INTO, "",
            BY, "", ON, ""));
    }

    private void save(Row row, Map<String, Object> values) throws CrowdsourcingException
    {
        // What one person decides must not undo what another one has just done.
        this.seen.expectAtLeast(row.page(), row.stamp());
        this.writer.update(row.page(), Schema.CONTRIBUTION, values, "");
    }
}

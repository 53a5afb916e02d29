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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DuplicateFinder;
import org.xwiki.contrib.crowdsourcing.dialogue.Likely;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds duplicates in the words that are kept in memory, and asks the wiki again what of it is seen.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultDuplicateFinder implements DuplicateFinder
{
    /** How alike two contributions are that may say the same, in per cent. */
    static final int LEAST_SHARE = 30;

    /** Who types has not said much yet. */
    static final int SHORTEST = 12;

    /** More of a text is not compared. */
    static final int LONGEST = 5000;

    private static final int MOST = 5;

    /** Some of what is alike may not be seen. */
    private static final int CANDIDATES = 20;

    @Inject
    private TextIndexes indexes;

    @Inject
    private ContributionStore store;

    @Inject
    private ContributionWriter contributions;

    @Inject
    private ContributionView view;

    @Inject
    private ThreadRules rules;

    @Override
    public List<Likely> find(DocumentReference thread, String text) throws CrowdsourcingException
    {
        this.rules.get(thread);
        return find(thread, text, null);
    }

    @Override
    public List<Likely> find(DocumentReference contribution) throws CrowdsourcingException
    {
        Row row = this.contributions.visible(contribution);
        Contribution seen = this.view.see(List.of(row)).get(row.page());
        return find(ContributionStore.thread(contribution), seen.text(), contribution);
    }

    private List<Likely> find(DocumentReference thread, String text, DocumentReference except)
        throws CrowdsourcingException
    {
        String asked = text.strip();
        List<Likely> result = new ArrayList<>();
        if (asked.length() >= SHORTEST) {
            List<TextIndex.Alike> alike = this.indexes.of(thread)
                .find(asked.substring(0, Math.min(asked.length(), LONGEST)), LEAST_SHARE, CANDIDATES);
            Collection<DocumentReference> pages = alike.stream()
                .map(one -> new DocumentReference(one.name(), thread.getLastSpaceReference()))
                .filter(page -> !page.equals(except)).toList();
            Map<DocumentReference, Contribution> seen = this.view.see(this.store.load(pages).values());
            alike.forEach(one -> {
                Contribution contribution =
                    seen.get(new DocumentReference(one.name(), thread.getLastSpaceReference()));
                if (contribution != null && contribution.state() == ContributionState.PUBLISHED
                    && result.size() < MOST)
                {
                    result.add(new Likely(contribution, one.share()));
                }
            });
        }
        return result;
    }
}

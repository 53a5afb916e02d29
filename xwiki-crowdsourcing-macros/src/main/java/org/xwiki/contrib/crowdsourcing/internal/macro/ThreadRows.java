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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;

/**
 * Makes the list of a discussion: each contribution at its place, with what the reader may do about it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ThreadRows.class)
@Singleton
public class ThreadRows
{
    @Inject
    private DialogueManager dialogues;

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Passages passages;

    /**
     * @param page a page of a thread
     * @param curate {@code true} if the reader may decide on contributions
     * @param readOnly {@code true} if no form may be shown
     * @param alone {@code true} if each contribution stands on its own
     * @return its rows
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<ThreadRow> of(ThreadPage page, boolean curate, boolean readOnly, boolean alone)
        throws CrowdsourcingException
    {
        List<Contribution> shown = page.page().rows();
        List<DocumentReference> references = shown.stream().map(Contribution::reference).toList();
        Map<DocumentReference, List<Usage>> usages = this.roadmaps.usedIn(references);
        List<ThreadRow> rows = new ArrayList<>();
        Map<DocumentReference, Passages.Change> changes = this.passages.getChanges(shown);
        for (Discussions.Placed placed : alone ? Discussions.apart(shown)
            : Discussions.arrange(shown, page.context())) {
            Contribution contribution = placed.contribution();
            boolean context = !references.contains(contribution.reference());
            boolean decidable = curate && !context && contribution.state() != ContributionState.HIDDEN
                && this.dialogues.canDecide(contribution);
            boolean revisable = !readOnly && !context && this.dialogues.canRevise(contribution);
            rows.add(new ThreadRow(contribution, Math.min(placed.depth(), Discussions.DEEPEST), context,
                usages.getOrDefault(contribution.reference(), List.of()), decidable, revisable, placed.apart(),
                placed.answered(), changes.get(contribution.reference())));
        }
        return rows;
    }
}

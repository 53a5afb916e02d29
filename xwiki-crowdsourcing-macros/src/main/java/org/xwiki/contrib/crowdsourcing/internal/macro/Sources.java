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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * Where the recommendations come from: their sources with the dialogue or brief in which they were said.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Sources.class)
@Singleton
public class Sources
{
    @Inject
    private DialogueManager dialogues;

    @Inject
    private BriefManager briefs;

    /**
     * @param references the pages of contributions
     * @return a row for each of them, in their order
     * @throws CrowdsourcingException if they cannot be read
     */
    public Map<DocumentReference, SourceRow> getRows(Collection<DocumentReference> references)
        throws CrowdsourcingException
    {
        Map<DocumentReference, SourceRow> rows = new LinkedHashMap<>();
        if (!references.isEmpty()) {
            Map<DocumentReference, Contribution> found = this.dialogues.getContributions(references);
            Map<DocumentReference, String> titles = new HashMap<>();
            for (Contribution contribution : found.values()) {
                if (!titles.containsKey(contribution.thread())) {
                    titles.put(contribution.thread(), getThreadTitle(contribution.thread()));
                }
            }
            for (DocumentReference reference : new ArrayList<>(references)) {
                Contribution contribution = found.get(reference);
                rows.put(reference, new SourceRow(reference, contribution,
                    contribution == null ? "" : titles.get(contribution.thread())));
            }
        }
        return rows;
    }

    /**
     * @param references the pages of contributions
     * @param rows the rows of at least those contributions
     * @return the rows of those contributions, in their order
     */
    public static List<SourceRow> pick(Collection<DocumentReference> references,
        Map<DocumentReference, SourceRow> rows)
    {
        return references.stream().map(rows::get).toList();
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @return its title, plain text, empty if the current user may not see it
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getThreadTitle(DocumentReference thread) throws CrowdsourcingException
    {
        Optional<Dialogue> dialogue = this.dialogues.get(thread);
        return dialogue.isPresent() ? dialogue.get().title() : this.briefs.get(thread).map(Brief::title).orElse("");
    }
}

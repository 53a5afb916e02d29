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

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.dialogue.SlotSearch;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Asks who has confirmed for a dialogue, where they live, and what the other sessions of the initiative ask of them;
 * then looks for times.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SlotPlanner.class)
@Singleton
public class SlotPlanner
{
    private static final String TIMEZONE = "timezone";

    @Inject
    private DialogueStore dialogues;

    @Inject
    private EngagementStore engagements;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    /**
     * @param dialogue a dialogue
     * @param from the first day
     * @param to the last day
     * @return the times at which its session could be
     * @throws CrowdsourcingException if it fails
     */
    public SlotSearch find(Dialogue dialogue, LocalDate from, LocalDate to) throws CrowdsourcingException
    {
        DocumentReference initiative = this.pages.nearest(dialogue.reference(), Schema.INITIATIVE).map(Row::page)
            .orElse(dialogue.reference());
        Map<DocumentReference, Set<DocumentReference>> panels = this.engagements.panels(initiative);
        Set<DocumentReference> panel = panels.getOrDefault(dialogue.reference(), Set.of());
        Map<DocumentReference, Row> profiles = this.reader.readOnly(dialogue.reference().getWikiReference(),
            panel.stream().map(this.reader::serialize).toList(), Set.of(TIMEZONE), Schema.EXPERT).first(Schema.EXPERT);
        Map<DocumentReference, SlotFinder.Member> members = new HashMap<>();
        profiles.forEach((page, row) -> Times.findZone(row.text(TIMEZONE)).ifPresent(zone -> members.put(page,
            new SlotFinder.Member(page, this.access.canView(page) ? row.title() : "", zone, 0))));
        Map<DocumentReference, Integer> earlier = earlier(initiative, dialogue.reference(), panels, members);
        List<SlotFinder.Member> burdened = new ArrayList<>();
        members.forEach((page, member) -> burdened.add(
            new SlotFinder.Member(page, member.name(), member.zone(), earlier.getOrDefault(page, 0))));
        return new SlotSearch(burdened.isEmpty() ? List.of() : SlotFinder.find(burdened, dialogue.plannedZone(), from,
            to, dialogue.plannedMinutes()), panel.size(), panel.size() - burdened.size());
    }

    private Map<DocumentReference, Integer> earlier(DocumentReference initiative, DocumentReference except,
        Map<DocumentReference, Set<DocumentReference>> panels, Map<DocumentReference, SlotFinder.Member> members)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Integer> result = new HashMap<>();
        List<Dialogue> others = this.dialogues.sessionsOf(initiative).stream().map(Session::dialogue)
            .filter(other -> !other.reference().equals(except) && other.start() != null
                && other.state() != DialogueState.CANCELLED)
            .collect(Collectors.toList());
        for (Dialogue other : others) {
            for (DocumentReference expert : panels.getOrDefault(other.reference(), Set.of())) {
                if (members.containsKey(expert)) {
                    result.merge(expert, SlotFinder
                        .burden(members.get(expert), other.start(), other.plannedMinutes()).points(), Integer::sum);
                }
            }
        }
        return result;
    }
}

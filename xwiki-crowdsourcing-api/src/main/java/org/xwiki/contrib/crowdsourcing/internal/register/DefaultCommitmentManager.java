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
package org.xwiki.contrib.crowdsourcing.internal.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.IdeaStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Ideas;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.register.CommitmentManager;
import org.xwiki.contrib.crowdsourcing.register.Commitments;
import org.xwiki.contrib.crowdsourcing.register.DialogueClock;
import org.xwiki.contrib.crowdsourcing.register.OverdueIdea;
import org.xwiki.contrib.crowdsourcing.register.ResponseClock;
import org.xwiki.model.reference.DocumentReference;

/**
 * Counts what is known of the ideas of each dialogue; only those of the overdue ones that are shown are read.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultCommitmentManager implements CommitmentManager
{
    private static final Comparator<DocumentReference> LONGEST = Comparator
        .<DocumentReference, String>comparing(page -> ContributionKeys.own(page.getName()))
        .thenComparing(DocumentReference::getName);

    @Inject
    private RegisteredDialogues dialogues;

    @Inject
    private PageReader pages;

    @Inject
    private IdeaStore ideas;

    @Inject
    private SeenContributions contributions;

    @Override
    public Commitments get(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> initiative = this.dialogues.initiative(page);
        int days = days(initiative);
        Instant now = now();
        List<DialogueClock> clocks = new ArrayList<>();
        for (Row dialogue : this.dialogues.of(page)) {
            Ideas known = this.ideas.of(dialogue.page());
            ResponseClock clock = RegisteredDialogues.clock(dialogue, days, now);
            Instant next = days == 0 ? null : known.nextSince(clock.edge());
            clocks.add(new DialogueClock(dialogue.page(), dialogue.title(), known.count(),
                days == 0 ? 0 : known.openSince(clock.edge()).size(), next == null ? null : clock.deadline(next)));
        }
        return new Commitments(days, initiative.map(row -> row.option(Commitment.class, "commitment")).orElse(null),
            clocks);
    }

    @Override
    public Page<OverdueIdea> getOverdue(DocumentReference page, PageRequest request) throws CrowdsourcingException
    {
        int days = days(this.dialogues.initiative(page));
        Map<DocumentReference, Row> rows = new HashMap<>();
        Map<DocumentReference, ResponseClock> clocks = new HashMap<>();
        Set<DocumentReference> waiting = new TreeSet<>(LONGEST);
        Instant now = now();
        for (Row dialogue : this.dialogues.of(page)) {
            ResponseClock clock = RegisteredDialogues.clock(dialogue, days, now);
            rows.put(dialogue.page(), dialogue);
            clocks.put(dialogue.page(), clock);
            if (days > 0) {
                this.ideas.of(dialogue.page()).openSince(clock.edge()).forEach(name -> waiting
                    .add(new DocumentReference(name, dialogue.page().getLastSpaceReference())));
            }
        }
        int total = waiting.size();
        List<DocumentReference> rest = new ArrayList<>(waiting);
        if (ContributionKeys.isName(request.cursor())) {
            DocumentReference edge = new DocumentReference(request.cursor(), page.getLastSpaceReference());
            rest = rest.stream().filter(idea -> LONGEST.compare(idea, edge) > 0).toList();
        }
        List<Contribution> found = this.contributions.first(rest, request.limit() + 1, idea -> idea.decision() == null
            && idea.state() == ContributionState.PUBLISHED);
        List<Contribution> shown = found.subList(0, Math.min(found.size(), request.limit()));
        return new Page<>(
            shown.stream().map(idea -> new OverdueIdea(idea, rows.get(idea.thread()).title(),
                clocks.get(idea.thread()).deadline(idea.created()))).toList(),
            found.size() > shown.size() ? shown.get(shown.size() - 1).key() : null, Count.bounded(total));
    }

    @Override
    public Optional<ResponseClock> getClock(DocumentReference thread) throws CrowdsourcingException
    {
        int days = days(this.dialogues.initiative(thread));
        return days == 0 ? Optional.empty() : this.pages.find(thread, Schema.DIALOGUE)
            .map(dialogue -> RegisteredDialogues.clock(dialogue, days, now()));
    }

    private static int days(Optional<Row> initiative)
    {
        return initiative.map(row -> Math.max(0, row.number("responseDays"))).orElse(0);
    }

    /**
     * @return the time
     */
    Instant now()
    {
        return Instant.now();
    }
}

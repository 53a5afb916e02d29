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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SupportCounter;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Tells those who back something what was decided on it, and those whose contribution was merged into it; its author is
 * told as ever. Nobody is told of an own decision, nor of what is on a page that the person may not view.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = DecisionNews.class)
@Singleton
public class DecisionNews
{
    /** How many people are told at most. */
    static final int MOST = 500;

    private static final String DECISION = "decision";

    private static final Map<Outcome, Happening> OUTCOMES = Map.of(Outcome.TAKEN, Happening.BACKED_TAKEN,
        Outcome.PARTLY, Happening.BACKED_PARTLY, Outcome.NOT_TAKEN, Happening.BACKED_NOT_TAKEN);

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    @Inject
    private SupportCounter counter;

    @Inject
    private Access access;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param before a page as it was
     * @param after the page as it is
     * @return what has happened
     * @throws CrowdsourcingException if it fails
     */
    List<CrowdsourcingEvent> find(PageState before, PageState after) throws CrowdsourcingException
    {
        if (!before.has(Schema.CONTRIBUTION) || !after.has(Schema.CONTRIBUTION)) {
            return List.of();
        }
        Row now = after.first(Schema.CONTRIBUTION);
        Outcome outcome = now.option(Outcome.class, DECISION);
        if (outcome == null || outcome == before.first(Schema.CONTRIBUTION).option(Outcome.class, DECISION)) {
            return List.of();
        }
        DocumentReference thread = ContributionStore.thread(now.page());
        Optional<Row> dialogue = this.pages.find(thread, Schema.DIALOGUE);
        Set<String> told = dialogue.isEmpty() ? Set.of() : concerned(now).stream()
            .map(this.serializer::serialize).collect(Collectors.toSet());
        return told.isEmpty() ? List.of() : List.of(new CrowdsourcingEvent(OUTCOMES.get(outcome), thread,
            dialogue.get().title(), now.page().getName(), this.access.user(), "", told));
    }

    private List<DocumentReference> concerned(Row contribution) throws CrowdsourcingException
    {
        DocumentReference page = contribution.page();
        SupportCounter.Counted support = this.counter.of(ContributionStore.thread(page));
        Set<DocumentReference> people = new LinkedHashSet<>();
        List<DocumentReference> merged = support.members(page.getName()).stream().limit(MOST)
            .map(name -> new DocumentReference(name, page.getLastSpaceReference())).toList();
        this.contributions.load(merged).values()
            .forEach(member -> people.add(member.reference(ContributionView.AUTHOR)));
        support.supporters(page.getName()).stream().limit(MOST)
            .forEach(user -> people.add(this.reader.resolve(user, page.getWikiReference())));
        people.remove(null);
        people.remove(this.access.user());
        people.remove(contribution.reference(ContributionView.AUTHOR));
        return people.stream().filter(user -> !Contribution.GUEST.endsWith('.' + user.getName())).limit(MOST)
            .filter(user -> this.access.canView(user, page)).toList();
    }
}

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueItem;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueKind;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Reads what waits for curators, of all threads below a page, in a number of statements that does not grow.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = QueueStore.class)
@Singleton
public class QueueStore
{
    private static final String STATE = "state";

    private static final String APPEAL = "appealState";

    private static final Map<QueueKind, Queued> KINDS = Map.of(
        QueueKind.AWAITING, new Queued(Schema.CONTRIBUTION, STATE, ContributionState.AWAITING.getId()),
        QueueKind.FLAG, new Queued(Schema.FLAG, STATE, FlagStore.OPEN),
        QueueKind.APPEAL, new Queued(Schema.CONTRIBUTION, APPEAL, FlagStore.OPEN));

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    @Inject
    private ContributionView view;

    @Inject
    private ThreadRules rules;

    /** How an item of a kind is stored. */
    private record Queued(Schema schema, String property, String value)
    {
    }

    /**
     * @param page the page of an initiative, a dialogue or a brief
     * @param kind what is wanted, {@code null} for all
     * @param request which page of the list
     * @return what waits there for the current user, the oldest first
     * @throws CrowdsourcingException if it fails
     */
    public Page<QueueItem> list(DocumentReference page, QueueKind kind, PageRequest request)
        throws CrowdsourcingException
    {
        if (kind == QueueKind.ALERT) {
            // They are kept elsewhere.
            return new Page<>(List.of(), null, Count.exactly(0));
        }
        WikiReference wiki = page.getWikiReference();
        Map<DocumentReference, Boolean> curated = new HashMap<>();
        Page<Found> found = this.reader.page(wiki, statement(page, kind), request, item -> curated
            .computeIfAbsent(ContributionStore.thread(item), this.rules::canCurate));
        Rows rows = this.reader.load(wiki, found.rows(), Schema.CONTRIBUTION, Schema.FLAG);
        Map<DocumentReference, Row> flags = rows.first(Schema.FLAG);
        Map<DocumentReference, Row> known = new LinkedHashMap<>(rows.first(Schema.CONTRIBUTION));
        Set<DocumentReference> flagged = new LinkedHashSet<>();
        flags.values().forEach(flag -> flagged.add(contribution(flag)));
        flagged.removeAll(known.keySet());
        known.putAll(this.contributions.load(flagged));
        Map<DocumentReference, Contribution> seen = this.view.see(known.values());
        Map<DocumentReference, String> titles = this.reader.titles(curated.keySet());
        List<QueueItem> items = new ArrayList<>();
        for (Found one : found.rows()) {
            DocumentReference reference = this.reader.resolve(one.page(), wiki);
            Row flag = flags.get(reference);
            Contribution contribution = seen.get(flag == null ? reference : contribution(flag));
            DocumentReference thread = ContributionStore.thread(reference);
            String title = titles.getOrDefault(thread, "");
            if (flag != null) {
                items.add(new QueueItem(QueueKind.FLAG, reference, contribution, thread, title,
                    flag.option(HidingReason.class, "reasonKind"), flag.text("text"), flag.reference("user"),
                    contribution == null ? null : contribution.created()));
            } else if (contribution != null) {
                QueueKind own = contribution.state() == ContributionState.AWAITING ? QueueKind.AWAITING
                    : QueueKind.APPEAL;
                items.add(new QueueItem(own, reference, contribution, thread, title, null, "", contribution.author(),
                    contribution.created()));
            }
        }
        return new Page<>(items, found.next(), found.total());
    }

    private Statement statement(DocumentReference page, QueueKind kind)
    {
        List<Queued> wanted = kind == null ? List.copyOf(KINDS.values()) : List.of(KINDS.get(kind));
        return this.reader.below(this.reader.objects().add("and obj.className in (:classes) and exists"
            + " (select s.id.id from StringProperty s where s.id.id = obj.id and s.id.name in (:states)"
            + " and s.value in (:open))"), page.getLastSpaceReference())
            .bind("classes", wanted.stream().map(queued -> queued.schema().getClassName()).distinct().toList())
            .bind("states", wanted.stream().map(Queued::property).distinct().toList())
            .bind("open", wanted.stream().map(Queued::value).distinct().toList())
            .add("order by doc.creationDate, doc.fullName");
    }

    private static DocumentReference contribution(Row flag)
    {
        return new DocumentReference(flag.text(FlagStore.CONTRIBUTION), flag.page().getLastSpaceReference());
    }
}

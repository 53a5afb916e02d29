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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.Alert;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertManager;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;

/**
 * The rules of alerts.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultAlertManager implements AlertManager
{
    private static final int MOST = 100;

    /** How many open threads of an initiative are looked into once more. */
    private static final int THREADS = 50;

    private static final String REASON_KIND = "reasonKind";

    private static final String REASON = "reason";

    @Inject
    private AlertStore store;

    @Inject
    private AlertFinder finder;

    @Inject
    private AlertWatch watch;

    @Inject
    private ThreadRules rules;

    @Inject
    private ContributionStore contributions;

    @Inject
    private ContributionView view;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Seen seen;

    @Inject
    private Access access;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @Override
    public List<Alert> getOpen(DocumentReference page) throws CrowdsourcingException
    {
        this.access.require(this.access.canEdit(page));
        boolean single = isThread(page);
        if (single) {
            this.watch.look(page);
        } else {
            for (DocumentReference thread : openThreads(page)) {
                this.watch.look(thread);
            }
        }
        List<Row> open = new ArrayList<>();
        if (single) {
            open.addAll(this.store.of(page).open());
        } else {
            Set<DocumentReference> threads = new LinkedHashSet<>();
            this.store.findOpen(page, MOST).forEach(alert -> threads.add(ContributionStore.thread(alert)));
            for (DocumentReference thread : threads) {
                open.addAll(this.rules.canCurate(thread) ? this.store.of(thread).open() : List.of());
            }
        }
        return describe(open.subList(0, Math.min(open.size(), MOST)));
    }

    private boolean isThread(DocumentReference page) throws CrowdsourcingException
    {
        return this.rules.isDialogue(page) || this.pages.find(page, Schema.BRIEF).isPresent();
    }

    private List<DocumentReference> openThreads(DocumentReference page) throws CrowdsourcingException
    {
        WikiReference wiki = page.getWikiReference();
        List<DocumentReference> result = new ArrayList<>();
        for (DocumentReference thread : this.reader.find(wiki, this.reader.below(this.reader.objects()
            .add("and obj.className in (:classes)"), page.getLastSpaceReference())
            .bind("classes", List.of(Schema.DIALOGUE.getClassName(), Schema.BRIEF.getClassName()))
            .add("order by doc.date desc").limit(THREADS)).stream()
            .map(found -> this.reader.resolve(found.page(), wiki)).toList())
        {
            // Where nobody can take part nothing happens.
            if (this.rules.canCurate(thread) && this.rules.closure(thread).isEmpty()) {
                result.add(thread);
            }
        }
        return result;
    }

    private List<Alert> describe(List<Row> alerts) throws CrowdsourcingException
    {
        Map<Row, DocumentReference> subjects = new HashMap<>();
        alerts.stream().filter(alert -> ContributionKeys.isName(Alerts.subject(alert))).forEach(alert -> subjects
            .put(alert, new DocumentReference(Alerts.subject(alert), alert.page().getLastSpaceReference())));
        Map<DocumentReference, Contribution> shown =
            this.view.see(this.contributions.load(Set.copyOf(subjects.values())).values());
        List<Alert> result = new ArrayList<>();
        for (Row alert : alerts) {
            AlertFinder.Finding now = this.finder.now(alert);
            DocumentReference thread = ContributionStore.thread(alert.page());
            Burst burst = now.burst();
            result.add(new Alert(alert.page(), now.kind(), Alerts.state(alert), thread,
                this.rules.get(thread).title(), shown.get(subjects.get(alert)),
                alert.reference(AlertStore.AUTHOR), burst.since(), burst.until(), burst.count(), now.total(),
                resolve(alert, burst.accounts()), alert.number(AlertStore.DAYS), stamp(alert, now)));
        }
        return result;
    }

    private List<DocumentReference> resolve(Row alert, Collection<String> accounts)
    {
        WikiReference wiki = alert.page().getWikiReference();
        return accounts.stream().map(account -> this.reader.resolve(account, wiki)).toList();
    }

    /** What a curator has seen: also how much it was then. */
    private static String stamp(Row alert, AlertFinder.Finding now)
    {
        return alert.stamp() + '-' + now.burst().count();
    }

    @Override
    public void review(DocumentReference alert, AlertState outcome, AlertReason reasonKind, String reason)
        throws CrowdsourcingException
    {
        DocumentReference thread = ContributionStore.thread(alert);
        this.rules.get(thread);
        this.access.require(this.rules.canCurate(thread));
        Row row = this.pages.find(alert, Schema.ALERT).filter(found -> Alerts.kind(found) != null)
            .orElseThrow(() -> new NotFoundException(new FieldError("", "crowdsourcing.error.notFound")));
        refuse(Alerts.state(row) != AlertState.OPEN, "crowdsourcing.error.alertReviewed");
        AlertFinder.Finding now = this.finder.now(row);
        String expected = this.seen.of(alert);
        refuse(!expected.isEmpty() && !expected.equals(stamp(row, now)), "crowdsourcing.error.alertGrown");
        Inputs inputs = new Inputs();
        inputs.required("outcome", isPossible(now.kind(), outcome) ? outcome : null);
        inputs.required(REASON_KIND, reasonKind, "crowdsourcing.error.reasonKindRequired");
        String typed = inputs.text(REASON, reason, Inputs.REASON);
        if (reasonKind == AlertReason.OTHER) {
            inputs.required(REASON, typed, "crowdsourcing.error.reasonRequired");
        }
        inputs.refuse();
        Map<String, Object> values = new HashMap<>(AlertWatch.values(now));
        values.put(AlertStore.STATE, outcome.getId());
        values.put(REASON_KIND, reasonKind.getId());
        values.put(REASON, typed);
        values.put("reviewedBy", this.serializer.serialize(this.access.user()));
        values.put(AlertStore.REVIEWED_ON, Times.now());
        this.seen.forget();
        this.seen.expect(alert, row.stamp());
        this.writer.update(alert, Schema.ALERT, values, "");
    }

    private static boolean isPossible(AlertKind kind, AlertState outcome)
    {
        return kind == AlertKind.YOUNG_SUPPORT ? outcome == AlertState.COUNTED || outcome == AlertState.LEFT_OUT
            : outcome == AlertState.DISMISSED;
    }

    private static void refuse(boolean refused, String messageKey) throws ConflictException
    {
        if (refused) {
            throw new ConflictException(new FieldError("", messageKey));
        }
    }
}

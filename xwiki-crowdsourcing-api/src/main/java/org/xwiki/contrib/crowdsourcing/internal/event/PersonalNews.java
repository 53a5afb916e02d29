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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * What has happened that concerns one person. Nobody is told of what that person did, nor of what is on a page that the
 * person may not view.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PersonalNews.class)
@Singleton
public class PersonalNews
{
    private static final String AUTHOR = "author";

    private static final String STATE = "state";

    private static final String TEXT = "text";

    private static final String APPEAL_STATE = "appealState";

    private static final String DECISION = "decision";

    private static final Map<Outcome, Happening> OUTCOMES = Map.of(Outcome.TAKEN, Happening.TAKEN,
        Outcome.PARTLY, Happening.PARTLY_TAKEN, Outcome.NOT_TAKEN, Happening.NOT_TAKEN);

    /** What it means that something is shown, by the state that it had. */
    private static final Map<ContributionState, Happening> SHOWN = Map.of(ContributionState.HIDDEN, Happening.SHOWN,
        ContributionState.AWAITING, Happening.APPROVED, ContributionState.MERGED, Happening.SEPARATED);

    @Inject
    private PageReader pages;

    @Inject
    private Mentions mentions;

    @Inject
    private AgreementNews agreements;

    @Inject
    private DecisionNews decisions;

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
    public List<CrowdsourcingEvent> find(PageState before, PageState after) throws CrowdsourcingException
    {
        List<CrowdsourcingEvent> result = new ArrayList<>();
        if (after.has(Schema.CONTRIBUTION)) {
            Row now = after.first(Schema.CONTRIBUTION);
            Row was = before.has(Schema.CONTRIBUTION) ? before.first(Schema.CONTRIBUTION) : null;
            findReply(was, now, result);
            if (was != null) {
                findDecision(was, now, result);
                findModeration(was, now, result);
            }
        }
        if (after.has(Schema.ENGAGEMENT)) {
            findInvitation(before, after.first(Schema.ENGAGEMENT), result);
        }
        if (!before.has(Schema.ALERT) && after.has(Schema.ALERT)) {
            findAlert(after.page(), result);
        }
        result.addAll(this.agreements.find(before, after));
        result.addAll(this.decisions.find(before, after));
        return result;
    }

    private void findAlert(DocumentReference alert, List<CrowdsourcingEvent> result) throws CrowdsourcingException
    {
        DocumentReference curators = this.pages.nearest(alert, Schema.INITIATIVE)
            .map(initiative -> initiative.reference("curatorsGroup")).orElse(null);
        if (curators != null) {
            // It is about the page of the alert, which nobody else may view.
            result.add(new CrowdsourcingEvent(Happening.ALERTED, alert,
                this.pages.title(ContributionStore.thread(alert)), "", null, "",
                Set.of(this.serializer.serialize(curators))));
        }
    }

    private void findReply(Row was, Row now, List<CrowdsourcingEvent> result) throws CrowdsourcingException
    {
        String replyTo = now.text("replyTo");
        boolean appears = ContributionView.state(now) == ContributionState.PUBLISHED
            && (was == null || ContributionView.state(was) == ContributionState.AWAITING);
        if (appears && ContributionKeys.isName(replyTo)) {
            Optional<Row> parent = this.pages
                .find(new DocumentReference(replyTo, now.page().getLastSpaceReference()), Schema.CONTRIBUTION);
            if (parent.isPresent()) {
                add(Happening.REPLIED, now, now.reference(AUTHOR), parent.get().reference(AUTHOR), result);
            }
        }
        // What was hidden for some time told of its mentions when it appeared first.
        boolean told = was != null && ContributionView.state(was) != ContributionState.AWAITING;
        if (ContributionView.state(now) == ContributionState.PUBLISHED) {
            findMentions(told ? was.text(TEXT) : "", now, result);
        }
    }

    private void findMentions(String before, Row now, List<CrowdsourcingEvent> result) throws CrowdsourcingException
    {
        for (DocumentReference user : this.mentions.find(before, now.text(TEXT), now.page().getWikiReference())) {
            Set<String> recipient = Set.of(this.serializer.serialize(user));
            if (result.stream().noneMatch(event -> event.recipients().equals(recipient))) {
                add(Happening.MENTIONED, now, now.reference(AUTHOR), user, result);
            }
        }
    }

    private void findDecision(Row was, Row now, List<CrowdsourcingEvent> result) throws CrowdsourcingException
    {
        Outcome outcome = now.option(Outcome.class, DECISION);
        if (outcome != null && outcome != was.option(Outcome.class, DECISION)) {
            add(OUTCOMES.get(outcome), now, this.access.user(), now.reference(AUTHOR), result);
        }
    }

    private Happening moderation(Row before, Row now)
    {
        ContributionState was = ContributionView.state(before);
        Happening happening = switch (ContributionView.state(now)) {
            case HIDDEN -> was == ContributionState.HIDDEN ? null : Happening.HIDDEN;
            case MERGED -> was == ContributionState.PUBLISHED ? Happening.MERGED : null;
            case PUBLISHED -> SHOWN.get(was);
            default -> null;
        };
        boolean upheld = AppealState.UPHELD.getId().equals(now.text(APPEAL_STATE))
            && AppealState.OPEN.getId().equals(before.text(APPEAL_STATE));
        return happening == null && upheld ? Happening.APPEAL_UPHELD : happening;
    }

    private void findModeration(Row before, Row now, List<CrowdsourcingEvent> result) throws CrowdsourcingException
    {
        Happening happening = moderation(before, now);
        if (happening != null) {
            String reason = happening == Happening.HIDDEN ? now.text("hiddenReasonKind") : "";
            List<CrowdsourcingEvent> told = new ArrayList<>();
            add(happening, now, this.access.user(), now.reference(AUTHOR), told);
            // Who moderates does so for all curators: no name is told.
            told.stream().map(event -> new CrowdsourcingEvent(event.happening(), event.page(), event.title(),
                event.contribution(), null, reason, event.recipients())).forEach(result::add);
        }
    }

    private void add(Happening happening, Row contribution, DocumentReference actor, DocumentReference recipient,
        List<CrowdsourcingEvent> result) throws CrowdsourcingException
    {
        DocumentReference thread = ContributionStore.thread(contribution.page());
        Optional<Row> row = this.pages.find(thread, Schema.DIALOGUE);
        if (row.isEmpty()) {
            row = this.pages.find(thread, Schema.BRIEF);
        }
        if (row.isPresent() && isTold(recipient, actor, contribution.page())) {
            result.add(new CrowdsourcingEvent(happening, thread, row.get().title(), contribution.page().getName(),
                actor, "", Set.of(this.serializer.serialize(recipient))));
        }
    }

    private void findInvitation(PageState before, Row now, List<CrowdsourcingEvent> result)
        throws CrowdsourcingException
    {
        DocumentReference expert = now.reference("expert");
        boolean invited = now.option(EngagementState.class, STATE) == EngagementState.INVITED
            && before.first(Schema.ENGAGEMENT).option(EngagementState.class, STATE) != EngagementState.INVITED;
        Optional<Row> dialogue = this.pages.nearest(now.page(), Schema.DIALOGUE);
        if (invited && expert != null && dialogue.isPresent()) {
            DocumentReference actor = this.access.user();
            DocumentReference user =
                this.pages.find(expert, Schema.EXPERT).map(row -> row.reference("user")).orElse(null);
            // What is restricted to the panel the expert cannot view yet.
            boolean shut = user != null && !this.access.canView(user, dialogue.get().page());
            DocumentReference page = shut ? now.page() : dialogue.get().page();
            if (isTold(user, actor, page)) {
                result.add(new CrowdsourcingEvent(Happening.INVITED, page, dialogue.get().title(), "", actor, "",
                    Set.of(this.serializer.serialize(user))));
            }
        }
    }

    private boolean isTold(DocumentReference recipient, DocumentReference actor, DocumentReference page)
    {
        boolean known = recipient != null && !Contribution.GUEST.endsWith('.' + recipient.getName());
        return known && !recipient.equals(actor) && this.access.canView(recipient, page);
    }
}

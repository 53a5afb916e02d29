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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.ActionItem;
import org.xwiki.contrib.crowdsourcing.dialogue.Agenda;
import org.xwiki.contrib.crowdsourcing.dialogue.AgendaItem;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.RunSheet;
import org.xwiki.contrib.crowdsourcing.dialogue.SessionManager;
import org.xwiki.contrib.crowdsourcing.dialogue.TakenQuestions;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of what happens in a session.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultSessionManager implements SessionManager
{
    private static final String TITLE = "title";

    private static final String OWNER = "owner";

    private static final String DUE = "due";

    private static final String DONE = "done";

    private static final String STATE = "state";

    private static final String OPENED = "openedOn";

    private static final String TAKEAWAYS = "takeaways";

    private static final String CAPTURED = "captured";

    private static final String TOKEN = "token";

    private static final int TEXT = 60000;

    /** How far the clock of a client may be ahead, and how long it may have been without a connection. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Duration OFFLINE = Duration.ofDays(14);

    @Inject
    private DialogueStore store;

    @Inject
    private ThreadRules rules;

    @Inject
    private ContributionWriter contributions;

    @Inject
    private EngagementStore engagements;

    @Inject
    private SpeakingTurns turns;

    @Inject
    private GuidingQuestions questions;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public boolean canRun(DocumentReference dialogue)
    {
        try {
            return this.things.find(dialogue, Schema.DIALOGUE).isPresent() && this.rules.canCapture(dialogue);
        } catch (CrowdsourcingException e) {
            return false;
        }
    }

    private Row getRun(DocumentReference dialogue) throws CrowdsourcingException
    {
        Row row = this.things.get(dialogue, Schema.DIALOGUE);
        this.access.require(this.rules.canCapture(dialogue));
        return row;
    }

    @Override
    public Agenda getAgenda(DocumentReference dialogue) throws CrowdsourcingException
    {
        return agenda(this.things.get(dialogue, Schema.DIALOGUE));
    }

    private Agenda agenda(Row row) throws CrowdsourcingException
    {
        return AgendaClock.of(this.store.toDialogue(row), row.instant(OPENED),
            this.pages.all(row.page(), Schema.AGENDA_ITEM), Instant.now());
    }

    @Override
    public List<ActionItem> getActionItems(DocumentReference dialogue) throws CrowdsourcingException
    {
        Dialogue known = this.store.toDialogue(this.things.get(dialogue, Schema.DIALOGUE));
        LocalDate today = LocalDate.now(known.plannedZone());
        return this.pages.all(dialogue, Schema.ACTION_ITEM).stream().map(row -> toActionItem(row, today))
            .sorted(Comparator.comparing(ActionItem::done)
                .thenComparing(ActionItem::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(ActionItem::number))
            .toList();
    }

    private ActionItem toActionItem(Row row, LocalDate today)
    {
        LocalDate due = row.date(DUE);
        boolean done = row.flag(DONE);
        return new ActionItem(row.number(), row.text(TITLE), row.text(OWNER), due, done,
            !done && due != null && due.isBefore(today));
    }

    @Override
    public RunSheet getRunSheet(DocumentReference dialogue) throws CrowdsourcingException
    {
        Row row = getRun(dialogue);
        Agenda agenda = agenda(row);
        List<Engagement> panel = this.engagements.list(dialogue, true, PageRequest.first(PageRequest.MAXIMUM)).rows()
            .stream().filter(member -> member.state() != EngagementState.INTERVIEWED)
            .sorted(Comparator.comparing(Engagement::expertName)).toList();
        Dialogue known = this.store.toDialogue(row);
        Instant begin = agenda.items().isEmpty() ? AgendaClock.begin(known, row.instant(OPENED))
            : agenda.items().get(0).begin();
        Instant end = begin == null ? null : begin.plus(Duration.ofMinutes(known.plannedMinutes()));
        if (end != null && !agenda.items().isEmpty()) {
            Instant last = agenda.items().get(agenda.items().size() - 1).end();
            end = last.isAfter(end) ? last : end;
        }
        return new RunSheet(agenda, panel, this.engagements.seated(dialogue).size(),
            this.turns.count(dialogue, begin, end, panel));
    }

    @Override
    public TakenQuestions takeQuestions(DocumentReference dialogue) throws CrowdsourcingException
    {
        Row row = getRun(dialogue);
        return this.questions.take(row, this.store.toDialogue(row).plannedMinutes());
    }

    @Override
    public void startItem(DocumentReference dialogue, int item) throws CrowdsourcingException
    {
        Row row = getRun(dialogue);
        if (row.option(STATE, DialogueState.PLANNED) != DialogueState.OPEN) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.sessionNotOpen"));
        }
        Map<Integer, Map<String, Object>> changes = new HashMap<>();
        for (AgendaItem known : agenda(row).items()) {
            if (!changes.isEmpty()) {
                changes.put(known.number(), Map.of(AgendaClock.STARTED, ""));
            } else if (known.number() == item) {
                changes.put(item, Map.of(AgendaClock.STARTED, Times.now()));
            }
        }
        if (changes.isEmpty()) {
            throw notFound();
        }
        this.writer.update(dialogue, Schema.AGENDA_ITEM, changes);
    }

    @Override
    public void setAttended(DocumentReference dialogue, String engagement, boolean attended)
        throws CrowdsourcingException
    {
        getRun(dialogue);
        if (engagement.isBlank()) {
            throw notFound();
        }
        DocumentReference page = this.engagements.page(dialogue, engagement);
        // The page is for the expert and who sets up the panel; who runs the session sees the panel.
        Row row = this.pages.find(page, Schema.ENGAGEMENT).orElseThrow(DefaultSessionManager::notFound);
        // Who has a seat keeps it, and who waits for one takes none from others.
        EngagementState from = attended ? EngagementState.ACCEPTED : EngagementState.ATTENDED;
        EngagementState to = attended ? EngagementState.ATTENDED : EngagementState.ACCEPTED;
        EngagementState now = row.option(STATE, EngagementState.PROPOSED);
        boolean waits =
            attended && (this.engagements.isWaiting(dialogue, page) || this.engagements.isUnsigned(row));
        if (waits || now != from && now != to) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.conflict"));
        }
        this.writer.update(page, Schema.ENGAGEMENT, Map.of(STATE, to.getId()), "");
    }

    @Override
    public DocumentReference capture(DocumentReference dialogue, NewContribution contribution, String time,
        String token) throws CrowdsourcingException
    {
        getRun(dialogue);
        if (time.isEmpty() && token.isEmpty()) {
            return this.contributions.create(dialogue, null, contribution);
        }
        Inputs inputs = new Inputs();
        if (!token.matches("[0-9a-z]{16,32}")) {
            inputs.add(new FieldError(TOKEN, "crowdsourcing.error.captureToken"));
        }
        Instant captured = time.matches("\\d{13}") ? Instant.ofEpochMilli(Long.parseLong(time)) : Instant.EPOCH;
        Instant now = Instant.now();
        if (captured.isBefore(now.minus(OFFLINE)) || captured.isAfter(now.plus(AHEAD))) {
            inputs.add(new FieldError(CAPTURED, "crowdsourcing.error.captureTime"));
        }
        inputs.refuse();
        return this.contributions.capture(dialogue, contribution, captured, token);
    }

    @Override
    public void setTakeaways(DocumentReference dialogue, String text, String known) throws CrowdsourcingException
    {
        Row row = getRun(dialogue);
        Inputs inputs = new Inputs();
        String checked = inputs.text(TAKEAWAYS, text, TEXT);
        inputs.refuse();
        Inputs plain = new Inputs();
        String now = plain.text(TAKEAWAYS, row.text(TAKEAWAYS), TEXT);
        if (!now.equals(plain.text(TAKEAWAYS, known, TEXT)) && !now.equals(checked)) {
            throw new ConflictException(new FieldError(TAKEAWAYS, "crowdsourcing.error.changedMeanwhile"));
        }
        this.writer.update(dialogue, Schema.DIALOGUE, Map.of(TAKEAWAYS, checked), "");
    }

    @Override
    public void addActionItem(DocumentReference dialogue, String title, String owner, String due)
        throws CrowdsourcingException
    {
        getRun(dialogue);
        Inputs inputs = new Inputs();
        String what = inputs.requiredLine(TITLE, title);
        String who = inputs.line(OWNER, owner);
        String when = due == null ? "" : due.strip();
        inputs.date(DUE, when);
        inputs.refuse();
        this.writer.add(dialogue, Schema.ACTION_ITEM, List.of(Map.of(TITLE, what, OWNER, who, DUE, when, DONE, 0)));
    }

    @Override
    public void setDone(DocumentReference dialogue, int item, boolean done) throws CrowdsourcingException
    {
        getRun(dialogue);
        Set<Integer> known = Set.copyOf(
            this.pages.all(dialogue, Schema.ACTION_ITEM).stream().map(Row::number).toList());
        if (!known.contains(item)) {
            throw notFound();
        }
        this.writer.update(dialogue, Schema.ACTION_ITEM, Map.of(item, Map.of(DONE, done ? 1 : 0)));
    }

    private static NotFoundException notFound()
    {
        return new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
    }
}

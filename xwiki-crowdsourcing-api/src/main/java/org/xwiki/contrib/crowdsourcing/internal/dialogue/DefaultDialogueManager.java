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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.Revision;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.dialogue.SlotSearch;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of dialogues; those of contributions are in {@link ContributionWriter} and {@link ContributionCurator}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultDialogueManager implements DialogueManager
{
    private static final String STATE = "state";

    private static final String START = "start";

    private static final String ZONE = "timezone";

    private static final String DURATION = "duration";

    private static final String FROM = "from";

    private static final String TO = "to";

    private static final int DAYS = 14;

    private static final int BATCH = 200;

    /** What is in the way of a change of state, by the state that a dialogue has. */
    private static final Map<DialogueState, String> REFUSALS = Map.of(DialogueState.PLANNED,
        "crowdsourcing.error.dialoguePlanned", DialogueState.OPEN, "crowdsourcing.error.dialogueOpen",
        DialogueState.CLOSED, "crowdsourcing.error.dialogueClosed", DialogueState.CANCELLED,
        "crowdsourcing.error.dialogueCancelled");

    @Inject
    private DialogueStore store;

    @Inject
    private ContributionStore contributions;

    @Inject
    private IdeaStore ideas;

    @Inject
    private ContributionWriter contributionWriter;

    @Inject
    private ContributionCurator curator;

    @Inject
    private ContributionEditor editor;

    @Inject
    private ThreadSlices slices;

    @Inject
    private ContributionView view;

    @Inject
    private ThreadRules rules;

    @Inject
    private SlotPlanner slots;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public Optional<Dialogue> get(DocumentReference reference) throws CrowdsourcingException
    {
        return this.things.find(reference, Schema.DIALOGUE).map(this::see);
    }

    @Override
    public Optional<Dialogue> dialogueOf(DocumentReference page) throws CrowdsourcingException
    {
        return this.things.nearest(page, Schema.DIALOGUE).map(this::see);
    }

    @Override
    public List<Dialogue> dialoguesOf(DocumentReference challenge) throws CrowdsourcingException
    {
        return this.store.dialoguesOf(challenge).stream()
            .filter(dialogue -> this.access.canView(dialogue.reference())).map(this::see).toList();
    }

    @Override
    public List<Session> getSessions(DocumentReference page) throws CrowdsourcingException
    {
        return this.store.sessionsOf(page).stream()
            .filter(session -> this.access.canView(session.dialogue().reference()))
            .map(session -> new Session(see(session.dialogue()), session.uid(), session.sequence(),
                session.modified())).toList();
    }

    private Dialogue see(Row row)
    {
        return see(this.store.toDialogue(row));
    }

    private Dialogue see(Dialogue dialogue)
    {
        // The link opens the door of the meeting: only those who may take part get it.
        return this.rules.refusal(dialogue.reference()).isEmpty() ? dialogue
            : new Dialogue(dialogue.reference(), dialogue.title(), dialogue.localStart(), dialogue.zone(),
                dialogue.minutes(), dialogue.agenda(), dialogue.facilitator(), dialogue.noteTaker(),
                dialogue.seats(), "", dialogue.preReading(), dialogue.goals(), dialogue.state(),
                dialogue.takeaways(), dialogue.actionItems());
    }

    @Override
    public DocumentReference create(DocumentReference challenge, String title) throws CrowdsourcingException
    {
        return this.things.create(challenge, title, Schema.DIALOGUE, Schema.DIALOGUE.getName());
    }

    @Override
    public void plan(DocumentReference dialogue, String start, String zone, int minutes)
        throws CrowdsourcingException
    {
        this.things.getEditable(dialogue, Schema.DIALOGUE);
        Inputs inputs = new Inputs();
        String typedStart = start == null ? "" : start.strip();
        String typedZone = zone == null ? "" : zone.strip();
        inputs.required(START, typedStart);
        inputs.required(ZONE, typedZone);
        if (!typedStart.isEmpty()) {
            inputs.add(Times.checkLocalTime(typedStart, typedZone, START));
        }
        inputs.zone(ZONE, typedZone);
        inputs.range(DURATION, minutes, 1, Dialogue.MOST_MINUTES);
        inputs.refuse();
        this.writer.update(dialogue, Schema.DIALOGUE, Map.of(START, typedStart, ZONE, typedZone, DURATION, minutes),
            "");
    }

    @Override
    public SlotSearch findSlots(DocumentReference dialogue, String from, String to) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(dialogue, Schema.DIALOGUE);
        Inputs inputs = new Inputs();
        LocalDate first = day(from, FROM, inputs);
        LocalDate last = day(to, TO, inputs);
        if (first != null && last != null && (last.isBefore(first) || last.isAfter(first.plusDays(DAYS - 1)))) {
            inputs.add(new FieldError(TO, "crowdsourcing.error.days", DAYS));
        }
        inputs.refuse();
        return this.slots.find(this.store.toDialogue(row), first, last);
    }

    private LocalDate day(String typed, String field, Inputs inputs)
    {
        String value = typed == null ? "" : typed.strip();
        inputs.required(field, value);
        if (!value.isEmpty()) {
            inputs.add(Times.checkDate(value, field));
        }
        return Times.findDate(value).orElse(null);
    }

    @Override
    public void open(DocumentReference dialogue) throws CrowdsourcingException
    {
        Row row = getUnless(dialogue, DialogueState.OPEN);
        refuse(this.store.toDialogue(row).start() == null, "crowdsourcing.error.notPlanned");
        if (row.option(STATE, DialogueState.PLANNED) == DialogueState.CLOSED) {
            set(dialogue, DialogueState.OPEN);
        } else {
            // The agenda begins with it. Who opens a closed dialogue once more does not hold the session again.
            this.writer.update(dialogue, Schema.DIALOGUE,
                Map.of(STATE, DialogueState.OPEN.getId(), "openedOn", Times.now()), "");
        }
    }

    @Override
    public void close(DocumentReference dialogue) throws CrowdsourcingException
    {
        getUnless(dialogue, DialogueState.CLOSED);
        set(dialogue, DialogueState.CLOSED);
    }

    @Override
    public void cancel(DocumentReference dialogue) throws CrowdsourcingException
    {
        getUnless(dialogue, DialogueState.CANCELLED, DialogueState.CLOSED);
        set(dialogue, DialogueState.CANCELLED);
    }

    @Override
    public void reinstate(DocumentReference dialogue) throws CrowdsourcingException
    {
        getUnless(dialogue, DialogueState.PLANNED, DialogueState.OPEN, DialogueState.CLOSED);
        set(dialogue, DialogueState.PLANNED);
    }

    private Row getUnless(DocumentReference dialogue, DialogueState... states) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(dialogue, Schema.DIALOGUE);
        DialogueState now = row.option(STATE, DialogueState.PLANNED);
        refuse(List.of(states).contains(now), REFUSALS.get(now));
        return row;
    }

    private void set(DocumentReference dialogue, DialogueState state) throws CrowdsourcingException
    {
        this.writer.update(dialogue, Schema.DIALOGUE, Map.of(STATE, state.getId()), "");
    }

    private void refuse(boolean refused, String messageKey) throws ConflictException
    {
        if (refused) {
            throw new ConflictException(new FieldError("", messageKey));
        }
    }

    @Override
    public Answered getAnswered(DocumentReference page) throws CrowdsourcingException
    {
        Answered result = new Answered(0, 0);
        for (DocumentReference dialogue : this.rules.isDialogue(page) ? List.of(page) : this.store.below(page)) {
            result = this.access.canView(dialogue) ? result.plus(this.ideas.count(dialogue)) : result;
        }
        return result;
    }

    @Override
    public ThreadPage getThread(ThreadQuery query) throws CrowdsourcingException
    {
        this.rules.get(query.thread());
        ContributionStore.Slice slice = this.slices.slice(query);
        List<Row> all = new ArrayList<>(slice.rows());
        all.addAll(slice.context());
        Map<DocumentReference, Contribution> seen = this.view.see(all);
        return new ThreadPage(new Page<>(select(slice.rows(), seen), slice.next(), slice.total()),
            select(slice.context(), seen));
    }

    private List<Contribution> select(List<Row> rows, Map<DocumentReference, Contribution> seen)
    {
        return rows.stream().map(row -> seen.get(row.page())).filter(contribution -> contribution != null).toList();
    }

    @Override
    public Optional<Contribution> getContribution(DocumentReference reference) throws CrowdsourcingException
    {
        Row held = this.contributions.find(reference);
        // Texts that nobody may change any more name the place where it was.
        Row row = held == null ? this.contributions.findMoved(reference) : held;
        return row == null ? Optional.empty()
            : Optional.ofNullable(this.view.see(List.of(row)).get(row.page()));
    }

    @Override
    public Map<DocumentReference, Contribution> getContributions(Collection<DocumentReference> references)
        throws CrowdsourcingException
    {
        List<DocumentReference> wanted =
            references.stream().filter(reference -> ContributionKeys.isName(reference.getName())).distinct()
                .limit(BATCH).toList();
        return new HashMap<>(this.view.see(this.contributions.load(wanted).values()));
    }

    @Override
    public DocumentReference contribute(DocumentReference thread, NewContribution contribution)
        throws CrowdsourcingException
    {
        return this.contributionWriter.create(thread, null, contribution);
    }

    @Override
    public DocumentReference reply(DocumentReference replyTo, NewContribution contribution)
        throws CrowdsourcingException
    {
        return this.contributionWriter.create(ContributionStore.thread(replyTo), replyTo, contribution);
    }

    @Override
    public void revise(DocumentReference contribution, String text, String kind) throws CrowdsourcingException
    {
        this.editor.revise(contribution, text, kind);
    }

    @Override
    public List<Revision> getRevisions(DocumentReference contribution) throws CrowdsourcingException
    {
        return this.editor.getRevisions(contribution);
    }

    @Override
    public boolean canRevise(Contribution contribution)
    {
        try {
            return this.editor.canRevise(contribution);
        } catch (CrowdsourcingException e) {
            return false;
        }
    }

    @Override
    public void decide(DocumentReference contribution, Outcome outcome, DecisionReason reasonKind, String reason,
        String decider) throws CrowdsourcingException
    {
        this.curator.decide(contribution, outcome, reasonKind, reason, decider);
    }

    @Override
    public void hide(DocumentReference contribution, HidingReason reasonKind, String reason)
        throws CrowdsourcingException
    {
        this.curator.hide(contribution, reasonKind, reason);
    }

    @Override
    public void unhide(DocumentReference contribution) throws CrowdsourcingException
    {
        this.curator.unhide(contribution);
    }

    @Override
    public void approve(DocumentReference contribution) throws CrowdsourcingException
    {
        this.curator.approve(contribution);
    }

    @Override
    public Optional<FieldError> getContributionObstacle(DocumentReference thread) throws CrowdsourcingException
    {
        this.rules.get(thread);
        Optional<FieldError> refusal = this.rules.contributionRefusal(thread);
        return refusal.isPresent() ? refusal : this.rules.obstacle(thread);
    }

    @Override
    public boolean canContribute(DocumentReference thread)
    {
        try {
            return getContributionObstacle(thread).isEmpty();
        } catch (CrowdsourcingException e) {
            return false;
        }
    }

    @Override
    public boolean canCurate(DocumentReference thread)
    {
        return this.rules.canCurate(thread);
    }

    @Override
    public boolean canDecide(Contribution contribution)
    {
        try {
            return this.rules.canCurate(contribution.thread()) && this.curator
                .isDecidable(contribution.thread(), contribution.kind(), contribution.state());
        } catch (CrowdsourcingException e) {
            return false;
        }
    }

    @Override
    public boolean canCapture(DocumentReference thread)
    {
        try {
            return this.rules.canCapture(thread);
        } catch (CrowdsourcingException e) {
            return false;
        }
    }

    @Override
    public boolean canCreate(DocumentReference challenge)
    {
        return this.things.canCreate(challenge);
    }

    @Override
    public boolean canEdit(DocumentReference dialogue)
    {
        return this.access.canEdit(dialogue);
    }
}

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

import java.text.Collator;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows a dialogue: the session in the time zone of the reader, the panel, and the discussion.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("dialogue")
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DialogueMacro extends AbstractCrowdsourcingMacro<DialogueMacroParameters>
{
    private static final String DIALOGUE = "dialogue";

    @Inject
    private DialogueManager dialogues;

    @Inject
    private ChallengeManager challenges;

    @Inject
    private InitiativeManager initiatives;

    @Inject
    private ExpertManager experts;

    @Inject
    private Threads threads;

    @Inject
    private Duplicates duplicates;

    @Inject
    private Sessions sessions;

    @Inject
    private RunSheets runSheets;

    @Inject
    private Queues queues;

    @Inject
    private Agreed agreed;

    @Inject
    private Pipelines pipelines;

    @Inject
    private Invitations invitations;

    @Inject
    private Engaging engaging;

    @Inject
    private Matches matches;

    @Inject
    private Measurements measurements;

    @Inject
    private Registers registers;

    @Inject
    private Uses uses;

    /**
     * Default constructor.
     */
    public DialogueMacro()
    {
        super("Dialogue",
            "Shows a dialogue: the session in the time zone of the reader, the panel, and the discussion.",
            DialogueMacroParameters.class);
    }

    @Override
    protected View view(DialogueMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Dialogue> found = this.dialogues.dialogueOf(resolve(parameters.getReference()));
        if (found.isEmpty()) {
            return message("crowdsourcing.dialogue.none");
        }
        if (this.duplicates.isAsked()) {
            return new View("similar", this.duplicates.getAnswer(found.get().reference()), null);
        }
        if (this.measurements.isWanted()) {
            return new View(Measurements.MEASURES, this.measurements.getData(found.get()), null);
        }
        DocumentReference reference = found.get().reference();
        View kept = this.uses.isWanted() ? new View(Uses.TEMPLATE, this.uses.getData(reference), null)
            : this.registers.getView(reference);
        if (kept != null) {
            return kept;
        }
        View curated = readOnly ? null : curate(found.get().reference());
        return curated == null ? show(found.get(), parameters, readOnly) : curated;
    }

    /** What those who look after the dialogue ask for, {@code null} if nothing. */
    private View curate(DocumentReference reference) throws CrowdsourcingException
    {
        View view = null;
        String wanted = this.matches.getWanted(reference);
        if (this.queues.isWanted()) {
            view = queue(reference);
        } else if (this.pipelines.isWanted()) {
            view = pipeline(reference);
        } else if (this.invitations.isWanted()) {
            view = invite(reference);
        } else if (wanted != null) {
            view = match(reference, wanted);
        }
        return view;
    }

    private View match(DocumentReference reference, String wanted) throws CrowdsourcingException
    {
        FormState form = process(false, this.matches.getActions(reference), reference::equals);
        return isSentOn(form) ? sentOn(form) : new View(wanted, this.matches.getData(reference, wanted), form);
    }

    private View pipeline(DocumentReference reference) throws CrowdsourcingException
    {
        FormState form = process(false, this.pipelines.getActions(reference), reference::equals);
        return isSentOn(form) ? sentOn(form)
            : new View(Pipelines.PIPELINE, this.pipelines.getData(reference, form), form);
    }

    private View queue(DocumentReference reference) throws CrowdsourcingException
    {
        FormState form = process(false, this.queues.getActions(reference), this.queues.getTargets(reference));
        return isSentOn(form) ? sentOn(form)
            : new View(Queues.QUEUE, this.queues.getData(reference, form), form);
    }

    private View invite(DocumentReference reference) throws CrowdsourcingException
    {
        FormState form = process(false, this.invitations.getActions(reference), reference::equals);
        return isSentOn(form) ? sentOn(form)
            : new View(Invitations.VIEW_NAME, this.invitations.getData(reference, form), form);
    }

    private View show(Dialogue found, DialogueMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException
    {
        DocumentReference reference = found.reference();
        FormState form = process(readOnly, getActions(found), this.threads.getTargets(reference));
        if (isSentOn(form)) {
            return sentOn(form);
        }
        if (!readOnly && this.runSheets.isWanted(reference)) {
            return new View("session-run", this.runSheets.getRunData(found), form);
        }
        Map<String, Object> data = getThread(reference, parameters.getLimit(), readOnly, form);
        data.put(DIALOGUE, found);
        data.put("comments", false);
        data.putAll(this.runSheets.getData(reference, readOnly));
        data.put("calendar", this.sessions.getCalendarURL(reference));
        data.put("challenge", this.challenges.challengeOf(reference).orElse(null));
        Optional<Initiative> initiative = this.initiatives.initiativeOf(reference);
        data.put("initiative", initiative.orElse(null));
        boolean obliged = initiative.map(one -> one.terms().commitment() == Commitment.COMPLEMENTARY).orElse(false);
        data.put("answered", obliged ? this.dialogues.getAnswered(reference) : null);
        Page<Engagement> panel = this.experts.getEngagements(reference, PageRequest.first(PageRequest.MAXIMUM));
        data.put("panel", panel);
        Collator collator = Collator.getInstance(this.toolkit.getLocale());
        data.put("members",
            panel.rows().stream().sorted(Comparator.comparing(Engagement::expertName, collator)).toList());
        boolean canEdit = !readOnly && this.dialogues.canEdit(reference);
        data.put("canEdit", canEdit);
        data.putAll(canEdit ? this.sessions.getSlots(found) : Map.of());
        boolean canEngage = !readOnly && this.experts.canEngage(reference);
        data.put("canEngage", canEngage);
        data.put("canMatch", canEngage && this.matches.canCurate(reference));
        if (canEngage) {
            data.putAll(this.engaging.getData(reference, form));
        }
        return new View(DIALOGUE, data, form);
    }

    private Map<String, Object> getThread(DocumentReference reference, int limit, boolean readOnly, FormState form)
        throws CrowdsourcingException
    {
        Map<String, Object> data = this.threads.getData(reference, limit, readOnly);
        data.putAll(this.duplicates.getData(reference, form, Boolean.TRUE.equals(data.get("canCurate"))));
        data.putAll(this.agreed.getData(reference));
        data.putAll(this.registers.getData(reference));
        return data;
    }

    private Map<String, FormAction> getActions(Dialogue dialogue)
    {
        DocumentReference reference = dialogue.reference();
        Map<String, FormAction> actions = this.threads.getActions(reference);
        actions.put("openDialogue", sent -> change(reference, this.dialogues::open));
        actions.put("closeDialogue", sent -> change(reference, this.dialogues::close));
        actions.put("cancelDialogue", sent -> change(reference, this.dialogues::cancel));
        actions.put("reinstateDialogue", sent -> change(reference, this.dialogues::reinstate));
        actions.put("planDialogue", sent -> this.sessions.plan(dialogue, sent.get("start")));
        actions.putAll(this.runSheets.getActions(reference));
        actions.putAll(this.engaging.getActions(reference));
        return actions;
    }

    /**
     * A change of the state of a dialogue.
     */
    @FunctionalInterface
    private interface Change
    {
        void of(DocumentReference dialogue) throws CrowdsourcingException;
    }

    private String change(DocumentReference reference, Change change) throws CrowdsourcingException
    {
        change.of(reference);
        return this.toolkit.getURL(reference, null, null);
    }
}

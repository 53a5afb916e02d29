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

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativePhase;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows an initiative: its phase, its progress, how input is used, its challenges and roadmaps.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("initiative")
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class InitiativeMacro extends AbstractCrowdsourcingMacro<ReferenceMacroParameters>
{
    private static final String INITIATIVE = "initiative";

    private static final String PHASE = "phase";

    private static final String TITLE = "title";

    private static final int NEXT_SESSIONS = 3;

    @Inject
    private InitiativeManager initiatives;

    @Inject
    private ChallengeManager challenges;

    @Inject
    private ChallengeLists lists;

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Sessions sessions;

    @Inject
    private Queues queues;

    @Inject
    private Pipelines pipelines;

    @Inject
    private Scorings scorings;

    @Inject
    private RoadmapImports roadmapImports;

    @Inject
    private Calls calls;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Agreed agreed;

    @Inject
    private Registers registers;

    /**
     * Default constructor.
     */
    public InitiativeMacro()
    {
        super("Initiative",
            "Shows an initiative: its phase, its progress, how input is used, its challenges and roadmaps.",
            ReferenceMacroParameters.class);
    }

    @Override
    protected View view(ReferenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Initiative> found = this.initiatives.initiativeOf(resolve(parameters.getReference()));
        if (found.isEmpty()) {
            return message("crowdsourcing.initiative.none");
        }
        DocumentReference reference = found.get().reference();
        View kept = this.registers.getView(reference);
        if (kept != null) {
            return kept;
        }
        View curated = readOnly ? null : curate(reference);
        return curated == null ? show(found.get(), readOnly) : curated;
    }

    /** What those who look after the initiative ask for, {@code null} if nothing. */
    private View curate(DocumentReference reference) throws CrowdsourcingException
    {
        View view = null;
        if (this.queues.isWanted()) {
            FormState sent = process(false, this.queues.getActions(reference), this.queues.getTargets(reference));
            view = new View(Queues.QUEUE, this.queues.getData(reference, sent), sent);
        } else if (this.pipelines.isWanted()) {
            FormState sent = process(false, this.pipelines.getActions(reference), reference::equals);
            view = isSentOn(sent) ? sentOn(sent)
                : new View(Pipelines.PIPELINE, this.pipelines.getData(reference, sent), sent);
        } else if (this.scorings.isWanted()) {
            FormState sent =
                process(false, this.scorings.getActions(reference), this.scorings.getTargets(reference));
            view = isSentOn(sent) ? sentOn(sent)
                : new View(Scorings.SCORING, this.scorings.getList(reference, sent), sent);
        } else if (this.roadmapImports.isWanted()) {
            FormState sent = process(false, this.roadmapImports.getActions(reference), reference::equals);
            view = isSentOn(sent) ? sentOn(sent)
                : new View(RoadmapImports.IMPORT, this.roadmapImports.getData(reference, sent), sent);
        }
        return view;
    }

    private View show(Initiative found, boolean readOnly) throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = found.reference();
        FormState form = process(readOnly, Map.of("setPhase", sent -> setPhase(reference, sent.get(PHASE)),
            "createChallenge", sent -> edit(this.challenges.create(reference, sent.get(TITLE))),
            "createCall", sent -> this.calls.create(reference, sent),
            "createRoadmap", sent -> edit(this.roadmaps.create(reference, sent.get(TITLE)))), reference::equals);
        Map<String, Object> data = new HashMap<>();
        data.putAll(this.agreed.getPending(reference));
        data.putAll(this.registers.getData(reference));
        data.put(INITIATIVE, form == null ? found : this.initiatives.get(reference).orElse(found));
        data.put("progress", this.initiatives.getProgress(reference));
        data.put("answered", found.terms().commitment() == Commitment.COMPLEMENTARY
            ? this.dialogues.getAnswered(reference) : null);
        data.put("challenges", this.lists.show(reference, new ChallengesMacroParameters(), 3, readOnly));
        data.put("roadmaps", this.roadmaps.roadmapsOf(reference));
        data.put("sessions", this.sessions.list(reference, false, Instant.now(), NEXT_SESSIONS));
        data.put("calendar", this.sessions.getCalendarURL(reference));
        data.putAll(this.calls.getLink(reference, readOnly));
        data.put("phases", InitiativePhase.values());
        data.put("directory", this.toolkit.getDirectory());
        boolean canEdit = !readOnly && this.initiatives.canEdit(reference);
        data.put("canEdit", canEdit);
        data.put("canManagePipeline", !readOnly && this.pipelines.canManage(reference));
        data.put("scoring", readOnly ? null : this.scorings.find(reference));
        data.put("canCreateRoadmap", !readOnly && this.roadmaps.canCreate(reference));
        return new View(INITIATIVE, data, form);
    }

    private String setPhase(DocumentReference reference, String phase) throws CrowdsourcingException
    {
        InitiativePhase chosen = Stored.find(InitiativePhase.class, phase).orElseThrow(
            () -> new CrowdsourcingException(new FieldError(PHASE, "crowdsourcing.error.unknownValue", phase)));
        this.initiatives.setPhase(reference, chosen);
        return this.toolkit.getURL(reference, null, null);
    }

    private String edit(DocumentReference reference)
    {
        return this.toolkit.getEditURL(reference);
    }
}

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

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.macro.FormMacroParameters;

/**
 * Shows the form to edit a page of the extension: every property of its class, then the objects that the page has
 * several of. The sheets use it; the form itself is the wiki's own inline form.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("crowdsourcingForm")
@Singleton
public class FormMacro extends AbstractCrowdsourcingMacro<FormMacroParameters>
{
    private static final String CONSENT = "consent";

    private static final String FOLLOWUP = "followup";

    private static final String SOURCES = "sources";

    private static final String PEOPLE = "people";

    private static final String DIALOGUE_CLASS = "DialogueClass";

    private static final String RECOMMENDATION_CLASS = "RecommendationClass";

    private static final String EXPERT_CLASS = "ExpertClass";

    private static final String BRIEF_CLASS = "BriefClass";

    private static final String CHALLENGE_CLASS = "ChallengeClass";

    private static final String INITIATIVE_CLASS = "InitiativeClass";

    private static final String CODE = "Crowdsourcing.Code.";

    private static final String STATE = "state";

    private static final String VERSION = "version";

    private static final String COST = "cost";

    private static final String MORE = "more";

    private static final String AGENDA_ITEM_CLASS = "AgendaItemClass";

    private static final String CLASS_NAME = "className";

    private static final String MANAGED_PROPERTIES = "managed";

    private static final String CRITERION_CLASS = "CriterionClass";

    private static final String EVIDENCE_CLASS = "EvidenceClass";

    private static final String STEP_CLASS = "StepClass";

    private static final String UID = "uid";

    private static final String CITATIONS = "citations";

    private static final String PARTS_OF_FORM = "parts";

    private static final String AMOUNT = "amount";

    /** What can be cited: what was said, and briefs with their versions. */
    private static final String CITED = "contribution+brief";

    private static final int SPARE = 3;

    /** An agenda is saved as a whole, for its items share the time of the session. */
    private static final int SPARE_OF_AGENDA = 12;

    /** The classes of the objects that a page of a class has several of. */
    private static final Map<String, List<String>> ROWS = Map.of(INITIATIVE_CLASS,
        List.of("PhaseClass", CRITERION_CLASS),
        CHALLENGE_CLASS, List.of("NeedClass"), BRIEF_CLASS, List.of(EVIDENCE_CLASS), EXPERT_CLASS,
        List.of("ExpertiseClass"), RECOMMENDATION_CLASS, List.of(STEP_CLASS), DIALOGUE_CLASS,
        List.of(AGENDA_ITEM_CLASS, "ActionItemClass"));

    /** The properties of such objects that only a button of a view changes. */
    private static final Map<String, Set<String>> MANAGED_OF_ROWS =
        Map.of(AGENDA_ITEM_CLASS, Set.of("startedOn"), CRITERION_CLASS, Set.of(UID), EVIDENCE_CLASS, Set.of(UID),
            STEP_CLASS, Set.of(UID, CITATIONS, FOLLOWUP, "followupOn", "followupNote",
            "followupEvidence", "followupLink", "followupBy"));

    /** The properties that only a button of a view changes. */
    private static final Map<String, Set<String>> MANAGED =
        Map.of(INITIATIVE_CLASS, Set.of("scoring", "launchedOn"), CHALLENGE_CLASS,
            Set.of("stateReason", "origins", "successors"), BRIEF_CLASS,
            Set.of(STATE, VERSION, "frozenOn", "frozenRevision", "edition", "translates"), "RoadmapClass",
            Set.of(STATE, VERSION, "publishedOn", "reviewers", "reviewRound", "withdrawnOn", "withdrawnBy",
                "withdrawnVersion", "withdrawReason", "origin"), RECOMMENDATION_CLASS, Set.of(STATE, CITATIONS),
            DIALOGUE_CLASS,
            Set.of(STATE, UID, "openedOn"), "CallClass", Set.of(STATE), "EngagementClass",
            Set.of("expert", STATE, "acceptedOn", "conflict", "conflictOn", "ndaVersion", "ndaOn", "licenceVersion",
                "licenceOn", "stateOn", "stateBy", "screenedOn", "screenedBy", "move", "moveState",
                "moveAcceptedOn"),
            "ContributionClass",
            Set.of("kind", "replyTo", "author", "speaker", "briefVersion", "passage", STATE, "decision", "decider",
                "decidedBy", "decidedOn", "reasonKind", "reason", "hiddenBy", "hiddenOn", "hiddenReasonKind",
                "hiddenReason", "mergedInto", "mergedBy", "mergedOn"));

    /** The properties that are calendar dates, of all classes. */
    private static final Set<String> DATES = Set.of("PhaseClass_start", "PhaseClass_end", "ChallengeClass_signedOffOn",
        "EvidenceClass_date", "ExpertClass_consentOn", "ActionItemClass_due", "ExpertClass_availableFrom",
        "CallClass_opens", "CallClass_closes", "RoadmapClass_startsOn", "StepClass_startsOn");

    /** The properties that are local times, of all classes. */
    private static final Set<String> LOCAL_TIMES = Set.of("DialogueClass_start");

    /** The properties that name pages, of all classes, with what is found by words that are no title. */
    private static final Map<String, String> PAGES = Map.of("NeedClass_area", "", "ExpertiseClass_area", "",
        "RecommendationClass_sources", CITED, "StepClass_sources", CITED);

    /** The property with which a part of the form begins, with the name of that part. */
    private static final Map<String, Map<String, String>> PARTS = Map.of(INITIATIVE_CLASS,
        Map.of("commitment", "use", "licence", "terms", "owner", PEOPLE,
            "invitationSubject", "invitations"), DIALOGUE_CLASS,
        Map.of("facilitator", PEOPLE, "takeaways", "results"), RECOMMENDATION_CLASS,
        Map.of("costBand", COST, "legal", MORE, SOURCES, SOURCES, FOLLOWUP, FOLLOWUP), CHALLENGE_CLASS,
        Map.of("criteria", MORE, "regions", "wishes"), EXPERT_CLASS, Map.of(CONSENT, CONSENT), STEP_CLASS,
        Map.of(AMOUNT, COST, "risk", MORE, SOURCES, SOURCES));

    @Inject
    private StepChoices choices;

    @Inject
    private StandardLists lists;

    /**
     * Default constructor.
     */
    public FormMacro()
    {
        super("Crowdsourcing form",
            "Shows the form to edit a page of the extension; used by its sheets.",
            FormMacroParameters.class);
        setDefaultCategories(Set.of(DEFAULT_CATEGORY_INTERNAL));
    }

    @Override
    protected View view(FormMacroParameters parameters, boolean readOnly) throws CrowdsourcingException
    {
        String className = parameters.getClassName();
        if (readOnly || !className.startsWith(CODE)) {
            return message("crowdsourcing.editForm.none");
        }
        String type = className.substring(CODE.length());
        EditFormTool tool = new EditFormTool(this.toolkit, DATES, LOCAL_TIMES, PAGES, this.lists,
            RECOMMENDATION_CLASS.equals(type)
                ? Map.of("StepClass_prerequisites", this.choices.get(this.toolkit.getCurrentPage())) : Map.of());
        Map<String, Object> data = new HashMap<>();
        data.put(CLASS_NAME, className);
        data.put("rows", ROWS.getOrDefault(type, List.of()).stream().map(rows -> Map.of(CLASS_NAME, CODE + rows,
            "key", rows, MANAGED_PROPERTIES, MANAGED_OF_ROWS.getOrDefault(rows, Set.of()), PARTS_OF_FORM,
            PARTS.getOrDefault(rows, Map.of()), "spare",
            Collections.nCopies(AGENDA_ITEM_CLASS.equals(rows) ? SPARE_OF_AGENDA : SPARE, rows))).toList());
        data.put(MANAGED_PROPERTIES, MANAGED.getOrDefault(type, Set.of()));
        data.put(PARTS_OF_FORM, PARTS.getOrDefault(type, Map.of()));
        data.put("edit", tool);
        data.put("words", RECOMMENDATION_CLASS.equals(type));
        return new View("form", data, null);
    }
}

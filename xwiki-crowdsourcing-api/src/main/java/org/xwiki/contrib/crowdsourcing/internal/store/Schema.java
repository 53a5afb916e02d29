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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;

/**
 * What a class of pages stores, and in which table each property is: the one place that knows it.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Schema
{
    /** The space of the classes, sheets and templates; pages in it are no content. */
    public static final String CODE_SPACE = "Crowdsourcing.Code";

    /** The property with the number of a version. */
    public static final String VERSION = "version";

    /** The property with what calendars know a session by. */
    public static final String UID = "uid";

    /** The part of a statement that leaves out the versions and the translations of briefs. */
    public static final String ORIGINALS = "and not exists (select e.id.id from StringProperty e where e.id.id = obj.id"
        + " and e.id.name = 'edition' and e.value in ('version', 'translation'))";

    /** The property with the contributions that something comes from. */
    public static final String SOURCES = "sources";

    /** The property with a text. */
    public static final String TEXT = "text";

    /** The property that says how much something counts. */
    public static final String WEIGHT = "weight";

    /** The property that says what something is. */
    public static final String DESCRIPTION = "description";

    /** The property that says why. */
    public static final String REASON = "reason";

    /** Initiatives. */
    public static final Schema INITIATIVE = new Schema("Initiative")
        .strings("phase commitment scope instrument moderation licenceVersion consentVersion "
            + "ndaVersion invitationSubject scoring launchedOn")
        .texts("summary partners inputUse licence consent nda owner ownersGroup curatorsGroup "
            + "researchersGroup facilitatorsGroup noteTakersGroup partnersGroup editorsGroup "
            + "expertsGroup invitationText commitmentNote")
        .numbers("responseDays registerThreshold editMinutes slowMinutes guests reminderDays "
            + "alertDays alertSize alertMinutes alertIdentical alertShare")
        .lists("languages agreements");

    /** The phases of an initiative. */
    public static final Schema PHASE = new Schema("Phase")
        .strings("phase start end moderation")
        .texts("owner exitCriterion");

    /** Challenges. */
    public static final Schema CHALLENGE = new Schema("Challenge")
        .strings("state signedOffBy signedOffOn")
        .texts("question dropReason criteria stateReason")
        .numbers("priority score regionShare genderShare newcomerShare")
        .lists("regions sectors languages origins successors");

    /** What a challenge needs. */
    public static final Schema NEED = new Schema("Need")
        .strings("area kind")
        .numbers(WEIGHT);

    /** Briefs. */
    public static final Schema BRIEF = new Schema("Brief")
        .strings("state frozenOn frozenRevision access edition language")
        .texts("problem rootCauses affectedGroups localContext approaches lessons constraints "
            + "questions")
        .numbers("version translates");

    /** The evidence of a brief. */
    public static final Schema EVIDENCE = new Schema("Evidence")
        .strings("source link date strength place uid")
        .texts("claim");

    /** Experts. */
    public static final Schema EXPERT = new Schema("Expert")
        .strings("position organisation country region gender timezone availableFrom consentOn consentVersion")
        .texts("user biography")
        .numbers("consent")
        .lists("affiliations languages");

    /** What an expert is able to. */
    public static final Schema EXPERTISE = new Schema("Expertise")
        .strings("area level");

    /** How to reach an expert, on a page beside the profile that few may view. */
    public static final Schema CONTACT = new Schema("Contact")
        .strings("email phone")
        .texts("notes");

    /** Who curates a directory of experts, and how. */
    public static final Schema DIRECTORY = new Schema("Directory")
        .strings("terms")
        .texts("curators")
        .numbers("retention");

    /** What an import into a directory did. */
    public static final Schema IMPORT = new Schema("Import")
        .strings("state user startedOn")
        .texts("entries problems")
        .numbers("lines done created updated unchanged");

    /** Open calls for experts. */
    public static final Schema CALL = new Schema("Call")
        .strings("state opens closes directory")
        .texts("invitation publication")
        .numbers("guestNominations captcha");

    /** What comes by an open call: who applied or was nominated. */
    public static final Schema APPLICATION = new Schema("Application")
        .strings("kind state receivedOn name email position organisation country timezone gender about consentOn "
            + "consentVersion user nominatorName nominatorEmail decided decidedBy decidedOn expert")
        .texts("reach motivation availability skills reason")
        .numbers("consent count")
        .lists("languages affiliations sessions");

    /** What makes names of pages that nobody can guess. */
    public static final Schema SECRET = new Schema("Secret")
        .strings("value");

    /** Areas of expertise. */
    public static final Schema AREA = new Schema("Area")
        .texts(DESCRIPTION);

    /** Engagements of experts in dialogues. */
    public static final Schema ENGAGEMENT = new Schema("Engagement")
        .strings("expert referredBy state acceptedOn ndaVersion ndaOn licenceVersion licenceOn "
            + "conflictOn stateOn stateBy screenedOn screenedBy move moveState moveAcceptedOn")
        .texts("conflict")
        .lists("route");

    /** The texts that experts signed, as they were. */
    public static final Schema AGREEMENT = new Schema("Agreement")
        .strings("kind " + VERSION)
        .texts(TEXT);

    /** Invitations of experts to dialogues, with what was answered. */
    public static final Schema INVITATION = new Schema("Invitation")
        .strings("selector token reminder expert expiresOn sentOn remindedOn delivery answer")
        .texts("sender address reason replaced");

    /** What curators know of experts that no profile tells. */
    public static final Schema ADJUSTMENT = new Schema("Adjustment")
        .strings("expert decidedBy decidedOn")
        .texts(REASON)
        .numbers("points excluded");

    /** Dialogues. */
    public static final Schema DIALOGUE = new Schema("Dialogue")
        .strings("start timezone meetingLink state uid openedOn access")
        .texts("agenda facilitator noteTaker preReading goals takeaways actionItems")
        .numbers("duration seats");

    /** The items of the agenda of a dialogue's session. */
    public static final Schema AGENDA_ITEM = new Schema("AgendaItem")
        .strings("title who startedOn")
        .numbers("minutes position");

    /** What is to be done after the session of a dialogue. */
    public static final Schema ACTION_ITEM = new Schema("ActionItem")
        .strings("title owner due")
        .numbers("done");

    /** Contributions. */
    public static final Schema CONTRIBUTION = new Schema("Contribution")
        .strings("kind replyTo author speaker state decision decider decidedBy decidedOn reasonKind "
            + "hiddenBy hiddenOn hiddenReasonKind editedOn appealState mergedInto mergedBy mergedOn")
        .texts("text passage reason hiddenReason appeal appealAnswer")
        .numbers("briefVersion");

    /** The entries of the moderation log. */
    public static final Schema MODERATION = new Schema("Moderation")
        .strings("act contribution reasonKind actor");

    /** What readers tell curators about contributions. */
    public static final Schema FLAG = new Schema("Flag")
        .strings("contribution user reasonKind state")
        .texts(TEXT);

    /** What looks as if a discussion was taken over. */
    public static final Schema ALERT = new Schema("Alert")
        .strings("kind contribution author since until state reasonKind reviewedBy reviewedOn")
        .texts("accounts reason")
        .numbers("count total days");

    /** Roadmaps. */
    public static final Schema ROADMAP = new Schema("Roadmap")
        .strings("state publishedOn startsOn currency withdrawnOn withdrawnBy")
        .texts("summary reviewers withdrawReason origin")
        .numbers(VERSION + " reviewRound withdrawnVersion");

    /** The published versions of roadmaps, each on a page of its own that never changes. */
    public static final Schema ROADMAP_VERSION = new Schema("RoadmapVersion")
        .strings("publishedOn publishedBy schema")
        .texts("content reason")
        .numbers("number");

    /** What reviewers answer about a roadmap, on a page for each of them. */
    public static final Schema ROADMAP_REVIEW = new Schema("RoadmapReview")
        .strings("reviewer answer answeredOn draft")
        .texts(TEXT)
        .numbers("round");

    /** Recommendations. */
    public static final Schema RECOMMENDATION = new Schema("Recommendation")
        .strings("costBand cost offset followup state")
        .texts("problem description strategies actors legal technical risks metrics examples "
            + "contacts deskReference followupReason citations")
        .numbers("aggressive conservative deskResearch priority")
        .lists(SOURCES);

    /** The steps of a recommendation. */
    public static final Schema STEP = new Schema("Step")
        .strings("title actor cost uid startUnit startsOn durationUnit amount currency costBand "
            + "followup followupOn followupEvidence followupLink followupBy")
        .texts("risk metric deskReference followupNote citations")
        .numbers("start aggressive conservative deskResearch position")
        .lists("sources prerequisites");

    /** Clusters of ideas, from which recommendations are written. */
    public static final Schema CLUSTER = new Schema("Cluster")
        .strings("title recommendation by on titleBefore")
        .texts("summary summaryBefore")
        .lists("ideas ideasBefore");

    /** What was noted in interviews for a recommendation, on a page beside it that few may view. */
    public static final Schema INTERVIEW = new Schema("Interview")
        .texts("interviewNotes");

    /** What the candidates of an initiative are scored by. */
    public static final Schema CRITERION = new Schema("Criterion")
        .strings("uid title")
        .texts(DESCRIPTION)
        .numbers(WEIGHT);

    /** How a person scored a candidate, on a page beside it that nobody else may view. */
    public static final Schema SCORE = new Schema("Score")
        .strings("user scoredOn lookedOn")
        .texts("scores note");

    /** What happened to a challenge. */
    public static final Schema CHALLENGE_LOG = new Schema("ChallengeLog")
        .strings("before state madeBy madeOn")
        .texts(REASON)
        .numbers("left")
        .lists("pages");

    /** Signatures of partners under a challenge. */
    public static final Schema SIGN_OFF = new Schema("SignOff")
        .strings("user name organisation signedOn recordedBy");

    /** How input was to be used, until that was changed after the launch. */
    public static final Schema COMMITMENT_CHANGE = new Schema("CommitmentChange")
        .strings("commitment scope instrument changedBy changedOn")
        .texts("inputUse note")
        .numbers("responseDays");

    private static final List<String> CODE_SPACES = List.of("Crowdsourcing", "Code");

    private static final String CLASS = "Class";

    /** The kinds of storage of a property. */
    public enum Storage
    {
        /** Short text. */
        STRING,

        /** Long text. */
        TEXT,

        /** An integer. */
        NUMBER,

        /** A list of short texts. */
        LIST
    }

    private final String name;

    private final Map<String, Storage> properties = new LinkedHashMap<>();

    private Schema(String name)
    {
        this.name = name;
    }

    private Schema strings(String names)
    {
        return with(Storage.STRING, names);
    }

    private Schema texts(String names)
    {
        return with(Storage.TEXT, names);
    }

    private Schema numbers(String names)
    {
        return with(Storage.NUMBER, names);
    }

    private Schema lists(String names)
    {
        return with(Storage.LIST, names);
    }

    private Schema with(Storage storage, String names)
    {
        Arrays.stream(names.split(" ")).forEach(property -> this.properties.put(property, storage));
        return this;
    }

    /**
     * @param page a page
     * @return {@code true} if it is one of the extension's own, a class or a template
     */
    public static boolean isCode(DocumentReference page)
    {
        return page.getSpaceReferences().stream().map(EntityReference::getName).toList().equals(CODE_SPACES);
    }

    /**
     * @return the name of what is stored, such as {@code Challenge}
     */
    public String getName()
    {
        return this.name;
    }

    /**
     * @return the name of the class, as it is in the tables of the wiki
     */
    public String getClassName()
    {
        return CODE_SPACE + '.' + this.name + CLASS;
    }

    /**
     * @return the page of the class
     */
    public LocalDocumentReference getClassReference()
    {
        return new LocalDocumentReference(CODE_SPACES, this.name + CLASS);
    }

    /**
     * @return the page that a new page is created from
     */
    public LocalDocumentReference getTemplateReference()
    {
        return new LocalDocumentReference(CODE_SPACES, this.name + "Template");
    }

    /**
     * @return the properties with their storage
     */
    public Map<String, Storage> getProperties()
    {
        return this.properties;
    }

    @Override
    public String toString()
    {
        return this.name;
    }
}

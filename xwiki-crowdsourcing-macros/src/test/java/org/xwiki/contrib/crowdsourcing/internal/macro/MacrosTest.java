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

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefReadiness;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.brief.Evidence;
import org.xwiki.contrib.crowdsourcing.brief.EvidenceStrength;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ConsentText;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.expert.DirectorySettings;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.expert.ImportReport;
import org.xwiki.contrib.crowdsourcing.expert.ProfileInput;
import org.xwiki.contrib.crowdsourcing.expert.ProfileManager;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativePhase;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeProgress;
import org.xwiki.contrib.crowdsourcing.initiative.InputScope;
import org.xwiki.contrib.crowdsourcing.initiative.Instrument;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.initiative.Phase;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesView;
import org.xwiki.contrib.crowdsourcing.macro.ContributionMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.CostsMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.InitiativesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.PagedMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RecommendationMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapView;
import org.xwiki.contrib.crowdsourcing.macro.StepsMacroParameters;
import org.xwiki.contrib.crowdsourcing.plan.CostLine;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.plan.Prerequisite;
import org.xwiki.contrib.crowdsourcing.plan.StepReport;
import org.xwiki.contrib.crowdsourcing.register.Commitments;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.publication.Origin;
import org.xwiki.contrib.crowdsourcing.publication.Publication;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.contrib.crowdsourcing.publication.RoadmapVersion;
import org.xwiki.contrib.crowdsourcing.publication.Withdrawal;
import org.xwiki.contrib.crowdsourcing.roadmap.InterviewNotes;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.StartUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Runs the macros on things whose every text is hostile, for a guest and for somebody who may do everything.
 */
class MacrosTest extends AbstractMacroTest
{
    private static final DocumentReference CHALLENGE = page("Crowdsourcing.I.C");

    private static final DocumentReference BRIEF = page("Crowdsourcing.I.C.Brief");

    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final DocumentReference ROADMAP = page("Crowdsourcing.I.Roadmap");

    private static final DocumentReference RECOMMENDATION = page("Crowdsourcing.I.Roadmap.R");

    private static final DocumentReference EXPERT = page("Crowdsourcing.Experts.E");

    private static final DocumentReference AREA = page("Crowdsourcing.Areas.A");

    private static final DocumentReference CONTRIBUTION =
        page("Crowdsourcing.I.C.Dialogue", "c00000000000000aaaaaaaaaaaaaa");

    private static final Instant NOW = Instant.parse("2017-06-06T14:30:00Z");

    @InjectMockComponents
    private InitiativesMacro initiativesMacro;

    @InjectMockComponents
    private InitiativeMacro initiativeMacro;

    @InjectMockComponents
    private ChallengesMacro challengesMacro;

    @InjectMockComponents
    private ChallengeMacro challengeMacro;

    @InjectMockComponents
    private BriefMacro briefMacro;

    @InjectMockComponents
    private ExpertsMacro expertsMacro;

    @InjectMockComponents
    private ExpertMacro expertMacro;

    @InjectMockComponents
    private ContributionMacro contributionMacro;

    @InjectMockComponents
    private RoadmapMacro roadmapMacro;

    @InjectMockComponents
    private RecommendationMacro recommendationMacro;

    @InjectMockComponents
    private AreasMacro areasMacro;

    @InjectMockComponents
    private StepsMacro stepsMacro;

    @InjectMockComponents
    private TimelineMacro timelineMacro;

    @InjectMockComponents
    private CostsMacro costsMacro;

    @InjectMockComponents
    private FollowUpMacro followUpMacro;

    private static Initiative initiative()
    {
        Terms terms = new Terms(Commitment.COMPLEMENTARY, InputScope.POLICY, Instrument.DIALOGUE, EVIL,
            Moderation.OPEN, 30, EVIL, EVIL, EVIL, EVIL);
        return new Initiative(HOME, EVIL, EVIL, List.of(EVIL), List.of("es", "en"), InitiativePhase.DIALOGUE,
            List.of(new Phase(InitiativePhase.DIALOGUE, LocalDate.parse("2017-06-06"), LocalDate.parse("2017-07-25"),
                ALICE, EVIL)), terms, ALICE, Map.of());
    }

    private static Challenge challenge(ChallengeState state)
    {
        return new Challenge(CHALLENGE, EVIL, EVIL, 1, state, EVIL, EVIL, 42, EVIL, LocalDate.parse("2017-05-12"),
            List.of(new Need(AREA, EVIL, ExpertiseLevel.DO, 3), new Need(null, "", null, 1)),
            new Wishes(List.of(Region.AFRICA), 0, List.of(Affiliation.ACADEMIA), List.of(EVIL, "pt"), 40, 20));
    }

    private static Page<ChallengeRow> rows()
    {
        return new Page<>(List.of(
            new ChallengeRow(challenge(ChallengeState.SELECTED), null, 0, BRIEF, BriefState.FROZEN, DIALOGUE,
                DialogueState.OPEN),
            new ChallengeRow(challenge(ChallengeState.DROPPED), CHALLENGE, 1, null, null, null, null)), null,
            Count.exactly(2));
    }

    private static Brief brief(BriefState state)
    {
        return new Brief(BRIEF, EVIL,
            Arrays.stream(BriefSection.values()).collect(Collectors.toMap(Function.identity(), section -> EVIL)),
            List.of(new Evidence("e1", EVIL, EVIL, "https://example.org/\"'<", LocalDate.parse("2016-07-18"),
                EvidenceStrength.STRONG, EVIL)), state, 2, NOW, "3.1");
    }

    private static Contribution contribution(ContributionState state)
    {
        return new Contribution(CONTRIBUTION, DIALOGUE, CONTRIBUTION, null,
            state == ContributionState.HIDDEN ? "" : EVIL, ContributionKind.IDEA, ALICE, EVIL, NOW, 1, EVIL, state,
            null, null, null, null, "");
    }

    private static Expert expert()
    {
        return new Expert(EXPERT, EVIL, ALICE, EVIL, EVIL, List.of(Affiliation.ACADEMIA), "MX",
            Region.LATIN_AMERICA_CARIBBEAN, Gender.FEMALE, List.of("es", "en"), ZoneId.of("America/Mexico_City"),
            LocalDate.parse("2017-06-15"), EVIL, new Expert.Consent(true, LocalDate.parse("2017-05-02"), EVIL),
            List.of(new Expertise(AREA, EVIL, ExpertiseLevel.EXPLAIN), new Expertise(null, "", null)));
    }

    private static Recommendation recommendation()
    {
        return new Recommendation(RECOMMENDATION, EVIL,
            Arrays.stream(RecommendationSection.values())
                .collect(Collectors.toMap(Function.identity(), section -> EVIL)),
            1, CostBand.UP_TO_10K, EVIL, EVIL, 6, 12, EVIL, List.of(CONTRIBUTION, page("Gone", "c1")), true, EVIL,
            List.of(step(0), step(1)),
            RecommendationState.PUBLISHED, FollowUp.STARTED, EVIL);
    }

    private static Step step(int number)
    {
        return new Step(number, "s" + number, EVIL, EVIL,
            new StepTime(null, 6 * number, StartUnit.MONTHS, 3, 6, DurationUnit.MONTHS),
            new StepCost(BigDecimal.TEN, "MXN", CostBand.UP_TO_10K, EVIL), number == 0 ? List.of() : List.of("s0", EVIL),
            EVIL, EVIL, number == 0 ? List.of(CONTRIBUTION) : List.of(), true, EVIL,
            new StepProgress(FollowUp.STALLED, LocalDate.parse("2026-01-01"), EVIL, EVIL, "javascript:alert(1)", ALICE));
    }

    private static Plan plan()
    {
        Recommendation recommendation = recommendation();
        List<PlannedStep> steps = recommendation.steps().stream()
            .map(step -> new PlannedStep(recommendation, step, LocalDate.parse("2026-01-01"), null,
                LocalDate.parse("2026-07-01"), new PlannedStep.Span(step.number() * 180, 270, 360), true,
                step.prerequisites().stream().map(uid -> "s0".equals(uid)
                    ? new Prerequisite(uid, recommendation, recommendation.steps().get(0), true)
                    : new Prerequisite(uid, null, null, false)).toList())).toList();
        return new Plan(roadmap(RoadmapState.DRAFT), List.of(recommendation), steps, steps);
    }

    private void everythingIsThere() throws CrowdsourcingException
    {
        Count two = Count.exactly(2);
        when(this.initiatives.initiativeOf(any())).thenReturn(Optional.of(initiative()));
        when(this.initiatives.get(any())).thenReturn(Optional.of(initiative()));
        when(this.commitmentManager.get(any())).thenReturn(new Commitments(30, Commitment.COMPLEMENTARY, List.of()));
        when(this.initiatives.list(any())).thenReturn(new Page<>(List.of(initiative()), "next", two));
        when(this.initiatives.getProgress(any())).thenReturn(new InitiativeProgress(two, two, two, two, two, two,
            Count.bounded(5000), two, two, two, two));
        when(this.challenges.list(any())).thenReturn(rows());
        when(this.challenges.get(CHALLENGE)).thenReturn(Optional.of(challenge(ChallengeState.DROPPED)));
        when(this.challenges.challengeOf(any())).thenReturn(Optional.of(challenge(ChallengeState.DROPPED)));
        when(this.briefs.briefsOf(any())).thenReturn(List.of(brief(BriefState.DRAFT)));
        when(this.briefs.get(BRIEF)).thenReturn(Optional.of(brief(BriefState.WORKSHOP)));
        when(this.briefs.getReadiness(BRIEF)).thenReturn(new BriefReadiness(List.of(BriefSection.PROBLEM),
            List.of(contribution(ContributionState.PUBLISHED)), 3));
        when(this.dialogues.getThread(any())).thenReturn(new ThreadPage(
            new Page<>(List.of(contribution(ContributionState.PUBLISHED)), null, two), List.of()));
        when(this.dialogues.getContributionObstacle(any())).thenReturn(Optional.empty());
        when(this.dialogues.getContribution(CONTRIBUTION))
            .thenReturn(Optional.of(contribution(ContributionState.PUBLISHED)));
        when(this.dialogues.getContributions(anyCollection()))
            .thenReturn(Map.of(CONTRIBUTION, contribution(ContributionState.PUBLISHED)));
        when(this.experts.search(any())).thenReturn(new Page<>(List.of(expert()), "n&\"", two));
        when(this.experts.get(EXPERT)).thenReturn(Optional.of(expert()));
        when(this.experts.getCountries()).thenReturn(List.of("MX", "ES"));
        when(this.experts.getAreas()).thenReturn(List.of(new Area(AREA, EVIL, EVIL, null, 0),
            new Area(page("Crowdsourcing.Areas.A.T"), EVIL, "", AREA, 1)));
        when(this.roadmaps.roadmapsOf(any())).thenReturn(List.of(roadmap(RoadmapState.PUBLISHED)));
        when(this.roadmaps.roadmapOf(any())).thenReturn(Optional.of(roadmap(RoadmapState.DRAFT)));
        when(this.roadmaps.getRecommendations(any(), any()))
            .thenReturn(new Page<>(List.of(recommendation()), null, two));
        when(this.roadmaps.getRecommendation(RECOMMENDATION)).thenReturn(Optional.of(recommendation()));
        when(this.roadmaps.getPublicationObstacles(any()))
            .thenReturn(List.of(new FieldError("", "crowdsourcing.error.unsourced", EVIL, "R")));
        when(this.roadmaps.usedIn(anyCollection())).thenReturn(Map.of());
        when(this.roadmaps.get(any())).thenReturn(Optional.of(roadmap(RoadmapState.DRAFT)));
        when(this.publicationManager.get(any())).thenReturn(Optional.of(publication(RoadmapState.DRAFT)));
        when(this.interviews.get(any())).thenReturn(Optional.empty());
        when(this.planManager.getPlan(any())).thenReturn(Optional.of(plan()));
        when(this.planManager.getCosts(any(), any())).thenReturn(List.of(
            new CostLine(EVIL, "MXN", BigDecimal.ONE, BigDecimal.TEN, 1, 1, 0, List.of()),
            new CostLine("", "", null, null, 0, 0, 2, List.of(EVIL))));
    }

    private static Roadmap roadmap(RoadmapState state)
    {
        return new Roadmap(ROADMAP, EVIL, EVIL, state, 1, NOW, LocalDate.parse("2026-01-01"), "MXN");
    }

    private static Publication publication(RoadmapState state)
    {
        Withdrawal withdrawal = new Withdrawal(1, EVIL, NOW, ALICE);
        return new Publication(roadmap(state), "stamp",
            List.of(new Review(ALICE, true, ReviewAnswer.OBJECT, EVIL, NOW), new Review(ALICE, true, null, "", null)),
            List.of(new RoadmapVersion(page("Crowdsourcing.I.Roadmap", "V1"), 1, NOW, ALICE, EVIL, withdrawal),
                new RoadmapVersion(null, 1, null, null, "", null)),
            withdrawal, List.of(new Origin(EVIL, EVIL, "javascript:alert(1)", 2, NOW, NOW)));
    }

    private void everythingIsAllowed() throws CrowdsourcingException
    {
        this.user = ALICE;
        when(this.initiatives.canCreate(any())).thenReturn(true);
        when(this.initiatives.canEdit(any())).thenReturn(true);
        when(this.challenges.canCreate(any())).thenReturn(true);
        when(this.challenges.canEdit(any())).thenReturn(true);
        when(this.briefs.canCreate(any())).thenReturn(true);
        when(this.briefs.canChangeState(any())).thenReturn(true);
        when(this.dialogues.canCreate(any())).thenReturn(true);
        when(this.dialogues.canContribute(any())).thenReturn(true);
        when(this.experts.canCreate(any())).thenReturn(true);
        when(this.experts.canEdit(any())).thenReturn(true);
        when(this.roadmaps.canCreate(any())).thenReturn(true);
        when(this.roadmaps.canCreateRecommendation(any())).thenReturn(true);
        when(this.roadmaps.canEdit(any())).thenReturn(true);
        when(this.roadmaps.canPublish(any())).thenReturn(true);
        when(this.roadmaps.canOverrule(any())).thenReturn(true);
        when(this.publicationManager.canAnswer(any())).thenReturn(true);
        when(this.exchange.canUndo(any())).thenReturn(true);
        when(this.exchange.canImport(any())).thenReturn(true);
        when(this.interviews.get(any())).thenReturn(Optional.of(new InterviewNotes(EVIL, "stamp")));
    }

    private ReferenceMacroParameters reference(DocumentReference page)
    {
        return reference(new ReferenceMacroParameters(), page);
    }

    private <P extends ReferenceMacroParameters> P reference(P parameters, DocumentReference page)
    {
        parameters.setReference(serialize(page));
        return parameters;
    }

    private static RoadmapMacroParameters roadmap(RoadmapView view)
    {
        RoadmapMacroParameters parameters = new RoadmapMacroParameters();
        parameters.setView(view);
        return parameters;
    }

    private List<String> showAll() throws Exception
    {
        ChallengesMacroParameters board = new ChallengesMacroParameters();
        board.setView(ChallengesView.BOARD);
        DialogueMacroParameters brief = new DialogueMacroParameters();
        brief.setReference(serialize(BRIEF));
        return List.of(show(this.initiativesMacro, new InitiativesMacroParameters()),
            show(this.initiativeMacro, new ReferenceMacroParameters()),
            show(this.challengesMacro, new ChallengesMacroParameters()), show(this.challengesMacro, board),
            show(this.challengeMacro, reference(CHALLENGE)), show(this.briefMacro, brief),
            show(this.expertsMacro, new ExpertsMacroParameters()), show(this.expertMacro, reference(EXPERT)),
            show(this.contributionMacro, reference(new ContributionMacroParameters(), CONTRIBUTION)),
            show(this.roadmapMacro, new RoadmapMacroParameters()), show(this.roadmapMacro, roadmap(RoadmapView.ACTOR)),
            show(this.roadmapMacro, roadmap(RoadmapView.STATE)), show(this.timelineMacro, new PagedMacroParameters()),
            show(this.stepsMacro, new StepsMacroParameters()), show(this.costsMacro, new CostsMacroParameters()),
            show(this.followUpMacro, new PagedMacroParameters()),
            show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION)),
            show(this.areasMacro, reference(AREA)),
            show(this.areasMacro, new ReferenceMacroParameters()));
    }

    @Test
    void anInitiativeThatOwesAnswersSaysHowManyItGave() throws Exception
    {
        everythingIsThere();
        when(this.dialogues.getAnswered(any())).thenReturn(new Answered(1234, 2000));
        String html = show(this.initiativeMacro, new ReferenceMacroParameters());
        assertTrue(html.contains("of 2,000 (61 per cent)"), html);
    }

    @Test
    void aGuestGetsNoFormThatChangesSomething() throws Exception
    {
        everythingIsThere();
        for (String html : showAll()) {
            assertFalse(html.contains("method=\"post\""), html);
        }
    }

    @Test
    void whoMayDoEverythingGetsWellFormedForms() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        String all = String.join("\n", showAll());
        Markup.check(all);
        for (String action : List.of("createInitiative", "setPhase", "createChallenge", "createRoadmap",
            "setChallengeState", "setPriority", "createBrief", "createDialogue", "freeze", "contribute",
            "createExpert", "publishRoadmap", "createRecommendation", "quoteContribution", "unquote", "setFollowUp",
            "createArea")) {
            assertTrue(all.contains("name=\"cs_action\" value=\"" + action + '"'), action);
        }
    }

    @Test
    void theBriefTellsWhatIsOpenBeforeItCanBeFrozen() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        this.current = BRIEF;
        String html = show(this.briefMacro, new DialogueMacroParameters());
        assertTrue(html.contains("Write the section \u201cProblem statement\u201d."), html);
        assertTrue(html.contains("Answer the open comments (3):"), html);
        doThrow(new CrowdsourcingException(List.of(
            new FieldError("rootCauses", "crowdsourcing.error.sectionMissing", "rootCauses"),
            new FieldError("", "crowdsourcing.error.commentsOpen", 3, "c1")))).when(this.briefs).freeze(BRIEF);
        post("freeze", BRIEF);
        html = show(this.briefMacro, new DialogueMacroParameters());
        verify(this.response).setStatus(400);
        assertTrue(html.contains("The section \u201cRoot causes\u201d is empty."), html);
        assertTrue(html.contains("Comments without an answer: 3."), html);
    }

    @Test
    void aNewChallengeIsEditedNext() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        when(this.challenges.create(HOME, "A question")).thenReturn(CHALLENGE);
        post("createChallenge", HOME, "title", "A question");
        show(this.initiativeMacro, new ReferenceMacroParameters());
        verify(this.response).setHeader("Location", "/xwiki/bin/edit/Crowdsourcing/I/C/WebHome?editor=inline");
    }

    @Test
    void aRefusedTitleIsKept() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        when(this.challenges.create(any(), any())).thenThrow(
            new CrowdsourcingException(new FieldError("title", "crowdsourcing.error.titleTooLong", 250)));
        post("createChallenge", HOME, "title", EVIL);
        String html = show(this.initiativeMacro, new ReferenceMacroParameters());
        assertTrue(html.contains("value=\"" + Html.escape(EVIL) + '"'), html);
        assertTrue(html.contains("<details class=\"cs-create\" open=\"open\">"), html);
    }

    @Test
    void aChallengeSaysWhatIsWishedFor() throws Exception
    {
        everythingIsThere();
        String html = show(this.challengeMacro, reference(CHALLENGE));
        for (String wish : List.of("At least 50 % from: Africa", "sectors: Academia",
            ", Portuguese", "At least 40 % women and at least 40 % men",
            "At least 20 % people who never took part")) {
            assertTrue(html.contains(wish), wish + " in " + html);
        }
    }

    @Test
    void aPriorityIsANumber() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        post("setPriority", CHALLENGE, "priority", "1e9");
        String html = show(this.challengeMacro, reference(CHALLENGE));
        verify(this.challenges, never()).setPriority(any(), anyInt());
        assertTrue(html.contains("A whole number from 0 to 999, please."), html);
    }

    @Test
    void theDirectoryIsSearchedByWhatIsKnownOnly() throws Exception
    {
        everythingIsThere();
        this.sent.put("cs_name", new String[] {EVIL});
        this.sent.put("cs_area", new String[] {"Crowdsourcing.Areas.Unknown.WebHome"});
        this.sent.put("cs_affiliation", new String[] {"academia"});
        this.sent.put("cs_country", new String[] {"\"><"});
        show(this.expertsMacro, new ExpertsMacroParameters());
        ArgumentCaptor<ExpertQuery> query = ArgumentCaptor.forClass(ExpertQuery.class);
        verify(this.experts).search(query.capture());
        assertEquals(EVIL, query.getValue().words());
        assertEquals(null, query.getValue().area());
        assertEquals(Affiliation.ACADEMIA, query.getValue().affiliation());
    }

    @Test
    void anExpertChangesTheOwnProfile() throws Exception
    {
        everythingIsThere();
        this.sent.put("cs_edit", new String[] {"1"});
        assertFalse(show(this.expertMacro, reference(EXPERT)).contains("saveProfile"), "Not that of others");
        when(this.profiles.isOwn(EXPERT)).thenReturn(true);
        when(this.profiles.getStamp(EXPERT)).thenReturn("stamp1");
        when(this.profiles.getInput(EXPERT)).thenReturn(new ProfileInput(EVIL, EVIL, List.of("academia"), "MX",
            "africa", "female", List.of("es", "yua"), "America/Mexico_City", "", EVIL,
            List.of(new ProfileInput.AreaInput("Crowdsourcing.Areas.Gone.WebHome", "do"))));
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        for (String part : List.of("value=\"stamp1\"", "value=\"academia\" checked", "value=\"MX\" selected",
            "value=\"africa\" selected", "value=\"yua\" selected", "Mexico is in this region: Latin America",
            "name=\"area3\"", "Crowdsourcing.Areas.Gone.WebHome\" selected")) {
            assertTrue(html.contains(part), part + html);
        }
        assertFalse(html.contains("name=\"user\"") || html.contains("name=\"title\"")
            || html.contains("name=\"consent\""), html);

        doThrow(new CrowdsourcingException(List.of(new FieldError("timezone", "crowdsourcing.error.required"),
            new FieldError("area1", "crowdsourcing.error.areaTwice")))).when(this.profiles).save(any(), any());
        post("saveProfile", EXPERT, "cs_seen", "stamp0", "position", EVIL + "!", "country", "XX", "languages", "fr",
            "area0", "", "level0", "do", "area1", serialize(AREA), "level1", "", "user", "XWiki.Mallory", "consent", "1");
        html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        ArgumentCaptor<ProfileInput> typed = ArgumentCaptor.forClass(ProfileInput.class);
        verify(this.profiles).save(eq(EXPERT), typed.capture());
        assertEquals(new ProfileInput(EVIL + "!", "", List.of(), "XX", "", "", List.of("fr"), "", "", "",
            List.of(new ProfileInput.AreaInput("", "do"), new ProfileInput.AreaInput(serialize(AREA), ""))),
            typed.getValue());
        for (String part : List.of("value=\"stamp0\"", "value=\"XX\" selected", "value=\"fr\" selected",
            "This area is chosen twice", "aria-invalid=\"true\"", Html.escape(EVIL + "!"))) {
            assertTrue(html.contains(part), part + html);
        }
    }

    @Test
    void aQuotationSaysWhenItIsHiddenOrGone() throws Exception
    {
        everythingIsThere();
        when(this.dialogues.getContribution(CONTRIBUTION))
            .thenReturn(Optional.of(contribution(ContributionState.HIDDEN)));
        assertTrue(show(this.contributionMacro, reference(new ContributionMacroParameters(), CONTRIBUTION))
            .contains("Hidden by a curator"));
        when(this.dialogues.getContribution(CONTRIBUTION)).thenReturn(Optional.empty());
        String html = show(this.contributionMacro, reference(new ContributionMacroParameters(), CONTRIBUTION));
        assertTrue(html.contains("is gone, or you may not see it"), html);
        assertFalse(html.contains(CONTRIBUTION.getName()), html);
    }

    @Test
    void aSourceIsQuotedByItsPermalink() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        post("quoteContribution", RECOMMENDATION, "contribution",
            "https://wiki.example.org/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/?cs_at=" + CONTRIBUTION.getName() + '#'
                + CONTRIBUTION.getName());
        show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        verify(this.roadmaps).quote(RECOMMENDATION, CONTRIBUTION);
        verify(this.response).setStatus(303);
    }

    @Test
    void aRecommendationShowsItsSourcesAndWhatIsGone() throws Exception
    {
        everythingIsThere();
        String html = show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        assertTrue(html.contains("cs_at=" + CONTRIBUTION.getName()), html);
        assertTrue(html.contains("Deleted. It is still cited here."), html);
        assertTrue(html.contains("Desk research"), html);
    }

    @Test
    void whatBecameOfStepsIsSentToTheManager() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        post("reportSteps", RECOMMENDATION, "steps", "0\n1", "followup", "done", "followupOn", "2026-11-01",
            "followupNote", "n", "followupEvidence", "e", "followupLink", " https://example.org ");
        show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        verify(this.planManager).report(RECOMMENDATION, List.of(0, 1),
            new StepReport("done", "2026-11-01", "n", "e", "https://example.org"));
    }

    @Test
    void aRefusedReportKeepsWhatWasTyped() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        doThrow(new CrowdsourcingException(new FieldError("followupNote", "crowdsourcing.error.followUpReasonRequired")))
            .when(this.planManager).report(any(), any(), any());
        post("reportStep-1", RECOMMENDATION, "steps", "1", "followup", "abandoned", "followupEvidence", "Typed & kept");
        String html = show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        assertEquals(1, html.split("value=\"Typed &#38; kept\"|value=\"Typed &amp; kept\"", -1).length - 1, html);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
    }

    @Test
    void theTimelineIsAlsoATable() throws Exception
    {
        everythingIsThere();
        String html = show(this.roadmapMacro, new RoadmapMacroParameters());
        assertTrue(html.contains("<svg class=\"cs-timeline\" viewBox=\"0 0 980 "), html);
        assertTrue(html.contains("The timeline as a table"), html);
        assertEquals(2, html.split("class=\"cs-bar-best ", -1).length - 1, "A bar for each step");
        assertEquals(1, html.split("class=\"cs-bar-whole\"", -1).length - 1, "A bar for all of them");
        assertEquals(1, html.split("class=\"cs-arrow cs-arrow-early\"", -1).length - 1, "An arrow");
    }

    @Test
    void aTechnicalFailureTellsNothing() throws Exception
    {
        everythingIsThere();
        when(this.experts.get(EXPERT)).thenThrow(new CrowdsourcingException(
            new FieldError("", "crowdsourcing.error.notAllowed")));
        assertTrue(show(this.expertMacro, reference(EXPERT)).contains("You may not do that here."));
        verify(this.experts).get(eq(EXPERT));
    }

    @Test
    void contactDataIsShownToThoseWhoMayKnowAndEscaped() throws Exception
    {
        everythingIsThere();
        assertFalse(show(this.expertMacro, reference(EXPERT)).contains("saveContact"));
        when(this.contacts.canView(EXPERT)).thenReturn(true);
        when(this.contacts.get(EXPERT)).thenReturn(Optional.of(new Contact(EVIL, EVIL, EVIL, "s1")));
        String own = show(this.expertMacro, reference(EXPERT));
        Markup.check(own);
        assertFalse(own.contains("name=\"notes\""), "Notes are the curators' to write");
        when(this.contacts.isCurator(EXPERT)).thenReturn(true);
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        for (String field : List.of("email", "phone", "notes", "confirmed")) {
            assertTrue(html.contains("name=\"" + field + '"'), field);
        }
        assertFalse(show(this.expertMacro, reference(EXPERT), true).contains("name=\"email\""), "Quoted elsewhere");
    }

    @Test
    void refusedContactDataIsShownAgainWithItsError() throws Exception
    {
        everythingIsThere();
        this.current = EXPERT;
        when(this.contacts.canView(EXPERT)).thenReturn(true);
        when(this.contacts.get(EXPERT)).thenReturn(Optional.empty());
        doThrow(new CrowdsourcingException(new FieldError("email", "crowdsourcing.error.email", EVIL)))
            .when(this.contacts).save(eq(EXPERT), any());
        post("saveContact", EXPERT, "email", EVIL, "phone", "", "notes", "");
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
        assertTrue(html.contains("is no e-mail address"), html);
    }

    @Test
    void settingsOfTheDirectoryAreForAdministrators() throws Exception
    {
        everythingIsThere();
        assertFalse(show(this.expertsMacro, new ExpertsMacroParameters()).contains("saveDirectory"));
        when(this.contacts.getSettings(any()))
            .thenReturn(Optional.of(new DirectorySettings(List.of(EVIL, EVIL), 12, EVIL, "")));
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("name=\"retention\""), html);
        post("saveDirectory", this.current, "curators", "A.B\nC.D", "retention", "1e9", "terms", "");
        assertTrue(show(this.expertsMacro, new ExpertsMacroParameters()).contains("A whole number from 0 to 240"));
        verify(this.contacts, never()).saveSettings(any(), any());
    }

    @Test
    void importsAreCheckedAndFollowedByThoseWhoMay() throws Exception
    {
        everythingIsThere();
        this.sent.put("cs_import", new String[] {"1"});
        assertFalse(show(this.expertsMacro, new ExpertsMacroParameters()).contains("importExperts"));
        when(this.imports.canImport(this.current)).thenReturn(true);
        ImportPlan plan = new ImportPlan(9, 3, 2, 1,
            List.of(new ImportProblem(7, new FieldError("email", "crowdsourcing.error.email", EVIL))));
        when(this.imports.list(this.current)).thenReturn(List.of(
            new ImportReport(EXPERT, ImportReport.State.RUNNING, ALICE, NOW, 5, 2, plan),
            new ImportReport(EXPERT, ImportReport.State.DONE, null, null, 5, 5, plan)));
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("<progress max=\"5\" value=\"2\""), html);
        assertTrue(html.contains("undoImport"), html);
        verify(this.response, never()).setHeader(any(), any());
        this.sent.put("cs_import", new String[] {"progress"});
        assertFalse(show(this.expertsMacro, new ExpertsMacroParameters()).contains("<textarea"), "Nothing is lost");
        verify(this.response).setHeader("Refresh", "3");
        when(this.imports.plan(this.current, EVIL)).thenReturn(plan);
        post("importExperts", this.current, "csv", EVIL, "cs_preview", "true");
        String planned = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(planned);
        assertTrue(planned.contains("Lines with problems: 1"), planned);
        verify(this.imports, never()).start(any(), any());
    }

    @Test
    void anExpertFindsWhatToDoWithTheOwnProfile() throws Exception
    {
        everythingIsThere();
        assertFalse(show(this.expertMacro, reference(EXPERT)).contains("withdraw"));
        when(this.profiles.isOwn(EXPERT)).thenReturn(true);
        when(this.profiles.getConsentText(EXPERT)).thenReturn(new ConsentText(EVIL, EVIL + '2'));
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        for (String action : List.of("agree", "withdraw")) {
            assertTrue(html.contains("name=\"cs_action\" value=\"" + action + '"'), action);
        }
        this.sent.put("cs_public", new String[] {"1"});
        String preview = show(this.expertMacro, reference(EXPERT));
        Markup.check(preview);
        assertFalse(preview.contains("method=\"post\""), preview);
        this.sent.clear();
        post("withdraw", EXPERT);
        assertTrue(show(this.expertMacro, reference(EXPERT)).contains("Tick that you know"),
            "It is asked once more");
        verify(this.profiles, never()).withdraw(any());
    }

    @Test
    void aDirectoryLeadsToTheOwnProfileAndToWhatWasKeptLongEnough() throws Exception
    {
        everythingIsThere();
        this.user = ALICE;
        this.sent.put("cs_mine", new String[] {"1"});
        assertTrue(show(this.expertsMacro, new ExpertsMacroParameters()).contains("No profile names you"));
        when(this.profiles.getOwn()).thenReturn(Optional.of(EXPERT));
        when(this.profiles.getExpired(any())).thenReturn(List.of(
            new ProfileManager.Expired(EXPERT, EVIL, LocalDate.parse("2020-01-02")),
            new ProfileManager.Expired(EXPERT, EVIL, null)));
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("Kept long enough: 2"), html);
        assertFalse(html.contains("Declined applications"), html);
        Application.Sent sent = new Application.Sent(null, new Application.Person(EVIL, "", "", "", "", "", "", null),
            List.of(), List.of(), List.of(), "", "", List.of(), null, new Expert.Consent(false, null, ""), null);
        when(this.screeningManager.getExpired(any())).thenReturn(List.of(new Application(
            page("Crowdsourcing.I.Call", "n1"), ApplicationKind.NOMINATION, ApplicationState.DECLINED, List.of(sent),
            null, "")));
        html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("Declined applications that were kept long enough: 1"), html);
        assertTrue(html.contains("/Crowdsourcing/I/Call/WebHome?cs_view=applications&#38;cs_open=n1#"), html);
        assertFalse(html.contains("name=\"contact\""), "Contact data is for curators");
        when(this.contacts.isCurator(any())).thenReturn(true);
        assertTrue(show(this.expertsMacro, new ExpertsMacroParameters()).contains("name=\"contact\""));
    }
}

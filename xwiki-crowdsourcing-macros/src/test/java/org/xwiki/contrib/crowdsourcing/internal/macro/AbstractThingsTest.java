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
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
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
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapView;
import org.xwiki.contrib.crowdsourcing.plan.CostLine;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.plan.Prerequisite;
import org.xwiki.contrib.crowdsourcing.register.Commitments;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.publication.ImportOrigin;
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

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.when;

/**
 * Runs the macros on things whose every text is hostile, for a guest and for somebody who may do everything.
 */
abstract class AbstractThingsTest extends AbstractMacroTest
{
    protected static final DocumentReference CHALLENGE = page("Crowdsourcing.I.C");

    protected static final DocumentReference BRIEF = page("Crowdsourcing.I.C.Brief");

    protected static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    protected static final DocumentReference ROADMAP = page("Crowdsourcing.I.Roadmap");

    protected static final DocumentReference RECOMMENDATION = page("Crowdsourcing.I.Roadmap.R");

    protected static final DocumentReference EXPERT = page("Crowdsourcing.Experts.E");

    protected static final DocumentReference AREA = page("Crowdsourcing.Areas.A");

    protected static final DocumentReference CONTRIBUTION =
        page("Crowdsourcing.I.C.Dialogue", "c00000000000000aaaaaaaaaaaaaa");

    protected static final Instant NOW = Instant.parse("2017-06-06T14:30:00Z");

    @InjectMockComponents
    protected InitiativesMacro initiativesMacro;

    @InjectMockComponents
    protected InitiativeMacro initiativeMacro;

    @InjectMockComponents
    protected ChallengesMacro challengesMacro;

    @InjectMockComponents
    protected ChallengeMacro challengeMacro;

    @InjectMockComponents
    protected BriefMacro briefMacro;

    @InjectMockComponents
    protected ExpertsMacro expertsMacro;

    @InjectMockComponents
    protected ExpertMacro expertMacro;

    @InjectMockComponents
    protected ContributionMacro contributionMacro;

    @InjectMockComponents
    protected RoadmapMacro roadmapMacro;

    @InjectMockComponents
    protected RecommendationMacro recommendationMacro;

    @InjectMockComponents
    protected AreasMacro areasMacro;

    @InjectMockComponents
    protected StepsMacro stepsMacro;

    @InjectMockComponents
    protected TimelineMacro timelineMacro;

    @InjectMockComponents
    protected CostsMacro costsMacro;

    @InjectMockComponents
    protected FollowUpMacro followUpMacro;

    protected static Initiative initiative()
    {
        Terms terms = new Terms(Commitment.COMPLEMENTARY, InputScope.POLICY, Instrument.DIALOGUE, EVIL,
            Moderation.OPEN, 30, EVIL, EVIL, EVIL, EVIL);
        return new Initiative(HOME, EVIL, EVIL, List.of(EVIL), List.of("es", "en"), InitiativePhase.DIALOGUE,
            List.of(new Phase(InitiativePhase.DIALOGUE, LocalDate.parse("2017-06-06"), LocalDate.parse("2017-07-25"),
                ALICE, EVIL)), terms, ALICE, Map.of());
    }

    protected static Challenge challenge(ChallengeState state)
    {
        return new Challenge(CHALLENGE, EVIL, EVIL, 1, state, EVIL, EVIL, 42, EVIL, LocalDate.parse("2017-05-12"),
            List.of(new Need(AREA, EVIL, ExpertiseLevel.DO, 3), new Need(null, "", null, 1)),
            new Wishes(List.of(Region.AFRICA), 0, List.of(Affiliation.ACADEMIA), List.of(EVIL, "pt"), 40, 20));
    }

    protected static Page<ChallengeRow> rows()
    {
        return new Page<>(List.of(
            new ChallengeRow(challenge(ChallengeState.SELECTED), null, 0, BRIEF, BriefState.FROZEN, DIALOGUE,
                DialogueState.OPEN),
            new ChallengeRow(challenge(ChallengeState.DROPPED), CHALLENGE, 1, null, null, null, null)), null,
            Count.exactly(2));
    }

    protected static Brief brief(BriefState state)
    {
        return new Brief(BRIEF, EVIL,
            Arrays.stream(BriefSection.values()).collect(Collectors.toMap(Function.identity(), section -> EVIL)),
            List.of(new Evidence("e1", EVIL, EVIL, "https://example.org/\"'<", LocalDate.parse("2016-07-18"),
                EvidenceStrength.STRONG, EVIL)), state, 2, NOW, "3.1");
    }

    protected static Contribution contribution(ContributionState state)
    {
        return new Contribution(CONTRIBUTION, DIALOGUE, CONTRIBUTION, null,
            state == ContributionState.HIDDEN ? "" : EVIL, ContributionKind.IDEA, ALICE, EVIL, NOW, 1, EVIL, state,
            null, null, null, null, "");
    }

    protected static Expert expert()
    {
        return new Expert(EXPERT, EVIL, ALICE, EVIL, EVIL, List.of(Affiliation.ACADEMIA), "MX",
            Region.LATIN_AMERICA_CARIBBEAN, Gender.FEMALE, List.of("es", "en"), ZoneId.of("America/Mexico_City"),
            LocalDate.parse("2017-06-15"), EVIL, new Expert.Consent(true, LocalDate.parse("2017-05-02"), EVIL),
            List.of(new Expertise(AREA, EVIL, ExpertiseLevel.EXPLAIN), new Expertise(null, "", null)));
    }

    protected static Recommendation recommendation()
    {
        return new Recommendation(RECOMMENDATION, EVIL,
            Arrays.stream(RecommendationSection.values())
                .collect(Collectors.toMap(Function.identity(), section -> EVIL)),
            1, CostBand.UP_TO_10K, EVIL, EVIL, 6, 12, EVIL, List.of(CONTRIBUTION, page("Gone", "c1")), true, EVIL,
            List.of(step(0), step(1)),
            RecommendationState.PUBLISHED, FollowUp.STARTED, EVIL);
    }

    protected static Step step(int number)
    {
        return new Step(number, "s" + number, EVIL, EVIL,
            new StepTime(null, 6 * number, StartUnit.MONTHS, 3, 6, DurationUnit.MONTHS),
            new StepCost(BigDecimal.TEN, "MXN", CostBand.UP_TO_10K, EVIL), number == 0 ? List.of() : List.of("s0", EVIL),
            EVIL, EVIL, number == 0 ? List.of(CONTRIBUTION) : List.of(), true, EVIL,
            new StepProgress(FollowUp.STALLED, LocalDate.parse("2026-01-01"), EVIL, EVIL, "javascript:alert(1)", ALICE));
    }

    protected static Plan plan()
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

    protected void everythingIsThere() throws CrowdsourcingException
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

    protected static Roadmap roadmap(RoadmapState state)
    {
        return new Roadmap(ROADMAP, EVIL, EVIL, state, 1, NOW, LocalDate.parse("2026-01-01"), "MXN");
    }

    protected static Publication publication(RoadmapState state)
    {
        Withdrawal withdrawal = new Withdrawal(1, EVIL, NOW, ALICE);
        return new Publication(roadmap(state), "stamp",
            List.of(new Review(ALICE, true, ReviewAnswer.OBJECT, EVIL, NOW), new Review(ALICE, true, null, "", null)),
            List.of(new RoadmapVersion(page("Crowdsourcing.I.Roadmap", "V1"), 1, NOW, ALICE, EVIL, withdrawal),
                new RoadmapVersion(null, 1, null, null, "", null)),
            withdrawal, List.of(new ImportOrigin(EVIL, EVIL, "javascript:alert(1)", 2, NOW, NOW)));
    }

    protected void everythingIsAllowed() throws CrowdsourcingException
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

    protected ReferenceMacroParameters reference(DocumentReference page)
    {
        return reference(new ReferenceMacroParameters(), page);
    }

    protected <P extends ReferenceMacroParameters> P reference(P parameters, DocumentReference page)
    {
        parameters.setReference(serialize(page));
        return parameters;
    }

    protected static RoadmapMacroParameters roadmap(RoadmapView view)
    {
        RoadmapMacroParameters parameters = new RoadmapMacroParameters();
        parameters.setView(view);
        return parameters;
    }
}

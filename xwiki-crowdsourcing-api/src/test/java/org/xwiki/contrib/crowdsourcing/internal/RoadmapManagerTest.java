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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.HashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.plan.Steps;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of the manager of roadmaps.
 *
 * @version $Id$
 * @since 1.0
 */
class RoadmapManagerTest extends AbstractManagersTest
{
    private Recommendation recommendation(String title, RecommendationState state, List<DocumentReference> sources,
        boolean desk, String reference)
    {
        return new Recommendation(TestRows.page("I.R." + title + ".WebHome"), title, Map.of(), 0, null, "", "", 0, 0,
            "", sources, desk, reference, List.of(), state, null, "");
    }

    private void recommendations(Recommendation... recommendations) throws Exception
    {
        stored(PAGE, Schema.ROADMAP, "state", "draft", "version", 1);
        when(this.roadmaps.recommendationsOf(PAGE)).thenReturn(List.of(recommendations));
    }

    @Test
    void publishNothing() throws Exception
    {
        edit();
        recommendations();
        assertEquals(List.of("noRecommendation"), keys(
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).publish(PAGE))));
        assertNothingSaved();
    }

    @Test
    void publishWithoutSource() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""),
            recommendation("B", RecommendationState.DRAFT, List.of(), true, " "),
            recommendation("C", RecommendationState.DRAFT, List.of(), true, "OECD 2016"));
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).publish(PAGE));
        assertEquals(
            List.of(new FieldError("", "crowdsourcing.error.unsourced", "B", "I.R.B.WebHome")),
            exception.getErrors());
        assertEquals(exception.getErrors(), get(RoadmapManager.class).getPublicationObstacles(PAGE));
        assertNothingSaved();
    }

    @Test
    void publishNamesEveryStepWithoutSourceAndStepsThatWaitForEachOther() throws Exception
    {
        edit();
        recommendations(Steps.recommendation("A", null,
            Steps.step("s1", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null, "s2")),
            Steps.recommendation("B", null,
                Steps.step("s2", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, null, "s1"),
                new Step(3, "s3", "Read", "", StepTime.ofMonths(0, 1, 1), StepCost.NONE, List.of(), "", "", List.of(),
                    true, "OECD 2016", StepProgress.NONE)));
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).publish(PAGE));
        assertEquals(List.of(new FieldError("", "crowdsourcing.error.unsourcedStep", "s1", "A", "I.R.A.WebHome", 1),
            new FieldError("", "crowdsourcing.error.unsourcedStep", "s2", "B", "I.R.B.WebHome", 2),
            new FieldError("", "crowdsourcing.error.prerequisiteCycle", "s1 \u2192 s2 \u2192 s1")),
            exception.getErrors());
        assertEquals(exception.getErrors(), get(RoadmapManager.class).getPublicationObstacles(PAGE));
        assertNothingSaved();
    }

    @Test
    void publish() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""),
            recommendation("B", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        get(RoadmapManager.class).publish(PAGE);
        verify(this.writer).update(TestRows.page("I.R.A.WebHome"), Schema.RECOMMENDATION,
            Map.of("state", "published"), "");
        verify(this.writer, never()).update(eq(TestRows.page("I.R.B.WebHome")), any(), any(), any());
        Map<String, Object> values = updated(PAGE, Schema.ROADMAP);
        assertEquals("published", values.get("state"));
        assertEquals(2, values.get("version"));
    }

    @Test
    void nobodyPublishesOverAReviewerButTheOwnerWithAReason() throws Exception
    {
        edit();
        DocumentReference ana = TestRows.page("XWiki.Ana");
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        when(this.reviews.reviews(any())).thenReturn(List.of(
            new Review(ana, true, ReviewAnswer.APPROVE, "", Instant.EPOCH),
            new Review(TestRows.page("XWiki.Eva"), true, null, "", null),
            new Review(TestRows.page("XWiki.Leo"), false, ReviewAnswer.OBJECT, "No", Instant.EPOCH)));
        when(this.pages.userName(any()))
            .thenAnswer(call -> call.<DocumentReference>getArgument(0).getName());
        RoadmapManager manager = get(RoadmapManager.class);
        CrowdsourcingException refused =
            assertThrows(CrowdsourcingException.class, () -> manager.publish(PAGE, "I insist."));
        assertEquals(List.of("unansweredReview", "openObjection", "overruleOwner"), keys(refused));
        assertEquals(List.of("Eva"), refused.getErrors().get(0).parameters());
        when(this.access.user()).thenReturn(ana);
        when(this.pages.nearest(PAGE, Schema.INITIATIVE))
            .thenReturn(Optional.of(TestRows.row(PAGE, "owner", "XWiki.Ana")));
        refused = assertThrows(CrowdsourcingException.class, () -> manager.publish(PAGE, " "));
        assertEquals(List.of("unansweredReview", "openObjection", "overruleReason"), keys(refused));
        assertEquals("reason", refused.getErrors().get(2).field());
        verify(this.versions, never()).create(any(), any(), any(), any());
        assertNothingSaved();
        manager.publish(PAGE, "The law enters into force.");
        verify(this.versions).create(any(), any(), any(), eq("The law enters into force."));
    }

    @Test
    void aReasonIsKeptOnlyWhereSomethingIsOverruled() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        get(RoadmapManager.class).publish(PAGE, "Not needed");
        verify(this.versions).create(any(), any(), any(), eq(""));
    }

    @Test
    void publishNeedsTheRightOnEveryDraft() throws Exception
    {
        edit();
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        when(this.access.canEdit(TestRows.page("I.R.A.WebHome"))).thenReturn(false);
        assertThrows(NotAllowedException.class, () -> get(RoadmapManager.class).publish(PAGE));
        assertNothingSaved();
    }

    @Test
    void publishAgainAndWithdraw() throws Exception
    {
        edit();
        RoadmapManager manager = get(RoadmapManager.class);
        recommendations(recommendation("A", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        assertThrows(ConflictException.class, () -> manager.withdraw(PAGE, "R"));
        stored(PAGE, Schema.ROADMAP, "state", "published", "version", 3);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Ana"));
        assertEquals(List.of("alreadyPublished"),
            keys(assertThrows(ConflictException.class, () -> manager.publish(PAGE))));
        assertNothingSaved();
        assertEquals(List.of("withdrawReason"),
            keys(assertThrows(CrowdsourcingException.class, () -> manager.withdraw(PAGE, " "))));
        assertNothingSaved();
        manager.withdraw(PAGE, "A figure was wrong.");
        Map<String, Object> values = updated(PAGE, Schema.ROADMAP);
        assertEquals("withdrawn", values.get("state"));
        assertEquals("A figure was wrong.", values.get("withdrawReason"));
        assertEquals(3, values.get("withdrawnVersion"));
    }

    @Test
    void draftsAreListedForThoseWhoWorkOnThem() throws Exception
    {
        recommendations(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""),
            recommendation("B", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        when(this.roadmaps.usedIn(any())).thenReturn(Map.of(IDEA,
            List.of(new Usage(TestRows.page("I.R.A.WebHome"), "A", RecommendationState.DRAFT))));
        RoadmapManager manager = get(RoadmapManager.class);
        assertEquals(1, manager.getRecommendations(PAGE, PageRequest.first()).rows().size());
        assertTrue(manager.usedIn(List.of(IDEA)).isEmpty());
        edit();
        assertEquals(2, manager.getRecommendations(PAGE, PageRequest.first()).rows().size());
        assertEquals(1, manager.usedIn(List.of(IDEA)).size());
    }

    private void idea(ContributionState state) throws Exception
    {
        when(this.dialogues.getContribution(IDEA)).thenReturn(Optional.of(new Contribution(IDEA, DIALOGUE, IDEA, null,
            "x", ContributionKind.IDEA, null, "", null, 0, "", state, null, null, null, null, "")));
    }

    @Test
    void quote() throws Exception
    {
        edit();
        RoadmapManager manager = get(RoadmapManager.class);
        stored(PAGE, Schema.RECOMMENDATION, "sources", List.of("I.C.Dialogue.c0"));
        when(this.dialogues.getContribution(IDEA)).thenReturn(Optional.empty());
        assertThrows(NotFoundException.class, () -> manager.quote(PAGE, IDEA));
        assertThrows(NotFoundException.class, () -> manager.quote(EXPERT, IDEA));
        idea(ContributionState.HIDDEN);
        assertThrows(ConflictException.class, () -> manager.quote(PAGE, IDEA));
        assertNothingSaved();
        idea(ContributionState.PUBLISHED);
        manager.quote(PAGE, IDEA);
        assertEquals(Map.of("sources", List.of("I.C.Dialogue.c0", "I.C.Dialogue.c1")),
            updated(PAGE, Schema.RECOMMENDATION));
    }

    @Test
    void quoteTwiceIsOnce() throws Exception
    {
        edit();
        stored(PAGE, Schema.RECOMMENDATION, "sources", List.of("I.C.Dialogue.c1"));
        idea(ContributionState.PUBLISHED);
        get(RoadmapManager.class).quote(PAGE, IDEA);
        assertNothingSaved();
    }

    @Test
    void unquote() throws Exception
    {
        edit();
        RoadmapManager manager = get(RoadmapManager.class);
        stored(PAGE, Schema.RECOMMENDATION, "sources", List.of("I.C.Dialogue.c1"));
        when(this.roadmaps.load(any()))
            .thenReturn(recommendation("A", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        assertEquals(List.of("lastSource"),
            keys(assertThrows(ConflictException.class, () -> manager.unquote(PAGE, IDEA))));
        when(this.quotes.find(any())).thenReturn(Set.of(IDEA));
        assertEquals(List.of("quotedInText"),
            keys(assertThrows(ConflictException.class, () -> manager.unquote(PAGE, IDEA))));
        assertNothingSaved();
        when(this.quotes.find(any())).thenReturn(Set.of());
        when(this.roadmaps.load(any()))
            .thenReturn(recommendation("A", RecommendationState.DRAFT, List.of(IDEA), false, ""));
        manager.unquote(PAGE, IDEA);
        assertEquals(Map.of("sources", List.of()), updated(PAGE, Schema.RECOMMENDATION));
    }

    @ParameterizedTest
    @EnumSource(value = FollowUp.class, names = {"STALLED", "ABANDONED"})
    void followUpNeedsAReason(FollowUp followUp) throws Exception
    {
        edit();
        stored(PAGE, Schema.RECOMMENDATION);
        when(this.roadmaps.load(any()))
            .thenReturn(recommendation("A", RecommendationState.PUBLISHED, List.of(IDEA), false, ""));
        RoadmapManager manager = get(RoadmapManager.class);
        assertEquals(List.of("followUpReasonRequired"), keys(
            assertThrows(CrowdsourcingException.class, () -> manager.setFollowUp(PAGE, followUp, ""))));
        assertNothingSaved();
        manager.setFollowUp(PAGE, FollowUp.DONE, "");
        assertEquals(new HashMap<>(Map.of("followup", "done", "followupReason", "")),
            updated(PAGE, Schema.RECOMMENDATION));
    }

    @Test
    void targetsOfAQuote() throws Exception
    {
        when(this.pages.nearest(IDEA, Schema.INITIATIVE))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.WebHome"))));
        when(this.roadmaps.recommendationsOfInitiative(any())).thenReturn(
            List.of(new Usage(TestRows.page("I.R.A.WebHome"), "A", RecommendationState.DRAFT)));
        assertTrue(get(RoadmapManager.class).getQuoteTargets(IDEA).isEmpty());
        edit();
        assertEquals(1, get(RoadmapManager.class).getQuoteTargets(IDEA).size());
        when(this.access.isGuest()).thenReturn(true);
        assertTrue(get(RoadmapManager.class).getQuoteTargets(IDEA).isEmpty());
    }
}

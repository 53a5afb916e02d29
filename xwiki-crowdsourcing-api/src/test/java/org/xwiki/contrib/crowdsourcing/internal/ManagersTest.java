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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeOrder;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativePhase;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules that all managers have in common, and those of initiatives and challenges.
 *
 * @version $Id$
 * @since 1.0
 */
class ManagersTest extends AbstractManagersTest
{
    @Test
    void withoutEditRightNothingIsChanged() throws Exception
    {
        for (Schema schema : List.of(Schema.INITIATIVE, Schema.CHALLENGE, Schema.BRIEF, Schema.ROADMAP,
            Schema.RECOMMENDATION, Schema.DIALOGUE, Schema.ENGAGEMENT)) {
            stored(PAGE, schema, "state", "draft");
        }
        InitiativeManager initiative = get(InitiativeManager.class);
        ChallengeManager challenge = get(ChallengeManager.class);
        BriefManager brief = get(BriefManager.class);
        RoadmapManager roadmap = get(RoadmapManager.class);
        ExpertManager expert = get(ExpertManager.class);
        for (Executable action : List
            .<Executable>of(
                () -> initiative.setPhase(PAGE, InitiativePhase.BRIEF), () -> initiative.create(PAGE, "T"),
                () -> challenge.setState(PAGE, ChallengeState.SELECTED, ""), () -> challenge.setPriority(PAGE, 1),
                () -> challenge.create(PAGE, "T"), () -> brief.create(PAGE, "T"), () -> brief.freeze(PAGE),
                () -> brief.startWorkshop(PAGE), () -> brief.newDraft(PAGE), () -> roadmap.create(PAGE, "T"),
                () -> roadmap.createRecommendation(PAGE, "T"), () -> roadmap.publish(PAGE),
                () -> roadmap.withdraw(PAGE, "R"), () -> roadmap.quote(PAGE, IDEA), () -> roadmap.unquote(PAGE, IDEA),
                () -> roadmap.setFollowUp(PAGE, FollowUp.DONE, ""), () -> expert.create(PAGE, "T"),
                () -> expert.createArea(PAGE, "T"),
                () -> expert.engage(PAGE, EXPERT, EngagementRoute.INVITED, ""),
                () -> expert.setEngagementState(PAGE, EngagementState.ACCEPTED))) {
            assertThrows(NotAllowedException.class, action);
        }
        assertFalse(initiative.canCreate(PAGE) || challenge.canEdit(PAGE) || brief.canChangeState(PAGE)
            || roadmap.canPublish(PAGE) || expert.canEngage(PAGE) || brief.canEdit(PAGE));
        assertNothingSaved();
    }

    @Test
    void whatMayNotBeSeenIsNotThere() throws Exception
    {
        edit();
        when(this.access.canView(PAGE)).thenReturn(false);
        stored(PAGE, Schema.CHALLENGE);
        assertTrue(get(ChallengeManager.class).get(PAGE).isEmpty());
        ChallengeManager manager = get(ChallengeManager.class);
        assertThrows(NotFoundException.class, () -> manager.setPriority(PAGE, 1));
        when(this.pages.nearest(any(), eq(Schema.CHALLENGE))).thenReturn(Optional.of(TestRows.row(PAGE)));
        assertTrue(manager.challengeOf(DIALOGUE).isEmpty());
        assertNothingSaved();
    }

    @Test
    void create() throws Exception
    {
        edit();
        get(ChallengeManager.class).create(PAGE, "  Who pays: you/me?  ");
        verify(this.writer).create(PAGE.getLastSpaceReference(), "Who-pays-you-me", "Who pays: you/me?",
            Schema.CHALLENGE);
        get(BriefManager.class).create(PAGE, "Anything");
        verify(this.writer).create(PAGE.getLastSpaceReference(), "Brief", "Anything", Schema.BRIEF);
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(RoadmapManager.class).create(PAGE, "x".repeat(251)));
        assertEquals(List.of("title"), exception.getErrors().stream().map(FieldError::field).toList());
    }

    @Test
    void phase() throws Exception
    {
        edit();
        stored(PAGE, Schema.INITIATIVE);
        assertThrows(CrowdsourcingException.class, () -> get(InitiativeManager.class).setPhase(PAGE, null));
        get(InitiativeManager.class).setPhase(PAGE, InitiativePhase.SOURCE);
        assertEquals(Map.of("phase", "source"), updated(PAGE, Schema.INITIATIVE));
    }

    @Test
    void dropAChallenge() throws Exception
    {
        edit();
        stored(PAGE, Schema.CHALLENGE);
        ChallengeManager manager = get(ChallengeManager.class);
        assertEquals(List.of("dropReasonRequired"), keys(assertThrows(CrowdsourcingException.class,
            () -> manager.setState(PAGE, ChallengeState.DROPPED, " "))));
        assertThrows(CrowdsourcingException.class, () -> manager.setState(PAGE, null, ""));
        manager.setState(PAGE, ChallengeState.DROPPED, "Too wide");
        assertEquals(Map.of("state", "dropped", "dropReason", "Too wide"), updated(PAGE, Schema.CHALLENGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, Integer.MIN_VALUE})
    void priority(int priority) throws Exception
    {
        edit();
        stored(PAGE, Schema.CHALLENGE);
        assertThrows(CrowdsourcingException.class, () -> get(ChallengeManager.class).setPriority(PAGE, priority));
        assertNothingSaved();
    }

    @Test
    void pagesOfTheBoard() throws Exception
    {
        List<ChallengeRow> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(new ChallengeRow(new Challenge(PAGE, "T" + i, "", i,
                i == 0 ? ChallengeState.DROPPED : ChallengeState.SELECTED, "", "", 0, "", null, List.of(), Wishes.NONE), null, 0,
                null, null, null, null));
        }
        when(this.challenges.list(any(), any())).thenReturn(rows);
        Page<ChallengeRow> page =
            list(ChallengeState.SELECTED, new PageRequest("2", 2));
        assertEquals(List.of("T3", "T4"), page.rows().stream().map(row -> row.challenge().title()).toList());
        assertEquals(Count.exactly(4), page.total());
        assertEquals("2", list(null, PageRequest.first(2)).next());
        assertTrue(list(null, new PageRequest("99", 2)).rows().isEmpty());
    }

    private List<String> titles(String text, BriefState brief, Sort<ChallengeOrder> sort) throws Exception
    {
        return get(ChallengeManager.class)
            .list(new ChallengeQuery(PAGE, text, null, brief, null, sort, PageRequest.first())).rows().stream()
            .map(row -> row.challenge().title()).toList();
    }

    @Test
    void orderOfChallenges() throws Exception
    {
        when(this.challenges.list(any(), any())).thenReturn(List.of(
            row("Courts", 2, ChallengeState.DROPPED, BriefState.FROZEN), row("arrest", 0, ChallengeState.SELECTED, null),
            row("Banks", 1, ChallengeState.SELECTED, BriefState.DRAFT)));
        assertEquals(List.of("Courts", "arrest", "Banks"), titles(" ", null, null));
        assertEquals(List.of("Banks", "Courts", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.PRIORITY, false)));
        assertEquals(List.of("Courts", "Banks", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.PRIORITY, true)));
        assertEquals(List.of("Courts", "Banks", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.TITLE, true)));
        assertEquals(List.of("arrest", "Banks", "Courts"),
            titles(null, null, new Sort<>(ChallengeOrder.STATE, false)));
        assertEquals(List.of("Banks", "Courts", "arrest"),
            titles(null, null, new Sort<>(ChallengeOrder.BRIEF, false)));
        assertEquals(List.of("arrest", "Banks", "Courts"),
            titles(null, null, new Sort<>(ChallengeOrder.DIALOGUE, false)), "By title where there is none");
        assertEquals(List.of("Courts", "arrest"), titles("R", null, null));
        assertEquals(List.of("Banks"), titles(null, BriefState.DRAFT, null));
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.challenge.Candidate;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeOrder;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreCard;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreSheet;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringState;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests who scores, and who sees what was given when.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ScoringTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference A = TestRows.page("I.A.WebHome");

    private static final DocumentReference B = TestRows.page("I.B.WebHome");

    private static final DocumentReference ALICE = TestRows.page("XWiki.Alice");

    private static final DocumentReference BOB = TestRows.page("XWiki.Bob");

    @InjectMockComponents
    private DefaultScoringManager manager;

    @MockComponent
    private ScoreStore store;

    @MockComponent
    private ChallengeStore challenges;

    @MockComponent
    private Partners partners;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    private final List<ScoreSheet> sheets = new ArrayList<>();

    private ChallengeState state = ChallengeState.PROPOSED;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.store.getCriteria(any()))
            .thenReturn(List.of(new Criterion("a", "A", "", 1), new Criterion("b", "B", "", 1)));
        when(this.store.getSheets(A)).thenReturn(this.sheets);
        when(this.store.getAll(INITIATIVE)).thenReturn(Map.of(A, this.sheets));
        when(this.things.find(A, Schema.CHALLENGE)).thenReturn(Optional.of(TestRows.row(A)));
        when(this.things.get(A, Schema.CHALLENGE)).thenReturn(TestRows.row(A));
        when(this.challenges.load(any())).then(call -> challenge(A, this.state));
        when(this.challenges.list(any(), any())).then(call -> List.of(
            new ChallengeRow(challenge(A, this.state), null, 0, null, null, null, null),
            new ChallengeRow(challenge(B, ChallengeState.PROPOSED), A, 1, null, null, null, null)));
        when(this.access.user()).thenReturn(ALICE);
        when(this.partners.mayScore(any())).thenReturn(true);
        doThrow(new NotAllowedException(new FieldError("", "notAllowed"))).when(this.access).require(false);
        scoring("open");
    }

    private static Challenge challenge(DocumentReference page, ChallengeState state)
    {
        return new Challenge(page, page.getLastSpaceReference().getName(), "", 0, state, "=Dropped", "", 0, "", null,
            List.of(), Wishes.NONE);
    }

    private void scoring(String scoring) throws Exception
    {
        when(this.things.nearest(any(), any())).thenReturn(Optional.of(TestRows.row(INITIATIVE, "scoring", scoring)));
        when(this.things.get(INITIATIVE, Schema.INITIATIVE))
            .thenReturn(TestRows.row(INITIATIVE, "scoring", scoring));
        when(this.things.getEditable(INITIATIVE, Schema.INITIATIVE))
            .thenReturn(TestRows.row(INITIATIVE, "scoring", scoring));
    }

    private static ScoreSheet sheet(DocumentReference user, boolean looked, int... scores)
    {
        return new ScoreSheet(user, scores.length == 1 ? Map.of("a", scores[0]) : Map.of("a", scores[0], "b", scores[1]),
            "", Instant.EPOCH, looked ? Instant.EPOCH : null, "s");
    }

    private ScoreCard card() throws Exception
    {
        return this.manager.getCard(A).orElseThrow();
    }

    private static List<String> keys(CrowdsourcingException e)
    {
        return e.getErrors().stream().map(error -> error.field() + ' ' + error.messageKey()
            .substring(error.messageKey().lastIndexOf('.') + 1)).toList();
    }

    @Test
    void othersAreSeenByWhoHasScoredAndLooks() throws Exception
    {
        this.sheets.add(sheet(BOB, false, 5, 5));
        assertNull(card().result());
        assertTrue(card().sheets().isEmpty());
        assertEquals(1, card().scorers(), "How many people is no secret to who scores");
        this.sheets.add(sheet(ALICE, false, 1, 1));
        assertNull(card().result(), "As long as the own ones may change");
        assertTrue(card().canScore());
        this.sheets.set(1, sheet(ALICE, true, 1));
        assertNull(card().result(), "An incomplete sheet does not open others");
        this.sheets.set(1, sheet(ALICE, true, 1, 1));
        assertEquals("3.00", card().result().overall().mean().toString());
        assertEquals(2, card().sheets().size());
        assertFalse(card().canScore());
    }

    @Test
    void meansAreKnownToWhoKnowsTheFigures() throws Exception
    {
        this.sheets.add(sheet(BOB, false, 5, 4));
        assertEquals(Map.of(), this.manager.getMeans(A));
        this.sheets.add(sheet(ALICE, true, 1, 1));
        assertEquals(Map.of(A, new BigDecimal("2.75")), this.manager.getMeans(A), "Who has scored and looked");
        when(this.access.user()).thenReturn(null);
        when(this.partners.mayScore(any())).thenReturn(false);
        assertEquals(Map.of(), this.manager.getMeans(A));
        scoring("closed");
        assertEquals(Map.of(A, new BigDecimal("2.75")), this.manager.getMeans(A));
        scoring("none");
        assertEquals(Map.of(), this.manager.getMeans(A));
    }

    @Test
    void challengesAreSortedByTheirMeans() throws Exception
    {
        List<ChallengeRow> rows = this.challenges.list(INITIATIVE, page -> true);
        Sort<ChallengeOrder> best = new Sort<>(ChallengeOrder.SCORE, true);
        assertEquals(List.of(B, A), sorted(rows, best, Map.of(A, new BigDecimal("2.75"), B, new BigDecimal("4.10"))));
        assertEquals(List.of(A, B), sorted(rows, best, Map.of(A, new BigDecimal("2.75"))), "Without one: last");
        assertEquals(List.of(B, A), sorted(rows, new Sort<>(ChallengeOrder.SCORE, false),
            Map.of(A, new BigDecimal("4.10"), B, new BigDecimal("2.75"))));
        assertEquals(List.of(A, B), sorted(rows, best, Map.of()));
    }

    private static List<DocumentReference> sorted(List<ChallengeRow> rows, Sort<ChallengeOrder> sort,
        Map<DocumentReference, BigDecimal> means)
    {
        return rows.stream().sorted(ChallengeFilter.order(sort, means)).map(row -> row.challenge().reference())
            .toList();
    }

    @Test
    void figuresAreForEverybodyInTheEndAndNamesForThoseWhoScore() throws Exception
    {
        this.sheets.add(sheet(BOB, false, 5, 5));
        when(this.access.user()).thenReturn(null);
        when(this.partners.mayScore(any())).thenReturn(false);
        assertNull(card().result());
        assertEquals(0, card().scorers());
        scoring("closed");
        assertEquals("5.00", card().result().overall().mean().toString());
        assertTrue(card().sheets().isEmpty());
        when(this.access.canEdit(INITIATIVE)).thenReturn(true);
        assertEquals(1, card().sheets().size());
        scoring("");
        assertNull(card().result(), "Before it was opened");
    }

    @Test
    void aScoreForEveryCriterion() throws Exception
    {
        assertEquals(List.of("score-a scoreNumber", "score-b scoreRequired"), keys(
            assertThrows(CrowdsourcingException.class, () -> this.manager.score(A, Map.of("a", "6"), "Why"))));
        assertThrows(CrowdsourcingException.class,
            () -> this.manager.score(A, Map.of("a", "1.5", "b", "-1"), ""));
        verify(this.store, never()).write(any(), any(), any(), anyString());
        this.manager.score(A, Map.of("a", " 5 ", "b", "1", "gone", "3"), " Why ");
        verify(this.store).write(A, ALICE, Map.of("a", 5, "b", 1), "Why");
    }

    @Test
    void onlyCandidatesAndOnlyWhileItIsOpen() throws Exception
    {
        Map<String, String> scores = Map.of("a", "1", "b", "1");
        this.state = ChallengeState.SPLIT;
        assertEquals(List.of(" noCandidate"),
            keys(assertThrows(CrowdsourcingException.class, () -> this.manager.score(A, scores, ""))));
        this.state = ChallengeState.PROPOSED;
        assertEquals(List.of(" scoreFirst"),
            keys(assertThrows(CrowdsourcingException.class, () -> this.manager.look(A))));
        this.sheets.add(sheet(ALICE, true, 1, 1));
        assertEquals(List.of(" scoreFinal"),
            keys(assertThrows(CrowdsourcingException.class, () -> this.manager.score(A, scores, ""))));
        this.manager.look(A);
        verify(this.store).look(A, ALICE);
        scoring("closed");
        assertEquals(List.of(" scoringNotOpen"),
            keys(assertThrows(CrowdsourcingException.class, () -> this.manager.score(A, scores, ""))));
        when(this.partners.mayScore(any())).thenReturn(false);
        assertThrows(NotAllowedException.class, () -> this.manager.score(A, scores, ""));
        verify(this.store, never()).write(any(), any(), any(), anyString());
    }

    @Test
    void openedWithCriteria() throws Exception
    {
        this.manager.setState(INITIATIVE, ScoringState.CLOSED);
        verify(this.writer).update(INITIATIVE, Schema.INITIATIVE, Map.of("scoring", "closed"), "");
        when(this.store.getCriteria(any())).thenReturn(List.of());
        assertEquals(List.of("scoring noCriteria"), keys(assertThrows(CrowdsourcingException.class,
            () -> this.manager.setState(INITIATIVE, ScoringState.OPEN))));
        assertThrows(CrowdsourcingException.class, () -> this.manager.setState(INITIATIVE, ScoringState.NONE));
    }

    @Test
    void theLongListIsATreeOnPages() throws Exception
    {
        this.state = ChallengeState.DROPPED;
        this.sheets.add(sheet(ALICE, true, 4, 4));
        List<Candidate> all = this.manager.getCandidates(INITIATIVE, PageRequest.first(10)).rows();
        assertEquals(List.of(A, B), all.stream().map(row -> row.row().challenge().reference()).toList());
        assertEquals(1, all.get(0).result().rank());
        assertFalse(all.get(0).isAwaited(), "Scored, and dropped");
        assertTrue(all.get(1).isAwaited());
        assertEquals("1", this.manager.getCandidates(INITIATIVE, PageRequest.first(1)).next());
        String file = this.manager.getFile(INITIATIVE);
        assertTrue(file.contains("A,,dropped,'=Dropped,1,4.00,0.00,4.00,4.00,1,4.00,0.00,4.00,0.00"), file);
        assertTrue(file.contains("B,A,proposed,,,,,,,,,,,"), file);
    }
}

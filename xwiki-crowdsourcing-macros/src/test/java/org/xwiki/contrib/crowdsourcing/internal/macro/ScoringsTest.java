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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.challenge.Candidate;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Choice;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreCard;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreFigures;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreResult;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreSheet;
import org.xwiki.contrib.crowdsourcing.challenge.Scoring;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringState;
import org.xwiki.contrib.crowdsourcing.challenge.SignOff;
import org.xwiki.contrib.crowdsourcing.challenge.TrailEntry;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.initiative.CommitmentChange;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeProgress;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests how candidates are scored, chosen, split and merged, with what somebody with bad intent typed everywhere.
 *
 * @version $Id$
 * @since 1.0
 */
class ScoringsTest extends AbstractMacroTest
{
    private static final DocumentReference CHALLENGE = page("Crowdsourcing.I.C");

    private static final DocumentReference OTHER = page("Crowdsourcing.I.D");

    private static final ScoreFigures FIGURES =
        new ScoreFigures(new BigDecimal("3.38"), new BigDecimal("1.13"), BigDecimal.ONE, BigDecimal.TEN);

    private static final ScoreSheet SHEET =
        new ScoreSheet(ALICE, Map.of("a", 4), EVIL, Instant.EPOCH, null, "stamp");

    @InjectMockComponents
    private InitiativeMacro initiativeMacro;

    @InjectMockComponents
    private ChallengeMacro challengeMacro;

    @BeforeEach
    void configure() throws Exception
    {
        this.user = ALICE;
        Terms terms = new Terms(Commitment.SUPPLEMENTARY, null, null, EVIL, Moderation.OPEN, 30, "", "", "", "",
            LocalDate.parse("2017-05-12"),
            List.of(new CommitmentChange(Instant.EPOCH, ALICE, EVIL, null, null, null, EVIL, 20)));
        when(this.initiatives.initiativeOf(any())).thenReturn(Optional.of(
            new Initiative(HOME, EVIL, EVIL, List.of(), List.of(), null, List.of(), terms, null, Map.of())));
        when(this.challenges.challengeOf(any())).thenReturn(Optional.of(challenge(ChallengeState.MERGED)));
        when(this.scorings.getScoring(any())).thenReturn(Optional.of(scoring(ScoringState.OPEN, true)));
        card(ScoringState.OPEN, SHEET, null);
    }

    private static Challenge challenge(ChallengeState state)
    {
        return new Challenge(CHALLENGE, EVIL, EVIL, 0, state, EVIL, "", 0, "", null, List.of(), Wishes.NONE, EVIL,
            List.of(page("Crowdsourcing.Gone")), List.of(OTHER));
    }

    private static Scoring scoring(ScoringState state, boolean may)
    {
        return new Scoring(HOME, state, List.of(new Criterion("a", EVIL, EVIL, 3)), may, may, "stamp");
    }

    private void card(ScoringState state, ScoreSheet own, ScoreResult result) throws CrowdsourcingException
    {
        when(this.scorings.getCard(any())).thenReturn(Optional.of(new ScoreCard(scoring(state, true),
            challenge(ChallengeState.PROPOSED), own, own != null, 2, result, result == null ? List.of() : List.of(SHEET))));
        when(this.scorings.getCandidates(any(), any())).thenReturn(new Page<>(List.of(
            new Candidate(new ChallengeRow(challenge(ChallengeState.PROPOSED), null, 0, null, null, null, null), own,
                own != null, 2, result),
            new Candidate(new ChallengeRow(challenge(ChallengeState.DROPPED), CHALLENGE, 1, null, null, null, null),
                null, false, 0, null)), "100", Count.exactly(2)));
    }

    private String initiative() throws Exception
    {
        this.sent.put("cs_view", new String[] {"scoring"});
        return show(this.initiativeMacro, new ReferenceMacroParameters());
    }

    private String challenge(String view) throws Exception
    {
        this.current = CHALLENGE;
        if (!view.isEmpty()) {
            this.sent.put("cs_view", new String[] {view});
        }
        return show(this.challengeMacro, new ReferenceMacroParameters());
    }

    @Test
    void theLongListShowsEveryCandidateAndOneForm() throws Exception
    {
        assertTrue(initiative().contains("You have scored every candidate."));
        this.sent.put("cs_item", new String[] {serialize(CHALLENGE)});
        String html = initiative();
        assertTrue(html.contains("name=\"score-a\""), html);
        assertTrue(html.contains("name=\"cs_seen\" value=\"stamp\""), html);
        assertTrue(html.contains("You have scored 1 of 1."), html);
        this.sent.remove("cs_item");
        card(ScoringState.OPEN, null, null);
        assertTrue(initiative().contains("You have scored 0 of 1."), "The next one");
        assertTrue(html.contains("Close the scoring and open the results"), html);
        assertTrue(html.contains("ExpertData?scores="), html);
        assertTrue(html.contains("cs_cursor=100"), html);
        assertTrue(html.contains("a challenge that you may not see"), "What it became");
        assertFalse(html.contains("3.38"), html);
        card(ScoringState.CLOSED, SHEET, new ScoreResult(2, 1, FIGURES, Map.of("a", FIGURES), 1));
        when(this.scorings.getScoring(any())).thenReturn(Optional.of(scoring(ScoringState.CLOSED, false)));
        html = initiative();
        assertTrue(html.contains("3.38") && html.contains("1.13"), html);
        assertFalse(html.contains("<form"), "Nothing to do");
        when(this.scorings.getScoring(any())).thenReturn(Optional.of(scoring(ScoringState.NONE, false)));
        assertTrue(initiative().contains("The scoring is for the owner"));
        verify(this.scorings, never()).getFile(any());
    }

    @Test
    void withoutCriteriaAndWithoutCandidates() throws Exception
    {
        when(this.scorings.getScoring(any()))
            .thenReturn(Optional.of(new Scoring(HOME, ScoringState.NONE, List.of(), true, true, "")));
        when(this.scorings.getCandidates(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        String html = initiative();
        assertTrue(html.contains("There are no criteria yet.") && html.contains("Add criteria"), html);
        assertTrue(html.contains("No challenge yet."), html);
        assertFalse(html.contains("setScoring"), html);
    }

    @Test
    void oneCandidateBeforeAndAfterItIsScored() throws Exception
    {
        String html = challenge("scoring");
        assertTrue(html.contains("Look at what the others gave"), html);
        card(ScoringState.OPEN, null, null);
        assertFalse(challenge("scoring").contains("Look at what the others gave"), "Score it first");
        card(ScoringState.CLOSED, SHEET, new ScoreResult(2, 1, FIGURES, Map.of("a", FIGURES), 0));
        html = challenge("scoring");
        assertTrue(html.contains("2 people count.") && html.contains("1 does not, because"), html);
        assertTrue(html.contains("Who gave what"), html);
        card(ScoringState.CLOSED, null, new ScoreResult(0, 0, null, Map.of(), 0));
        assertTrue(challenge("scoring").contains("Nobody has scored it on every criterion."));
        this.locale = Locale.forLanguageTag("es");
        assertTrue(challenge("scoring").contains("Nadie lo ha puntuado"));
    }

    @Test
    void scoresAreSentAndKeptWhenRefused() throws Exception
    {
        post("scoreChallenge", CHALLENGE, "score-a", "3", "note", EVIL);
        initiative();
        verify(this.scorings).score(CHALLENGE, Map.of("a", "3"), EVIL);
        verify(this.response).setHeader("Location",
            "/xwiki/bin/view/Crowdsourcing/I/WebHome?cs_view=scoring#cs-scoring");
        this.attributes.clear();
        doThrow(new CrowdsourcingException(new FieldError("score-a", "crowdsourcing.error.scoreNumber", EVIL, 1, 5)))
            .when(this.scorings).score(any(), any(), any());
        post("scoreChallenge", CHALLENGE, "score-a", "9", "note", EVIL);
        String html = initiative();
        assertTrue(html.contains("value=\"9\"") && html.contains("aria-invalid=\"true\""), html);
        this.attributes.clear();
        post("setScoring", HOME, "scoring", "closed");
        initiative();
        verify(this.scorings).setState(HOME, ScoringState.CLOSED);
    }

    @Test
    void signaturesAndTheTrail() throws Exception
    {
        when(this.challenges.canEdit(any())).thenReturn(true);
        when(this.choices.get(any())).thenReturn(Optional.of(new Choice(
            List.of(new TrailEntry(ChallengeState.PROPOSED, ChallengeState.MERGED, EVIL, ALICE, Instant.EPOCH,
                List.of(OTHER, page("Crowdsourcing.Gone")), false),
                new TrailEntry(ChallengeState.PROPOSED, ChallengeState.PROPOSED, "", ALICE, null, List.of(OTHER), true),
                new TrailEntry(null, ChallengeState.PROPOSED, "", null, null, List.of(), false)),
            List.of(new SignOff(0, ALICE, EVIL, EVIL, LocalDate.parse("2017-05-12"), ALICE),
                new SignOff(1, null, EVIL, "", null, page("XWiki.B"))),
            Map.of(OTHER, EVIL), new Choice.Powers(true, true, true, true, true), "stamp", "signed")));
        String html = challenge("");
        assertTrue(html.contains("Merged into:") && html.contains("From:"), html);
        assertTrue(html.contains("recorded by"), html);
        assertEquals(2, html.split("cs-form-withdrawSignOff").length - 1);
        assertEquals(2, html.split("value=\"signed\"").length - 1, "What was seen of the signatures");
        assertTrue(html.contains("Others went out of it again"), html);
        for (String form : List.of("signOff", "recordSignOff", "undoChoice", "setChallengeState")) {
            assertTrue(html.contains("cs-form-" + form), form);
        }
        assertTrue(html.contains("cs_view=split"), html);
        when(this.choices.getMergeable(CHALLENGE)).thenReturn(Map.of(OTHER, EVIL));
        html = challenge("split");
        assertTrue(html.contains("cs-form-splitChallenge") && html.contains("value=\"" + serialize(OTHER) + "\""), html);
        post("mergeChallenges", CHALLENGE, "others", serialize(OTHER), "reason", EVIL);
        challenge("split");
        verify(this.choices).merge(eq(CHALLENGE), eq(List.of(OTHER)), eq(EVIL));
    }

    @Test
    void whatWasDeclaredBeforeIsShown() throws Exception
    {
        when(this.initiatives.getProgress(any())).thenReturn(new InitiativeProgress(Count.exactly(0),
            Count.exactly(0), Count.exactly(0), Count.exactly(0), Count.exactly(0), Count.exactly(0),
            Count.exactly(0), Count.exactly(0), Count.exactly(0), Count.exactly(0), Count.exactly(0)));
        when(this.challenges.list(any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        String html = show(this.initiativeMacro, new ReferenceMacroParameters());
        assertTrue(html.contains("Declared at the launch, on") && html.contains("How it read before"), html);
        assertTrue(html.contains("within 20 days") && html.contains("within 30 days"), html);
    }
}

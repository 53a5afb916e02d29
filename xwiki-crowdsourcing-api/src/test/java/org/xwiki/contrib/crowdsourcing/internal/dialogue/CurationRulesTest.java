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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests who may decide on contributions, hide and show them, and who sees them then.
 *
 * @version $Id$
 * @since 1.0
 */
class CurationRulesTest extends AbstractContributionRulesTest
{
    @Test
    void onlyCuratorsCurate() throws Exception
    {
        stored("state", "published", "kind", "idea");
        assertThrows(NotAllowedException.class, () -> this.manager.decide(this.idea, Outcome.TAKEN, null, ""));
        assertThrows(NotAllowedException.class, () -> this.manager.hide(this.idea, HidingReason.SPAM, ""));
        assertThrows(NotAllowedException.class, () -> this.manager.unhide(this.idea));
        assertThrows(NotAllowedException.class, () -> this.manager.approve(this.idea));
        assertFalse(this.manager.canCurate(DIALOGUE));
        assertNothingSaved();
    }

    private Map<String, Object> updated() throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(this.idea), eq(Schema.CONTRIBUTION), values.capture(), anyString());
        return values.getValue();
    }

    @Test
    void decide() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        this.manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, " Too dear ");
        Map<String, Object> values = updated();
        assertEquals("nottaken", values.get("decision"));
        assertEquals("cost", values.get("reasonKind"));
        assertEquals("Too dear", values.get("reason"));
        assertEquals("XWiki.Eva", values.get("decidedBy"));
        assertTrue(values.get("decidedOn").toString().endsWith("Z"));
    }

    @Test
    void takenNeedsNoReason() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        this.manager.decide(this.idea, Outcome.TAKEN, null, null);
        assertEquals("", updated().get("reasonKind"));
    }

    @ParameterizedTest
    @CsvSource({"NOT_TAKEN", "PARTLY"})
    void refusalNeedsAReason(Outcome outcome) throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        CrowdsourcingException exception = assertThrows(CrowdsourcingException.class,
            () -> this.manager.decide(this.idea, outcome, null, " "));
        assertEquals(List.of("reasonKind", "reason"),
            exception.getErrors().stream().map(FieldError::field).toList());
        assertThrows(CrowdsourcingException.class,
            () -> this.manager.decide(this.idea, null, DecisionReason.COST, "x"));
        assertNothingSaved();
    }

    private List<String> refused(Outcome outcome, DecisionReason kind, String reason, String decider)
    {
        return assertThrows(CrowdsourcingException.class,
            () -> this.manager.decide(this.idea, outcome, kind, reason, decider)).getErrors().stream()
                .map(FieldError::field).toList();
    }

    @ParameterizedTest
    @CsvSource({"5,", "5, 0", "2, 2", "7, 7", "8, 7"})
    void whatManyBackIsClosedOnlyWithWhoAndWhy(int supporters, Integer threshold) throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        if (threshold != null) {
            when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(
                Optional.of(TestRows.row(TestRows.page("I.WebHome"), "registerThreshold", threshold)));
        }
        backed(supporters);
        for (Outcome outcome : Outcome.values()) {
            assertEquals(List.of("reasonKind", "reason", "decider"), refused(outcome, null, " ", " "));
            assertEquals(List.of("decider"), refused(outcome, DecisionReason.FITS, "It fits", ""));
            assertEquals(List.of("reason"), refused(outcome, DecisionReason.FITS, "", null));
        }
        CrowdsourcingException hidden = assertThrows(CrowdsourcingException.class,
            () -> this.manager.hide(this.idea, HidingReason.OFF_TOPIC, " "));
        assertEquals(List.of("hiddenReason"), hidden.getErrors().stream().map(FieldError::field).toList());
        assertNothingSaved();
        this.manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too dear", " Ministry of Finance ");
        assertEquals("Ministry of Finance", updated().get("decider"));
        assertEquals("XWiki.Eva", updated().get("decidedBy"));
    }

    @ParameterizedTest
    @CsvSource({"4,", "6, 7", "1, 2"})
    void whatFewBackIsTakenWithoutAReason(int supporters, Integer threshold) throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        if (threshold != null) {
            when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(
                Optional.of(TestRows.row(TestRows.page("I.WebHome"), "registerThreshold", threshold)));
        }
        backed(supporters);
        this.manager.decide(this.idea, Outcome.TAKEN, null, "", "");
        assertEquals("", updated().get("decider"));
    }

    @Test
    void whoDecidesIsOneLine() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        assertEquals(List.of("decider"), refused(Outcome.TAKEN, null, "", "a\nb"));
        assertEquals(List.of("decider"), refused(Outcome.TAKEN, null, "", "a".repeat(251)));
        assertNothingSaved();
    }

    @Test
    void inADialogueOnlyIdeasAreDecided() throws Exception
    {
        curate();
        stored("state", "published", "kind", "question");
        assertThrows(ConflictException.class, () -> this.manager.decide(this.idea, Outcome.TAKEN, null, ""));
        stored("state", "hidden", "kind", "idea");
        assertThrows(ConflictException.class, () -> this.manager.decide(this.idea, Outcome.TAKEN, null, ""));
        assertNothingSaved();
    }

    @Test
    void aboutABriefEverythingIsDecided() throws Exception
    {
        curate();
        brief("workshop");
        Contribution comment = contribution(new DocumentReference(this.idea.getName(),
            BRIEF.getLastSpaceReference()), "state", "published", "kind", "question");
        assertTrue(this.manager.canDecide(comment));
        this.manager.decide(comment.reference(), Outcome.TAKEN, null, "");
        verify(this.writer).update(eq(comment.reference()), any(), anyMap(), anyString());
    }

    private Contribution contribution(DocumentReference page, Object... values) throws Exception
    {
        Row row = TestRows.row(page, values);
        when(this.store.find(page)).thenReturn(row);
        return this.manager.getContribution(page).orElseThrow();
    }

    @Test
    void hideAndUnhide() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        assertThrows(CrowdsourcingException.class, () -> this.manager.hide(this.idea, null, ""));
        assertThrows(CrowdsourcingException.class, () -> this.manager.hide(this.idea, HidingReason.OTHER, ""));
        assertThrows(ConflictException.class, () -> this.manager.unhide(this.idea));
        this.manager.hide(this.idea, HidingReason.SPAM, "");
        assertEquals("hidden", updated().get("state"));
        stored("state", "hidden");
        assertThrows(ConflictException.class, () -> this.manager.hide(this.idea, HidingReason.SPAM, ""));
        this.manager.unhide(this.idea);
    }

    @Test
    void whatIsShownAgainLeavesNoAppealOpen() throws Exception
    {
        curate();
        stored("state", "hidden", "appeal", "It is on topic", "appealState", "open");
        this.manager.unhide(this.idea);
        assertEquals("granted", updated().get("appealState"));
        assertEquals("published", updated().get("state"));
    }

    @Test
    void approve() throws Exception
    {
        curate();
        stored("state", "published");
        assertThrows(ConflictException.class, () -> this.manager.approve(this.idea));
        stored("state", "awaiting");
        this.manager.approve(this.idea);
        assertEquals(Map.of("state", "published"), updated());
    }

    @Test
    void hiddenTextIsSeenByCuratorsAlone() throws Exception
    {
        Object[] values = {"state", "hidden", "text", "insult", "passage", "p", "hiddenReasonKind", "abuse",
            "hiddenReason", "names a person", "hiddenBy", "XWiki.Carlos"};
        Contribution seen = contribution(this.idea, values);
        assertEquals("", seen.text());
        assertEquals("", seen.passage());
        assertEquals(HidingReason.ABUSE, seen.hiding().reasonKind());
        assertEquals("", seen.hiding().reason());
        assertNull(seen.hiding().by());
        curate();
        assertEquals("insult", contribution(this.idea, values).text());
        assertEquals("names a person", contribution(this.idea, values).hiding().reason());
    }

    @Test
    void whatAwaitsIsSeenByItsAuthorAndCurators() throws Exception
    {
        stored("state", "awaiting", "author", "XWiki.Eva");
        assertTrue(this.manager.getContribution(this.idea).isPresent());
        login(TestRows.page("XWiki.Other"));
        assertTrue(this.manager.getContribution(this.idea).isEmpty());
        login(null);
        assertTrue(this.manager.getContribution(this.idea).isEmpty());
        curate();
        assertTrue(this.manager.getContribution(this.idea).isPresent());
    }

    @Test
    void whatHasNoStateIsNotShown() throws Exception
    {
        stored("state", "nonsense");
        assertTrue(this.manager.getContribution(this.idea).isEmpty());
    }

    @Test
    void everyRowIsChecked() throws Exception
    {
        DocumentReference secret = new DocumentReference(ContributionKeys.root(Instant.now()),
            DIALOGUE.getLastSpaceReference());
        when(this.access.canView(secret)).thenReturn(false);
        Row shown = TestRows.row(this.idea, "state", "published", "kind", "evidence", "author", "XWiki.Eva");
        when(this.search.find(any(), any())).thenReturn(Matches.ALL);
        when(this.store.slice(any(), any())).thenReturn(new ContributionStore.Slice(
            List.of(shown, TestRows.row(secret, "state", "published")), List.of(), "n", Count.exactly(2)));
        ThreadPage page = this.manager.getThread(new ThreadQuery(DIALOGUE, PageRequest.first()));
        assertEquals(1, page.page().rows().size());
        Contribution contribution = page.page().rows().get(0);
        assertEquals(ContributionKind.EVIDENCE, contribution.kind());
        assertEquals(EVA, contribution.author());
        assertEquals(DIALOGUE, contribution.thread());
        assertTrue(contribution.isRoot());
        assertEquals(ContributionState.PUBLISHED, contribution.state());
        assertEquals("n", page.page().next());
    }

    @Test
    void meetingLinkIsForThoseWhoTakePart() throws Exception
    {
        assertEquals("https://meet.example.org/x", this.manager.get(DIALOGUE).map(Dialogue::meetingLink).orElse(""));
        login(null);
        assertEquals("", this.manager.get(DIALOGUE).map(Dialogue::meetingLink).orElse("none"));
    }
}

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

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Choice;
import org.xwiki.contrib.crowdsourcing.challenge.SignOff;
import org.xwiki.contrib.crowdsourcing.challenge.TrailEntry;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests who signs challenges off, splits and merges them, and takes that back.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ChoicesTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference A = TestRows.page("I.A.WebHome");

    private static final DocumentReference B = TestRows.page("I.B.WebHome");

    private static final DocumentReference ALICE = TestRows.page("XWiki.Alice");

    @InjectMockComponents
    private DefaultChoiceManager manager;

    @MockComponent
    private ChoiceStore store;

    @MockComponent
    private ChallengeStore challenges;

    @MockComponent
    private Partners partners;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    private final Map<DocumentReference, Row> rows = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.things.nearest(any(), any())).thenReturn(Optional.of(TestRows.row(INITIATIVE)));
        when(this.things.find(any(), any())).then(call -> Optional.ofNullable(this.rows.get(call.getArgument(0))));
        when(this.things.get(any(), any())).then(call -> this.rows.get(call.getArgument(0)));
        when(this.things.getEditable(any(), any())).then(call -> this.rows.get(call.getArgument(0)));
        when(this.things.canCreate(any())).thenReturn(true);
        when(this.access.user()).thenReturn(ALICE);
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.canEdit(any())).thenReturn(true);
        doThrow(new NotAllowedException(new FieldError("", "x.notAllowed"))).when(this.access).require(false);
        when(this.challenges.list(any(), any())).then(call -> this.rows.values().stream()
            .map(row -> new ChallengeRow(new Challenge(row.page(), row.title(), "", 0, ChoiceStore.state(row), "", "",
                0, "", null, List.of(), Wishes.NONE), null, 0, null, null, null, null)).toList());
        row(A, "state", "proposed");
        row(B, "state", "selected");
    }

    private void row(DocumentReference page, Object... values)
    {
        this.rows.put(page, TestRows.row(page, values));
    }

    private void trail(ChallengeState before, ChallengeState state) throws Exception
    {
        when(this.store.getTrail(A)).thenReturn(List.of(new TrailEntry(before, state, "", ALICE, null, List.of(B), false)));
    }

    private Choice.Powers powers() throws Exception
    {
        return this.manager.get(A).orElseThrow().powers();
    }

    private void assertRefused(String error, Act act)
    {
        CrowdsourcingException e = assertThrows(CrowdsourcingException.class, act::run);
        assertEquals(error, e.getErrors().get(0).field() + ' ' + e.getErrors().get(0).messageKey()
            .substring(e.getErrors().get(0).messageKey().lastIndexOf('.') + 1));
    }

    @FunctionalInterface
    private interface Act
    {
        void run() throws Exception;
    }

    @Test
    void partnersSignOnceAndEditorsRecord() throws Exception
    {
        assertFalse(powers().sign());
        assertThrows(NotAllowedException.class, () -> this.manager.sign(A, ""));
        when(this.partners.maySign(any())).thenReturn(true);
        assertTrue(powers().sign());
        this.manager.sign(A, " Ministry ");
        verify(this.store).sign(A, ALICE, "Ministry");
        when(this.store.getSignOffs(A)).thenReturn(List.of(new SignOff(3, ALICE, "Alice", "", null, ALICE)));
        assertRefused(" signedAlready", () -> this.manager.sign(A, ""));
        assertRefused("name required", () -> this.manager.recordSignature(A, " ", "", "2017-05-12"));
        assertRefused("signedOn date", () -> this.manager.recordSignature(A, "Rita", "", "2017-13-12"));
        this.manager.recordSignature(A, "Rita", "Bank", "");
        verify(this.store).record(A, ALICE, "Rita", "Bank", "");
        assertRefused("name recordedAlready", () -> this.manager.recordSignature(A, "ALICE", "", ""));
        assertRefused("signedOn signedLater", () -> this.manager.recordSignature(A, "Rita", "",
            LocalDate.now().plusDays(3).toString()));
        when(this.access.canEdit(any())).thenReturn(false);
        this.manager.withdraw(A, 3);
        verify(this.store).withdraw(this.rows.get(A), 3);
        assertThrows(NotAllowedException.class, () -> this.manager.withdraw(A, 4), "That of somebody else");
    }

    @Test
    void splitIntoSeveral() throws Exception
    {
        assertRefused("parts splitParts", () -> this.manager.split(A, " One \n\n", ""));
        assertRefused("parts splitParts", () -> this.manager.split(A, "x\n".repeat(11), ""));
        this.manager.split(A, " One \r\nTwo", " Why ");
        verify(this.store).split(this.rows.get(A), INITIATIVE, List.of("One", "Two"), "Why");
        when(this.things.canCreate(any())).thenReturn(false);
        assertFalse(powers().split());
        assertThrows(NotAllowedException.class, () -> this.manager.split(A, "One\nTwo", ""));
        row(A, "state", "dropped");
        assertRefused(" noCandidate", () -> this.manager.split(A, "One\nTwo", ""));
    }

    @Test
    void mergeCandidatesOfTheInitiative() throws Exception
    {
        assertRefused("others mergeOthers", () -> this.manager.merge(A, List.of(), ""));
        assertRefused("others noCandidateAnyMore", () -> this.manager.merge(A, List.of(A), ""));
        this.manager.merge(A, List.of(B, B), "Same");
        verify(this.store).merge(this.rows.get(A), List.of(this.rows.get(B)), "Same");
        assertEquals(List.of(B), List.copyOf(this.manager.getMergeable(A).keySet()));
        row(B, "state", "merged");
        assertRefused("others noCandidateAnyMore", () -> this.manager.merge(A, List.of(B), ""));
    }

    @Test
    void undoneWhileNothingWasDecidedOnTheParts() throws Exception
    {
        assertFalse(powers().undo());
        assertRefused(" nothingToUndo", () -> this.manager.undo(A));
        trail(ChallengeState.SELECTED, ChallengeState.SPLIT);
        row(A, "state", "split", "successors", List.of("I.B.WebHome"));
        assertTrue(powers().undo());
        assertRefused(" partsDecided", () -> this.manager.undo(A));
        verify(this.store, never()).restore(any(), any(), any(), anyBoolean());
        row(B, "state", "proposed");
        this.manager.undo(A);
        verify(this.store).restore(this.rows.get(A), ChallengeState.SELECTED, List.of(this.rows.get(B)), true);
        trail(ChallengeState.PROPOSED, ChallengeState.MERGED);
        row(A, "state", "merged", "successors", List.of("I.B.WebHome"));
        this.manager.undo(A);
        verify(this.store).restore(this.rows.get(A), ChallengeState.PROPOSED, List.of(this.rows.get(B)), false);
        trail(ChallengeState.PROPOSED, ChallengeState.DROPPED);
        assertRefused(" nothingToUndo", () -> this.manager.undo(A));
    }
}

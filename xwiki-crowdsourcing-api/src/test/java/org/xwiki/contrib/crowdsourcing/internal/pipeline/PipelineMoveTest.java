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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.invitation.InvitationRound;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.pipeline.Pipeline;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.contrib.crowdsourcing.pipeline.Selection;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests how people are moved through a pipeline, and back.
 *
 * @version $Id$
 * @since 1.0
 */
class PipelineMoveTest extends AbstractPipelineTest
{
    private String stamp(DocumentReference engagement)
    {
        return Standing.stamp(row(engagement));
    }

    private Selection select(DocumentReference... engagements)
    {
        Map<DocumentReference, String> people = new HashMap<>();
        for (DocumentReference engagement : engagements) {
            people.put(engagement, stamp(engagement));
        }
        return new Selection(people, Map.of(), PipelineQuery.ALL);
    }

    private static List<String> errors(CrowdsourcingException exception)
    {
        return exception.getErrors().stream().map(error -> error.messageKey()
            .substring(error.messageKey().lastIndexOf('.') + 1) + error.parameters()).toList();
    }

    @Test
    void whoGetsAnEMailIsInvitedAsOneStepThatWithdrawsTheLinksWhenUndone() throws Exception
    {
        DocumentReference ana = engage("Ana", "proposed");
        DocumentReference ben = engage("Ben", "invited");
        DocumentReference cy = engage("Cy", "proposed");
        DocumentReference dan = engage("Dan", "declined");
        when(this.round.plan(any())).thenReturn(new InvitationRound.Plan(Map.of(ana, "a@example.org", ben,
            "b@example.org"), Map.of(InvitationRound.Obstacle.ADDRESS, Set.of(cy), InvitationRound.Obstacle.DECLINED,
                Set.of(dan))));
        CrowdsourcingException exception = assertThrows(CrowdsourcingException.class,
            () -> this.manager.invite(DIALOGUE, select(ana, ben, cy, dan), 9));
        List<String> errors = errors(exception);
        assertEquals("pipelineMail[2]", errors.get(0));
        assertEquals(Set.of("address[[Cy]]", "declined[[Dan]]"), Set.copyOf(errors.subList(1, 3)));
        assertEquals(List.of("invited", "invited", "proposed", "declined"),
            List.of(state(ana), state(ben), state(cy), state(dan)));
        // What is sent knows where each was, in case it does not arrive.
        verify(this.round).check(9);
        verify(this.round).send(argThat(row -> row.page().equals(ana) && row.text("state").equals("proposed")),
            eq("a@example.org"), eq(9));
        verify(this.round).send(argThat(row -> row.page().equals(ben)), eq("b@example.org"), eq(9));

        when(this.round.sentSince(any(), any())).thenReturn(Set.of(ana));
        Pipeline.LastMove last = this.manager.get(DIALOGUE, PipelineQuery.ALL).last();
        assertEquals(List.of(1, 1), List.of(last.people(), last.mails()), "One was moved");
        assertEquals(1, this.manager.undo(DIALOGUE, last.key()));
        verify(this.round).withdraw(ana);
        assertEquals(List.of("proposed", "invited"), List.of(state(ana), state(ben)));
    }

    @Test
    void nobodyIsMovedWhenNoEMailCanBeSent() throws Exception
    {
        DocumentReference ana = engage("Ana", "proposed");
        doThrow(new CrowdsourcingException(new FieldError("", "no"))).when(this.round).check(9);
        assertThrows(CrowdsourcingException.class, () -> this.manager.invite(DIALOGUE, select(ana), 9));
        assertEquals("proposed", state(ana));
        Selection seen = select(ana);
        this.stored.get(ana).put("state", "screened");
        assertThrows(ConflictException.class, () -> this.manager.invite(DIALOGUE, seen, 14));
        verify(this.round, never()).send(any(), any(), anyInt());
    }

    @Test
    void manyAreMovedAndTakenBackAsOneStep() throws Exception
    {
        DocumentReference ana = engage("Ana", "proposed");
        DocumentReference ben = engage("Ben", "invited");
        DocumentReference cy = engage("Cy", "accepted");
        assertEquals(2, this.manager.move(DIALOGUE, select(ana, ben, cy), EngagementState.ACCEPTED));
        assertEquals(List.of("accepted", "accepted", "accepted"), List.of(state(ana), state(ben), state(cy)));
        assertEquals("XWiki.Ana", this.stored.get(ana).get("stateBy"));
        assertEquals(List.of("Cy", "Ana"), names(this.manager.get(DIALOGUE, PipelineQuery.ALL).columns().get(3)
            .cards()), "In the order of the pipeline, after who accepted before");
        Pipeline.LastMove last = this.manager.get(DIALOGUE, PipelineQuery.ALL).last();
        assertEquals(List.of(2, EngagementState.ACCEPTED, ANA), List.of(last.people(), last.state(), last.by()));
        assertEquals(2, this.manager.undo(DIALOGUE, last.key()));
        assertEquals(List.of("proposed", "invited", "accepted"), List.of(state(ana), state(ben), state(cy)));
        assertEquals("", this.stored.get(ana).get("acceptedOn"));
        assertNull(this.manager.get(DIALOGUE, PipelineQuery.ALL).last());
        assertEquals(List.of("pipelineNoStep[]"),
            errors(assertThrows(ConflictException.class, () -> this.manager.undo(DIALOGUE, last.key()))));
        assertThrows(ConflictException.class, () -> this.manager.undo(DIALOGUE, ""));
    }

    @Test
    void thePlaceInTheOrderComesBackToo() throws Exception
    {
        DocumentReference ana = engage("Ana", "accepted");
        Object accepted = this.stored.get(ana).get("acceptedOn");
        this.manager.move(DIALOGUE, select(ana), EngagementState.DECLINED);
        assertEquals("", this.stored.get(ana).get("acceptedOn"));
        this.manager.undo(DIALOGUE, this.manager.get(DIALOGUE, PipelineQuery.ALL).last().key());
        assertEquals(accepted, this.stored.get(ana).get("acceptedOn"));
        assertEquals("accepted", state(ana));
    }

    @Test
    void whomSomebodyChangedSinceStaysAsIs() throws Exception
    {
        DocumentReference ana = engage("Ana", "proposed");
        DocumentReference ben = engage("Ben", "proposed");
        this.manager.move(DIALOGUE, select(ana, ben), EngagementState.SCREENED);
        assertEquals("XWiki.Ana", this.stored.get(ana).get("screenedBy"));
        String key = this.manager.get(DIALOGUE, PipelineQuery.ALL).last().key();
        this.stored.get(ben).putAll(Map.of("state", "invited", "stateOn", "2017-07-01T10:00:00.000Z"));
        assertEquals(List.of("pipelineUndo[[Ben], 1]"),
            errors(assertThrows(ConflictException.class, () -> this.manager.undo(DIALOGUE, key))));
        assertEquals(List.of("proposed", "invited"), List.of(state(ana), state(ben)));
        assertEquals("", this.stored.get(ana).get("screenedBy"));
        assertNull(this.manager.get(DIALOGUE, PipelineQuery.ALL).last());
    }

    @Test
    void theSecondCuratorIsToldWhoChangedWhom() throws Exception
    {
        DocumentReference ana = engage("Ana", "proposed");
        DocumentReference ben = engage("Ben", "proposed");
        Selection seen = select(ana, ben);
        this.user = BEN;
        this.manager.move(DIALOGUE, select(ben), EngagementState.INVITED);
        this.user = ANA;
        List<FieldError> errors = assertThrows(ConflictException.class,
            () -> this.manager.move(DIALOGUE, seen, EngagementState.SCREENED)).getErrors();
        assertEquals(1, errors.size());
        assertEquals(List.of(List.of("Ben"), EngagementState.INVITED, BEN), errors.get(0).parameters().subList(0, 3));
        assertTrue(errors.get(0).parameters().get(3) instanceof Instant);
        assertEquals(List.of("proposed", "invited"), List.of(state(ana), state(ben)), "Nobody was moved");
        this.stored.get(ben).put("stateBy", "");
        assertEquals(List.of("pipelineChangedBySomebody[[Ben], INVITED]"), errors(assertThrows(ConflictException.class,
            () -> this.manager.move(DIALOGUE, seen, EngagementState.SCREENED))));
        this.stored.remove(ben);
        assertEquals(List.of("pipelineGone[]"), errors(assertThrows(ConflictException.class,
            () -> this.manager.move(DIALOGUE, seen, EngagementState.SCREENED))));
    }

    @Test
    void changedAtTheSameMoment() throws Exception
    {
        DocumentReference ana = engage("Ana", "proposed");
        DocumentReference ben = engage("Ben", "proposed");
        doAnswer(call -> {
            // Another curator is faster.
            this.stored.get(ben).put("state", "declined");
            DocumentReference page = call.getArgument(0);
            this.stored.get(page)
                .putAll(call.<Function<Row, Map<String, Object>>>getArgument(2).apply(row(page)));
            return null;
        }).when(this.writer).adjust(any(), any(), any(), anyString());
        assertEquals(List.of("pipelineLate[[Ben], 1]"), errors(assertThrows(ConflictException.class,
            () -> this.manager.move(DIALOGUE, select(ana, ben), EngagementState.SCREENED))));
        assertEquals(List.of("screened", "declined"), List.of(state(ana), state(ben)));
    }

    @Test
    void whatMakesNoSenseNamesThePeople() throws Exception
    {
        DocumentReference ana = engage("Ana", "accepted");
        DocumentReference ben = engage("Ben", "accepted");
        DocumentReference cy = engage("Cy", "accepted");
        DocumentReference dan = engage("Dan", "invited");
        assertEquals(List.of("pipelineTransition[[Dan], INVITED, ATTENDED]", "pipelineNoSeat[[Cy]]"),
            errors(assertThrows(CrowdsourcingException.class,
                () -> this.manager.move(DIALOGUE, select(ana, ben, cy, dan), EngagementState.ATTENDED))));
        assertEquals("accepted", state(ana));
        assertEquals(2, this.manager.move(DIALOGUE, select(ana, ben), EngagementState.ATTENDED));
        assertEquals(List.of("nothingTicked[]"), errors(assertThrows(CrowdsourcingException.class,
            () -> this.manager.move(DIALOGUE, select(), EngagementState.ATTENDED))));
        assertEquals(List.of("pipelineState[]"), errors(assertThrows(CrowdsourcingException.class,
            () -> this.manager.move(DIALOGUE, select(ana), null))));
        this.locked.add(ana);
        assertThrows(NotAllowedException.class,
            () -> this.manager.move(DIALOGUE, select(ana), EngagementState.ACCEPTED));
    }

    @Test
    void aWholeColumnIsMovedUnlessItChanged() throws Exception
    {
        for (int i = 0; i < 30; i++) {
            engage("P" + i, i < 5 ? "accepted" : "proposed");
        }
        String proposed = column(DIALOGUE, PipelineQuery.ALL, EngagementState.PROPOSED).stamp();
        String accepted = column(DIALOGUE, PipelineQuery.ALL, EngagementState.ACCEPTED).stamp();
        assertEquals(25, this.manager.move(DIALOGUE, new Selection(Map.of(),
            Map.of(EngagementState.PROPOSED, proposed), PipelineQuery.ALL), EngagementState.SCREENED));
        assertEquals(List.of("pipelineColumn[PROPOSED]"), errors(assertThrows(ConflictException.class,
            () -> this.manager.move(DIALOGUE, new Selection(Map.of(), Map.of(EngagementState.PROPOSED, proposed),
                PipelineQuery.ALL), EngagementState.SCREENED))));
        assertEquals(2, this.manager.move(DIALOGUE, new Selection(Map.of(),
            Map.of(EngagementState.ACCEPTED, accepted), PipelineQuery.ALL), EngagementState.ATTENDED),
            "Those with a seat");
    }

    @Test
    void notMoreAtOnceThanCanBeSaved() throws Exception
    {
        for (int i = 0; i <= Selection.MOST; i++) {
            this.minute = 0;
            engage("P" + i, "proposed");
        }
        assertEquals(List.of("pipelineTooMany[500]"), errors(assertThrows(CrowdsourcingException.class,
            () -> this.manager.move(DIALOGUE, new Selection(Map.of(), Map.of(EngagementState.PROPOSED,
                column(DIALOGUE, PipelineQuery.ALL, EngagementState.PROPOSED).stamp()), PipelineQuery.ALL),
                EngagementState.SCREENED))));
    }

    @ParameterizedTest
    @CsvSource({"PROPOSED,SCREENED,true", "PROPOSED,ATTENDED,false", "PROPOSED,INTERVIEWED,false",
        "SCREENED,PROPOSED,true", "INVITED,INVITED,true", "ACCEPTED,INVITED,false", "ACCEPTED,DECLINED,true",
        "DECLINED,INVITED,true", "DECLINED,PROPOSED,true", "ATTENDED,ACCEPTED,true", "ATTENDED,DECLINED,false",
        "INTERVIEWED,SCREENED,false", "DECLINED,ATTENDED,false", "DECLINED,INTERVIEWED,true"})
    void nextStates(EngagementState from, EngagementState to, boolean possible)
    {
        assertEquals(possible, from.canBecome(to));
    }
}

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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.pipeline.Participation;
import org.xwiki.contrib.crowdsourcing.pipeline.Pipeline;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.contrib.crowdsourcing.pipeline.Selection;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.when;

/**
 * Tests what a pipeline shows, and to whom.
 *
 * @version $Id$
 * @since 1.0
 */
class PipelineManagerTest extends AbstractPipelineTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static PipelineQuery shown(EngagementState state, int from, int limit, DocumentReference... always)
    {
        return new PipelineQuery(null, null, null, null, null, null, 0,
            new PipelineQuery.View(state, from, limit, Set.of(always)));
    }

    @Test
    void whoAcceptedHasASeatOrWaitsInOrder() throws Exception
    {
        for (String name : List.of("Dan", "Cy", "Ben", "Ana")) {
            engage(name, "accepted");
        }
        engage("Eve", "attended");
        engage("Fay", "invited");
        Pipeline pipeline = this.manager.get(DIALOGUE, PipelineQuery.ALL);
        Pipeline.Column accepted = pipeline.columns().get(3);
        assertEquals(EngagementState.ACCEPTED, accepted.state());
        assertEquals(List.of("Dan"), names(accepted.cards()));
        assertEquals(List.of("Cy", "Ben", "Ana"), names(accepted.waiting()));
        assertEquals(List.of(1, 2, 3), accepted.waiting().stream().map(PipelineCard::waiting).toList());
        assertEquals(List.of(1, 3), List.of(accepted.total(), accepted.waitingTotal()));
        assertEquals(List.of(new Pipeline.Seats(DIALOGUE, "Title of Dialogue", 2, 2, 3)), pipeline.seats());
        assertEquals(6, pipeline.total());
        assertFalse(pipeline.more());
        assertNull(pipeline.last());
        PipelineCard card = accepted.cards().get(0);
        assertEquals(List.of("Money", "Courts"), card.person().areas());
        assertEquals(new PipelineCard.Change(BEN, Instant.parse("2017-06-01T10:10:00Z")), card.changed());
        assertNull(card.screened());
    }

    @Test
    void whoAcceptedAndHasNotSignedIsMarked() throws Exception
    {
        when(this.agreements.asked(DIALOGUE)).thenReturn(new Asked(Optional.of(TestRows.row(INITIATIVE, "agreements",
            List.of("conflict", "nda"), "ndaVersion", "2"))));
        this.seats.put(DIALOGUE, 0);
        engage("Ana", "accepted");
        engage("Ben", "invited");
        this.stored.get(engage("Cy", "attended")).putAll(Map.of("conflictOn", "2026-01-01", "ndaVersion", "2"));
        this.stored.get(engage("Dan", "accepted")).putAll(Map.of("conflictOn", "2026-01-01", "ndaVersion", "1"));
        engage("Eve", "interviewed");
        assertEquals(List.of("Ana", "Dan", "Eve"),
            this.manager.get(DIALOGUE, PipelineQuery.ALL).columns().stream().flatMap(column -> column.cards().stream())
                .filter(PipelineCard::unsigned).map(card -> card.person().name()).toList());
    }

    @Test
    void columnsAreCutAndTellWhereToGoOn() throws Exception
    {
        DocumentReference last = null;
        for (int i = 0; i < 30; i++) {
            last = engage("P" + i, "proposed");
        }
        Pipeline.Column column = column(DIALOGUE, shown(null, 5, 20), EngagementState.PROPOSED);
        assertEquals(List.of(30, 20, 20), List.of(column.total(), column.cards().size(), column.next()));
        assertEquals("P0", column.cards().get(0).person().name(), "Who waits longest comes first");
        column = column(DIALOGUE, shown(EngagementState.PROPOSED, 20, 20), EngagementState.PROPOSED);
        assertEquals(List.of(10, 0), List.of(column.cards().size(), column.next()));
        column = column(DIALOGUE, shown(EngagementState.INVITED, 0, 20), EngagementState.PROPOSED);
        assertEquals(List.of(30, 0), List.of(column.total(), column.cards().size()));
        column = column(DIALOGUE, shown(null, 0, 1, last), EngagementState.PROPOSED);
        assertEquals(List.of("P0", "P29"), names(column.cards()), "Who is ticked is shown in any case");
    }

    @Test
    void onlyThoseWhoMayChangeThePanelSeeIt() throws Exception
    {
        engage("Ana", "declined");
        engage(OTHER, "Ben", "declined");
        this.locked.add(OTHER);
        Pipeline pipeline = this.manager.get(INITIATIVE, PipelineQuery.ALL);
        assertEquals(1, pipeline.total());
        assertEquals(1, pipeline.seats().size());
        this.locked.clear();
        this.hidden.add(TestRows.page("I.C.Other.Panel.eBen"));
        assertEquals(1, this.manager.get(INITIATIVE, PipelineQuery.ALL).total());
        this.locked.add(INITIATIVE);
        assertFalse(this.manager.canManage(INITIATIVE));
        assertThrows(NotAllowedException.class, () -> this.manager.get(INITIATIVE, PipelineQuery.ALL));
        assertThrows(NotAllowedException.class, () -> this.manager.getFile(INITIATIVE, PipelineQuery.ALL));
        assertThrows(NotAllowedException.class, () -> this.manager.undo(INITIATIVE, "x"));
        assertThrows(NotAllowedException.class, () -> this.manager.move(INITIATIVE,
            new Selection(Map.of(), Map.of(), PipelineQuery.ALL), EngagementState.INVITED));
    }

    @Test
    void whatAProfileSaysIsForThoseWhoMayViewIt() throws Exception
    {
        engage("May", "proposed");
        engage("Mel", "proposed");
        engage("Zoe", "proposed");
        this.hidden.add(TestRows.page("E.Mel.WebHome"));
        assertEquals(List.of("May", "", "Zoe"),
            names(column(DIALOGUE, PipelineQuery.ALL, EngagementState.PROPOSED).cards()));
        assertNull(column(DIALOGUE, PipelineQuery.ALL, EngagementState.PROPOSED).cards().get(1).person().expert());
        PipelineQuery mexico = new PipelineQuery(null, null, null, "MX", null, null, 0, PipelineQuery.View.FIRST);
        assertEquals(List.of("May"), names(column(DIALOGUE, mexico, EngagementState.PROPOSED).cards()));
        assertEquals(1, this.manager.get(DIALOGUE, mexico).total());
        assertFalse(this.manager.getFile(DIALOGUE, PipelineQuery.ALL).contains("Mel"));
    }

    @Test
    void narrowedByDialogueRouteAndDaysWithoutAnAnswer() throws Exception
    {
        DocumentReference ana = engage("Ana", "invited");
        engage(OTHER, "Ana", "invited");
        DocumentReference ben = engage("Ben", "invited");
        this.stored.get(ben).put("stateOn", Times.formatExact(Instant.now().minus(Duration.ofDays(5))));
        this.stored.get(ben).put("route", List.of("referred", "volunteer"));
        DocumentReference cy = engage("Cy", "invited");
        this.stored.get(cy).put("stateOn", "");
        engage("Dan", "proposed");
        assertEquals(1, this.manager.get(INITIATIVE, new PipelineQuery(OTHER, null, null, null, null, null, 0,
            PipelineQuery.View.FIRST)).total());
        assertEquals(1, this.manager.get(INITIATIVE, new PipelineQuery(null, EngagementRoute.REFERRED, null, null, null,
            null, 0, PipelineQuery.View.FIRST)).total());
        PipelineQuery week = new PipelineQuery(DIALOGUE, null, null, null, null, null, 7, PipelineQuery.View.FIRST);
        assertEquals(List.of("Cy", "Ana"), names(column(INITIATIVE, week, EngagementState.INVITED).cards()));
        assertEquals(2, this.manager.get(INITIATIVE, week).total());
        PipelineCard card = column(INITIATIVE, PipelineQuery.ALL, EngagementState.INVITED).cards().stream()
            .filter(one -> one.engagement().equals(ana)).findFirst().orElseThrow();
        assertEquals(List.of(new PipelineCard.Elsewhere(OTHER, "Title of Other", EngagementState.INVITED)),
            card.elsewhere());
    }

    @Test
    void onePersonIsOneCardWithAllRoutes() throws Exception
    {
        engage("Ana", "proposed");
        DocumentReference other = TestRows.page("I.C.Dialogue.Panel.byHand");
        this.stored.put(other, new HashMap<>(Map.of("expert", "E.Ana.WebHome", "state", "invited", "route",
            List.of("referred"), "referredBy", "Luis")));
        Pipeline pipeline = this.manager.get(DIALOGUE, PipelineQuery.ALL);
        assertEquals(1, pipeline.total());
        PipelineCard card = pipeline.columns().get(2).cards().get(0);
        assertEquals(other, card.engagement(), "The one that is farthest on");
        assertEquals(List.of(EngagementRoute.REFERRED, EngagementRoute.INVITED), card.routes());
        assertEquals("Luis", card.referredBy());
    }

    @Test
    void theFileHoldsNoFormula() throws Exception
    {
        engage("Ana", "screened");
        engage("Ben", "invited");
        String file = this.manager.getFile(DIALOGUE, shown(EngagementState.SCREENED, 0, 1));
        assertTrue(file.contains("Title of Dialogue,Ana,screened,,invited,,'=Office of Ana,MX,,Money|Courts,"
            + "2017-06-01T10:10:00Z,"), file);
        assertFalse(file.contains("Ben"), file);
        assertTrue(this.manager.getFile(DIALOGUE, PipelineQuery.ALL).contains("Ben"));
    }

    @Test
    void thePastIsPublicAndTheRestIsNot() throws Exception
    {
        for (String name : List.of("X", "Y", "Ana")) {
            engage(name, "accepted");
        }
        engage(OTHER, "Ana", "attended");
        DocumentReference profile = TestRows.page("E.Ana.WebHome");
        Participation attended =
            new Participation(TestRows.page("I.C.Other.Panel.eAna"), OTHER, "Title of Other",
                LocalDate.parse("2017-06-06"), EngagementState.ATTENDED, 0);
        Participation waits = new Participation(TestRows.page("I.C.Dialogue.Panel.eAna"), DIALOGUE, "Title of Dialogue",
            null, EngagementState.ACCEPTED, 1);
        assertEquals(List.of(waits, attended), this.manager.getParticipations(profile));
        this.locked.add(DIALOGUE);
        this.locked.add(OTHER);
        assertEquals(List.of(attended.published()), this.manager.getParticipations(profile));
        when(this.curators.isOwn(profile)).thenReturn(true);
        assertEquals(List.of(waits, attended), this.manager.getParticipations(profile));
        this.hidden.add(OTHER);
        assertEquals(List.of(waits), this.manager.getParticipations(profile), "A dialogue that may not be seen");
    }
}

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.invitation.InvitationRound;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.pipeline.Participation;
import org.xwiki.contrib.crowdsourcing.pipeline.Pipeline;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.contrib.crowdsourcing.pipeline.Selection;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
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
 * Tests the rules of pipelines, with what is stored in memory.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({PipelineStore.class, PipelineFilter.class, PipelineView.class, PipelineMover.class, PipelineFile.class})
class PipelineManagerTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference OTHER = TestRows.page("I.C.Other.WebHome");

    private static final DocumentReference ANA = TestRows.page("XWiki.Ana");

    private static final DocumentReference BEN = TestRows.page("XWiki.Ben");

    @InjectMockComponents
    private DefaultPipelineManager manager;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private ExpertStore experts;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Things things;

    @MockComponent
    private Curators curators;

    @MockComponent
    private InvitationRound round;

    @MockComponent
    private AgreementStore agreements;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /** What is stored, by the page of the engagement. */
    private final Map<DocumentReference, Map<String, Object>> stored = new LinkedHashMap<>();

    private final Map<DocumentReference, Integer> seats = new HashMap<>(Map.of(DIALOGUE, 2, OTHER, 0));

    private final Set<DocumentReference> hidden = new HashSet<>();

    private final Set<DocumentReference> locked = new HashSet<>();

    private DocumentReference user = ANA;

    private int minute;

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.reader.objects()).thenAnswer(call -> new Statement("objects"));
        when(this.reader.below(any(), any())).thenAnswer(call -> call.getArgument(0));
        when(this.reader.find(any(), any())).thenAnswer(call -> find(call.getArgument(1)));
        when(this.reader.load(any(), any(), any(), any())).thenAnswer(call -> {
            Map<DocumentReference, Map<Schema, List<Row>>> rows = new LinkedHashMap<>();
            for (Found found : call.<List<Found>>getArgument(1)) {
                rows.put(TestRows.page(found.page()), Map.of(Schema.ENGAGEMENT, List.of(row(TestRows.page(found.page())))));
            }
            return new Rows(rows);
        });
        when(this.reader.readOnly(any(), any(), any(), any())).thenAnswer(call -> {
            Map<DocumentReference, Map<Schema, List<Row>>> rows = new LinkedHashMap<>();
            for (String page : call.<Collection<String>>getArgument(1)) {
                DocumentReference dialogue = TestRows.page(page);
                rows.put(dialogue, Map.of(Schema.DIALOGUE, List.of(TestRows.row(dialogue, "seats",
                    this.seats.get(dialogue), "start", dialogue.equals(OTHER) ? "2017-06-06T10:00" : ""))));
            }
            return new Rows(rows);
        });
        when(this.experts.read(any(), any())).thenAnswer(call -> {
            Map<DocumentReference, Expert> result = new HashMap<>();
            for (DocumentReference page : call.<Collection<DocumentReference>>getArgument(0)) {
                if (call.<Predicate<DocumentReference>>getArgument(1).test(page)) {
                    result.put(page, expert(page));
                }
            }
            return result;
        });
        doAnswer(call -> {
            DocumentReference page = call.getArgument(0);
            Map<String, Object> values = call.<Function<Row, Map<String, Object>>>getArgument(2).apply(row(page));
            this.stored.get(page).putAll(values);
            return null;
        }).when(this.writer).adjust(any(), eq(Schema.ENGAGEMENT), any(), anyString());
        when(this.agreements.asked(any())).thenReturn(new Asked(Optional.empty()));
        when(this.access.user()).thenAnswer(call -> this.user);
        when(this.access.canView(any())).thenAnswer(call -> !this.hidden.contains(call.getArgument(0)));
        when(this.access.canEdit(any())).thenAnswer(call -> !this.locked.contains(call.getArgument(0)));
        doAnswer(call -> {
            if (!call.<Boolean>getArgument(0)) {
                throw new NotAllowedException(new FieldError("", "no"));
            }
            return null;
        }).when(this.access).require(anyBoolean());
    }

    private List<Found> find(Statement statement)
    {
        List<Found> result = new ArrayList<>();
        Object experts = statement.getValues().get("experts");
        Object expert = statement.getValues().get("expert");
        Object panels = statement.getValues().get("panels");
        if (experts instanceof Collection<?> pages) {
            // Those from Mexico.
            pages.stream().filter(page -> page.toString().startsWith("E.M"))
                .forEach(page -> result.add(new Found(1, page.toString(), 0, "", "")));
        } else {
            this.stored.forEach((page, values) -> {
                boolean wanted = (expert == null || expert.equals(values.get("expert"))) && (panels == null
                    || ((Collection<?>) panels).contains(TestRows.local(page.getLastSpaceReference())));
                if (wanted) {
                    result.add(new Found(1, TestRows.local(page), 0, "", ""));
                }
            });
        }
        return result;
    }

    private Row row(DocumentReference page)
    {
        return new Row(page, "", 0, new HashMap<>(this.stored.get(page)), TestRows.RESOLVER);
    }

    private static Expert expert(DocumentReference page)
    {
        String name = page.getLastSpaceReference().getName();
        return new Expert(page, name, null, "", "=Office of " + name, List.of(), "MX", null, null, List.of(), null,
            null, "", new Expert.Consent(false, null, ""),
            List.of(new Expertise(null, "Courts", ExpertiseLevel.CONNECT),
                new Expertise(null, "Money", ExpertiseLevel.DO), new Expertise(null, "", null)));
    }

    private DocumentReference engage(DocumentReference dialogue, String name, String state)
    {
        DocumentReference page = TestRows.page(TestRows.local(dialogue.getLastSpaceReference()) + ".Panel.e" + name);
        Map<String, Object> values = new HashMap<>();
        values.put("expert", "E." + name + ".WebHome");
        values.put("state", state);
        values.put("route", List.of("invited"));
        values.put("referredBy", "");
        String on = "2017-06-01T10:" + (10 + this.minute++) + ":00.000Z";
        values.put("stateOn", on);
        values.put("stateBy", "XWiki.Ben");
        values.put("acceptedOn", state.equals("accepted") || state.equals("attended") ? on : "");
        this.stored.put(page, values);
        return page;
    }

    private DocumentReference engage(String name, String state)
    {
        return engage(DIALOGUE, name, state);
    }

    private String state(DocumentReference engagement)
    {
        return this.stored.get(engagement).get("state").toString();
    }

    private String stamp(DocumentReference engagement)
    {
        return Standing.stamp(row(engagement));
    }

    private Pipeline.Column column(DocumentReference page, PipelineQuery query, EngagementState state)
        throws CrowdsourcingException
    {
        return this.manager.get(page, query).columns().stream().filter(column -> column.state() == state).findFirst()
            .orElseThrow();
    }

    private static List<String> names(List<PipelineCard> cards)
    {
        return cards.stream().map(card -> card.person().name()).toList();
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

    private static PipelineQuery shown(EngagementState state, int from, int limit, DocumentReference... always)
    {
        return new PipelineQuery(null, null, null, null, null, null, 0,
            new PipelineQuery.View(state, from, limit, Set.of(always)));
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

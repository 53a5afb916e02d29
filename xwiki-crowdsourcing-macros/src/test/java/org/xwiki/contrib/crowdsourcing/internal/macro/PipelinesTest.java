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

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.PartlyDoneException;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.pipeline.Pipeline;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.contrib.crowdsourcing.pipeline.Selection;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests how a pipeline is shown and what its forms do.
 *
 * @version $Id$
 */
class PipelinesTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final DocumentReference PROFILE = page("Crowdsourcing.Experts.Ana");

    private static final DocumentReference OTHER = page("Crowdsourcing.I.C.Other");

    private static final DocumentReference ANA = page("Crowdsourcing.I.C.Dialogue.Panel", "e1");

    private static final DocumentReference BEN = page("Crowdsourcing.I.C.Dialogue.Panel", "e2");

    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    @InjectMockComponents
    private DialogueMacro macro;

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        this.user = ALICE;
        this.sent.put("cs_view", new String[] {"pipeline"});
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.of(new Dialogue(DIALOGUE, EVIL, null, null, 0,
            "", null, null, 0, "", "", "", DialogueState.OPEN, "", "")));
        when(this.challenges.challengeOf(any())).thenReturn(Optional.empty());
        show(card(ANA, EngagementState.ACCEPTED, 0), card(BEN, EngagementState.ACCEPTED, 1));
    }

    private static PipelineCard card(DocumentReference engagement, EngagementState state, int waiting)
    {
        PipelineCard.Person person = engagement == BEN ? PipelineCard.Person.HIDDEN
            : new PipelineCard.Person(PROFILE, EVIL, EVIL, "MX", Region.AFRICA, List.of(EVIL));
        PipelineCard.Change change = new PipelineCard.Change(ALICE, NOON);
        return new PipelineCard(engagement, person, DIALOGUE, EVIL, List.of(EngagementRoute.REFERRED,
            EngagementRoute.VOLUNTEER), EVIL, state, waiting, change, change,
            List.of(new PipelineCard.Elsewhere(OTHER, EVIL, EngagementState.INVITED)), Delivery.SENT, waiting > 0, "abc");
    }

    private void show(PipelineCard... cards) throws Exception
    {
        List<Pipeline.Column> columns = Stream.of(EngagementState.values()).map(state -> {
            List<PipelineCard> own = Stream.of(cards).filter(card -> card.state() == state).toList();
            List<PipelineCard> seated = own.stream().filter(card -> card.waiting() == 0).toList();
            List<PipelineCard> waiting = own.stream().filter(card -> card.waiting() > 0).toList();
            return new Pipeline.Column(state, seated, seated.isEmpty() ? 0 : 30, waiting, waiting.size(),
                seated.isEmpty() ? 0 : 20, "c0de");
        }).toList();
        when(this.pipelines.get(any(), any())).thenReturn(new Pipeline(columns,
            List.of(new Pipeline.Seats(DIALOGUE, EVIL, 12, 15, 1)), cards.length == 0 ? 0 : 31, false,
            new Pipeline.LastMove("k&y", 5, EngagementState.INVITED, ALICE, NOON, 4)));
    }

    private String html() throws Exception
    {
        return show(this.macro, new DialogueMacroParameters());
    }

    private PipelineQuery asked(int times) throws Exception
    {
        ArgumentCaptor<PipelineQuery> query = ArgumentCaptor.forClass(PipelineQuery.class);
        verify(this.pipelines, times(times)).get(any(), query.capture());
        return query.getValue();
    }

    @Test
    void showsSeatsColumnsAndTheWaitingList() throws Exception
    {
        String html = html();
        assertTrue(html.contains("12 of 15 seats taken, 1 waiting"), html);
        assertTrue(html.contains("waiting, place 1"), html);
        assertEquals(2, html.split("Has not signed").length, "One of them");
        assertTrue(html.contains("name=\"cs_item\" value=\"abc "), html);
        assertTrue(html.contains("name=\"cs_column\" value=\"accepted c0de\""), html);
        assertTrue(html.contains("cs_state=accepted"), "Goes on with the column");
        assertTrue(html.contains("Last moved to \u201CInvited\u201D: 5."), html);
        assertTrue(html.contains("name=\"cs_move\" value=\"k&#38;y\""), html);
        assertEquals(2, html.split("class=\"cs-card cs-person\"").length - 1);
        // Who waits was not there.
        assertEquals(2, html.split("value=\"attended\"").length - 1, "The button and the card with a seat");
        assertFalse(html.contains("<a href=\"/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome\">&#60;script"),
            "Its own dialogue is not named on each card");
        this.locale = Locale.forLanguageTag("es");
        assertTrue(html().contains("12 de 15 plazas ocupadas, 1 en espera"));
    }

    @Test
    void whoseProfileMayNotBeSeenHasNoName() throws Exception
    {
        show(card(BEN, EngagementState.PROPOSED, 0));
        String html = html();
        assertTrue(html.contains("<strong dir=\"auto\">" + Texts.load("").getProperty("crowdsourcing.expert.hidden")),
            html);
        assertFalse(html.contains("Crowdsourcing/Experts"), html);
    }

    @Test
    void nobodyYet() throws Exception
    {
        show();
        assertTrue(html().contains("Nobody has been put forward yet."));
        this.sent.put("cs_text", new String[] {EVIL});
        assertTrue(html().contains("Nobody matches."));
    }

    @Test
    void narrowedByWhatTheAddressSays() throws Exception
    {
        Map.of("cs_route", "referred", "cs_country", "MX", "cs_region", "africa", "cs_text", EVIL, "cs_days", "7",
            "cs_state", "accepted", "cs_cursor", "100").forEach((name, value) -> this.sent.put(name,
                new String[] {value}));
        String html = html();
        PipelineQuery query = asked(1);
        assertEquals(new PipelineQuery(null, EngagementRoute.REFERRED, null, "MX", Region.AFRICA, EVIL.strip(), 7,
            new PipelineQuery.View(EngagementState.ACCEPTED, 100, 100, Set.of())), query);
        assertFalse(html.contains("cs1-column-invited"), "Only that column");
        assertTrue(html.contains("ExpertData?pipeline="), html);
        this.sent.put("cs_as", new String[] {"table"});
        html = html();
        assertTrue(html.contains("cs-stack"), html);
        assertEquals(2, html.split("Has not signed").length, "One of them");
        assertFalse(html.contains("cs-form-movePeople"), html);
        assertEquals(PipelineQuery.View.MOST, asked(2).view().limit());
    }

    @Test
    void manyAreMoved() throws Exception
    {
        when(this.pipelines.move(any(), any(), any())).thenReturn(3);
        post("movePeople", DIALOGUE, "cs_do", "invited", "cs_column", "proposed c0de", "cs_text", "a b", "cs_to1",
            "declined");
        this.sent.put("cs_item", new String[] {"abc " + serialize(ANA), "def " + serialize(BEN), "nonsense"});
        html();
        verify(this.pipelines).move(DIALOGUE, new Selection(Map.of(ANA, "abc", BEN, "def"),
            Map.of(EngagementState.PROPOSED, "c0de"), new PipelineQuery(null, null, null, null, null, "a b", 0,
                PipelineQuery.View.FIRST)), EngagementState.INVITED);
        verify(this.response).setStatus(303);
        verify(this.response).setHeader("Location", "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome"
            + "?cs_view=pipeline&cs_text=a+b&cs_moved=3#cs-pipeline");
        verify(this.pipelines, never()).get(any(), any());
    }

    @Test
    void manyAreInvitedByEMail() throws Exception
    {
        when(this.pipelines.invite(any(), any(), anyInt())).thenReturn(2);
        post("movePeople", DIALOGUE, "cs_do", "invite", "days", " 7 ");
        this.sent.put("cs_item", new String[] {"abc " + serialize(ANA)});
        html();
        verify(this.pipelines).invite(DIALOGUE, new Selection(Map.of(ANA, "abc"), Map.of(), PipelineQuery.ALL), 7);
        verify(this.pipelines, never()).move(any(), any(), any());
        verify(this.response).setHeader("Location", "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome"
            + "?cs_view=pipeline&cs_mailed=2#cs-pipeline");
    }

    @Test
    void whoCannotBeInvitedIsNamedAndStaysTicked() throws Exception
    {
        DocumentReference cat = page("Crowdsourcing.I.C.Dialogue.Panel", "e3");
        show(card(ANA, EngagementState.INVITED, 0), card(cat, EngagementState.PROPOSED, 0));
        when(this.pipelines.invite(any(), any(), anyInt())).thenThrow(new PartlyDoneException(List.of(
            new FieldError("", "crowdsourcing.error.pipelineMail", 1),
            new FieldError("", "crowdsourcing.error.pipelineMail.address", List.of(EVIL)))));
        post("movePeople", DIALOGUE, "cs_do", "invite", "days", "7");
        this.sent.put("cs_item", new String[] {"abc " + serialize(ANA), "abc " + serialize(cat)});
        String html = html();
        assertTrue(html.contains("This was done in part."), html);
        assertFalse(html.contains("Nothing has been saved"), html);
        assertTrue(html.contains("E-mails that are being sent: 1. The others got none"), html);
        assertTrue(html.contains("No e-mail address is known of: &#60;script"), html);
        assertTrue(html.contains(serialize(cat) + "\" checked=\"checked\""), html);
        assertFalse(html.contains(serialize(ANA) + "\" checked=\"checked\""), "Got an e-mail");
        assertTrue(html.contains("The e-mail was sent"), html);
        assertTrue(html.contains("E-mails that went out by that step: 4. They cannot be recalled"), html);
    }

    @Test
    void theDaysOfALinkAreANumber() throws Exception
    {
        post("movePeople", DIALOGUE, "cs_do", "invite", "days", "x");
        String html = html();
        verify(this.pipelines, never()).invite(any(), any(), anyInt());
        assertTrue(html.contains("A whole number from 1 to 90"), html);
        assertTrue(html.contains("value=\"x\""), "What was typed stays");
    }

    @Test
    void oneIsMovedWhateverIsTicked() throws Exception
    {
        post("movePeople", DIALOGUE, "cs_one", "2 abc " + serialize(ANA), "cs_to1", "invited", "cs_to2", "declined");
        this.sent.put("cs_item", new String[] {"def " + serialize(BEN)});
        html();
        verify(this.pipelines).move(DIALOGUE, new Selection(Map.of(ANA, "abc"), Map.of(), PipelineQuery.ALL),
            EngagementState.DECLINED);
    }

    @Test
    void whoComesSecondIsToldAndKeepsTheTicks() throws Exception
    {
        post("movePeople", DIALOGUE, "cs_do", "invited", "cs_column", "accepted old");
        this.sent.put("cs_item", new String[] {"old " + serialize(ANA)});
        when(this.pipelines.move(any(), any(), any())).thenThrow(new ConflictException(List.of(
            new FieldError("", "crowdsourcing.error.pipelineChanged", List.of(EVIL), EngagementState.ACCEPTED, ALICE,
                NOON),
            new FieldError("", "crowdsourcing.error.pipelineTransition", List.of("Ana", ""), EngagementState.ACCEPTED,
                EngagementState.INVITED))));
        String html = html();
        verify(this.response).setStatus(409);
        assertTrue(html.contains("is \u201CAccepted\u201D by now"), html);
        assertTrue(html.contains("Who is \u201CAccepted\u201D cannot become \u201CInvited\u201D: Ana, "), html);
        assertTrue(html.contains("value=\"abc " + serialize(ANA) + "\" checked=\"checked\""), html);
        assertTrue(html.contains("value=\"accepted c0de\" checked=\"checked\""), html);
        assertEquals(Set.of(ANA), asked(1).view().always());
    }

    @Test
    void withoutAStateNothingHappens() throws Exception
    {
        post("movePeople", DIALOGUE, "cs_do", "\"><script>");
        html();
        verify(this.response).setStatus(400);
        verify(this.pipelines, never()).move(any(), any(), any());
    }

    @Test
    void theLastStepIsTakenBack() throws Exception
    {
        when(this.pipelines.undo(DIALOGUE, "k&y")).thenReturn(5);
        post("undoMove", DIALOGUE, "cs_move", "k&y", "cs_state", "invited");
        html();
        verify(this.response).setHeader("Location", "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome"
            + "?cs_view=pipeline&cs_state=invited&cs_undone=5#cs-pipeline");
    }

    @Test
    void whoMayNotSeesNothing() throws Exception
    {
        when(this.pipelines.get(any(), any()))
            .thenThrow(new NotAllowedException(new FieldError("", "crowdsourcing.error.notAllowed")));
        assertFalse(html().contains("cs-person"));
        verify(this.experts, never()).getAreas();
    }
}

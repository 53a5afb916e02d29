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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.CallState;
import org.xwiki.contrib.crowdsourcing.call.NewApplication;
import org.xwiki.contrib.crowdsourcing.call.NewNomination;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultCallManager} with {@link CallReader} and {@link ApplicationInputs}: when a call is open, and what
 * is accepted.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({CallReader.class, ApplicationInputs.class})
class CallsTest
{
    private static final DocumentReference HOME = TestRows.page("I.WebHome");

    private static final DocumentReference CALL = TestRows.page("I.Call.WebHome");

    private static final DocumentReference SESSION = TestRows.page("I.C.D.WebHome");

    private static final DocumentReference AREA = TestRows.page("Areas.Money.WebHome");

    private static final Set<String> TERMS = Set.of("briefing", "active", "published", "input");

    private final Map<String, String> fields =
        new HashMap<>(Map.of("name", "Ana", "email", "Ana@Example.org", "motivation", "Ten years"));

    @InjectMockComponents
    private DefaultCallManager manager;

    @MockComponent
    private ApplicationStore store;

    @MockComponent
    private InitiativeManager initiatives;

    @MockComponent
    private DialogueManager dialogues;

    @MockComponent
    private ChallengeManager challenges;

    @MockComponent
    private ExpertManager experts;

    @MockComponent
    private Things things;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    @BeforeEach
    void configure() throws Exception
    {
        Terms terms = new Terms(null, null, null, "", null, 0, "", "", "Be listed", "1.1");
        when(this.initiatives.initiativeOf(any())).thenReturn(Optional.of(new Initiative(HOME, "I", "", List.of(),
            List.of(), null, List.of(), terms, null, Map.of())));
        when(this.things.find(any(), any())).thenReturn(Optional.empty());
        when(this.access.isGuest()).thenReturn(true);
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local(call.<EntityReference>getArgument(0)));
        when(this.experts.getAreas()).thenReturn(List.of(new Area(AREA, "Money", "", null, 0)));
        when(this.challenges.list(any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.dialogues.getSessions(HOME)).thenReturn(List.of(session(SESSION, DialogueState.PLANNED),
            session(TestRows.page("I.C.E.WebHome"), DialogueState.CLOSED)));
        call("state", "open", "guestNominations", 0);
    }

    private void call(Object... values) throws Exception
    {
        when(this.things.find(CALL, Schema.CALL)).thenReturn(Optional.of(TestRows.row(CALL, values)));
    }

    private static Session session(DocumentReference page, DialogueState state)
    {
        return new Session(new Dialogue(page, "S", null, null, 0, "", null, null, 0, "", "", "", state, "", ""), "", 0,
            Instant.EPOCH);
    }

    private NewApplication typed(List<DocumentReference> sessions, Set<String> terms, NewApplication.Skill... skills)
    {
        return new NewApplication(this.fields, List.of("es", "en"), List.of("academia"), List.of(skills), sessions,
            terms, true);
    }

    private List<String> refused(NewApplication typed)
    {
        CrowdsourcingException failure =
            assertThrows(CrowdsourcingException.class, () -> this.manager.apply(CALL, typed));
        return failure.getErrors().stream().map(FieldError::field).toList();
    }

    private Map<String, Object> received(ApplicationKind kind, String key) throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.store).receive(eq(CALL), eq(kind), eq(key), values.capture());
        return values.getValue();
    }

    @ParameterizedTest
    @CsvSource({"planned, , , planned", "open, , , open", "closed, 2017-01-01, 2099-01-01, closed",
        "open, 2017-06-15, , open", "open, 2017-06-17, , planned", "open, , 2017-06-13, closed",
        "open, , 2017-06-15, open", "open, 2017-06-16, , open", "open, , 2017-06-14, open",
        "planned, 2017-06-01, 2017-06-30, planned"})
    void aDayLastsAsLongAsItIsThatDayAnywhere(String released, LocalDate opens, LocalDate closes, String expected)
    {
        // In Kiritimati it is the 16th already, on Baker Island still the 14th for a moment.
        Instant now = Instant.parse("2017-06-15T11:00:00Z");
        assertEquals(CallState.valueOf(expected.toUpperCase()),
            CallReader.state(CallState.valueOf(released.toUpperCase()), opens, closes, now));
    }

    @Test
    void whatIsTypedIsStoredUnderTheAddressInSmallLetters() throws Exception
    {
        this.fields.putAll(Map.of("country", "MX", "timezone", "America/Mexico_City", "gender", "other", "position",
            " Auditor "));
        this.manager.apply(CALL, typed(List.of(SESSION), TERMS, new NewApplication.Skill(AREA, "do"),
            new NewApplication.Skill(null, ""), new NewApplication.Skill(AREA, "connect")));
        Map<String, Object> values = received(ApplicationKind.APPLICATION, "ana@example.org");
        assertEquals("ana@example.org", values.get("email"));
        assertEquals("Auditor", values.get("position"));
        assertEquals("do\tAreas.Money.WebHome\tMoney", values.get("skills"));
        assertEquals(List.of("I.C.D.WebHome"), values.get("sessions"));
        assertEquals(List.of("es", "en"), values.get("languages"));
        assertEquals(1, values.get("consent"));
        assertEquals("1.1", values.get("consentVersion"));
        assertEquals("", values.get("user"));
        assertTrue(Schema.APPLICATION.getProperties().keySet().containsAll(values.keySet()), values.toString());
    }

    @Test
    void everythingWrongIsNamedAtItsFieldAndNothingIsStored() throws Exception
    {
        this.fields.putAll(Map.of("name", " ", "email", "ana", "motivation", " ", "country", "XX", "timezone", "EST",
            "gender", "x", "position", "p".repeat(251), "availability", "a".repeat(1001)));
        NewApplication typed = new NewApplication(this.fields, List.of("<b>"), List.of("x"),
            List.of(new NewApplication.Skill(CALL, "do"), new NewApplication.Skill(AREA, "")), List.of(), Set.of("input"),
            false);
        assertEquals(List.of("name", "email", "position", "country", "timezone", "gender", "languages", "affiliations",
            "area0", "level1", "motivation", "availability", "sessions", "term_briefing", "term_active",
            "term_published"), refused(typed));
        verify(this.store, never()).receive(any(), any(), any(), any());
    }

    @Test
    void sessionsAreThoseThatArePlanned() throws Exception
    {
        assertEquals(List.of("sessions"), refused(typed(List.of(TestRows.page("I.C.E.WebHome")), TERMS)), "It is over");
        assertEquals(List.of("sessions"), refused(typed(List.of(), TERMS)), "At least one");
        when(this.dialogues.getSessions(HOME)).thenReturn(List.of());
        this.manager.apply(CALL, typed(List.of(), TERMS));
        assertEquals(List.of(), received(ApplicationKind.APPLICATION, "ana@example.org").get("sessions"));
    }

    @Test
    void whatIsNotOpenTakesNothing() throws Exception
    {
        call("state", "planned");
        assertThrows(ConflictException.class, () -> this.manager.apply(CALL, typed(List.of(SESSION), TERMS)));
        call("state", "open", "closes", "2017-01-01");
        assertThrows(ConflictException.class, () -> this.manager.apply(CALL, typed(List.of(SESSION), TERMS)));
        when(this.things.find(CALL, Schema.CALL)).thenReturn(Optional.empty());
        assertThrows(NotFoundException.class, () -> this.manager.apply(CALL, typed(List.of(SESSION), TERMS)));
        call("state", "open");
        when(this.store.isBusy(CALL)).thenReturn(true);
        assertThrows(ConflictException.class, () -> this.manager.apply(CALL, typed(List.of(SESSION), TERMS)));
        verify(this.store, never()).receive(any(), any(), any(), any());
    }

    private static NewNomination nomination(String email, String reach, DocumentReference about)
    {
        return new NewNomination("Zoe", email, reach, "Wrote the book", about, "Gus", "Gus@example.org");
    }

    @Test
    void guestsNominateWhereTheCallLetsThem() throws Exception
    {
        NewNomination nomination = nomination("Zoe@example.org", "", SESSION);
        assertThrows(NotAllowedException.class, () -> this.manager.nominate(CALL, nomination));
        call("state", "open", "guestNominations", 1);
        this.manager.nominate(CALL, nomination);
        Map<String, Object> values =
            received(ApplicationKind.NOMINATION, "zoe@example.org\n\ngus@example.org");
        assertEquals("gus@example.org", values.get("nominatorEmail"));
        assertEquals(List.of("I.C.D.WebHome"), values.get("sessions"));
    }

    @Test
    void whoIsLoggedInIsTheNominator() throws Exception
    {
        DocumentReference eva = TestRows.page("XWiki.Eva");
        when(this.access.isGuest()).thenReturn(false);
        when(this.access.user()).thenReturn(eva);
        when(this.serializer.serialize(eva, CALL.getWikiReference())).thenReturn("XWiki.Eva");
        CrowdsourcingException failure = assertThrows(CrowdsourcingException.class,
            () -> this.manager.nominate(CALL, nomination("", " ", null)));
        assertEquals("email", failure.getErrors().get(0).field(), "No way to reach her");
        this.manager.nominate(CALL, nomination("", "At the university", null));
        Map<String, Object> values = received(ApplicationKind.NOMINATION, "zoe\nxwiki.eva");
        assertEquals("XWiki.Eva", values.get("user"));
        assertFalse(values.containsKey("nominatorName"), "What was typed for it is not looked at");
    }

    @Test
    void anInitiativeHasOneCall() throws Exception
    {
        assertThrows(NotAllowedException.class, () -> this.manager.create(HOME, "Call"));
        when(this.things.canCreate(HOME)).thenReturn(true);
        when(this.writer.create(CALL, "Call", Schema.CALL, Map.of(), false)).thenReturn(true).thenReturn(false);
        assertEquals(CALL, this.manager.create(HOME, " Call "));
        assertThrows(ConflictException.class, () -> this.manager.create(HOME, "Call"));
        assertTrue(this.manager.canCreate(HOME));
        when(this.pages.exists(CALL)).thenReturn(true);
        assertFalse(this.manager.canCreate(HOME));
    }

    @Test
    void theLastDayIsNotBeforeTheFirst()
    {
        List<String> fields = new ArrayList<>();
        Inputs inputs = new Inputs();
        new CallRule().checkState(new PageState(CALL, true, "Call", "", schema -> List.of(TestRows.row(CALL, "opens",
            "2017-06-02", "closes", "2017-06-01"))), inputs);
        inputs.errors().forEach(error -> fields.add(error.field()));
        assertEquals(List.of("CallClass_closes"), fields);
    }
}

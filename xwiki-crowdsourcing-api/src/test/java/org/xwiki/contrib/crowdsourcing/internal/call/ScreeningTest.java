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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.call.ScreeningManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.PersonRegister;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultScreeningManager}: who decides what about those who applied.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ScreeningTest
{
    private static final DocumentReference CALL = TestRows.page("I.Call.WebHome");

    private static final DocumentReference PAGE = TestRows.page("I.Call.a1");

    private static final DocumentReference DIRECTORY = TestRows.page("D.WebHome");

    private static final DocumentReference PROFILE = TestRows.page("D.p1.WebHome");

    private static final DocumentReference SESSION = TestRows.page("I.C.D.WebHome");

    private static final DocumentReference OVER = TestRows.page("I.C.E.WebHome");

    @RegisterExtension
    private LogCaptureExtension log = new LogCaptureExtension(LogLevel.INFO);

    @InjectMockComponents
    private DefaultScreeningManager manager;

    @MockComponent
    private ApplicationStore store;

    @MockComponent
    private CallManager calls;

    @MockComponent
    private ExpertManager experts;

    @MockComponent
    private PersonRegister register;

    @MockComponent
    private Curators curators;

    @MockComponent
    private ContactStore contacts;

    @MockComponent
    private Things things;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    private Map<String, Object> written = Map.of();

    private String stored = "waiting";

    @BeforeEach
    void configure() throws Exception
    {
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Carlos"));
        when(this.access.canEdit(CALL)).thenReturn(true);
        when(this.access.canView(PAGE)).thenReturn(true);
        when(this.curators.includeCurrentUser(DIRECTORY)).thenReturn(true);
        when(this.things.canCreate(DIRECTORY)).thenReturn(true);
        when(this.serializer.serialize(any(), any())).thenReturn("XWiki.Carlos");
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local(call.<EntityReference>getArgument(0)));
        when(this.register.register(eq(DIRECTORY), any())).thenReturn(PROFILE);
        when(this.calls.getSessions(CALL)).thenReturn(List.of(new Dialogue(SESSION, "S", null, null, 0, "", null, null,
            0, "", "", "", DialogueState.PLANNED, "", "")));
        doAnswer(call -> {
            Function<Row, Map<String, Object>> change = call.getArgument(1);
            this.written = change.apply(TestRows.row(PAGE, "state", this.stored));
            return null;
        }).when(this.store).adjust(eq(PAGE), any());
        application(ApplicationKind.APPLICATION, ApplicationState.WAITING);
    }

    private void application(ApplicationKind kind, ApplicationState state) throws Exception
    {
        Application.Person person = new Application.Person("Ana", "ana@example.org", "", "Auditor", "", "MX", "", null);
        Application.Sent sent = new Application.Sent(Instant.EPOCH, person, List.of("es"), List.of(),
            List.of(new Expertise(TestRows.page("Areas.A.WebHome"), "A", ExpertiseLevel.DO)), "Why", "",
            List.of(new Application.Named(SESSION, "S"), new Application.Named(OVER, "Over")), null,
            new Expert.Consent(true, null, "1.1"), new Application.Nominator(null, "", ""));
        when(this.store.find(PAGE))
            .thenReturn(Optional.of(new Application(PAGE, kind, state, List.of(sent), null, "s")));
        this.stored = state.getId();
    }

    @Test
    void whoWasDeclinedLongAgoIsNamedToTheCuratorsOfTheDirectory() throws Exception
    {
        List<Application> old = List.of(this.store.find(PAGE).orElseThrow());
        when(this.store.declined(any(), any(), any())).thenAnswer(call -> {
            Instant before = call.getArgument(1);
            assertTrue(before.isBefore(Instant.now().minus(Duration.ofDays(360)))
                && before.isAfter(Instant.now().minus(Duration.ofDays(370))), before.toString());
            return call.<Predicate<DocumentReference>>getArgument(2).test(PAGE) ? old : List.of();
        });
        assertEquals(List.of(), this.manager.getExpired(DIRECTORY), "Nothing is set");
        when(this.contacts.settings(DIRECTORY))
            .thenReturn(Optional.of(TestRows.row(DIRECTORY, "retention", 12)));
        assertEquals(old, this.manager.getExpired(DIRECTORY));
        when(this.access.canView(PAGE)).thenReturn(false);
        assertEquals(List.of(), this.manager.getExpired(DIRECTORY), "Of another initiative");
        when(this.access.canView(PAGE)).thenReturn(true);
        when(this.access.canEdit(CALL)).thenReturn(false);
        assertEquals(List.of(), this.manager.getExpired(DIRECTORY));
        when(this.access.canEdit(CALL)).thenReturn(true);
        when(this.curators.includeCurrentUser(DIRECTORY)).thenReturn(false);
        assertEquals(List.of(), this.manager.getExpired(DIRECTORY), "No curator of the directory");
    }

    private List<String> refused(ThrowingRunnable act)
    {
        CrowdsourcingException failure = assertThrows(CrowdsourcingException.class, act::run);
        return failure.getErrors().stream().map(FieldError::messageKey).toList();
    }

    /** Something that is refused. */
    private interface ThrowingRunnable
    {
        void run() throws Exception;
    }

    @Test
    void nobodySeesOrDecidesWhoMayNotEditOrIsNoCurator() throws Exception
    {
        when(this.access.canEdit(CALL)).thenReturn(false);
        assertTrue(this.manager.get(PAGE).isEmpty());
        assertThrows(NotAllowedException.class, () -> this.manager.decline(PAGE, "No"));
        assertThrows(NotAllowedException.class, () -> this.manager.erase(PAGE));
        assertThrows(NotAllowedException.class, () -> this.manager.list(CALL,
            new ScreeningManager.Query(null, null, PageRequest.first())));
        when(this.access.canEdit(CALL)).thenReturn(true);
        when(this.access.canView(PAGE)).thenReturn(false);
        assertThrows(NotFoundException.class, () -> this.manager.takeOver(PAGE, DIRECTORY, null, ""));
        assertThrows(NotFoundException.class, () -> this.manager.reopen(PAGE));
        verify(this.store, never()).adjust(any(), any());
        verify(this.register, never()).register(any(), any());
    }

    @Test
    void onlyCuratorsOfTheDirectoryTakePeopleOver() throws Exception
    {
        when(this.things.canCreate(DIRECTORY)).thenReturn(false);
        assertEquals(List.of("crowdsourcing.error.directoryCurators"),
            refused(() -> this.manager.takeOver(PAGE, DIRECTORY, null, "")));
        when(this.things.canCreate(DIRECTORY)).thenReturn(true);
        when(this.curators.includeCurrentUser(DIRECTORY)).thenReturn(false);
        assertEquals(List.of("crowdsourcing.error.directoryCurators"),
            refused(() -> this.manager.takeOver(PAGE, DIRECTORY, null, "")));
        verify(this.register, never()).register(any(), any());
    }

    @Test
    void anApplicantIsProposedForWhatCanStillBeHad() throws Exception
    {
        assertEquals(PROFILE, this.manager.takeOver(PAGE, DIRECTORY, null, ""));
        ArgumentCaptor<PersonRegister.Person> person = ArgumentCaptor.captor();
        verify(this.register).register(eq(DIRECTORY), person.capture());
        assertEquals("ana@example.org", person.getValue().email());
        assertEquals(1, person.getValue().profile().get("consent"));
        assertEquals(List.of(Map.of("area", "Areas.A.WebHome", "level", "do")), person.getValue().expertise());
        verify(this.experts).engage(SESSION, PROFILE, EngagementRoute.VOLUNTEER, "");
        verify(this.experts, never()).engage(eq(OVER), any(), any(), any());
        assertEquals("taken", this.written.get("state"));
        assertEquals("D.p1.WebHome", this.written.get("expert"));
        assertEquals("XWiki.Carlos", this.written.get("decidedBy"));
        assertEquals(List.of("crowdsourcing.error.sessionGone"),
            refused(() -> this.manager.takeOver(PAGE, DIRECTORY, List.of(OVER), "")));
    }

    @Test
    void whoWasNominatedIsReferred() throws Exception
    {
        application(ApplicationKind.NOMINATION, ApplicationState.WAITING);
        assertEquals(List.of("crowdsourcing.error.referredByRequired"),
            refused(() -> this.manager.takeOver(PAGE, DIRECTORY, List.of(SESSION), " ")));
        this.manager.takeOver(PAGE, DIRECTORY, List.of(SESSION), "open call");
        verify(this.experts).engage(SESSION, PROFILE, EngagementRoute.REFERRED, "open call");
    }

    @Test
    void whoComesSecondIsTold() throws Exception
    {
        this.stored = "declined";
        assertThrows(ConflictException.class, () -> this.manager.takeOver(PAGE, DIRECTORY, List.of(), ""));
        assertEquals(Map.of(), this.written);
        application(ApplicationKind.APPLICATION, ApplicationState.TAKEN);
        assertThrows(ConflictException.class, () -> this.manager.takeOver(PAGE, DIRECTORY, List.of(), ""));
        assertThrows(ConflictException.class, () -> this.manager.decline(PAGE, "Late"));
        assertThrows(ConflictException.class, () -> this.manager.reopen(PAGE));
    }

    @Test
    void decliningNeedsAReasonAndIsTakenBack() throws Exception
    {
        assertEquals(List.of("crowdsourcing.error.required"), refused(() -> this.manager.decline(PAGE, " ")));
        this.manager.decline(PAGE, "Another field");
        assertEquals("Another field", this.written.get("reason"));
        assertEquals("declined", this.written.get("decided"));
        application(ApplicationKind.APPLICATION, ApplicationState.DECLINED);
        this.manager.reopen(PAGE);
        assertEquals("waiting", this.written.get("state"));
        assertEquals("", this.written.get("decided"));
        assertEquals("", this.written.get("reason"));
    }

    @Test
    void whatWaitsIsNotErased() throws Exception
    {
        assertThrows(ConflictException.class, () -> this.manager.erase(PAGE));
        verify(this.store, never()).erase(any());
        application(ApplicationKind.APPLICATION, ApplicationState.DECLINED);
        this.manager.erase(PAGE);
        verify(this.store).erase(PAGE);
        assertEquals("[xwiki:I.Call.a1] was erased by [xwiki:XWiki.Carlos]", this.log.getMessage(0));
    }
}

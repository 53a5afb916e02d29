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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.Alert;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultAlertManager} and {@link AlertWatch}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(AlertWatch.class)
class AlertManagerTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private DefaultAlertManager manager;

    @org.xwiki.test.junit5.mockito.InjectComponentManager
    private org.xwiki.component.manager.ComponentManager components;

    @MockComponent
    private AlertStore store;

    @MockComponent
    private AlertFinder finder;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private ContributionStore contributions;

    @MockComponent
    private ContributionView view;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Seen seen;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final String idea = ContributionKeys.root(NOON);

    private final DocumentReference alert =
        new DocumentReference("as" + this.idea + "0001", DIALOGUE.getLastSpaceReference());

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.reader.resolve(anyString(), any())).then(call -> TestRows.page(call.getArgument(0)));
        when(this.reader.objects()).then(call -> new Statement(""));
        when(this.reader.below(any(), any())).then(call -> call.getArgument(0));
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Carlos"));
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.rules.get(DIALOGUE)).thenReturn(TestRows.row(DIALOGUE));
        when(this.rules.isDialogue(DIALOGUE)).thenReturn(true);
        when(this.rules.closure(any())).thenReturn(Optional.empty());
        when(this.finder.thresholds(DIALOGUE)).thenReturn(AlertThresholds.DEFAULT);
        when(this.pages.find(any(), eq(Schema.BRIEF))).thenReturn(Optional.empty());
        when(this.seen.of(any())).thenReturn("");
        curates(true);
        stored(AlertKind.YOUNG_SUPPORT, AlertState.OPEN, 6);
    }

    private void curates(boolean may)
    {
        when(this.access.canEdit(any())).thenReturn(may);
        when(this.rules.canCurate(any())).thenReturn(may);
    }

    private Row stored(AlertKind kind, AlertState state, int count) throws Exception
    {
        Row row = TestRows.row(this.alert, "kind", kind.getId(), "state", state.getId(), "contribution", this.idea,
            "since", "2026-06-06T12:00:00Z", "days", 7);
        when(this.pages.find(this.alert, Schema.ALERT)).thenReturn(Optional.of(row));
        when(this.store.of(DIALOGUE)).thenReturn(new Alerts(List.of(row)));
        when(this.finder.now(row)).thenReturn(finding(kind, count));
        return row;
    }

    private AlertFinder.Finding finding(AlertKind kind, int count)
    {
        Set<String> accounts = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            accounts.add("xwiki:XWiki.New" + i);
        }
        return new AlertFinder.Finding(kind, this.idea, new Burst(NOON, NOON.plus(Duration.ofMinutes(12)), count,
            accounts), 0, 0);
    }

    private List<String> errors(AlertState outcome, AlertReason reasonKind, String reason)
    {
        CrowdsourcingException refused = assertThrows(CrowdsourcingException.class,
            () -> this.manager.review(this.alert, outcome, reasonKind, reason));
        return refused.getErrors().stream().map(error -> error.field() + ' ' + error.messageKey()).toList();
    }

    private void assertNothingSaved() throws Exception
    {
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void whoMayNotCurateLearnsNothing() throws Exception
    {
        curates(false);
        assertThrows(NotAllowedException.class, () -> this.manager.getOpen(DIALOGUE));
        assertThrows(NotAllowedException.class,
            () -> this.manager.review(this.alert, AlertState.COUNTED, AlertReason.GENUINE, ""));
        verify(this.finder, never()).findSupport(any(), any());
        verify(this.finder, never()).now(any());
        when(this.rules.get(DIALOGUE)).thenThrow(new NotFoundException(new FieldError("", "none")));
        assertThrows(NotFoundException.class,
            () -> this.manager.review(this.alert, AlertState.COUNTED, AlertReason.GENUINE, ""));
        assertNothingSaved();
    }

    @Test
    void aCuratorSeesWhatHasHappenedByNow() throws Exception
    {
        List<Alert> open = this.manager.getOpen(DIALOGUE);
        assertEquals(1, open.size());
        Alert shown = open.get(0);
        assertEquals(6, shown.count());
        assertEquals(12, shown.minutes());
        assertEquals(7, shown.days());
        assertEquals(TestRows.page("XWiki.New0"), shown.accounts().get(0));
        assertEquals("Title of Dialogue", shown.threadTitle());
        verify(this.finder).findSupport(DIALOGUE, null);
        verify(this.finder).findContributions(DIALOGUE, null);
    }

    @Test
    void whatSeveralMachinesSawAPartOfIsFoundWhenACuratorLooks() throws Exception
    {
        when(this.store.of(DIALOGUE)).thenReturn(new Alerts(List.of()));
        when(this.finder.findSupport(DIALOGUE, null)).thenReturn(List.of(finding(AlertKind.YOUNG_SUPPORT, 2)));
        this.manager.getOpen(DIALOGUE);
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.store).raise(eq(DIALOGUE), eq(finding(AlertKind.YOUNG_SUPPORT, 2)), values.capture());
        Map<String, Object> expected = new HashMap<>(Map.of("kind", "youngsupport", "state", "open",
            "contribution", this.idea, "author", "", "since", "2026-06-06T12:00:00Z", "until", "2026-06-06T12:12:00Z",
            "accounts", "xwiki:XWiki.New0\nxwiki:XWiki.New1", "count", 2, "total", 0));
        expected.put("days", 7);
        assertEquals(expected, values.getValue());
    }

    @Test
    void theQueueOfAnInitiativeLooksIntoWhatIsOpen() throws Exception
    {
        DocumentReference closed = TestRows.page("I.D.Dialogue.WebHome");
        when(this.reader.find(any(), any())).thenReturn(List.of(new Found(1, "I.C.Dialogue.WebHome", 0, "", ""),
            new Found(2, "I.D.Dialogue.WebHome", 0, "", "")));
        when(this.rules.closure(closed)).thenReturn(Optional.of(new FieldError("", "closed")));
        when(this.store.findOpen(INITIATIVE, 100)).thenReturn(List.of(this.alert));
        assertEquals(1, this.manager.getOpen(INITIATIVE).size());
        verify(this.finder).findSupport(DIALOGUE, null);
        verify(this.finder, never()).findSupport(closed, null);
        when(this.rules.canCurate(DIALOGUE)).thenReturn(false);
        assertEquals(List.of(), this.manager.getOpen(INITIATIVE));
    }

    @Test
    void leavingOutIsStoredWithWhomAndWhy() throws Exception
    {
        Row row = stored(AlertKind.YOUNG_SUPPORT, AlertState.OPEN, 2);
        this.manager.review(this.alert, AlertState.LEFT_OUT, AlertReason.AUTOMATIC, " One house ");
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(this.alert), eq(Schema.ALERT), values.capture(), eq(""));
        assertEquals("leftout", values.getValue().get("state"));
        assertEquals("automatic", values.getValue().get("reasonKind"));
        assertEquals("One house", values.getValue().get("reason"));
        assertEquals("XWiki.Carlos", values.getValue().get("reviewedBy"));
        assertEquals("xwiki:XWiki.New0\nxwiki:XWiki.New1", values.getValue().get("accounts"));
        assertTrue(values.getValue().get("reviewedOn").toString().endsWith("Z"));
        verify(this.seen).expect(this.alert, row.stamp());
    }

    @Test
    void aReasonIsNeeded() throws Exception
    {
        assertEquals(List.of("reasonKind crowdsourcing.error.reasonKindRequired"),
            errors(AlertState.COUNTED, null, "Why not"));
        assertEquals(List.of("reason crowdsourcing.error.reasonRequired"),
            errors(AlertState.COUNTED, AlertReason.OTHER, " "));
        assertNothingSaved();
    }

    @Test
    void onlySupportIsCountedOrLeftOut() throws Exception
    {
        List<String> refused = List.of("outcome crowdsourcing.error.required");
        assertEquals(refused, errors(AlertState.DISMISSED, AlertReason.GENUINE, ""));
        assertEquals(refused, errors(AlertState.OPEN, AlertReason.GENUINE, ""));
        assertEquals(refused, errors(null, AlertReason.GENUINE, ""));
        stored(AlertKind.ONE_AUTHOR, AlertState.OPEN, 1);
        assertEquals(refused, errors(AlertState.COUNTED, AlertReason.GENUINE, ""));
        assertNothingSaved();
        this.manager.review(this.alert, AlertState.DISMISSED, AlertReason.GENUINE, "");
        verify(this.writer).update(any(), any(), any(), any());
    }

    @Test
    void anotherCuratorWasFaster() throws Exception
    {
        stored(AlertKind.YOUNG_SUPPORT, AlertState.COUNTED, 6);
        assertThrows(ConflictException.class,
            () -> this.manager.review(this.alert, AlertState.LEFT_OUT, AlertReason.GENUINE, ""));
        assertEquals(List.of(" crowdsourcing.error.alertReviewed"),
            errors(AlertState.LEFT_OUT, AlertReason.GENUINE, ""));
        assertNothingSaved();
    }

    @Test
    void whoBackedItSinceTheCuratorLookedIsNotDecidedOnUnseen() throws Exception
    {
        String stamp = this.manager.getOpen(DIALOGUE).get(0).stamp();
        when(this.seen.of(this.alert)).thenReturn(stamp);
        stored(AlertKind.YOUNG_SUPPORT, AlertState.OPEN, 7);
        assertEquals(List.of(" crowdsourcing.error.alertGrown"), errors(AlertState.COUNTED, AlertReason.GENUINE, ""));
        assertNothingSaved();
        stored(AlertKind.YOUNG_SUPPORT, AlertState.OPEN, 6);
        this.manager.review(this.alert, AlertState.COUNTED, AlertReason.GENUINE, "");
        verify(this.writer).update(any(), any(), any(), any());
    }

    @Test
    void whatIsNoAlertIsNotReviewed() throws Exception
    {
        when(this.pages.find(this.alert, Schema.ALERT)).thenReturn(Optional.empty());
        assertThrows(NotFoundException.class,
            () -> this.manager.review(this.alert, AlertState.COUNTED, AlertReason.GENUINE, ""));
    }

    @Test
    void failingToLookHindersNobody() throws Exception
    {
        AlertWatch watch = this.components.getInstance(AlertWatch.class);
        DocumentReference page = new DocumentReference(this.idea, DIALOGUE.getLastSpaceReference());
        when(this.finder.findSupport(DIALOGUE, this.idea)).thenThrow(new CrowdsourcingException("Down", null));
        when(this.finder.findContributions(DIALOGUE, this.idea)).thenThrow(new CrowdsourcingException("Down", null));
        watch.supported(page);
        watch.contributed(page);
        List<String> messages = new ArrayList<>(List.of(this.logs.getMessage(0), this.logs.getMessage(1)));
        messages.forEach(message -> assertTrue(message.startsWith("Failed to look whether ["), message));
        verify(this.store, never()).raise(any(), any(), any());
        verify(this.contributions, never()).latest(any(), anyInt());
    }
}

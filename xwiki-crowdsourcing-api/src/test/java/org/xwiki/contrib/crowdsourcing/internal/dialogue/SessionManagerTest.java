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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditionManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.dialogue.ActionItem;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.TakenQuestions;
import org.xwiki.contrib.crowdsourcing.dialogue.RunSheet;
import org.xwiki.contrib.crowdsourcing.dialogue.SpeakingBalance;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.query.QueryManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultSessionManager}, with the rules of who may write and the statement that counts who speaks.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({DialogueStore.class, RowReader.class, Things.class, ThreadRules.class, ContributionWriter.class,
    ContributionStore.class, ContributionView.class, SpeakingTurns.class, ThreadFigures.class, GuidingQuestions.class})
class SessionManagerTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference NORA = TestRows.page("XWiki.Nora");

    private static final DocumentReference SEAT = TestRows.page("I.C.Dialogue.Panel.e1");

    private static final String TOKEN = "0123456789abcdefghij";

    private static final NewContribution SAID = new NewContribution("Open the books", "idea", "Ana", "");

    @InjectMockComponents
    private DefaultSessionManager manager;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private AlertWatch watch;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Access access;

    @MockComponent
    private EngagementStore engagements;

    @MockComponent
    private BriefManager briefs;

    @MockComponent
    private BriefEditionManager editions;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private RecordingQueries queries;

    private final Map<String, Object> dialogue = new HashMap<>(Map.of("state", "open", "noteTaker", "XWiki.Nora",
        "timezone", "UTC", "duration", 60, "start", "2026-06-09T14:00", "takeaways", "Old"));

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        TestRows.local(this.serializer);
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenAnswer(invocation -> Optional.of(
            new Row(DIALOGUE, "Title", 0, this.dialogue, TestRows.RESOLVER)));
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.has(Right.COMMENT, DIALOGUE)).thenReturn(true);
        when(this.access.refusal()).thenReturn(new FieldError("", "crowdsourcing.error.notAllowed"));
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.access.user()).thenReturn(NORA);
        when(this.writer.createHidden(any(), anyString(), any(), any())).thenReturn(true);
        when(this.engagements.page(DIALOGUE, "e1")).thenReturn(SEAT);
        when(this.engagements.list(any(), eq(true), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        this.queries = new RecordingQueries(this.queryManager);
    }

    private static Row item(int number, Object... values)
    {
        Map<String, Object> map = new HashMap<>(Map.of("title", "Item " + number, "position", number));
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return new Row(DIALOGUE, "", number, map, TestRows.RESOLVER);
    }

    private void agenda(Row... items) throws Exception
    {
        when(this.pages.all(DIALOGUE, Schema.AGENDA_ITEM)).thenReturn(List.of(items));
    }

    private static String key(Class<? extends CrowdsourcingException> type, Executable executable)
    {
        return assertThrows(type, executable).getErrors().get(0).messageKey().replace("crowdsourcing.error.", "");
    }

    private static String now()
    {
        return String.valueOf(Instant.now().toEpochMilli());
    }

    @Test
    void onlyWhoRunsTheSessionMay() throws Exception
    {
        assertTrue(this.manager.canRun(DIALOGUE));
        this.dialogue.put("noteTaker", "XWiki.Other");
        assertFalse(this.manager.canRun(DIALOGUE));
        for (Executable act : List.<Executable>of(() -> this.manager.getRunSheet(DIALOGUE),
            () -> this.manager.startItem(DIALOGUE, 1), () -> this.manager.takeQuestions(DIALOGUE),
            () -> this.manager.setAttended(DIALOGUE, "e1", true),
            () -> this.manager.capture(DIALOGUE, SAID, now(), TOKEN),
            () -> this.manager.setTakeaways(DIALOGUE, "New", "Old"),
            () -> this.manager.addActionItem(DIALOGUE, "Do it", "", ""),
            () -> this.manager.setDone(DIALOGUE, 0, true))) {
            assertThrows(NotAllowedException.class, act);
        }
        this.dialogue.put("facilitator", "XWiki.Nora");
        assertTrue(this.manager.canRun(DIALOGUE));
        when(this.access.canView(DIALOGUE)).thenReturn(false);
        assertFalse(this.manager.canRun(DIALOGUE));
        assertThrows(NotFoundException.class, () -> this.manager.getAgenda(DIALOGUE));
        assertThrows(NotFoundException.class, () -> this.manager.getActionItems(DIALOGUE));
        verify(this.writer, never()).createHidden(any(), any(), any(), any());
    }

    @Test
    void capturedOnceHoweverOftenItIsSent() throws Exception
    {
        String time = now();
        DocumentReference page = this.manager.capture(DIALOGUE, SAID, time, TOKEN);
        assertTrue(ContributionKeys.isName(page.getName()));
        assertEquals(Instant.ofEpochMilli(Long.parseLong(time)), ContributionKeys.time(page.getName()));
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).createHidden(eq(page), eq("Title"), eq(Schema.CONTRIBUTION), values.capture());
        assertEquals("Ana", values.getValue().get("speaker"));
        assertEquals("XWiki.Nora", values.getValue().get("author"));

        // Sent again: it is there, though the dialogue has been closed meanwhile.
        when(this.pages.find(page, Schema.CONTRIBUTION)).thenReturn(
            Optional.of(TestRows.row(page, "author", "XWiki.Nora", "text", "changed since")));
        this.dialogue.put("state", "closed");
        assertEquals(page, this.manager.capture(DIALOGUE, SAID, time, TOKEN));
        verify(this.writer, times(1)).createHidden(any(), any(), any(), any());
        assertEquals("threadClosed",
            key(ConflictException.class, () -> this.manager.capture(DIALOGUE, SAID, time, TOKEN + "x")));
    }

    @Test
    void sentTwiceAtOnceOneWinsAndBothAreTold() throws Exception
    {
        String time = now();
        DocumentReference page = this.manager.capture(DIALOGUE, SAID, time, TOKEN);
        when(this.writer.createHidden(eq(page), any(), any(), any())).thenAnswer(invocation -> {
            when(this.pages.find(page, Schema.CONTRIBUTION))
                .thenReturn(Optional.of(TestRows.row(page, "author", "XWiki.Nora")));
            return false;
        });
        assertEquals(page, this.manager.capture(DIALOGUE, SAID, time, TOKEN));
    }

    @Test
    void aNameThatSomebodyElseHasIsNotTakenForSaved() throws Exception
    {
        String time = now();
        DocumentReference page = this.manager.capture(DIALOGUE, SAID, time, TOKEN);
        when(this.pages.find(page, Schema.CONTRIBUTION))
            .thenReturn(Optional.of(TestRows.row(page, "author", "XWiki.Other")));
        when(this.writer.createHidden(eq(page), any(), any(), any())).thenReturn(false);
        assertEquals("conflict",
            key(ConflictException.class, () -> this.manager.capture(DIALOGUE, SAID, time, TOKEN)));
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Fay"));
        this.dialogue.put("facilitator", "XWiki.Fay");
        assertFalse(page.equals(this.manager.capture(DIALOGUE, SAID, time, TOKEN)), "Another user, another name");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "0123456789abcde, 0", "0123456789ABCDEFGHIJ, 0", "../../../../../../../etc, 0",
        "012345678901234567890123456789012, 0"})
    void onlyATokenIsAToken(String token, long offset)
    {
        assertEquals("captureToken",
            key(CrowdsourcingException.class, () -> this.manager.capture(DIALOGUE, SAID, now(), token)));
    }

    @Test
    void onlyATimeIsATime() throws Exception
    {
        long now = Instant.now().toEpochMilli();
        for (String time : List.of("", "yesterday", "-1", "99999999999999999999", "0",
            String.valueOf(now + Duration.ofMinutes(6).toMillis()), String.valueOf(now - Duration.ofDays(15).toMillis()))) {
            assertEquals("captureTime",
                key(CrowdsourcingException.class, () -> this.manager.capture(DIALOGUE, SAID, time, TOKEN)), time);
        }
        this.manager.capture(DIALOGUE, SAID, String.valueOf(now - Duration.ofDays(13).toMillis()), TOKEN);
        verify(this.writer, times(1)).createHidden(any(), any(), any(), any());
    }

    @Test
    void withoutScriptsItIsCapturedAsEverythingElse() throws Exception
    {
        assertTrue(ContributionKeys.isName(this.manager.capture(DIALOGUE, SAID, "", "").getName()));
        assertEquals("required", key(CrowdsourcingException.class,
            () -> this.manager.capture(DIALOGUE, new NewContribution(" ", "idea", "Ana", ""), "", "")));
    }

    @Test
    void whoCapturesNeedNotWaitInTheSlowMode() throws Exception
    {
        when(this.pages.nearest(DIALOGUE, Schema.INITIATIVE))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.WebHome"), "moderation", "slow")));
        this.queries.answer("author.value", "I.C.Dialogue.c1");
        this.manager.capture(DIALOGUE, SAID, now(), TOKEN);
        verify(this.writer).createHidden(any(), any(), any(), any());
    }

    @Test
    void anItemIsBegunAndThoseAfterItFollow() throws Exception
    {
        agenda(item(3, "minutes", 20), item(1, "minutes", 20), item(2, "minutes", 20, "startedOn",
            "2026-06-09T14:10:00Z"));
        this.manager.startItem(DIALOGUE, 1);
        ArgumentCaptor<Map<Integer, Map<String, Object>>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(DIALOGUE), eq(Schema.AGENDA_ITEM), values.capture());
        assertEquals(List.of("", ""), List.of(values.getValue().get(2).get("startedOn"),
            values.getValue().get(3).get("startedOn")));
        assertTrue(values.getValue().get(1).get("startedOn").toString().endsWith("Z"));
        assertThrows(NotFoundException.class, () -> this.manager.startItem(DIALOGUE, 7));
        this.dialogue.put("state", "planned");
        assertEquals("sessionNotOpen", key(ConflictException.class, () -> this.manager.startItem(DIALOGUE, 1)));
    }

    private void questions(String text) throws Exception
    {
        DocumentReference challenge = TestRows.page("I.C.WebHome");
        when(this.pages.nearest(DIALOGUE, Schema.CHALLENGE)).thenReturn(Optional.of(TestRows.row(challenge)));
        when(this.editions.getFrozen(any())).thenAnswer(call -> call.getArgument(0));
        when(this.briefs.briefsOf(challenge)).thenReturn(List.of(new Brief(TestRows.page("I.C.Brief.WebHome"), "B",
            Map.of(BriefSection.QUESTIONS, text), List.of(), BriefState.FROZEN, 1, null, "")));
    }

    @Test
    void guidingQuestionsBecomeAnAgendaThatFillsTheSession() throws Exception
    {
        questions("* Who pays?\n\n1. Who waits?\n** 3 offices know?\n" + "x".repeat(400) + "\n* **Bold** ones?\n- Six?\n"
            + "* Seven?");
        this.manager.takeQuestions(DIALOGUE);
        ArgumentCaptor<List<Map<String, Object>>> items = ArgumentCaptor.captor();
        verify(this.writer).add(eq(DIALOGUE), eq(Schema.AGENDA_ITEM), items.capture());
        assertEquals(List.of("Who pays?", "Who waits?", "3 offices know?"),
            items.getValue().stream().limit(3).map(values -> values.get("title")).toList());
        assertEquals(List.of(9, 9, 9, 9, 8, 8, 8),
            items.getValue().stream().map(values -> values.get("minutes")).toList());
        assertEquals(250, items.getValue().get(3).get("title").toString().length());
    }

    @Test
    void questionsOfTheFrozenVersionAreAddedToAnAgendaOnce() throws Exception
    {
        questions("* Who pays?\n* Who waits?{{evidence uid=\"e1\"/}}\n* Who pays?\n");
        DocumentReference frozen = TestRows.page("I.C.Brief.V2");
        when(this.editions.getFrozen(any())).thenReturn(new Brief(frozen, "B",
            Map.of(BriefSection.QUESTIONS, "* Who pays?\n* Who waits?{{evidence uid=\"e1\"/}}\n* Who pays?\n* Who knows?"),
            List.of(), BriefState.FROZEN, 2, null, ""));
        agenda(item(1, "minutes", 50, "title", "Who pays?"), item(4, "minutes", 10, "who", "Ana", "startedOn",
            "2026-06-09T14:10:00Z"));
        assertEquals(new TakenQuestions(List.of("Who waits?", "Who knows?"), 2),
            this.manager.takeQuestions(DIALOGUE));
        ArgumentCaptor<Map<Schema, List<Map<String, Object>>>> saved = ArgumentCaptor.captor();
        verify(this.writer).fill(eq(DIALOGUE), eq("Title"), saved.capture(), anyString());
        List<Map<String, Object>> items = saved.getValue().get(Schema.AGENDA_ITEM);
        assertEquals(List.of("Who pays?", "Item 4", "Who waits?", "Who knows?"),
            items.stream().map(values -> values.get("title")).toList());
        assertEquals(List.of(20, 10, 15, 15), items.stream().map(values -> values.get("minutes")).toList());
        assertEquals("Ana", items.get(1).get("who"));
        assertEquals(List.of(5, 6), List.of(items.get(2).get("position"), items.get(3).get("position")));
        agenda(item(1, "title", "Who pays?"), item(2, "title", "Who waits?"), item(3, "title", "Who knows?"));
        assertEquals("questionsTaken", key(ConflictException.class, () -> this.manager.takeQuestions(DIALOGUE)));
        agenda(item(1, "minutes", 60, "startedOn", "2026-06-09T14:10:00Z"));
        assertEquals("agendaFull", key(ConflictException.class, () -> this.manager.takeQuestions(DIALOGUE)));
    }

    @Test
    void noQuestionsNoAgenda() throws Exception
    {
        questions(" \n* \n");
        assertEquals("noQuestions", key(ConflictException.class, () -> this.manager.takeQuestions(DIALOGUE)));
    }

    @ParameterizedTest
    @CsvSource({"accepted, true, attended", "attended, true, attended", "attended, false, accepted",
        "invited, true,", "declined, false,", "interviewed, true,", "proposed, false,"})
    void whoAcceptedIsTicked(String before, boolean attended, String after) throws Exception
    {
        when(this.pages.find(SEAT, Schema.ENGAGEMENT)).thenReturn(Optional.of(TestRows.row(SEAT, "state", before)));
        if (after == null) {
            assertEquals("conflict",
                key(ConflictException.class, () -> this.manager.setAttended(DIALOGUE, "e1", attended)));
            verify(this.writer, never()).update(any(), any(), any(), any());
        } else {
            this.manager.setAttended(DIALOGUE, "e1", attended);
            verify(this.writer).update(SEAT, Schema.ENGAGEMENT, Map.of("state", after), "");
        }
    }

    @Test
    void onlyThoseOfThePanelAreTicked() throws Exception
    {
        assertThrows(NotFoundException.class, () -> this.manager.setAttended(DIALOGUE, " ", true));
        assertThrows(NotFoundException.class, () -> this.manager.setAttended(DIALOGUE, "e1", true));
    }

    @Test
    void takeawaysOfSomebodyElseAreNotOverwritten() throws Exception
    {
        this.manager.setTakeaways(DIALOGUE, " New\r\nlines ", "Old\r\n");
        verify(this.writer).update(DIALOGUE, Schema.DIALOGUE, Map.of("takeaways", "New\nlines"), "");
        this.dialogue.put("takeaways", "Of somebody else");
        assertEquals("changedMeanwhile",
            key(ConflictException.class, () -> this.manager.setTakeaways(DIALOGUE, "Mine", "Old")));
        assertEquals("tooLong", key(CrowdsourcingException.class,
            () -> this.manager.setTakeaways(DIALOGUE, "x".repeat(60001), "Of somebody else")));
    }

    @Test
    void actionItemsComeByDayAndSayWhatIsOverdue() throws Exception
    {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        when(this.pages.all(DIALOGUE, Schema.ACTION_ITEM)).thenReturn(List.of(item(0, "due", "2017-01-01", "done", 1),
            item(1, "due", ""), item(2, "due", today.plusDays(2).toString()), item(3, "due", today.toString()),
            item(4, "due", today.minusDays(2).toString())));
        List<ActionItem> items = this.manager.getActionItems(DIALOGUE);
        assertEquals(List.of(4, 3, 2, 1, 0), items.stream().map(ActionItem::number).toList());
        assertEquals(List.of(true, false, false, false, false), items.stream().map(ActionItem::overdue).toList());
        this.manager.setDone(DIALOGUE, 4, true);
        verify(this.writer).update(DIALOGUE, Schema.ACTION_ITEM, Map.of(4, Map.of("done", 1)));
        assertThrows(NotFoundException.class, () -> this.manager.setDone(DIALOGUE, 9, true));
    }

    @Test
    void actionItemsAreChecked() throws Exception
    {
        this.manager.addActionItem(DIALOGUE, " Do it ", "Ana", "2026-02-28");
        verify(this.writer).add(DIALOGUE, Schema.ACTION_ITEM,
            List.of(Map.of("title", "Do it", "owner", "Ana", "due", "2026-02-28", "done", 0)));
        CrowdsourcingException error = assertThrows(CrowdsourcingException.class,
            () -> this.manager.addActionItem(DIALOGUE, " ", "a\u0000", "2026-02-30"));
        assertEquals(List.of("title", "owner", "due"), error.getErrors().stream().map(FieldError::field).toList());
    }

    private static Engagement member(String name, EngagementState state)
    {
        return new Engagement(TestRows.page("I.C.Dialogue.Panel." + name), TestRows.page("Experts." + name + ".WebHome"),
            name, List.of(), "", state, "", null, null, 0, List.of());
    }

    @Test
    void turnsAreCountedForThoseWhoSpeakAndThoseWhoWrite() throws Exception
    {
        when(this.engagements.list(any(), eq(true), any())).thenReturn(new Page<>(
            List.of(member("Ana", EngagementState.ACCEPTED), member("Raj", EngagementState.ATTENDED),
                member("Zoe", EngagementState.ACCEPTED), member("Yan", EngagementState.INTERVIEWED)),
            null, Count.exactly(4)));
        when(this.engagements.seated(DIALOGUE)).thenReturn(List.of("1", "2", "3"));
        Instant start = Instant.parse("2026-06-09T14:00:00Z");
        this.queries.answer("group by author.value, speaker.value", RecordingQueries.row("XWiki.Nora", "Ana", 2L),
            RecordingQueries.row("XWiki.Nora", " ana ", 1L), RecordingQueries.row("XWiki.Guest", null, 1L),
            RecordingQueries.row("XWiki.Raj", "", 1L), RecordingQueries.row(null, "", 7L));
        this.queries.answer("BaseObject obj",
            RecordingQueries.row(99L, "Experts.Raj.WebHome", 0, Schema.EXPERT.getClassName(), "Raj"));
        this.queries.answer("LargeStringProperty", RecordingQueries.row(99L, "user", "XWiki.Raj"));
        RunSheet sheet = this.manager.getRunSheet(DIALOGUE);
        assertEquals(3, sheet.taken());
        assertEquals(List.of("Ana", "Raj", "Zoe"), sheet.panel().stream().map(Engagement::expertName).toList());
        SpeakingBalance balance = sheet.balance();
        assertEquals(5, balance.turns());
        assertEquals(List.of(new SpeakingBalance.Speaker("Ana", null, 3), new SpeakingBalance.Speaker("Raj", null, 1),
            new SpeakingBalance.Speaker("", TestRows.page("XWiki.Guest"), 1)), balance.speakers());
        assertEquals(60, balance.share(balance.speakers().get(0)));
        assertEquals(List.of("Zoe"), balance.silent().stream().map(Engagement::expertName).toList());
        // The experts with their users, and who said how much.
        assertEquals(3, this.queries.statements().size());
        int statement = this.queries.statements().indexOf(this.queries.statements().stream()
            .filter(text -> text.contains("substring")).findFirst().orElseThrow());
        assertEquals(ContributionKeys.time(start), this.queries.values(statement).get("begin"));
        assertEquals(ContributionKeys.time(start.plus(Duration.ofMinutes(120))),
            this.queries.values(statement).get("end"));
    }

    @Test
    void withoutADateNobodyHasSpoken() throws Exception
    {
        this.dialogue.remove("start");
        when(this.engagements.list(any(), eq(true), any())).thenReturn(
            new Page<>(List.of(member("Ana", EngagementState.ACCEPTED)), null, Count.exactly(1)));
        SpeakingBalance balance = this.manager.getRunSheet(DIALOGUE).balance();
        assertEquals(0, balance.turns());
        assertEquals(1, balance.silent().size());
        assertEquals(List.of(), this.queries.statements());
    }
}

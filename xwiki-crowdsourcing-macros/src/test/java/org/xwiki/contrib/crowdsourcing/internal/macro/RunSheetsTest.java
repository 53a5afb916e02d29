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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.ActionItem;
import org.xwiki.contrib.crowdsourcing.dialogue.Agenda;
import org.xwiki.contrib.crowdsourcing.dialogue.AgendaItem;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.RunSheet;
import org.xwiki.contrib.crowdsourcing.dialogue.SpeakingBalance;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what {@link DialogueMacro} shows of a session, and its run-sheet.
 */
class RunSheetsTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final Instant START = Instant.parse("2017-06-06T14:00:00Z");

    @InjectMockComponents
    private DialogueMacro macro;

    private DialogueState state = DialogueState.OPEN;

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        when(this.dialogues.dialogueOf(DIALOGUE)).then(invocation -> Optional.of(dialogue()));
        when(this.dialogues.getContributionObstacle(DIALOGUE)).thenReturn(Optional.empty());
        when(this.dialogues.getThread(any()))
            .thenReturn(new ThreadPage(new Page<>(List.of(), null, Count.exactly(0)), List.of()));
        when(this.experts.getEngagements(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.roadmaps.usedIn(anyCollection())).thenReturn(Map.of());
        Agenda agenda = agenda(START.plusSeconds(901));
        when(this.sessionManager.getAgenda(DIALOGUE)).thenReturn(agenda);
        when(this.sessionManager.getActionItems(DIALOGUE)).thenReturn(
            List.of(new ActionItem(4, EVIL, EVIL, LocalDate.parse("2017-06-30"), false, true),
                new ActionItem(2, "Done thing", "", null, true, false)));
        when(this.sessionManager.getRunSheet(DIALOGUE)).thenReturn(new RunSheet(agenda,
            List.of(member(EVIL, EngagementState.ACCEPTED), member("", EngagementState.ATTENDED)), 2,
            new SpeakingBalance(3, List.of(new SpeakingBalance.Speaker(EVIL, null, 2),
                new SpeakingBalance.Speaker("", ALICE, 1)), List.of(member(EVIL, EngagementState.ACCEPTED)))));
    }

    private Dialogue dialogue()
    {
        return new Dialogue(DIALOGUE, EVIL, LocalDateTime.parse("2017-06-06T10:00"), ZoneId.of("America/New_York"),
            120, EVIL, ALICE, ALICE, 12, "", EVIL, EVIL, this.state, EVIL, EVIL);
    }

    private static Agenda agenda(Instant now)
    {
        return new Agenda(List.of(item(0, 10, 0), item(1, 70, 10), item(2, 40, 80)), true, now);
    }

    private static AgendaItem item(int number, int minutes, int from)
    {
        return new AgendaItem(number, number + EVIL, minutes, "who" + number + EVIL, START.plusSeconds(60L * from),
            START.plusSeconds(60L * (from + minutes)));
    }

    private static Engagement member(String name, EngagementState state)
    {
        return new Engagement(page("Crowdsourcing.I.C.Dialogue.Panel", "e" + name.length()),
            page("Crowdsourcing.Experts.E"), name, List.of(), "", state, "", null, null, 0, List.of());
    }

    private void run()
    {
        this.user = ALICE;
        when(this.sessionManager.canRun(DIALOGUE)).thenReturn(true);
        this.sent.put("cs_view", new String[] {"run"});
    }

    private String show() throws Exception
    {
        return show(this.macro, new DialogueMacroParameters());
    }

    @Test
    void everybodyReadsAgendaAndActionItems() throws Exception
    {
        String html = show();
        assertFalse(html.contains("method=\"post\""), html);
        assertFalse(html.contains("cs_view=run"), html);
        assertTrue(html.contains("<time datetime=\"2017-06-06T14:10:00Z\">10:10"), html);
        assertTrue(html.contains("Overdue"), html);
        assertTrue(html.contains("data-cs-clocks=\"Your time:\""), html);
        assertFalse(html.contains(">Your time<"), html);
    }

    @Test
    void theAgendaComesInTheReadersZoneToo() throws Exception
    {
        this.user = ALICE;
        when(this.bridge.getProperty(any(DocumentReference.class), any(DocumentReference.class),
            org.mockito.ArgumentMatchers.eq("timezone"))).thenReturn("Asia/Kathmandu");
        String html = show();
        assertTrue(html.contains("<time datetime=\"2017-06-06T14:10:00Z\">7:55"), html);
        assertTrue(html.contains("<time datetime=\"2017-06-06T14:10:00Z\">10:10"), html);
        assertTrue(html.contains("(Asia/Kathmandu, UTC+05:45)"), html);
        assertFalse(html.contains("data-cs-clocks"), html);
    }

    @Test
    void theRunSheetIsForThoseWhoRunTheSession() throws Exception
    {
        this.user = ALICE;
        this.sent.put("cs_view", new String[] {"run"});
        String html = show();
        assertFalse(html.contains("cs-run"), html);
        verify(this.sessionManager, never()).getRunSheet(any());
        run();
        assertTrue(show(this.macro, new DialogueMacroParameters(), true).contains("cs-dialogue"),
            "Nothing is run where nothing may be changed");
    }

    @Test
    void theRunSheetSaysWhatIsNowAndNext() throws Exception
    {
        run();
        String html = show();
        for (String action : List.of("startItem", "capture", "attend", "saveTakeaways", "addActionItem", "setDone")) {
            assertTrue(html.contains("name=\"cs_action\" value=\"" + action + '"'), action + " in " + html);
        }
        assertTrue(html.matches("(?s).*data-cs-part=\"now\"><bdi>1&#60;script.*data-cs-part=\"next\"><bdi>2&#60;.*"),
            html);
        assertTrue(html.contains("<dd data-cs-part=\"left\">65 minutes</dd>"), html);
        assertTrue(html.contains("data-cs-now=\"" + START.plusSeconds(901).toEpochMilli() + '"'), html);
        assertEquals(1, html.split("aria-current=\"true\"", -1).length - 1);
        assertTrue(html.contains("67% <svg"), html);
        assertTrue(html.contains("2 of 12 seats"), html);
        assertTrue(html.contains("Have not spoken yet: <bdi>&#60;script"), html);
        assertEquals(1, html.split("<option value=\"&#60;script", -1).length - 1, "Who is hidden is not proposed");
    }

    @Test
    void withoutAnOpenDialogueNothingIsCaptured() throws Exception
    {
        run();
        this.state = DialogueState.CLOSED;
        assertFalse(show().contains("value=\"capture\""));
        when(this.sessionManager.getRunSheet(DIALOGUE)).thenReturn(new RunSheet(new Agenda(List.of(), false, START),
            List.of(), 0, new SpeakingBalance(0, List.of(), List.of())));
        when(this.sessionManager.getAgenda(DIALOGUE)).thenReturn(new Agenda(List.of(), false, START));
        String html = show();
        assertTrue(html.contains("Nobody has spoken yet."), html);
        assertTrue(html.contains("name=\"cs_action\" value=\"takeQuestions\""), html);
    }

    @Test
    void aScriptIsToldThatItIsSavedAndStaysOnThePage() throws Exception
    {
        run();
        post("capture", DIALOGUE, "speaker", "Ana", "text", "An idea", "kind", "idea", "captured", "1496757600000",
            "token", "abc", "cs_quiet", "1");
        show();
        verify(this.sessionManager).capture(DIALOGUE, new NewContribution("An idea", "idea", "Ana", ""),
            "1496757600000", "abc");
        verify(this.response).setStatus(201);
        verify(this.response, never()).setStatus(303);
    }

    @Test
    void withoutScriptsTheBrowserComesBackToTheRunSheet() throws Exception
    {
        run();
        post("startItem", DIALOGUE, "item", "2");
        show();
        verify(this.sessionManager).startItem(DIALOGUE, 2);
        verify(this.response).setStatus(303);
        verify(this.response).setHeader("Location",
            "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_view=run#cs-agenda");
    }

    @Test
    void ticksGoBothWays() throws Exception
    {
        run();
        post("attend", DIALOGUE, "absent", "e7");
        show();
        verify(this.sessionManager).setAttended(DIALOGUE, "e7", false);
        this.attributes.clear();
        post("attend", DIALOGUE, "present", "e7");
        show();
        verify(this.sessionManager).setAttended(DIALOGUE, "e7", true);
        this.attributes.clear();
        post("setDone", DIALOGUE, "again", "4");
        show();
        verify(this.sessionManager).setDone(DIALOGUE, 4, false);
        this.attributes.clear();
        post("setDone", DIALOGUE, "again", "4", "done", "nonsense");
        show();
        verify(this.response).setStatus(404);
        verify(this.sessionManager, never()).setDone(any(), anyInt(), org.mockito.ArgumentMatchers.eq(true));
    }

    @Test
    void whatWasTypedIsKeptWhenSomebodyElseWasFaster() throws Exception
    {
        run();
        doThrow(new ConflictException(new FieldError("takeaways", "crowdsourcing.error.changedMeanwhile")))
            .when(this.sessionManager).setTakeaways(any(), any(), any());
        post("saveTakeaways", DIALOGUE, "takeaways", "Mine" + EVIL, "known", "Old");
        String html = show();
        verify(this.response).setStatus(409);
        assertTrue(html.contains("Mine&#60;script"), html);
        assertTrue(html.contains("Somebody else has changed this meanwhile."), html);
    }

    @Test
    void whatWasCapturedByWhoMayNotIsKept() throws Exception
    {
        this.user = ALICE;
        when(this.sessionManager.capture(any(), any(), any(), any()))
            .thenThrow(new NotAllowedException(new FieldError("", "crowdsourcing.error.notAllowed")));
        post("capture", DIALOGUE, "text", EVIL, "cs_view", "run", "cs_quiet", "1");
        String html = show();
        verify(this.response).setStatus(403);
        assertTrue(html.contains(Html.escape(EVIL) + "</textarea>"), html);
        assertEquals(1, html.split("readonly=\"readonly\"", -1).length - 1, "Only what was typed");
    }

    @Test
    void aSpanishReaderReadsSpanish() throws Exception
    {
        run();
        this.locale = Locale.forLanguageTag("es");
        String html = show();
        assertTrue(html.contains("Guion de la sesi\u00F3n"), html);
        assertTrue(html.contains("Con retraso"), html);
    }

    @Test
    void twiceOnAPageEveryIdIsThereOnce() throws Exception
    {
        run();
        Markup.check(show() + show());
    }
}

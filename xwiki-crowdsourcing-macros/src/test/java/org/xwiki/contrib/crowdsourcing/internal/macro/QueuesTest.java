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
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Alert;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests how the queue shows alerts and what its forms do with them.
 *
 * @version $Id$
 */
class QueuesTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final String KEY = "c00000000000000aaaaaaaaaaaaaa";

    private final DocumentReference idea = page("Crowdsourcing.I.C.Dialogue", KEY);

    private final DocumentReference other = page("Crowdsourcing.I.C.Dialogue", "c00000000000000bbbbbbbbbbbbbb");

    private final DocumentReference alert = page("Crowdsourcing.I.C.Dialogue", "as" + KEY + "0001");

    @InjectMockComponents
    private DialogueMacro macro;

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        this.user = ALICE;
        this.sent.put("cs_view", new String[] {"queue"});
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.of(new Dialogue(DIALOGUE, EVIL, null, null, 0,
            "", null, null, 0, "", "", "", DialogueState.OPEN, "", "")));
        when(this.curation.getQueue(any(), any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
    }

    private Alert alert(AlertKind kind, int count)
    {
        boolean contribution = kind == AlertKind.YOUNG_SUPPORT || kind == AlertKind.IDENTICAL;
        Instant noon = Instant.parse("2026-06-06T12:00:00Z");
        DocumentReference page = kind == AlertKind.ONE_AUTHOR ? page("Crowdsourcing.I.C.Dialogue", "ao1") : this.alert;
        return new Alert(page, kind, AlertState.OPEN, DIALOGUE, EVIL,
            contribution ? new Contribution(this.idea, DIALOGUE, this.idea, null, EVIL, ContributionKind.IDEA, ALICE,
                "", Instant.EPOCH, 0, "", ContributionState.PUBLISHED, null, null, null, null, "") : null,
            kind == AlertKind.ONE_AUTHOR ? ALICE : null, noon, noon.plusSeconds(720), count, 30,
            IntStream.range(0, count).mapToObj(i -> new DocumentReference("xwiki", "XWiki", "New" + i)).toList(), 7,
            "abc-" + count);
    }

    private String show(Alert... open) throws Exception
    {
        when(this.alerts.getOpen(DIALOGUE)).thenReturn(List.of(open));
        return show(this.macro, new DialogueMacroParameters());
    }

    @Test
    void saysWhatHappenedInWords() throws Exception
    {
        String html = show(alert(AlertKind.YOUNG_SUPPORT, 7));
        assertTrue(html.contains("7 accounts younger than 7 days backed this contribution within 12 minutes."), html);
        assertTrue(html.contains("does not count until you have looked at it"), html);
        assertTrue(html.contains("name=\"cs_seen\" value=\"abc-7\""), html);
        assertTrue(html.contains("value=\"counted\"") && html.contains("value=\"leftout\""), html);
        assertFalse(html.contains("value=\"dismissed\"") || html.contains("Nothing waits for you"), html);
        assertTrue(html.contains("XWiki/New6"), html);
        html = show(alert(AlertKind.YOUNG_CONTRIBUTIONS, 5), alert(AlertKind.ONE_AUTHOR, 12));
        assertTrue(html.contains("Accounts younger than 7 days wrote 5 contributions within 12 minutes."), html);
        assertTrue(html.contains("One author wrote 12 of the newest 30 contributions, 40 per cent."), html);
        assertTrue(html.contains("value=\"dismissed\""), html);
        assertFalse(html.contains("value=\"counted\""), html);
        html = show(alert(AlertKind.IDENTICAL, 3));
        assertTrue(html.contains("3 contributions say nearly the same with the same words, from 3 accounts."), html);
        this.locale = Locale.forLanguageTag("es");
        html = show(alert(AlertKind.YOUNG_SUPPORT, 7));
        assertTrue(html.contains("7 cuentas de menos de 7 d\u00EDas apoyaron este aporte en 12 minutos."), html);
    }

    @Test
    void manyAccountsAreNotAllNamed() throws Exception
    {
        String html = show(alert(AlertKind.YOUNG_SUPPORT, 50));
        assertTrue(html.contains("XWiki/New19"), html);
        assertFalse(html.contains("XWiki/New20"), html);
        assertTrue(html.contains("and 30 more"), html);
    }

    @Test
    void whereNothingHappenedThereIsNothing() throws Exception
    {
        String html = show();
        assertFalse(html.contains("cs-alerts"), html);
        assertTrue(html.contains("Nothing waits for you here."), html);
        this.sent.put("cs_kind", new String[] {"flag"});
        html = show(alert(AlertKind.YOUNG_SUPPORT, 7));
        assertFalse(html.contains("cs-alerts"), "Only flags are wanted");
        this.sent.put("cs_kind", new String[] {"alert"});
        assertTrue(show(alert(AlertKind.YOUNG_SUPPORT, 7)).contains("cs-alerts"));
    }

    @Test
    void aReviewIsSentOn() throws Exception
    {
        post("reviewAlert", this.alert, "cs_do", "leftout", "reasonKind", "automatic", "reason", "One house",
            "cs_seen", "abc-7", "cs_kind", "alert");
        show(alert(AlertKind.YOUNG_SUPPORT, 7));
        verify(this.seen).expect(this.alert, "abc-7");
        verify(this.alerts).review(this.alert, AlertState.LEFT_OUT, AlertReason.AUTOMATIC, "One house");
        verify(this.response).setStatus(303);
        verify(this.response).setHeader(eq("Location"), eq(
            "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_view=queue&cs_kind=alert&cs_done=1#cs-queue"));
        verify(this.alerts, never()).getOpen(any());
    }

    @Test
    void whoComesSecondKeepsWhatWasTyped() throws Exception
    {
        post("reviewAlert", this.alert, "cs_do", "counted", "reasonKind", "genuine", "reason", EVIL);
        doThrow(new ConflictException(new FieldError("", "crowdsourcing.error.alertGrown"))).when(this.alerts)
            .review(any(), any(), any(), any());
        String html = show(alert(AlertKind.YOUNG_SUPPORT, 9));
        verify(this.response).setStatus(409);
        assertTrue(html.contains("More has happened since you looked"), html);
        assertTrue(html.contains("9 accounts"), html);
        assertTrue(html.contains("&#60;script&#62;alert(1)"), html);
        html = show();
        assertTrue(html.contains("cs-leftover"), "The alert is gone, what was typed is not");
    }

    @Test
    void whatIsNoOutcomeOrNoReasonIsRefused() throws Exception
    {
        post("reviewAlert", this.alert, "cs_do", "\"><script>", "reasonKind", "genuine");
        show(alert(AlertKind.YOUNG_SUPPORT, 7));
        verify(this.response).setStatus(400);
        verify(this.alerts, never()).review(any(), any(), any(), any());
    }

    private void curate(String act, String... fields) throws Exception
    {
        post("curate", DIALOGUE, fields);
        this.sent.put("cs_do", new String[] {act});
        this.sent.put("cs_item", new String[] {serialize(this.idea), serialize(this.other)});
        show();
    }

    @Test
    void manyAreDealtWithAtOnce() throws Exception
    {
        curate("hide", "hiddenReasonKind", "spam", "hiddenReason", "Sells things", "cs_kind", "flag");
        verify(this.dialogues).hide(this.idea, HidingReason.SPAM, "Sells things");
        verify(this.dialogues).hide(this.other, HidingReason.SPAM, "Sells things");
        verify(this.response).setHeader("Location",
            "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_view=queue&cs_kind=flag&cs_done=2#cs-queue");
    }

    @Test
    void whatAnotherCuratorHasDoneDoesNotHinderTheRest() throws Exception
    {
        doThrow(new ConflictException(new FieldError("", "crowdsourcing.error.notAwaiting"))).when(this.dialogues)
            .approve(this.idea);
        curate("approve");
        verify(this.dialogues).approve(this.other);
        verify(this.response).setStatus(409);
        String html = show();
        assertTrue(html.contains("Done with 1. 1 could not be dealt with"), html);
    }

    @Test
    void whoMayNotIsNotLate() throws Exception
    {
        doThrow(new NotAllowedException(new FieldError("", "crowdsourcing.error.notAllowed"))).when(this.curation)
            .dismissFlags(any());
        curate("dismiss");
        verify(this.response).setStatus(403);
    }

    @ParameterizedTest
    @CsvSource({"explode, spam", "'', spam", "hide, nonsense"})
    void nothingHappensWithoutAnActOrAKnownReason(String act, String reason) throws Exception
    {
        curate(act, "hiddenReasonKind", reason);
        verify(this.response).setStatus(400);
        verify(this.dialogues, never()).hide(any(), any(), any());
        verify(this.dialogues, never()).approve(any());
        verify(this.curation, never()).dismissFlags(any());
    }

    @Test
    void whoMayNotCurateSeesNothing() throws Exception
    {
        when(this.curation.getQueue(any(), any(), any()))
            .thenThrow(new NotAllowedException(new FieldError("", "crowdsourcing.error.notAllowed")));
        String html = show(alert(AlertKind.YOUNG_SUPPORT, 7));
        assertFalse(html.contains("accounts"), html);
        verify(this.alerts, never()).getOpen(any());
    }
}

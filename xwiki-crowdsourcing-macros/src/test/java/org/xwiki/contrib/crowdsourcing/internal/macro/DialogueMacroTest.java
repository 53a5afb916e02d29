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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Mode;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationAct;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationEntry;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.Revision;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/**
 * Tests what {@link DialogueMacro} shows, and to whom.
 */
class DialogueMacroTest extends AbstractDialogueMacroTest
{
    @Test
    void aGuestSeesNoForm() throws Exception
    {
        String html = show();
        assertFalse(html.contains("method=\"post\""), html);
        assertTrue(html.contains("id=\"" + ROOT + '"'), html);
    }

    @Test
    void everythingTypedIsEscapedAndEveryFormIsWellFormed() throws Exception
    {
        everythingIsAllowed();
        Decision decision =
            new Decision(Outcome.NOT_TAKEN, DecisionReason.COST, EVIL, ALICE, Instant.parse("2017-06-08T10:00:00Z"));
        thread(new ThreadPage(new Page<>(List.of(contribution(this.root, null, ContributionState.PUBLISHED, decision),
            contribution(this.reply, this.root, ContributionState.HIDDEN, null)), "\"next&<", Count.exactly(2)),
            List.of()));
        when(this.roadmaps.usedIn(anyCollection())).thenReturn(
            Map.of(this.root, List.of(new Usage(page("Crowdsourcing.I.Roadmap.R"), EVIL, RecommendationState.DRAFT))));
        String html = show();
        for (String action : List.of("contribute", "reply", "decide", "hide", "unhide", "quote", "closeDialogue",
            "engage")) {
            assertTrue(html.contains("name=\"cs_action\" value=\"" + action + '"'), action + " in " + html);
        }
        assertTrue(html.contains("Not taken"), html);
        assertTrue(html.contains("cs-depth-1"), html);
        assertTrue(html.contains("class=\"form-control suggest-propertyValues\""
            + " data-className=\"Crowdsourcing.Code.EngagementClass\" data-propertyName=\"expert\""), html);
    }

    @Test
    void aRestrictedContextShowsNoFormAndTakesNone() throws Exception
    {
        everythingIsAllowed();
        post("contribute", DIALOGUE, "text", "an idea", "kind", "idea");
        String html = show(this.macro, new DialogueMacroParameters(), true);
        assertFalse(html.contains("method=\"post\""), html);
        verify(this.dialogues, never()).contribute(any(), any());
    }

    @Test
    void statusesTellWhatIsInTheWay() throws Exception
    {
        everythingIsAllowed();
        doThrow(new NotAllowedException(new FieldError("", "crowdsourcing.error.notAllowed"))).when(this.dialogues)
            .hide(any(), any(), any());
        post("hide", this.root, "hiddenReasonKind", "spam");
        assertTrue(show().contains("You may not do that here."));
        verify(this.response).setStatus(403);
        this.attributes.clear();
        doThrow(new ConflictException(new FieldError("", "crowdsourcing.error.conflict"))).when(this.dialogues)
            .hide(any(), any(), any());
        show();
        verify(this.response).setStatus(409);
        this.attributes.clear();
        doThrow(new CrowdsourcingException("The database is gone", new RuntimeException())).when(this.dialogues)
            .hide(any(), any(), any());
        assertFalse(show().contains("database"));
        verify(this.response).setStatus(500);
        assertEquals(1, this.logs.size());
        assertTrue(this.logs.getMessage(0).startsWith("Failed to perform [hide]"));
    }

    @Test
    void earlierTextsAreShownWhereTheyAreAskedFor() throws Exception
    {
        when(this.dialogues.getRevisions(this.root)).thenReturn(
            List.of(new Revision(EVIL, ContributionKind.QUESTION, Instant.parse("2017-06-06T14:00:00Z"))));
        assertFalse(show().contains("cs-revisions"));
        this.sent.put("cs_history", new String[] {ROOT});
        String html = show();
        assertTrue(html.contains("cs-revisions"), html);
        this.sent.put("cs_history", new String[] {"\"><script>"});
        assertFalse(show().contains("cs-revisions"));
    }

    @Test
    void whatStandsApartNamesWhatItAnswers() throws Exception
    {
        List<Contribution> said = new ArrayList<>();
        DocumentReference previous = null;
        for (int i = 0; i < 6; i++) {
            DocumentReference page = i == 0 ? this.root
                : page("Crowdsourcing.I.C.Dialogue", "c00000000000000bbbbbbbbbbbbb" + i);
            said.add(contribution(page, previous, ContributionState.PUBLISHED, null));
            previous = page;
        }
        thread(new ThreadPage(new Page<>(said, null, Count.exactly(6)), List.of()));
        String html = show();
        assertEquals(3, html.split("In reply to", -1).length, html);
        assertTrue(html.contains("cs_at=" + said.get(4).key() + '#' + said.get(4).key() + "\"><bdi>"), html);
        // What is answered is on another page of the list.
        thread(new ThreadPage(new Page<>(List.of(said.get(3)), null, Count.exactly(6)), List.of(said.get(0))));
        assertTrue(show().contains("an earlier contribution"));
    }

    @Test
    void whatIsNewIsSaidAndWhatArrivesIsAskedForWhileTheDialogueIsOpen() throws Exception
    {
        String html = show();
        assertTrue(html.contains("role=\"status\" data-cs-live="), html);
        assertFalse(html.contains("since your last visit"), html);
        when(this.arrivals.count(any(), any())).thenReturn(new Count(100, true));
        assertTrue(show().contains("more than 100 new contributions since your last visit"), show());
        when(this.arrivals.count(any(), any())).thenReturn(Count.exactly(1));
        assertTrue(show().contains("1 new contribution since your last visit"));
    }

    @Test
    void aGuestWhoIsNotWelcomeIsToldSoAndAWelcomeOneTakesTime() throws Exception
    {
        when(this.curation.getMode(DIALOGUE)).thenReturn(new Mode(Moderation.PREMODERATED, 10, true));
        when(this.dialogues.contribute(any(), any()))
            .thenThrow(new NotAllowedException(new FieldError("", "crowdsourcing.error.guest")));
        post("contribute", DIALOGUE, "text", "Let me in", "kind", "idea");
        show();
        verify(this.response).setStatus(403);
        this.attributes.clear();
        when(this.dialogues.canContribute(DIALOGUE)).thenReturn(true);
        show();
        verify(this.response).setStatus(400);
        verify(this.dialogues, times(1)).contribute(any(), any());
    }

    @Test
    void aPermalinkAsksForTheDiscussionOfTheContribution() throws Exception
    {
        this.sent.put("cs_at", new String[] {ROOT});
        this.sent.put("cs_kind", new String[] {"idea' or 1=1"});
        show();
        ArgumentCaptor<ThreadQuery> query = ArgumentCaptor.forClass(ThreadQuery.class);
        verify(this.dialogues).getThread(query.capture());
        assertEquals('@' + ROOT, query.getValue().request().cursor());
        assertEquals(null, query.getValue().filter().kind());
    }

    @Test
    void aReplyWhoseRootIsOnAnEarlierPageIsShownBelowIt() throws Exception
    {
        thread(new ThreadPage(new Page<>(List.of(contribution(this.reply, this.root, ContributionState.PUBLISHED,
            null)), null, Count.exactly(2)), List.of(contribution(this.root, null, ContributionState.PUBLISHED, null))));
        String html = show();
        assertTrue(html.indexOf("cs-context") < html.indexOf("cs-depth-1"), html);
        assertTrue(html.contains("(began earlier)"), html);
    }

    private void initiative(Commitment commitment) throws Exception
    {
        when(this.initiatives.initiativeOf(DIALOGUE)).thenReturn(Optional.of(new Initiative(HOME, "I", "", List.of(),
            List.of(), null, List.of(), new Terms(commitment, null, null, "", Moderation.OPEN, 0, "", "", "", ""), null,
            Map.of())));
    }

    @Test
    void whereEveryIdeaIsOwedAnAnswerTheShareShows() throws Exception
    {
        when(this.dialogues.getAnswered(DIALOGUE)).thenReturn(new Answered(12, 30));
        initiative(Commitment.SUPPLEMENTARY);
        assertFalse(show().contains("have an answer"));
        initiative(Commitment.COMPLEMENTARY);
        assertTrue(show().contains("12 of 30 ideas have an answer: 40 per cent."), show());
        when(this.dialogues.getAnswered(DIALOGUE)).thenReturn(new Answered(0, 0));
        assertTrue(show().contains("There is no idea to answer yet."));
        this.locale = java.util.Locale.forLanguageTag("es");
        when(this.dialogues.getAnswered(DIALOGUE)).thenReturn(new Answered(1, 1));
        assertTrue(show().contains("1 de 1 idea tiene respuesta: el 100 por ciento."));
    }

    @Test
    void theModerationLogIsReadWhenAskedFor() throws Exception
    {
        String html = show();
        assertTrue(html.contains("cs_log=1"), html);
        verifyNoInteractions(this.moderationLog);
        this.sent.put("cs_log", new String[] {"1"});
        when(this.moderationLog.list(any(), any())).thenReturn(new Page<>(List.of(
            new ModerationEntry(ModerationAct.HIDDEN, this.root, HidingReason.ABUSE, null, Instant.EPOCH),
            new ModerationEntry(ModerationAct.LEFT_OUT, this.root, AlertReason.AUTOMATIC, null, Instant.EPOCH),
            new ModerationEntry(ModerationAct.REVIEWED, null, null, ALICE, Instant.EPOCH)), "m0",
            new Count(1000, true)));
        html = show();
        assertTrue(html.contains("A contribution was hidden (Abuse)"), html);
        assertTrue(html.contains("An alert was reviewed"), html);
        assertTrue(html.contains("Support that was set aside is left out (Automatic, or one person"), html);
        assertTrue(html.contains("cs_log=m0"), html);
    }

    @Test
    void theReaderSeesTheSessionInTheZoneOfTheProfile() throws Exception
    {
        this.user = ALICE;
        when(this.bridge.getProperty(any(DocumentReference.class), any(DocumentReference.class),
            org.mockito.ArgumentMatchers.eq("timezone"))).thenReturn("Europe/Madrid");
        String html = show();
        assertTrue(html.contains("4:00\u202FPM") || html.contains("4:00 PM"), html);
        assertTrue(html.contains("Central European Summer Time (Europe/Madrid, UTC+02:00)"), html);
        assertTrue(html.contains("Eastern Daylight Time (America/New_York, UTC-04:00)"), html);
        assertTrue(html.contains("datetime=\"2017-06-06T14:00:00Z\""), html);
    }

    @Test
    void withoutAProfileTheSessionKeepsItsZoneAndAScriptMayAddTheReadersOwn() throws Exception
    {
        String html = show();
        assertTrue(html.contains("Eastern Daylight Time (America/New_York, UTC-04:00)"), html);
        assertTrue(html.contains("data-cs-enhance=\"Your time:\""), html);
        assertTrue(html.contains("data-cs-start=\"2017-06-06T14:00:00Z\""), html);
    }

    @Test
    void aSpanishReaderReadsSpanish() throws Exception
    {
        everythingIsAllowed();
        this.locale = Locale.forLanguageTag("es");
        String html = show();
        assertTrue(html.contains("martes, 6 de junio de 2017"), html);
        assertTrue(html.contains("Cerrar el di\u00E1logo"), html);
    }

    @Test
    void twiceOnAPageEveryIdIsThereOnce() throws Exception
    {
        everythingIsAllowed();
        Markup.check(show() + show());
    }

    @Test
    void noDialogueNoTrace() throws Exception
    {
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.empty());
        assertTrue(show().contains("There is no dialogue here, or you may not see it."));
    }
}

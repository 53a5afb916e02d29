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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.dialogue.Mode;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Slot;
import org.xwiki.contrib.crowdsourcing.dialogue.SlotSearch;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the forms of {@link DialogueMacro}: what they send, refuse and keep.
 */
class DialogueFormsTest extends AbstractDialogueMacroTest
{
    @Test
    void anExpertThatOnlyThePickerOffersStaysChosen() throws Exception
    {
        everythingIsAllowed();
        post("engage", DIALOGUE, "expert", "Crowdsourcing.Experts.Rare\"One.WebHome", "route", "nonsense");
        String html = show();
        assertTrue(html.contains("<option value=\"Crowdsourcing.Experts.Rare&#34;One.WebHome\" selected=\"selected\">"),
            html);
    }

    private static Expert expert(String space, String name)
    {
        return new Expert(page("Crowdsourcing.Experts." + space), name, null, "", "", List.of(), "", null, null,
            List.of(), null, null, "", new Expert.Consent(true, null, ""), List.of());
    }

    @Test
    void moreExpertsThanAreListedAreFoundByWordsWithoutScripts() throws Exception
    {
        everythingIsAllowed();
        Expert other = expert("Other", "Chosen One");
        when(this.experts.get(other.reference())).thenReturn(Optional.of(other));
        answerSearches();
        assertTrue(show().contains("The list holds the first 1."), "Says that there are more");
        post("engage", DIALOGUE, "cs_preview", "true", "find", " rare ", "expert", serialize(other.reference()),
            "route", "referred", "referredBy", EVIL);
        String html = show();
        verify(this.experts, never()).engage(any(), any(), any(), any());
        assertTrue(html.contains("class=\"cs-tool\" open=\"open\""), html);
        assertTrue(html.contains("In the list now: 1"), html);
        assertTrue(html.contains("selected=\"selected\">Chosen One</option>"), "Who was chosen stays");
        assertTrue(html.contains("Rare &#60;script"), html);
        assertTrue(html.contains("<option value=\"referred\" selected=\"selected\">"), html);
        assertTrue(html.contains("value=\" rare \""), html);
    }

    private void answerSearches() throws Exception
    {
        Page<Expert> first = new Page<>(List.of(expert("Rare", "Rare " + EVIL)), "100", Count.bounded(5000));
        when(this.experts.search(any())).thenAnswer(call -> {
            String words = call.<ExpertQuery>getArgument(0).words();
            if ("(".equals(words)) {
                throw new CrowdsourcingException(new FieldError("search", "crowdsourcing.error.required"));
            }
            return words == null ? first : new Page<>("none".equals(words) ? List.of() : first.rows(), null,
                Count.exactly(1));
        });
    }

    @Test
    void whenNobodyIsFoundThatIsSaid() throws Exception
    {
        everythingIsAllowed();
        answerSearches();
        post("engage", DIALOGUE, "cs_preview", "true", "find", "none");
        assertTrue(show().contains("Nobody matches. Try other words."));
    }

    @Test
    void wordsThatCannotBeLookedForAreRefusedAtTheirField() throws Exception
    {
        everythingIsAllowed();
        answerSearches();
        post("engage", DIALOGUE, "cs_preview", "true", "find", "(");
        String html = show();
        assertTrue(html.contains("has-error"), html);
        assertTrue(html.contains("Rare &#60;script"), "The first ones are listed");
    }

    @Test
    void aContributionIsTakenOnceAndTheBrowserSentOn() throws Exception
    {
        everythingIsAllowed();
        when(this.dialogues.contribute(any(), any())).thenReturn(this.root);
        post("contribute", DIALOGUE, "text", "an idea", "kind", "idea", "speaker", "Ana");
        show();
        show();
        ArgumentCaptor<NewContribution> taken = ArgumentCaptor.forClass(NewContribution.class);
        verify(this.dialogues, times(1)).contribute(org.mockito.ArgumentMatchers.eq(DIALOGUE), taken.capture());
        assertEquals(new NewContribution("an idea", "idea", "Ana", ""), taken.getValue());
        verify(this.response).setStatus(303);
        verify(this.response).setHeader("Location",
            "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_at=" + ROOT + '#' + ROOT);
    }

    @Test
    void aGuestTypesANameAndMachinesAreKeptOut() throws Exception
    {
        everythingIsAllowed();
        when(this.dialogues.canCapture(any())).thenReturn(false);
        when(this.curation.getMode(any())).thenReturn(new Mode(Moderation.PREMODERATED, 10, true));
        when(this.dialogues.contribute(any(), any())).thenReturn(this.root);
        Doorkeeper doorkeeper = this.components.getInstance(Doorkeeper.class);
        String begun = doorkeeper.begin(DIALOGUE);
        String html = show();
        // Nobody makes up a time: it takes as long as it takes people at least.
        Thread.sleep(3100);
        assertTrue(html.contains("You are not logged in"), html);
        assertTrue(html.contains("Your name"), html);
        post("contribute", DIALOGUE, "text", "an idea", "kind", "idea", "speaker", "Ana", "begun", begun, "homepage",
            "https://example.org");
        html = show();
        assertTrue(html.contains("too fast"), html);
        assertTrue(html.contains("an idea"), "What was typed is kept");
        verify(this.dialogues, never()).contribute(any(), any());
        this.attributes.clear();
        post("contribute", DIALOGUE, "homepage", "", "begun", doorkeeper.begin(DIALOGUE));
        show();
        this.attributes.clear();
        post("contribute", DIALOGUE, "begun", String.valueOf(Instant.now().minusSeconds(20).toEpochMilli()));
        show();
        verify(this.dialogues, never()).contribute(any(), any());
        this.attributes.clear();
        post("contribute", DIALOGUE, "begun", begun);
        show();
        verify(this.response).setHeader("Location",
            "/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/WebHome?cs_sent=1#cs-sent");
    }

    @Test
    void withoutAGoodTokenNothingIsDoneAndWhatWasTypedIsKept() throws Exception
    {
        everythingIsAllowed();
        post("contribute", DIALOGUE, "text", "my long text", "kind", "concern", "form_token", "stolen");
        String html = show();
        verify(this.dialogues, never()).contribute(any(), any());
        verify(this.response).setStatus(403);
        assertTrue(html.contains("my long text</textarea>"), html);
        assertTrue(html.contains("<option value=\"concern\" selected=\"selected\">"), html);
        assertTrue(html.contains("role=\"alert\""), html);
    }

    @Test
    void errorsStandAtTheirFieldsAndWhatWasTypedIsKept() throws Exception
    {
        everythingIsAllowed();
        when(this.dialogues.reply(any(), any())).thenThrow(new CrowdsourcingException(
            List.of(new FieldError("text", "crowdsourcing.error.tooLong", 20000), new FieldError("kind",
                "crowdsourcing.error.unknownValue", EVIL))));
        post("reply", this.root, "text", EVIL, "kind", "nonsense");
        String html = show();
        verify(this.response).setStatus(400);
        assertTrue(html.contains("At most 20,000 characters"), html);
        String id = "cs0-reply-" + ROOT + "-text";
        assertTrue(html.contains("id=\"" + id + "-error\""), html);
        assertTrue(html.matches("(?s).*<textarea id=\"" + id + "\"[^>]*aria-describedby=\"" + id
            + "-error\" aria-invalid=\"true\".*"), html);
        assertEquals(1, html.split("autofocus=", -1).length - 1, "Only the first wrong field has the focus");
        assertTrue(html.contains(Html.escape(EVIL) + "</textarea>"), html);
        assertEquals(1, html.split("role=\"alert\"", -1).length - 1, "Only the form that was sent shows its errors");
    }

    @Test
    void whatWasTypedIsNotLostWhenTheDialogueWasClosedMeanwhile() throws Exception
    {
        this.user = ALICE;
        when(this.dialogues.contribute(any(), any()))
            .thenThrow(new ConflictException(new FieldError("", "crowdsourcing.error.threadClosed")));
        post("contribute", DIALOGUE, "text", EVIL, "kind", "idea");
        String html = show();
        verify(this.response).setStatus(409);
        assertTrue(html.contains("This dialogue is closed."), html);
        assertTrue(html.contains("readonly=\"readonly\""), html);
        assertTrue(html.contains(Html.escape(EVIL) + "</textarea>"), html);
        assertFalse(html.contains("method=\"post\""), html);
    }

    @Test
    void aTargetThatIsNoReferenceIsNobodys() throws Exception
    {
        everythingIsAllowed();
        post("hide", this.root, "cs_target", "\\");
        show();
        verify(this.dialogues, never()).hide(any(), any(), any());
        verify(this.response, never()).setStatus(anyInt());
    }

    @Test
    void aFormAboutAnotherThreadIsLeftAlone() throws Exception
    {
        everythingIsAllowed();
        post("decide", page("Crowdsourcing.Other.Dialogue", ROOT), "decision", "taken");
        show();
        verify(this.dialogues, never()).decide(any(), any(), any(), any(), any());
        verify(this.response, never()).setStatus(anyInt());
    }

    @Test
    void aPreviewSavesNothingAndKeepsWhatWasTyped() throws Exception
    {
        everythingIsAllowed();
        post("reply", this.root, "text", EVIL, "kind", "concern", "cs_preview", "true");
        String html = show();
        verify(this.dialogues, never()).reply(any(), any());
        verify(this.response, never()).setStatus(anyInt());
        assertTrue(html.contains("class=\"cs-preview\""), html);
        assertTrue(html.contains(Html.escape(EVIL) + "</textarea>"), html);
        assertTrue(html.contains("<option value=\"concern\" selected=\"selected\">"), html);
        assertFalse(html.contains("role=\"alert\""), html);
    }

    @Test
    void anAuthorChangesWhatWasContributed() throws Exception
    {
        everythingIsAllowed();
        assertFalse(show().contains("value=\"revise\""));
        when(this.dialogues.canRevise(any())).thenReturn(true);
        String html = show();
        assertTrue(html.contains("name=\"cs_action\" value=\"revise\""), html);
        assertTrue(html.contains("name=\"cs_seen\" value=\"5ee7\""), html);
        post("revise", this.root, "text", "Better", "kind", "question", "cs_seen", "5ee7");
        show();
        verify(this.seen).expect(this.root, "5ee7");
        verify(this.dialogues).revise(this.root, "Better", "question");
        verify(this.seen).forget();
        verify(this.response).setStatus(303);
    }

    @Test
    void aPassageThatReadsDifferentlyNowIsCompared() throws Exception
    {
        Challenge challenge = mock(Challenge.class);
        when(challenge.reference()).thenReturn(page("Crowdsourcing.I.C"));
        when(this.briefs.get(DIALOGUE)).thenReturn(Optional.empty());
        when(this.challenges.challengeOf(DIALOGUE)).thenReturn(Optional.of(challenge));
        when(this.briefs.briefsOf(challenge.reference())).thenReturn(List.of(brief(EVIL)));
        assertFalse(show().contains("cs-passage-change"));
        when(this.briefs.briefsOf(challenge.reference())).thenReturn(List.of(brief(EVIL + " more"), brief("")));
        assertFalse(show().contains("cs-passage-change"));
        when(this.briefs.briefsOf(challenge.reference()))
            .thenReturn(List.of(brief(EVIL.replace("src=x", "<b>src=y</b>"))));
        String html = show();
        assertTrue(html.contains("&#60;b&#62;src=y&#60;/b&#62;</ins>"), html);
        when(this.briefs.briefsOf(challenge.reference())).thenReturn(List.of(brief("Something else")));
        assertTrue(show().contains("The brief does not have this passage any more."));
    }

    private Brief brief(String problem)
    {
        return new Brief(page("Crowdsourcing.I.C.Brief"), "B", Map.of(BriefSection.PROBLEM, problem), List.of(),
            BriefState.DRAFT, 1, null, "");
    }

    @Test
    void aGetChangesNothing() throws Exception
    {
        everythingIsAllowed();
        post("hide", this.root, "hiddenReasonKind", "spam");
        when(this.httpRequest.getMethod()).thenReturn("GET");
        show();
        verify(this.dialogues, never()).hide(any(), any(), any());
    }

    @Test
    void anUnknownDecisionIsRefusedAtItsField() throws Exception
    {
        everythingIsAllowed();
        post("decide", this.root, "decision", EVIL, "reason", "because");
        String html = show();
        verify(this.dialogues, never()).decide(any(), any(), any(), any(), any());
        verify(this.response).setStatus(400);
        assertTrue(html.contains("is not one of the choices"), html);
        assertTrue(html.contains("because</textarea>"), html);
    }

    @Test
    void fairTimesAreShownToWhoPlansAndOneIsChosen() throws Exception
    {
        everythingIsAllowed();
        this.sent.put("cs_from", new String[] {"2030-06-03"});
        this.sent.put("cs_to", new String[] {"2030-06-10"});
        ZonedDateTime start = LocalDateTime.parse("2030-06-03T08:30").atZone(ZoneId.of("America/New_York"));
        when(this.dialogues.findSlots(DIALOGUE, "2030-06-03", "2030-06-10")).thenReturn(new SlotSearch(
            List.of(new Slot(start, List.of(new Slot.Burden(page("Crowdsourcing.Experts.A"), EVIL,
                start.withZoneSameInstant(ZoneId.of("Asia/Kathmandu")), 30, 15, 0, 90)))), 3, 1));
        String html = show();
        assertTrue(html.contains("Asia/Kathmandu"), html);
        assertTrue(html.contains("/xwiki/bin/view/Crowdsourcing/Experts/A/"), html);
        assertTrue(html.contains("15 minutes at night"), html);
        assertTrue(html.contains("name=\"start\" value=\"2030-06-03T08:30\""), html);
        assertTrue(html.contains("1 of the 3 people"), html);
        post("planDialogue", DIALOGUE, "start", "2030-06-03T08:30");
        show();
        verify(this.dialogues).plan(DIALOGUE, "2030-06-03T08:30", "America/New_York", 120);
    }

    @Test
    void aWrongDayIsSaidAtItsField() throws Exception
    {
        everythingIsAllowed();
        this.sent.put("cs_from", new String[] {"\"><script>"});
        when(this.dialogues.findSlots(any(), any(), any())).thenThrow(new CrowdsourcingException(
            List.of(new FieldError("from", "crowdsourcing.error.date", "\"><script>"))));
        String html = show();
        assertTrue(html.matches("(?s).*<input type=\"date\" id=\"([^\"]*)\"[^>]*aria-describedby=\"\\1-error\".*"), html);
    }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.Appeal;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Hiding;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Mode;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationAct;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationEntry;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.Revision;
import org.xwiki.contrib.crowdsourcing.dialogue.Slot;
import org.xwiki.contrib.crowdsourcing.dialogue.SlotSearch;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DialogueMacro} with the forms of its discussion.
 */
class DialogueMacroTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final String ROOT = "c00000000000000aaaaaaaaaaaaaa";

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectComponentManager
    private ComponentManager components;

    @InjectMockComponents
    private DialogueMacro macro;

    private DocumentReference root = page("Crowdsourcing.I.C.Dialogue", ROOT);

    private DocumentReference reply = page("Crowdsourcing.I.C.Dialogue", "c00000000000000bbbbbbbbbbbbbb");

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = DIALOGUE;
        when(this.dialogues.dialogueOf(DIALOGUE)).thenReturn(Optional.of(dialogue(EVIL)));
        when(this.dialogues.getContributionObstacle(DIALOGUE)).thenReturn(Optional.empty());
        when(this.experts.getEngagements(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.experts.search(any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.roadmaps.usedIn(anyCollection())).thenReturn(Map.of());
        thread(new ThreadPage(new Page<>(List.of(contribution(this.root, null, ContributionState.PUBLISHED, null)),
            null, Count.exactly(1)), List.of()));
    }

    private Dialogue dialogue(String typed)
    {
        return new Dialogue(DIALOGUE, typed, LocalDateTime.parse("2017-06-06T10:00"), ZoneId.of("America/New_York"),
            120, typed, ALICE, ALICE, 12, "https://example.org/\"><script>", typed, typed, DialogueState.OPEN, typed,
            typed);
    }

    private Contribution contribution(DocumentReference page, DocumentReference replyTo, ContributionState state,
        Decision decision)
    {
        return new Contribution(page, DIALOGUE, this.root, replyTo, EVIL, ContributionKind.IDEA, ALICE, EVIL,
            Instant.parse("2017-06-06T14:30:00Z"), 2, EVIL, state, decision,
            state == ContributionState.HIDDEN
                ? new Hiding(HidingReason.SPAM, EVIL, ALICE, Instant.parse("2017-06-07T14:30:00Z"),
                    new Appeal(AppealState.OPEN, EVIL, EVIL)) : null, null, null,
            "5ee7");
    }

    private void thread(ThreadPage page) throws CrowdsourcingException
    {
        when(this.dialogues.getThread(any())).thenReturn(page);
    }

    private void everythingIsAllowed() throws CrowdsourcingException
    {
        this.user = ALICE;
        when(this.dialogues.canContribute(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canCapture(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canCurate(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canEdit(DIALOGUE)).thenReturn(true);
        when(this.dialogues.canDecide(any())).thenReturn(true);
        when(this.experts.canEngage(DIALOGUE)).thenReturn(true);
        when(this.roadmaps.getQuoteTargets(any()))
            .thenReturn(List.of(new Usage(page("Crowdsourcing.I.Roadmap.R"), EVIL, RecommendationState.DRAFT)));
    }

    private String show() throws Exception
    {
        return show(this.macro, new DialogueMacroParameters());
    }

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
    void aRestrictedContextShowsNoFormAndTakesNone() throws Exception
    {
        everythingIsAllowed();
        post("contribute", DIALOGUE, "text", "an idea", "kind", "idea");
        String html = show(this.macro, new DialogueMacroParameters(), true);
        assertFalse(html.contains("method=\"post\""), html);
        verify(this.dialogues, never()).contribute(any(), any());
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

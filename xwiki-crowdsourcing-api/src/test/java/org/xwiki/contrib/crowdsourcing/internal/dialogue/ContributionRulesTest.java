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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.security.authorization.Right;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of contributions through {@link DefaultDialogueManager}: who may write, read and decide, and when.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({ContributionWriter.class, ContributionCurator.class, ContributionEditor.class,
    ContributionView.class, Closing.class, ThreadRules.class, DialogueStore.class, Things.class, ThreadSlices.class})
class ContributionRulesTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final NewContribution IDEA = new NewContribution("Open the books", "idea");

    @InjectMockComponents
    private DefaultDialogueManager manager;

    @MockComponent
    private ThreadSearch search;

    @MockComponent
    private ContributionStore store;

    @MockComponent
    private SupportedOrder supported;

    @MockComponent
    private SupportCounter support;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private AlertWatch watch;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Seen seen;

    @MockComponent
    private Access access;

    @MockComponent
    private BriefManager briefs;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final DocumentReference idea =
        new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.refusal()).thenReturn(new FieldError("", "crowdsourcing.error.notAllowed"));
        when(this.writer.createHidden(any(), anyString(), any(), anyMap())).thenReturn(true);
        org.mockito.Mockito.doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access)
            .require(false);
        login(EVA);
        may(Right.COMMENT);
        dialogue("open");
        backed(0);
    }

    private void login(DocumentReference user)
    {
        when(this.access.user()).thenReturn(user);
        when(this.access.isGuest()).thenReturn(user == null);
    }

    private void may(Right right)
    {
        when(this.access.has(right, DIALOGUE)).thenReturn(true);
        when(this.access.has(right, BRIEF)).thenReturn(true);
    }

    private void curate()
    {
        when(this.access.canEdit(any())).thenReturn(true);
    }

    private void dialogue(String state) throws Exception
    {
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(Optional.of(TestRows.row(DIALOGUE, "state",
            state, "start", "2017-06-06T10:00", "timezone", "America/New_York", "meetingLink",
            "https://meet.example.org/x")));
    }

    private void brief(String state) throws Exception
    {
        when(this.pages.find(BRIEF, Schema.BRIEF))
            .thenReturn(Optional.of(TestRows.row(BRIEF, "state", state, "version", 2)));
    }

    private void moderation(String mode) throws Exception
    {
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE)))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.WebHome"), "moderation", mode)));
    }

    private Row stored(Object... values) throws Exception
    {
        Row row = TestRows.row(this.idea, values);
        when(this.store.find(this.idea)).thenReturn(row);
        return row;
    }

    private Map<String, Object> created(String title) throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).createHidden(any(), eq(title), eq(Schema.CONTRIBUTION), values.capture());
        return values.getValue();
    }

    private void assertNothingSaved() throws Exception
    {
        verify(this.writer, never()).createHidden(any(), any(), any(), any());
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    private String refusedAt(String field, NewContribution contribution) throws Exception
    {
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> this.manager.contribute(DIALOGUE, contribution));
        assertNothingSaved();
        assertEquals(List.of(field), exception.getErrors().stream().map(FieldError::field).toList());
        return exception.getErrors().get(0).messageKey();
    }

    @Test
    void contribute() throws Exception
    {
        DocumentReference page = this.manager.contribute(DIALOGUE, IDEA);
        assertEquals(DIALOGUE.getLastSpaceReference(), page.getLastSpaceReference());
        assertTrue(ContributionKeys.isName(page.getName()));
        Map<String, Object> values = created("Title of Dialogue");
        assertEquals("Open the books", values.get("text"));
        assertEquals("XWiki.Eva", values.get("author"));
        assertEquals("published", values.get("state"));
        assertEquals("", values.get("replyTo"));
        assertEquals(0, values.get("briefVersion"));
    }

    @Test
    void titleOfAContributionIsNoScript() throws Exception
    {
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(Optional.of(new Row(DIALOGUE,
            "#set($x = 1)$services.evil", 0, Map.of("state", "open"), TestRows.RESOLVER)));
        this.manager.contribute(DIALOGUE, IDEA);
        created("set(x = 1)services.evil");
    }

    @Test
    void guestMayNotContribute() throws Exception
    {
        login(null);
        assertThrows(NotAllowedException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertThrows(NotAllowedException.class, () -> this.manager.reply(this.idea, IDEA));
        assertFalse(this.manager.canContribute(DIALOGUE));
        assertFalse(this.manager.canCapture(DIALOGUE));
        assertNothingSaved();
    }

    @Test
    void withoutCommentRightNobodyContributes() throws Exception
    {
        when(this.access.has(Right.COMMENT, DIALOGUE)).thenReturn(false);
        assertThrows(NotAllowedException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertFalse(this.manager.canContribute(DIALOGUE));
        assertNothingSaved();
    }

    @Test
    void withoutViewRightThereIsNoThread() throws Exception
    {
        when(this.access.canView(DIALOGUE)).thenReturn(false);
        assertThrows(NotFoundException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertThrows(NotFoundException.class,
            () -> this.manager.getThread(new ThreadQuery(DIALOGUE, PageRequest.first())));
    }

    @Test
    void unknownThread()
    {
        assertThrows(NotFoundException.class,
            () -> this.manager.contribute(TestRows.page("Main.WebHome"), IDEA));
    }

    @ParameterizedTest
    @CsvSource({"planned, threadPlanned", "closed, threadClosed", "cancelled, threadCancelled",
        "nonsense, threadPlanned"})
    void dialogueThatIsNotOpen(String state, String key) throws Exception
    {
        dialogue(state);
        ConflictException exception =
            assertThrows(ConflictException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertEquals("crowdsourcing.error." + key, exception.getErrors().get(0).messageKey());
        assertFalse(this.manager.canContribute(DIALOGUE));
        assertNothingSaved();
    }

    @Test
    void frozenBriefTakesNoComments() throws Exception
    {
        brief("frozen");
        assertThrows(ConflictException.class, () -> this.manager.contribute(BRIEF, IDEA));
        assertNothingSaved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "workshop"})
    void commentOnABriefSpeaksToTheVersionThatItWillBe(String state) throws Exception
    {
        brief(state);
        this.manager.contribute(BRIEF, new NewContribution("Too vague", "concern", "", "the whole second part"));
        Map<String, Object> values = created("Title of Brief");
        assertEquals(3, values.get("briefVersion"));
        assertEquals("the whole second part", values.get("passage"));
    }

    @Test
    void closedInitiative() throws Exception
    {
        moderation("closed");
        ConflictException exception =
            assertThrows(ConflictException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertEquals("crowdsourcing.error.moderationClosed", exception.getErrors().get(0).messageKey());
    }

    @Test
    void premoderatedContributionAwaits() throws Exception
    {
        moderation("premoderated");
        this.manager.contribute(DIALOGUE, IDEA);
        assertEquals("awaiting", created("Title of Dialogue").get("state"));
    }

    @Test
    void curatorNeedsNoApproval() throws Exception
    {
        moderation("premoderated");
        curate();
        this.manager.contribute(DIALOGUE, IDEA);
        assertEquals("published", created("Title of Dialogue").get("state"));
    }

    @Test
    void slowMode() throws Exception
    {
        moderation("slow");
        when(this.store.hasContributed(eq(DIALOGUE), eq("XWiki.Eva"), any())).thenReturn(true);
        ConflictException exception =
            assertThrows(ConflictException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertEquals(new FieldError("", "crowdsourcing.error.slowMode", 10), exception.getErrors().get(0));
        curate();
        this.manager.contribute(DIALOGUE, IDEA);
    }

    @Test
    void theCurrentPhaseSaysHowItIsModerated() throws Exception
    {
        DocumentReference initiative = TestRows.page("I.WebHome");
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.of(
            TestRows.row(initiative, "moderation", "closed", "phase", "dialogue", "slowMinutes", 25)));
        when(this.pages.all(initiative, Schema.PHASE)).thenReturn(List.of(
            TestRows.row(initiative, "phase", "brief", "moderation", "premoderated"),
            TestRows.row(initiative, "phase", "dialogue", "moderation", "slow")));
        when(this.store.hasContributed(eq(DIALOGUE), eq("XWiki.Eva"), any())).thenReturn(true);
        ConflictException exception =
            assertThrows(ConflictException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertEquals(new FieldError("", "crowdsourcing.error.slowMode", 25), exception.getErrors().get(0));
        when(this.pages.all(initiative, Schema.PHASE)).thenReturn(List.of(
            TestRows.row(initiative, "phase", "dialogue", "moderation", "")));
        exception = assertThrows(ConflictException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
        assertEquals("crowdsourcing.error.moderationClosed", exception.getErrors().get(0).messageKey());
    }

    @Test
    void guestContributesWhereTheInitiativeSaysSoAndThenAwaits() throws Exception
    {
        login(null);
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(
            Optional.of(TestRows.row(TestRows.page("I.WebHome"), "moderation", "open", "guests", 1)));
        assertEquals("crowdsourcing.error.required", refusedAt("speaker", IDEA));
        this.manager.contribute(DIALOGUE, new NewContribution("Open the books", "idea", "Ana <b>", ""));
        Map<String, Object> values = created("Title of Dialogue");
        assertEquals("awaiting", values.get("state"));
        assertEquals("Ana <b>", values.get("speaker"));
        assertEquals("XWiki.XWikiGuest", values.get("author"));
        when(this.access.has(Right.COMMENT, DIALOGUE)).thenReturn(false);
        assertThrows(NotAllowedException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
    }

    @Test
    void badFields() throws Exception
    {
        assertEquals("crowdsourcing.error.required", refusedAt("text", new NewContribution(" \n ", "idea")));
        assertEquals("crowdsourcing.error.tooLong",
            refusedAt("text", new NewContribution("x".repeat(20001), "idea")));
        assertEquals("crowdsourcing.error.controlCharacters",
            refusedAt("text", new NewContribution("a\u0000b", "idea")));
        assertEquals("crowdsourcing.error.unknownValue", refusedAt("kind", new NewContribution("a", "vote")));
        assertEquals("crowdsourcing.error.required", refusedAt("kind", new NewContribution("a", null)));
        assertEquals("crowdsourcing.error.tooLong",
            refusedAt("passage", new NewContribution("a", "idea", "", "x".repeat(2001))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{velocity}}$x{{/velocity}}", "{{html}}<script>alert(1)</script>{{/html}}",
        "}}} {{/html}} {{/velocity}}", "' or '1'='1", "\"; delete from XWikiDocument --"})
    void hostileTextIsStoredAsItIs(String text) throws Exception
    {
        this.manager.contribute(DIALOGUE, new NewContribution(text, "idea"));
        assertEquals(text, created("Title of Dialogue").get("text"));
    }

    @Test
    void longestText() throws Exception
    {
        this.manager.contribute(DIALOGUE, new NewContribution("\uD83D\uDCA1".repeat(20000), "idea"));
        created("Title of Dialogue");
    }

    @Test
    void keyThatIsTakenIsTriedAgain() throws Exception
    {
        when(this.writer.createHidden(any(), any(), any(), any())).thenReturn(false, false, true);
        assertTrue(ContributionKeys.isName(this.manager.contribute(DIALOGUE, IDEA).getName()));
        when(this.writer.createHidden(any(), any(), any(), any())).thenReturn(false);
        assertThrows(ConflictException.class, () -> this.manager.contribute(DIALOGUE, IDEA));
    }

    @Test
    void onlyWhoCapturesNamesASpeaker() throws Exception
    {
        NewContribution captured = new NewContribution("Said aloud", "idea", "Ana", "");
        assertEquals("crowdsourcing.error.captureNotAllowed", refusedAt("speaker", captured));
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(
            Optional.of(TestRows.row(DIALOGUE, "state", "open", "noteTaker", "XWiki.Eva")));
        assertTrue(this.manager.canCapture(DIALOGUE));
        this.manager.contribute(DIALOGUE, captured);
        assertEquals("Ana", created("Title of Dialogue").get("speaker"));
    }

    @Test
    void reply() throws Exception
    {
        stored("state", "published");
        DocumentReference reply = this.manager.reply(this.idea, new NewContribution("Yes", "answer"));
        assertEquals(this.idea.getName(), ContributionKeys.rootOf(reply.getName()));
        assertEquals(this.idea.getName(), created("Title of Dialogue").get("replyTo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "merged"})
    void noReplyToWhatIsNotShown(String state) throws Exception
    {
        stored("state", state);
        assertThrows(ConflictException.class, () -> this.manager.reply(this.idea, IDEA));
        assertNothingSaved();
    }

    @Test
    void noReplyToWhatAwaits() throws Exception
    {
        stored("state", "awaiting", "author", "XWiki.Other");
        assertThrows(NotFoundException.class, () -> this.manager.reply(this.idea, IDEA));
    }

    @Test
    void noReplyToNothing() throws Exception
    {
        assertThrows(NotFoundException.class, () -> this.manager.reply(this.idea, IDEA));
        assertThrows(NotFoundException.class,
            () -> this.manager.reply(TestRows.page("I.C.Dialogue.Nothing"), IDEA));
        assertNothingSaved();
    }

    @Test
    void onlyCuratorsCurate() throws Exception
    {
        stored("state", "published", "kind", "idea");
        assertThrows(NotAllowedException.class, () -> this.manager.decide(this.idea, Outcome.TAKEN, null, ""));
        assertThrows(NotAllowedException.class, () -> this.manager.hide(this.idea, HidingReason.SPAM, ""));
        assertThrows(NotAllowedException.class, () -> this.manager.unhide(this.idea));
        assertThrows(NotAllowedException.class, () -> this.manager.approve(this.idea));
        assertFalse(this.manager.canCurate(DIALOGUE));
        assertNothingSaved();
    }

    private Map<String, Object> updated() throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(this.idea), eq(Schema.CONTRIBUTION), values.capture(), anyString());
        return values.getValue();
    }

    @Test
    void decide() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        this.manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, " Too dear ");
        Map<String, Object> values = updated();
        assertEquals("nottaken", values.get("decision"));
        assertEquals("cost", values.get("reasonKind"));
        assertEquals("Too dear", values.get("reason"));
        assertEquals("XWiki.Eva", values.get("decidedBy"));
        assertTrue(values.get("decidedOn").toString().endsWith("Z"));
    }

    @Test
    void takenNeedsNoReason() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        this.manager.decide(this.idea, Outcome.TAKEN, null, null);
        assertEquals("", updated().get("reasonKind"));
    }

    @ParameterizedTest
    @CsvSource({"NOT_TAKEN", "PARTLY"})
    void refusalNeedsAReason(Outcome outcome) throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        CrowdsourcingException exception = assertThrows(CrowdsourcingException.class,
            () -> this.manager.decide(this.idea, outcome, null, " "));
        assertEquals(List.of("reasonKind", "reason"),
            exception.getErrors().stream().map(FieldError::field).toList());
        assertThrows(CrowdsourcingException.class,
            () -> this.manager.decide(this.idea, null, DecisionReason.COST, "x"));
        assertNothingSaved();
    }

    private void backed(int supporters) throws Exception
    {
        Tally tally = new Tally();
        for (int i = 0; i < supporters; i++) {
            tally.put(this.idea.getName(), "XWiki.U" + i, Instant.EPOCH);
        }
        when(this.support.of(any())).thenReturn(new SupportCounter.Counted(tally, new Merges(Map.of()), Map.of()));
    }

    private List<String> refused(Outcome outcome, DecisionReason kind, String reason, String decider)
    {
        return assertThrows(CrowdsourcingException.class,
            () -> this.manager.decide(this.idea, outcome, kind, reason, decider)).getErrors().stream()
                .map(FieldError::field).toList();
    }

    @ParameterizedTest
    @CsvSource({"5,", "5, 0", "2, 2", "7, 7", "8, 7"})
    void whatManyBackIsClosedOnlyWithWhoAndWhy(int supporters, Integer threshold) throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        if (threshold != null) {
            when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(
                Optional.of(TestRows.row(TestRows.page("I.WebHome"), "registerThreshold", threshold)));
        }
        backed(supporters);
        for (Outcome outcome : Outcome.values()) {
            assertEquals(List.of("reasonKind", "reason", "decider"), refused(outcome, null, " ", " "));
            assertEquals(List.of("decider"), refused(outcome, DecisionReason.FITS, "It fits", ""));
            assertEquals(List.of("reason"), refused(outcome, DecisionReason.FITS, "", null));
        }
        CrowdsourcingException hidden = assertThrows(CrowdsourcingException.class,
            () -> this.manager.hide(this.idea, HidingReason.OFF_TOPIC, " "));
        assertEquals(List.of("hiddenReason"), hidden.getErrors().stream().map(FieldError::field).toList());
        assertNothingSaved();
        this.manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too dear", " Ministry of Finance ");
        assertEquals("Ministry of Finance", updated().get("decider"));
        assertEquals("XWiki.Eva", updated().get("decidedBy"));
    }

    @ParameterizedTest
    @CsvSource({"4,", "6, 7", "1, 2"})
    void whatFewBackIsTakenWithoutAReason(int supporters, Integer threshold) throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        if (threshold != null) {
            when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(
                Optional.of(TestRows.row(TestRows.page("I.WebHome"), "registerThreshold", threshold)));
        }
        backed(supporters);
        this.manager.decide(this.idea, Outcome.TAKEN, null, "", "");
        assertEquals("", updated().get("decider"));
    }

    @Test
    void whoDecidesIsOneLine() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        assertEquals(List.of("decider"), refused(Outcome.TAKEN, null, "", "a\nb"));
        assertEquals(List.of("decider"), refused(Outcome.TAKEN, null, "", "a".repeat(251)));
        assertNothingSaved();
    }

    @Test
    void inADialogueOnlyIdeasAreDecided() throws Exception
    {
        curate();
        stored("state", "published", "kind", "question");
        assertThrows(ConflictException.class, () -> this.manager.decide(this.idea, Outcome.TAKEN, null, ""));
        stored("state", "hidden", "kind", "idea");
        assertThrows(ConflictException.class, () -> this.manager.decide(this.idea, Outcome.TAKEN, null, ""));
        assertNothingSaved();
    }

    @Test
    void aboutABriefEverythingIsDecided() throws Exception
    {
        curate();
        brief("workshop");
        Contribution comment = contribution(new DocumentReference(this.idea.getName(),
            BRIEF.getLastSpaceReference()), "state", "published", "kind", "question");
        assertTrue(this.manager.canDecide(comment));
        this.manager.decide(comment.reference(), Outcome.TAKEN, null, "");
        verify(this.writer).update(eq(comment.reference()), any(), anyMap(), anyString());
    }

    private Contribution contribution(DocumentReference page, Object... values) throws Exception
    {
        Row row = TestRows.row(page, values);
        when(this.store.find(page)).thenReturn(row);
        return this.manager.getContribution(page).orElseThrow();
    }

    @Test
    void hideAndUnhide() throws Exception
    {
        curate();
        stored("state", "published", "kind", "idea");
        assertThrows(CrowdsourcingException.class, () -> this.manager.hide(this.idea, null, ""));
        assertThrows(CrowdsourcingException.class, () -> this.manager.hide(this.idea, HidingReason.OTHER, ""));
        assertThrows(ConflictException.class, () -> this.manager.unhide(this.idea));
        this.manager.hide(this.idea, HidingReason.SPAM, "");
        assertEquals("hidden", updated().get("state"));
        stored("state", "hidden");
        assertThrows(ConflictException.class, () -> this.manager.hide(this.idea, HidingReason.SPAM, ""));
        this.manager.unhide(this.idea);
    }

    @Test
    void whatIsShownAgainLeavesNoAppealOpen() throws Exception
    {
        curate();
        stored("state", "hidden", "appeal", "It is on topic", "appealState", "open");
        this.manager.unhide(this.idea);
        assertEquals("granted", updated().get("appealState"));
        assertEquals("published", updated().get("state"));
    }

    @Test
    void approve() throws Exception
    {
        curate();
        stored("state", "published");
        assertThrows(ConflictException.class, () -> this.manager.approve(this.idea));
        stored("state", "awaiting");
        this.manager.approve(this.idea);
        assertEquals(Map.of("state", "published"), updated());
    }

    @Test
    void hiddenTextIsSeenByCuratorsAlone() throws Exception
    {
        Object[] values = {"state", "hidden", "text", "insult", "passage", "p", "hiddenReasonKind", "abuse",
            "hiddenReason", "names a person", "hiddenBy", "XWiki.Carlos"};
        Contribution seen = contribution(this.idea, values);
        assertEquals("", seen.text());
        assertEquals("", seen.passage());
        assertEquals(HidingReason.ABUSE, seen.hiding().reasonKind());
        assertEquals("", seen.hiding().reason());
        assertNull(seen.hiding().by());
        curate();
        assertEquals("insult", contribution(this.idea, values).text());
        assertEquals("names a person", contribution(this.idea, values).hiding().reason());
    }

    @Test
    void whatAwaitsIsSeenByItsAuthorAndCurators() throws Exception
    {
        stored("state", "awaiting", "author", "XWiki.Eva");
        assertTrue(this.manager.getContribution(this.idea).isPresent());
        login(TestRows.page("XWiki.Other"));
        assertTrue(this.manager.getContribution(this.idea).isEmpty());
        login(null);
        assertTrue(this.manager.getContribution(this.idea).isEmpty());
        curate();
        assertTrue(this.manager.getContribution(this.idea).isPresent());
    }

    @Test
    void whatHasNoStateIsNotShown() throws Exception
    {
        stored("state", "nonsense");
        assertTrue(this.manager.getContribution(this.idea).isEmpty());
    }

    @Test
    void everyRowIsChecked() throws Exception
    {
        DocumentReference secret = new DocumentReference(ContributionKeys.root(Instant.now()),
            DIALOGUE.getLastSpaceReference());
        when(this.access.canView(secret)).thenReturn(false);
        Row shown = TestRows.row(this.idea, "state", "published", "kind", "evidence", "author", "XWiki.Eva");
        when(this.search.find(any(), any())).thenReturn(Matches.ALL);
        when(this.store.slice(any(), any())).thenReturn(new ContributionStore.Slice(
            List.of(shown, TestRows.row(secret, "state", "published")), List.of(), "n", Count.exactly(2)));
        ThreadPage page = this.manager.getThread(new ThreadQuery(DIALOGUE, PageRequest.first()));
        assertEquals(1, page.page().rows().size());
        Contribution contribution = page.page().rows().get(0);
        assertEquals(ContributionKind.EVIDENCE, contribution.kind());
        assertEquals(EVA, contribution.author());
        assertEquals(DIALOGUE, contribution.thread());
        assertTrue(contribution.isRoot());
        assertEquals(ContributionState.PUBLISHED, contribution.state());
        assertEquals("n", page.page().next());
    }

    @Test
    void meetingLinkIsForThoseWhoTakePart() throws Exception
    {
        assertEquals("https://meet.example.org/x", this.manager.get(DIALOGUE).map(Dialogue::meetingLink).orElse(""));
        login(null);
        assertEquals("", this.manager.get(DIALOGUE).map(Dialogue::meetingLink).orElse("none"));
    }

    @Test
    void planAndOpen() throws Exception
    {
        curate();
        dialogue("planned");
        this.manager.plan(DIALOGUE, "2017-06-06T10:00", "America/New_York", 120);
        verify(this.writer).update(DIALOGUE, Schema.DIALOGUE,
            Map.of("start", "2017-06-06T10:00", "timezone", "America/New_York", "duration", 120), "");
        CrowdsourcingException exception = assertThrows(CrowdsourcingException.class,
            () -> this.manager.plan(DIALOGUE, "2026-02-30T10:00", "EST", 121));
        assertEquals(List.of("start", "timezone", "duration"),
            exception.getErrors().stream().map(FieldError::field).toList());
        exception = assertThrows(CrowdsourcingException.class, () -> this.manager.plan(DIALOGUE, " ", null, 60));
        assertEquals(List.of(new FieldError("start", "crowdsourcing.error.required"),
            new FieldError("timezone", "crowdsourcing.error.required")), exception.getErrors());
        this.manager.open(DIALOGUE);
        ArgumentCaptor<Map<String, Object>> opened = ArgumentCaptor.captor();
        verify(this.writer, org.mockito.Mockito.times(2)).update(eq(DIALOGUE), eq(Schema.DIALOGUE), opened.capture(),
            eq(""));
        assertEquals("open", opened.getValue().get("state"));
        assertTrue(opened.getValue().get("openedOn").toString().endsWith("Z"));
        assertThrows(ConflictException.class, () -> {
            dialogue("closed");
            this.manager.close(DIALOGUE);
        });
        // Opened once more it goes on; the session is not held again.
        this.manager.open(DIALOGUE);
        verify(this.writer).update(DIALOGUE, Schema.DIALOGUE, Map.of("state", "open"), "");
    }

    @Test
    void whatIsNotPlannedIsNotOpened() throws Exception
    {
        curate();
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE))
            .thenReturn(Optional.of(TestRows.row(DIALOGUE, "state", "planned")));
        ConflictException exception = assertThrows(ConflictException.class, () -> this.manager.open(DIALOGUE));
        assertEquals("crowdsourcing.error.notPlanned", exception.getErrors().get(0).messageKey());
    }

    @Test
    void expertsDoNotRunTheDialogue() throws Exception
    {
        assertThrows(NotAllowedException.class, () -> this.manager.open(DIALOGUE));
        assertThrows(NotAllowedException.class, () -> this.manager.close(DIALOGUE));
        assertThrows(NotAllowedException.class, () -> this.manager.plan(DIALOGUE, "", "", 0));
        assertThrows(NotAllowedException.class, () -> this.manager.create(TestRows.page("I.C.WebHome"), "T"));
        assertNothingSaved();
    }

    @Test
    void keysOfListsAreKnown()
    {
        assertEquals(Outcome.NOT_TAKEN, Stored.find(Outcome.class, "nottaken").orElseThrow());
        assertTrue(Stored.find(Outcome.class, null).isEmpty());
    }
}

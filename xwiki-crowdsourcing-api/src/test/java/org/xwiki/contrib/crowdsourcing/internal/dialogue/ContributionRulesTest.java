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

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.security.authorization.Right;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests who may contribute what, where and when.
 *
 * @version $Id$
 * @since 1.0
 */
class ContributionRulesTest extends AbstractContributionRulesTest
{
    private static final NewContribution IDEA = new NewContribution("Open the books", "idea");

    private void moderation(String mode) throws Exception
    {
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE)))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.WebHome"), "moderation", mode)));
    }

    private Map<String, Object> created(String title) throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).createHidden(any(), eq(title), eq(Schema.CONTRIBUTION), values.capture());
        return values.getValue();
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

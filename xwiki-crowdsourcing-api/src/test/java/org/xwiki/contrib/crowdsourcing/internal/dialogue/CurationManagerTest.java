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

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Mode;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueItem;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueKind;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultCurationManager}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(ContributionCurator.class)
class CurationManagerTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final DocumentReference BOB = TestRows.page("XWiki.Bob");

    @InjectMockComponents
    private DefaultCurationManager manager;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private ContributionWriter contributions;

    @MockComponent
    private Closing closing;

    @MockComponent
    private FlagStore flags;

    @MockComponent
    private QueueStore queue;

    @MockComponent
    private Eraser eraser;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Seen seen;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final DocumentReference idea =
        new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());

    private final DocumentReference flag =
        new DocumentReference("f" + this.idea.getName() + "0", DIALOGUE.getLastSpaceReference());

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.flags.page(this.idea, "XWiki.Eva")).thenReturn(this.flag);
        when(this.writer.createHidden(any(), anyString(), any(), any())).thenReturn(true);
        login(EVA, false);
        stored("state", "published", "author", "XWiki.Bob");
    }

    private void login(DocumentReference user, boolean curator)
    {
        when(this.access.user()).thenReturn(user);
        when(this.access.isGuest()).thenReturn(user == null);
        when(this.access.canEdit(any())).thenReturn(curator);
        when(this.rules.canCurate(any())).thenReturn(curator);
    }

    private Row stored(Object... values) throws Exception
    {
        Row row = TestRows.row(this.idea, values);
        when(this.contributions.visible(this.idea)).thenReturn(row);
        return row;
    }

    /** Something that may be refused. */
    private interface Act
    {
        void perform() throws Exception;
    }

    private static String refused(Class<? extends CrowdsourcingException> type, Act act)
    {
        FieldError error = assertThrows(type, act::perform).getErrors().get(0);
        return (error.field() + ' ' + error.messageKey().replace("crowdsourcing.error.", "")).strip();
    }

    private void assertNothingSaved() throws Exception
    {
        verify(this.writer, never()).createHidden(any(), any(), any(), any());
        verify(this.writer, never()).update(any(), any(), any(), any());
        verify(this.eraser, never()).erase(any(), any());
    }

    @Test
    void theModeSaysWhoIsAsked() throws Exception
    {
        when(this.rules.moderation(DIALOGUE)).thenReturn(Moderation.SLOW);
        when(this.rules.slowMinutes(DIALOGUE)).thenReturn(5);
        assertEquals(new Mode(Moderation.SLOW, 5, false), this.manager.getMode(DIALOGUE));
        when(this.rules.get(DIALOGUE)).thenThrow(new NotFoundException(new FieldError("", "none")));
        assertThrows(NotFoundException.class, () -> this.manager.getMode(DIALOGUE));
    }

    @Test
    void aReaderTellsOnceWhatIsWrong() throws Exception
    {
        this.manager.flag(this.idea, HidingReason.SPAM, " <b>Buy</b> ");
        verify(this.writer).createHidden(this.flag, "", Schema.FLAG, Map.of("contribution", this.idea.getName(),
            "user", "XWiki.Eva", "reasonKind", "spam", "text", "<b>Buy</b>", "state", "open"));
        when(this.writer.createHidden(any(), anyString(), any(), any())).thenReturn(false);
        assertEquals("alreadyFlagged", refused(ConflictException.class,
            () -> this.manager.flag(this.idea, HidingReason.SPAM, "")));
    }

    @Test
    void aFlagNeedsAKindOfReasonAndSometimesWords() throws Exception
    {
        assertEquals("flagReasonKind reasonKindRequired",
            refused(CrowdsourcingException.class, () -> this.manager.flag(this.idea, null, "Bad")));
        assertEquals("flagText reasonRequired",
            refused(CrowdsourcingException.class, () -> this.manager.flag(this.idea, HidingReason.OTHER, " ")));
        assertEquals("flagText tooLong", refused(CrowdsourcingException.class,
            () -> this.manager.flag(this.idea, HidingReason.SPAM, "x".repeat(5001))));
        assertNothingSaved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"awaiting", "hidden", "merged", "erased"})
    void onlyWhatIsShownIsFlagged(String state) throws Exception
    {
        stored("state", state, "author", "XWiki.Bob");
        assertEquals("notFlaggable",
            refused(ConflictException.class, () -> this.manager.flag(this.idea, HidingReason.SPAM, "")));
        assertNothingSaved();
    }

    @Test
    void aGuestFlagsNothing() throws Exception
    {
        login(null, false);
        assertThrows(NotAllowedException.class, () -> this.manager.flag(this.idea, HidingReason.SPAM, ""));
        assertNothingSaved();
    }

    @Test
    void whatMayNotBeSeenIsNotThere() throws Exception
    {
        login(EVA, true);
        when(this.contributions.visible(this.idea)).thenThrow(new NotFoundException(new FieldError("", "none")));
        assertThrows(NotFoundException.class, () -> this.manager.flag(this.idea, HidingReason.SPAM, ""));
        assertThrows(NotFoundException.class, () -> this.manager.appeal(this.idea, "Why"));
        assertThrows(NotFoundException.class,
            () -> this.manager.answerAppeal(this.idea, AppealState.GRANTED, "Yes"));
        assertThrows(NotFoundException.class, () -> this.manager.erase(this.idea, HidingReason.PRIVATE));
        assertNothingSaved();
    }

    @Test
    void curatorsDismissFlagsOnce() throws Exception
    {
        assertThrows(NotAllowedException.class, () -> this.manager.dismissFlags(this.idea));
        verify(this.flags, never()).close(any(), any());
        login(EVA, true);
        when(this.flags.close(this.idea, "dismissed")).thenReturn(2, 0);
        this.manager.dismissFlags(this.idea);
        assertEquals("notFlagged", refused(ConflictException.class, () -> this.manager.dismissFlags(this.idea)));
    }

    @Test
    void theAuthorOfWhatIsHiddenAppealsOnce() throws Exception
    {
        stored("state", "hidden", "author", "XWiki.Eva");
        this.manager.appeal(this.idea, " It is {{html}}true{{/html}}\r\n");
        verify(this.writer).update(this.idea, Schema.CONTRIBUTION,
            Map.of("appeal", "It is {{html}}true{{/html}}", "appealState", "open"), "");
        for (String state : List.of("open", "upheld", "granted")) {
            stored("state", "hidden", "author", "XWiki.Eva", "appealState", state);
            assertEquals("alreadyAppealed",
                refused(ConflictException.class, () -> this.manager.appeal(this.idea, "Again")));
        }
    }

    @Test
    void nobodyElseAppealsAndNotAgainstNothing() throws Exception
    {
        stored("state", "published", "author", "XWiki.Eva");
        assertEquals("notHidden", refused(ConflictException.class, () -> this.manager.appeal(this.idea, "Why")));
        stored("state", "hidden", "author", "XWiki.Eva");
        assertEquals("appeal required",
            refused(CrowdsourcingException.class, () -> this.manager.appeal(this.idea, " \u200B ")));
        login(BOB, true);
        assertThrows(NotAllowedException.class, () -> this.manager.appeal(this.idea, "In her name"));
        login(null, false);
        assertThrows(NotAllowedException.class, () -> this.manager.appeal(this.idea, "Nobody's"));
        stored("state", "hidden", "author", Contribution.GUEST);
        assertThrows(NotAllowedException.class, () -> this.manager.appeal(this.idea, "A guest's"));
        assertNothingSaved();
    }

    @ParameterizedTest
    @CsvSource({"GRANTED, published", "UPHELD, hidden"})
    void anAppealIsAnsweredInOneStep(AppealState outcome, String state) throws Exception
    {
        login(BOB, true);
        Row row = stored("state", "hidden", "author", "XWiki.Eva", "appealState", "open");
        this.manager.answerAppeal(this.idea, outcome, " Because ");
        verify(this.writer).update(this.idea, Schema.CONTRIBUTION, Map.of("appealState", outcome.getId(),
            "appealAnswer", "Because", "state", state), "");
        // What another curator has done since is not undone.
        verify(this.seen).expectAtLeast(this.idea, row.stamp());
    }

    @Test
    void anAnswerNeedsAnOpenAppealAnOutcomeAndWords() throws Exception
    {
        stored("state", "hidden", "author", "XWiki.Bob", "appealState", "open");
        assertThrows(NotAllowedException.class,
            () -> this.manager.answerAppeal(this.idea, AppealState.GRANTED, "Yes"));
        login(EVA, true);
        assertEquals("appealState required", refused(CrowdsourcingException.class,
            () -> this.manager.answerAppeal(this.idea, null, "Yes")));
        assertEquals("appealState required", refused(CrowdsourcingException.class,
            () -> this.manager.answerAppeal(this.idea, AppealState.OPEN, "Yes")));
        assertEquals("appealAnswer required", refused(CrowdsourcingException.class,
            () -> this.manager.answerAppeal(this.idea, AppealState.UPHELD, "")));
        for (String state : List.of("", "upheld", "granted")) {
            stored("state", "hidden", "author", "XWiki.Bob", "appealState", state);
            assertEquals("noAppeal", refused(ConflictException.class,
                () -> this.manager.answerAppeal(this.idea, AppealState.GRANTED, "Yes")));
        }
        assertNothingSaved();
    }

    @Test
    void whoComesSecondIsTold() throws Exception
    {
        login(BOB, true);
        stored("state", "hidden", "author", "XWiki.Eva", "appealState", "open");
        doThrow(new ConflictException(new FieldError("", "crowdsourcing.error.conflict"))).when(this.writer)
            .update(any(), any(), any(), any());
        assertEquals("conflict", refused(ConflictException.class,
            () -> this.manager.answerAppeal(this.idea, AppealState.GRANTED, "Yes")));
    }

    @Test
    void theQueueIsForThoseWhoMayEditThePage() throws Exception
    {
        PageRequest request = PageRequest.first(10);
        assertThrows(NotAllowedException.class, () -> this.manager.getQueue(INITIATIVE, null, request));
        verify(this.queue, never()).list(any(), any(), any());
        login(EVA, true);
        Page<QueueItem> page = new Page<>(List.of(), null, Count.exactly(0));
        when(this.queue.list(INITIATIVE, QueueKind.FLAG, request)).thenReturn(page);
        assertEquals(page, this.manager.getQueue(INITIATIVE, QueueKind.FLAG, request));
    }

    @Test
    void administratorsEraseOnce() throws Exception
    {
        login(EVA, true);
        assertThrows(NotAllowedException.class, () -> this.manager.erase(this.idea, HidingReason.PRIVATE));
        when(this.access.isAdministrator(DIALOGUE)).thenReturn(true);
        assertEquals("eraseReasonKind reasonKindRequired",
            refused(CrowdsourcingException.class, () -> this.manager.erase(this.idea, null)));
        assertNothingSaved();
        this.manager.erase(this.idea, HidingReason.PRIVATE);
        verify(this.eraser).erase(this.idea, HidingReason.PRIVATE);
        stored("state", "erased");
        assertEquals("alreadyErased",
            refused(ConflictException.class, () -> this.manager.erase(this.idea, HidingReason.PRIVATE)));
    }

    @Test
    void allThatAPersonSaidIsErased() throws Exception
    {
        assertThrows(NotAllowedException.class,
            () -> this.manager.eraseAll(INITIATIVE, BOB, HidingReason.PRIVATE));
        when(this.access.isAdministrator(INITIATIVE)).thenReturn(true);
        assertEquals("person required", refused(CrowdsourcingException.class,
            () -> this.manager.eraseAll(INITIATIVE, null, HidingReason.PRIVATE)));
        assertEquals("eraseReasonKind reasonKindRequired",
            refused(CrowdsourcingException.class, () -> this.manager.eraseAll(INITIATIVE, BOB, null)));
        assertEquals("nothingToErase", refused(ConflictException.class,
            () -> this.manager.eraseAll(INITIATIVE, BOB, HidingReason.PRIVATE)));
        when(this.eraser.find(INITIATIVE, "XWiki.Bob")).thenReturn(List.of(this.idea, this.flag));
        assertEquals(2, this.manager.eraseAll(INITIATIVE, BOB, HidingReason.PRIVATE));
        verify(this.eraser).erase(this.idea, HidingReason.PRIVATE);
        verify(this.eraser).erase(this.flag, HidingReason.PRIVATE);
        verify(this.eraser).eraseAlerts(List.of(this.idea, this.flag), "XWiki.Bob");
        verify(this.eraser, never()).find(eq(INITIATIVE), eq("xwiki:XWiki.Bob"));
    }
}

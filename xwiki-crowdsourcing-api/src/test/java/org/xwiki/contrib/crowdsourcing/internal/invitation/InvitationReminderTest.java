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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests whom the wiki reminds of an invitation by itself, and when.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class InvitationReminderTest
{
    private static final WikiReference WIKI = new WikiReference("xwiki");

    private static final Instant SENT = Instant.parse("2030-06-01T12:00:00Z");

    private static final String ADDRESS = "ana@example.org";

    private static final DocumentReference ENGAGEMENT = TestRows.page("I.C.Dialogue.Panel.eana");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    @InjectMockComponents
    private InvitationReminder reminder;

    @MockComponent
    private InvitationStore store;

    @MockComponent
    private InvitationSender sender;

    @MockComponent
    private InvitationPost post;

    @MockComponent
    private DialogueStore dialogues;

    @MockComponent
    private PageReader pages;

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    private final Map<String, Object> invitation = new HashMap<>(Map.of("sentOn", SENT.toString(), "expiresOn",
        SENT.plus(Duration.ofDays(14)).toString(), "delivery", "sent", "remindedOn", "", "token", "t"));

    private final Map<String, Object> engagement = new HashMap<>(Map.of("state", "invited"));

    private DialogueState dialogue = DialogueState.PLANNED;

    private String days = "";

    @BeforeEach
    void store() throws Exception
    {
        when(this.store.expiring(any(), any(), any())).thenAnswer(call -> List.of(row()));
        when(this.store.answer(any(Row.class))).thenReturn(Optional.empty());
        when(this.store.claimReminder(any(), any())).thenReturn(true);
        when(this.sender.address(any())).thenReturn(Optional.of(ADDRESS));
        when(this.pages.find(ENGAGEMENT, Schema.ENGAGEMENT)).thenAnswer(
            call -> Optional.of(new Row(ENGAGEMENT, "", 0, this.engagement, TestRows.RESOLVER)));
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(Optional.of(TestRows.row(DIALOGUE)));
        when(this.dialogues.toDialogue(any())).thenAnswer(call -> new Dialogue(DIALOGUE, "", null,
            ZoneId.of("UTC"), 60, "", null, null, 0, "", "", "", this.dialogue, "", ""));
        when(this.pages.nearest(any(), any())).thenAnswer(
            call -> Optional.of(TestRows.row(TestRows.page("I.WebHome"), "reminderDays", this.days)));
    }

    private Row row()
    {
        return new Row(InvitationStore.page(ENGAGEMENT), "", 0, this.invitation, TestRows.RESOLVER);
    }

    private void remind(String after) throws CrowdsourcingException
    {
        this.reminder.remind(WIKI, SENT.plus(Duration.parse(after)));
    }

    private void verifySent(int reminders) throws CrowdsourcingException
    {
        verify(this.sender, times(reminders)).remind(any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({"PT1H,,0", "P10DT23H59M,,0", "P11D,,1", "P13DT23H,,1", "P3DT23H,10,0", "P4D,10,1", "P13D,0,0"})
    void inTheDaysBeforeTheLinkExpires(String after, String set, int reminders) throws Exception
    {
        this.days = set == null ? "" : set;
        remind(after);
        verifySent(reminders);
    }

    @ParameterizedTest
    @CsvSource({"delivery,sending", "delivery,refused", "delivery,withdrawn", "remindedOn,2030-06-12T00:00:00Z",
        // It was sent for two days: the reminder would follow at once.
        "expiresOn,2030-06-03T12:00:00Z", "expiresOn,''"})
    void notWhenItMakesNoSense(String property, String value) throws Exception
    {
        this.invitation.put(property, value);
        remind("P12D");
        verifySent(0);
        verify(this.store, never()).claimReminder(any(), any());
    }

    @ParameterizedTest
    @CsvSource({"proposed,PLANNED", "accepted,PLANNED", "declined,PLANNED", "invited,CLOSED", "invited,CANCELLED"})
    void onlyWhoIsAwaited(String state, DialogueState session) throws Exception
    {
        this.engagement.put("state", state);
        this.dialogue = session;
        remind("P12D");
        verifySent(0);
    }

    @Test
    void notWhoAnswered() throws Exception
    {
        when(this.store.answer(any(Row.class))).thenReturn(Optional.of(row()));
        remind("P12D");
        verifySent(0);
    }

    @Test
    void ofSeveralMachinesTheFirstReminds() throws Exception
    {
        when(this.store.claimReminder(any(), any())).thenReturn(true, false, false);
        remind("P12D");
        remind("P12D");
        remind("P12D");
        verifySent(1);
    }

    @Test
    void withoutAMailServerItIsTriedLater() throws Exception
    {
        doThrow(new CrowdsourcingException(new FieldError("", "no"))).when(this.post).check();
        remind("P12D");
        verify(this.store, never()).claimReminder(any(), any());
        assertTrue(this.logs.getMessage(0).contains("eana-Invitation"), this.logs.getMessage(0));
    }
}

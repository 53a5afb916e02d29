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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests which events a discussion raises, and for whom.
 *
 * @version $Id$
 * @since 1.0
 */
class DiscussionEventsTest extends AbstractEventsTest
{
    private void assertForEva(Happening happening)
    {
        assertEquals(new CrowdsourcingEvent(happening, DIALOGUE, "Title of Dialogue", this.idea.getName(), CARLOS, "",
            TO_EVA), raised(happening));
    }

    @Test
    void reply() throws Exception
    {
        DocumentReference reply = get(DialogueManager.class).reply(this.idea, new NewContribution("No", "answer"));
        assertEquals(new CrowdsourcingEvent(Happening.REPLIED, DIALOGUE, "Title of Dialogue", reply.getName(), CARLOS,
            "", TO_EVA), raised(Happening.REPLIED));
    }

    @Test
    void contributionThatAnswersNobodyIsNoNews() throws Exception
    {
        get(DialogueManager.class).contribute(DIALOGUE, new NewContribution("Yes", "idea"));
        assertNothingRaised();
    }

    @Test
    void whoIsNamedIsToldOnce() throws Exception
    {
        when(this.reader.list(any(), any())).thenReturn(List.of("XWiki.Carlos", "XWiki.Eva"));
        DialogueManager manager = get(DialogueManager.class);
        DocumentReference named = manager.contribute(DIALOGUE, new NewContribution("Ask @Eva, not @Carlos", "idea"));
        assertEquals(new CrowdsourcingEvent(Happening.MENTIONED, DIALOGUE, "Title of Dialogue", named.getName(),
            CARLOS, "", TO_EVA), raised(Happening.MENTIONED));
        save(named, Schema.CONTRIBUTION, Map.of("text", "Ask @Eva and nobody else"));
        assertNothingRaised();
        manager.reply(this.idea, new NewContribution("As @Eva says", "answer"));
        raised(Happening.REPLIED);
    }

    @Test
    void nobodyIsToldOfTheirOwnDoing() throws Exception
    {
        login(EVA);
        DialogueManager manager = get(DialogueManager.class);
        manager.reply(this.idea, new NewContribution("And more", "evidence"));
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        manager.hide(this.idea, HidingReason.PRIVATE, "");
        manager.unhide(this.idea);
        assertNothingRaised();
    }

    @Test
    void whoMayNotViewItIsToldNothing() throws Exception
    {
        when(this.access.canView(eq(EVA), any())).thenReturn(false);
        DialogueManager manager = get(DialogueManager.class);
        manager.reply(this.idea, new NewContribution("No", "answer"));
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        manager.hide(this.idea, HidingReason.SPAM, "");
        invite();
        assertNothingRaised();
    }

    @Test
    void replyThatAwaitsModerationIsNewsWhenItIsApproved() throws Exception
    {
        when(this.pages.nearest(DIALOGUE, Schema.INITIATIVE)).thenReturn(
            Optional.of(TestRows.row(TestRows.page("I.WebHome"), "moderation", "premoderated")));
        when(this.access.canEdit(any())).thenReturn(false);
        DocumentReference tomas = TestRows.page("XWiki.Tomas");
        login(tomas);
        DialogueManager manager = get(DialogueManager.class);
        DocumentReference reply = manager.reply(this.idea, new NewContribution("No", "answer"));
        assertNothingRaised();

        login(CARLOS);
        when(this.access.canEdit(any())).thenReturn(true);
        manager.approve(reply);
        assertEquals(List.of(
            new CrowdsourcingEvent(Happening.REPLIED, DIALOGUE, "Title of Dialogue", reply.getName(), tomas, "",
                TO_EVA),
            new CrowdsourcingEvent(Happening.APPROVED, DIALOGUE, "Title of Dialogue", reply.getName(), null, "",
                Set.of("xwiki:XWiki.Tomas"))), this.raised);

        this.raised.clear();
        manager.hide(reply, HidingReason.SPAM, "");
        manager.unhide(reply);
        assertEquals(List.of(Happening.HIDDEN, Happening.SHOWN),
            this.raised.stream().map(CrowdsourcingEvent::happening).toList(), "Replied twice");
    }

    @Test
    void decisions() throws Exception
    {
        DialogueManager manager = get(DialogueManager.class);
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too much");
        assertForEva(Happening.NOT_TAKEN);
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too dear");
        assertNothingRaised();
        manager.decide(this.idea, Outcome.PARTLY, DecisionReason.COST, "A part");
        assertForEva(Happening.PARTLY_TAKEN);
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        assertForEva(Happening.TAKEN);
    }

    @Test
    void whoBacksItIsToldOfTheDecision() throws Exception
    {
        DocumentReference outsider = TestRows.page("XWiki.Outsider");
        DocumentReference twin =
            new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());
        // Who backs it, who decides, who wrote it, who may not view it, and who wrote what was merged into it.
        when(this.support.supporters(this.idea.getName()))
            .thenReturn(Set.of("xwiki:XWiki.Tomas", "XWiki.Carlos", "XWiki.Eva", "XWiki.Outsider"));
        when(this.support.members(this.idea.getName())).thenReturn(Set.of(twin.getName()));
        when(this.contributions.load(any())).thenReturn(
            Map.of(twin, TestRows.row(twin, "author", "XWiki.Nora")));
        when(this.access.canView(eq(outsider), any())).thenReturn(false);
        DialogueManager manager = get(DialogueManager.class);
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too much");
        assertEquals(List.of(
            new CrowdsourcingEvent(Happening.NOT_TAKEN, DIALOGUE, "Title of Dialogue", this.idea.getName(), CARLOS, "",
                TO_EVA),
            new CrowdsourcingEvent(Happening.BACKED_NOT_TAKEN, DIALOGUE, "Title of Dialogue", this.idea.getName(),
                CARLOS, "", Set.of("xwiki:XWiki.Tomas", "xwiki:XWiki.Nora"))), this.raised);
        this.raised.clear();
        manager.decide(this.idea, Outcome.NOT_TAKEN, DecisionReason.COST, "Too dear");
        assertNothingRaised();
        manager.decide(this.idea, Outcome.TAKEN, null, "");
        assertEquals(List.of(Happening.TAKEN, Happening.BACKED_TAKEN),
            this.raised.stream().map(CrowdsourcingEvent::happening).toList());
    }

    @Test
    void onlySoManyAreTold() throws Exception
    {
        Set<String> crowd = new HashSet<>();
        for (int i = 0; i < 2 * DecisionNews.MOST; i++) {
            crowd.add("XWiki.U" + i);
        }
        when(this.support.supporters(this.idea.getName())).thenReturn(crowd);
        get(DialogueManager.class).decide(this.idea, Outcome.PARTLY, DecisionReason.COST, "A part");
        assertEquals(DecisionNews.MOST, this.raised.get(1).recipients().size());
    }

    @Test
    void hiddenAndShownAgain() throws Exception
    {
        DialogueManager manager = get(DialogueManager.class);
        manager.hide(this.idea, HidingReason.OFF_TOPIC, "Not about this");
        assertTold(Happening.HIDDEN, "offtopic");
        manager.unhide(this.idea);
        assertTold(Happening.SHOWN, "");
        assertEquals(List.of("hidden offtopic XWiki.Carlos", "shown  XWiki.Carlos"), log());
    }

    @Test
    void mergedAndSeparated() throws Exception
    {
        this.writer.update(this.idea, Schema.CONTRIBUTION, Map.of("state", "merged"), "");
        assertTold(Happening.MERGED, "");
        this.writer.update(this.idea, Schema.CONTRIBUTION, Map.of("state", "published"), "");
        assertTold(Happening.SEPARATED, "");
        assertEquals(List.of("merged  XWiki.Carlos", "unmerged  XWiki.Carlos"), log());
    }

    /** Whoever moderates is not named. */
    private void assertTold(Happening happening, String reason)
    {
        assertEquals(new CrowdsourcingEvent(happening, DIALOGUE, "Title of Dialogue", this.idea.getName(), null, reason,
            TO_EVA), raised(happening));
    }

    private List<String> log()
    {
        return this.stored.entrySet().stream().filter(page -> page.getValue().containsKey(Schema.MODERATION))
            .sorted(Map.Entry.comparingByKey()).map(page -> page.getValue().get(Schema.MODERATION))
            .map(entry -> entry.get("act") + " " + entry.get("reasonKind") + " " + entry.get("actor")).toList();
    }

    @Test
    void curatorsAreToldOfAnAlertAndTheLogOfWhatItDoes() throws Exception
    {
        Row initiative = TestRows.row(TestRows.page("I.WebHome"), "curatorsGroup", "I.Groups.Curators");
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.of(initiative));
        when(this.pages.title(DIALOGUE)).thenReturn("Title of Dialogue");
        DocumentReference alert =
            new DocumentReference("as" + this.idea.getName() + "0001", DIALOGUE.getLastSpaceReference());
        login(EVA);
        save(alert, Schema.ALERT, Map.of("kind", "youngsupport", STATE, "open", "contribution", this.idea.getName()));
        assertEquals(new CrowdsourcingEvent(Happening.ALERTED, alert, "Title of Dialogue", "", null, "",
            Set.of("xwiki:I.Groups.Curators")), raised(Happening.ALERTED));
        verify(this.writer).createHidden(any(), eq(""), eq(Schema.MODERATION), eq(Map.of("act", "setaside",
            "contribution", this.idea.getName(), "reasonKind", "", "actor", "")));
        login(CARLOS);
        save(alert, Schema.ALERT, Map.of(STATE, "leftout", "reasonKind", "automatic", "reason", "All from one house"));
        verify(this.writer).createHidden(any(), eq(""), eq(Schema.MODERATION), eq(Map.of("act", "leftout",
            "contribution", this.idea.getName(), "reasonKind", "automatic", "actor", "XWiki.Carlos")));
        assertNothingRaised();
    }

    @Test
    void whoWritesMostIsNotNamedInTheLog() throws Exception
    {
        DocumentReference alert =
            new DocumentReference("ao00000000000000000001", DIALOGUE.getLastSpaceReference());
        save(alert, Schema.ALERT, Map.of("kind", "oneauthor", STATE, "open", "author", "XWiki.Eva"));
        assertNothingRaised();
        verify(this.writer, never()).createHidden(any(), any(), eq(Schema.MODERATION), any());
        save(alert, Schema.ALERT, Map.of(STATE, "dismissed", "reasonKind", "genuine"));
        verify(this.writer).createHidden(any(), eq(""), eq(Schema.MODERATION), eq(Map.of("act", "reviewed",
            "contribution", "", "reasonKind", "genuine", "actor", "XWiki.Carlos")));
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of the manager of experts.
 *
 * @version $Id$
 * @since 1.0
 */
class ExpertManagerTest extends AbstractManagersTest
{
    /** What an engagement becomes that holds the given values. */
    private Map<String, Object> adjusted(DocumentReference page, Object... held) throws Exception
    {
        ArgumentCaptor<Function<Row, Map<String, Object>>> change = ArgumentCaptor.captor();
        verify(this.writer).adjust(eq(page), eq(Schema.ENGAGEMENT), change.capture(), anyString());
        return change.getValue().apply(TestRows.row(page, held));
    }

    @Test
    void profileWithoutConsent() throws Exception
    {
        stored(EXPERT, Schema.EXPERT, "consent", 0, "user", "XWiki.Ana");
        assertTrue(get(ExpertManager.class).get(EXPERT).isEmpty());
        Expert ana = new Expert(EXPERT, "Ana", null, "", "", List.of(), "", null, null, List.of(), null, null, "",
            new Expert.Consent(false, null, ""), List.of());
        when(this.experts.load(any(), any())).thenReturn(ana);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Ana"));
        assertEquals(ana, get(ExpertManager.class).get(EXPERT).orElseThrow());
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Other"));
        assertTrue(get(ExpertManager.class).get(EXPERT).isEmpty());
    }

    @Test
    void engage() throws Exception
    {
        edit();
        stored(DIALOGUE, Schema.DIALOGUE);
        stored(EXPERT, Schema.EXPERT);
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        when(this.engagements.find(DIALOGUE, EXPERT)).thenReturn(Optional.empty());
        when(this.engagements.page(DIALOGUE, EXPERT)).thenReturn(page);
        ExpertManager manager = get(ExpertManager.class);
        assertEquals(List.of("referredByRequired"), keys(assertThrows(CrowdsourcingException.class,
            () -> manager.engage(DIALOGUE, EXPERT, EngagementRoute.REFERRED, " "))));
        assertEquals(List.of("required", "expertUnknown"), keys(assertThrows(CrowdsourcingException.class,
            () -> manager.engage(DIALOGUE, PAGE, null, ""))));
        assertNothingSaved();
        assertEquals(page, manager.engage(DIALOGUE, EXPERT, EngagementRoute.INVITED, ""));

        // The same expert by another route is the same engagement.
        when(this.engagements.find(DIALOGUE, EXPERT)).thenReturn(Optional.of(page));
        when(this.writer.createHidden(any(), any(), any(), any())).thenReturn(false);
        stored(page, Schema.ENGAGEMENT, "route", List.of("invited"));
        manager.engage(DIALOGUE, EXPERT, EngagementRoute.REFERRED, "Luis");
        assertEquals(Map.of("route", List.of("invited", "referred"), "referredBy", "Luis"),
            adjusted(page, "route", List.of("invited")));
    }

    @Test
    void whoAcceptsHasASeatOrWaits() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "invited");
        get(ExpertManager.class).setEngagementState(page, EngagementState.ACCEPTED);
        Map<String, Object> accepted = adjusted(page, "state", "invited");
        assertEquals("accepted", accepted.get("state"));
        assertTrue(accepted.get("acceptedOn").toString().matches(".*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
            accepted.toString());
        String earlier = "2026-01-01T00:00:00.000Z";
        assertEquals(Map.of("state", "accepted", "acceptedOn", earlier),
            adjusted(page, "state", "attended", "acceptedOn", earlier), "The place in the order stays");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "invited");
        assertEquals(List.of("engagementState"), keys(assertThrows(CrowdsourcingException.class,
            () -> get(ExpertManager.class).setEngagementState(page, EngagementState.ATTENDED))));
        assertNothingSaved();
    }

    @Test
    void oneEngagementIsReadAtOnceByThoseWhoMayKnow() throws Exception
    {
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "declined", "expert", "E.A.WebHome");
        Engagement engagement = new Engagement(page, EXPERT, "Ana", List.of(), "", EngagementState.DECLINED, "", null,
            null, 0, List.of());
        when(this.engagements.load(any())).thenReturn(engagement);
        ExpertManager manager = get(ExpertManager.class);
        edit();
        assertTrue(manager.getEngagement(page).isEmpty(), "The template of engagements is on no panel");
        stored(TestRows.page("I.C.Dialogue.WebHome"), Schema.DIALOGUE, "state", "planned");
        when(this.access.canEdit(any())).thenReturn(false);
        assertTrue(manager.getEngagement(page).isEmpty(), "Who declined is not for everybody");
        when(this.engagements.confirmed(any())).thenReturn(List.of(TestRows.row(page)));
        assertEquals(engagement, manager.getEngagement(page).orElseThrow());
        when(this.engagements.confirmed(any())).thenReturn(List.of());
        edit();
        assertEquals(engagement, manager.getEngagement(page).orElseThrow());
        when(this.access.canView(page)).thenReturn(false);
        assertTrue(manager.getEngagement(page).isEmpty());
    }

    @Test
    void whoLeavesLosesThePlace() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "accepted");
        get(ExpertManager.class).setEngagementState(page, EngagementState.DECLINED);
        assertEquals(Map.of("state", "declined", "acceptedOn", ""),
            adjusted(page, "state", "accepted", "acceptedOn", "2026-01-01T00:00:00.000Z"));
    }

    @Test
    void nobodyWithoutASeatWasThere() throws Exception
    {
        edit();
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        stored(page, Schema.ENGAGEMENT, "state", "accepted");
        when(this.pages.nearest(page, Schema.DIALOGUE))
            .thenReturn(Optional.of(TestRows.row(DIALOGUE, "seats", 1)));
        when(this.engagements.seated(DIALOGUE)).thenReturn(List.of("I.C.Dialogue.Panel.e2"));
        ExpertManager manager = get(ExpertManager.class);
        assertEquals(List.of("noSeat"), keys(assertThrows(ConflictException.class,
            () -> manager.setEngagementState(page, EngagementState.ATTENDED))));
        assertNothingSaved();
        when(this.engagements.seated(DIALOGUE)).thenReturn(List.of("I.C.Dialogue.Panel.e1"));
        manager.setEngagementState(page, EngagementState.ATTENDED);
        assertEquals("attended", adjusted(page, "state", "accepted").get("state"));
    }

    @Test
    void whoWasAskedIsKnownToThoseWhoSetUpThePanel() throws Exception
    {
        stored(DIALOGUE, Schema.DIALOGUE);
        when(this.engagements.list(any(), anyBoolean(), any()))
            .thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        get(ExpertManager.class).getEngagements(DIALOGUE, PageRequest.first());
        verify(this.engagements).list(DIALOGUE, true, PageRequest.first());
        edit();
        get(ExpertManager.class).getEngagements(DIALOGUE, PageRequest.first());
        verify(this.engagements).list(DIALOGUE, false, PageRequest.first());
    }
}

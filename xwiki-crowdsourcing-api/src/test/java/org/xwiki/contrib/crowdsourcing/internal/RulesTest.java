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

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of all pages, and those of initiatives and challenges, when the wiki's own editor saves.
 *
 * @version $Id$
 * @since 1.0
 */
class RulesTest extends AbstractRulesTest
{
    @Test
    void otherPagesAreNoConcern() throws Exception
    {
        assertSaved();
        this.title = "";
        assertSaved();
    }

    @Test
    void templatesAreNoConcern()
    {
        this.page = TestRows.page("Crowdsourcing.Code.DialogueTemplate");
        this.title = "";
        after(Schema.DIALOGUE, "timezone", "EST");
        assertSaved();
    }

    @Test
    void sharesAreShares()
    {
        after(Schema.CHALLENGE, "genderShare", 50, "regionShare", 100, "newcomerShare", 0);
        assertSaved();
        for (String property : List.of("genderShare", "regionShare", "newcomerShare")) {
            for (int share : new int[] {-1, 101}) {
                this.after.clear();
                after(Schema.CHALLENGE, property, share);
                assertRefused("number");
            }
        }
        this.after.clear();
        after(Schema.CHALLENGE, "genderShare", 51);
        assertRefused("number");
        // What was wrong before does not hinder.
        before(Schema.CHALLENGE, "genderShare", 51);
        assertSaved();
    }

    @Test
    void titles()
    {
        after(Schema.CHALLENGE, "state", "proposed");
        assertSaved();
        this.title = " ";
        assertRefused("titleRequired");
        this.title = "x".repeat(251);
        assertRefused("titleTooLong");
    }

    @Test
    void reasonIsTranslatedWithTheLabelOfTheField()
    {
        when(this.localization.getTranslationPlain("crowdsourcing.error.date", "2026-02-30"))
            .thenReturn("There is no 2026-02-30.");
        when(this.localization.getTranslationPlain("Crowdsourcing.Code.PhaseClass_start")).thenReturn("Start");
        after(Schema.INITIATIVE);
        after(Schema.PHASE, "start", "2026-02-30");
        assertEquals("Start: There is no 2026-02-30.", save());
    }

    @Test
    void phases()
    {
        after(Schema.INITIATIVE, "responseDays", 30);
        after(Schema.PHASE, "start", "2017-04-01", "end", "2017-05-01");
        assertSaved();
        after(Schema.PHASE, "start", "2017-04-01", "end", "2017-03-01");
        assertRefused("dateOrder");
    }

    @Test
    void responseDays()
    {
        after(Schema.INITIATIVE, "responseDays", -1);
        assertRefused("number");
    }

    @Test
    void thresholdsOfAlerts()
    {
        after(Schema.INITIATIVE, "alertDays", 3650, "alertSize", 1000, "alertMinutes", 1440, "alertIdentical", 0,
            "alertShare", 100);
        assertSaved();
        for (String threshold : List.of("alertDays", "alertSize", "alertMinutes", "alertIdentical", "alertShare")) {
            after.clear();
            after(Schema.INITIATIVE, threshold, -1);
            assertRefused("number");
            after.clear();
            after(Schema.INITIATIVE, threshold, 3651);
            assertRefused("number");
        }
    }

    @Test
    void theThresholdOfTheRegister()
    {
        for (int threshold : List.of(0, 1, 10000)) {
            after.clear();
            after(Schema.INITIATIVE, "registerThreshold", threshold);
            assertSaved();
        }
        for (int threshold : List.of(-1, 10001)) {
            after.clear();
            after(Schema.INITIATIVE, "registerThreshold", threshold);
            assertRefused("number");
        }
    }

    @Test
    void whatWasWrongBeforeDoesNotHinder()
    {
        before(Schema.DIALOGUE, "timezone", "EST");
        after(Schema.DIALOGUE, "timezone", "EST", "goals", "new");
        assertSaved();
        after.clear();
        after(Schema.DIALOGUE, "timezone", "CST");
        assertRefused("zoneAbbreviation");
    }

    @Test
    void theTrailOfAChallengeIsClosed()
    {
        before(Schema.CHALLENGE, "state", "proposed");
        after(Schema.CHALLENGE, "state", "selected");
        assertSaved();
        after(Schema.CHALLENGE_LOG, "state", "selected");
        assertRefused("trailManaged");
        this.after.remove(Schema.CHALLENGE_LOG);
        after(Schema.SIGN_OFF, "name", "Forged");
        assertRefused("trailManaged");
        this.after.clear();
        after(Schema.CHALLENGE, "state", "merged");
        assertRefused("stateManaged");
        this.after.clear();
        after(Schema.CHALLENGE, "state", "proposed", "successors", List.of("I.D.WebHome"));
        assertRefused("managed");
        this.before.clear();
        this.after.clear();
        after(Schema.CHALLENGE, "state", "proposed");
        after(Schema.SIGN_OFF, "name", "Put there before");
        assertRefused("trailManaged");
        this.after.clear();
        before(Schema.CHALLENGE, "state", "proposed");
        after(Schema.CHALLENGE, "state", "proposed", "successors", List.of("I.D.WebHome"));
        when(this.access.isAdministrator(PAGE)).thenReturn(true);
        assertSaved();
        after(Schema.SIGN_OFF, "name", "Forged by the owner");
        assertRefused("trailManaged");
        when(this.access.isAdministrator(PAGE.getWikiReference())).thenReturn(true);
        assertSaved();
    }

    @Test
    void scoresAreGivenWithTheForm()
    {
        this.page = TestRows.page("I.C.Scores." + PageNames.ofHash('s', "XWiki.Alice"));
        after(Schema.SCORE, "user", "XWiki.Alice");
        assertRefused("scoreManaged");
        when(this.access.isAdministrator(this.page)).thenReturn(true);
        assertRefused("scoreManaged");
        when(this.access.isAdministrator(this.page.getWikiReference())).thenReturn(true);
        assertSaved();
        this.after.clear();
        after(Schema.SCORE, "user", "XWiki.Bob");
        assertRefused("scoreManaged");
        this.after.clear();
        when(this.access.isAdministrator(this.page.getWikiReference())).thenReturn(false);
        before(Schema.SCORE, "user", "XWiki.Alice", "scores", "a=5");
        after(Schema.SCORE, "user", "XWiki.Alice", "scores", "a=1");
        assertRefused("scoreManaged");
        when(this.access.isAdministrator(this.page.getWikiReference())).thenReturn(true);
        assertSaved();
    }

    @Test
    void criteriaHaveATitleAndAWeight()
    {
        after(Schema.CRITERION, "title", " ", "weight", 1);
        assertRefused("required");
        this.after.clear();
        after(Schema.CRITERION, "title", "Impact", "weight", 101);
        assertRefused("number");
        this.after.clear();
        after(Schema.CRITERION, "title", "Impact");
        assertSaved();
    }

    @Test
    void whatIsDeclaredChangesWithANoteOnceLaunched()
    {
        before(Schema.INITIATIVE, "phase", "brief", "inputUse", "Old");
        after(Schema.INITIATIVE, "phase", "define", "inputUse", "New");
        assertSaved();
        this.before.clear();
        before(Schema.INITIATIVE, "phase", "source", "inputUse", "Old");
        assertRefused("commitmentNoteRequired");
        this.after.clear();
        after(Schema.INITIATIVE, "phase", "source", "inputUse", "New", "commitmentNote", "Why");
        assertSaved();
        this.after.clear();
        after(Schema.INITIATIVE, "phase", "source", "inputUse", "Old", "responseDays", 3);
        when(this.access.isAdministrator(PAGE)).thenReturn(true);
        assertSaved();
        when(this.changes.isEdited()).thenReturn(true);
        assertRefused("commitmentNoteRequired");
    }

    @Test
    void droppedChallengeNeedsAReason()
    {
        after(Schema.CHALLENGE, "state", "dropped", "dropReason", " ");
        assertRefused("dropReasonRequired");
        this.after.clear();
        after(Schema.CHALLENGE, "state", "dropped", "dropReason", "Out of our hands");
        assertSaved();
    }

    @Test
    void ruleThatCannotBeCheckedIsNotBroken() throws Exception
    {
        doThrow(new CrowdsourcingException("no", null))
            .when(this.quotes).add(any(), any());
        after(Schema.RECOMMENDATION, "problem", "x");
        assertRefused("technical");
        assertEquals("Failed to check the page [xwiki:I.C.WebHome] before it is saved", this.logs.getMessage(0));
        verify(this.writer, never()).update(any(), any(), any(), any());
    }
}

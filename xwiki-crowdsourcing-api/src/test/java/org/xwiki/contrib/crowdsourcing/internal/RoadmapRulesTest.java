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
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of roadmaps, recommendations and steps when the wiki's own editor saves.
 *
 * @version $Id$
 * @since 1.0
 */
class RoadmapRulesTest extends AbstractRulesTest
{
    @ParameterizedTest
    @CsvSource({"start,241,number", "aggressive,-3,number", "conservative,300,number"})
    void timesOfAStep(String property, int value, String key)
    {
        after(Schema.STEP, property, value);
        assertRefused(key);
    }

    @Test
    void howLongAStepMayTakeIsAQuestionOfTheUnit()
    {
        after(Schema.STEP, "durationUnit", "workingdays", "conservative", 300, "start", 3000, "startUnit", "days");
        assertSaved();
    }

    @ParameterizedTest
    @CsvSource({"startsOn,2026-02-30,date", "amount,'85,000',amount", "amount,-5,amount", "currency,EURO,currency",
        "currency,usd,currency", "followupLink,ftp://example.org/,link", "followup,abandoned,followUpReasonRequired"})
    void valuesOfAStep(String property, String value, String key)
    {
        after(Schema.STEP, property, value);
        assertRefused(key);
    }

    @Test
    void whatIsSafeIsNotShorter()
    {
        after(Schema.STEP, "aggressive", 6, "conservative", 3);
        assertRefused("safeIsShorter");
    }

    @ParameterizedTest
    @CsvSource({"startsOn,soon,date", "currency,Peso,currency"})
    void valuesOfARoadmap(String property, String value, String key)
    {
        after(Schema.ROADMAP, property, value);
        assertRefused(key);
    }

    @Test
    void anAmountNeedsACurrencySomewhereWhenSomebodyEdits() throws Exception
    {
        after(Schema.STEP, "amount", "5.50");
        when(this.pages.nearest(any(), any())).thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.WebHome"))));
        assertSaved();
        when(this.changes.isEdited()).thenReturn(true);
        assertRefused("currencyRequired");
        when(this.pages.nearest(any(), any()))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.WebHome"), "currency", "MXN")));
        assertSaved();
    }

    @Test
    void stepsDoNotWaitForEachOtherAcrossRecommendations() throws Exception
    {
        when(this.pages.nearest(any(), any())).thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.WebHome"))));
        when(this.steps.getOthers(any(), any())).thenReturn(List.of(
            TestRows.row(TestRows.page("I.R.B.WebHome"), "uid", "b", "title", "Bridge", "prerequisites", List.of("a"))));
        when(this.localization.getTranslationPlain(eq("crowdsourcing.error.prerequisiteCycle"), any()))
            .thenAnswer(call -> "cycle: " + call.getArgument(1));
        after(Schema.STEP, "uid", "a", "title", "Ask", "prerequisites", List.of("gone", "b"));
        assertEquals("cycle: Ask \u2192 Bridge \u2192 Ask", save());
        this.after.clear();
        after(Schema.STEP, "uid", "a", "title", "Ask", "prerequisites", List.of("gone"));
        assertSaved();
    }

    @Test
    void roadmapIsPublishedByItsManager()
    {
        before(Schema.ROADMAP, "state", "draft");
        after(Schema.ROADMAP, "state", "review");
        assertSaved();
        this.after.clear();
        after(Schema.ROADMAP, "state", "published");
        assertRefused("managed");
        this.before.clear();
        assertRefused("managed");
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertSaved();
    }

    @Test
    void publishedRecommendationKeepsASource()
    {
        before(Schema.RECOMMENDATION, "state", "published", "sources", List.of("I.C.Dialogue.x"));
        after(Schema.RECOMMENDATION, "state", "published", "sources", List.of());
        assertRefused("lastSource");
        when(this.finder.find(any())).thenReturn(Set.of(PAGE));
        assertSaved();
    }

    @Test
    void noStepOfWhatIsPublishedLosesItsSource()
    {
        before(Schema.RECOMMENDATION, "state", "published", "sources", List.of("I.C.Dialogue.x"));
        after(Schema.RECOMMENDATION, "state", "published", "sources", List.of("I.C.Dialogue.x"));
        after(Schema.STEP, "title", "Ask");
        assertSaved();
        when(this.changes.isEdited()).thenReturn(true);
        assertRefused("publishedStep");
        before(Schema.STEP, "title", "Ask");
        assertSaved();
    }

    @Test
    void whatIsKnownOfAClusterIsTrue()
    {
        after(Schema.CLUSTER, "title", " ");
        assertRefused("titleRequired");
        this.after.clear();
        before(Schema.CLUSTER, "title", "T");
        after(Schema.CLUSTER, "title", "T", "by", "XWiki.Somebody");
        assertRefused("managed");
        this.after.clear();
        after(Schema.CLUSTER, "title", "Other");
        assertSaved();
    }

    @Test
    void recommendationIsPublishedWithItsRoadmap()
    {
        before(Schema.RECOMMENDATION, "state", "draft");
        after(Schema.RECOMMENDATION, "state", "published", "deskResearch", 1, "deskReference", "OECD");
        assertRefused("managed");
    }

    @Test
    void abandonedRecommendationNeedsAReason()
    {
        after(Schema.RECOMMENDATION, "followup", "abandoned");
        assertRefused("followUpReasonRequired");
        this.after.clear();
        after(Schema.RECOMMENDATION);
        after(Schema.STEP, "aggressive", -3);
        assertRefused("number");
    }

    @Test
    void sourcesAreAddedToWhatIsSavedOnly() throws Exception
    {
        after(Schema.RECOMMENDATION, "problem", "x");
        assertSaved();
        verify(this.quotes).add(any(), any());
        this.title = "";
        assertFalse(save() == null);
        verify(this.quotes).add(any(), any());
    }
}

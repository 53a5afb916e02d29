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

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.macro.ContributionMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RecommendationMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.plan.StepReport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Runs the macros of quotations, recommendations and steps on hostile things.
 */
class RoadmapMacrosTest extends AbstractThingsTest
{
    @Test
    void aQuotationSaysWhenItIsHiddenOrGone() throws Exception
    {
        everythingIsThere();
        when(this.dialogues.getContribution(CONTRIBUTION))
            .thenReturn(Optional.of(contribution(ContributionState.HIDDEN)));
        assertTrue(show(this.contributionMacro, reference(new ContributionMacroParameters(), CONTRIBUTION))
            .contains("Hidden by a curator"));
        when(this.dialogues.getContribution(CONTRIBUTION)).thenReturn(Optional.empty());
        String html = show(this.contributionMacro, reference(new ContributionMacroParameters(), CONTRIBUTION));
        assertTrue(html.contains("is gone, or you may not see it"), html);
        assertFalse(html.contains(CONTRIBUTION.getName()), html);
    }

    @Test
    void aSourceIsQuotedByItsPermalink() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        post("quoteContribution", RECOMMENDATION, "contribution",
            "https://wiki.example.org/xwiki/bin/view/Crowdsourcing/I/C/Dialogue/?cs_at=" + CONTRIBUTION.getName() + '#'
                + CONTRIBUTION.getName());
        show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        verify(this.roadmaps).quote(RECOMMENDATION, CONTRIBUTION);
        verify(this.response).setStatus(303);
    }

    @Test
    void aRecommendationShowsItsSourcesAndWhatIsGone() throws Exception
    {
        everythingIsThere();
        String html = show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        assertTrue(html.contains("cs_at=" + CONTRIBUTION.getName()), html);
        assertTrue(html.contains("Deleted. It is still cited here."), html);
        assertTrue(html.contains("Desk research"), html);
    }

    @Test
    void whatBecameOfStepsIsSentToTheManager() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        post("reportSteps", RECOMMENDATION, "steps", "0\n1", "followup", "done", "followupOn", "2026-11-01",
            "followupNote", "n", "followupEvidence", "e", "followupLink", " https://example.org ");
        show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        verify(this.planManager).report(RECOMMENDATION, List.of(0, 1),
            new StepReport("done", "2026-11-01", "n", "e", "https://example.org"));
    }

    @Test
    void aRefusedReportKeepsWhatWasTyped() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        doThrow(new CrowdsourcingException(new FieldError("followupNote", "crowdsourcing.error.followUpReasonRequired")))
            .when(this.planManager).report(any(), any(), any());
        post("reportStep-1", RECOMMENDATION, "steps", "1", "followup", "abandoned", "followupEvidence", "Typed & kept");
        String html = show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION));
        assertEquals(1, html.split("value=\"Typed &#38; kept\"|value=\"Typed &amp; kept\"", -1).length - 1, html);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
    }

    @Test
    void theTimelineIsAlsoATable() throws Exception
    {
        everythingIsThere();
        String html = show(this.roadmapMacro, new RoadmapMacroParameters());
        assertTrue(html.contains("<svg class=\"cs-timeline\" viewBox=\"0 0 980 "), html);
        assertTrue(html.contains("The timeline as a table"), html);
        assertEquals(2, html.split("class=\"cs-bar-best ", -1).length - 1, "A bar for each step");
        assertEquals(1, html.split("class=\"cs-bar-whole\"", -1).length - 1, "A bar for all of them");
        assertEquals(1, html.split("class=\"cs-arrow cs-arrow-early\"", -1).length - 1, "An arrow");
    }
}

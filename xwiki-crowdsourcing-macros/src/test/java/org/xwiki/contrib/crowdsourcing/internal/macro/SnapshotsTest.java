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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.macro.RecommendationMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.SourcesMacroParameters;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.publication.ImportOrigin;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.contrib.crowdsourcing.publication.RoadmapVersion;
import org.xwiki.contrib.crowdsourcing.publication.Snapshot;
import org.xwiki.contrib.crowdsourcing.publication.Withdrawal;
import org.xwiki.contrib.crowdsourcing.roadmap.Citation;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests what shows published versions, what is printed, and the form to import, with hostile texts.
 */
class SnapshotsTest extends AbstractMacroTest
{
    private static final DocumentReference VERSION = page("Crowdsourcing.I.Roadmap", "V1");

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @InjectMockComponents
    private RoadmapVersionMacro versionMacro;

    @InjectMockComponents
    private RoadmapMacro roadmapMacro;

    @InjectMockComponents
    private InitiativeMacro initiativeMacro;

    @InjectMockComponents
    private RecommendationMacro recommendationMacro;

    @InjectMockComponents
    private SourcesMacro sourcesMacro;

    private static Roadmap roadmap(DocumentReference page)
    {
        return new Roadmap(page, EVIL, EVIL, RoadmapState.PUBLISHED, 2, NOW, LocalDate.parse("2026-01-01"), "MXN");
    }

    private static Snapshot snapshot(int recommendations)
    {
        Citation citation = new Citation("idea", EVIL, EVIL, EVIL, NOW, 2, "javascript:alert(1)", false);
        List<Recommendation> rows = new ArrayList<>();
        List<PlannedStep> steps = new ArrayList<>();
        for (int i = 0; i < recommendations; i++) {
            Step step = new Step(i + 1, "u" + i, EVIL, EVIL, StepTime.ofMonths(i, 1, 2), StepCost.NONE, List.of(), EVIL,
                EVIL, List.of(), true, EVIL, new StepProgress(FollowUp.STALLED, LocalDate.parse("2026-01-01"), EVIL,
                    EVIL, "javascript:alert(1)", null),
                List.of(citation, new Citation("", "", "", "", null, 0, "", true)));
            Recommendation row = new Recommendation(page("Crowdsourcing.I.Roadmap", "R" + i), EVIL,
                Arrays.stream(RecommendationSection.values())
                    .collect(Collectors.toMap(Function.identity(), section -> EVIL)),
                1, CostBand.UP_TO_10K, EVIL, EVIL, 6, 12, EVIL, List.of(), false, "", List.of(step),
                RecommendationState.PUBLISHED, FollowUp.ABANDONED, EVIL, List.of(citation));
            rows.add(row);
            steps.add(new PlannedStep(row, step, LocalDate.parse("2026-01-01"), null, LocalDate.parse("2026-03-01"),
                new PlannedStep.Span(30 * i, 30 * i + 30, 30 * i + 60), true, List.of()));
        }
        return new Snapshot("https://example.org/\"<", new Snapshot.About(EVIL, EVIL, List.of(EVIL), List.of("es"), "",
            "", "", EVIL, "javascript:alert(1)"), new Snapshot.Licence(EVIL, EVIL),
            new Snapshot.Issue(1, NOW, EVIL, EVIL, List.of(new Snapshot.Opinion(EVIL, ReviewAnswer.OBJECT, EVIL, NOW))),
            List.of(new Snapshot.Question(EVIL, EVIL, "", List.of(new Snapshot.Brief(EVIL, 2, NOW, "")))),
            new Plan(roadmap(VERSION), rows, steps, steps),
            List.of(new ImportOrigin(EVIL, EVIL, "javascript:alert(1)", 2, NOW, NOW)));
    }

    @BeforeEach
    void prepare() throws Exception
    {
        when(this.publicationManager.getVersion(any())).thenReturn(Optional.of(
            new RoadmapVersion(VERSION, 1, NOW, ALICE, EVIL, new Withdrawal(1, EVIL, NOW, ALICE))));
        when(this.roadmaps.roadmapOf(any())).thenReturn(Optional.of(roadmap(page("Crowdsourcing.I.Roadmap"))));
        when(this.planManager.getCosts(any(), any())).thenReturn(List.of());
    }

    private Document version(int recommendations) throws Exception
    {
        when(this.exchange.getSnapshot(any())).thenReturn(Optional.of(snapshot(recommendations)));
        String html = show(this.versionMacro, new RecommendationMacroParameters());
        Markup.check(html);
        assertFalse(html.contains("href=\"javascript:"), html);
        return Jsoup.parse(html);
    }

    @Test
    void aVersionIsShownTenRecommendationsAtATimeWithItsSourcesNumberedThroughout() throws Exception
    {
        Document first = version(12);
        assertEquals(10, first.select(".cs-chapter").size());
        assertEquals(12, first.select("nav ol li").size(), "All are in the contents");
        assertEquals("1", first.selectFirst(".cs-notes li").attr("value"));
        assertEquals(40, first.select(".cs-notes li").size());
        assertFalse(first.select(".cs-withdrawn").isEmpty());
        assertTrue(first.text().contains("How to cite it") && first.text().contains("newer version: 2"), first.text());
        this.sent.put("cs_cursor", new String[] {"10"});
        Document second = version(12);
        assertEquals(2, second.select(".cs-chapter").size());
        assertEquals("41", second.selectFirst(".cs-notes li").attr("value"));
    }

    @Test
    void allOfItIsPrinted() throws Exception
    {
        this.sent.put("cs_view", new String[] {"print"});
        Document printed = version(40);
        assertEquals(40, printed.select(".cs-chapter").size());
        assertEquals(160, printed.select(".cs-notes li").size());
        assertTrue(printed.select("svg.cs-timeline").size() > 1, "Several sheets");
        when(this.exchange.getSnapshot(any())).thenReturn(Optional.of(snapshot(3)));
        String draft = show(this.roadmapMacro, new RoadmapMacroParameters());
        assertEquals(3, Jsoup.parse(draft).select(".cs-print .cs-chapter").size(), draft);
    }

    private void imported() throws Exception
    {
        Snapshot snapshot = snapshot(1);
        when(this.roadmaps.getRecommendation(any())).thenReturn(Optional.of(snapshot.recommendations().get(0)));
        when(this.planManager.getPlan(any())).thenReturn(Optional.of(snapshot.plan()));
    }

    @Test
    void whatCameWithAFileIsListedOnItsPage() throws Exception
    {
        imported();
        String html = show(this.recommendationMacro, new RecommendationMacroParameters());
        Markup.check(html);
        assertFalse(html.contains("href=\"javascript:"), html);
        Document page = Jsoup.parse(html);
        assertEquals(2, page.select(".cs-step-more .cs-cited").size());
        assertEquals(1, page.select(".cs-step-more .cs-cited .cs-placeholder").size(), "Withheld");
        String cited = page.select("ul.cs-list > .cs-cited").text();
        assertEquals(1, page.select("ul.cs-list > .cs-cited").size());
        assertTrue(cited.startsWith(EVIL) && cited.contains("Jan 31, 2026") && cited.contains("version 2"), cited);
    }

    @Test
    void andBehindARecommendation() throws Exception
    {
        imported();
        SourcesMacroParameters parameters = new SourcesMacroParameters();
        String html = show(this.sourcesMacro, parameters);
        Markup.check(html);
        assertFalse(html.contains("href=\"javascript:"), html);
        Document page = Jsoup.parse(html);
        assertEquals(2, page.select("ol > .cs-cited").size());
        assertEquals(2, page.select("ol > .cs-cited").get(0).select("a[href*=R0]").size(), "Of it and of its step");
        parameters.setLimit(1);
        assertTrue(show(this.sourcesMacro, parameters).contains("1 to 1 of 2"));
        this.sent.put("cs_cursor", new String[] {"1"});
        page = Jsoup.parse(show(this.sourcesMacro, parameters));
        assertEquals(1, page.select("ol > .cs-cited .cs-placeholder").size());
        assertEquals("2", page.selectFirst("ol").attr("start"));
    }

    @Test
    void onlyAddressesOfTheWebAreLinks() throws Exception
    {
        Recommendation row = new Recommendation(page("Crowdsourcing.I.Roadmap", "R0"), "Any",
            Map.of(), 1, null, "", "", 0, 0, "", List.of(), false, "", List.of(), RecommendationState.PUBLISHED, null, "",
            List.of(new Citation("idea", "Said", "Ann", "", null, 0, "https://example.org/?a=1&b=\"2", false),
                new Citation("brief", "A brief", "", "", NOW, 1, "data:text/html,x", false)));
        when(this.roadmaps.getRecommendation(any())).thenReturn(Optional.of(row));
        Document page = Jsoup.parse(show(this.recommendationMacro, new RecommendationMacroParameters()));
        assertEquals(List.of("https://example.org/?a=1&b=\"2"), page.select(".cs-cited a").eachAttr("href"));
        assertTrue(page.select(".cs-empty").eachText().stream().noneMatch(text -> text.contains("source")), page.text());
    }

    @Test
    void withoutAVersionThereIsNothing() throws Exception
    {
        when(this.publicationManager.getVersion(any())).thenReturn(Optional.empty());
        assertTrue(show(this.versionMacro, new RecommendationMacroParameters()).contains("no published version here"));
    }

    @Test
    void everyProblemOfAFileIsShownWithItsPlace() throws Exception
    {
        this.user = ALICE;
        Initiative initiative = mock(Initiative.class);
        when(initiative.reference()).thenReturn(HOME);
        when(this.initiatives.initiativeOf(any())).thenReturn(Optional.of(initiative));
        when(this.exchange.canImport(any())).thenReturn(true);
        when(this.exchange.check(any(), any())).thenReturn(new ExchangeManager.Check(null,
            List.of(new FieldError("/x/" + EVIL, "crowdsourcing.exchange.error.unknown"),
                new FieldError("/roadmap", "crowdsourcing.exchange.error.missing", EVIL))));
        this.sent.put("cs_view", new String[] {"import"});
        String html = show(this.initiativeMacro, new RecommendationMacroParameters());
        assertTrue(html.contains("importRoadmap") && html.contains("data-cs-file"), html);
        Markup.check(html);
    }
}

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.macro.RecommendationMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.SourcesDepth;
import org.xwiki.contrib.crowdsourcing.macro.SourcesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.UsedInMacroParameters;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.contrib.crowdsourcing.selection.Board;
import org.xwiki.contrib.crowdsourcing.selection.Cluster;
import org.xwiki.contrib.crowdsourcing.selection.Idea;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.contrib.crowdsourcing.selection.OriginState;
import org.xwiki.contrib.crowdsourcing.selection.Use;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * The selection board, the sources, what uses something, and the picture of the chain, with what people with bad intent
 * type.
 *
 * @version $Id$
 * @since 1.0
 */
class SelectionMacrosTest extends AbstractMacroTest
{
    private static final DocumentReference ROADMAP = page("Crowdsourcing.I.Roadmap");

    private static final DocumentReference CLUSTER = page("Crowdsourcing.I.Roadmap.Clusters", "k1");

    private static final DocumentReference RECOMMENDATION = page("Crowdsourcing.I.Roadmap.A");

    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    @InjectComponentManager
    private MockitoComponentManager components;

    @BeforeEach
    void configure() throws Exception
    {
        this.current = ROADMAP;
        when(this.roadmaps.roadmapOf(any())).thenReturn(Optional.of(new Roadmap(ROADMAP, EVIL, "",
            RoadmapState.DRAFT, 0, null, null, null)));
        when(this.roadmaps.getRecommendation(any())).thenReturn(Optional.empty());
    }

    private <P> Macro<P> macro(String name) throws Exception
    {
        return this.components.getInstance(Macro.class, name);
    }

    private static DocumentReference key(int number)
    {
        return page("Crowdsourcing.I.C.Dialogue", String.format("c%028d", number));
    }

    private static Contribution said(int number, ContributionState state)
    {
        return new Contribution(key(number), DIALOGUE, key(number), null,
            state == ContributionState.HIDDEN ? "" : EVIL, ContributionKind.IDEA, ALICE, "", Instant.EPOCH, 2, "",
            state, new Decision(Outcome.PARTLY, null, EVIL, ALICE, Instant.EPOCH), null, null, null, "s");
    }

    private static Cluster cluster(boolean written)
    {
        return new Cluster(CLUSTER, EVIL, EVIL, List.of(key(1)), written ? RECOMMENDATION : null, EVIL, ALICE,
            Instant.EPOCH, true, "s1");
    }

    private void board(Cluster... clusters) throws Exception
    {
        this.sent.put("cs_view", new String[] {"selection"});
        when(this.selection.getBoard(any(), any())).thenReturn(new Board(new Page<>(List.of(
            new Idea(said(1, ContributionState.PUBLISHED), EVIL, 3, List.of(clusters)),
            new Idea(said(2, ContributionState.HIDDEN), EVIL, 0, List.of())), "next", Count.exactly(2)),
            Map.of(DIALOGUE, EVIL), List.of(clusters)));
    }

    private String showBoard() throws Exception
    {
        return show(this.macro("roadmap"), new RoadmapMacroParameters());
    }

    @Test
    void whoMayOnlyReadTicksNothing() throws Exception
    {
        board(cluster(true));
        String html = showBoard();
        assertFalse(html.contains("form_token"), html);
        assertTrue(html.contains("backed by 3"), html);
        assertTrue(html.contains("Hidden by a curator"), html);
    }

    @Test
    void whoMayGroupTicksWhatIsShown() throws Exception
    {
        when(this.selection.canGroup(ROADMAP)).thenReturn(true);
        board(cluster(false));
        String html = showBoard();
        assertTrue(html.contains("name=\"cs_item\" value=\"Crowdsourcing.I.C.Dialogue." + key(1).getName()), html);
        assertFalse(html.contains("name=\"cs_item\" value=\"Crowdsourcing.I.C.Dialogue." + key(2).getName()), html);
        assertTrue(html.contains("writeRecommendation"), html);
        board(cluster(true));
        assertFalse(showBoard().contains("writeRecommendation"), "Once");
    }

    @Test
    void whatIsSentGoesToTheManager() throws Exception
    {
        board();
        post("groupIdeas", ROADMAP, "cs_item", serialize(key(1)) + '\n' + serialize(key(2)), "clusterTitle", EVIL,
            "cs_do", "group", "cs_order", "newest");
        when(this.selection.group(any(), any(), any())).thenReturn(CLUSTER);
        showBoard();
        verify(this.selection).group(ROADMAP, EVIL, List.of(key(1), key(2)));
        verify(this.response).setHeader("Location",
            "/xwiki/bin/view/Crowdsourcing/I/Roadmap/WebHome?cs_view=selection&cs_order=newest&cs_changed=k1"
                + "#cs-selection");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndTicked() throws Exception
    {
        when(this.selection.canGroup(ROADMAP)).thenReturn(true);
        board(cluster(false));
        post("groupIdeas", ROADMAP, "cs_item", serialize(key(1)), "clusterTitle", "Typed", "cs_do", "group");
        doThrow(new ConflictException(new FieldError("cs_item", "crowdsourcing.error.ideasGone", 1)))
            .when(this.selection).group(any(), any(), any());
        String html = showBoard();
        verify(this.response).setStatus(409);
        assertTrue(html.contains("value=\"Typed\""), html);
        assertTrue(html.contains(key(1).getName() + "\" checked=\"checked\""), html);
    }

    private static Step step(int number, DocumentReference... sources)
    {
        return new Step(number, "u" + number, EVIL, EVIL, StepTime.ofMonths(0, 1, 1), StepCost.NONE, List.of(), "", "",
            List.of(sources), number == 0, EVIL, StepProgress.NONE);
    }

    private void recommendation(int sources) throws Exception
    {
        List<DocumentReference> cited = new ArrayList<>();
        for (int i = 1; i <= sources; i++) {
            cited.add(key(i));
        }
        when(this.roadmaps.getRecommendation(RECOMMENDATION)).thenReturn(Optional.of(new Recommendation(
            RECOMMENDATION, EVIL, Map.of(), 1, null, "", "", 0, 0, "", cited, true, EVIL,
            List.of(step(0), step(1, key(1))), RecommendationState.PUBLISHED, null, "")));
        doAnswer(call -> {
            Map<DocumentReference, Origin> result = new LinkedHashMap<>();
            call.<Collection<DocumentReference>>getArgument(0).forEach(source -> result.put(source, origin(
                source)));
            return result;
        }).when(this.provenance).getOrigins(any());
    }

    private static Origin.Place place(String space)
    {
        return new Origin.Place(page(space), EVIL, page(space));
    }

    private static Origin origin(DocumentReference source)
    {
        int number = Integer.parseInt(source.getName().substring(20));
        OriginState state = OriginState.values()[number % OriginState.values().length];
        boolean gone = state == OriginState.DELETED || state == OriginState.VEILED;
        return new Origin(source, state, gone ? null : said(number, ContributionState.PUBLISHED), Instant.EPOCH,
            place("Crowdsourcing.I.C.Dialogue"), place("Crowdsourcing.I.C"), place("Crowdsourcing.Experts.Alice"),
            new Origin.Place(page("Crowdsourcing.I.C.Brief", "V2"), EVIL, page("Crowdsourcing.I.C.Brief")), 2);
    }

    private String chain() throws Exception
    {
        this.sent.put("cs_view", new String[] {"chain"});
        RecommendationMacroParameters parameters = new RecommendationMacroParameters();
        parameters.setReference(serialize(RECOMMENDATION));
        return show(this.macro("recommendation"), parameters);
    }

    @Test
    void theChainIsDrawnAndListed() throws Exception
    {
        recommendation(7);
        String html = chain();
        for (String kind : List.of("challenge", "brief", "dialogue", "recommendation")) {
            assertEquals(1, html.split("cs-chain-box cs-chain-" + kind + '"', -1).length - 1, kind);
        }
        assertEquals(7, html.split("cs-chain-box cs-chain-contribution\"", -1).length - 1, html);
        assertEquals(2, html.split("cs-chain-box cs-chain-step\"", -1).length - 1, html);
        for (String text : List.of("Deleted. It is still cited here.", "A source that you may not see",
            "edited by its author", "merged", "text erased", "hidden, or awaits moderation"))
        {
            assertTrue(html.contains(text), text);
        }
        assertTrue(html.contains("/Crowdsourcing/I/C/Brief/V2"), html);
        assertTrue(html.contains("/Crowdsourcing/Experts/Alice/"), html);
    }

    @Test
    void whatIsTooMuchIsSummedUpAndSaidSo() throws Exception
    {
        recommendation(230);
        String html = chain();
        assertEquals(ChainPicture.MOST + 1, html.split("cs-chain-box cs-chain-contribution\"", -1).length - 1);
        assertTrue(html.contains("188 more"), "Of the 200 that are looked at");
        assertTrue(html.contains("188 things are summed up"), html);
        assertTrue(html.contains("30 sources more are"), html);
        assertTrue(html.length() < 300000, "Size: " + html.length());
    }

    @Test
    void sourcesOfRecommendationsAndSteps() throws Exception
    {
        recommendation(3);
        SourcesMacroParameters parameters = new SourcesMacroParameters();
        parameters.setReference(serialize(RECOMMENDATION));
        parameters.setLimit(2);
        String html = show(this.macro("sources"), parameters);
        assertTrue(html.contains("1 to 2 of 3"), html);
        assertTrue(html.contains("cs-step-1"), "For the step, too");
        assertTrue(html.contains("Desk research"), html);
        parameters.setDepth(SourcesDepth.STEPS);
        assertFalse(show(this.macro("sources"), parameters).contains("1 to 2 of"), "One source");
        when(this.roadmaps.roadmapOf(any())).thenReturn(Optional.empty());
        parameters.setReference(serialize(DIALOGUE));
        assertTrue(show(this.macro("sources"), parameters).contains("no recommendation and no roadmap"));
    }

    @Test
    void whatUsesSomething() throws Exception
    {
        when(this.provenance.getUses(any(), anyInt(), any())).thenReturn(new Page<>(List.of(
            new Use(RECOMMENDATION, EVIL, RecommendationState.PUBLISHED, -1, "", List.of(key(1))),
            new Use(RECOMMENDATION, EVIL, RecommendationState.DRAFT, 4, EVIL, List.of(key(1)))), "20",
            Count.exactly(22)));
        UsedInMacroParameters parameters = new UsedInMacroParameters();
        parameters.setReference(serialize(DIALOGUE));
        parameters.setVersion(2);
        String html = show(this.macro("used-in"), parameters);
        assertTrue(html.contains("#cs-step-4"), html);
        assertTrue(html.contains("brief version 2"), html);
        assertTrue(html.contains("cs_cursor=20"), html);
        when(this.provenance.getUses(any(), anyInt(), any()))
            .thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        assertTrue(show(this.macro("used-in"), parameters).contains("No recommendation that you may see"));
    }
}

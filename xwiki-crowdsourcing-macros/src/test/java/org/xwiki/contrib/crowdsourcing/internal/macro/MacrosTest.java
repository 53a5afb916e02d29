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

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesView;
import org.xwiki.contrib.crowdsourcing.macro.ContributionMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.CostsMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.InitiativesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.PagedMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RecommendationMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapView;
import org.xwiki.contrib.crowdsourcing.macro.StepsMacroParameters;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Runs all macros on hostile things, and tests those of initiatives, challenges and briefs.
 */
class MacrosTest extends AbstractThingsTest
{
    private List<String> showAll() throws Exception
    {
        ChallengesMacroParameters board = new ChallengesMacroParameters();
        board.setView(ChallengesView.BOARD);
        DialogueMacroParameters brief = new DialogueMacroParameters();
        brief.setReference(serialize(BRIEF));
        return List.of(show(this.initiativesMacro, new InitiativesMacroParameters()),
            show(this.initiativeMacro, new ReferenceMacroParameters()),
            show(this.challengesMacro, new ChallengesMacroParameters()), show(this.challengesMacro, board),
            show(this.challengeMacro, reference(CHALLENGE)), show(this.briefMacro, brief),
            show(this.expertsMacro, new ExpertsMacroParameters()), show(this.expertMacro, reference(EXPERT)),
            show(this.contributionMacro, reference(new ContributionMacroParameters(), CONTRIBUTION)),
            show(this.roadmapMacro, new RoadmapMacroParameters()), show(this.roadmapMacro, roadmap(RoadmapView.ACTOR)),
            show(this.roadmapMacro, roadmap(RoadmapView.STATE)), show(this.timelineMacro, new PagedMacroParameters()),
            show(this.stepsMacro, new StepsMacroParameters()), show(this.costsMacro, new CostsMacroParameters()),
            show(this.followUpMacro, new PagedMacroParameters()),
            show(this.recommendationMacro, reference(new RecommendationMacroParameters(), RECOMMENDATION)),
            show(this.areasMacro, reference(AREA)),
            show(this.areasMacro, new ReferenceMacroParameters()));
    }

    @Test
    void anInitiativeThatOwesAnswersSaysHowManyItGave() throws Exception
    {
        everythingIsThere();
        when(this.dialogues.getAnswered(any())).thenReturn(new Answered(1234, 2000));
        String html = show(this.initiativeMacro, new ReferenceMacroParameters());
        assertTrue(html.contains("of 2,000 (61 per cent)"), html);
    }

    @Test
    void aGuestGetsNoFormThatChangesSomething() throws Exception
    {
        everythingIsThere();
        for (String html : showAll()) {
            assertFalse(html.contains("method=\"post\""), html);
        }
    }

    @Test
    void whoMayDoEverythingGetsWellFormedForms() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        String all = String.join("\n", showAll());
        Markup.check(all);
        for (String action : List.of("createInitiative", "setPhase", "createChallenge", "createRoadmap",
            "setChallengeState", "setPriority", "createBrief", "createDialogue", "freeze", "contribute",
            "createExpert", "publishRoadmap", "createRecommendation", "quoteContribution", "unquote", "setFollowUp",
            "createArea")) {
            assertTrue(all.contains("name=\"cs_action\" value=\"" + action + '"'), action);
        }
    }

    @Test
    void theBriefTellsWhatIsOpenBeforeItCanBeFrozen() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        this.current = BRIEF;
        String html = show(this.briefMacro, new DialogueMacroParameters());
        assertTrue(html.contains("Write the section \u201cProblem statement\u201d."), html);
        assertTrue(html.contains("Answer the open comments (3):"), html);
        doThrow(new CrowdsourcingException(List.of(
            new FieldError("rootCauses", "crowdsourcing.error.sectionMissing", "rootCauses"),
            new FieldError("", "crowdsourcing.error.commentsOpen", 3, "c1")))).when(this.briefs).freeze(BRIEF);
        post("freeze", BRIEF);
        html = show(this.briefMacro, new DialogueMacroParameters());
        verify(this.response).setStatus(400);
        assertTrue(html.contains("The section \u201cRoot causes\u201d is empty."), html);
        assertTrue(html.contains("Comments without an answer: 3."), html);
    }

    @Test
    void aNewChallengeIsEditedNext() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        when(this.challenges.create(HOME, "A question")).thenReturn(CHALLENGE);
        post("createChallenge", HOME, "title", "A question");
        show(this.initiativeMacro, new ReferenceMacroParameters());
        verify(this.response).setHeader("Location", "/xwiki/bin/edit/Crowdsourcing/I/C/WebHome?editor=inline");
    }

    @Test
    void aRefusedTitleIsKept() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        when(this.challenges.create(any(), any())).thenThrow(
            new CrowdsourcingException(new FieldError("title", "crowdsourcing.error.titleTooLong", 250)));
        post("createChallenge", HOME, "title", EVIL);
        String html = show(this.initiativeMacro, new ReferenceMacroParameters());
        assertTrue(html.contains("value=\"" + Html.escape(EVIL) + '"'), html);
        assertTrue(html.contains("<details class=\"cs-create\" open=\"open\">"), html);
    }

    @Test
    void aChallengeSaysWhatIsWishedFor() throws Exception
    {
        everythingIsThere();
        String html = show(this.challengeMacro, reference(CHALLENGE));
        for (String wish : List.of("At least 50 % from: Africa", "sectors: Academia",
            ", Portuguese", "At least 40 % women and at least 40 % men",
            "At least 20 % people who never took part")) {
            assertTrue(html.contains(wish), wish + " in " + html);
        }
    }

    @Test
    void aPriorityIsANumber() throws Exception
    {
        everythingIsThere();
        everythingIsAllowed();
        post("setPriority", CHALLENGE, "priority", "1e9");
        String html = show(this.challengeMacro, reference(CHALLENGE));
        verify(this.challenges, never()).setPriority(any(), anyInt());
        assertTrue(html.contains("A whole number from 0 to 999, please."), html);
    }

    @Test
    void aTechnicalFailureTellsNothing() throws Exception
    {
        everythingIsThere();
        when(this.experts.get(EXPERT)).thenThrow(new CrowdsourcingException(
            new FieldError("", "crowdsourcing.error.notAllowed")));
        assertTrue(show(this.expertMacro, reference(EXPERT)).contains("You may not do that here."));
        verify(this.experts).get(eq(EXPERT));
    }
}

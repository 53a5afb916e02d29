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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.macro.CoverageMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.PanelMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.contrib.crowdsourcing.matching.Absence;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;
import org.xwiki.contrib.crowdsourcing.matching.Coverage;
import org.xwiki.contrib.crowdsourcing.matching.Coverage.Cover;
import org.xwiki.contrib.crowdsourcing.matching.Coverage.Group;
import org.xwiki.contrib.crowdsourcing.matching.Coverage.Person;
import org.xwiki.contrib.crowdsourcing.matching.Explanation;
import org.xwiki.contrib.crowdsourcing.matching.GroupKind;
import org.xwiki.contrib.crowdsourcing.matching.Match;
import org.xwiki.contrib.crowdsourcing.matching.NeedProposal;
import org.xwiki.contrib.crowdsourcing.matching.PanelQuery;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Gain;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Origin;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Pick;
import org.xwiki.contrib.crowdsourcing.matching.Term;
import org.xwiki.contrib.crowdsourcing.matching.TermKind;
import org.xwiki.contrib.crowdsourcing.matching.WishCheck;
import org.xwiki.contrib.crowdsourcing.matching.WishKind;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * What the macros show of matches, coverage and panels, with hostile texts everywhere.
 *
 * @version $Id$
 */
class MatchingTest extends AbstractMacroTest
{
    private static final DocumentReference CHALLENGE = page("Crowdsourcing.I.C");

    private static final DocumentReference ANA = page("Crowdsourcing.Experts.Ana");

    private static final DocumentReference BEN = page("Crowdsourcing.Experts.Ben");

    private static final Need NEED = new Need(page("Crowdsourcing.Areas.A"), EVIL, ExpertiseLevel.DO, 3);

    private static final Need GAP = new Need(page("Crowdsourcing.Areas.B"), "", ExpertiseLevel.EXPLAIN, 5);

    @InjectMockComponents
    private CoverageMacro coverageMacro;

    @InjectMockComponents
    private PanelMacro panelMacro;

    @InjectMockComponents
    private ChallengeMacro challengeMacro;

    private final List<Person> people =
        new ArrayList<>(List.of(new Person(ANA, EVIL, EngagementState.ACCEPTED), new Person(BEN, "", null)));

    private static Match match(DocumentReference expert, String name)
    {
        return new Match(expert, name, 24, List.of(Term.of(NEED, ExpertiseLevel.DO, ""),
            Term.of(NEED, ExpertiseLevel.EXPLAIN, EVIL), Term.of(TermKind.LANGUAGE, "es"),
            Term.of(TermKind.REGION, "latin-america-caribbean"), Term.of(TermKind.SECTOR, "academia"),
            Term.of(TermKind.NEWCOMER, ""), Term.of(new Adjustment(-4, false, EVIL, ALICE, Instant.EPOCH))),
            EngagementState.INVITED, 0, new Adjustment(-4, false, EVIL, ALICE, Instant.EPOCH));
    }

    private Coverage coverage()
    {
        return new Coverage(this.people,
            List.of(new Cover(GAP, 0, this.people.stream().map(person -> 0).toList()),
                new Cover(NEED, 40, this.people.stream().map(person -> person.expert() == ANA ? 40 : 0).toList())),
            List.of(new WishCheck(WishKind.REGION, "latin-america-caribbean", 50, 49, 20, 98),
                new WishCheck(WishKind.WOMEN, "", 40, 39, 35, 98), new WishCheck(WishKind.LANGUAGE, EVIL, 0, 1, 0, 1),
                new WishCheck(WishKind.SECTOR, "academia", 0, 1, 2, 2)),
            List.of(new Group(GroupKind.REGION, "northern-america", 56), new Group(GroupKind.REGION, "", 42),
                new Group(GroupKind.GENDER, "female", 35), new Group(GroupKind.LANGUAGE, "es", 1)));
    }

    @BeforeEach
    void everythingIsThere() throws Exception
    {
        this.user = ALICE;
        this.current = CHALLENGE;
        when(this.matchManager.canCurate(any())).thenReturn(true);
        when(this.matchManager.getCoverage(any(), anyBoolean())).thenReturn(coverage());
        List<Pick> picks = List.of(new Pick(match(ANA, EVIL), Origin.CONFIRMED, List.of(new Gain(NEED, 0, 100)),
            List.of(new WishCheck(WishKind.WOMEN, "", 40, 4, 1, 4))),
            new Pick(match(BEN, "Ben"), Origin.SUGGESTED, List.of(new Gain(NEED, 40, 100)), List.of()),
            new Pick(match(page("E.C"), "Cy"), Origin.ADDED, List.of(), List.of()));
        when(this.matchManager.suggest(any(), any())).thenReturn(new Suggestion(3, picks, coverage(), true, 100));
        when(this.matchManager.rank(any(), any())).thenReturn(new Page<>(
            List.of(match(ANA, EVIL), match(page("E.D"), "Dora")), "50", new Count(50, true)));
        when(this.matchManager.explain(any(), any())).thenReturn(
            Optional.of(new Explanation(match(BEN, EVIL), List.of(Absence.DECLINED, Absence.EXCLUDED))));
        when(this.challenges.challengeOf(any())).thenReturn(Optional.of(new Challenge(CHALLENGE, EVIL, "", 1,
            ChallengeState.SELECTED, "", "", 0, "", null, List.of(NEED), Wishes.NONE)));
        when(this.challenges.list(any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
    }

    private String coverage(boolean proposed) throws Exception
    {
        CoverageMacroParameters parameters = new CoverageMacroParameters();
        parameters.setProposed(proposed);
        return show(this.coverageMacro, parameters);
    }

    private String panel() throws Exception
    {
        return show(this.panelMacro, new PanelMacroParameters());
    }

    private static void assertContains(String html, String... texts)
    {
        for (String text : texts) {
            assertTrue(html.contains(text), text + " in " + html);
        }
    }

    @Test
    void aCoverageIsDrawnAndWritten() throws Exception
    {
        String html = coverage(false);
        assertContains(html, "role=\"img\"", "aria-label=\"A row for each need", "<caption>Needs, those that are",
            "Latin America and the Caribbean: 20 of 98 (20 %), at least 49 (50 %)",
            "Women: 35 of 98 (35 %), at least 39 (40 %)", ">Gap<", ">Partly<", "Northern America 56, not known 42",
            "fill-opacity=\"0.18\"", "15 % of what is needed", ">Not met<", ">Met<");
        assertTrue(html.indexOf(">Gap<") < html.indexOf(">Partly<"), "Gaps first");
        assertFalse(html.contains("cs_view=panel"), "The macro itself offers nothing to curators");
    }

    @Test
    void thereIsSomethingToSayOfNobodyAndNothing() throws Exception
    {
        this.people.clear();
        when(this.matchManager.getCoverage(any(), anyBoolean())).thenReturn(coverage());
        assertFalse(coverage(false).contains("<svg"));
        when(this.matchManager.getCoverage(any(), anyBoolean()))
            .thenReturn(new Coverage(List.of(), List.of(), List.of(), List.of()));
        assertContains(coverage(false), "Nobody has said yet which expertise it needs.");
        when(this.matchManager.suggest(any(), any())).thenReturn(new Suggestion(10, List.of(),
            new Coverage(List.of(), List.of(), List.of(), List.of()), true, 100));
        when(this.matchManager.rank(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        assertContains(panel(), "Nobody matches.", "Nobody matches yet.");
    }

    @Test
    void manyPeopleAreDrawnUpToALimit() throws Exception
    {
        for (int i = 0; i < 150; i++) {
            this.people.add(new Person(page("E.P" + i), "P" + i, EngagementState.ATTENDED));
        }
        when(this.matchManager.getCoverage(any(), anyBoolean())).thenReturn(coverage());
        String html = coverage(false);
        assertEquals(2 * HeatMap.MOST, html.split("<rect ", -1).length - 1);
    }

    @Test
    void proposedPeopleAreForCurators() throws Exception
    {
        coverage(true);
        verify(this.matchManager).getCoverage(CHALLENGE, true);
        when(this.matchManager.canCurate(any())).thenReturn(false);
        coverage(true);
        verify(this.matchManager).getCoverage(CHALLENGE, false);
    }

    @Test
    void aPanelSaysWhyAndHowGoodItIs() throws Exception
    {
        String html = panel();
        assertContains(html, "This is the best panel", "Covers 100 % of ", "of which the others cover 40 %",
            "Women: 1 of 4 wished for", "The best match of those who are left, with 24 points", "Can do: ", " 5 × 3",
            "Can explain: ", "Speaks: Spanish +3", "Latin America and the Caribbean +3", "Academia +3",
            "Never took part +3", "A curator says: ", "−4", "Confirmed", "Added by you", "Suggested", "more than 50");
        Markup.check(html);
        when(this.matchManager.suggest(any(), any())).thenReturn(new Suggestion(3,
            List.of(new Pick(match(ANA, EVIL), Origin.SUGGESTED, List.of(), List.of())), coverage(), false, 83));
        assertContains(panel(), "at least 83 %");
        this.locale = Locale.forLanguageTag("es");
        assertContains(panel(), "al menos el 83 %", "¿Y si no participa?");
    }

    @Test
    void whoIsOnAPanelCanBeTriedOut() throws Exception
    {
        this.sent.put("cs_with", new String[] {"Crowdsourcing.Experts.Ana.WebHome\nCrowdsourcing.Experts.Ben.WebHome"});
        this.sent.put("cs_more", new String[] {"E.D.WebHome"});
        this.sent.put("cs_without", new String[] {"Crowdsourcing.Experts.Ben.WebHome"});
        this.sent.put("cs_seats", new String[] {"7"});
        String html = panel();
        ArgumentCaptor<PanelQuery> query = ArgumentCaptor.forClass(PanelQuery.class);
        verify(this.matchManager).suggest(eq(CHALLENGE), query.capture());
        assertEquals(new PanelQuery(7, Set.of(ANA, page("E.D")), Set.of(BEN)), query.getValue());
        assertContains(html, "People left out of this calculation: 1",
            "cs_without=Crowdsourcing.Experts.Ben.WebHome%0ACrowdsourcing.Experts.Ana.WebHome",
            "<option value=\"E.D.WebHome\">Dora");
        assertFalse(html.contains("<option value=\"Crowdsourcing.Experts.Ana.WebHome\""), "Who is on it already");
        this.sent.put("cs_seats", new String[] {"99999999999"});
        this.sent.put("cs_with", new String[] {EVIL});
        Markup.check(panel());
    }

    @Test
    void somebodyWhoIsMissingIsExplained() throws Exception
    {
        this.sent.put("cs_why", new String[] {"Crowdsourcing.Experts.Ben.WebHome"});
        assertContains(panel(), "Missing: was asked and declined.", "Missing: a curator left this person out.");
        when(this.matchManager.explain(any(), any())).thenReturn(Optional.empty());
        this.sent.put("cs_why", new String[] {EVIL});
        Markup.check(panel());
    }

    @Test
    void onlyCuratorsSeeAPanel() throws Exception
    {
        when(this.matchManager.canCurate(any())).thenReturn(false);
        String html = panel();
        assertContains(html, "Only curators of the challenge");
        verify(this.matchManager, never()).suggest(any(), any());
        this.sent.put("cs_view", new String[] {"panel"});
        assertFalse(show(this.challengeMacro, new ReferenceMacroParameters()).contains("cs-suggestion"));
    }

    @Test
    void aCuratorFindsAllOfItOnTheChallenge() throws Exception
    {
        assertContains(show(this.challengeMacro, new ReferenceMacroParameters()), "class=\"cs cs-coverage\"",
            "cs_view=panel#cs-suggest", "cs_proposed=1");
        this.sent.put("cs_proposed", new String[] {"1"});
        show(this.challengeMacro, new ReferenceMacroParameters());
        verify(this.matchManager).getCoverage(CHALLENGE, true);
        this.sent.put("cs_view", new String[] {"panel"});
        assertContains(show(this.challengeMacro, new ReferenceMacroParameters()), "cs-suggestion", ">Back<");
        this.sent.put("cs_view", new String[] {"coverage"});
        assertContains(show(this.challengeMacro, new ReferenceMacroParameters()), "cs-coverage", ">Back<");
    }

    @Test
    void whatACuratorSaysIsSentWithItsReason() throws Exception
    {
        post("adjustMatch", CHALLENGE, "cs_view", "panel", "expert", "Crowdsourcing.Experts.Ana.WebHome", "points",
            "-5", "reason", EVIL);
        panel();
        verify(this.matchManager).adjust(CHALLENGE, ANA, -5, false, EVIL);
        verify(this.response).setStatus(303);
        this.attributes.clear();
        post("adjustMatch", CHALLENGE, "cs_view", "panel", "expert", "Crowdsourcing.Experts.Ana.WebHome", "points",
            "", "excluded", "1", "reason", "Party");
        panel();
        verify(this.matchManager).adjust(CHALLENGE, ANA, 0, true, "Party");
        this.attributes.clear();
        post("revokeMatch", CHALLENGE, "expert", "Crowdsourcing.Experts.Ana.WebHome");
        panel();
        verify(this.matchManager).revoke(CHALLENGE, ANA);
    }

    @Test
    void needsAreProposedAndTakenOver() throws Exception
    {
        when(this.matchManager.proposeNeeds(CHALLENGE)).thenReturn(
            List.of(new NeedProposal(NEED.area(), EVIL, 4, List.of(EVIL, "owners"))));
        this.sent.put("cs_view", new String[] {"needs"});
        String html = show(this.challengeMacro, new ReferenceMacroParameters());
        assertContains(html, "name=\"cs_action\" value=\"addNeed\"", "Add it with the weight 4", "owners",
            "name=\"area\" value=\"Crowdsourcing.Areas.A.WebHome\"");
        Markup.check(html);
        post("addNeed", CHALLENGE, "area", "Crowdsourcing.Areas.A.WebHome", "weight", "4");
        show(this.challengeMacro, new ReferenceMacroParameters());
        verify(this.matchManager).addNeed(CHALLENGE, NEED.area(), 4);
        verify(this.response).setHeader("Location", "/xwiki/bin/view/Crowdsourcing/I/C/WebHome?cs_view=needs#cs-needs");
        this.attributes.clear();
        post("addNeed", CHALLENGE, "area", "Crowdsourcing.Areas.A.WebHome", "weight", "11");
        assertContains(show(this.challengeMacro, new ReferenceMacroParameters()), "from 1 to 10");
        verify(this.matchManager, never()).addNeed(CHALLENGE, NEED.area(), 11);
        this.attributes.clear();
        when(this.matchManager.proposeNeeds(CHALLENGE)).thenReturn(List.of());
        assertContains(show(this.challengeMacro, new ReferenceMacroParameters()), "Its question and its briefs speak");
    }

    @Test
    void whatIsRefusedIsKept() throws Exception
    {
        doThrow(new CrowdsourcingException(new FieldError("reason", "crowdsourcing.error.required")))
            .when(this.matchManager).adjust(any(), any(), anyInt(), anyBoolean(), anyString());
        post("adjustMatch", CHALLENGE, "cs_view", "panel", "cs_why", "Crowdsourcing.Experts.Ben.WebHome", "expert",
            "Crowdsourcing.Experts.Ben.WebHome", "points", "7", "reason", " ");
        String html = panel();
        assertContains(html, "value=\"7\"", "aria-invalid=\"true\"");
        Markup.check(html);
    }
}

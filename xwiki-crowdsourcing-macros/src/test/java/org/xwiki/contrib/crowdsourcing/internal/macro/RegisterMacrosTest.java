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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.macro.CommitmentsMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ContributionMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.NotTakenMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.NotTakenReason;
import org.xwiki.contrib.crowdsourcing.register.Commitments;
import org.xwiki.contrib.crowdsourcing.register.Deadline;
import org.xwiki.contrib.crowdsourcing.register.DialogueClock;
import org.xwiki.contrib.crowdsourcing.register.OverdueIdea;
import org.xwiki.contrib.crowdsourcing.register.RegisterEntry;
import org.xwiki.contrib.crowdsourcing.register.RegisterQuery;
import org.xwiki.contrib.crowdsourcing.register.ResponseClock;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link NotTakenMacro} and {@link CommitmentsMacro}, with what people type who mean no good.
 */
class RegisterMacrosTest extends AbstractMacroTest
{
    private static final DocumentReference DIALOGUE = page("Crowdsourcing.I.C.Dialogue");

    private static final DocumentReference IDEA = page("Crowdsourcing.I.C.Dialogue", "c00000000000000aaaaaaaaaaaaaa");

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @InjectComponentManager
    private ComponentManager components;

    @InjectMockComponents
    private NotTakenMacro register;

    @InjectMockComponents
    private CommitmentsMacro clock;

    @BeforeEach
    void setUp() throws Exception
    {
        entries(null);
        when(this.commitmentManager.get(any())).thenReturn(kept(10));
        when(this.commitmentManager.getOverdue(any(), any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        when(this.registerManager.getThreshold(any())).thenReturn(5);
    }

    private static Contribution idea(ContributionState state, String text, Decision decision)
    {
        return new Contribution(IDEA, DIALOGUE, IDEA, null, text, ContributionKind.IDEA, ALICE, EVIL,
            Instant.parse("2017-06-06T14:30:00Z"), 0, "", state, decision, null, null, null, "");
    }

    private static Decision decision(String decider)
    {
        return new Decision(Outcome.NOT_TAKEN, DecisionReason.COST, EVIL, ALICE, Instant.parse("2017-07-01T14:30:00Z"),
            decider);
    }

    private void entries(String next, RegisterEntry... entries) throws Exception
    {
        when(this.registerManager.list(any(), any()))
            .thenReturn(new Page<>(List.of(entries), next, Count.exactly(entries.length)));
    }

    private static Commitments kept(int days)
    {
        return new Commitments(days, Commitment.COMPLEMENTARY, List.of(new DialogueClock(DIALOGUE, EVIL,
            new Answered(1, 4), 2, new Deadline(LocalDate.parse("2017-07-02"), ZONE, 1))));
    }

    private String register() throws Exception
    {
        return show(this.register, new NotTakenMacroParameters());
    }

    private String clock() throws Exception
    {
        return show(this.clock, new CommitmentsMacroParameters());
    }

    private static void assertHarmless(String html)
    {
        assertFalse(html.contains("<script>alert") || html.contains("<img"), html);
        Markup.check(html);
    }

    @Test
    void theRegisterSaysWhoDecidedAndWhy() throws Exception
    {
        entries("2-" + IDEA.getName(), new RegisterEntry(idea(ContributionState.PUBLISHED, EVIL, decision(EVIL)), EVIL,
            12345), new RegisterEntry(idea(ContributionState.PUBLISHED, "Pay", decision("")), "Dialogue", 1));
        String html = register();
        assertHarmless(html);
        assertTrue(html.contains("12,345"), html);
        assertTrue(html.contains("Not taken"), html);
        assertTrue(html.contains("<strong>Cost</strong>"), html);
        assertTrue(html.contains("cs_at=" + IDEA.getName()), html);
        assertTrue(html.contains("cs_register=2-" + IDEA.getName()), html);
        assertTrue(html.contains("register=Crowdsourcing.I"), html);
        assertTrue(html.contains("data-label=\"Who decides\""), html);
        this.locale = new Locale("es");
        assertHarmless(register());
    }

    @Test
    void whatIsHiddenOrErasedHasItsPlaceWithoutItsText() throws Exception
    {
        entries(null, new RegisterEntry(idea(ContributionState.HIDDEN, "", decision("")), "D", 3),
            new RegisterEntry(idea(ContributionState.HIDDEN, "For curators", decision("")), "D", 3),
            new RegisterEntry(idea(ContributionState.ERASED, "", decision("")), "D", 2));
        String html = register();
        assertEquals(3, html.split(">Hidden by a curator</a>").length, html);
        assertEquals(2, html.split(">Erased for good</a>").length, html);
        assertFalse(html.contains("For curators"), html);
        assertHarmless(html);
    }

    @Test
    void readersChooseTheReasonUnlessThePageDoes() throws Exception
    {
        entries(null, new RegisterEntry(idea(ContributionState.PUBLISHED, "Pay", decision("")), "Dialogue", 1));
        this.sent.put("cs_reason", new String[] {"legal"});
        this.sent.put("cs_register", new String[] {"3-x"});
        String html = register();
        assertTrue(html.contains("<option value=\"legal\" selected=\"selected\">"), html);
        assertEquals(DecisionReason.LEGAL, asked().reason());
        assertEquals("3-x", asked().request().cursor());
        NotTakenMacroParameters parameters = new NotTakenMacroParameters();
        parameters.setReason(NotTakenReason.OUT_OF_SCOPE);
        parameters.setLimit(100000);
        parameters.setReference("Crowdsourcing.I.WebHome");
        html = show(this.register, parameters);
        assertFalse(html.contains("<select"), html);
        assertEquals(DecisionReason.OUT_OF_SCOPE, asked().reason());
        assertEquals(100, asked().request().limit());
        this.sent.put("cs_reason", new String[] {EVIL});
        assertHarmless(register());
        assertNull(asked().reason());
    }

    private RegisterQuery asked() throws Exception
    {
        ArgumentCaptor<RegisterQuery> query = ArgumentCaptor.captor();
        verify(this.registerManager, atLeastOnce()).list(any(), query.capture());
        return query.getAllValues().get(query.getAllValues().size() - 1);
    }

    @Test
    void anEmptyRegisterSaysSo() throws Exception
    {
        String html = register();
        assertTrue(html.contains("No idea was turned down so far."), html);
        assertFalse(html.contains("<table") || html.contains("<select"), html);
    }

    @Test
    void whoMayNotViewThePageReadsWhy() throws Exception
    {
        NotFoundException refused = new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
        when(this.registerManager.list(any(), any())).thenThrow(refused);
        when(this.commitmentManager.get(any())).thenThrow(refused);
        for (String html : List.of(register(), clock())) {
            assertFalse(html.contains("<table"), html);
            assertTrue(html.contains("message"), html);
        }
    }

    @Test
    void theClockSaysWhatIsOpenAndOverdue() throws Exception
    {
        when(this.commitmentManager.getOverdue(any(), any())).thenReturn(new Page<>(List.of(new OverdueIdea(
            idea(ContributionState.PUBLISHED, EVIL, null), EVIL, new Deadline(LocalDate.parse("2017-06-20"), ZONE,
                -11))), IDEA.getName(), Count.exactly(2)));
        String html = clock();
        assertHarmless(html);
        assertTrue(html.contains("Every idea gets an answer within 10 days."), html);
        assertTrue(html.contains("1 of 4 ideas have an answer: 25 per cent."), html);
        assertTrue(html.contains("Every idea gets a decision: 3 are still open."), html);
        assertTrue(html.contains("2 overdue"), html);
        assertTrue(html.contains("11 days overdue"), html);
        assertTrue(html.contains("1 day left"), html);
        assertTrue(html.contains("cs_overdue=" + IDEA.getName()), html);
        this.locale = new Locale("es");
        assertTrue(clock().contains("11 d\u00EDas fuera de plazo"), html);
    }

    @Test
    void withoutAPromiseNothingIsOverdue() throws Exception
    {
        when(this.commitmentManager.get(any())).thenReturn(kept(0));
        String html = clock();
        assertTrue(html.contains("No time was promised"), html);
        assertFalse(html.contains("Ideas without an answer in time"), html);
    }

    @Test
    void anIdeaWithItsOwnPageSaysByWhenItHasAnAnswer() throws Exception
    {
        this.current = IDEA;
        when(this.dialogues.getContribution(IDEA))
            .thenReturn(Optional.of(idea(ContributionState.PUBLISHED, "Pay", null)));
        when(this.commitmentManager.getClock(DIALOGUE)).thenReturn(
            Optional.of(new ResponseClock(10, ZONE, Instant.parse("2017-06-16T20:00:00Z"))));
        ContributionMacro macro = this.components.getInstance(Macro.class, "contribution");
        String html = show(macro, new ContributionMacroParameters());
        assertTrue(html.contains("Answer due by"), html);
        assertTrue(html.contains(">today<"), html);
        when(this.dialogues.getContribution(IDEA))
            .thenReturn(Optional.of(idea(ContributionState.PUBLISHED, "Pay", decision(EVIL))));
        html = show(macro, new ContributionMacroParameters());
        assertFalse(html.contains("Answer due by"), html);
        assertTrue(html.contains("entered by"), html);
        assertHarmless(html);
    }
}

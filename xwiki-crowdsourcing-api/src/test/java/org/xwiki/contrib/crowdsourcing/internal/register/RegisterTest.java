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
package org.xwiki.contrib.crowdsourcing.internal.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Closing;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.IdeaStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Ideas;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SupportCounter;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.register.Commitments;
import org.xwiki.contrib.crowdsourcing.register.Deadline;
import org.xwiki.contrib.crowdsourcing.register.OverdueIdea;
import org.xwiki.contrib.crowdsourcing.register.RegisterEntry;
import org.xwiki.contrib.crowdsourcing.register.RegisterQuery;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultRegisterManager} and {@link DefaultCommitmentManager}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({RegisteredDialogues.class, SeenContributions.class, RegisterFile.class})
class RegisterTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference ONE = TestRows.page("I.A.Dialogue.WebHome");

    private static final DocumentReference OTHER = TestRows.page("I.B.Dialogue.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final Instant POSTED = Instant.parse("2017-06-06T16:00:00Z");

    private static final PageRequest ALL = PageRequest.first(100);

    @InjectMockComponents
    private DefaultRegisterManager register;

    @InjectMockComponents
    private DefaultCommitmentManager commitments;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private DialogueStore dialogues;

    @MockComponent
    private Access access;

    @MockComponent
    private IdeaStore ideas;

    @MockComponent
    private ContributionStore store;

    @MockComponent
    private ContributionView view;

    @MockComponent
    private SupportCounter counter;

    @MockComponent
    private Closing closing;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final Map<DocumentReference, Contribution> seen = new HashMap<>();

    private final Map<DocumentReference, Map<String, Ideas.Standing>> registered = new HashMap<>();

    private final Map<DocumentReference, SupportCounter.Counted> support = new HashMap<>();

    private final Map<DocumentReference, Ideas> known = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        initiative("responseDays", 10, "commitment", "complementary");
        when(this.access.canView(any())).thenReturn(true);
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.dialogues.below(INITIATIVE)).thenReturn(List.of(ONE, OTHER));
        when(this.reader.readOnly(any(), anyCollection(), any(), eq(Schema.DIALOGUE))).thenAnswer(call -> {
            Map<DocumentReference, Map<Schema, List<Row>>> rows = new LinkedHashMap<>();
            call.<Collection<String>>getArgument(1).forEach(page -> rows.put(TestRows.page(page),
                Map.of(Schema.DIALOGUE, List.of(TestRows.row(TestRows.page(page), "timezone",
                    page.startsWith("I.A") ? "America/New_York" : "")))));
            return new Rows(rows);
        });
        for (DocumentReference dialogue : List.of(ONE, OTHER)) {
            Ideas mocked = mock(Ideas.class);
            this.known.put(dialogue, mocked);
            this.registered.put(dialogue, new LinkedHashMap<>());
            when(this.ideas.of(dialogue)).thenReturn(mocked);
            when(mocked.registered()).thenReturn(this.registered.get(dialogue));
            when(mocked.count()).thenReturn(new Answered(1, 3));
            when(mocked.openSince(any())).thenReturn(List.of());
            SupportCounter.Counted counted = mock(SupportCounter.Counted.class);
            when(counted.supporters(anyString())).thenReturn(Set.of());
            this.support.put(dialogue, counted);
            when(this.counter.of(dialogue)).thenReturn(counted);
        }
        when(this.store.load(anyCollection())).thenAnswer(call -> {
            Map<DocumentReference, Row> rows = new LinkedHashMap<>();
            call.<Collection<DocumentReference>>getArgument(0).forEach(page -> rows.put(page, TestRows.row(page)));
            return rows;
        });
        when(this.view.see(anyCollection())).thenAnswer(call -> {
            Map<DocumentReference, Contribution> result = new HashMap<>();
            call.<Collection<Row>>getArgument(0).stream().filter(row -> this.seen.containsKey(row.page()))
                .forEach(row -> result.put(row.page(), this.seen.get(row.page())));
            return result;
        });
    }

    private void initiative(Object... values) throws Exception
    {
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE)))
            .thenReturn(Optional.of(TestRows.row(INITIATIVE, values)));
    }

    private DocumentReference idea(DocumentReference dialogue, ContributionState state, String text, Decision decision)
    {
        DocumentReference page = new DocumentReference(
            ContributionKeys.root(POSTED.plusSeconds(this.seen.size())), dialogue.getLastSpaceReference());
        this.seen.put(page, new Contribution(page, dialogue, page, null, text, ContributionKind.IDEA, EVA, "",
            ContributionKeys.time(page.getName()), 0, "", state, decision, null, null, null, ""));
        return page;
    }

    private DocumentReference closed(DocumentReference dialogue, int supporters, DecisionReason reason)
    {
        DocumentReference page = idea(dialogue, ContributionState.PUBLISHED, "=cmd()",
            new Decision(Outcome.NOT_TAKEN, reason, "Too \"dear\"", EVA, POSTED, "Ministry, unit 3"));
        this.registered.get(dialogue).put(page.getName(), new Ideas.Standing(true, Outcome.NOT_TAKEN, reason));
        Set<String> people = new java.util.HashSet<>();
        IntStream.range(0, supporters).forEach(i -> people.add("XWiki.U" + i));
        when(this.support.get(dialogue).supporters(page.getName())).thenReturn(people);
        return page;
    }

    private List<DocumentReference> list(DocumentReference page, RegisterQuery query) throws Exception
    {
        return this.register.list(page, query).rows().stream().map(entry -> entry.contribution().reference()).toList();
    }

    @Test
    void whatMostPeopleBackComesFirstWhateverItsDialogue() throws Exception
    {
        DocumentReference few = closed(ONE, 2, DecisionReason.COST);
        DocumentReference many = closed(OTHER, 7, DecisionReason.LEGAL);
        DocumentReference nobody = closed(ONE, 0, DecisionReason.COST);
        DocumentReference asFew = closed(OTHER, 2, DecisionReason.COST);
        assertEquals(List.of(many, few, asFew, nobody), list(INITIATIVE, RegisterQuery.of("", "")));
        assertEquals(List.of(few, asFew, nobody), list(INITIATIVE, RegisterQuery.of("nottaken", "cost")));
        assertEquals(List.of(), list(INITIATIVE, RegisterQuery.of("partly", "")));
        RegisterEntry first = this.register.list(INITIATIVE, RegisterQuery.of(null, null)).rows().get(0);
        assertEquals(7, first.supporters());
        assertEquals("Title of Dialogue", first.title());
    }

    @Test
    void aLongRegisterIsShownInPartsWithEverythingOnce() throws Exception
    {
        List<DocumentReference> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(closed(i % 2 == 0 ? ONE : OTHER, i / 3, DecisionReason.COST));
        }
        List<DocumentReference> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<RegisterEntry> page =
                this.register.list(INITIATIVE, new RegisterQuery(null, null, new PageRequest(cursor, 2)));
            assertEquals(Count.exactly(7), page.total());
            assertTrue(page.rows().size() <= 2);
            page.rows().forEach(entry -> found.add(entry.contribution().reference()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(List.of(all.get(6), all.get(3), all.get(4), all.get(5), all.get(0), all.get(1), all.get(2)), found);
    }

    @Test
    void whatTheReaderMayNotViewIsNotListed() throws Exception
    {
        DocumentReference veiled = closed(ONE, 9, DecisionReason.COST);
        DocumentReference shown = closed(ONE, 1, DecisionReason.COST);
        DocumentReference elsewhere = closed(OTHER, 5, DecisionReason.COST);
        this.seen.remove(veiled);
        assertEquals(List.of(elsewhere, shown), list(INITIATIVE, RegisterQuery.of("", "")));
        when(this.access.canView(OTHER)).thenReturn(false);
        assertEquals(List.of(shown), list(INITIATIVE, RegisterQuery.of("", "")));
        verify(this.counter, never()).of(TestRows.page("I.WebHome"));
        assertFalse(this.register.getFile(INITIATIVE, RegisterQuery.of("", "")).contains(elsewhere.getName()));
        when(this.access.canView(INITIATIVE)).thenReturn(false);
        assertThrows(NotFoundException.class, () -> this.register.list(INITIATIVE, RegisterQuery.of("", "")));
        assertThrows(NotFoundException.class, () -> this.register.getFile(INITIATIVE, RegisterQuery.of("", "")));
        assertThrows(NotFoundException.class, () -> this.commitments.get(INITIATIVE));
        assertThrows(NotFoundException.class, () -> this.commitments.getOverdue(INITIATIVE, ALL));
    }

    @Test
    void theFileSaysWhatIsShownAndIsNoFormula() throws Exception
    {
        DocumentReference idea = closed(ONE, 3, DecisionReason.COST);
        String file = this.register.getFile(INITIATIVE, RegisterQuery.of("", ""));
        String[] lines = file.split("\r\n");
        assertEquals("\uFEFFidea,dialogue,posted,author,speaker,state,text,support,decision,decider,decidedBy,decidedOn,"
            + "reasonKind,reason", lines[0]);
        assertEquals("I.A.Dialogue." + idea.getName() + ",Title of Dialogue,2017-06-06T16:00:00Z,XWiki.Eva,,published,"
            + "'=cmd(),3,nottaken,\"Ministry, unit 3\",XWiki.Eva,2017-06-06T16:00:00Z,cost,\"Too \"\"dear\"\"\"",
            lines[1]);
        assertEquals(2, lines.length);
    }

    private DefaultCommitmentManager at(String now) throws Exception
    {
        DefaultCommitmentManager manager = spy(this.commitments);
        doReturn(Instant.parse(now)).when(manager).now();
        return manager;
    }

    @Test
    void theClockRunsInTheZoneOfTheSession() throws Exception
    {
        DocumentReference late = idea(ONE, ContributionState.PUBLISHED, "Late", null);
        when(this.known.get(ONE).openSince(Instant.parse("2017-06-07T04:00:00Z"))).thenReturn(List.of(late.getName()));
        when(this.known.get(OTHER).nextSince(any())).thenReturn(POSTED);
        // It is the 17th in New York and in UTC.
        DefaultCommitmentManager manager = at("2017-06-17T04:00:00Z");
        Commitments kept = manager.get(INITIATIVE);
        assertEquals(10, kept.days());
        assertTrue(kept.isObliged());
        assertEquals(new Answered(2, 6), kept.answered());
        assertEquals(List.of(1, 0), kept.dialogues().stream().map(clock -> clock.overdue()).toList());
        assertEquals(new Deadline(LocalDate.parse("2017-06-16"), ZoneOffset.UTC, -1), kept.next());
        Page<OverdueIdea> overdue = manager.getOverdue(INITIATIVE, ALL);
        assertEquals(List.of(late), overdue.rows().stream().map(idea -> idea.contribution().reference()).toList());
        assertEquals(1, overdue.rows().get(0).deadline().daysLate());
        assertEquals(Count.exactly(1), overdue.total());
        assertNull(overdue.next());
    }

    @Test
    void overdueIdeasComeInPartsThoseThatWaitLongestFirst() throws Exception
    {
        DocumentReference first = idea(ONE, ContributionState.PUBLISHED, "1", null);
        DocumentReference second = idea(OTHER, ContributionState.PUBLISHED, "2", null);
        DocumentReference decided = idea(ONE, ContributionState.PUBLISHED, "3",
            new Decision(Outcome.TAKEN, null, "", EVA, POSTED));
        DocumentReference fourth = idea(ONE, ContributionState.PUBLISHED, "4", null);
        when(this.known.get(ONE).openSince(any()))
            .thenReturn(List.of(first.getName(), decided.getName(), fourth.getName()));
        when(this.known.get(OTHER).openSince(any())).thenReturn(List.of(second.getName()));
        Page<OverdueIdea> page = this.commitments.getOverdue(INITIATIVE, PageRequest.first(2));
        assertEquals(List.of(first, second), page.rows().stream().map(idea -> idea.contribution().reference()).toList());
        assertNotNull(page.next());
        page = this.commitments.getOverdue(INITIATIVE, new PageRequest(page.next(), 2));
        assertEquals(List.of(fourth), page.rows().stream().map(idea -> idea.contribution().reference()).toList());
        assertNull(page.next());
    }

    @Test
    void withoutAPromiseThereIsNoClock() throws Exception
    {
        initiative("commitment", "supplementary");
        Commitments kept = this.commitments.get(INITIATIVE);
        assertEquals(0, kept.days());
        assertEquals(0, kept.overdue());
        assertNull(kept.next());
        assertFalse(kept.isObliged());
        assertEquals(new Answered(2, 6), kept.answered());
        assertEquals(List.of(), this.commitments.getOverdue(INITIATIVE, ALL).rows());
        assertEquals(Optional.empty(), this.commitments.getClock(ONE));
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.empty());
        assertEquals(0, this.commitments.get(INITIATIVE).days());
    }

    @Test
    void aDialogueHasItsOwnClock() throws Exception
    {
        when(this.pages.find(ONE, Schema.DIALOGUE))
            .thenReturn(Optional.of(TestRows.row(ONE, "timezone", "America/New_York")));
        assertEquals(ZoneId.of("America/New_York"), this.commitments.getClock(ONE).orElseThrow().zone());
        assertEquals(Optional.empty(), this.commitments.getClock(TestRows.page("I.A.Brief.WebHome")));
        assertEquals(1, this.commitments.get(ONE).dialogues().size());
        verify(this.dialogues, never()).below(ONE);
    }
}

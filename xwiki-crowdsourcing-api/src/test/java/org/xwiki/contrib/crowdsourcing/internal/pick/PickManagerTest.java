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
package org.xwiki.contrib.crowdsourcing.internal.pick;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.PageFinder;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.brief.Evidence;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.pick.Pick;
import org.xwiki.contrib.crowdsourcing.pick.PickKind;
import org.xwiki.contrib.crowdsourcing.pick.PickManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultPickManager}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class PickManagerTest
{
    private static final DocumentReference PAGE = TestRows.page("Notes.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.D.WebHome");

    private static final DocumentReference BRIEF = TestRows.page("I.B.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    @InjectMockComponents
    private DefaultPickManager manager;

    @MockComponent
    private PickStore store;

    @MockComponent
    private DialogueManager dialogues;

    @MockComponent
    private BriefManager briefs;

    @MockComponent
    private InitiativeManager initiatives;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private Access access;

    @MockComponent
    private PageFinder finder;

    private final List<DocumentReference> said = new ArrayList<>();

    private final Map<DocumentReference, Contribution> seen = new HashMap<>();

    private PickStore.Search asked;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.finder.find(anyString())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.store.serialize(any())).thenAnswer(call -> TestRows.local(call.<DocumentReference>getArgument(0)));
        when(this.store.titles(anyCollection())).thenReturn(Map.of(DIALOGUE, "A dialogue", BRIEF, "A brief"));
        when(this.store.contributions(any(), anyInt(), anyInt())).thenAnswer(call -> {
            this.asked = call.getArgument(0);
            int first = call.getArgument(1);
            int last = first + call.<Integer>getArgument(2);
            return List.copyOf(
                this.said.subList(Math.min(first, this.said.size()), Math.min(last, this.said.size())));
        });
        when(this.dialogues.getContributions(anyCollection())).thenReturn(this.seen);
        when(this.dialogues.getContribution(any()))
            .thenAnswer(call -> Optional.ofNullable(this.seen.get(call.<DocumentReference>getArgument(0))));
        when(this.pages.userName(EVA)).thenReturn("Eva Expert");
        when(this.briefs.get(any())).thenReturn(Optional.empty());
        when(this.initiatives.initiativeOf(any())).thenReturn(Optional.empty());
        when(this.access.canView(any())).thenReturn(true);
    }

    private DocumentReference say(String text, String speaker, ContributionState state)
    {
        DocumentReference page = new DocumentReference("c" + this.said.size(), DIALOGUE.getLastSpaceReference());
        this.said.add(page);
        this.seen.put(page, new Contribution(page, DIALOGUE, page, null, text, ContributionKind.IDEA, EVA, speaker,
            Instant.EPOCH, 0, "", state, null, null, null, null, ""));
        return page;
    }

    private List<Pick> find(PickKind kind, String words) throws Exception
    {
        return this.manager.find(Set.of(kind), PAGE, words);
    }

    @Test
    void contributionsAreToldByWhatTheySayAndWhoSaidItWhere() throws Exception
    {
        say("Publish **what** {{velocity}}each{{/velocity}}\n\noffice owes.", "", ContributionState.PUBLISHED);
        say("x".repeat(300), "Somebody <b>", ContributionState.PUBLISHED);
        say("Erased meanwhile", "", ContributionState.ERASED);
        this.seen.remove(say("Not for this user", "", ContributionState.PUBLISHED));
        List<Pick> found = find(PickKind.CONTRIBUTION, "  Office \n OWES ");
        assertEquals(List.of("office", "owes"), this.asked.words());
        assertEquals(2, found.size());
        assertEquals(new Pick("I.D.c0", "Publish what each office owes.", "Eva Expert, A dialogue", ""), found.get(0));
        assertEquals("x".repeat(119) + '\u2026', found.get(1).label());
        assertEquals("Somebody <b>, A dialogue", found.get(1).hint());
    }

    @Test
    void noMoreThanTwentyHoweverManyAreHidden() throws Exception
    {
        for (int i = 0; i < 250; i++) {
            DocumentReference page = say("Idea " + i, "", ContributionState.PUBLISHED);
            if (i < 150) {
                this.seen.remove(page);
            }
        }
        List<Pick> found = find(PickKind.CONTRIBUTION, "");
        assertEquals(List.of(), this.asked.words());
        assertEquals(PickManager.MOST, found.size());
        assertEquals("Idea 150", found.get(0).label());
    }

    @Test
    void aChosenContributionIsToldAsItWasTyped() throws Exception
    {
        say("Merged", "", ContributionState.MERGED);
        assertEquals("Merged", this.manager.get(Set.of(PickKind.CONTRIBUTION), PAGE, "I.D.c0").get(0).label());
        assertEquals(List.of(), this.manager.get(Set.of(PickKind.CONTRIBUTION), PAGE, "I.D.c9"));
    }

    private static Evidence evidence(String uid, String claim, String source)
    {
        return new Evidence(uid, claim, source, "", null, null, "Kenya");
    }

    @Test
    void evidenceOfTheBriefComesFirst() throws Exception
    {
        Brief brief = new Brief(PAGE, "B", Map.of(), List.of(evidence("e1", "One in //three// pays", "OECD"),
            evidence("", "Without a key", "OECD"), evidence("e2", "Other", "UN")), BriefState.DRAFT, 0, null, "",
            BriefEdition.ORIGINAL, "", 0);
        when(this.briefs.get(PAGE)).thenReturn(Optional.of(brief));
        Pick own = new Pick("e1", "One in three pays", "OECD, B", "Notes.WebHome");
        assertEquals(List.of(own), find(PickKind.EVIDENCE, "oecd kenya"));
        assertEquals(2, find(PickKind.EVIDENCE, "").size());
        // That of others is found as well: who has chosen a brief is not kept in it.
        when(this.store.evidence(any(), eq(0), anyInt())).thenReturn(List.of(
            TestRows.row(PAGE, "uid", "e1", "claim", "One in //three// pays"),
            TestRows.row(BRIEF, "uid", "e8", "claim", "Of another")));
        assertEquals(List.of(own, new Pick("e8", "Of another", "A brief", "I.B.WebHome")),
            find(PickKind.EVIDENCE, "oecd kenya"));
        assertEquals("Other", this.manager.get(Set.of(PickKind.EVIDENCE), PAGE, "e2").get(0).label());
        assertEquals(List.of(), this.manager.get(Set.of(PickKind.EVIDENCE), PAGE, "e3"));
    }

    @Test
    void elsewhereEvidenceSaysOfWhichBriefItIs() throws Exception
    {
        DocumentReference secret = TestRows.page("I.S.WebHome");
        when(this.access.canView(secret)).thenReturn(false);
        when(this.store.evidence(any(), eq(0), anyInt())).thenReturn(List.of(
            TestRows.row(BRIEF, "uid", "e1", "claim", "One", "source", "OECD"),
            TestRows.row(TestRows.page("I.B.V1"), "uid", "e1", "claim", "One", "source", "OECD"),
            TestRows.row(secret, "uid", "e2", "claim", "Secret"), TestRows.row(BRIEF, "claim", "Without a key")));
        assertEquals(List.of(new Pick("e1", "One", "OECD, A brief", "I.B.WebHome")), find(PickKind.EVIDENCE, "one"));
    }

    private void titled(Schema schema, Row... rows) throws Exception
    {
        Map<DocumentReference, Map<Schema, List<Row>>> pages = new LinkedHashMap<>();
        for (Row row : rows) {
            pages.put(row.page(), Map.of(schema, List.of(row)));
        }
        when(this.store.titled(anyCollection(), any(), eq(0), anyInt())).thenReturn(new Rows(pages));
    }

    @Test
    void draftsAreForThoseWhoWorkOnThem() throws Exception
    {
        DocumentReference draft = TestRows.page("I.R.Draft.WebHome");
        DocumentReference secret = TestRows.page("I.R.Secret.WebHome");
        DocumentReference shown = TestRows.page("I.R.Shown.WebHome");
        when(this.access.canView(secret)).thenReturn(false);
        titled(Schema.RECOMMENDATION, TestRows.row(draft, "state", "draft"), TestRows.row(secret, "state", "published"),
            TestRows.row(shown, "state", "published"));
        List<Pick> found = find(PickKind.RECOMMENDATION, "");
        assertEquals(List.of("I.R.Shown.WebHome"), found.stream().map(Pick::value).toList());
        assertEquals("I / R / Shown", found.get(0).hint());
        when(this.access.canEdit(draft)).thenReturn(true);
        assertEquals(2, find(PickKind.RECOMMENDATION, "").size());
    }

    @Test
    void whatWasSaidAndBriefsDoNotHideEachOther() throws Exception
    {
        Row[] versions = IntStream.range(1, 16).mapToObj(i -> TestRows.row(TestRows.page("I.B.V" + i)))
            .toArray(Row[]::new);
        titled(Schema.BRIEF, versions);
        for (int i = 0; i < 15; i++) {
            say("Idea " + i, "", ContributionState.PUBLISHED);
        }
        List<Pick> found = this.manager.find(Set.of(PickKind.CONTRIBUTION, PickKind.BRIEF), PAGE, "");
        assertEquals(PickManager.MOST, found.size());
        assertEquals("I.D.c9", found.get(9).value());
        assertEquals(new Pick("I.B.V1", versions[0].title() + " (V1)", "I / B / V1", ""), found.get(10));
        titled(Schema.BRIEF, versions[0]);
        found = this.manager.find(Set.of(PickKind.CONTRIBUTION, PickKind.BRIEF), PAGE, "");
        assertEquals(16, found.size());
        assertEquals("I.B.V1", found.get(15).value());
    }

    @Test
    void whoDidNotAgreeToBeListedIsNotFound() throws Exception
    {
        DocumentReference listed = TestRows.page("E.A.WebHome");
        titled(Schema.EXPERT, TestRows.row(listed, "consent", 1),
            TestRows.row(TestRows.page("E.B.WebHome"), "consent", 0));
        assertEquals(List.of("E.A.WebHome"), find(PickKind.EXPERT, "").stream().map(Pick::value).toList());
    }

    @Test
    void whatWasMovedIsToldAsWell() throws Exception
    {
        DocumentReference moved = TestRows.page("E.New.WebHome");
        when(this.finder.find("E.Old")).thenReturn(moved);
        when(this.store.titled(anyCollection(), eq(moved))).thenReturn(
            new Rows(Map.of(moved, Map.of(Schema.INITIATIVE, List.of(TestRows.row(moved))))));
        assertEquals("E.New.WebHome",
            this.manager.get(Set.of(PickKind.INITIATIVE), PAGE, "E.Old").get(0).value());
    }
}

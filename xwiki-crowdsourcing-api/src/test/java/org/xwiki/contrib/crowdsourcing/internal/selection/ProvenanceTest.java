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
package org.xwiki.contrib.crowdsourcing.internal.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.MergeStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.contrib.crowdsourcing.selection.OriginState;
import org.xwiki.contrib.crowdsourcing.selection.Use;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultProvenance} and {@link OriginFinder}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({OriginFinder.class})
class ProvenanceTest
{
    private static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    private static final DocumentReference VERSION = TestRows.page("I.C.Brief.V2");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final DocumentReference PROFILE = TestRows.page("Experts.Eva.WebHome");

    private static final DocumentReference A = TestRows.page("I.R.A.WebHome");

    private static final DocumentReference B = TestRows.page("I.R.B.WebHome");

    @InjectMockComponents
    private DefaultProvenance provenance;

    @MockComponent
    private ProvenanceStore store;

    @MockComponent
    private DialogueManager dialogues;

    @MockComponent
    private ExpertManager experts;

    @MockComponent
    private MergeStore merges;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private Access access;

    private final Map<DocumentReference, Contribution> said = new HashMap<>();

    private final Set<DocumentReference> there = new HashSet<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.access.canView(any())).thenReturn(true);
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(Optional.of(TestRows.row(DIALOGUE)));
        when(this.pages.find(BRIEF, Schema.BRIEF)).thenReturn(Optional.of(TestRows.row(BRIEF, "version", 2)));
        for (DocumentReference page : List.of(DIALOGUE, BRIEF, VERSION)) {
            when(this.pages.nearest(page, Schema.CHALLENGE)).thenReturn(Optional.of(TestRows.row(CHALLENGE)));
        }
        when(this.store.briefsOf(anyCollection())).thenAnswer(call ->
            call.<Collection<?>>getArgument(0).contains(CHALLENGE) ? List.of(TestRows.row(BRIEF, "version", 2))
                : List.of());
        when(this.store.existing(anyCollection())).thenAnswer(call -> call
            .<Collection<DocumentReference>>getArgument(0).stream().filter(this.there::contains).distinct()
            .collect(Collectors.toMap(page -> page, page -> "")));
        when(this.store.resolve(any(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.store.profilesOf(anyCollection())).thenAnswer(call ->
            call.<Collection<?>>getArgument(0).contains(EVA)
                ? Map.of(EVA, new ProvenanceStore.Profile(PROFILE, "Eva")) : Map.of());
        when(this.dialogues.getContributions(anyCollection())).thenAnswer(call -> {
            Map<DocumentReference, Contribution> result = new HashMap<>(this.said);
            result.keySet().retainAll(call.<Collection<DocumentReference>>getArgument(0));
            return result;
        });
    }

    private static DocumentReference key(DocumentReference thread, int number)
    {
        return new DocumentReference(ContributionKeys.root(Instant.ofEpochMilli(1000 + number)),
            thread.getLastSpaceReference());
    }

    private DocumentReference say(int number, String speaker, int version, ContributionState state, Instant edited)
    {
        DocumentReference page = key(DIALOGUE, number);
        this.said.put(page, new Contribution(page, DIALOGUE, page, null, "text", ContributionKind.IDEA, EVA, speaker,
            Instant.EPOCH, version, "", state, null, null, null, edited, "stamp"));
        return page;
    }

    private DocumentReference say(int number)
    {
        return say(number, "", 2, ContributionState.PUBLISHED, null);
    }

    private Origin origin(DocumentReference source) throws Exception
    {
        return this.provenance.getOrigins(List.of(source)).get(source);
    }

    @Test
    void fromAContributionToSessionExpertAndVersionOfTheBrief() throws Exception
    {
        this.there.add(VERSION);
        Origin origin = origin(say(1));
        assertEquals(OriginState.SHOWN, origin.state());
        assertEquals(DIALOGUE, origin.thread().reference());
        assertEquals(CHALLENGE, origin.challenge().reference());
        assertEquals(PROFILE, origin.expert().reference());
        assertEquals(VERSION, origin.brief().reference());
        assertEquals(BRIEF, origin.brief().page());
        assertEquals(2, origin.briefVersion());
    }

    @Test
    void aVersionWithoutPageLeadsToTheBrief() throws Exception
    {
        assertEquals(BRIEF, origin(say(1)).brief().reference());
    }

    @Test
    void whatMayNotBeSeenIsLeftOut() throws Exception
    {
        for (DocumentReference page : List.of(CHALLENGE, BRIEF, PROFILE)) {
            when(this.access.canView(page)).thenReturn(false);
        }
        Origin origin = origin(say(1));
        assertNull(origin.challenge());
        assertNull(origin.brief());
        assertNull(origin.expert());
        assertEquals(2, origin.briefVersion());
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED, SHOWN", "HIDDEN, HIDDEN", "AWAITING, HIDDEN", "MERGED, MERGED", "ERASED, ERASED"})
    void whatBecameOfIt(ContributionState state, OriginState expected) throws Exception
    {
        assertEquals(expected, origin(say(1, "", 0, state, null)).state());
    }

    @Test
    void editedDeletedAndVeiled() throws Exception
    {
        assertEquals(OriginState.EDITED, origin(say(1, "", 0, ContributionState.PUBLISHED, Instant.EPOCH)).state());
        DocumentReference gone = key(DIALOGUE, 2);
        Origin deleted = origin(gone);
        assertEquals(OriginState.DELETED, deleted.state());
        assertEquals(DIALOGUE, deleted.thread().reference(), "It is still known where it was said");
        assertEquals(Instant.ofEpochMilli(1002), deleted.said());
        this.there.add(gone);
        Origin veiled = origin(gone);
        assertEquals(OriginState.VEILED, veiled.state());
        assertNull(veiled.thread(), "Nothing is told of it");
        assertNull(veiled.said());
    }

    @Test
    void aSpeakerIsTheExpertOfThatNameWhoWasEngaged() throws Exception
    {
        DocumentReference captured = say(1, "Ana", 0, ContributionState.PUBLISHED, null);
        DocumentReference ana = TestRows.page("Experts.Ana.WebHome");
        DocumentReference other = TestRows.page("Experts.Ana2.WebHome");
        when(this.store.profilesOf(any(), anyCollection())).thenReturn(List.of(
            new ProvenanceStore.Profile(ana, "Ana"), new ProvenanceStore.Profile(other, "Ana")));
        when(this.store.engagements(anyCollection())).thenReturn(Set.of());
        assertNull(origin(captured).expert(), "Not the note-taker, and nobody of the same name");
        when(this.store.engagements(anyCollection())).thenReturn(Set.of(List.of(ana, DIALOGUE)));
        assertEquals(ana, origin(captured).expert().reference());
    }

    @Test
    void asManyStatementsForOneAsForMany() throws Exception
    {
        List<DocumentReference> sources = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sources.add(say(i));
        }
        assertEquals(200, this.provenance.getOrigins(sources).size());
        verify(this.dialogues).getContributions(anyCollection());
        verify(this.store).profilesOf(anyCollection());
        verify(this.store).briefsOf(anyCollection());
        verify(this.store, times(2)).existing(anyCollection());
    }

    @Test
    void aVersionOfABriefCanBeCited() throws Exception
    {
        this.there.add(VERSION);
        when(this.pages.find(VERSION, Schema.BRIEF)).thenReturn(Optional.of(TestRows.row(VERSION, "version", 2)));
        Origin origin = origin(VERSION);
        assertEquals(OriginState.SHOWN, origin.state());
        assertEquals(VERSION, origin.brief().reference());
        assertEquals(BRIEF, origin.brief().page());
        assertEquals(2, origin.briefVersion());
    }

    private static ProvenanceStore.Citation citation(DocumentReference source, DocumentReference page, Schema schema,
        int number)
    {
        return new ProvenanceStore.Citation(source,
            new Found(1, TestRows.local(page), number, schema.getClassName(), ""));
    }

    private List<Use> uses(DocumentReference thing, int version) throws Exception
    {
        return this.provenance.getUses(thing, version, PageRequest.first()).rows();
    }

    private void cited(List<ProvenanceStore.Citation> citations) throws Exception
    {
        when(this.store.citing(any())).thenReturn(citations);
        when(this.store.citing(anyCollection(), anyCollection())).thenReturn(citations);
        when(this.store.citingWords(any(), any(), any())).thenReturn(citations);
        when(this.store.recommendations(any(), any())).thenAnswer(call -> new HashMap<>(Map.of(
            A, TestRows.row(A, "state", "published"), B, TestRows.row(B, "state", "draft"))));
        when(this.store.steps(any(), any())).thenReturn(Map.of(A, Map.of(3, "Ask")));
    }

    @Test
    void whatWasMergedIntoAContributionIsUsedWithIt() throws Exception
    {
        DocumentReference one = say(1);
        DocumentReference merged = say(2);
        when(this.pages.find(one, Schema.CONTRIBUTION)).thenReturn(Optional.of(TestRows.row(one)));
        when(this.merges.mergedInto(one)).thenReturn(List.of(merged));
        cited(List.of());
        when(this.store.citing(List.of(merged, one)))
            .thenReturn(List.of(citation(merged, A, Schema.RECOMMENDATION, 0)));
        assertEquals(List.of(List.of(merged)), uses(one, 0).stream().map(Use::sources).toList());
    }

    @Test
    void saysThatThereMayBeMoreUses() throws Exception
    {
        DocumentReference one = say(1);
        when(this.pages.find(one, Schema.CONTRIBUTION)).thenReturn(Optional.of(TestRows.row(one)));
        List<ProvenanceStore.Citation> citations = new ArrayList<>();
        for (int i = 0; i < ProvenanceStore.MANY - 1; i++) {
            citations.add(citation(one, A, Schema.STEP, i));
        }
        cited(citations);
        assertEquals("1999", this.provenance.getUses(one, 0, PageRequest.first()).total().toString());
        citations.add(citation(one, A, Schema.STEP, 5000));
        assertEquals("2000+", this.provenance.getUses(one, 0, PageRequest.first()).total().toString());
    }

    @Test
    void usedInRecommendationsAndSteps() throws Exception
    {
        DocumentReference one = say(1);
        DocumentReference two = say(2, "", 1, ContributionState.PUBLISHED, null);
        cited(List.of(citation(one, A, Schema.STEP, 3), citation(one, A, Schema.RECOMMENDATION, 0),
            citation(two, B, Schema.RECOMMENDATION, 0)));
        when(this.pages.find(one, Schema.CONTRIBUTION)).thenReturn(Optional.of(TestRows.row(one)));
        List<Use> uses = uses(one, 0);
        assertEquals(List.of(-1, 3), uses.stream().map(Use::step).toList(), "No draft");
        assertEquals("Ask", uses.get(1).stepTitle());
        when(this.access.canEdit(B)).thenReturn(true);
        assertEquals(3, uses(DIALOGUE, 0).size());
        assertEquals(2, uses(BRIEF, 2).size(), "What speaks to version 1 is left out");
        assertEquals(1, uses(BRIEF, 1).size());
        when(this.access.canView(A)).thenReturn(false);
        assertEquals(List.of(B), uses(DIALOGUE, 0).stream().map(Use::recommendation).toList());
    }

    @Test
    void nothingIsToldOfWhatMayNotBeSeen() throws Exception
    {
        DocumentReference hidden = key(DIALOGUE, 1);
        this.there.add(hidden);
        cited(List.of(citation(hidden, A, Schema.RECOMMENDATION, 0)));
        assertEquals(List.of(), uses(DIALOGUE, 0), "A citation of what the reader may not see");
        when(this.access.canView(DIALOGUE)).thenReturn(false);
        assertThrows(NotFoundException.class, () -> uses(DIALOGUE, 0));
        when(this.pages.find(PROFILE, Schema.EXPERT)).thenReturn(Optional.of(TestRows.row(PROFILE)));
        when(this.experts.get(PROFILE)).thenReturn(Optional.empty());
        assertThrows(NotFoundException.class, () -> uses(PROFILE, 0), "Not listed");
        assertThrows(NotFoundException.class, () -> uses(TestRows.page("I.Other.WebHome"), 0));
    }
}

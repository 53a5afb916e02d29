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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.matching.NeedProposal;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * The needs that texts in four languages speak of.
 *
 * @version $Id$
 */
@ComponentTest
class NeedProposalsTest
{
    private static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    private static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    private static final List<Area> ENGLISH =
        List.of(area("Procurement", "Contracts, tenders and bids"), area("Asset recovery", "Freezing stolen assets"),
            area("Beneficial ownership", "Who owns companies in the end"), area("Surveys", "What can be asked, and how"));

    @InjectMockComponents
    private NeedProposals proposals;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private BriefStore briefs;

    @MockComponent
    private AreaStore areas;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    private static Area area(String title, String description)
    {
        return new Area(reference(title), title, description, null, 0);
    }

    private static DocumentReference reference(String title)
    {
        return TestRows.page("Areas." + title.replace(' ', '-') + ".WebHome");
    }

    private static List<String> find(String text, Area... areas)
    {
        return NeedProposals.propose(text, List.of(areas), Set.of()).stream()
            .map(proposal -> proposal.title() + ' ' + proposal.weight() + ' ' + proposal.words()).toList();
    }

    @Test
    void theWordsOfTheTextsAreFound()
    {
        String text = "What can be done: how are so many **contracts** procured from companies whose owners nobody knows? The assets that"
            + " were stolen are seldom recovered; procuring openly is not enough, nor are the tenders of procurement.";
        assertEquals(List.of("Procurement 5 [Procurement, Contracts, tenders]", "Asset recovery 2 [Asset, stolen]"),
            find(text, ENGLISH.toArray(new Area[0])));
        assertEquals(List.of(), NeedProposals.propose("Nothing of that kind is here", ENGLISH, Set.of()));
        assertEquals(List.of(), NeedProposals.propose("", ENGLISH, Set.of()));
    }

    @Test
    void eachLanguageHasItsOwnStems()
    {
        assertEquals(List.of("Encuestas 5 [Encuestas]"), find("Una encuesta de hogares no basta para medir los sobornos",
            area("Encuestas", "Preguntar a la gente"), area("Contratos", "")));
        assertEquals(List.of("Denúncias 5 [Denúncias]"), find("Quem faz uma denúncia precisa de proteção e não a tem",
            area("Denúncias", "Canais"), area("Contratos", "")));
        assertEquals(List.of("Marchés publics 5 [Marchés, publics]"),
            find("Les marchés publics sont trop souvent passés sans mise en concurrence",
                area("Marchés publics", ""), area("Justice", "")));
    }

    @Test
    void whatIsNeededAlreadyOrHiddenIsNotProposed() throws Exception
    {
        String text = "Surveys and procurement";
        when(this.pages.all(CHALLENGE, Schema.CHALLENGE))
            .thenReturn(List.of(TestRows.row(CHALLENGE, "question", "Do surveys help?")));
        when(this.pages.all(CHALLENGE, Schema.NEED)).thenReturn(List.of());
        Map<BriefSection, String> sections = new EnumMap<>(BriefSection.class);
        sections.put(BriefSection.PROBLEM, text);
        when(this.briefs.briefsOf(CHALLENGE)).thenReturn(
            List.of(new Brief(BRIEF, "B", sections, List.of(), BriefState.DRAFT, 0, null, "")));
        when(this.areas.list()).thenReturn(ENGLISH);
        when(this.access.canView(any())).thenReturn(true);
        assertEquals(List.of("Surveys", "Procurement"),
            this.proposals.propose(CHALLENGE).stream().map(NeedProposal::title).toList());
        when(this.pages.all(CHALLENGE, Schema.NEED)).thenReturn(
            List.of(TestRows.row(CHALLENGE, "area", TestRows.local(reference("Surveys")))));
        assertEquals(List.of("Procurement"),
            this.proposals.propose(CHALLENGE).stream().map(NeedProposal::title).toList());
        when(this.access.canView(BRIEF)).thenReturn(false);
        assertEquals(List.of(), this.proposals.propose(CHALLENGE));
    }

    @Test
    void aNeedIsAddedOnce() throws Exception
    {
        DocumentReference area = reference("Surveys");
        when(this.reader.serialize(any())).thenAnswer(invocation -> TestRows.local((DocumentReference) invocation.getArgument(0)));
        when(this.things.find(area, Schema.AREA)).thenReturn(Optional.of(TestRows.row(area)));
        this.proposals.add(CHALLENGE, area, 4);
        verify(this.writer).add(CHALLENGE, Schema.NEED,
            List.of(Map.of("area", "Areas.Surveys.WebHome", "kind", "do", "weight", 4)));
        when(this.pages.all(CHALLENGE, Schema.NEED))
            .thenReturn(List.of(TestRows.row(CHALLENGE, "area", "Areas.Surveys.WebHome")));
        this.proposals.add(CHALLENGE, area, 2);
        verify(this.writer, never()).add(CHALLENGE, Schema.NEED,
            List.of(Map.of("area", "Areas.Surveys.WebHome", "kind", "do", "weight", 2)));
        assertThrows(CrowdsourcingException.class, () -> this.proposals.add(CHALLENGE, area, 11));
        assertThrows(CrowdsourcingException.class, () -> this.proposals.add(CHALLENGE, reference("Gone"), 4));
        assertThrows(CrowdsourcingException.class, () -> this.proposals.add(CHALLENGE, null, 4));
    }
}

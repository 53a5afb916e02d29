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

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.matching.Absence;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;
import org.xwiki.contrib.crowdsourcing.matching.Coverage;
import org.xwiki.contrib.crowdsourcing.matching.Match;
import org.xwiki.contrib.crowdsourcing.matching.PanelQuery;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Origin;
import org.xwiki.contrib.crowdsourcing.matching.Term;
import org.xwiki.contrib.crowdsourcing.matching.TermKind;
import org.xwiki.contrib.crowdsourcing.matching.WishCheck;
import org.xwiki.contrib.crowdsourcing.matching.WishKind;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Fixed people give fixed matches, coverages and panels.
 *
 * @version $Id$
 */
@ComponentTest
@ComponentList({Situations.class, RowReader.class})
class MatchManagerTest
{
    private static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.D.WebHome");

    private static final String MONEY = "Areas.Money.WebHome";

    private static final String LAUNDERING = "Areas.Money.Laundering.WebHome";

    private static final String TYPOLOGIES = "Areas.Money.Laundering.Typologies.WebHome";

    private static final String COURTS = "Areas.Courts.WebHome";

    @InjectMockComponents
    private DefaultMatchManager manager;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private Things things;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private AreaStore areas;

    @MockComponent
    private EngagementStore engagements;

    @MockComponent
    private AgreementStore agreements;

    @MockComponent
    private CandidateStore candidates;

    @MockComponent
    private AdjustmentStore adjustments;

    @MockComponent
    private Access access;

    private final Map<String, Candidate> people = new LinkedHashMap<>();

    private final List<Row> needs = new ArrayList<>();

    private final List<Row> engaged = new ArrayList<>();

    private final Map<String, Object> wishes = new HashMap<>();

    private final List<String> hidden = new ArrayList<>();

    private final List<String> waiting = new ArrayList<>();

    private boolean curator = true;

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        Row challenge = new Row(CHALLENGE, "C", 0, this.wishes, TestRows.RESOLVER);
        when(this.things.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.things.nearest(CHALLENGE, Schema.CHALLENGE)).thenReturn(Optional.of(challenge));
        when(this.things.nearest(DIALOGUE, Schema.CHALLENGE)).thenReturn(Optional.of(challenge));
        when(this.things.nearest(DIALOGUE, Schema.DIALOGUE))
            .thenReturn(Optional.of(TestRows.row(DIALOGUE, "seats", 3, "start", "2017-07-25T10:00")));
        when(this.pages.all(CHALLENGE, Schema.NEED)).thenReturn(this.needs);
        when(this.areas.list()).thenReturn(List.of(area(MONEY, null), area(LAUNDERING, MONEY),
            area(TYPOLOGIES, LAUNDERING), area(COURTS, null)));
        when(this.engagements.below(any())).thenReturn(this.engaged);
        when(this.agreements.asked(any())).thenReturn(new Asked(Optional.empty()));
        when(this.engagements.panels(any())).thenAnswer(invocation -> Map.of(DIALOGUE, this.engaged.stream()
            .filter(row -> !this.waiting.contains(row.text("expert"))).map(row -> row.reference("expert"))
            .collect(Collectors.toSet())));
        when(this.candidates.all(any(), any(), any())).thenAnswer(
            invocation -> this.people.values().stream().filter(Candidate::listed).toList());
        when(this.candidates.read(any(), any())).thenAnswer(invocation -> {
            Map<String, Candidate> result = new HashMap<>(this.people);
            result.keySet().retainAll(invocation.<Collection<String>>getArgument(1));
            return result;
        });
        when(this.access.canView(any())).thenAnswer(
            invocation -> !this.hidden.contains(TestRows.local((DocumentReference) invocation.getArgument(0))));
        when(this.access.canEdit(CHALLENGE)).thenAnswer(invocation -> this.curator);
        doAnswer(invocation -> {
            if (!(boolean) invocation.getArgument(0)) {
                throw new NotAllowedException(new FieldError("", "no"));
            }
            return null;
        }).when(this.access).require(anyBoolean());
    }

    private static Area area(String page, String parent)
    {
        String[] names = page.split("\\.");
        return new Area(TestRows.page(page), names[names.length - 2], "", parent == null ? null : TestRows.page(parent),
            parent == null ? 0 : 1);
    }

    private void need(String area, String kind, int weight)
    {
        this.needs.add(TestRows.row(CHALLENGE, "area", area, "kind", kind, "weight", weight));
    }

    private void wish(Object... wished)
    {
        for (int i = 0; i < wished.length; i += 2) {
            this.wishes.put((String) wished[i], wished[i + 1]);
        }
    }

    private static String page(String name)
    {
        return "Experts." + name + ".WebHome";
    }

    private void person(String name, Region region, Gender gender, List<String> languages, Object... expertise)
    {
        Map<String, ExpertiseLevel> levels = new LinkedHashMap<>();
        for (int i = 0; i < expertise.length; i += 2) {
            levels.put((String) expertise[i], (ExpertiseLevel) expertise[i + 1]);
        }
        this.people.put(page(name),
            new Candidate(page(name), name, true, region, gender, List.of(), languages, null, levels));
    }

    private void person(String name, Object... expertise)
    {
        person(name, null, null, List.of(), expertise);
    }

    private void engage(String name, String state)
    {
        this.engaged.add(TestRows.row(TestRows.page("I.C.D.Panel.e" + name), "expert", page(name), "state", state));
    }

    private List<String> rank(PageRequest request) throws CrowdsourcingException
    {
        return this.manager.rank(CHALLENGE, request).rows().stream().map(match -> match.name() + ' ' + match.points())
            .toList();
    }

    private List<String> rank() throws CrowdsourcingException
    {
        return rank(PageRequest.first(50));
    }

    private List<String> suggest(PanelQuery query) throws CrowdsourcingException
    {
        return this.manager.suggest(DIALOGUE, query).picks().stream().map(pick -> pick.match().name()).toList();
    }

    private static DocumentReference reference(String name)
    {
        return TestRows.page(page(name));
    }

    @Test
    void aLevelCountsAsMuchAsTheNeedAsksFor() throws Exception
    {
        need(LAUNDERING, "do", 3);
        need(COURTS, "explain", 2);
        person("Doer", LAUNDERING, ExpertiseLevel.DO);
        person("Explainer", LAUNDERING, ExpertiseLevel.EXPLAIN);
        person("Connector", LAUNDERING, ExpertiseLevel.CONNECT);
        person("Judge", COURTS, ExpertiseLevel.DO);
        person("Clerk", COURTS, ExpertiseLevel.CONNECT);
        person("Both", LAUNDERING, ExpertiseLevel.EXPLAIN, COURTS, ExpertiseLevel.EXPLAIN);
        person("Nobody", "Areas.Other.WebHome", ExpertiseLevel.DO);
        person("Nothing");
        assertEquals(List.of("Doer 15", "Both 10", "Explainer 6", "Judge 4", "Connector 3", "Clerk 2"), rank());
    }

    @Test
    void topicsCountInFullAndWhatIsAboveALevelLess() throws Exception
    {
        need(LAUNDERING, "do", 2);
        person("Above", MONEY, ExpertiseLevel.DO);
        person("AboveExplains", MONEY, ExpertiseLevel.EXPLAIN);
        person("AboveConnects", MONEY, ExpertiseLevel.CONNECT);
        person("Below", TYPOLOGIES, ExpertiseLevel.DO);
        person("Beside", COURTS, ExpertiseLevel.DO);
        assertEquals(List.of("Below 10", "Above 4", "AboveExplains 2"), rank());
        Match above = this.manager.rank(CHALLENGE, PageRequest.first()).rows().get(1);
        assertEquals(new Term(TermKind.NEED, above.terms().get(0).need(), ExpertiseLevel.EXPLAIN, "Money", "", 4),
            above.terms().get(0));
        assertEquals(2, above.terms().get(0).factor());
        this.needs.clear();
        need(TYPOLOGIES, "connect", 4);
        assertEquals(List.of("Above 4", "Below 4"), rank(), "Two steps above");
    }

    @Test
    void theTermsAreShown() throws Exception
    {
        need(LAUNDERING, "do", 3);
        wish("languages", List.of("es"), "regions", List.of("latin-america-caribbean"), "genderShare", 40,
            "newcomerShare", 20, "sectors", List.of("academia"));
        when(this.candidates.veterans(any(), any())).thenReturn(Set.of(page("Old")));
        person("Ana", Region.LATIN_AMERICA_CARIBBEAN, Gender.FEMALE, List.of("es", "en"), LAUNDERING,
            ExpertiseLevel.DO);
        person("Old", Region.AFRICA, Gender.MALE, List.of("en"), LAUNDERING, ExpertiseLevel.DO);
        when(this.adjustments.find(CHALLENGE)).thenReturn(Map.of(page("Ana"),
            new Adjustment(-4, false, "Was late twice", null, null)));
        Match ana = this.manager.rank(CHALLENGE, PageRequest.first()).rows().get(0);
        assertEquals(List.of("need 15", "region 3 latin-america-caribbean", "language 3 es", "newcomer 3",
            "adjustment -4 Was late twice"), ana.terms().stream()
                .map(term -> (term.kind().getId() + ' ' + term.points() + ' ' + term.value()).strip()).toList());
        assertEquals(20, ana.points());
        assertEquals(List.of("Ana 20", "Old 15"), rank());
    }

    @Test
    void equalMatchesComeByNameAndInPages() throws Exception
    {
        need(COURTS, "do", 1);
        for (String name : List.of("carla", "Berta", "Anton", "Dora")) {
            person(name, COURTS, ExpertiseLevel.DO);
        }
        this.hidden.add(page("Anton"));
        assertEquals(List.of("Berta 5", "carla 5", "Dora 5"), rank());
        Page<Match> first = this.manager.rank(CHALLENGE, PageRequest.first(2));
        assertEquals("2", first.next());
        assertTrue(first.total().more());
        assertEquals(List.of("Dora 5"), rank(new PageRequest(first.next(), 2)));
    }

    @Test
    void whoIsMissingIsExplained() throws Exception
    {
        need(COURTS, "do", 1);
        person("Fits", COURTS, ExpertiseLevel.DO);
        person("Other", LAUNDERING, ExpertiseLevel.DO);
        person("Declined", COURTS, ExpertiseLevel.DO);
        engage("Declined", "declined");
        person("Excluded", COURTS, ExpertiseLevel.DO);
        when(this.adjustments.find(CHALLENGE)).thenReturn(Map.of(page("Excluded"),
            new Adjustment(9, true, "Party to the case", null, null)));
        this.people.put(page("Later"), new Candidate(page("Later"), "Later", true, null, null, List.of(), List.of(),
            LocalDate.parse("2017-07-26"), Map.of(COURTS, ExpertiseLevel.DO)));
        this.people.put(page("Unlisted"), new Candidate(page("Unlisted"), "Unlisted", false, null, null, List.of(),
            List.of(), null, Map.of(COURTS, ExpertiseLevel.DO)));
        Map<String, List<Absence>> expected = Map.of("Fits", List.of(), "Other", List.of(Absence.AREA), "Declined",
            List.of(Absence.DECLINED), "Excluded", List.of(Absence.EXCLUDED), "Later", List.of(Absence.UNAVAILABLE),
            "Unlisted", List.of(Absence.CONSENT));
        for (Map.Entry<String, List<Absence>> entry : expected.entrySet()) {
            assertEquals(entry.getValue(),
                this.manager.explain(DIALOGUE, reference(entry.getKey())).orElseThrow().absences(), entry.getKey());
        }
        assertEquals("", this.manager.explain(DIALOGUE, reference("Unlisted")).orElseThrow().match().name());
        when(this.access.canEdit(reference("Unlisted"))).thenReturn(true);
        assertEquals("Unlisted", this.manager.explain(DIALOGUE, reference("Unlisted")).orElseThrow().match().name());
        assertTrue(this.manager.explain(DIALOGUE, reference("Unknown")).isEmpty());
        this.hidden.add(page("Fits"));
        assertTrue(this.manager.explain(DIALOGUE, reference("Fits")).isEmpty());
        assertEquals(List.of(), this.manager.rank(DIALOGUE, PageRequest.first()).rows());
    }

    /** The panel of the Zika dialogues: a Latin American problem. */
    private void zika()
    {
        need(COURTS, "do", 1);
        for (int i = 0; i < 98; i++) {
            Region region = i < 56 ? Region.NORTHERN_AMERICA
                : i < 76 ? Region.LATIN_AMERICA_CARIBBEAN : Region.WESTERN_EUROPE;
            person("Zika" + i, region, i % 14 < 9 ? Gender.MALE : Gender.FEMALE, List.of("en"), COURTS,
                ExpertiseLevel.DO);
            engage("Zika" + i, "attended");
        }
    }

    @Test
    void theFiguresOfTheZikaDialoguesRaiseTheWarnings() throws Exception
    {
        zika();
        wish("regions", List.of("latin-america-caribbean"), "regionShare", 50, "genderShare", 40);
        Coverage coverage = this.manager.getCoverage(CHALLENGE, false);
        assertEquals(98, coverage.people().size());
        assertEquals(List.of(new WishCheck(WishKind.REGION, "latin-america-caribbean", 50, 49, 20, 98),
            new WishCheck(WishKind.WOMEN, "", 40, 39, 35, 98)), coverage.warnings());
        assertEquals(List.of(20, 35), coverage.warnings().stream().map(WishCheck::actual).toList());
        assertEquals(new WishCheck(WishKind.MEN, "", 40, 39, 63, 98), coverage.checks().get(2));
        assertEquals(List.of("northern-america 56", "western-europe 22", "latin-america-caribbean 20"),
            coverage.groups().stream().filter(group -> "region".equals(group.kind().getId()))
                .map(group -> group.value() + ' ' + group.count()).toList());
        this.wishes.clear();
        wish("regions", List.of("northern-america"), "genderShare", 35);
        assertEquals(List.of(), this.manager.getCoverage(CHALLENGE, false).warnings());
    }

    @Test
    void whoWaitsForASeatIsSaidToWait() throws Exception
    {
        need(COURTS, "do", 2);
        for (String name : List.of("Ana", "Ben", "Cy", "Dan")) {
            person(name, COURTS, ExpertiseLevel.DO);
            engage(name, "Dan".equals(name) ? "invited" : "accepted");
        }
        this.waiting.addAll(List.of(page("Ben"), page("Cy")));
        assertEquals(List.of("Ana ACCEPTED 0", "Ben INVITED 1", "Cy INVITED 2", "Dan INVITED 0"),
            this.manager.rank(CHALLENGE, PageRequest.first()).rows().stream()
                .map(match -> match.name() + ' ' + match.state() + ' ' + match.waiting()).toList());
    }

    @Test
    void gapsComeFirstInTheCoverage() throws Exception
    {
        need(COURTS, "do", 2);
        need(LAUNDERING, "do", 5);
        need(MONEY, "explain", 9);
        person("Ana", COURTS, ExpertiseLevel.DO);
        person("Ben", LAUNDERING, ExpertiseLevel.EXPLAIN);
        person("Cy", MONEY, ExpertiseLevel.DO);
        engage("Ana", "accepted");
        engage("Ben", "attended");
        engage("Cy", "proposed");
        Coverage confirmed = this.manager.getCoverage(CHALLENGE, false);
        assertEquals(List.of("Laundering 40 [0, 40]", "Money 100 [0, 100]", "Courts 100 [100, 0]"),
            confirmed.needs().stream()
                .map(cover -> cover.need().areaTitle() + ' ' + cover.percent() + ' ' + cover.cells()).toList());
        assertEquals(16, confirmed.weight());
        assertEquals(81, confirmed.percent());
        Coverage proposed = this.manager.getCoverage(CHALLENGE, true);
        assertEquals(3, proposed.people().size());
        // Who waits for a seat is not there yet.
        this.waiting.add(page("Ana"));
        assertEquals(List.of("Ben"), this.manager.getCoverage(CHALLENGE, false).people().stream()
            .map(Coverage.Person::name).toList());
        assertEquals(3, this.manager.getCoverage(CHALLENGE, true).people().size());
        this.waiting.clear();
        this.curator = false;
        assertThrows(NotAllowedException.class, () -> this.manager.getCoverage(CHALLENGE, true));
        assertEquals(2, this.manager.getCoverage(CHALLENGE, false).people().size());
        this.hidden.add(page("Ana"));
        assertEquals(List.of("Ben"), this.manager.getCoverage(CHALLENGE, false).people().stream()
            .map(Coverage.Person::name).toList());
    }

    @Test
    void aPanelCoversAndServesAndSaysWhy() throws Exception
    {
        need(COURTS, "do", 3);
        need(LAUNDERING, "do", 5);
        wish("genderShare", 40, "languages", List.of("pt"));
        person("Adam", null, Gender.MALE, List.of("en"), COURTS, ExpertiseLevel.DO, LAUNDERING, ExpertiseLevel.DO);
        person("Bruno", null, Gender.MALE, List.of("pt"), COURTS, ExpertiseLevel.EXPLAIN);
        person("Carl", null, Gender.MALE, List.of("en"), LAUNDERING, ExpertiseLevel.DO);
        person("Dora", null, Gender.FEMALE, List.of("en"), COURTS, ExpertiseLevel.EXPLAIN);
        person("Eva", null, Gender.FEMALE, List.of("en"), COURTS, ExpertiseLevel.CONNECT);
        assertEquals(List.of("Adam", "Bruno", "Dora"), suggest(PanelQuery.of(0, Set.of(), Set.of())));
        Suggestion three = this.manager.suggest(DIALOGUE, PanelQuery.of(3, Set.of(), Set.of()));
        assertTrue(three.exact());
        assertEquals(100, three.best());
        assertEquals(List.of(), three.coverage().warnings());
        assertEquals(2, three.picks().get(0).gains().size());
        assertEquals(List.of(List.of(WishKind.MEN), List.of(WishKind.LANGUAGE), List.of(WishKind.WOMEN)),
            three.picks().stream().map(pick -> pick.serves().stream().map(WishCheck::kind).toList()).toList());
        // Without one, with another one.
        assertEquals(List.of("Bruno", "Carl", "Dora"),
            suggest(PanelQuery.of(3, Set.of(), Set.of(reference("Adam")))).stream().sorted().toList());
        List<Suggestion.Pick> with =
            this.manager.suggest(DIALOGUE, PanelQuery.of(3, Set.of(reference("Eva")), Set.of())).picks();
        assertEquals(List.of("Eva", "Adam", "Bruno"), with.stream().map(pick -> pick.match().name()).toList());
        assertEquals(List.of(Origin.ADDED, Origin.SUGGESTED, Origin.SUGGESTED),
            with.stream().map(Suggestion.Pick::origin).toList());
        // Who may not be seen is not suggested, and the next one moves up.
        this.hidden.add(page("Dora"));
        assertEquals(List.of("Adam", "Bruno", "Eva"), suggest(PanelQuery.of(3, Set.of(), Set.of())));
        this.hidden.clear();
        engage("Carl", "accepted");
        engage("Bruno", "declined");
        List<Suggestion.Pick> rest = this.manager.suggest(DIALOGUE, PanelQuery.of(3, Set.of(), Set.of())).picks();
        assertEquals(List.of("Carl", "Adam", "Dora"), rest.stream().map(pick -> pick.match().name()).toList());
        assertEquals(Origin.CONFIRMED, rest.get(0).origin());
        assertEquals(List.of("Adam", "Dora", "Eva"), suggest(
            PanelQuery.of(9, Set.of(), Set.of(reference("Carl")))).stream().sorted().toList());
    }

    @Test
    void onlyCuratorsCompareAndDecide() throws Exception
    {
        need(COURTS, "do", 1);
        person("Ana", COURTS, ExpertiseLevel.DO);
        assertTrue(this.manager.canCurate(CHALLENGE));
        this.curator = false;
        assertFalse(this.manager.canCurate(CHALLENGE));
        assertThrows(NotAllowedException.class, () -> this.manager.rank(CHALLENGE, PageRequest.first()));
        assertThrows(NotAllowedException.class, () -> this.manager.explain(CHALLENGE, reference("Ana")));
        assertThrows(NotAllowedException.class,
            () -> this.manager.suggest(CHALLENGE, PanelQuery.of(3, Set.of(), Set.of())));
        assertThrows(NotAllowedException.class,
            () -> this.manager.adjust(CHALLENGE, reference("Ana"), 1, false, "Why"));
        assertThrows(NotAllowedException.class, () -> this.manager.revoke(CHALLENGE, reference("Ana")));
        assertFalse(this.manager.canCurate(TestRows.page("X.WebHome")));
    }

    @Test
    void whatACuratorSaysHasAReason() throws Exception
    {
        when(this.things.find(reference("Ana"), Schema.EXPERT)).thenReturn(Optional.of(TestRows.row(reference("Ana"))));
        for (Object[] wrong : new Object[][] {{"Ana", 101, "Why"}, {"Ana", 1, " "}, {"Ben", 1, "Why"}}) {
            assertThrows(CrowdsourcingException.class, () -> this.manager.adjust(DIALOGUE,
                reference((String) wrong[0]), (int) wrong[1], false, (String) wrong[2]), Arrays.toString(wrong));
        }
        this.manager.adjust(DIALOGUE, reference("Ana"), 5, false, "Knows everybody");
        verify(this.adjustments).write(CHALLENGE, reference("Ana"),
            new Adjustment(5, false, "Knows everybody", null, null));
        this.manager.revoke(DIALOGUE, reference("Ana"));
        verify(this.adjustments).delete(CHALLENGE, reference("Ana"));
    }

    @Test
    void sectorsAreServedToo() throws Exception
    {
        need(COURTS, "do", 1);
        wish("sectors", List.of("academia", "government"));
        this.people.put(page("Ana"), new Candidate(page("Ana"), "Ana", true, null, null,
            List.of(Affiliation.ACADEMIA), List.of(), null, Map.of(COURTS, ExpertiseLevel.EXPLAIN)));
        person("Ben", COURTS, ExpertiseLevel.EXPLAIN);
        assertEquals(List.of("Ana 5", "Ben 2"), rank());
        Suggestion one = this.manager.suggest(CHALLENGE, PanelQuery.of(1, Set.of(), Set.of()));
        assertEquals(List.of("government"), one.coverage().warnings().stream().map(WishCheck::value).toList());
        assertEquals(40, one.coverage().percent());
    }
}

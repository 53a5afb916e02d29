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
package org.xwiki.contrib.crowdsourcing.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadFilter;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadOrder;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertOrder;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeProgress;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChallengeStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.initiative.InitiativeStore;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

/**
 * Tests the statements of the stores: their text is fixed, every value is bound, every list is limited, and their number
 * does not depend on what is stored.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({RowReader.class, BriefStore.class, ChallengeStore.class, ContributionStore.class, AreaStore.class,
    AgreementStore.class, EngagementStore.class, ExpertStore.class, InitiativeStore.class, RoadmapStore.class})
class StoresTest
{
    private static final String HOSTILE = "' or 1=1 --%_";

    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Access access;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private RecordingQueries queries;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        TestRows.local(this.serializer);
        when(this.pages.wiki()).thenReturn(new WikiReference("xwiki"));
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.access.canView(any())).thenReturn(true);
        this.queries = new RecordingQueries(this.queryManager);
    }

    @AfterEach
    void everyStatementIsBoundAndLimited()
    {
        assertEquals(this.queries.statements().size(), this.queries.limits().size());
        assertTrue(this.queries.limits().stream().allMatch(limit -> limit > 0));
        for (int i = 0; i < this.queries.statements().size(); i++) {
            String text = this.queries.statements().get(i);
            assertFalse(text.contains("1=1"), text);
            assertFalse(text.contains("count("), text);
            this.queries.values(i).keySet().forEach(name -> assertTrue(text.contains(":" + name), text));
        }
    }

    private <T> T store(Class<T> type) throws Exception
    {
        return this.components.getInstance(type);
    }

    private Object object(long id, String page, Schema schema)
    {
        return RecordingQueries.row(id, page, 0, schema.getClassName(), "T" + id);
    }

    private Object value(long id, String name, Object value)
    {
        return RecordingQueries.row(id, name, value);
    }

    @Test
    void pageOfAThreadIsARangeOfNames() throws Exception
    {
        String first = ContributionKeys.root(Instant.parse("2017-06-06T14:00:00Z"));
        String reply = ContributionKeys.reply(first, Instant.parse("2017-06-06T14:10:00Z"));
        this.queries.answer("order by doc.fullName", "I.C.Dialogue." + reply, "I.C.Dialogue.WebHome",
            "I.C.Dialogue.more");
        this.queries.answer("doc.fullName < :to", 1, 2, 3);
        this.queries.answer("BaseObject obj", object(1, "I.C.Dialogue." + first, Schema.CONTRIBUTION),
            object(2, "I.C.Dialogue." + reply, Schema.CONTRIBUTION));
        ContributionStore.Slice slice = store(ContributionStore.class)
            .slice(new ThreadQuery(DIALOGUE, ThreadFilter.NONE, ThreadOrder.OLDEST, new PageRequest(first, 2)));

        assertEquals("select doc.fullName from XWikiDocument doc where 1 = 1 and doc.space = :space"
            + " and doc.fullName >= :from and doc.fullName < :to and doc.fullName > :edge order by doc.fullName",
            this.queries.statements().get(0));
        assertEquals(Map.of("space", "I.C.Dialogue", "from", "I.C.Dialogue.c", "to", "I.C.Dialogue.d", "edge",
            "I.C.Dialogue." + first), this.queries.values(0));
        assertEquals(3, this.queries.limits().get(0));
        assertEquals(1001, this.queries.limits().get(1));
        // Names, count, objects, and three tables of properties.
        assertEquals(6, this.queries.statements().size());
        assertEquals(List.of(reply), slice.rows().stream().map(row -> row.page().getName()).toList());
        assertEquals(List.of(first), slice.context().stream().map(row -> row.page().getName()).toList());
        assertEquals("WebHome", slice.next());
        assertEquals(Count.exactly(3), slice.total());
    }

    @Test
    void newestDiscussionFirst() throws Exception
    {
        String old = ContributionKeys.root(Instant.parse("2017-06-06T14:00:00Z"));
        String young = ContributionKeys.root(Instant.parse("2017-06-06T15:00:00Z"));
        String reply = ContributionKeys.reply(young, Instant.parse("2017-06-06T16:00:00Z"));
        this.queries.answer("order by doc.fullName desc", "I.C.Dialogue." + reply, "I.C.Dialogue." + young,
            "I.C.Dialogue." + old);
        this.queries.answer("BaseObject obj", object(1, "I.C.Dialogue." + old, Schema.CONTRIBUTION),
            object(2, "I.C.Dialogue." + young, Schema.CONTRIBUTION),
            object(3, "I.C.Dialogue." + reply, Schema.CONTRIBUTION));
        ContributionStore.Slice slice = store(ContributionStore.class).slice(
            new ThreadQuery(DIALOGUE, ThreadFilter.NONE, ThreadOrder.NEWEST, new PageRequest("@" + young, 5)));
        assertEquals(List.of(young, reply, old), slice.rows().stream().map(row -> row.page().getName()).toList());
        assertNull(slice.next());
        assertTrue(this.queries.statements().get(0).contains("doc.fullName <= :edge order by doc.fullName desc"));
        assertEquals("I.C.Dialogue." + ContributionKeys.lastOf(young), this.queries.values(0).get("edge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "@", "@x", HOSTILE, "c123", "zzzz"})
    void wrongCursorIsTheFirstPage(String cursor) throws Exception
    {
        store(ContributionStore.class)
            .slice(new ThreadQuery(DIALOGUE, ThreadFilter.NONE, ThreadOrder.OLDEST, new PageRequest(cursor, 5)));
        assertFalse(this.queries.values(0).containsKey("edge"));
    }

    @Test
    void kindOfAThread() throws Exception
    {
        store(ContributionStore.class)
            .slice(new ThreadQuery(DIALOGUE,
                new ThreadFilter(ContributionKind.QUESTION, null, false), ThreadOrder.OLDEST, PageRequest.first()));
        assertEquals("question", this.queries.values(0).get("kind"));
        assertEquals("question", this.queries.values(1).get("kind"));
    }

    @Test
    void undecidedContributionsOfSomebody() throws Exception
    {
        DocumentReference author = TestRows.page("XWiki.Eva");
        store(ContributionStore.class).slice(new ThreadQuery(DIALOGUE,
            new ThreadFilter(ContributionKind.IDEA, author, true), ThreadOrder.NEWEST, PageRequest.first()));
        assertEquals("XWiki.Eva", this.queries.values(0).get("author"));
        assertEquals(List.of("taken", "partly", "nottaken"), this.queries.values(0).get("outcomes"));
        String statement = this.queries.statements().get(0);
        assertTrue(statement.contains("and doc.fullName >= :from and doc.fullName < :to"), statement);
        assertTrue(statement.endsWith("order by doc.fullName desc"), statement);
    }

    @Test
    void whoContributedSince() throws Exception
    {
        assertFalse(store(ContributionStore.class).hasContributed(DIALOGUE, HOSTILE, Instant.now()));
        assertEquals(HOSTILE, this.queries.values(0).get("author"));
        assertEquals(List.of(1), this.queries.limits());
    }

    @Test
    void openCommentsOfABrief() throws Exception
    {
        this.queries.answer("not exists", "I.C.Brief.c1");
        assertEquals(List.of("I.C.Brief.c1"),
            store(BriefStore.class).openComments(TestRows.page("I.C.Brief.WebHome")));
        assertEquals("I.C.Brief", this.queries.values(0).get("space"));
        assertEquals(1, this.queries.statements().size());
    }

    @Test
    void hostileSearchForExperts() throws Exception
    {
        Page<Expert> page = store(ExpertStore.class).search(new ExpertQuery(HOSTILE, HOSTILE,
            TestRows.page("A.X.WebHome"), ExpertiseLevel.EXPLAIN, HOSTILE, Region.WESTERN_ASIA, Affiliation.ACADEMIA,
            HOSTILE, HOSTILE, true, null, new PageRequest(HOSTILE, 1000)), Set.of(HOSTILE), any -> true);
        assertTrue(page.rows().isEmpty());
        Map<String, Object> values = this.queries.values(0);
        assertEquals("%' or 1=1 --!%!_%", values.get("text"));
        assertEquals(HOSTILE, values.get("country"));
        assertEquals(HOSTILE, values.get("language"));
        assertEquals("academia", values.get("affiliation"));
        assertEquals("A.X.WebHome", values.get("area"));
        assertEquals("A.X.%", values.get("topics"));
        assertEquals(List.of("do", "explain"), values.get("levels"));
        assertEquals("western-asia", values.get("region"));
        assertTrue(values.get("countries").toString().contains("TR"));
        assertEquals(Set.of(HOSTILE), values.get("among"));
        assertEquals("%' or 1=1 --!%!_%", values.get("organisation"));
        assertEquals(1001, this.queries.limits().get(0));
        assertTrue(this.queries.statements().get(0).endsWith("order by lower(doc.title), doc.fullName"));
    }

    @ParameterizedTest
    @EnumSource(ExpertOrder.class)
    void expertsInAnOrder(ExpertOrder order) throws Exception
    {
        store(ExpertStore.class).search(new ExpertQuery(null, null, null, null, null, null, null, null, null,
            false, new Sort<>(order, true), PageRequest.first()), null, any -> true);
        boolean name = order == ExpertOrder.NAME;
        assertEquals(name ? null : order.getId(), this.queries.values(0).get("sorted"));
        assertTrue(this.queries.statements().get(0).endsWith(name ? "order by lower(doc.title) desc, doc.fullName"
            : "order by case when sorted.value is null or sorted.value = '' then 1 else 0 end,"
                + " lower(sorted.value) desc, lower(doc.title), doc.fullName"));
    }

    @Test
    void expertsInSevenStatements() throws Exception
    {
        this.queries.answer("order by lower", object(1, "E.A.WebHome", Schema.EXPERT));
        this.queries.answer("obj.name in", object(1, "E.A.WebHome", Schema.EXPERT),
            object(2, "E.A.WebHome", Schema.EXPERTISE));
        this.queries.answer(" StringProperty p", value(1, "country", "ZZ"), value(1, "timezone", "EST"),
            value(2, "area", "A.X.WebHome"), value(2, "level", "do"));
        this.queries.answer("doc.fullName in", RecordingQueries.row("A.X.WebHome", "Area X"));
        Expert expert = store(ExpertStore.class)
            .search(ExpertQuery.all(PageRequest.first()), null, any -> true).rows().get(0);
        assertEquals("", expert.country());
        assertNull(expert.timezone());
        assertEquals("Area X", expert.expertise().get(0).areaTitle());
        assertEquals(5, expert.expertise().get(0).level().getPoints());
        assertEquals(7, this.queries.statements().size());
        assertTrue(this.queries.values(3).get("names").toString().contains("user"));
        assertFalse(this.queries.values(3).get("names").toString().contains("biography"));
        assertEquals("", store(ExpertStore.class)
            .search(ExpertQuery.all(PageRequest.first()), null, page -> page.toString().contains(":E.")).rows().get(0)
            .expertise().get(0).areaTitle(), "The title of an area that the user may not see");
    }

    @Test
    void countries() throws Exception
    {
        this.queries.answer("min(obj.name)", RecordingQueries.row("BR", "E.B.WebHome"),
            RecordingQueries.row("CL", "E.Secret.WebHome"), RecordingQueries.row("MX", "E.Secret.WebHome"),
            RecordingQueries.row("Mexico", "E.D.WebHome"));
        this.queries.answer("and s.value = :country", "E.Secret.WebHome", "E.C.WebHome");
        assertEquals(List.of("BR", "CL", "MX"),
            store(ExpertStore.class).countries(page -> !page.toString().contains("Secret")));
        assertTrue(this.queries.statements().get(0).contains("c.id.name = 'consent' and c.value = 1"));
        assertEquals(3, this.queries.statements().size());
        assertEquals(List.of("BR"), store(ExpertStore.class).countries(page -> page.toString().contains("E.B")));
    }

    @Test
    void areasAreATree() throws Exception
    {
        this.queries.answer("obj.className = :class", object(1, "A.Money.WebHome", Schema.AREA),
            object(2, "A.Courts.WebHome", Schema.AREA), object(3, "A.Money.Banks.WebHome", Schema.AREA));
        assertEquals(List.of("0 T1", "1 T3", "0 T2"), store(AreaStore.class).list().stream()
            .map(area -> area.depth() + " " + area.title()).toList());
        assertEquals(TestRows.page("A.Money.WebHome"),
            store(AreaStore.class).list().stream().filter(area -> area.depth() == 1).map(Area::parent).findFirst()
                .orElseThrow());
    }

    @Test
    void challengesAreATreeByPriority() throws Exception
    {
        this.queries.answer("obj.className in (:classes)", object(1, "I.A.WebHome", Schema.CHALLENGE),
            object(2, "I.A.Brief.WebHome", Schema.BRIEF), object(3, "I.B.WebHome", Schema.CHALLENGE),
            object(4, "I.B.D.WebHome", Schema.DIALOGUE), object(5, "I.B.Part.WebHome", Schema.CHALLENGE),
            object(6, "I.Secret.WebHome", Schema.CHALLENGE));
        this.queries.answer(" StringProperty p", value(1, "state", "selected"), value(2, "state", "frozen"),
            value(4, "state", "open"));
        this.queries.answer("IntegerProperty", value(1, "priority", 2), value(3, "priority", 1));
        List<ChallengeRow> rows = store(ChallengeStore.class).list(INITIATIVE,
            page -> !page.toString().contains("Secret"));
        assertEquals(List.of("T3", "T5", "T1"), rows.stream().map(row -> row.challenge().title()).toList());
        assertEquals(TestRows.page("I.B.D.WebHome"), rows.get(0).dialogue());
        assertEquals(TestRows.page("I.B.WebHome"), rows.get(1).parent());
        assertEquals(1, rows.get(1).depth());
        assertEquals(TestRows.page("I.A.Brief.WebHome"), rows.get(2).brief());
        assertEquals(5, this.queries.statements().size());
        assertFalse(this.queries.values(2).get("names").toString().contains("rootCauses"));
    }

    @Test
    void versionsAndTranslationsAreNoBriefs() throws Exception
    {
        store(ChallengeStore.class).list(INITIATIVE, page -> true);
        assertTrue(this.queries.statements().get(0).contains("e.value in ('version', 'translation')"));
        int before = this.queries.statements().size();
        store(InitiativeStore.class).getProgress(INITIATIVE);
        assertTrue(this.queries.statements().get(before).contains("e.value in ('version', 'translation')"));
    }

    @Test
    void progressCountsWithinBounds() throws Exception
    {
        this.queries.answer("obj.className in (:classes)", object(1, "I.A.WebHome", Schema.CHALLENGE),
            object(2, "I.A.Brief.WebHome", Schema.BRIEF), object(3, "I.A.Dialogue.WebHome", Schema.DIALOGUE));
        this.queries.answer("StringProperty", value(1, "state", "selected"), value(2, "state", "frozen"));
        this.queries.answer("doc.space in", Collections.nCopies(1001, 1L).toArray());
        InitiativeProgress progress = store(InitiativeStore.class).getProgress(INITIATIVE);
        assertEquals(Count.exactly(1), progress.selectedChallenges());
        assertEquals(Count.exactly(1), progress.frozenBriefs());
        assertEquals(Count.exactly(0), progress.closedDialogues());
        assertEquals(new Count(1000, true), progress.contributions());
        assertEquals(4, this.queries.statements().size());
    }

    @Test
    void recommendationsInFiveStatements() throws Exception
    {
        this.queries.answer("obj.className in (:classes)", object(1, "I.R.A.WebHome", Schema.RECOMMENDATION),
            object(2, "I.R.A.WebHome", Schema.STEP), object(3, "I.R.B.WebHome", Schema.RECOMMENDATION));
        this.queries.answer("IntegerProperty", value(3, "priority", 1), value(2, "start", 4));
        this.queries.answer("DBStringListProperty", value(1, "sources", "I.C.Dialogue.c1"));
        List<Recommendation> result =
            store(RoadmapStore.class).recommendationsOf(TestRows.page("I.R.WebHome"));
        assertEquals(List.of("T3", "T1"), result.stream().map(Recommendation::title).toList());
        assertTrue(result.get(1).isSourced());
        assertFalse(result.get(0).isSourced());
        assertEquals(4, result.get(1).steps().get(0).time().start());
        assertEquals(5, this.queries.statements().size());
    }

    @Test
    void usagesOfManyContributionsInTwoStatements() throws Exception
    {
        this.queries.answer("select item", RecordingQueries.row("I.C.Dialogue.c1", 7L, "I.R.A.WebHome", 0,
            Schema.RECOMMENDATION.getClassName(), "Rec"),
            RecordingQueries.row("I.C.Dialogue.c1", 7L, "I.R.A.WebHome", 0, Schema.RECOMMENDATION.getClassName(),
                "Rec"));
        this.queries.answer("StringProperty p where", value(7, "state", "published"));
        DocumentReference used = TestRows.page("I.C.Dialogue.c1");
        Map<DocumentReference, List<Usage>> result = store(RoadmapStore.class)
            .usedIn(List.of(used, TestRows.page("I.C.Dialogue.c2"), TestRows.page("I.C.Dialogue." + HOSTILE)));
        assertEquals(Map.of(used, List.of(new Usage(TestRows.page("I.R.A.WebHome"), "Rec",
            RecommendationState.PUBLISHED))), result);
        assertEquals(2, this.queries.statements().size());
        this.queries.clear();
        assertTrue(store(RoadmapStore.class).usedIn(List.of()).isEmpty());
        assertTrue(this.queries.statements().isEmpty());
    }

    @Test
    void engagements() throws Exception
    {
        this.queries.answer("doc.space = :panel", object(1, "I.C.Dialogue.Panel.e1", Schema.ENGAGEMENT));
        this.queries.answer(" StringProperty p", value(1, "expert", "E.A.WebHome"), value(1, "state", "accepted"),
            value(1, "ndaVersion", "1.0"), value(1, "ndaOn", "2017-05-01"));
        this.queries.answer("LargeStringProperty", value(1, "conflict", "works there"));
        this.queries.answer("doc.fullName in", RecordingQueries.row("E.A.WebHome", "Ana"));
        Engagement engagement =
            store(EngagementStore.class).list(DIALOGUE, false, PageRequest.first()).rows().get(0);
        assertEquals("Ana", engagement.expertName());
        assertEquals("", engagement.conflict());
        assertEquals("1.0", engagement.nda().version());
        assertNull(engagement.licence());
        assertEquals("I.C.Dialogue.Panel", this.queries.values(0).get("panel"));
        when(this.access.canEdit(any())).thenReturn(true);
        when(this.access.canView(TestRows.page("E.A.WebHome"))).thenReturn(false);
        engagement = store(EngagementStore.class).list(DIALOGUE, false, PageRequest.first()).rows().get(0);
        assertEquals("works there", engagement.conflict());
        assertEquals("", engagement.expertName());
    }

    @Test
    void confirmedEngagements() throws Exception
    {
        store(EngagementStore.class).list(DIALOGUE, true, PageRequest.first());
        assertEquals(List.of("accepted", "attended", "interviewed"), this.queries.values(0).get("states"));
    }

    @Test
    void whoHasNotSignedIsNotConfirmed() throws Exception
    {
        when(this.pages.nearest(DIALOGUE, Schema.INITIATIVE)).thenReturn(Optional.of(TestRows.row(INITIATIVE,
            "agreements", List.of("licence", "conflict", "unknown"), "licenceVersion", HOSTILE, "nda", "Old text")));
        store(EngagementStore.class).confirmed(DIALOGUE);
        String text = this.queries.statements().get(0);
        assertTrue(text.contains("signedlicence.id.name = 'licenceVersion'"), text);
        assertTrue(text.contains("signedconflict.id.name = 'conflictOn'"), text);
        assertFalse(text.contains("nda"), text);
        assertEquals(HOSTILE, this.queries.values(0).get("signedlicence"));
        this.queries.clear();
        this.queries.answer("doc.space = :panel", object(1, "I.C.Dialogue.Panel.e1", Schema.ENGAGEMENT));
        this.queries.answer(" StringProperty p", value(1, "state", "accepted"), value(1, "licenceVersion", "1"));
        assertEquals(List.of(AgreementKind.CONFLICT, AgreementKind.LICENCE),
            store(EngagementStore.class).list(DIALOGUE, false, PageRequest.first()).rows().get(0).missing());
    }

    @Test
    void seatsGoToWhoAcceptedFirst() throws Exception
    {
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE))
            .thenReturn(Optional.of(TestRows.row(DIALOGUE, "seats", 3)));
        this.queries.answer("doc.space = :panel", object(1, "I.C.Dialogue.Panel.e1", Schema.ENGAGEMENT),
            object(2, "I.C.Dialogue.Panel.e2", Schema.ENGAGEMENT), object(3, "I.C.Dialogue.Panel.e3", Schema.ENGAGEMENT),
            object(4, "I.C.Dialogue.Panel.e4", Schema.ENGAGEMENT), object(5, "I.C.Dialogue.Panel.e5", Schema.ENGAGEMENT));
        this.queries.answer(" StringProperty p", value(1, "acceptedOn", "2026-11-22T10:00:00.002Z"),
            value(2, "acceptedOn", "2026-11-22T10:00:00.001Z"), value(3, "acceptedOn", "2026-11-22T10:00:00.001Z"),
            value(4, "acceptedOn", "2026-11-22T11:00:00.000Z"), value(4, "state", "attended"));
        EngagementStore store = store(EngagementStore.class);
        // Who was there; who accepted before the order was kept; of those who accepted at the same time one is first.
        assertEquals(List.of("I.C.Dialogue.Panel.e4", "I.C.Dialogue.Panel.e5", "I.C.Dialogue.Panel.e2"),
            store.seated(DIALOGUE));
        assertEquals(List.of("I.C.Dialogue.Panel.e3", "I.C.Dialogue.Panel.e1"), store.waiting(DIALOGUE));
        assertTrue(store.isWaiting(DIALOGUE, TestRows.page("I.C.Dialogue.Panel.e1")));
        this.queries.clear();
        store.confirmed(DIALOGUE);
        assertEquals(store.waiting(DIALOGUE), this.queries.values(2).get("waiting"));
    }

    @Test
    void oneEngagementForAnExpert() throws Exception
    {
        EngagementStore store = store(EngagementStore.class);
        DocumentReference expert = TestRows.page("E.A.WebHome");
        assertEquals(store.page(DIALOGUE, expert), store.page(DIALOGUE, TestRows.page("E.A.WebHome")));
        assertTrue(store.page(DIALOGUE, expert).getName().matches("e[0-9a-f]{24}"));
        assertFalse(store.page(DIALOGUE, expert).equals(store.page(DIALOGUE, TestRows.page("E.B.WebHome"))));
        assertTrue(store.find(DIALOGUE, expert).isEmpty());
        assertEquals("E.A.WebHome", this.queries.values(0).get("expert"));
        assertTrue(store.seated(DIALOGUE).isEmpty());
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link RowReader}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class RowReaderTest
{
    private static final WikiReference WIKI = new WikiReference("xwiki");

    @InjectMockComponents
    private RowReader reader;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final List<String> statements = new ArrayList<>();

    private final List<Map<String, Object>> values = new ArrayList<>();

    private final List<Integer> limits = new ArrayList<>();

    private final List<Integer> offsets = new ArrayList<>();

    /** What the statements answer, by a part of their text. */
    private final Map<String, List<?>> answers = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        TestRows.local(this.serializer);
        when(this.queryManager.createQuery(anyString(), eq(Query.HQL))).thenAnswer(invocation -> {
            String text = invocation.getArgument(0);
            this.statements.add(text);
            Map<String, Object> bound = new HashMap<>();
            this.values.add(bound);
            Query query = mock(Query.class);
            when(query.bindValue(anyString(), any())).thenAnswer(bind -> {
                bound.put(bind.getArgument(0), bind.getArgument(1));
                return query;
            });
            when(query.setLimit(anyInt())).thenAnswer(limit -> {
                this.limits.add(limit.getArgument(0));
                return query;
            });
            when(query.setOffset(anyInt())).thenAnswer(offset -> {
                this.offsets.add(offset.getArgument(0));
                return query;
            });
            when(query.execute()).thenAnswer(execute -> this.answers.entrySet().stream()
                .filter(answer -> text.contains(answer.getKey())).findFirst().map(Map.Entry::getValue)
                .orElse(List.of()));
            return query;
        });
    }

    private Object[] object(int id)
    {
        return new Object[] {(long) id, "A.P" + id + ".WebHome", 0, Schema.EXPERT.getClassName(), "Expert " + id};
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void numberOfStatementsDoesNotGrow(int rows) throws Exception
    {
        this.answers.put("BaseObject", IntStream.range(0, rows).mapToObj(this::object).toList());
        this.answers.put("StringProperty p where", List.<Object[]>of(new Object[] {0L, "country", "MX"}));
        this.answers.put("IntegerProperty", List.<Object[]>of(new Object[] {0L, "consent", 1}));
        this.answers.put("DBStringListProperty",
            List.of(new Object[] {0L, "languages", "es"}, new Object[] {0L, "languages", "en"}));
        List<String> pages = IntStream.range(0, rows).mapToObj(id -> "A.P" + id + ".WebHome").toList();
        Rows result = this.reader.read(WIKI, pages, Schema.EXPERT, Schema.EXPERTISE);
        assertEquals(5, this.statements.size());
        Row first = result.first(Schema.EXPERT).values().iterator().next();
        assertEquals("MX", first.text("country"));
        assertTrue(first.flag("consent"));
        assertEquals(List.of("es", "en"), first.list("languages"));
        assertEquals("Expert 0", first.title());
        assertEquals(rows, result.first(Schema.EXPERT).size());
        assertTrue(this.limits.stream().allMatch(limit -> limit > 0));
    }

    @Test
    void onlyTheTablesThatAreWantedAreRead() throws Exception
    {
        this.answers.put("BaseObject", List.<Object[]>of(object(1)));
        this.reader.load(WIKI, List.of(new Found(1, "A.B", 0, Schema.CHALLENGE.getClassName(), "")),
            java.util.Set.of("state"), Schema.CHALLENGE);
        assertEquals(1, this.statements.size());
        assertTrue(this.statements.get(0).contains(" StringProperty "));
        assertEquals(List.of("state"), List.copyOf((Collection<?>) this.values.get(0).get("names")));
    }

    @Test
    void orderOfThePagesIsKept() throws Exception
    {
        this.answers.put("BaseObject", List.of(object(1), object(2)));
        Rows rows = this.reader.read(WIKI, List.of("A.P2.WebHome", "A.P1.WebHome"), Schema.EXPERT);
        assertEquals(List.of("P2", "P1"), rows.first(Schema.EXPERT).keySet().stream()
            .map(page -> page.getLastSpaceReference().getName()).toList());
    }

    @Test
    void nothingWantedNothingRead() throws Exception
    {
        assertTrue(this.reader.read(WIKI, List.of(), Schema.EXPERT).byPage().isEmpty());
        assertTrue(this.reader.titles(new ArrayList<>()).isEmpty());
        assertTrue(this.statements.isEmpty());
    }

    @Test
    void hostileNamesAreBound() throws Exception
    {
        String hostile = "A' or 1=1 --.WebHome";
        this.reader.read(WIKI, List.of(hostile), Schema.EXPERT);
        assertTrue(this.statements.stream().noneMatch(text -> text.contains("1=1")));
        assertEquals(List.of(hostile), List.copyOf((Collection<?>) this.values.get(0).get("pages")));
    }

    private Page<Found> page(PageRequest request, IntPredicate visible) throws Exception
    {
        return this.reader.page(WIKI, this.reader.objects().add("order by doc.fullName"), request,
            page -> visible.test(Integer.parseInt(page.getLastSpaceReference().getName().substring(1))));
    }

    private List<Integer> ids(Page<Found> page)
    {
        return page.rows().stream().map(row -> (int) row.id()).toList();
    }

    @Test
    void pageOfAList() throws Exception
    {
        this.answers.put("order by doc.fullName", IntStream.range(0, 50).mapToObj(this::object).toList());
        Page<Found> page = page(new PageRequest("40", 2), id -> true);
        assertEquals(List.of(40, 41), ids(page));
        assertEquals("42", page.next());
        assertEquals(Count.exactly(50), page.total());
        assertEquals(List.of(1001), this.limits);
        assertEquals(List.of(), this.offsets);
        assertEquals(Schema.CODE_SPACE, this.values.get(0).get("code"));
    }

    @Test
    void whatTheUserMayNotSeeIsNotEvenCounted() throws Exception
    {
        this.answers.put("order by", IntStream.range(0, 10).mapToObj(this::object).toList());
        Page<Found> page = page(PageRequest.first(3), id -> id % 2 == 1);
        assertEquals(List.of(1, 3, 5), ids(page));
        assertEquals(Count.exactly(5), page.total());
        page = page(new PageRequest(page.next(), 3), id -> id % 2 == 1);
        assertEquals(List.of(7, 9), ids(page));
        assertNull(page.next());
        assertEquals(Count.exactly(0), page(PageRequest.first(), id -> false).total());
    }

    @Test
    void aLongListIsReadAsFarAsNeeded() throws Exception
    {
        this.answers.put("order by", IntStream.range(0, 1001).mapToObj(this::object).toList());
        Page<Found> page = page(PageRequest.first(3), id -> true);
        assertEquals(new Count(1000, true), page.total());
        assertEquals(1, this.statements.size());
        // Where next to all is hidden, the list goes on until it ends or begins to cost.
        page = page(PageRequest.first(100), id -> id == 7);
        assertEquals(10, page.rows().size());
        assertTrue(page.total().more());
        assertEquals(11, this.statements.size());
        assertEquals(9009, this.offsets.get(this.offsets.size() - 1));
        // Nobody turns pages that far.
        assertEquals(List.of(), page(new PageRequest("999999", 100), id -> id == 7).rows());
        assertEquals(10101, this.limits.get(this.limits.size() - 1));
    }

    @Test
    void lastPageOfAList() throws Exception
    {
        this.answers.put("order by", List.<Object[]>of(object(1)));
        assertNull(page(PageRequest.first(), id -> true).next());
        assertEquals(List.of(), page(new PageRequest("40", 2), id -> true).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "99999999999", "1; drop", "@x"})
    void wrongCursorIsTheFirstPage(String cursor)
    {
        assertEquals(0, RowReader.offset(new PageRequest(cursor, 10)));
    }

    @Test
    void countStops() throws Exception
    {
        this.answers.put("select", IntStream.range(0, 1001).boxed().toList());
        Count count = this.reader.count(WIKI, new Statement("select doc.id from XWikiDocument doc"));
        assertEquals(new Count(1000, true), count);
        assertEquals("1000+", count.toString());
        assertEquals(List.of(1001), this.limits);
        assertTrue(this.statements.stream().noneMatch(text -> text.contains("count(")));
    }

    @Test
    void belowASpace()
    {
        DocumentReference page = TestRows.page("A.B_C.WebHome");
        Statement statement = this.reader.below(this.reader.objects(), page.getLastSpaceReference());
        assertEquals("A.B_C", statement.getValues().get("space"));
        assertEquals("A.B!_C.%", statement.getValues().get("below"));
    }

    @Test
    void failure() throws Exception
    {
        when(this.queryManager.createQuery(anyString(), eq(Query.HQL)))
            .thenThrow(new QueryException("no", null, null));
        CrowdsourcingException exception = assertThrows(CrowdsourcingException.class,
            () -> this.reader.list(WIKI, new Statement("select")));
        assertTrue(exception.getErrors().isEmpty());
    }
}

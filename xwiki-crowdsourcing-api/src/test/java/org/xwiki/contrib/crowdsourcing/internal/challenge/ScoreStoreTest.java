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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreSheet;
import org.xwiki.contrib.crowdsourcing.internal.store.Members;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
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
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests where scores are stored, and who is in a group.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({RowReader.class})
class ScoreStoreTest
{
    private static final DocumentReference A = TestRows.page("I.A.WebHome");

    private static final DocumentReference ALICE = TestRows.page("XWiki.Alice");

    @InjectMockComponents
    private ScoreStore store;

    @InjectMockComponents
    private Members members;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Seen seen;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private EntityReferenceSerializer<String> whole;

    @MockComponent
    @Named("compactwiki")
    private EntityReferenceSerializer<String> compact;

    private RecordingQueries queries;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        TestRows.local(this.serializer);
        when(this.compact.serialize(any(), any())).then(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.whole.serialize(any())).then(call -> "xwiki:" + TestRows.local((EntityReference) call.getArgument(0)));
        when(this.seen.of(any())).thenReturn("");
        this.queries = new RecordingQueries(this.queryManager);
    }

    private static String name()
    {
        return ScoreStore.name("XWiki.Alice");
    }

    @Test
    void aPageForEachPersonAndChallenge() throws Exception
    {
        assertEquals(TestRows.page("I.A.Scores." + name()), this.store.page(A, ALICE));
        when(this.writer.createHidden(any(), any(), any(), any())).thenReturn(true);
        this.store.write(A, ALICE, Map.of("b", 1, "a", 5), "Why");
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).createHidden(eq(TestRows.page("I.A.Scores." + name())), eq(""), eq(Schema.SCORE),
            values.capture());
        assertEquals("a=5\nb=1", values.getValue().get("scores"));
        assertEquals("XWiki.Alice", values.getValue().get("user"));
    }

    @Test
    void changedByWhoSawWhatIsThere() throws Exception
    {
        assertThrows(ConflictException.class, () -> this.store.write(A, ALICE, Map.of("a", 5), ""), "Given elsewhere");
        when(this.seen.of(A)).thenReturn("stamp");
        this.store.write(A, ALICE, Map.of("a", 5), "");
        verify(this.seen).expect(this.store.page(A, ALICE), "stamp");
        verify(this.writer).update(eq(this.store.page(A, ALICE)), eq(Schema.SCORE), any(), eq(""));
        this.store.look(A, ALICE);
        ArgumentCaptor<Function<Row, Map<String, Object>>> change = ArgumentCaptor.captor();
        verify(this.writer).adjust(eq(this.store.page(A, ALICE)), eq(Schema.SCORE), change.capture(), eq(""));
        assertEquals(1, change.getValue().apply(TestRows.row(A)).size());
        assertEquals(Map.of(), change.getValue().apply(TestRows.row(A, "lookedOn", "2017-05-12T10:00:00Z")), "Once");
    }

    @Test
    void allSheetsOfAnInitiativeAtOnce() throws Exception
    {
        this.queries.answer("obj.className = :class",
            RecordingQueries.row(1L, "I.A.Scores.s1", 0, Schema.SCORE.getClassName(), ""),
            RecordingQueries.row(2L, "I.A.Scores.s2", 0, Schema.SCORE.getClassName(), ""),
            RecordingQueries.row(3L, "I.A.B.Scores.s1", 0, Schema.SCORE.getClassName(), ""));
        this.queries.answer("LargeStringProperty", RecordingQueries.row(1L, "scores", "a=5\n\nb = 4\nc=9\n=1\nx"));
        this.queries.answer(" StringProperty p", RecordingQueries.row(1L, "user", "XWiki.Alice"));
        Map<DocumentReference, List<ScoreSheet>> found = this.store.getAll(TestRows.page("I.WebHome"));
        assertEquals(2, found.get(A).size());
        assertEquals(Map.of("a", 5, "b", 4), found.get(A).get(0).scores(), "What is no score is none");
        assertEquals(ALICE, found.get(A).get(0).user());
        assertEquals(1, found.get(TestRows.page("I.A.B.WebHome")).size());
        assertEquals(3, this.queries.statements().size(), "However many there are");
        assertFalse(this.queries.values(2).get("names").toString().contains("note"), "Notes are for one challenge");
        assertTrue(this.queries.limits().stream().allMatch(limit -> limit > 0));
    }

    @Test
    void criteriaHaveAWeight() throws Exception
    {
        when(this.pages.all(A, Schema.CRITERION)).thenReturn(List.of(TestRows.row(A, "uid", "a", "title", "Impact"),
            TestRows.row(A, "uid", "", "title", "No identifier"), TestRows.row(A, "uid", "b", "weight", 7)));
        assertEquals(List.of(1, 7),
            this.store.getCriteria(TestRows.row(A)).stream().map(criterion -> criterion.weight()).toList());
    }

    @Test
    void membersAreFoundThroughGroupsInGroups() throws Exception
    {
        List<DocumentReference> partners = List.of(TestRows.page("I.Groups.Partners"));
        assertFalse(this.members.contain(partners, ALICE));
        assertFalse(this.members.contain(List.of(), ALICE));
        this.queries.answer("p.value in (:members)", "I.Groups.Team", "I.Groups.Partners");
        assertTrue(this.members.contain(partners, ALICE));
        assertEquals("[XWiki.Alice, xwiki:XWiki.Alice]",
            ((Collection<?>) this.queries.values(0).get("members")).stream().sorted().toList().toString());
        this.queries.answer("p.value in (:members)", "I.Groups.Team");
        assertFalse(this.members.contain(partners, ALICE), "A group in itself comes to an end");
    }
}

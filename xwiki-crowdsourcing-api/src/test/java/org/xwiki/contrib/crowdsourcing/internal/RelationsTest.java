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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Relations}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class RelationsTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.WebHome");

    private static final String AREA = "area";

    private static final String SOURCES = "sources";

    private static final String LAW = "Areas.Law.WebHome";

    private static final String CONTRIBUTION = "I.C.Dialogue.c1";

    private static final Object SOURCE = new Object();

    @InjectMockComponents
    private Relations relations;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private Access access;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    private final Map<Schema, List<Row>> before = new HashMap<>();

    private final Map<Schema, List<Row>> after = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(any(), any())).thenAnswer(call -> {
            String value = call.getArgument(0);
            if (value.contains("..")) {
                throw new IllegalArgumentException(value);
            }
            DocumentReference page = TestRows.page(value);
            return value.startsWith("other:")
                ? new DocumentReference("other", page.getLastSpaceReference().getName(), page.getName()) : page;
        });
        when(this.serializer.serialize(any(), any())).thenAnswer(call -> {
            DocumentReference page = call.getArgument(0);
            String local = page.toString().substring(page.toString().indexOf(':') + 1);
            return "xwiki".equals(page.getWikiReference().getName()) ? local : "other:" + local;
        });
        when(this.changes.isEdited()).thenReturn(true);
        when(this.access.canView(any())).thenReturn(true);
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        exists(LAW, Schema.AREA);
        exists(CONTRIBUTION, Schema.CONTRIBUTION);
    }

    private void exists(String reference, Schema schema) throws Exception
    {
        DocumentReference page = TestRows.page(reference);
        when(this.pages.exists(page)).thenReturn(true);
        when(this.pages.find(page, schema)).thenReturn(Optional.of(TestRows.row(page)));
    }

    private static void put(Map<Schema, List<Row>> rows, Schema schema, Object... values)
    {
        rows.computeIfAbsent(schema, key -> new ArrayList<>()).add(TestRows.row(PAGE, values));
    }

    private static PageState state(Map<Schema, List<Row>> rows)
    {
        return new PageState(PAGE, !rows.isEmpty(), "", "", schema -> rows.getOrDefault(schema, List.of()));
    }

    private List<FieldError> check() throws Exception
    {
        Inputs inputs = new Inputs();
        this.relations.check(state(this.before), state(this.after), inputs);
        return inputs.errors();
    }

    @ParameterizedTest
    @CsvSource({"xwiki:Areas.Law.WebHome", "Areas.Law", "xwiki:Areas.Law"})
    void pagesAreStoredAsStatementsLookForThem(String typed) throws Exception
    {
        put(this.after, Schema.NEED, AREA, typed);
        this.relations.normalize(SOURCE, state(this.before), state(this.after));
        verify(this.changes).set(SOURCE, Schema.NEED, 0, AREA, LAW);
    }

    @ParameterizedTest
    @CsvSource({"Areas.Law.WebHome", "Areas.None.WebHome", "..", "Law", "xwiki:Areas.None", "other:XWiki.Ann"})
    void whatIsNoOtherPageStaysAsItIs(String typed) throws Exception
    {
        put(this.after, Schema.NEED, AREA, typed);
        put(this.after, Schema.DIALOGUE, "facilitator", typed);
        this.relations.normalize(SOURCE, state(this.before), state(this.after));
        verify(this.changes, never()).set(any(), any(), anyInt(), any(), any());
    }

    @Test
    void usersAreStoredWithoutTheirOwnWiki() throws Exception
    {
        exists("XWiki.Faith", Schema.EXPERT);
        put(this.after, Schema.DIALOGUE, "facilitator", "xwiki:XWiki.Faith", "noteTaker", "other:XWiki.Nora");
        this.relations.normalize(SOURCE, state(this.before), state(this.after));
        verify(this.changes).set(SOURCE, Schema.DIALOGUE, 0, "facilitator", "XWiki.Faith");
        verify(this.changes, never()).set(SOURCE, Schema.DIALOGUE, 0, "noteTaker", "other:XWiki.Nora");
    }

    @Test
    void eachSourceIsStoredOnce() throws Exception
    {
        put(this.after, Schema.STEP, SOURCES, List.of(CONTRIBUTION, "xwiki:" + CONTRIBUTION));
        this.relations.normalize(SOURCE, state(this.before), state(this.after));
        verify(this.changes).set(SOURCE, Schema.STEP, 0, SOURCES, List.of(CONTRIBUTION));
    }

    @Test
    void whatWasThereIsNotLookedUpAgain() throws Exception
    {
        put(this.before, Schema.NEED, AREA, "Areas.Law");
        put(this.after, Schema.NEED, AREA, "Areas.Law");
        this.relations.normalize(SOURCE, state(this.before), state(this.after));
        assertEquals(List.of(), check());
        verify(this.pages, never()).exists(any());
    }

    @Test
    void unknownPagesAreRefused() throws Exception
    {
        put(this.after, Schema.NEED, AREA, CONTRIBUTION);
        put(this.after, Schema.RECOMMENDATION, SOURCES, List.of(CONTRIBUTION, "I.C.None", ".."));
        assertEquals(List.of(new FieldError("NeedClass_area", "crowdsourcing.error.unknown.Area", CONTRIBUTION),
            new FieldError("RecommendationClass_sources", "crowdsourcing.error.unknown.Contribution", ".."),
            new FieldError("RecommendationClass_sources", "crowdsourcing.error.unknown.Contribution", "I.C.None")),
            check().stream().filter(error -> !error.field().isEmpty())
                .sorted((a, b) -> a.toString().compareTo(b.toString())).toList());
    }

    @Test
    void aBriefCanBeCited() throws Exception
    {
        exists("I.C.Brief.V1", Schema.BRIEF);
        put(this.after, Schema.STEP, SOURCES, List.of("I.C.Brief.V1"));
        put(this.after, Schema.NEED, AREA, "I.C.Brief.V1");
        assertEquals(List.of(new FieldError("NeedClass_area", "crowdsourcing.error.unknown.Area", "I.C.Brief.V1")),
            check().stream().filter(error -> !error.field().isEmpty()).toList());
    }

    @Test
    void pagesThatMayNotBeSeenAreUnknown() throws Exception
    {
        put(this.after, Schema.NEED, AREA, LAW);
        assertEquals(List.of(), check());
        when(this.access.canView(TestRows.page(LAW))).thenReturn(false);
        assertEquals("crowdsourcing.error.unknown.Area", check().get(0).messageKey());
    }

    @Test
    void thingsStandBelowWhatTheyBelongTo() throws Exception
    {
        for (Schema schema : List.of(Schema.CHALLENGE, Schema.BRIEF, Schema.DIALOGUE, Schema.ROADMAP,
            Schema.RECOMMENDATION)) {
            this.after.clear();
            put(this.after, schema);
            assertEquals(List.of(new FieldError("", "crowdsourcing.error.misplaced." + schema.getName())), check());
        }
        when(this.pages.nearest(PAGE, Schema.ROADMAP)).thenReturn(Optional.of(TestRows.row(PAGE)));
        assertEquals(List.of(), check());
    }

    @Test
    void thingsThatStandElsewhereCanBeChanged() throws Exception
    {
        put(this.before, Schema.BRIEF);
        put(this.after, Schema.BRIEF);
        assertEquals(List.of(), check());
    }

    @Test
    void importsAreNotAsked() throws Exception
    {
        when(this.changes.isEdited()).thenReturn(false);
        put(this.after, Schema.BRIEF);
        put(this.after, Schema.NEED, AREA, "Areas.None.WebHome");
        assertEquals(List.of(), check());
    }
}

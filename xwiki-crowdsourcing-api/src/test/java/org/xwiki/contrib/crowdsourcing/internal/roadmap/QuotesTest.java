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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link QuoteFinder} and {@link QuoteSources}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({QuoteFinder.class, QuoteSources.class})
class QuotesTest
{
    private static final DocumentReference PAGE = TestRows.page("I.R.A.WebHome");

    private static final String FIRST = "I.C.Dialogue.c" + "0".repeat(28);

    private static final String SECOND = "I.C.Dialogue.c" + "1".repeat(28);

    private static final String TEXT = "{{contribution reference=\"...\"/}}";

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    @Named("xwiki/2.1")
    private Parser parser;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private Access access;

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        when(this.access.canView(any())).thenReturn(true);
        when(this.pages.find(any(), any())).thenReturn(Optional.of(TestRows.row(PAGE)));
        when(this.parser.parse(any())).thenReturn(new XDOM(List.of(new ParagraphBlock(List.of(
            new MacroBlock("contribution", Map.of("reference", FIRST), true),
            new MacroBlock("contribution", Map.of("reference", " " + SECOND), true),
            new MacroBlock("contribution", Map.of("reference", "I.C.Dialogue.WebHome"), true),
            new MacroBlock("contribution", Map.of("reference", "\\"), true),
            new MacroBlock("contribution", Map.of(), true),
            new MacroBlock("info", Map.of(), "no quote", false))))));
    }

    private Row row(String text, String... sources)
    {
        return TestRows.row(PAGE, "problem", text, "sources", List.of(sources));
    }

    @Test
    void find() throws Exception
    {
        QuoteFinder finder = this.components.getInstance(QuoteFinder.class);
        assertEquals(Set.of(TestRows.page(FIRST), TestRows.page(SECOND)), finder.find(row(TEXT)));
    }

    @Test
    void textWithoutQuoteIsNotParsed() throws Exception
    {
        QuoteFinder finder = this.components.getInstance(QuoteFinder.class);
        assertTrue(finder.find(row("no {{info}} contribution {{/info}}")).isEmpty());
        verify(this.parser, never()).parse(any());
    }

    @Test
    void textThatCannotBeParsedQuotesNothing() throws Exception
    {
        when(this.parser.parse(any())).thenThrow(new ParseException("no"));
        assertTrue(((QuoteFinder) this.components.getInstance(QuoteFinder.class)).find(row(TEXT)).isEmpty());
    }

    private void add(Row row) throws Exception
    {
        QuoteSources sources = this.components.getInstance(QuoteSources.class);
        sources.add("source", new PageState(PAGE, true, "", "",
            schema -> schema == Schema.RECOMMENDATION ? List.of(row) : List.of()));
    }

    @Test
    void quotesBecomeSources() throws Exception
    {
        add(row(TEXT, SECOND));
        verify(this.changes).set("source", Schema.RECOMMENDATION, "sources", List.of(SECOND, FIRST));
    }

    @Test
    void whatIsGoneDoesNotBecomeASource() throws Exception
    {
        when(this.pages.find(TestRows.page(FIRST), Schema.CONTRIBUTION)).thenReturn(Optional.empty());
        add(row(TEXT, SECOND));
        verify(this.changes, never()).set(any(), any(), any(), any());
    }

    @Test
    void whatMayNotBeSeenDoesNotBecomeASource() throws Exception
    {
        when(this.access.canView(TestRows.page(FIRST))).thenReturn(false);
        add(row(TEXT, SECOND));
        verify(this.changes, never()).set(any(), any(), any(), any());
    }
}

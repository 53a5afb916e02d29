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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javax.inject.Named;
import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.search.WordSearch;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what is asked of the search engine to find experts, and what profiles tell it.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({RowReader.class})
class ExpertSearchTest
{
    private static final String AUDIT = "Areas.Money.Audit.WebHome";

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private ExpertSearch search;

    @MockComponent
    private WordSearch words;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private Provider<LocalizationContext> context;

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
        LocalizationContext reader = mock(LocalizationContext.class);
        when(this.context.get()).thenReturn(reader);
        when(reader.getCurrentLocale()).thenReturn(Locale.GERMAN);
        this.queries = new RecordingQueries(this.queryManager);
        this.queries.answer(":code", RecordingQueries.row("Areas.Money.WebHome", "Flujos de dinero"),
            RecordingQueries.row("Areas.Money.WebHome", "Money flows"),
            RecordingQueries.row("Areas.Secret.WebHome", "Money of ours"), RecordingQueries.row(AUDIT, "Audits"));
    }

    @SuppressWarnings("unchecked")
    private List<Set<String>> asked(String typed) throws Exception
    {
        clearInvocations(this.words);
        this.search.find(typed, page -> !page.toString().contains("Secret"));
        ArgumentCaptor<List<Set<String>>> wanted = ArgumentCaptor.forClass(List.class);
        verify(this.words).find(any(), any(), any(), eq(ExpertWords.FIELD), wanted.capture(), anyInt());
        return wanted.getValue();
    }

    private static boolean finds(List<Set<String>> wanted, String position, String... values)
    {
        List<String> areas = Stream.of(values).filter(value -> value.endsWith("WebHome")).toList();
        Set<String> known = ExpertWords.of(TestRows.row(TestRows.page("E.Ana.WebHome"), "position", position, "country",
            "MX", "languages", List.of("pt")), areas);
        return wanted.stream().noneMatch(forms -> Collections.disjoint(forms, known));
    }

    @ParameterizedTest
    @CsvSource({"auditor, Auditors of banks", "auditing, She audits", "investigadora, Investigadores de campo", "obra, obras", "casas, La casa de todos",
        "COMPRA p\u00FAblica, Compras publicas", "pesquisador, Pesquisadores do clima", "fraudes, a fraude em s\u00E9rie",
        "chercheuse, Chercheur en droit", "enqu\u00EAtes, l'enqu\u00EAte de la ville"})
    void wordsAreFoundInAnyFormAndLanguage(String typed, String position) throws Exception
    {
        assertTrue(finds(asked(typed), position));
        assertFalse(finds(asked(typed + " zzz"), position), "All words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\u00E9xico", "mexico", "Mexique", "Mexiko", "portugu\u00EAs", "Portuguese", "portugiesisch",
        "Latinoam\u00E9rica", "caribbean", "Am\u00E9rique latine"})
    void countriesRegionsAndLanguagesHaveNames(String typed) throws Exception
    {
        assertTrue(finds(asked(typed), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Canada", "Northern America", "German"})
    void otherNamesAreNotFound(String typed) throws Exception
    {
        assertFalse(finds(asked(typed), ""));
    }

    @Test
    void areasAreFoundByTheirTitlesAndThoseAbove() throws Exception
    {
        List<Set<String>> wanted = asked("dinero");
        assertTrue(finds(wanted, "", AUDIT), "A topic of the area");
        assertFalse(finds(wanted, "", "Areas.Secret.WebHome"));
        assertFalse(finds(asked("money ours"), "", "Areas.Secret.WebHome"), "Nobody learns of a title");
        assertFalse(finds(asked("audit"), "", "Areas.Money.WebHome"), "Not the area of a topic");
    }

    @Test
    void whoseNameBeginsSoIsFoundAtOnce() throws Exception
    {
        this.queries.answer(":later", "E.Ana.WebHome");
        when(this.words.find(any(), any(), any(), any(), any(), anyInt())).thenReturn(List.of("E.Bea.WebHome"));
        assertEquals(new HashSet<>(Set.of("E.Ana.WebHome", "E.Bea.WebHome")), this.search.find("An_a", page -> true));
        assertEquals("an!_a%", this.queries.values(0).get("text"));
        assertEquals("% an!_a%", this.queries.values(0).get("later"));
        assertEquals(2, this.queries.statements().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "*", "!!", "\uD83D\uDE00\u200D", "( ) : /", "' or 1=1 --", "{!term f=hidden}true",
        "zzz\u202E", "\u0641\u0633\u0627\u062F", "a AND NOT (b"})
    void nothingThatIsTypedIsReadAsAQuery(String typed) throws Exception
    {
        assertEquals(Set.of(), this.search.find(typed, page -> true));
    }

    @Test
    void whatIsEmptyNarrowsNothing() throws Exception
    {
        assertNull(this.search.find(null, page -> true));
        assertNull(this.search.find(" ", page -> true));
        assertEquals(List.of(), this.queries.statements());
    }

    @Test
    void whatIsTooLongIsRefusedAtTheField() throws Exception
    {
        CrowdsourcingException refused =
            assertThrows(CrowdsourcingException.class, () -> this.search.find("a".repeat(251), page -> true));
        assertEquals("search", refused.getErrors().get(0).field());
        verify(this.words, never()).find(any(), any(), any(), any(), any(), anyInt());
    }

    @Test
    void aSearchEngineThatDoesNotAnswer() throws Exception
    {
        when(this.words.find(any(), any(), any(), any(), any(), anyInt()))
            .thenThrow(new QueryException("Down", null, null));
        CrowdsourcingException failed =
            assertThrows(CrowdsourcingException.class, () -> this.search.find("zzz", page -> true));
        assertEquals("crowdsourcing.error.searchFailed", failed.getErrors().get(0).messageKey());
        assertEquals("Failed to search the directory of experts", this.logs.getMessage(0));
    }
}

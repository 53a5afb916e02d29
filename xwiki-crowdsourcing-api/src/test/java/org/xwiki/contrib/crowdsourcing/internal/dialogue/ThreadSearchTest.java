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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.inject.Named;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.util.NamedList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.search.WordSearch;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests what is asked of the search engine, and what of its answer is shown.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({RowReader.class, ContributionStore.class, WordSearch.class})
class ThreadSearchTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final String SPACE = "I.C.Dialogue.";

    private static final String RIGHTS = "className = :rights";

    private static final String SHOWN = ":states";

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private ThreadSearch search;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private Access access;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private RecordingQueries queries;

    private final Map<String, Object> asked = new TreeMap<>();

    private final SolrDocumentList found = new SolrDocumentList();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        TestRows.local(this.serializer);
        when(this.access.canView(any())).thenReturn(true);
        this.queries = new RecordingQueries(this.queryManager);
        Query solr = mock(Query.class);
        when(this.queryManager.createQuery("*:*", "solr")).thenReturn(solr);
        when(solr.bindValue(anyString(), any())).then(invocation -> {
            this.asked.put(invocation.getArgument(0), invocation.getArgument(1));
            return solr;
        });
        when(solr.setLimit(anyInt())).then(invocation -> {
            this.asked.put("rows", invocation.getArgument(0));
            return solr;
        });
        when(solr.execute()).then(invocation -> {
            QueryResponse response = new QueryResponse();
            NamedList<Object> answer = new NamedList<>();
            answer.add("response", this.found);
            response.setResponse(answer);
            return List.of(response);
        });
    }

    private void found(String... names)
    {
        for (String name : names) {
            SolrDocument document = new SolrDocument();
            document.setField("fullname", SPACE + name);
            this.found.add(document);
        }
    }

    private static Object[] pages(String... names)
    {
        return List.of(names).stream().map(name -> SPACE + name).toArray();
    }

    private Matches find(String words) throws Exception
    {
        return this.search.find(DIALOGUE, words);
    }

    @SuppressWarnings("unchecked")
    private List<String> words()
    {
        return ((Collection<String>) this.asked.get("fq")).stream().filter(each -> each.startsWith("{!terms"))
            .toList();
    }

    @Test
    void nothingIsAskedWithoutWords() throws Exception
    {
        assertSame(Matches.ALL, find(""));
        assertEquals(Map.of(), this.asked);
        assertEquals(List.of(), this.queries.statements());
    }

    @Test
    void onlyContributionsOfTheThreadAreLookedFor() throws Exception
    {
        found("a", "b");
        this.queries.answer(SHOWN, pages("a", "b"));
        Matches matches = find("register");
        assertEquals(Set.of(SPACE + "a", SPACE + "b"), matches.pages());
        assertTrue(!matches.more() && !matches.all());
        assertEquals(List.of("{!term f=type}DOCUMENT", "{!term f=wiki}xwiki", "{!term f=space_exact}I.C.Dialogue",
            "{!term f=class}Crowdsourcing.Code.ContributionClass"),
            ((List<?>) this.asked.get("fq")).subList(0, 4));
        assertEquals("fullname", this.asked.get("fl"));
        assertEquals(1001, this.asked.get("rows"));
        assertEquals("creationdate desc", this.asked.get("sort"));
        assertEquals(2, this.queries.statements().size());
    }

    @Test
    void everyWordIsLookedForInEveryForm() throws Exception
    {
        find("contratos p\u00FAblicos");
        assertEquals(2, words().size());
        String prefix = "{!terms f=contribution.words_string separator=\" \" cache=false}";
        assertTrue(words().stream().allMatch(each -> each.startsWith(prefix)), words().toString());
        assertTrue(Set.of(words().get(0).substring(prefix.length()).split(" "))
            .containsAll(Set.of("contratos", "contrat")), words().toString());
        assertTrue(Set.of(words().get(1).substring(prefix.length()).split(" ")).contains("publicos"),
            words().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"register} OR *:*", "\"register\" AND hidden:true", "register) OR (*", "+register -x*",
        "{!term f=hidden}register", "register*", "\\register\\", "${register}", "[register TO *]", "/register/"})
    void nothingThatIsTypedIsAPartOfTheQuery(String typed) throws Exception
    {
        find(typed);
        for (String each : words()) {
            String value = each.substring(each.indexOf('}') + 1);
            assertTrue(value.matches("[\\p{L}\\p{N}: ]+"), value);
        }
        assertTrue(words().stream().anyMatch(each -> each.matches(".*[} ]register( .*|$)")), words().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0641\u0633\u0627\u062F", "\uD83D\uDE00", "\u8150\u6557", "12,000", "AND", "the", "O'Neil"})
    void wordsOfAnyScript(String typed) throws Exception
    {
        find(typed);
        assertTrue(!words().isEmpty(), typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "\"\"", "?!", "...", "\u00AB\u00BB"})
    void whatIsNoWordIsRefused(String typed)
    {
        assertEquals(List.of(new FieldError("search", "crowdsourcing.error.searchWords")), refusal(typed));
    }

    @Test
    void whatIsTooLongOrNoTextIsRefused()
    {
        assertEquals("crowdsourcing.error.tooLong", refusal("a ".repeat(500)).get(0).messageKey());
        assertEquals("crowdsourcing.error.controlCharacters", refusal("a\u0000b").get(0).messageKey());
    }

    private List<FieldError> refusal(String typed)
    {
        List<FieldError> errors = assertThrows(CrowdsourcingException.class, () -> find(typed)).getErrors();
        assertEquals("search", errors.get(0).field());
        assertEquals(Map.of(), this.asked);
        return errors;
    }

    @Test
    void whatWasHiddenMeanwhileIsNeitherShownNorCounted() throws Exception
    {
        found("a", "hidden", "b");
        this.queries.answer(SHOWN, pages("a"));
        assertEquals(Set.of(SPACE + "a"), find("register").pages());
        assertEquals(List.of("published", "merged"), this.queries.values(0).get("states"));
        assertEquals(List.of(pages("a", "hidden", "b")), this.queries.values(0).get("pages"));
    }

    @Test
    void pagesWithRightsOfTheirOwnAreAskedAbout() throws Exception
    {
        found("a", "secret", "open", "b");
        this.queries.answer(SHOWN, pages("a", "secret", "open", "b"));
        this.queries.answer(RIGHTS, pages("secret", "open"));
        when(this.access.canView(TestRows.page(SPACE + "secret"))).thenReturn(false);
        assertEquals(Set.of(SPACE + "a", SPACE + "open", SPACE + "b"), find("register").pages());
    }

    @Test
    void whoMayViewTheThreadAloneFindsNothing() throws Exception
    {
        found("a", "b");
        this.queries.answer(SHOWN, pages("a", "b"));
        when(this.access.canView(any())).thenReturn(false);
        assertTrue(find("register").isEmpty());
    }

    @Test
    void thereMayBeMore() throws Exception
    {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            names.add("c" + i);
        }
        found(names.toArray(new String[0]));
        this.queries.answer(SHOWN, pages("c0"));
        Matches matches = find("register");
        assertTrue(matches.more());
        assertEquals(1000, ((List<?>) this.queries.values(0).get("pages")).size());
    }

    @Test
    void searchThatDoesNotAnswer() throws Exception
    {
        when(this.queryManager.createQuery("*:*", "solr")).thenThrow(new QueryException("No search engine", null));
        assertEquals(List.of(new FieldError("search", "crowdsourcing.error.searchFailed")), refusal("register"));
        assertTrue(this.logs.getMessage(0).startsWith("Failed to search the discussion ["));
    }
}

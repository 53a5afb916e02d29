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
package org.xwiki.contrib.crowdsourcing.internal.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Provider;

import org.apache.solr.common.SolrInputDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.util.DefaultParameterizedType;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertWords;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.search.solr.SolrEntityMetadataExtractor;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.LargeStringProperty;
import com.xpn.xwiki.objects.StringProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests what the search of the wiki knows of our pages, through the components that it asks.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({SearchEntry.class, SearchedPage.class, SearchedObject.class, SearchedText.class,
    SearchedString.class})
class SearchEntryTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.Dialogue.c1");

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private Provider<XWikiContext> contextProvider;

    private final SolrInputDocument entry = new SolrInputDocument();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        XWikiContext context = mock(XWikiContext.class);
        XWiki wiki = mock(XWiki.class);
        when(this.contextProvider.get()).thenReturn(context);
        when(context.getWiki()).thenReturn(wiki);
        when(wiki.getPlainUserName(TestRows.page("XWiki.Eva"), context)).thenReturn("Eva Expert");
        this.entry.setField("hidden", true);
        this.entry.setField("title_en", "Title of the dialogue");
        this.entry.setField("class", "Crowdsourcing.Code.ContributionClass");
        for (String field : new String[] {"objcontent_en", "objcontent__", "object.X_en", "property.X.text_en",
            "propertyvalue_", "propertyvalue_en"}) {
            this.entry.setField(field, "What was said");
        }
    }

    private void stored(Schema schema, Object... values) throws Exception
    {
        when(this.pages.find(PAGE, schema)).thenReturn(Optional.of(TestRows.row(PAGE, values)));
    }

    private <E> boolean extract(Class<E> type, E entity) throws Exception
    {
        SolrEntityMetadataExtractor<E> extractor = this.components.getInstance(
            new DefaultParameterizedType(null, SolrEntityMetadataExtractor.class, type), "crowdsourcing");
        return extractor.extract(entity, this.entry);
    }

    private boolean page() throws Exception
    {
        XWikiDocument document = mock(XWikiDocument.class);
        when(document.getDocumentReference()).thenReturn(PAGE);
        return extract(XWikiDocument.class, document);
    }

    private void assertConcealed()
    {
        assertEquals(true, this.entry.getFieldValue("hidden"));
        assertFalse(this.entry.toString().contains("What was said"), this.entry.toString());
    }

    @Test
    void otherPagesAreNoConcern() throws Exception
    {
        String before = this.entry.toString();
        assertFalse(page());
        assertEquals(before, this.entry.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "merged"})
    void contributionIsFoundByWhoSaidWhat(String state) throws Exception
    {
        stored(Schema.CONTRIBUTION, "state", state, "author", "XWiki.Eva", "text", "Publish\n all  contracts");
        assertTrue(page());
        assertEquals(false, this.entry.getFieldValue("hidden"));
        assertEquals("Eva Expert: Publish all contracts", this.entry.getFieldValue("title_en"));
        assertEquals("What was said", this.entry.getFieldValue("objcontent__"));
    }

    @Test
    void contributionIsFoundByItsWordsInItsOwnLanguage() throws Exception
    {
        stored(Schema.CONTRIBUTION, "state", "published", "author", "XWiki.Eva", "speaker", "Jos\u00E9 \"Pepe\"", "text",
            "Los **contratos** de las obras p\u00FAblicas: https://example.org", "passage", "the payments", "reason",
            "Declined");
        assertTrue(page());
        Set<Object> words = new HashSet<>(this.entry.getFieldValues(SearchEntry.WORDS));
        assertTrue(words.containsAll(Set.of("contratos", "contrat", "publicas", "jose", "pepe", "payment", "expert",
            "example.org")), words.toString());
        assertFalse(words.contains("declined"), words.toString());

        stored(Schema.CONTRIBUTION, "state", "hidden", "author", "XWiki.Eva", "text", "contratos");
        this.entry.removeField(SearchEntry.WORDS);
        assertTrue(page());
        assertFalse(this.entry.containsKey(SearchEntry.WORDS));
    }

    @Test
    void titleOfALongContribution() throws Exception
    {
        stored(Schema.CONTRIBUTION, "state", "published", "speaker", "Ana", "text", "\uD83D\uDE00".repeat(81));
        assertTrue(page());
        assertEquals("Ana: " + "\uD83D\uDE00".repeat(80) + '\u2026', this.entry.getFieldValue("title_en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "awaiting", "", "nonsense"})
    void contributionThatIsNotShownIsNotFound(String state) throws Exception
    {
        stored(Schema.CONTRIBUTION, "state", state, "author", "XWiki.Eva", "text", "Publish");
        assertTrue(page());
        assertConcealed();
        assertEquals("Title of the dialogue", this.entry.getFieldValue("title_en"));
    }

    @Test
    void objectsAndPropertiesOfAHiddenContribution() throws Exception
    {
        BaseObject object = mock(BaseObject.class);
        when(object.getDocumentReference()).thenReturn(PAGE);
        LargeStringProperty text = mock(LargeStringProperty.class);
        when(text.getObject()).thenReturn(object);
        StringProperty string = mock(StringProperty.class);
        when(string.getObject()).thenReturn(object);
        stored(Schema.CONTRIBUTION, "state", "published");
        assertFalse(extract(BaseObject.class, object) || extract(LargeStringProperty.class, text)
            || extract(StringProperty.class, string));

        stored(Schema.CONTRIBUTION, "state", "hidden");
        assertTrue(extract(BaseObject.class, object));
        assertConcealed();
        this.entry.setField("propertyvalue_en", "What was said");
        assertTrue(extract(LargeStringProperty.class, text));
        assertConcealed();
        this.entry.setField("propertyvalue_en", "What was said");
        assertTrue(extract(StringProperty.class, string));
        assertConcealed();
    }

    @Test
    void whoWasAskedIsNotFound() throws Exception
    {
        stored(Schema.ENGAGEMENT, "state", "accepted");
        assertTrue(page());
        assertConcealed();
    }

    @Test
    void whatCuratorsSayOfAnExpertIsNotFound() throws Exception
    {
        stored(Schema.ADJUSTMENT, "reason", "Was late");
        assertTrue(page());
        assertConcealed();
    }

    @Test
    void expertIsFoundWithConsent() throws Exception
    {
        stored(Schema.EXPERT, "consent", 1, "position", "Investigadora", "biography", "She has led the audits of banks",
            "country", "MX", "languages", List.of("es"));
        when(this.pages.all(PAGE, Schema.EXPERTISE)).thenReturn(List.of(TestRows.row(PAGE, "area", "Areas.A.WebHome"),
            TestRows.row(PAGE, "area", "")));
        assertTrue(page());
        Set<Object> words = new HashSet<>(this.entry.getFieldValues(ExpertWords.FIELD));
        // Without a word that tells the language, the stems of all languages.
        assertTrue(words.containsAll(Set.of("investigadora", "investigador", "audit", "bank", "COUNTRY.MX",
            "REGION.latin-america-caribbean", "LANGUAGE.es")), words.toString());
        assertEquals(1, words.stream().filter(word -> word.toString().startsWith("AREA.")).count());
        this.entry.removeField(ExpertWords.FIELD);
        stored(Schema.EXPERT, "consent", 0);
        assertTrue(page());
        assertConcealed();
        assertFalse(this.entry.containsKey(ExpertWords.FIELD));
    }

    @Test
    void recommendationIsFoundOnceItIsPublished() throws Exception
    {
        stored(Schema.RECOMMENDATION, "state", "published");
        assertFalse(page());
        stored(Schema.RECOMMENDATION, "state", "draft");
        assertTrue(page());
        assertConcealed();
    }

    @Test
    void whatCannotBeReadIsNotFound() throws Exception
    {
        when(this.pages.find(PAGE, Schema.CONTRIBUTION)).thenThrow(new CrowdsourcingException("Broken", null));
        assertTrue(page());
        assertConcealed();
        assertTrue(this.logs.getMessage(0).startsWith("Failed to find out who may find the page ["));
    }
}

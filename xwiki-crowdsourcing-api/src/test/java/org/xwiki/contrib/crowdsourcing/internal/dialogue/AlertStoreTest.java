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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheManager;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link AlertStore}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(RowReader.class)
class AlertStoreTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final String SPACE = "I.C.Dialogue.";

    @InjectMockComponents
    private AlertStore store;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    private EntityReferenceSerializer<String> wholeSerializer;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private CacheManager caches;

    private RecordingQueries queries;

    private final String idea = ContributionKeys.root(Instant.now());

    private final String first = "as" + this.idea + "0001";

    @BeforeComponent
    void keep() throws Exception
    {
        Map<String, Object> kept = new HashMap<>();
        Cache<Object> cache = mock();
        when(cache.get(anyString())).then(call -> kept.get(call.getArgument(0)));
        doAnswer(call -> kept.put(call.getArgument(0), call.getArgument(1))).when(cache).set(anyString(), any());
        doAnswer(call -> kept.remove(call.getArgument(0))).when(cache).remove(anyString());
        when(this.caches.createNewLocalCache(any())).thenReturn(cache);
    }

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        TestRows.local(this.wholeSerializer);
        when(this.resolver.resolve(anyString(), any())).then(call -> TestRows.page(call.getArgument(0)));
        this.queries = new RecordingQueries(this.queryManager);
    }

    private void stored()
    {
        this.queries.answer("select doc.fullName", SPACE + "about", SPACE + this.first);
        this.queries.answer("select obj.id", RecordingQueries.row(1L, SPACE + this.first, 0,
            Schema.ALERT.getClassName(), ""));
        this.queries.answer("from StringProperty", RecordingQueries.row(1L, "kind", "youngsupport"),
            RecordingQueries.row(1L, "contribution", this.idea), RecordingQueries.row(1L, "state", "open"));
    }

    @Test
    void alertsAreARangeOfNamesThatIsReadOnce() throws Exception
    {
        stored();
        Alerts alerts = this.store.of(DIALOGUE);
        assertTrue(alerts.isOpen(AlertKind.YOUNG_SUPPORT, this.idea));
        assertFalse(alerts.isOpen(AlertKind.IDENTICAL, this.idea));
        assertEquals(Map.of("space", "I.C.Dialogue", "from", SPACE + "a", "to", SPACE + "b"), this.queries.values(0));
        assertEquals(List.of(SPACE + this.first), List.copyOf((java.util.Collection<?>) this.queries.values(1)
            .get("pages")));
        int statements = this.queries.statements().size();
        this.store.of(DIALOGUE);
        assertEquals(statements, this.queries.statements().size());
        this.store.changed(new DocumentReference(this.first, DIALOGUE.getLastSpaceReference()));
        this.store.of(DIALOGUE);
        assertEquals(2 * statements, this.queries.statements().size());
    }

    private void raise(AlertKind kind, String subject, int before) throws Exception
    {
        this.store.raise(DIALOGUE, new AlertFinder.Finding(kind, subject, null, 0, before), Map.of());
    }

    @Test
    void itsNameFollowsFromWhatItIsAbout() throws Exception
    {
        raise(AlertKind.YOUNG_SUPPORT, this.idea, 0);
        raise(AlertKind.YOUNG_SUPPORT, this.idea, 1);
        raise(AlertKind.IDENTICAL, this.idea, 0);
        raise(AlertKind.ONE_AUTHOR, "XWiki.Eva", 0);
        raise(AlertKind.YOUNG_CONTRIBUTIONS, "", 0);
        ArgumentCaptor<DocumentReference> pages = ArgumentCaptor.captor();
        verify(this.writer, times(5)).createHidden(pages.capture(), eq(""), eq(Schema.ALERT), any());
        List<String> names = pages.getAllValues().stream().map(DocumentReference::getName).toList();
        assertEquals(List.of(this.first, "as" + this.idea + "0002", "ai" + this.idea + "0001"), names.subList(0, 3));
        names.forEach(name -> assertTrue(AlertStore.isName(name), name));
        assertEquals(5, names.stream().distinct().count());
        assertFalse(AlertStore.isName("about") || AlertStore.isName(null) || AlertStore.isName(this.idea));
        assertEquals(DIALOGUE.getLastSpaceReference(), pages.getValue().getLastSpaceReference());
    }

    @Test
    void openOnesOfAnInitiativeAreFoundInOneStatement() throws Exception
    {
        stored();
        assertEquals(List.of(new DocumentReference(this.first, DIALOGUE.getLastSpaceReference())),
            this.store.findOpen(TestRows.page("I.WebHome"), 100));
        assertEquals(1, this.queries.statements().size());
        assertEquals("open", this.queries.values(0).get("open"));
        assertEquals("I", this.queries.values(0).get("space"));
        assertEquals(List.of(100), this.queries.limits());
    }

    @Test
    void anErasedPersonIsNotNamedAnyMore() throws Exception
    {
        stored();
        this.queries.answer("from StringProperty", RecordingQueries.row(1L, "kind", "oneauthor"),
            RecordingQueries.row(1L, "author", "XWiki.Eva"));
        this.queries.answer("from LargeStringProperty", RecordingQueries.row(1L, "accounts", "XWiki.Eva\nXWiki.Bob"));
        this.store.erase(DIALOGUE, "XWiki.Carl");
        this.store.erase(DIALOGUE, "XWiki.Eva");
        verify(this.writer, times(1)).erase(any(), eq(Schema.ALERT),
            eq(Map.of("accounts", "XWiki.Bob", "author", "")));
    }
}

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

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheManager;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link AccountAges}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(RowReader.class)
class AccountAgesTest
{
    private static final WikiReference WIKI = new WikiReference("xwiki");

    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    @InjectMockComponents
    private AccountAges ages;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private CacheManager caches;

    private RecordingQueries queries;

    @BeforeComponent
    void keep() throws Exception
    {
        Map<String, Object> kept = new HashMap<>();
        Cache<Object> cache = mock();
        when(cache.get(anyString())).then(call -> kept.get(call.getArgument(0)));
        doAnswer(call -> kept.put(call.getArgument(0), call.getArgument(1))).when(cache).set(anyString(), any());
        when(this.caches.createNewLocalCache(any())).thenReturn(cache);
    }

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.resolver.resolve(anyString(), any())).then(call -> TestRows.page(call.getArgument(0)));
        this.queries = new RecordingQueries(this.queryManager);
    }

    private static Object created(String account, Duration before)
    {
        return RecordingQueries.row(account, Date.from(NOON.minus(before)));
    }

    private List<String> young(boolean unknown, String... accounts) throws Exception
    {
        return this.ages.young(WIKI, List.of(accounts).stream().map(account -> new Act(account, NOON)).toList(), 7,
            unknown).stream().map(Act::account).toList();
    }

    @Test
    void anAccountIsYoungForSomeDays() throws Exception
    {
        this.queries.answer("doc.creationDate", created("XWiki.Now", Duration.ZERO),
            created("XWiki.Young", Duration.ofDays(7).minusSeconds(1)), created("XWiki.Old", Duration.ofDays(7)),
            created("XWiki.Later", Duration.ofSeconds(-1)));
        assertEquals(List.of("XWiki.Now", "xwiki:XWiki.Young"),
            young(false, "XWiki.Now", "xwiki:XWiki.Young", "XWiki.Old", "XWiki.Later", "XWiki.Gone"),
            "What is older than its account was brought along from elsewhere");
    }

    @Test
    void whoHasNoPageAnyMoreIsAsYoungAsSaid() throws Exception
    {
        assertEquals(List.of("XWiki.Gone"), young(true, "XWiki.Gone", "XWiki.superadmin"));
        assertEquals(List.of(), young(false, "XWiki.Gone", "XWiki.superadmin"));
    }

    @Test
    void howOldAnAccountIsIsReadOnce() throws Exception
    {
        this.queries.answer("doc.creationDate", created("XWiki.Young", Duration.ofDays(1)));
        young(false, "XWiki.Young", "XWiki.Young");
        assertEquals(1, this.queries.statements().size());
        assertEquals(List.of("xwiki:XWiki.Young"), young(false, "xwiki:XWiki.Young"));
        assertEquals(1, this.queries.statements().size());
    }

    @Test
    void manyAreReadInFewStatements() throws Exception
    {
        young(false, IntStream.range(0, 1001).mapToObj(i -> "XWiki.U" + i).toArray(String[]::new));
        assertEquals(3, this.queries.statements().size());
        assertEquals(List.of(500, 500, 500), this.queries.limits());
    }
}

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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheManager;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.internal.plan.Steps;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what is kept of a roadmap, and until when.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(PlanCache.class)
class PlanCacheTest
{
    private static final DocumentReference ROADMAP = TestRows.page("I.R.WebHome");

    private static final List<Recommendation> OLD = List.of(Steps.recommendation("Old", null));

    private static final List<Recommendation> NEW = List.of(Steps.recommendation("New", null));

    @MockComponent
    private RoadmapStore store;

    @MockComponent
    private CacheManager caches;

    @MockComponent
    private EntityReferenceSerializer<String> serializer;

    @InjectComponentManager
    private ComponentManager components;

    private PlanCache cache;

    @BeforeEach
    void configure() throws Exception
    {
        Map<String, Object> kept = new HashMap<>();
        Cache<Object> map = mock(Cache.class);
        when(map.get(anyString())).thenAnswer(call -> kept.get(call.<String>getArgument(0)));
        doAnswer(call -> kept.put(call.getArgument(0), call.getArgument(1))).when(map).set(anyString(), any());
        doAnswer(call -> kept.remove(call.<String>getArgument(0))).when(map).remove(anyString());
        when(this.caches.createNewLocalCache(any())).thenReturn(map);
        when(this.serializer.serialize(any()))
            .thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        this.cache = this.components.getInstance(PlanCache.class);
    }

    @Test
    void readOnceUntilAPageOfTheRoadmapChanges() throws Exception
    {
        when(this.store.recommendationsOf(ROADMAP)).thenReturn(OLD, NEW);
        assertEquals(OLD, this.cache.recommendationsOf(ROADMAP));
        this.cache.changed(TestRows.page("I.C.WebHome"));
        assertEquals(OLD, this.cache.recommendationsOf(ROADMAP));
        this.cache.changed(TestRows.page("I.R.A.WebHome"));
        assertEquals(NEW, this.cache.recommendationsOf(ROADMAP));
        verify(this.store, times(2)).recommendationsOf(ROADMAP);
    }

    @Test
    void whatIsChangedWhileItIsReadIsReadAgain() throws Exception
    {
        when(this.store.recommendationsOf(ROADMAP)).thenAnswer(call -> {
            this.cache.changed(TestRows.page("I.R.A.WebHome"));
            return OLD;
        }).thenReturn(NEW);
        assertEquals(OLD, this.cache.recommendationsOf(ROADMAP));
        assertEquals(NEW, this.cache.recommendationsOf(ROADMAP));
    }
}

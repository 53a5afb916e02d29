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

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheException;
import org.xwiki.cache.CacheManager;
import org.xwiki.cache.config.LRUCacheConfiguration;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLifecycleException;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;
import org.xwiki.component.phase.InitializationException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Keeps in memory the recommendations of the roadmaps that are looked at, whoever may see them, so that 1,000 steps are
 * not read with every view.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PlanCache.class)
@Singleton
public class PlanCache implements Initializable, Disposable
{
    private static final int ROADMAPS = 20;

    @Inject
    private RoadmapStore store;

    @Inject
    private CacheManager caches;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    private Cache<Kept> roadmaps;

    /** What is kept of a roadmap. It is there before it is read, so that it goes with what happens meanwhile. */
    private static final class Kept
    {
        private volatile List<Recommendation> recommendations;
    }

    @Override
    public void initialize() throws InitializationException
    {
        try {
            this.roadmaps =
                this.caches.createNewLocalCache(new LRUCacheConfiguration("crowdsourcingPlans", ROADMAPS));
        } catch (CacheException e) {
            throw new InitializationException("Failed to create a cache of roadmaps", e);
        }
    }

    @Override
    public void dispose() throws ComponentLifecycleException
    {
        this.roadmaps.dispose();
    }

    /**
     * @param roadmap the page of a roadmap
     * @return its recommendations with their steps, in their order
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<Recommendation> recommendationsOf(DocumentReference roadmap) throws CrowdsourcingException
    {
        String key = key(roadmap.getLastSpaceReference());
        Kept kept;
        synchronized (this.roadmaps) {
            kept = this.roadmaps.get(key);
            if (kept == null) {
                kept = new Kept();
                this.roadmaps.set(key, kept);
            }
        }
        List<Recommendation> result = kept.recommendations;
        if (result == null) {
            result = this.store.recommendationsOf(roadmap);
            kept.recommendations = result;
        }
        return result;
    }

    /**
     * Takes up that a page was written or deleted.
     *
     * @param page the page
     */
    public void changed(DocumentReference page)
    {
        EntityReference space = page.getLastSpaceReference();
        while (space != null && space.getType() == EntityType.SPACE) {
            this.roadmaps.remove(key(space));
            space = space.getParent();
        }
    }

    private String key(EntityReference space)
    {
        return this.serializer.serialize(space);
    }
}

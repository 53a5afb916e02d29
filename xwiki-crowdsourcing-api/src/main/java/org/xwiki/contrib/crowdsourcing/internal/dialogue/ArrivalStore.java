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
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Keeps the latest contributions of the threads that are looked at.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ArrivalStore.class)
@Singleton
public class ArrivalStore implements Initializable, Disposable
{
    private static final int THREADS = 200;

    /** In seconds, after which they are looked up again, should an event of another machine have been lost. */
    private static final int LIFESPAN = 600;

    @Inject
    private CacheManager caches;

    @Inject
    private ContributionStore contributions;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    private Cache<Recent> threads;

    @Override
    public void initialize() throws InitializationException
    {
        LRUCacheConfiguration configuration = new LRUCacheConfiguration("crowdsourcingArrivals", THREADS);
        configuration.getLRUEvictionConfiguration().setLifespan(LIFESPAN);
        try {
            this.threads = this.caches.createNewLocalCache(configuration);
        } catch (CacheException e) {
            throw new InitializationException("Failed to create the cache of arrivals", e);
        }
    }

    @Override
    public void dispose() throws ComponentLifecycleException
    {
        this.threads.dispose();
    }

    /**
     * @param thread the page of a thread
     * @return its latest contributions
     * @throws CrowdsourcingException if they cannot be read
     */
    Recent recent(DocumentReference thread) throws CrowdsourcingException
    {
        String key = key(thread);
        Recent recent;
        synchronized (this.threads) {
            recent = this.threads.get(key);
            if (recent == null) {
                recent = new Recent();
                // Before it is read, so that it hears of what happens meanwhile.
                this.threads.set(key, recent);
            }
        }
        recent.readOnce(() -> this.contributions.latest(thread, Recent.LIMIT));
        return recent;
    }

    /**
     * Takes up that a contribution was saved or deleted.
     *
     * @param contribution its page
     * @param shown {@code true} if everyone sees it who may see the thread
     */
    void happened(DocumentReference contribution, boolean shown)
    {
        Recent recent = this.threads.get(key(contribution));
        if (recent != null && shown) {
            recent.add(contribution.getName());
        } else if (recent != null) {
            recent.remove(contribution.getName());
        }
    }

    private String key(DocumentReference page)
    {
        return this.serializer.serialize(page.getLastSpaceReference());
    }
}

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

import java.util.function.Supplier;

import javax.inject.Inject;

import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheException;
import org.xwiki.cache.CacheManager;
import org.xwiki.cache.config.LRUCacheConfiguration;
import org.xwiki.component.manager.ComponentLifecycleException;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;
import org.xwiki.component.phase.InitializationException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Keeps in memory what is known of the threads that are looked at, so that it is not read with every view. Whoever
 * keeps something takes care that it hears of what changes it.
 *
 * @param <V> what is known of a thread
 * @version $Id$
 * @since 1.0
 */
abstract class AbstractThreadCache<V> implements Initializable, Disposable
{
    private final LRUCacheConfiguration configuration;

    @Inject
    private CacheManager caches;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    private Cache<V> threads;

    /**
     * @param name the name of the cache
     * @param size how many threads are kept
     */
    AbstractThreadCache(String name, int size)
    {
        this.configuration = new LRUCacheConfiguration(name, size);
    }

    /**
     * @param name the name of the cache
     * @param size how many threads are kept
     * @param lifespan how many seconds, after which this machine sees what it did not hear of another one
     */
    AbstractThreadCache(String name, int size, int lifespan)
    {
        this(name, size);
        this.configuration.getLRUEvictionConfiguration().setLifespan(lifespan);
    }

    @Override
    public void initialize() throws InitializationException
    {
        try {
            this.threads = this.caches.createNewLocalCache(this.configuration);
        } catch (CacheException e) {
            throw new InitializationException("Failed to create a cache of threads", e);
        }
    }

    @Override
    public void dispose() throws ComponentLifecycleException
    {
        this.threads.dispose();
    }

    /**
     * @param page the page of a thread or of one of its contributions
     * @return what is known of the thread, {@code null} if nothing
     */
    protected V find(DocumentReference page)
    {
        return this.threads.get(key(page));
    }

    /**
     * @param page the page of a thread or of one of its contributions
     * @param made makes what is kept if nothing is: kept before it is read, so that it hears of what happens meanwhile
     * @return what is known of the thread
     */
    protected V findOrKeep(DocumentReference page, Supplier<V> made)
    {
        synchronized (this.threads) {
            V known = find(page);
            if (known == null) {
                known = made.get();
                keep(page, known);
            }
            return known;
        }
    }

    /**
     * @param page the page of a thread or of one of its contributions
     * @param known what is known of the thread from now on
     */
    protected void keep(DocumentReference page, V known)
    {
        this.threads.set(key(page), known);
    }

    /**
     * @param page the page of a thread or of one of its contributions
     */
    protected void forget(DocumentReference page)
    {
        this.threads.remove(key(page));
    }

    private String key(DocumentReference page)
    {
        return this.serializer.serialize(page.getLastSpaceReference());
    }
}

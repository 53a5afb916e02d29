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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;

/**
 * The latest contributions of a thread, by the moment at which they were written.
 *
 * @version $Id$
 * @since 1.0
 */
class Recent
{
    /** How many are kept. */
    static final int LIMIT = 500;

    private final ConcurrentSkipListMap<String, String> names = new ConcurrentSkipListMap<>();

    private final AtomicLong changes = new AtomicLong();

    private boolean read;

    /**
     * What looks them up.
     */
    @FunctionalInterface
    interface Source
    {
        /**
         * @return the names of the pages
         * @throws CrowdsourcingException if they cannot be looked up
         */
        Collection<String> read() throws CrowdsourcingException;
    }

    synchronized void readOnce(Source source) throws CrowdsourcingException
    {
        if (!this.read) {
            source.read().forEach(name -> this.names.put(ContributionKeys.own(name), name));
            this.read = true;
        }
    }

    void add(String name)
    {
        this.names.put(ContributionKeys.own(name), name);
        while (this.names.size() > LIMIT) {
            this.names.pollFirstEntry();
        }
        this.changes.incrementAndGet();
    }

    void remove(String name)
    {
        if (this.names.remove(ContributionKeys.own(name)) != null) {
            this.changes.incrementAndGet();
        }
    }

    String latest()
    {
        Map.Entry<String, String> last = this.names.lastEntry();
        return last == null ? "" : last.getKey();
    }

    String tag()
    {
        return latest() + '-' + this.changes.get();
    }

    List<String> after(String moment, int limit)
    {
        return this.names.tailMap(moment, false).values().stream().limit(limit).toList();
    }
}

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;

/**
 * Who backs which contribution of a thread. What happens while it is read is not lost.
 *
 * @version $Id$
 * @since 1.0
 */
final class Tally
{
    private final Map<String, Map<String, Instant>> supporters = new ConcurrentHashMap<>();

    private final List<Runnable> meanwhile = new ArrayList<>();

    private final Object reading = new Object();

    private boolean read;

    /**
     * Reads what is stored.
     */
    @FunctionalInterface
    interface Reader
    {
        /**
         * @param tally where to put it
         * @throws CrowdsourcingException if it fails
         */
        void read(Tally tally) throws CrowdsourcingException;
    }

    /**
     * Reads what is stored, once.
     *
     * @param reader reads it
     * @throws CrowdsourcingException if it fails
     */
    void readOnce(Reader reader) throws CrowdsourcingException
    {
        synchronized (this.reading) {
            if (!isRead()) {
                this.supporters.clear();
                reader.read(this);
                finish();
            }
        }
    }

    private synchronized boolean isRead()
    {
        return this.read;
    }

    private synchronized void finish()
    {
        this.meanwhile.forEach(Runnable::run);
        this.meanwhile.clear();
        this.read = true;
    }

    /**
     * @param contribution the name of the page of a contribution
     * @param user who backs it, according to what is stored
     * @param since since when; of several times the first one
     */
    void put(String contribution, String user, Instant since)
    {
        this.supporters.computeIfAbsent(contribution, key -> new ConcurrentHashMap<>())
            .merge(user, since, (one, other) -> one.isBefore(other) ? one : other);
    }

    private void take(String contribution, String user)
    {
        this.supporters.getOrDefault(contribution, new HashMap<>()).remove(user);
    }

    /**
     * Takes up what has just happened.
     *
     * @param contribution the name of the page of a contribution
     * @param user who backs it, or does not any more
     * @param since since when the user backs it, {@code null} if the user does not
     */
    synchronized void change(String contribution, String user, Instant since)
    {
        Runnable change = since != null ? () -> put(contribution, user, since) : () -> take(contribution, user);
        if (this.read) {
            change.run();
        } else {
            this.meanwhile.add(change);
        }
    }

    /**
     * @param contribution the name of the page of a contribution
     * @return who backs it
     */
    Set<String> of(String contribution)
    {
        return this.supporters.getOrDefault(contribution, Map.of()).keySet();
    }

    /**
     * @param contribution the name of the page of a contribution
     * @return who backs it since when
     */
    List<Act> acts(String contribution)
    {
        return this.supporters.getOrDefault(contribution, Map.of()).entrySet().stream()
            .map(entry -> new Act(entry.getKey(), entry.getValue())).toList();
    }

    /**
     * @return the names of the pages of the contributions that somebody has backed
     */
    Set<String> contributions()
    {
        return this.supporters.keySet();
    }
}

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;

/**
 * The ideas of a thread: which wait for an answer, the oldest first, which have one, and which were not taken. What
 * happens while they are read is not lost.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Ideas
{
    private final NavigableSet<String> open =
        new TreeSet<>(Comparator.comparing(ContributionKeys::own).thenComparing(Comparator.naturalOrder()));

    private final Set<String> answered = new HashSet<>();

    private final Map<String, Standing> registered = new HashMap<>();

    private final Map<String, Standing> meanwhile = new HashMap<>();

    private final Object reading = new Object();

    private boolean read;

    /**
     * What a contribution is.
     *
     * @param shown {@code true} for an idea that everybody sees who sees the thread
     * @param outcome what was decided on an idea, {@code null} if nothing
     * @param reason the kind of reason, maybe {@code null}
     */
    public record Standing(boolean shown, Outcome outcome, DecisionReason reason)
    {
        /** A shown idea without an answer. */
        static final Standing OPEN = new Standing(true, null, null);

        /** No idea, or one that is neither shown nor was decided on. */
        static final Standing NONE = new Standing(false, null, null);
    }

    /**
     * What looks them up.
     */
    @FunctionalInterface
    interface Source
    {
        /**
         * @return what the contributions are, by the names of their pages
         * @throws CrowdsourcingException if they cannot be looked up
         */
        Map<String, Standing> read() throws CrowdsourcingException;
    }

    void readOnce(Source source) throws CrowdsourcingException
    {
        synchronized (this.reading) {
            if (!isRead()) {
                finish(source.read());
            }
        }
    }

    private synchronized boolean isRead()
    {
        return this.read;
    }

    private synchronized void finish(Map<String, Standing> stored)
    {
        stored.forEach(this::set);
        this.meanwhile.forEach(this::set);
        this.meanwhile.clear();
        this.read = true;
    }

    /**
     * @param name the name of the page of a contribution
     * @param standing what it is from now on
     */
    synchronized void put(String name, Standing standing)
    {
        if (this.read) {
            set(name, standing);
        } else {
            this.meanwhile.put(name, standing);
        }
    }

    private void set(String name, Standing standing)
    {
        // What has no time of its own in its name, such as an attempt to deceive, is no contribution.
        if (!ContributionKeys.isName(name)) {
            return;
        }
        this.open.remove(name);
        this.answered.remove(name);
        this.registered.remove(name);
        if (standing.shown() && standing.outcome() == null) {
            this.open.add(name);
        } else if (standing.shown()) {
            this.answered.add(name);
        }
        if (Closing.isRegistered(standing.outcome())) {
            this.registered.put(name, standing);
        }
    }

    /**
     * @return how many have an answer
     */
    public synchronized Answered count()
    {
        return new Answered(this.answered.size(), this.answered.size() + this.open.size());
    }

    /**
     * @param edge a point in time
     * @return the names of the pages of those that wait since before for an answer, the oldest first
     */
    public synchronized List<String> openSince(Instant edge)
    {
        List<String> result = new ArrayList<>();
        for (String name : this.open) {
            if (!ContributionKeys.time(name).isBefore(edge)) {
                break;
            }
            result.add(name);
        }
        return result;
    }

    /**
     * @param edge a point in time
     * @return when the oldest was written that waits for an answer and is not from before, {@code null} if none is
     */
    public synchronized Instant nextSince(Instant edge)
    {
        return this.open.stream().map(ContributionKeys::time).filter(time -> !time.isBefore(edge)).findFirst()
            .orElse(null);
    }

    /**
     * @return those that were not taken, or only in part, also those that were hidden or erased later, by the names of
     *     their pages
     */
    public synchronized Map<String, Standing> registered()
    {
        return Map.copyOf(this.registered);
    }
}

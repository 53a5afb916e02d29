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

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;

/**
 * The shown ideas of a thread, and which of them have an answer. What happens while they are read is not lost.
 *
 * @version $Id$
 * @since 1.0
 */
final class Ideas
{
    private final Set<String> open = new HashSet<>();

    private final Set<String> answered = new HashSet<>();

    private final Map<String, Standing> meanwhile = new HashMap<>();

    private final Object reading = new Object();

    private boolean read;

    /** What a contribution is. */
    enum Standing
    {
        /** A shown idea without an answer. */
        OPEN,

        /** A shown idea with an answer. */
        ANSWERED,

        /** Not shown, or no idea. */
        NONE
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
        this.open.remove(name);
        this.answered.remove(name);
        if (standing == Standing.OPEN) {
            this.open.add(name);
        } else if (standing == Standing.ANSWERED) {
            this.answered.add(name);
        }
    }

    /**
     * @return how many have an answer
     */
    synchronized Answered count()
    {
        return new Answered(this.answered.size(), this.answered.size() + this.open.size());
    }
}

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

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;

/**
 * The newest contributions of a thread that are shown or await moderation, in the order in which they were said.
 *
 * @version $Id$
 * @since 1.0
 */
final class Posts
{
    /** How many are kept. */
    static final int LIMIT = 500;

    private final ConcurrentSkipListMap<String, Post> posts = new ConcurrentSkipListMap<>();

    private boolean read;

    /**
     * What looks them up.
     */
    @FunctionalInterface
    interface Source
    {
        /**
         * @return the contributions
         * @throws CrowdsourcingException if they cannot be looked up
         */
        Collection<Post> read() throws CrowdsourcingException;
    }

    synchronized void readOnce(Source source) throws CrowdsourcingException
    {
        if (!this.read) {
            // What happened meanwhile is newer than what is read.
            source.read().forEach(post -> this.posts.putIfAbsent(ContributionKeys.own(post.name()), post));
            this.read = true;
        }
    }

    void put(Post post)
    {
        this.posts.put(ContributionKeys.own(post.name()), post);
        while (this.posts.size() > LIMIT) {
            this.posts.pollFirstEntry();
        }
    }

    void remove(String name)
    {
        this.posts.remove(ContributionKeys.own(name));
    }

    Post get(String name)
    {
        Map.Entry<String, Post> found = ContributionKeys.isName(name)
            ? this.posts.floorEntry(ContributionKeys.own(name)) : null;
        return found != null && found.getValue().name().equals(name) ? found.getValue() : null;
    }

    List<Post> all()
    {
        return List.copyOf(this.posts.values());
    }
}

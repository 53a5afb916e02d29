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

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * Counts support: what was merged brings its supporters along, each of whom counts once.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SupportCounter.class)
@Singleton
public class SupportCounter
{
    @Inject
    private SupportStore store;

    @Inject
    private MergeStore merges;

    /**
     * The support of the contributions of a thread, by the names of their pages.
     */
    static final class Counted
    {
        private final Tally tally;

        private final Merges merges;

        Counted(Tally tally, Merges merges)
        {
            this.tally = tally;
            this.merges = merges;
        }

        /**
         * @param name the name of the page of a contribution
         * @return who backs it or what was merged into it; nobody, if it was merged itself
         */
        Set<String> supporters(String name)
        {
            if (this.merges.isMerged(name)) {
                return Set.of();
            }
            Set<String> members = this.merges.members(name);
            if (members.isEmpty()) {
                return this.tally.of(name);
            }
            Set<String> all = new HashSet<>(this.tally.of(name));
            members.forEach(member -> all.addAll(this.tally.of(member)));
            return all;
        }

        /**
         * @param name the name of the page of a contribution
         * @param user a user
         * @return the names of those that the user backs, among it and what was merged into it
         */
        Set<String> backedBy(String name, String user)
        {
            Set<String> all = new HashSet<>(this.merges.members(name));
            all.add(name);
            return all.stream().filter(member -> this.tally.of(member).contains(user)).collect(Collectors.toSet());
        }

        /**
         * @return the names of the pages of the contributions that may have support
         */
        Set<String> contributions()
        {
            return this.tally.contributions().stream().map(this.merges::survivor).collect(Collectors.toSet());
        }
    }

    /**
     * @param thread the page of a thread
     * @return its support
     * @throws CrowdsourcingException if it fails
     */
    Counted of(DocumentReference thread) throws CrowdsourcingException
    {
        return new Counted(this.store.tally(thread), this.merges.of(thread));
    }
}

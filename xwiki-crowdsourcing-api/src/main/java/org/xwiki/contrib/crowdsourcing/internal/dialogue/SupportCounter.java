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

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
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

    @Inject
    private AlertFinder alerts;

    /**
     * The support of the contributions of a thread, by the names of their pages.
     */
    public static final class Counted
    {
        private final Tally tally;

        private final Merges merges;

        private final Map<String, Map<String, AlertState>> aside;

        Counted(Tally tally, Merges merges, Map<String, Map<String, AlertState>> aside)
        {
            this.tally = tally;
            this.merges = merges;
            this.aside = aside;
        }

        /**
         * @param name the name of the page of a contribution
         * @return whose support of it or of what was merged into it counts; nobody, if it was merged itself
         */
        public Set<String> supporters(String name)
        {
            if (this.merges.isMerged(name)) {
                return Set.of();
            }
            Set<String> members = this.merges.members(name);
            if (members.isEmpty()) {
                return counted(name);
            }
            Set<String> all = new HashSet<>(counted(name));
            members.forEach(member -> all.addAll(counted(member)));
            return all;
        }

        private Set<String> counted(String name)
        {
            Set<String> all = this.tally.of(name);
            Map<String, AlertState> states = this.aside.getOrDefault(name, Map.of());
            return states.isEmpty() ? all
                : all.stream().filter(user -> !states.containsKey(user)).collect(Collectors.toSet());
        }

        /**
         * @param name the name of the page of a contribution
         * @return the names of the pages of those that were merged into it
         */
        public Set<String> members(String name)
        {
            return this.merges.members(name);
        }

        /**
         * @param name the name of the page of a contribution
         * @param user who backs it or what was merged into it
         * @return why that does not count: it is set aside for a review, or was left out; {@code null} if it counts
         */
        AlertState review(String name, String user)
        {
            Set<String> backed = supporters(name).contains(user) ? Set.of() : backedBy(name, user);
            return backed.stream().map(one -> this.aside.getOrDefault(one, Map.of()).get(user))
                .filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
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
        public Set<String> contributions()
        {
            return this.tally.contributions().stream().map(this.merges::survivor).collect(Collectors.toSet());
        }
    }

    /**
     * @param thread the page of a thread
     * @return how many back each of its contributions that have support, by the names of their pages
     * @throws CrowdsourcingException if it fails
     */
    public Map<String, Integer> figures(DocumentReference thread) throws CrowdsourcingException
    {
        Counted counted = of(thread);
        return counted.contributions().stream()
            .collect(Collectors.toMap(name -> name, name -> counted.supporters(name).size()));
    }

    /**
     * @param thread the page of a thread
     * @return its support
     * @throws CrowdsourcingException if it fails
     */
    public Counted of(DocumentReference thread) throws CrowdsourcingException
    {
        Tally tally = this.store.tally(thread);
        return new Counted(tally, this.merges.of(thread), this.alerts.setAside(thread, tally));
    }
}

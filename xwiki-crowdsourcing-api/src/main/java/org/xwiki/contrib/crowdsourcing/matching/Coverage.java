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
package org.xwiki.contrib.crowdsourcing.matching;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the people of a panel cover of what a challenge needs and wishes.
 *
 * @param people the people that the current user may see
 * @param needs the needs, those that are covered least first
 * @param checks the wishes, those that are not met first
 * @param groups how many people there are of each kind, the most frequent first
 * @version $Id$
 * @since 1.0
 */
public record Coverage(List<Person> people, List<Cover> needs, List<WishCheck> checks, List<Group> groups)
{
    /**
     * @param people the people that the current user may see
     * @param needs the needs, those that are covered least first
     * @param checks the wishes, those that are not met first
     * @param groups how many people there are of each kind, the most frequent first
     */
    public Coverage
    {
        people = List.copyOf(people);
        needs = List.copyOf(needs);
        checks = List.copyOf(checks);
        groups = List.copyOf(groups);
    }

    /**
     * Somebody on the panel.
     *
     * @param expert the page of the profile
     * @param name the name, plain text; empty if the current user may not see it
     * @param state where the engagement stands, {@code null} if there is none
     * @version $Id$
     * @since 1.0
     */
    public record Person(DocumentReference expert, String name, EngagementState state)
    {
    }

    /**
     * A need with what covers it.
     *
     * @param need the need
     * @param percent how much of it is covered
     * @param cells how much of it each of the people covers, in per cent
     * @version $Id$
     * @since 1.0
     */
    public record Cover(Need need, int percent, List<Integer> cells)
    {
        /**
         * @param need the need
         * @param percent how much of it is covered
         * @param cells how much of it each of the people covers, in per cent
         */
        public Cover
        {
            cells = List.copyOf(cells);
        }

        /**
         * @return the weight that is not covered, in hundredths
         */
        public int gap()
        {
            return (100 - this.percent) * this.need.weight();
        }
    }

    /**
     * How many people there are of a kind.
     *
     * @param kind region, sector, language or gender
     * @param value the id of the region, sector or gender, or the tag of the language
     * @param count how many
     * @version $Id$
     * @since 1.0
     */
    public record Group(GroupKind kind, String value, int count)
    {
    }

    /**
     * @return the weight of all needs
     */
    public int weight()
    {
        return this.needs.stream().mapToInt(cover -> cover.need().weight()).sum();
    }

    /**
     * @return how much of that weight is covered, in per cent
     */
    public int percent()
    {
        int covered = this.needs.stream().mapToInt(cover -> cover.percent() * cover.need().weight()).sum();
        return weight() == 0 ? 0 : covered / weight();
    }

    /**
     * @return the wishes that are not met
     */
    public List<WishCheck> warnings()
    {
        return this.checks.stream().filter(check -> !check.isMet()).toList();
    }
}

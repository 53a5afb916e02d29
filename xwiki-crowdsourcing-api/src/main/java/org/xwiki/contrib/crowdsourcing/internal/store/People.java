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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.xpn.xwiki.objects.BaseObject;

/**
 * Whom a rule about rights names.
 *
 * @param users the users, as they are stored
 * @param groups the groups, as they are stored
 * @version $Id$
 * @since 1.0
 */
public record People(Set<String> users, Set<String> groups)
{
    static final String USERS = "users";

    static final String GROUPS = "groups";

    static final String LEVELS = "levels";

    private static final String COMMA = ",";

    /**
     * Nobody yet.
     */
    public People()
    {
        this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /**
     * @return the same people, to whom others can be added
     */
    public People copy()
    {
        return new People(new LinkedHashSet<>(this.users), new LinkedHashSet<>(this.groups));
    }

    /**
     * @return {@code true} if it is nobody
     */
    public boolean isEmpty()
    {
        return this.users.isEmpty() && this.groups.isEmpty();
    }

    void add(BaseObject rule)
    {
        this.users.addAll(split(rule, USERS));
        this.groups.addAll(split(rule, GROUPS));
    }

    /**
     * @param levels the rights that the rule is about
     * @return the values of a rule about them
     */
    Map<String, String> rule(String levels)
    {
        this.users.remove("");
        return Map.of(USERS, String.join(COMMA, this.users), GROUPS, String.join(COMMA, this.groups), LEVELS, levels);
    }

    static Set<String> split(BaseObject rule, String property)
    {
        Set<String> result = new LinkedHashSet<>();
        Arrays.stream(rule.getLargeStringValue(property).split("[,|]")).map(String::strip)
            .filter(part -> !part.isEmpty()).forEach(result::add);
        return result;
    }
}

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
package org.xwiki.security.authorization;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import static org.xwiki.security.authorization.RuleState.ALLOW;
import static org.xwiki.security.authorization.RuleState.DENY;

/**
 * A right, with the policies by which it is decided.
 *
 * @version $Id$
 */
public class Right implements Serializable, Comparable<Right>
{
    public static final Right LOGIN = new Right("login", 0, ALLOW, ALLOW, true);

    public static final Right VIEW = new Right("view", 1, ALLOW, DENY, true);

    public static final Right EDIT = new Right("edit", 2, ALLOW, DENY, true, VIEW);

    public static final Right DELETE = new Right("delete", 3, DENY, DENY, true, VIEW);

    public static final Right CREATOR = new Right("creator", 4, DENY, ALLOW, false, DELETE);

    public static final Right REGISTER = new Right("register", 5, ALLOW, ALLOW, true);

    public static final Right COMMENT = new Right("comment", 6, ALLOW, DENY, true);

    public static final Right SCRIPT = new Right("script", 7, DENY, DENY, true);

    public static final Right ADMIN =
        new Right("admin", 8, DENY, ALLOW, false, LOGIN, VIEW, SCRIPT, EDIT, DELETE, REGISTER, COMMENT);

    public static final Right PROGRAM =
        new Right("programming", 9, DENY, ALLOW, false, LOGIN, VIEW, SCRIPT, EDIT, DELETE, REGISTER, COMMENT, ADMIN);

    public static final Right ILLEGAL = new Right("illegal", 10, DENY, DENY, false);

    public static final String ILLEGAL_RIGHT_NAME = "illegal";

    private static final long serialVersionUID = 1L;

    private final String name;

    private final int ordinal;

    private final RuleState defaultState;

    private final RuleState tieResolutionPolicy;

    private final boolean inheritanceOverridePolicy;

    private final transient Set<Right> impliedRights;

    Right(String name, int ordinal, RuleState defaultState, RuleState tieResolutionPolicy,
        boolean inheritanceOverridePolicy, Right... impliedRights)
    {
        this.name = name;
        this.ordinal = ordinal;
        this.defaultState = defaultState;
        this.tieResolutionPolicy = tieResolutionPolicy;
        this.inheritanceOverridePolicy = inheritanceOverridePolicy;
        this.impliedRights = Set.of(impliedRights);
    }

    public static List<Right> values()
    {
        return List.of(LOGIN, VIEW, EDIT, DELETE, CREATOR, REGISTER, COMMENT, SCRIPT, ADMIN, PROGRAM);
    }

    public static Right toRight(String string)
    {
        String wanted = string == null ? "" : string.toLowerCase(Locale.ROOT);
        return values().stream().filter(right -> right.name.equals(wanted)).findFirst().orElse(ILLEGAL);
    }

    public String getName()
    {
        return this.name;
    }

    @Override
    public String toString()
    {
        return this.name;
    }

    public Set<Right> getImpliedRights()
    {
        return this.impliedRights;
    }

    public boolean getInheritanceOverridePolicy()
    {
        return this.inheritanceOverridePolicy;
    }

    public RuleState getTieResolutionPolicy()
    {
        return this.tieResolutionPolicy;
    }

    public RuleState getDefaultState()
    {
        return this.defaultState;
    }

    @Override
    public int compareTo(Right other)
    {
        return Integer.compare(this.ordinal, other.ordinal);
    }
}

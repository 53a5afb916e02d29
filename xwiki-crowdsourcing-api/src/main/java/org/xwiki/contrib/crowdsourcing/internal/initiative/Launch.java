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
package org.xwiki.contrib.crowdsourcing.internal.initiative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.initiative.InitiativePhase;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * What is declared at the launch of an initiative: how the input of people will be used.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Launch
{
    /** The property with what was changed after the launch, as long as it is typed. */
    public static final String NOTE = "commitmentNote";

    /** The property with the day of the launch. */
    public static final String ON = "launchedOn";

    private static final String DAYS = "responseDays";

    private static final List<String> DECLARED = List.of("commitment", "scope", "instrument", "inputUse");

    private Launch()
    {
    }

    /**
     * @param state the page of an initiative
     * @return {@code true} if people have been asked for input
     */
    public static boolean isLaunched(PageState state)
    {
        Row row = state.first(Schema.INITIATIVE);
        InitiativePhase phase = row.option(InitiativePhase.class, "phase");
        return phase != null && phase.isLaunched() || !row.text(ON).isEmpty() || state.has(Schema.COMMITMENT_CHANGE);
    }

    /**
     * @param before the page as it is
     * @param after the page as it will be saved
     * @return {@code true} if something else is declared
     */
    public static boolean isChanged(PageState before, PageState after)
    {
        return !getDeclared(before.first(Schema.INITIATIVE)).equals(getDeclared(after.first(Schema.INITIATIVE)));
    }

    /**
     * @param row a stored initiative
     * @return what it declares
     */
    public static Map<String, Object> getDeclared(Row row)
    {
        Map<String, Object> values = new HashMap<>();
        DECLARED.forEach(property -> values.put(property, row.text(property).strip().replace("\r\n", "\n")));
        values.put(DAYS, row.number(DAYS));
        return values;
    }
}

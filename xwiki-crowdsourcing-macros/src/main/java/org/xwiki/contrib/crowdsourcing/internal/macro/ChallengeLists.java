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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.internal.table.ChallengesTable;
import org.xwiki.contrib.crowdsourcing.internal.table.Table;
import org.xwiki.contrib.crowdsourcing.internal.table.TableTool;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesView;
import org.xwiki.model.reference.DocumentReference;

/**
 * Prepares the challenges of an initiative to be shown as the reader wants them: by priority, by state or as a table.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ChallengeLists.class)
@Singleton
public class ChallengeLists
{
    private static final String VIEW = "cs_view";

    private static final String STATE = "cs_state";

    @Inject
    private ChallengeManager challenges;

    @Inject
    private TableTool tables;

    @Inject
    @Named(ChallengesTable.HINT)
    private Table table;

    @Inject
    private Toolkit toolkit;

    /**
     * @param ancestor the page of an initiative or a challenge
     * @param parameters how the challenges are shown unless the reader chose something else
     * @param heading the level of the headings
     * @param readOnly {@code true} if no form may be shown
     * @return what the template of challenges shows
     * @throws CrowdsourcingException if they cannot be read
     */
    public Map<String, Object> show(DocumentReference ancestor, ChallengesMacroParameters parameters, int heading,
        boolean readOnly) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        ChallengesView view = query.choose(ChallengesView.class, VIEW, parameters.getView());
        ChallengeState state =
            Stored.find(ChallengeState.class, query.get(STATE)).orElse(parameters.getState().getState());
        query.with(VIEW, view.name().toLowerCase(Locale.ROOT)).with(STATE, state == null ? null : state.getId());
        Map<String, Object> data = new HashMap<>();
        ChallengeState chosen = state;
        List<ChallengeRow> rows = new ArrayList<>();
        if (view == ChallengesView.TABLE) {
            data.put("table", this.tables.show(new TableTool.Wanted(ChallengesTable.HINT, this.table,
                Map.of(ChallengesTable.REFERENCE, this.toolkit.serialize(ancestor)),
                state == null ? Map.of() : Map.of(ChallengesTable.STATE, state.getId()), PageRequest.DEFAULT), query));
        } else {
            Page<ChallengeRow> page = this.challenges.list(ChallengeQuery.tree(ancestor, state,
                new PageRequest(query.get(Queries.CURSOR), PageRequest.MAXIMUM)));
            data.put("page", page);
            rows.addAll(page.rows());
        }
        data.put("view", view);
        data.put("state", state);
        // What went into others is a column of its own only where there is any.
        data.put("challengeStates", Stream.of(ChallengeState.values())
            .filter(each -> ChallengeState.DECIDED.contains(each) || each == chosen
                || rows.stream().anyMatch(row -> row.challenge().state() == each))
            .toList());
        data.put("query", query);
        data.put("ancestor", ancestor);
        data.put("heading", heading);
        data.put("canCreate", !readOnly && this.challenges.canCreate(ancestor));
        return data;
    }
}

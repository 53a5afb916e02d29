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
package org.xwiki.contrib.crowdsourcing.internal.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeOrder;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.internal.macro.Toolkit;
import org.xwiki.contrib.crowdsourcing.internal.table.Column.Filter;
import org.xwiki.contrib.crowdsourcing.internal.table.Column.Option;
import org.xwiki.model.reference.DocumentReference;

/**
 * The challenges of an initiative, or the parts of a challenge, as a table.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named(ChallengesTable.HINT)
@Singleton
public class ChallengesTable implements Table
{
    /** The name of the table, also as a source of Live Data. */
    public static final String HINT = "crowdsourcingChallenges";

    /** The parameter that names the initiative or challenge. */
    public static final String REFERENCE = "reference";

    /** The column with what has been decided. */
    public static final String STATE = "state";

    private static final String TITLE = "title";

    private static final String PRIORITY = "priority";

    private static final String SCORE = "score";

    private static final String BRIEF = "brief";

    private static final String BRIEF_URL = "briefURL";

    private static final String DIALOGUE = "dialogue";

    private static final String DIALOGUE_URL = "dialogueURL";

    private static final String CHALLENGE_CLASS = "Crowdsourcing.Code.ChallengeClass_";

    private static final String STATES = CHALLENGE_CLASS + STATE;

    private static final String BRIEF_STATES = "Crowdsourcing.Code.BriefClass_state";

    private static final String DIALOGUE_STATES = "Crowdsourcing.Code.DialogueClass_state";

    @Inject
    private ChallengeManager challenges;

    @Inject
    private ScoringManager scoring;

    @Inject
    private Toolkit toolkit;

    @Override
    public List<Column> getColumns()
    {
        return List.of(column(TITLE, "crowdsourcing.challenge.title", URL, Filter.TEXT, List.of()),
            column(PRIORITY, CHALLENGE_CLASS + PRIORITY, null, Filter.NONE, List.of()),
            column(STATE, STATES, null, Filter.LIST, options(STATES, ChallengeState.values())),
            column(SCORE, CHALLENGE_CLASS + SCORE, null, Filter.NONE, List.of()),
            column(BRIEF, "crowdsourcing.brief.title", BRIEF_URL, Filter.LIST,
                options(BRIEF_STATES, BriefState.values())),
            column(DIALOGUE, "crowdsourcing.dialogue.title", DIALOGUE_URL, Filter.LIST,
                options(DIALOGUE_STATES, DialogueState.values())));
    }

    private Column column(String id, String name, String link, Filter filter, List<Option> values)
    {
        return new Column(id, this.toolkit.translate(name), link, TableQuery.sorts(ChallengeOrder.values(), id),
            filter, values);
    }

    private List<Option> options(String property, Stored[] values)
    {
        return Arrays.stream(values).map(value -> new Option(value.getId(), label(property, value))).toList();
    }

    private String label(String property, Stored value)
    {
        return this.toolkit.translate(property + '_' + value.getId());
    }

    /** There is something to click in Live Data, which links what is missing to the challenge, where it is made. */
    private String none()
    {
        return this.toolkit.translate("crowdsourcing.none");
    }

    @Override
    public Page<Map<String, String>> getRows(TableQuery query) throws CrowdsourcingException
    {
        ChallengeState state = query.option(ChallengeState.class, STATE);
        BriefState brief = query.option(BriefState.class, BRIEF);
        DialogueState dialogue = query.option(DialogueState.class, DIALOGUE);
        DocumentReference ancestor = getAncestor(query.parameters().get(REFERENCE));
        if (ancestor == null
            || query.misses(new Object[] {state, brief, dialogue}, STATE, BRIEF, DIALOGUE)) {
            return TableQuery.nothing();
        }
        try {
            Page<ChallengeRow> page = this.challenges.list(new ChallengeQuery(ancestor, query.filter(TITLE), state,
                brief, dialogue, query.order(ChallengeOrder.class), query.request()));
            Map<DocumentReference, BigDecimal> means = this.scoring.getMeans(ancestor);
            return new Page<>(page.rows().stream().map(found -> row(found, means)).toList(), page.next(),
                page.total());
        } catch (NotAllowedException e) {
            // As if there were none: who may not see an initiative does not learn that it exists.
            return TableQuery.nothing();
        }
    }

    private DocumentReference getAncestor(String reference) throws CrowdsourcingException
    {
        try {
            return StringUtils.isBlank(reference) ? null : this.toolkit.resolve(reference);
        } catch (IllegalArgumentException e) {
            // What is no reference names nothing.
            return null;
        } catch (Exception e) {
            throw new CrowdsourcingException("Failed to look for the initiative", e);
        }
    }

    private Map<String, String> row(ChallengeRow found, Map<DocumentReference, BigDecimal> means)
    {
        Challenge challenge = found.challenge();
        Map<String, String> row = new LinkedHashMap<>();
        row.put(ID, this.toolkit.serialize(challenge.reference()));
        row.put(TITLE, challenge.title());
        row.put(URL, url(challenge.reference()));
        row.put(PRIORITY, number(challenge.priority()));
        row.put(STATE, label(STATES, challenge.state()));
        row.put(SCORE, score(challenge, means));
        row.put(BRIEF, found.brief() == null ? none() : label(BRIEF_STATES, found.briefState()));
        row.put(BRIEF_URL, url(found.brief()));
        row.put(DIALOGUE, found.dialogue() == null ? none() : label(DIALOGUE_STATES, found.dialogueState()));
        row.put(DIALOGUE_URL, url(found.dialogue()));
        return row;
    }

    private String url(DocumentReference page)
    {
        return page == null ? "" : this.toolkit.getURL(page, null, null);
    }

    /** What people gave, with two decimals; where they gave nothing, what somebody once wrote down as the score. */
    private String score(Challenge challenge, Map<DocumentReference, BigDecimal> means)
    {
        if (means.isEmpty()) {
            return number(challenge.score());
        }
        BigDecimal mean = means.get(challenge.reference());
        return mean == null ? "" : String.format(this.toolkit.getLocale(), "%,.2f", mean);
    }

    private String number(int number)
    {
        return number > 0 ? String.format(this.toolkit.getLocale(), "%,d", number) : "";
    }
}

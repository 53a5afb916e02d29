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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;

/**
 * Knows the ideas of the dialogues that are looked at, and those with an answer: read once, and kept up to date with
 * what any machine saves. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = IdeaStore.class)
@Singleton
public class IdeaStore extends AbstractThreadCache<Ideas>
{
    private static final int THREADS = 200;

    /** In seconds, after which they are looked up again, should an event of another machine have been lost. */
    private static final int LIFESPAN = 600;

    private static final int BATCH = 20000;

    private static final String FROM =
        " from XWikiDocument doc, StringProperty kind, StringProperty state,";

    private static final String OBJECT = " BaseObject obj";

    private static final String DECIDED = "select doc.fullName, decision.value, state.value, reason.value" + FROM
        + " StringProperty decision," + OBJECT + " left join StringProperty reason with reason.id.id = obj.id"
        + " and reason.id.name = 'reasonKind' where decision.id.id = obj.id and decision.id.name = 'decision'"
        + " and decision.value in (:outcomes)";

    /** Those of ideas that stay in the register of what was not taken, once they are there. */
    private static final List<ContributionState> LISTED =
        List.of(ContributionState.PUBLISHED, ContributionState.HIDDEN, ContributionState.ERASED);

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    /**
     * Keeps nothing yet.
     */
    public IdeaStore()
    {
        super("crowdsourcingIdeas", THREADS, LIFESPAN);
    }

    /**
     * @param dialogue the page of a dialogue
     * @return how many of its ideas have an answer
     * @throws CrowdsourcingException if it cannot be read
     */
    public Answered count(DocumentReference dialogue) throws CrowdsourcingException
    {
        return of(dialogue).count();
    }

    /**
     * @param dialogue the page of a dialogue
     * @return its ideas
     * @throws CrowdsourcingException if they cannot be read
     */
    public Ideas of(DocumentReference dialogue) throws CrowdsourcingException
    {
        Ideas ideas = findOrKeep(dialogue, Ideas::new);
        ideas.readOnce(() -> read(dialogue));
        return ideas;
    }

    private Map<String, Ideas.Standing> read(DocumentReference dialogue) throws CrowdsourcingException
    {
        Map<String, Ideas.Standing> result = new HashMap<>();
        read(dialogue, "select doc.fullName" + FROM + OBJECT + " where 1 = 1", List.of(ContributionState.PUBLISHED),
            Map.of(), row -> result.put(name(row), Ideas.Standing.OPEN));
        read(dialogue, DECIDED, LISTED,
            Map.of("outcomes", Arrays.stream(Outcome.values()).map(Outcome::getId).toList()), row -> {
                Object[] values = (Object[]) row;
                result.put(name(values[0]), new Ideas.Standing(
                    ContributionState.PUBLISHED.getId().equals(values[2]),
                    Stored.find(Outcome.class, (String) values[1]).orElse(null),
                    Stored.find(DecisionReason.class, (String) values[3]).orElse(null)));
            });
        return result;
    }

    private void read(DocumentReference dialogue, String select, List<ContributionState> states,
        Map<String, Object> values, Consumer<Object> consumer) throws CrowdsourcingException
    {
        String last = "";
        List<Object> found;
        do {
            Statement statement = this.contributions.inThread(new Statement(select
                + " and obj.name = doc.fullName and obj.className = :class and kind.id.id = obj.id"
                + " and kind.id.name = 'kind' and kind.value = :idea and state.id.id = obj.id"
                + " and state.id.name = 'state' and state.value in (:states)"), dialogue)
                .bind("class", Schema.CONTRIBUTION.getClassName()).bind("idea", ContributionKind.IDEA.getId())
                .bind("states", states.stream().map(ContributionState::getId).toList())
                .add("and doc.fullName > :last order by doc.fullName").bind("last", last).limit(BATCH);
            values.forEach(statement::bind);
            found = this.reader.list(dialogue.getWikiReference(), statement);
            found.forEach(consumer);
            last = found.isEmpty() ? last : fullName(found.get(found.size() - 1));
        } while (found.size() == BATCH);
    }

    private static String fullName(Object row)
    {
        return (String) (row instanceof Object[] values ? values[0] : row);
    }

    private static String name(Object row)
    {
        String fullName = fullName(row);
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }

    /**
     * Takes up that a contribution was saved or deleted.
     *
     * @param page its page
     * @param contribution what it says now, without values if it is gone
     */
    void happened(DocumentReference page, Row contribution)
    {
        Ideas ideas = find(page);
        if (ideas != null) {
            ideas.put(page.getName(), standing(contribution));
        }
    }

    private static Ideas.Standing standing(Row contribution)
    {
        ContributionState state = ContributionView.state(contribution);
        boolean idea = LISTED.contains(state) && ContributionKind.IDEA.getId().equals(contribution.text("kind"));
        return idea ? new Ideas.Standing(state == ContributionState.PUBLISHED,
            contribution.option(Outcome.class, "decision"), contribution.option(DecisionReason.class, "reasonKind"))
            : Ideas.Standing.NONE;
    }
}

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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;

/**
 * Counts the ideas of the dialogues that are looked at, and those with an answer: read once, and kept up to date with
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
        Ideas ideas = findOrKeep(dialogue, Ideas::new);
        ideas.readOnce(() -> read(dialogue));
        return ideas.count();
    }

    private Map<String, Ideas.Standing> read(DocumentReference dialogue) throws CrowdsourcingException
    {
        Map<String, Ideas.Standing> result = new HashMap<>();
        names(dialogue, "").forEach(name -> result.put(name, Ideas.Standing.OPEN));
        names(dialogue, "and exists (select decision.id.id from StringProperty decision where decision.id.id = obj.id"
            + " and decision.id.name = 'decision' and decision.value in (:outcomes))")
            .forEach(name -> result.put(name, Ideas.Standing.ANSWERED));
        return result;
    }

    private List<String> names(DocumentReference dialogue, String condition) throws CrowdsourcingException
    {
        List<String> result = new ArrayList<>();
        String last = "";
        List<String> found;
        do {
            Statement statement = this.contributions.inThread(new Statement("select doc.fullName"
                + " from XWikiDocument doc, BaseObject obj, StringProperty kind, StringProperty state"
                + " where obj.name = doc.fullName and obj.className = :class and kind.id.id = obj.id"
                + " and kind.id.name = 'kind' and kind.value = :idea and state.id.id = obj.id"
                + " and state.id.name = 'state' and state.value = :published"), dialogue)
                .bind("class", Schema.CONTRIBUTION.getClassName()).bind("idea", ContributionKind.IDEA.getId())
                .bind("published", ContributionState.PUBLISHED.getId()).add(condition)
                .add("and doc.fullName > :last order by doc.fullName").bind("last", last).limit(BATCH);
            if (!condition.isEmpty()) {
                statement.bind("outcomes", Arrays.stream(Outcome.values()).map(Outcome::getId).toList());
            }
            found = this.reader.list(dialogue.getWikiReference(), statement);
            found.forEach(name -> result.add(name.substring(name.lastIndexOf('.') + 1)));
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        } while (found.size() == BATCH);
        return result;
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
        boolean idea = ContributionView.state(contribution) == ContributionState.PUBLISHED
            && ContributionKind.IDEA.getId().equals(contribution.text("kind"));
        Ideas.Standing shown = contribution.option(Outcome.class, "decision") == null ? Ideas.Standing.OPEN
            : Ideas.Standing.ANSWERED;
        return idea ? shown : Ideas.Standing.NONE;
    }
}

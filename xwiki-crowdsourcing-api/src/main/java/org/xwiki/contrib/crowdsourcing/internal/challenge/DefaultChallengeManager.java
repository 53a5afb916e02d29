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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeOrder;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of challenges.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultChallengeManager implements ChallengeManager
{
    private static final String STATE = "state";

    private static final String PRIORITY = "priority";

    private static final String DROP_REASON = "dropReason";

    private static final int LEAST_IMPORTANT = 999;

    @Inject
    private ChallengeStore store;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private Provider<ScoringManager> scoring;

    @Override
    public Page<ChallengeRow> list(ChallengeQuery query) throws CrowdsourcingException
    {
        this.access.require(this.access.canView(query.ancestor()));
        Stream<ChallengeRow> found = this.store.list(query.ancestor(), this.access::canView).stream()
            .filter(row -> ChallengeFilter.matches(row, query));
        List<ChallengeRow> all =
            (query.sort() == null ? found : found.sorted(ChallengeFilter.order(query.sort(),
                query.sort().by() == ChallengeOrder.SCORE ? this.scoring.get().getMeans(query.ancestor()) : Map.of())))
                .toList();
        int from = Math.min(RowReader.offset(query.request()), all.size());
        int to = Math.min(from + query.request().limit(), all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null,
            Count.exactly(all.size()));
    }

    @Override
    public Optional<Challenge> get(DocumentReference reference) throws CrowdsourcingException
    {
        return load(this.things.find(reference, Schema.CHALLENGE));
    }

    @Override
    public Optional<Challenge> challengeOf(DocumentReference page) throws CrowdsourcingException
    {
        return load(this.things.nearest(page, Schema.CHALLENGE));
    }

    private Optional<Challenge> load(Optional<Row> row) throws CrowdsourcingException
    {
        return row.isEmpty() ? Optional.empty() : Optional.of(this.store.load(row.get()));
    }

    @Override
    public DocumentReference create(DocumentReference parent, String title) throws CrowdsourcingException
    {
        return this.things.create(parent, title, Schema.CHALLENGE, null);
    }

    @Override
    public void setState(DocumentReference challenge, ChallengeState state, String reason)
        throws CrowdsourcingException
    {
        Row row = this.things.getEditable(challenge, Schema.CHALLENGE);
        Inputs inputs = new Inputs();
        inputs.required(STATE, state != null && ChallengeState.DECIDED.contains(state) ? state : null);
        if (!ChallengeState.DECIDED.contains(row.option(STATE, ChallengeState.PROPOSED))) {
            inputs.add(new FieldError(STATE, "crowdsourcing.error.undoFirst"));
        }
        String text = inputs.text(DROP_REASON, reason, Inputs.REASON);
        Map<String, Object> values = new HashMap<>();
        if (state == ChallengeState.DROPPED) {
            inputs.required(DROP_REASON, text, "crowdsourcing.error.dropReasonRequired");
            values.put(DROP_REASON, text);
        } else {
            values.put("stateReason", text);
        }
        inputs.refuse();
        values.put(STATE, state.getId());
        this.writer.update(challenge, Schema.CHALLENGE, values, "");
    }

    @Override
    public void setPriority(DocumentReference challenge, int priority) throws CrowdsourcingException
    {
        this.things.getEditable(challenge, Schema.CHALLENGE);
        Inputs inputs = new Inputs();
        inputs.range(PRIORITY, priority, 0, LEAST_IMPORTANT);
        inputs.refuse();
        this.writer.update(challenge, Schema.CHALLENGE, Map.of(PRIORITY, priority), "");
    }

    @Override
    public boolean canCreate(DocumentReference parent)
    {
        return this.things.canCreate(parent);
    }

    @Override
    public boolean canEdit(DocumentReference challenge)
    {
        return this.access.canEdit(challenge);
    }
}

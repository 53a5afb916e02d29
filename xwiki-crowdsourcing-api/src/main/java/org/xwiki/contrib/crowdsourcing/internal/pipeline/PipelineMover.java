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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.Seats;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Moves people in a pipeline, many as one step, in such a way that the step can be taken back: each engagement keeps
 * what it was before. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PipelineMover.class)
@Singleton
public class PipelineMover
{
    private static final char SEPARATOR = '_';

    private final SecureRandom random = new SecureRandom();

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * A step that moved people.
     *
     * @param key what it is known by
     * @param on when it was, as it is stored
     * @param state where to
     * @version $Id$
     */
    record Step(String key, String on, EngagementState state)
    {
        /**
         * @param key what a step is known by
         * @return the step, empty if that is none
         */
        static Optional<Step> of(String key)
        {
            String[] parts = key.split(String.valueOf(SEPARATOR));
            return parts.length == 3 ? Stored.find(EngagementState.class, parts[1])
                .map(state -> new Step(key, parts[0], state)) : Optional.empty();
        }

        /**
         * @param row a stored engagement that was moved
         * @return {@code true} if nobody changed its state since
         */
        boolean isLast(Row row)
        {
            return Standing.state(row) == this.state && row.text(Standing.STATE_ON).equals(this.on);
        }
    }

    /**
     * @param standings whom to move, in the order in which they get seats
     * @param state where to
     * @return those whom somebody else changed at the same time, who stay as they are
     * @throws CrowdsourcingException if it cannot be saved
     */
    List<Standing> move(List<Standing> standings, EngagementState state) throws CrowdsourcingException
    {
        Instant now = Instant.now();
        String on = Times.formatExact(now);
        String key = on + SEPARATOR + state.getId() + SEPARATOR + Integer.toString(this.random.nextInt(1 << 30), 36);
        List<Standing> late = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            Standing standing = standings.get(i);
            String accepted = Times.formatExact(now.plusMillis(i));
            change(standing, late, held -> {
                Map<String, Object> values = values(state, on);
                boolean stays = Seats.isTaken(Standing.state(held));
                values.put(Standing.ACCEPTED_ON,
                    !Seats.isTaken(state) ? "" : stays ? held.text(Standing.ACCEPTED_ON) : accepted);
                if (state == EngagementState.SCREENED) {
                    values.put(Standing.SCREENED_ON, on);
                    values.put(Standing.SCREENED_BY, values.get(Standing.STATE_BY));
                }
                values.put(Standing.MOVE, key);
                values.put(Standing.MOVE_STATE, Standing.state(held).getId());
                values.put(Standing.MOVE_ACCEPTED_ON, held.text(Standing.ACCEPTED_ON));
                return values;
            });
        }
        return late;
    }

    /**
     * @param standings whom a step moved
     * @param step the step
     * @return those whom somebody changed since, who stay as they are
     * @throws CrowdsourcingException if it cannot be saved
     */
    List<Standing> undo(List<Standing> standings, Step step) throws CrowdsourcingException
    {
        String on = Times.formatExact(Instant.now());
        List<Standing> late = new ArrayList<>();
        for (Standing standing : standings) {
            if (step.isLast(standing.row())) {
                change(standing, late, held -> {
                    Map<String, Object> values = values(held.option(EngagementState.class, Standing.MOVE_STATE), on);
                    values.put(Standing.ACCEPTED_ON, held.text(Standing.MOVE_ACCEPTED_ON));
                    if (step.state() == EngagementState.SCREENED) {
                        values.put(Standing.SCREENED_ON, "");
                        values.put(Standing.SCREENED_BY, "");
                    }
                    values.putAll(forgotten());
                    return values;
                });
            } else {
                // It is not offered once more.
                this.writer.adjust(standing.engagement(), Schema.ENGAGEMENT, held -> forgotten(), "");
                late.add(standing);
            }
        }
        return late;
    }

    /**
     * Gives somebody back what was before an invitation that did not go out, unless somebody changed that since.
     *
     * @param before the stored engagement before the invitation
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void restore(Row before) throws CrowdsourcingException
    {
        this.writer.adjust(before.page(), Schema.ENGAGEMENT, held -> {
            Map<String, Object> values = new HashMap<>();
            if (Standing.state(held) == EngagementState.INVITED
                && Standing.state(before) != EngagementState.INVITED) {
                for (String property : List.of(Standing.STATE, Standing.STATE_ON, Standing.STATE_BY, Standing.MOVE,
                    Standing.MOVE_STATE, Standing.MOVE_ACCEPTED_ON)) {
                    values.put(property, before.text(property));
                }
            }
            return values;
        }, "");
    }

    private void change(Standing standing, List<Standing> late, Function<Row, Map<String, Object>> change)
        throws CrowdsourcingException
    {
        this.writer.adjust(standing.engagement(), Schema.ENGAGEMENT, held -> {
            boolean same = Standing.stamp(held).equals(standing.stamp());
            if (!same) {
                late.add(standing);
            }
            return same ? change.apply(held) : Map.of();
        }, "");
    }

    private Map<String, Object> values(EngagementState state, String on)
    {
        Map<String, Object> values = new HashMap<>();
        values.put(Standing.STATE, (state == null ? EngagementState.PROPOSED : state).getId());
        values.put(Standing.STATE_ON, on);
        values.put(Standing.STATE_BY, this.access.user() == null ? "" : this.serializer.serialize(this.access.user()));
        return values;
    }

    private static Map<String, Object> forgotten()
    {
        return Map.of(Standing.MOVE, "", Standing.MOVE_STATE, "", Standing.MOVE_ACCEPTED_ON, "");
    }
}

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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;

/**
 * Chooses from a pipeline what somebody asks for, in columns, and each of them in its order.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PipelineFilter.class)
@Singleton
public class PipelineFilter
{
    /** One column after the other. */
    static final Comparator<Standing> ORDER = Comparator.comparing((Standing standing) -> standing.state())
        .thenComparing((one, other) -> order(one.state()).compare(one, other));

    /** Who waits longest comes first; when nothing is known of that, it is long ago. */
    private static final Comparator<Standing> LONGEST = Comparator.comparing(Standing::since,
        Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(standing -> standing.engagement().toString());

    /** Those with a seat, who accepted first comes first, then those who wait for one in their order. */
    private static final Comparator<Standing> SEATS = Comparator.comparingInt(Standing::waiting)
        .thenComparing(standing -> standing.row().text(Standing.ACCEPTED_ON))
        .thenComparing(standing -> standing.engagement().toString());

    @Inject
    private PipelineStore store;

    @Inject
    private Access access;

    /**
     * @param standings where experts stand
     * @param query whom somebody asks for
     * @return those, in the order of each column
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<EngagementState, List<Standing>> columns(Collection<Standing> standings, PipelineQuery query)
        throws CrowdsourcingException
    {
        List<Standing> kept = new ArrayList<>(standings);
        if (query.dialogue() != null) {
            kept.removeIf(standing -> !standing.dialogue().equals(query.dialogue()));
        }
        if (query.route() != null) {
            kept.removeIf(standing -> !standing.routes().contains(query.route()));
        }
        if (query.days() > 0) {
            Instant limit = Instant.now().minus(Duration.ofDays(query.days()));
            kept.removeIf(standing -> standing.state() != EngagementState.INVITED
                || standing.since() != null && standing.since().isAfter(limit));
        }
        if (query.asksProfiles()) {
            // What a profile says is known to those who may see it.
            Set<?> matching = this.store.matching(kept, query);
            kept.removeIf(standing -> !matching.contains(standing.expert()) || !this.access.canView(standing.expert()));
        }
        Map<EngagementState, List<Standing>> result = new EnumMap<>(EngagementState.class);
        for (EngagementState state : EngagementState.values()) {
            result.put(state, kept.stream().filter(standing -> standing.state() == state)
                .sorted(order(state)).toList());
        }
        return result;
    }

    private static Comparator<Standing> order(EngagementState state)
    {
        return state == EngagementState.ACCEPTED ? SEATS : LONGEST;
    }

    /**
     * @param column the people of a column
     * @return what changes with them, those on the waiting list apart
     */
    static String stamp(List<Standing> column)
    {
        return Integer.toHexString(seated(column).stream()
            .map(standing -> standing.engagement().toString() + standing.stamp()).toList().hashCode());
    }

    static List<Standing> seated(List<Standing> column)
    {
        return column.stream().filter(standing -> standing.waiting() == 0).toList();
    }

    static List<Standing> waiting(List<Standing> column)
    {
        return column.stream().filter(standing -> standing.waiting() > 0).toList();
    }
}

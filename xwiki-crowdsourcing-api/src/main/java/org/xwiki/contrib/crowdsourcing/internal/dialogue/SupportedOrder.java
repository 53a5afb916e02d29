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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.model.reference.DocumentReference;

/**
 * The published contributions of a thread, those with most support first, then those without any, the oldest first.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SupportedOrder.class)
@Singleton
public class SupportedOrder
{
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,9})-(c[0-9a-z]{28})");

    /** How often is read at most for one page: most of what follows may be hidden or have support. */
    private static final int ROUNDS = 10;

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::supporters).reversed().thenComparing(Place::name);

    @Inject
    private SupportCounter counter;

    @Inject
    private ContributionStore store;

    /**
     * Where a contribution stands. It tells where the next page begins also after more people have backed something.
     */
    private record Place(int supporters, String name)
    {
        static Place of(String cursor)
        {
            Matcher matcher = CURSOR.matcher(cursor == null ? "" : cursor);
            return matcher.matches() ? new Place(Integer.parseInt(matcher.group(1)), matcher.group(2))
                : new Place(Integer.MAX_VALUE, "");
        }

        String cursor()
        {
            return this.supporters + "-" + this.name;
        }
    }

    /**
     * @param query which contributions
     * @param matches those that were found
     * @return a page of the thread
     * @throws CrowdsourcingException if it fails
     */
    public ContributionStore.Slice slice(ThreadQuery query, Matches matches) throws CrowdsourcingException
    {
        Place from = Place.of(query.request().cursor());
        int wanted = query.request().limit() + 1;
        SupportCounter.Counted support = this.counter.of(query.thread());
        List<Row> rows = new ArrayList<>();
        addBacked(query, matches, support, from, rows);
        String rest = from.supporters() > 0 ? ContributionKeys.FROM : from.name();
        String next = rows.size() < wanted ? addOthers(query, matches, support, rest, rows) : null;
        if (rows.size() >= wanted) {
            String name = rows.get(wanted - 2).page().getName();
            next = new Place(support.supporters(name).size(), name).cursor();
        }
        return new ContributionStore.Slice(rows.subList(0, Math.min(rows.size(), wanted - 1)), List.of(), next,
            this.store.count(query, matches));
    }

    private void addBacked(ThreadQuery query, Matches matches, SupportCounter.Counted support, Place from,
        List<Row> rows) throws CrowdsourcingException
    {
        int wanted = query.request().limit() + 1;
        List<Place> backed = support.contributions().stream()
            .map(name -> new Place(support.supporters(name).size(), name)).filter(place -> place.supporters() > 0)
            .filter(place -> ORDER.compare(place, from) > 0)
            .filter(place -> this.store.isListed(place.name(), query, matches)).sorted(ORDER).toList();
        for (int at = 0; at < backed.size() && rows.size() < wanted; at += wanted) {
            add(backed.subList(at, Math.min(backed.size(), at + wanted)).stream().map(Place::name).toList(), query,
                rows);
        }
    }

    /**
     * @return the cursor of what was not looked at any more, {@code null} if everything was
     */
    private String addOthers(ThreadQuery query, Matches matches, SupportCounter.Counted support, String after,
        List<Row> rows) throws CrowdsourcingException
    {
        int wanted = query.request().limit() + 1;
        String last = after;
        boolean more = true;
        for (int round = 0; round < ROUNDS && more && rows.size() < wanted; round++) {
            List<String> names = this.store.namesAfter(query, matches, last, wanted);
            add(names.stream().filter(name -> support.supporters(name).isEmpty()).toList(), query, rows);
            more = names.size() == wanted;
            last = more ? names.get(names.size() - 1) : last;
        }
        return more ? new Place(0, last).cursor() : null;
    }

    private void add(Collection<String> names, ThreadQuery query, List<Row> rows) throws CrowdsourcingException
    {
        List<DocumentReference> pages = names.stream().filter(ContributionKeys::isName)
            .map(name -> new DocumentReference(name, query.thread().getLastSpaceReference())).toList();
        Map<DocumentReference, Row> found = this.store.load(pages);
        pages.stream().map(found::get).filter(row -> row != null && this.store.isListed(row, query.filter()))
            .filter(row -> ContributionView.state(row) == ContributionState.PUBLISHED).forEach(rows::add);
    }
}

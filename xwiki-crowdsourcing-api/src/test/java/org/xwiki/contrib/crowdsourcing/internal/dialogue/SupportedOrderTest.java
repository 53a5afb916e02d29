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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadFilter;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadOrder;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

/**
 * Tests {@link SupportedOrder}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class SupportedOrderTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    @InjectMockComponents
    private SupportedOrder order;

    @MockComponent
    private SupportCounter counter;

    @MockComponent
    private ContributionStore store;

    private final Tally tally = new Tally();

    private final Map<String, String> states = new TreeMap<>();

    private final Map<String, String> merged = new TreeMap<>();

    private final List<String> names = new ArrayList<>();

    private final Map<String, Map<String, AlertState>> aside = new TreeMap<>();

    private Matches matches = Matches.ALL;

    @BeforeEach
    void configure() throws Exception
    {
        this.tally.readOnce(read -> { });
        when(this.counter.of(DIALOGUE)).then(
            invocation -> new SupportCounter.Counted(this.tally, new Merges(this.merged), this.aside));
        when(this.store.isListed(any(Row.class), any())).thenReturn(true);
        when(this.store.isListed(anyString(), any(), any())).then(
            invocation -> invocation.<Matches>getArgument(2).has(invocation.getArgument(0)));
        when(this.store.load(anyCollection())).then(invocation -> {
            Collection<DocumentReference> pages = invocation.getArgument(0);
            return pages.stream().filter(page -> this.states.containsKey(page.getName())).collect(Collectors.toMap(
                Function.identity(), page -> TestRows.row(page, "state", this.states.get(page.getName()))));
        });
        when(this.store.namesAfter(any(), any(), anyString(), anyInt())).then(invocation -> this.states.keySet().stream()
            .filter(name -> name.compareTo(invocation.getArgument(2)) > 0)
            .filter(name -> invocation.<Matches>getArgument(1).has(name))
            .limit((Integer) invocation.getArgument(3)).toList());
    }

    private void contribution(String state, int supporters)
    {
        String name = ContributionKeys.root(Instant.ofEpochSecond(1_700_000_000L + this.names.size()));
        this.names.add(name);
        this.states.put(name, state);
        for (int i = 0; i < supporters; i++) {
            this.tally.change(name, "user" + i, Instant.EPOCH);
        }
    }

    private ContributionStore.Slice slice(String cursor, int limit) throws Exception
    {
        return this.order.slice(
            new ThreadQuery(DIALOGUE, ThreadFilter.NONE, ThreadOrder.SUPPORTED, new PageRequest(cursor, limit)),
            this.matches);
    }

    private List<Integer> all(int limit) throws Exception
    {
        List<Integer> result = new ArrayList<>();
        String cursor = null;
        do {
            ContributionStore.Slice slice = slice(cursor, limit);
            result.addAll(numbers(slice.rows()));
            cursor = slice.next();
        } while (cursor != null);
        return result;
    }

    private List<Integer> numbers(List<Row> rows)
    {
        return rows.stream().map(row -> this.names.indexOf(row.page().getName())).toList();
    }

    @Test
    void whatMostPeopleBackComesFirst() throws Exception
    {
        contribution("published", 0);
        contribution("published", 2);
        contribution("published", 3);
        contribution("published", 2);
        contribution("published", 0);
        for (int limit = 1; limit < 7; limit++) {
            assertEquals(List.of(2, 1, 3, 0, 4), all(limit), "Pages of " + limit);
        }
    }

    @Test
    void whatIsNotPublishedOrGoneIsLeftOut() throws Exception
    {
        contribution("hidden", 5);
        contribution("published", 1);
        contribution("awaiting", 0);
        contribution("merged", 2);
        contribution("published", 0);
        contribution("published", 4);
        this.states.remove(this.names.get(5));
        for (int limit = 1; limit < 4; limit++) {
            assertEquals(List.of(1, 4), all(limit), "Pages of " + limit);
        }
    }

    @Test
    void aPageBeginsWhereTheLastOneEndedThoughSomethingWasBackedMeanwhile() throws Exception
    {
        for (int supporters : new int[] {3, 2, 2, 1, 0, 0}) {
            contribution("published", supporters);
        }
        ContributionStore.Slice first = slice(null, 2);
        assertEquals(List.of(0, 1), numbers(first.rows()));
        this.tally.change(this.names.get(1), "late", Instant.EPOCH);
        this.tally.change(this.names.get(5), "late", Instant.EPOCH);
        ContributionStore.Slice second = slice(first.next(), 2);
        assertEquals(List.of(2, 3), numbers(second.rows()));
        assertEquals(List.of(5, 4), numbers(slice(second.next(), 5).rows()));
    }

    @Test
    void whatWasMergedBringsItsSupportersAlong() throws Exception
    {
        contribution("published", 2);
        contribution("published", 1);
        contribution("merged", 0);
        contribution("merged", 0);
        this.tally.change(this.names.get(2), "user0", Instant.EPOCH);
        this.tally.change(this.names.get(2), "other", Instant.EPOCH);
        this.tally.change(this.names.get(3), "third", Instant.EPOCH);
        this.merged.put(this.names.get(2), this.names.get(3));
        this.merged.put(this.names.get(3), this.names.get(1));
        assertEquals(List.of(1, 0), all(1));
    }

    @Test
    void supportThatIsSetAsideLiftsNothing() throws Exception
    {
        contribution("published", 1);
        contribution("published", 3);
        contribution("published", 2);
        this.aside.put(this.names.get(1),
            Map.of("user0", AlertState.OPEN, "user1", AlertState.OPEN, "user2", AlertState.LEFT_OUT));
        assertEquals(List.of(2, 0, 1), all(1));
    }

    @Test
    void manyHiddenOnesAreNotReadAtOnce() throws Exception
    {
        for (int i = 0; i < 50; i++) {
            contribution("hidden", 0);
        }
        contribution("published", 0);
        ContributionStore.Slice slice = slice(null, 1);
        assertEquals(List.of(), slice.rows());
        assertNotNull(slice.next());
        assertEquals(List.of(50), all(1));
    }
}

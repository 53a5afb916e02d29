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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/**
 * Tests what steps are known by.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class StepUidsTest
{
    private static final DocumentReference PAGE = TestRows.page("I.R.A.WebHome");

    @InjectMockComponents
    private StepUids uids;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private StepStore store;

    private final Map<String, Object> saved = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.pages.nearest(PAGE, Schema.ROADMAP))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.WebHome"))));
        doAnswer(call -> this.saved.put(call.getArgument(3) + "-" + call.getArgument(2), call.getArgument(4)))
            .when(this.changes).set(any(), any(), anyInt(), anyString(), any());
    }

    private static Row step(int number, String uid, String... needs)
    {
        return new Row(PAGE, "A", number, Map.of("uid", uid, "prerequisites", List.of(needs)), TestRows.RESOLVER);
    }

    private void save(List<Row> before, Row... after) throws Exception
    {
        this.saved.clear();
        this.uids.add("", new PageState(PAGE, true, "A", "", schema -> schema == Schema.STEP ? before : List.of()),
            new PageState(PAGE, true, "A", "", schema -> schema == Schema.STEP ? List.of(after) : List.of()));
    }

    @Test
    void aNewStepGetsOneAndKeepsIt() throws Exception
    {
        save(List.of(step(0, "a")), step(0, "a"), step(1, ""));
        assertEquals(Set.of("uid-1"), this.saved.keySet());
        assertTrue(this.saved.get("uid-1").toString().matches("[0-9a-z]{14}"), this.saved.toString());
        save(List.of(step(0, "a")), step(0, ""));
        assertEquals(Map.of("uid-0", "a"), this.saved);
        save(List.of(step(0, "a")), step(0, "other"));
        assertEquals(Map.of("uid-0", "a"), this.saved);
    }

    @Test
    void twoStepsOfAPageHaveNotTheSame() throws Exception
    {
        save(List.of(step(0, "a")), step(0, "a"), step(1, "a"));
        assertEquals(Set.of("uid-1"), this.saved.keySet());
        assertNotEquals("a", this.saved.get("uid-1"));
    }

    @Test
    void aCopyInTheSameRoadmapGetsNewOnesAndItsStepsWaitForEachOther() throws Exception
    {
        when(this.store.getTaken(any(), any(), any())).thenReturn(Set.of("a", "b"));
        save(List.of(), step(0, "a"), step(1, "b", "a", "elsewhere"));
        assertEquals(Set.of("uid-0", "uid-1", "prerequisites-1"), this.saved.keySet());
        assertEquals(List.of(this.saved.get("uid-0"), "elsewhere"), this.saved.get("prerequisites-1"));
    }

    @Test
    void aRoadmapThatIsCopiedAsAWholeKeepsThem() throws Exception
    {
        when(this.store.getTaken(any(), any(), any())).thenReturn(Set.of());
        save(List.of(), step(0, "a"), step(1, "b", "a"));
        assertEquals(Map.of(), this.saved);
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.brief.Citations;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
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

/**
 * Tests what pieces of evidence are known by.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class EvidenceUidsTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.Brief.WebHome");

    @InjectMockComponents
    private EvidenceUids uids;

    @MockComponent
    private PageChanges changes;

    private final Map<Integer, Object> saved = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        doAnswer(call -> this.saved.put(call.getArgument(2), call.getArgument(4))).when(this.changes).set(any(), any(),
            anyInt(), anyString(), any());
    }

    private static Row entry(int number, String uid)
    {
        return new Row(PAGE, "B", number, Map.of("uid", uid), TestRows.RESOLVER);
    }

    private void save(List<Row> before, Row... after) throws Exception
    {
        this.saved.clear();
        this.uids.add("", new PageState(PAGE, true, "B", "", schema -> schema == Schema.EVIDENCE ? before : List.of()),
            new PageState(PAGE, true, "B", "", schema -> schema == Schema.EVIDENCE ? List.of(after) : List.of()));
    }

    @Test
    void aNewEntryGetsOneAndEveryEntryKeepsIt() throws Exception
    {
        save(List.of(entry(0, "a")), entry(0, "a"), entry(1, ""));
        assertEquals(Set.of(1), this.saved.keySet());
        assertTrue(this.saved.get(1).toString().matches(Citations.UID), this.saved.toString());
        save(List.of(entry(0, "a"), entry(1, "b")), entry(0, "b"), entry(1, ""));
        assertEquals(Map.of(0, "a", 1, "b"), this.saved);
    }

    @Test
    void oneThatWasRemovedIsNotGivenToAnotherInTheSameSave() throws Exception
    {
        save(List.of(entry(0, "a"), entry(1, "b")), entry(1, "b"), entry(2, "a"));
        assertEquals(Set.of(2), this.saved.keySet());
        assertNotEquals("a", this.saved.get(2));
    }

    @Test
    void ofACopyOrAnImportThoseAreKeptThatMakeSense() throws Exception
    {
        save(List.of(), entry(0, "a"), entry(1, "a"), entry(2, "\"/}}{{html}}"), entry(3, "e-1_B"));
        assertEquals(Set.of(1, 2), this.saved.keySet());
        save(List.of());
        assertEquals(Map.of(), this.saved);
    }
}

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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what is added to a page that is saved: the trail, what was declared, and who alone may view scores.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ChoiceMarksTest
{
    private static final DocumentReference PAGE = TestRows.page("I.A.WebHome");

    private static final String SOURCE = "source";

    @InjectMockComponents
    private ChoiceMarks marks;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private PageVeil veil;

    @MockComponent
    private Access access;

    @MockComponent
    private Brought brought;

    @MockComponent
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    private final Map<Schema, List<Map<String, Object>>> added = new HashMap<>();

    private final Map<String, Object> set = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Alice"));
        when(this.serializer.serialize(any(), any())).thenReturn("XWiki.Alice");
        doAnswer(call -> this.added.computeIfAbsent(call.getArgument(1), key -> new ArrayList<>())
            .add(call.getArgument(2))).when(this.changes).add(any(), any(), any());
        doAnswer(call -> this.set.put(call.getArgument(2), call.getArgument(3))).when(this.changes)
            .set(any(), any(), anyString(), any());
        doAnswer(call -> this.set.put(call.getArgument(3) + "-" + call.getArgument(2), call.getArgument(4)))
            .when(this.changes).set(any(), any(), anyInt(), anyString(), any());
    }

    private static PageState state(Map<Schema, List<Row>> rows)
    {
        return new PageState(PAGE, !rows.isEmpty(), "A", "", schema -> rows.getOrDefault(schema, List.of()));
    }

    private static Map<Schema, List<Row>> one(Schema schema, Object... values)
    {
        return new HashMap<>(Map.of(schema, List.of(TestRows.row(PAGE, values))));
    }

    private void save(Map<Schema, List<Row>> before, Map<Schema, List<Row>> after) throws Exception
    {
        this.added.clear();
        this.set.clear();
        this.marks.add(SOURCE, state(before), state(after));
    }

    private Map<String, Object> logged()
    {
        assertEquals(1, this.added.getOrDefault(Schema.CHALLENGE_LOG, List.of()).size());
        return this.added.get(Schema.CHALLENGE_LOG).get(0);
    }

    @Test
    void aCopyLosesTheSignaturesOfTheChallenge() throws Exception
    {
        Map<Schema, List<Row>> challenge = one(Schema.CHALLENGE, "question", "What?");
        save(Map.of(), challenge);
        verify(this.changes, never()).removeAll(any(), any());
        when(this.brought.isCopied()).thenReturn(true);
        save(challenge, challenge);
        verify(this.changes, never()).removeAll(any(), any());
        save(Map.of(), challenge);
        verify(this.changes).removeAll(SOURCE, Schema.SIGN_OFF);
    }

    @Test
    void everyChangeOfTheStateLeavesATrail() throws Exception
    {
        save(one(Schema.CHALLENGE, "state", "proposed"),
            one(Schema.CHALLENGE, "state", "dropped", "dropReason", "Too wide", "stateReason", "old"));
        assertEquals("proposed", logged().get("before"));
        assertEquals("dropped", logged().get("state"));
        assertEquals("Too wide", logged().get("reason"));
        assertEquals("XWiki.Alice", logged().get("madeBy"));
        assertTrue(logged().get("madeOn").toString().endsWith("Z"));
        save(one(Schema.CHALLENGE, "state", "selected"), one(Schema.CHALLENGE, "state", "split", "successors",
            List.of("I.B.WebHome"), "stateReason", "Two things"));
        assertEquals(List.of("I.B.WebHome"), logged().get("pages"));
        assertEquals("Two things", logged().get("reason"));
        save(one(Schema.CHALLENGE, "state", "split", "successors", List.of("I.B.WebHome")),
            one(Schema.CHALLENGE, "state", "selected"));
        assertEquals(List.of("I.B.WebHome"), logged().get("pages"), "What it goes back from");
        save(one(Schema.CHALLENGE, "state", "split"), one(Schema.CHALLENGE, "state", "split", "question", "Changed"));
        save(Map.of(), one(Schema.CHALLENGE, "state", "dropped"));
        assertEquals(Map.of(), this.added, "What is new or imported has no trail yet");
    }

    @Test
    void whatAChallengeCameFromIsOnItsTrail() throws Exception
    {
        save(Map.of(), one(Schema.CHALLENGE, "origins", List.of("I.A.WebHome")));
        assertEquals("", logged().get("before"));
        assertEquals(List.of("I.A.WebHome"), logged().get("pages"));
        save(one(Schema.CHALLENGE, "state", "selected"),
            one(Schema.CHALLENGE, "state", "selected", "origins", List.of("I.C.WebHome")));
        assertEquals(List.of("I.C.WebHome"), logged().get("pages"));
        assertEquals("selected", logged().get("before"));
        save(one(Schema.CHALLENGE, "origins", List.of("I.C.WebHome")),
            one(Schema.CHALLENGE, "origins", List.of("I.Moved.WebHome")));
        assertEquals(Map.of(), this.added, "What was moved did not come");
        save(one(Schema.CHALLENGE, "origins", List.of("I.B.WebHome", "I.C.WebHome"), "stateReason", "Same"),
            one(Schema.CHALLENGE, "origins", List.of("I.B.WebHome"), "stateReason", "Same"));
        assertEquals(List.of("I.C.WebHome"), logged().get("pages"));
        assertEquals(1, logged().get("left"), "A merge that was undone");
        assertEquals(null, logged().get("reason"), "That is why it came");
        Map<Schema, List<Row>> moved = one(Schema.CHALLENGE, "origins", List.of("I.C.WebHome"));
        moved.put(Schema.CHALLENGE_LOG, List.of(TestRows.row(PAGE)));
        save(Map.of(), moved);
        assertEquals(Map.of(), this.added, "It brings its trail along");
    }

    @Test
    void whatWasDeclaredStaysVisibleAfterTheLaunch() throws Exception
    {
        save(one(Schema.INITIATIVE, "phase", "define", "inputUse", "Old"),
            one(Schema.INITIATIVE, "phase", "define", "inputUse", "New", "commitmentNote", "typed"));
        assertEquals(Map.of(), this.added);
        assertEquals(Map.of("commitmentNote", ""), this.set);
        save(one(Schema.INITIATIVE, "phase", "brief"), one(Schema.INITIATIVE, "phase", "source"));
        assertTrue(this.set.get("launchedOn").toString().matches("\\d{4}-\\d\\d-\\d\\d"));
        save(one(Schema.INITIATIVE, "phase", "source", "inputUse", "Old", "responseDays", 30),
            one(Schema.INITIATIVE, "phase", "source", "inputUse", "New", "responseDays", 60, "commitmentNote", "Late"));
        Map<String, Object> change = this.added.get(Schema.COMMITMENT_CHANGE).get(0);
        assertEquals("Old", change.get("inputUse"));
        assertEquals(30, change.get("responseDays"));
        assertEquals("Late", change.get("note"));
        assertEquals("XWiki.Alice", change.get("changedBy"));
        save(one(Schema.INITIATIVE, "phase", "define", "launchedOn", "2026-01-01", "scope", "policy"),
            one(Schema.INITIATIVE, "phase", "define", "launchedOn", "2026-01-01", "scope", "service"));
        assertEquals(1, this.added.get(Schema.COMMITMENT_CHANGE).size(), "Once launched, always launched");
        save(one(Schema.INITIATIVE, "phase", "source", "summary", "Old"),
            one(Schema.INITIATIVE, "phase", "source", "summary", "New"));
        assertEquals(Map.of(), this.added);
    }

    @Test
    void criteriaAreKnownBySomethingOfTheirOwn() throws Exception
    {
        Map<Schema, List<Row>> after = one(Schema.INITIATIVE);
        after.put(Schema.CRITERION, List.of(new Row(PAGE, "A", 0, Map.of("uid", "a"), null),
            new Row(PAGE, "A", 1, Map.of("uid", "a"), null), new Row(PAGE, "A", 2, Map.of(), null)));
        save(Map.of(), after);
        assertEquals(2, this.set.size());
        assertTrue(this.set.get("uid-1").toString().matches("[0-9a-z]{14}"));
        assertTrue(this.set.get("uid-2").toString().matches("[0-9a-z]{14}"));
    }

    @Test
    void scoresAreForWhoGaveThemWhoeverSavesThem() throws Exception
    {
        save(Map.of(), one(Schema.SCORE, "user", "XWiki.Bob"));
        verify(this.veil).reserve(SOURCE, "XWiki.Bob", List.of());
    }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultMergeManager} and {@link Merges}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class MergeRulesTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference ELSEWHERE = TestRows.page("I.D.Dialogue.WebHome");

    @InjectMockComponents
    private DefaultMergeManager manager;

    @MockComponent
    private ContributionWriter contributions;

    @MockComponent
    private ContributionStore store;

    @MockComponent
    private ContributionView view;

    @MockComponent
    private MergeStore merges;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Seen seen;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final DocumentReference a = contribution(DIALOGUE);

    private final DocumentReference b = contribution(DIALOGUE);

    private final DocumentReference c = contribution(DIALOGUE);

    private final Map<String, String> merged = new HashMap<>();

    private static DocumentReference contribution(DocumentReference thread)
    {
        return new DocumentReference(ContributionKeys.root(Instant.now()), thread.getLastSpaceReference());
    }

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.rules.canCurate(any())).thenReturn(true);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Carlos"));
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.merges.read(any())).then(invocation -> new Merges(this.merged));
        when(this.view.see(anyCollection())).then(invocation -> {
            List<Row> rows = List.copyOf(invocation.getArgument(0));
            return Map.of(rows.get(0).page(), mock(Contribution.class));
        });
        for (DocumentReference page : List.of(this.a, this.b, this.c)) {
            stored(page, "published");
        }
    }

    private void stored(DocumentReference page, String state) throws Exception
    {
        Row row = TestRows.row(page, "state", state);
        when(this.store.find(page)).thenReturn(row);
        when(this.contributions.visible(page)).thenReturn(row);
    }

    private Map<String, Object> saved(DocumentReference page) throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(page), eq(Schema.CONTRIBUTION), values.capture(), any());
        verify(this.seen).expectAtLeast(eq(page), any());
        return values.getValue();
    }

    private void assertRefused(DocumentReference page, DocumentReference survivor, String key) throws Exception
    {
        CrowdsourcingException refused =
            assertThrows(CrowdsourcingException.class, () -> this.manager.merge(page, survivor));
        assertEquals(new FieldError("survivor", key), refused.getErrors().get(0));
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void merge() throws Exception
    {
        this.manager.merge(this.a, this.b);
        Map<String, Object> values = saved(this.a);
        assertEquals("merged", values.get("state"));
        assertEquals(this.b.getName(), values.get("mergedInto"));
        assertEquals("XWiki.Carlos", values.get("mergedBy"));
    }

    @Test
    void undo() throws Exception
    {
        stored(this.a, "merged");
        this.manager.undo(this.a);
        assertEquals(Map.of("state", "published", "mergedInto", "", "mergedBy", "", "mergedOn", ""), saved(this.a));
    }

    @Test
    void whatIsNotMergedIsNotSeparated() throws Exception
    {
        assertThrows(ConflictException.class, () -> this.manager.undo(this.a));
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void onlyCuratorsMerge() throws Exception
    {
        when(this.rules.canCurate(any())).thenReturn(false);
        assertThrows(NotAllowedException.class, () -> this.manager.merge(this.a, this.b));
        assertThrows(NotAllowedException.class, () -> this.manager.undo(this.a));
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void whatStaysMustBeSomethingElseOfTheSameThread() throws Exception
    {
        assertRefused(this.a, null, "crowdsourcing.error.required");
        assertRefused(this.a, this.a, "crowdsourcing.error.mergeItself");
        assertRefused(this.a, contribution(ELSEWHERE), "crowdsourcing.error.mergeElsewhere");
        assertRefused(this.a, contribution(DIALOGUE), "crowdsourcing.error.mergeNotShown");
        assertRefused(this.a, DIALOGUE, "crowdsourcing.error.mergeNotShown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "awaiting"})
    void whatStaysMustBeSeen(String state) throws Exception
    {
        stored(this.b, state);
        assertRefused(this.a, this.b, "crowdsourcing.error.mergeNotShown");
        stored(this.a, state);
        assertThrows(ConflictException.class, () -> this.manager.merge(this.a, this.c));
    }

    @Test
    void whatStaysMustBeSeenByTheCurator() throws Exception
    {
        org.mockito.Mockito.doReturn(Map.of()).when(this.view).see(anyCollection());
        assertRefused(this.a, this.b, "crowdsourcing.error.mergeNotShown");
    }

    @Test
    void whatWasMergedStandsForWhatItWasMergedInto() throws Exception
    {
        this.merged.put(this.b.getName(), this.c.getName());
        stored(this.b, "merged");
        this.manager.merge(this.a, this.b);
        assertEquals(this.b.getName(), saved(this.a).get("mergedInto"));
        stored(this.c, "hidden");
        org.mockito.Mockito.clearInvocations(this.writer);
        assertRefused(this.a, this.b, "crowdsourcing.error.mergeNotShown");
    }

    @Test
    void noCircles() throws Exception
    {
        this.merged.put(this.b.getName(), this.c.getName());
        this.merged.put(this.c.getName(), this.a.getName());
        assertRefused(this.a, this.b, "crowdsourcing.error.mergeCircular");
    }

    @Test
    void aCircleThatAnotherMachineMadeMeanwhileIsTakenBack() throws Exception
    {
        when(this.merges.read(any())).thenReturn(new Merges(Map.of()))
            .thenReturn(new Merges(Map.of(this.a.getName(), this.b.getName(), this.b.getName(), this.a.getName())));
        assertThrows(ConflictException.class, () -> this.manager.merge(this.a, this.b));
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer, times(2)).update(any(), any(), values.capture(), any());
        assertEquals("published", values.getValue().get("state"));
    }

    @Test
    void survivorsOfChainsAndCircles()
    {
        Merges chain = new Merges(Map.of("a", "b", "b", "c", "d", "c"));
        assertEquals("c", chain.survivor("a"));
        assertEquals("x", chain.survivor("x"));
        assertEquals(java.util.Set.of("a", "b", "d"), chain.members("c"));
        assertEquals(java.util.Set.of(), chain.members("b"));
        assertFalse(chain.isCircular("a"));
        Merges circle = new Merges(Map.of("a", "b", "b", "a"));
        assertTrue(circle.isCircular("a"));
        assertTrue(circle.isCircular("b"));
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SupportCounter;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.selection.Board;
import org.xwiki.contrib.crowdsourcing.selection.BoardQuery;
import org.xwiki.contrib.crowdsourcing.selection.Idea;
import org.xwiki.contrib.crowdsourcing.selection.IdeaOrder;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultSelectionManager} and {@link BoardMaker}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({BoardMaker.class})
class SelectionManagerTest
{
    private static final DocumentReference ROADMAP = TestRows.page("I.R.WebHome");

    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference CLUSTER = TestRows.page("I.R.Clusters.k1");

    private static final DocumentReference FIRST = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference SECOND = TestRows.page("I.D.Dialogue.WebHome");

    private static final DocumentReference USER = TestRows.page("XWiki.Emil");

    @InjectMockComponents
    private DefaultSelectionManager manager;

    @MockComponent
    private ClusterStore store;

    @MockComponent
    private SupportCounter support;

    @MockComponent
    private DialogueManager dialogues;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageGuard guard;

    @MockComponent
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    private final Map<DocumentReference, Contribution> said = new HashMap<>();

    private final List<ClusterStore.Listed> listed = new ArrayList<>();

    private final List<Row> clusters = new ArrayList<>();

    private Map<String, Object> saved;

    private long time = 1000;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.user()).thenReturn(USER);
        when(this.serializer.serialize(USER)).thenReturn("XWiki.Emil");
        when(this.things.get(ROADMAP, Schema.ROADMAP)).thenReturn(TestRows.row(ROADMAP));
        when(this.things.getEditable(ROADMAP, Schema.ROADMAP)).thenReturn(TestRows.row(ROADMAP));
        when(this.things.nearest(ROADMAP, Schema.INITIATIVE)).thenReturn(Optional.of(TestRows.row(INITIATIVE)));
        Map<DocumentReference, String> titles = new LinkedHashMap<>();
        titles.put(FIRST, "First");
        titles.put(SECOND, "Second");
        when(this.store.dialoguesOf(INITIATIVE)).thenReturn(titles);
        when(this.store.clustersOf(ROADMAP)).thenReturn(this.clusters);
        when(this.store.ideasOf(anyCollection())).thenAnswer(call -> {
            Collection<DocumentReference> asked = call.getArgument(0);
            return this.listed.stream().filter(one -> asked.contains(one.dialogue())).toList();
        });
        when(this.store.recommendations(anyCollection())).thenReturn(new HashMap<>());
        when(this.store.page(ROADMAP)).thenReturn(CLUSTER);
        when(this.store.serialize(anyCollection())).thenAnswer(call -> call.<Collection<DocumentReference>>getArgument(0)
            .stream().map(TestRows::local).distinct().toList());
        when(this.store.remember(any())).thenCallRealMethod();
        when(this.dialogues.getContributions(anyCollection())).thenAnswer(call -> {
            Map<DocumentReference, Contribution> result = new HashMap<>(this.said);
            result.keySet().retainAll(call.<Collection<DocumentReference>>getArgument(0));
            return result;
        });
        when(this.support.figures(any())).thenReturn(Map.of());
        when(this.writer.createHidden(any(), anyString(), any(), any())).thenAnswer(call -> {
            this.saved = call.getArgument(3);
            return true;
        });
        doAnswer(call -> {
            this.saved = call.<PageWriter.Adjustment>getArgument(2).of(List.of(this.clusters.get(0))).get(0);
            return null;
        }).when(this.writer).adjustAll(any(), any(), any());
        doAnswer(call -> {
            this.saved = call.<Function<Row, Map<String, Object>>>getArgument(2).apply(this.clusters.get(0));
            return null;
        }).when(this.writer).adjust(any(), any(), any(), anyString());
    }

    private DocumentReference idea(DocumentReference dialogue, ContributionState state, Outcome outcome)
    {
        DocumentReference page = new DocumentReference(
            ContributionKeys.root(Instant.ofEpochMilli(this.time++)), dialogue.getLastSpaceReference());
        this.listed.add(new ClusterStore.Listed(page, outcome));
        say(page, dialogue, ContributionKind.IDEA, state);
        return page;
    }

    private void say(DocumentReference page, DocumentReference dialogue, ContributionKind kind,
        ContributionState state)
    {
        this.said.put(page, new Contribution(page, dialogue, page, null, "text", kind, USER, "", Instant.EPOCH, 0, "",
            state, null, null, null, null, "stamp"));
    }

    private DocumentReference idea()
    {
        return idea(FIRST, ContributionState.PUBLISHED, null);
    }

    private void cluster(Object... values) throws Exception
    {
        Row row = TestRows.row(CLUSTER, values);
        this.clusters.add(row);
        when(this.things.find(CLUSTER, Schema.CLUSTER)).thenReturn(Optional.of(row));
        when(this.things.get(CLUSTER, Schema.CLUSTER)).thenReturn(row);
    }

    private Board board(IdeaOrder order, String cursor, int limit) throws Exception
    {
        return this.manager.getBoard(ROADMAP,
            new BoardQuery(null, null, false, null, false, order, new PageRequest(cursor, limit)));
    }

    private static List<DocumentReference> pages(Board board)
    {
        return board.ideas().rows().stream().map(Idea::contribution).map(Contribution::reference).toList();
    }

    @Test
    void ideasInTheirOrders() throws Exception
    {
        DocumentReference one = idea(SECOND, ContributionState.PUBLISHED, Outcome.TAKEN);
        DocumentReference two = idea();
        DocumentReference three = idea(FIRST, ContributionState.HIDDEN, Outcome.NOT_TAKEN);
        when(this.support.figures(SECOND)).thenReturn(Map.of(one.getName(), 1));
        when(this.support.figures(FIRST)).thenReturn(Map.of(three.getName(), 2));
        assertEquals(List.of(three, one, two), pages(board(IdeaOrder.SUPPORT, null, 9)));
        assertEquals(List.of(three, two, one), pages(board(IdeaOrder.NEWEST, null, 9)));
        assertEquals(List.of(three, two, one), pages(board(IdeaOrder.DIALOGUE, null, 9)));
        assertEquals(List.of(two, one, three), pages(board(IdeaOrder.DECISION, null, 9)));
        Board first = board(IdeaOrder.SUPPORT, null, 2);
        assertEquals(List.of(three, one), pages(first));
        assertEquals(3, first.ideas().total().value());
        Board next = board(IdeaOrder.SUPPORT, first.ideas().next(), 2);
        assertEquals(List.of(two), pages(next));
        assertNull(next.ideas().next());
    }

    @Test
    void ideasThatAreLookedFor() throws Exception
    {
        DocumentReference one = idea(SECOND, ContributionState.PUBLISHED, Outcome.TAKEN);
        DocumentReference two = idea();
        cluster("title", "T", "ideas", List.of(TestRows.local(one)));
        PageRequest request = PageRequest.first();
        assertEquals(List.of(one), pages(this.manager.getBoard(ROADMAP,
            new BoardQuery(SECOND, null, false, null, false, IdeaOrder.SUPPORT, request))));
        assertEquals(List.of(one), pages(this.manager.getBoard(ROADMAP,
            new BoardQuery(null, Outcome.TAKEN, false, null, false, IdeaOrder.SUPPORT, request))));
        assertEquals(List.of(two), pages(this.manager.getBoard(ROADMAP,
            new BoardQuery(null, null, true, null, false, IdeaOrder.SUPPORT, request))));
        Board clustered = this.manager.getBoard(ROADMAP,
            new BoardQuery(null, null, false, CLUSTER, false, IdeaOrder.SUPPORT, request));
        assertEquals(List.of(one), pages(clustered));
        assertEquals("T", clustered.ideas().rows().get(0).clusters().get(0).title());
        assertEquals(List.of(two), pages(this.manager.getBoard(ROADMAP,
            new BoardQuery(null, null, false, null, true, IdeaOrder.SUPPORT, request))));
    }

    @Test
    void saysThatThereMayBeMoreIdeas() throws Exception
    {
        DocumentReference one = idea();
        List<ClusterStore.Listed> many = new ArrayList<>(Collections.nCopies(ClusterStore.MANY - 1,
            new ClusterStore.Listed(one, null)));
        when(this.store.ideasOf(anyCollection())).thenReturn(many);
        assertEquals("19999", board(IdeaOrder.SUPPORT, null, 1).ideas().total().toString());
        many.add(new ClusterStore.Listed(one, null));
        assertEquals("20000+", board(IdeaOrder.SUPPORT, null, 1).ideas().total().toString());
        // Of one dialogue alone there is less.
        this.manager.getBoard(ROADMAP,
            new BoardQuery(FIRST, null, false, null, false, IdeaOrder.SUPPORT, PageRequest.first()));
        verify(this.store).ideasOf(List.of(FIRST));
    }

    @Test
    void whatMayNotBeSeenIsLeftOut() throws Exception
    {
        DocumentReference one = idea();
        DocumentReference two = idea();
        DocumentReference elsewhere = idea(SECOND, ContributionState.PUBLISHED, null);
        this.said.remove(one);
        when(this.access.canView(SECOND)).thenReturn(false);
        cluster("title", "T", "ideas", List.of(TestRows.local(two)), "recommendation", "I.R.A.WebHome");
        when(this.store.recommendations(anyCollection())).thenReturn(Map.of(TestRows.page("I.R.A.WebHome"),
            TestRows.row(TestRows.page("I.R.A.WebHome"), "state", "draft")));
        Board board = board(IdeaOrder.SUPPORT, null, 1);
        assertEquals(List.of(two), pages(board), "Not " + elsewhere);
        assertEquals(List.of(FIRST), List.copyOf(board.dialogues().keySet()));
        assertNull(board.clusters().get(0).recommendation(), "A draft is for those who work on it");
        when(this.access.canView(CLUSTER)).thenReturn(false);
        assertEquals(List.of(), board(IdeaOrder.SUPPORT, null, 1).clusters());
    }

    @Test
    void group() throws Exception
    {
        DocumentReference one = idea();
        DocumentReference two = idea(SECOND, ContributionState.PUBLISHED, null);
        assertEquals(CLUSTER, this.manager.group(ROADMAP, " A title ", List.of(one, two)));
        assertEquals(List.of(TestRows.local(one), TestRows.local(two)), this.saved.get("ideas"));
        assertEquals("A title", this.saved.get("title"));
        assertEquals("XWiki.Emil", this.saved.get("by"));
    }

    private List<FieldError> refusal(String title, DocumentReference... ideas)
    {
        List<FieldError> errors = assertThrows(CrowdsourcingException.class,
            () -> this.manager.group(ROADMAP, title, List.of(ideas))).getErrors();
        assertNull(this.saved);
        return errors;
    }

    @Test
    void whatCannotBeGrouped() throws Exception
    {
        cluster("title", "Known", "ideas", List.of("I.C.Dialogue.x"));
        assertEquals(List.of(new FieldError("clusterTitle", "crowdsourcing.error.titleRequired"),
            new FieldError("cs_item", "crowdsourcing.error.nothingTicked")), refusal(" "));
        assertEquals(List.of(new FieldError("clusterTitle", "crowdsourcing.error.clusterKnown", "known")),
            refusal("known", idea()));
        DocumentReference hidden = idea(FIRST, ContributionState.HIDDEN, null);
        DocumentReference question = idea();
        say(question, FIRST, ContributionKind.QUESTION, ContributionState.PUBLISHED);
        DocumentReference foreign = idea(TestRows.page("J.C.Dialogue.WebHome"), ContributionState.PUBLISHED, null);
        assertEquals(List.of(new FieldError("cs_item", "crowdsourcing.error.ideasGone", 3)),
            refusal("New", idea(), hidden, question, foreign));
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.things).getEditable(ROADMAP,
            Schema.ROADMAP);
        refusal("New", idea());
    }

    @Test
    void addRemoveAndUndo() throws Exception
    {
        DocumentReference one = idea();
        DocumentReference two = idea();
        cluster("title", "T", "summary", "S", "ideas", List.of(TestRows.local(one)), "titleBefore", "Before",
            "ideasBefore", List.of("I.C.Dialogue.y"));
        this.manager.add(CLUSTER, List.of(one, two));
        assertEquals(List.of(TestRows.local(one), TestRows.local(two)), this.saved.get("ideas"));
        assertEquals(List.of(TestRows.local(one)), this.saved.get("ideasBefore"));
        this.manager.add(CLUSTER, List.of(one));
        assertTrue(this.saved.isEmpty(), "Nothing changes");
        this.manager.remove(CLUSTER, List.of(one));
        assertEquals(List.of(), this.saved.get("ideas"));
        assertEquals("T", this.saved.get("titleBefore"));
        this.manager.undo(CLUSTER);
        assertEquals("Before", this.saved.get("title"));
        assertEquals(List.of("I.C.Dialogue.y"), this.saved.get("ideas"));
        assertEquals("T", this.saved.get("titleBefore"), "It can be done once more");
        this.manager.describe(CLUSTER, "New", "What");
        assertEquals("New", this.saved.get("title"));
        assertEquals("S", this.saved.get("summaryBefore"));
        verify(this.writer).fill(CLUSTER, "New", Map.of(), "");
    }

    @Test
    void nothingToUndo() throws Exception
    {
        cluster("title", "T");
        assertThrows(ConflictException.class, () -> this.manager.undo(CLUSTER));
    }

    @Test
    @SuppressWarnings("unchecked")
    void writeKeepsAllSources() throws Exception
    {
        DocumentReference one = idea();
        DocumentReference merged = idea(FIRST, ContributionState.MERGED, null);
        DocumentReference hidden = idea(FIRST, ContributionState.HIDDEN, null);
        cluster("title", "T", "summary", "S", "ideas",
            List.of(TestRows.local(one), TestRows.local(hidden), TestRows.local(merged)));
        when(this.things.canCreate(ROADMAP)).thenReturn(true);
        DocumentReference page = TestRows.page("I.R.T.WebHome");
        Map<Schema, List<Map<String, Object>>> objects = new HashMap<>();
        when(this.writer.createFilled(any(), any(), eq("T"), eq(Schema.RECOMMENDATION), any())).thenAnswer(call -> {
            objects.putAll(call.getArgument(4));
            return page;
        });
        assertEquals(page, this.manager.write(CLUSTER));
        assertEquals(List.of(TestRows.local(one), TestRows.local(merged)),
            objects.get(Schema.RECOMMENDATION).get(0).get("sources"));
        verify(this.writer).update(CLUSTER, Schema.CLUSTER, Map.of("recommendation", "I.R.T.WebHome"), "");
        verify(this.guard).leave(CLUSTER);
    }

    @Test
    void writeOnce() throws Exception
    {
        cluster("title", "T", "ideas", List.of(TestRows.local(idea())), "recommendation", "I.R.T.WebHome");
        when(this.pages.find(TestRows.page("I.R.T.WebHome"), Schema.RECOMMENDATION))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.T.WebHome"))));
        assertEquals(List.of(new FieldError("", "crowdsourcing.error.clusterWritten", "Title of T")),
            assertThrows(ConflictException.class, () -> this.manager.write(CLUSTER)).getErrors());
        verify(this.writer, never()).createFilled(any(), any(), any(), any(), any());
        verify(this.guard).leave(CLUSTER);
    }
}

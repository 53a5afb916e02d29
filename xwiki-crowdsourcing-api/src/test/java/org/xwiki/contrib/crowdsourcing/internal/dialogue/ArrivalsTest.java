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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.stubbing.Answer;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheManager;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.observation.EventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultArrivalManager} with what it keeps and hears.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({ArrivalStore.class, ContributionListener.class})
class ArrivalsTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    @InjectMockComponents
    private DefaultArrivalManager manager;

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private MeasureCache measures;

    @MockComponent
    private CacheManager caches;

    @MockComponent
    private ContributionStore store;

    @MockComponent
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private DialogueManager dialogues;

    @MockComponent
    private Access access;

    @MockComponent
    private MergeStore merges;

    @MockComponent
    private TextIndexes texts;

    @MockComponent
    private PostStore posts;

    @MockComponent
    private AlertStore alerts;

    @MockComponent
    private IdeaStore ideas;

    @MockComponent
    private PageChanges changes;

    private final Map<String, Contribution> seen = new HashMap<>();

    private String first;

    @BeforeComponent
    void keep() throws Exception
    {
        Map<String, Object> kept = new HashMap<>();
        Cache<Object> cache = mock();
        when(cache.get(anyString())).then(call -> kept.get(call.getArgument(0)));
        doAnswer(call -> kept.put(call.getArgument(0), call.getArgument(1))).when(cache).set(anyString(), any());
        when(this.caches.createNewLocalCache(any())).thenReturn(cache);
    }

    @BeforeEach
    void configure() throws Exception
    {
        when(this.serializer.serialize(any())).then(call -> call.getArgument(0, EntityReference.class).toString());
        when(this.access.user()).thenReturn(EVA);
        when(this.dialogues.getContributions(any())).then((Answer<Map<DocumentReference, Contribution>>) call -> {
            Map<DocumentReference, Contribution> found = new HashMap<>();
            Collection<DocumentReference> wanted = call.getArgument(0);
            wanted.stream().filter(page -> this.seen.containsKey(page.getName()))
                .forEach(page -> found.put(page, this.seen.get(page.getName())));
            return found;
        });
        this.first = ContributionKeys.root(NOON);
        when(this.store.latest(DIALOGUE, Recent.LIMIT)).thenReturn(List.of(this.first));
    }

    private void happen(Event event, String name, String state) throws Exception
    {
        DocumentReference page = new DocumentReference(name, DIALOGUE.getLastSpaceReference());
        Object source = new Object();
        when(this.changes.after(source)).thenReturn(new PageState(page, true, "", "",
            schema -> schema == Schema.CONTRIBUTION ? List.of(TestRows.row(page, "state", state)) : List.of()));
        this.components.<EventListener>getInstance(EventListener.class, ContributionListener.NAME)
            .onEvent(event, source, null);
    }

    private String arrive(String author, String state, int seconds) throws Exception
    {
        String name = ContributionKeys.reply(this.first, NOON.plusSeconds(seconds));
        Contribution contribution = mock();
        when(contribution.state()).thenReturn(ContributionState.PUBLISHED);
        when(contribution.author()).thenReturn(TestRows.page(author));
        this.seen.put(name, contribution);
        happen(new DocumentCreatedEvent(), name, state);
        return name;
    }

    @Test
    void whatIsKeptForAlertsHearsOfIt() throws Exception
    {
        String name = arrive("XWiki.Bob", "published", 1);
        verify(this.posts).happened(eq(new DocumentReference(name, DIALOGUE.getLastSpaceReference())),
            argThat(row -> "published".equals(row.text("state"))));
        happen(new DocumentCreatedEvent(), "about", "");
        verify(this.alerts, never()).changed(any());
        happen(new DocumentCreatedEvent(), "as" + name + "0001", "");
        verify(this.alerts).changed(any());
    }

    @Test
    void whatArrivesIsCounted() throws Exception
    {
        String since = this.manager.getLatest(DIALOGUE);
        assertEquals(ContributionKeys.own(this.first), since);
        String tag = this.manager.getTag(DIALOGUE);
        assertEquals(Count.exactly(0), this.manager.count(DIALOGUE, since));
        arrive("XWiki.Ana", "published", 1);
        String last = arrive("XWiki.Ana", "published", 2);
        assertEquals(Count.exactly(2), this.manager.count(DIALOGUE, since));
        assertEquals(ContributionKeys.own(last), this.manager.getLatest(DIALOGUE));
        assertNotEquals(tag, this.manager.getTag(DIALOGUE));
        assertEquals(Count.exactly(0), this.manager.count(DIALOGUE, this.manager.getLatest(DIALOGUE)));
        // All this was looked up once.
        verify(this.store, times(1)).latest(any(), anyInt());
    }

    @Test
    void whatNotEverybodySeesDoesNotArrive() throws Exception
    {
        String since = this.manager.getLatest(DIALOGUE);
        String tag = this.manager.getTag(DIALOGUE);
        String awaiting = arrive("XWiki.Ana", "awaiting", 1);
        assertEquals(tag, this.manager.getTag(DIALOGUE));
        assertEquals(Count.exactly(0), this.manager.count(DIALOGUE, since));
        happen(new DocumentUpdatedEvent(), awaiting, "published");
        assertEquals(Count.exactly(1), this.manager.count(DIALOGUE, since));
        happen(new DocumentUpdatedEvent(), awaiting, "hidden");
        assertEquals(Count.exactly(0), this.manager.count(DIALOGUE, since));
        assertEquals(since, this.manager.getLatest(DIALOGUE));
        happen(new DocumentUpdatedEvent(), awaiting, "published");
        happen(new DocumentDeletedEvent(), awaiting, "published");
        assertEquals(Count.exactly(0), this.manager.count(DIALOGUE, since));
    }

    @Test
    void ownOnesAndThoseThatMayNotBeSeenAreNotCounted() throws Exception
    {
        String since = this.manager.getLatest(DIALOGUE);
        arrive("XWiki.Eva", "published", 1);
        this.seen.remove(arrive("XWiki.Ana", "published", 2));
        assertEquals(Count.exactly(0), this.manager.count(DIALOGUE, since));
    }

    @Test
    void countingEnds() throws Exception
    {
        String since = this.manager.getLatest(DIALOGUE);
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= Recent.LIMIT + 50; i++) {
            names.add(arrive("XWiki.Ana", "published", i));
        }
        assertEquals(new Count(100, true), this.manager.count(DIALOGUE, since));
        String last = ContributionKeys.own(names.get(names.size() - 4));
        assertEquals(Count.exactly(3), this.manager.count(DIALOGUE, last));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "0000000000000000000", "' or 1=1 --"})
    void whatIsNoMomentCountsNothing(String since) throws Exception
    {
        assertEquals(Count.exactly(0), this.manager.count(DIALOGUE, since));
    }

    @Test
    void whoMayNotSeeTheThreadLearnsNothing() throws Exception
    {
        when(this.rules.get(DIALOGUE)).thenThrow(new NotFoundException(new FieldError("", "no")));
        assertThrows(NotFoundException.class, () -> this.manager.getLatest(DIALOGUE));
        assertThrows(NotFoundException.class, () -> this.manager.getTag(DIALOGUE));
        assertThrows(NotFoundException.class, () -> this.manager.count(DIALOGUE, "00000000000000"));
    }
}

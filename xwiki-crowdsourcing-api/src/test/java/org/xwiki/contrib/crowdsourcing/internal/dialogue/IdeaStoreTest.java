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
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link IdeaStore}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({RowReader.class, ContributionStore.class})
class IdeaStoreTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final String SPACE = "I.C.Dialogue.";

    @InjectMockComponents
    private IdeaStore store;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    private EntityReferenceSerializer<String> wholeSerializer;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private CacheManager caches;

    private RecordingQueries queries;

    private final String one = ContributionKeys.root(Instant.now());

    private final String two = ContributionKeys.root(Instant.now());

    private final String three = ContributionKeys.root(Instant.now());

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
        TestRows.local(this.serializer);
        TestRows.local(this.wholeSerializer);
        this.queries = new RecordingQueries(this.queryManager);
        this.queries.answer("decision.value in", RecordingQueries.row(SPACE + this.two, "taken", "published", null));
        this.queries.answer("select doc.fullName", SPACE + this.one, SPACE + this.two);
    }

    private void happen(String name, Object... values)
    {
        DocumentReference page = new DocumentReference(name, DIALOGUE.getLastSpaceReference());
        this.store.happened(page, TestRows.row(page, values));
    }

    @Test
    void ideasAreReadOnceAndCountedFromThenOn() throws Exception
    {
        assertEquals(new Answered(1, 2), this.store.count(DIALOGUE));
        assertEquals(2, this.queries.statements().size());
        assertEquals(SPACE + "c", this.queries.values(0).get("from"));
        assertEquals(List.of("taken", "partly", "nottaken"), this.queries.values(1).get("outcomes"));
        happen(this.one, "state", "published", "kind", "idea", "decision", "nottaken");
        assertEquals(new Answered(2, 2), this.store.count(DIALOGUE));
        happen(this.three, "state", "published", "kind", "idea");
        assertEquals(new Answered(2, 3), this.store.count(DIALOGUE));
        happen(this.three, "state", "published", "kind", "question");
        happen(this.one, "state", "hidden", "kind", "idea", "decision", "nottaken");
        assertEquals(new Answered(1, 1), this.store.count(DIALOGUE));
        happen(this.two);
        assertEquals(new Answered(0, 0), this.store.count(DIALOGUE), "It is gone");
        assertEquals(2, this.queries.statements().size());
    }

    @Test
    void whatHappensWhileTheyAreReadIsNotLost() throws Exception
    {
        Ideas ideas = new Ideas();
        ideas.readOnce(() -> {
            ideas.put(this.one, new Ideas.Standing(true, Outcome.NOT_TAKEN, DecisionReason.COST));
            ideas.put(this.three, Ideas.Standing.OPEN);
            return Map.of(this.one, Ideas.Standing.OPEN, this.two, new Ideas.Standing(true, Outcome.TAKEN, null));
        });
        assertEquals(new Answered(2, 3), ideas.count());
        assertEquals(Set.of(this.one), ideas.registered().keySet());
        ideas.readOnce(() -> {
            throw new IllegalStateException("Read twice");
        });
    }

    @Test
    void whatWasNotTakenStaysInTheRegisterWhenItIsHidden() throws Exception
    {
        String[] names = {this.one, this.two, this.three};
        this.queries.answer("decision.value in", RecordingQueries.row(SPACE + names[0], "nottaken", "hidden", "cost"),
            RecordingQueries.row(SPACE + names[1], "partly", "published", null));
        Ideas ideas = this.store.of(DIALOGUE);
        assertEquals(List.of("published", "hidden", "erased"), this.queries.values(1).get("states"));
        assertEquals(Map.of(names[0], new Ideas.Standing(false, Outcome.NOT_TAKEN, DecisionReason.COST), names[1],
            new Ideas.Standing(true, Outcome.PARTLY, null)), ideas.registered());
        happen(names[1], "state", "merged", "kind", "idea", "decision", "partly");
        happen(names[2], "state", "erased", "kind", "idea", "decision", "nottaken", "reasonKind", "legal");
        assertEquals(Set.of(names[0], names[2]), ideas.registered().keySet());
        happen(names[0], "state", "published", "kind", "idea", "decision", "taken");
        assertEquals(Set.of(names[2]), ideas.registered().keySet());
    }

    @Test
    void whatWaitsIsInTheOrderOfTimeWhateverItRepliesTo() throws Exception
    {
        Ideas ideas = new Ideas();
        Instant day = Instant.parse("2017-06-06T10:00:00Z");
        String first = ContributionKeys.root(day);
        String late = ContributionKeys.reply(first, day.plusSeconds(900));
        String middle = ContributionKeys.root(day.plusSeconds(300));
        ideas.readOnce(() -> Map.of(late, Ideas.Standing.OPEN, first, Ideas.Standing.OPEN, middle,
            Ideas.Standing.OPEN, "cNoName", Ideas.Standing.OPEN));
        assertEquals(List.of(first, middle), ideas.openSince(day.plusSeconds(900)));
        assertEquals(day.plusSeconds(900), ideas.nextSince(day.plusSeconds(301)));
        assertEquals(null, ideas.nextSince(day.plusSeconds(901)));
        assertEquals(List.of(), ideas.openSince(day));
        assertEquals(new Answered(0, 3), ideas.count(), "What has no time is no idea");
    }

    @Test
    void onlyAllIsAHundred()
    {
        assertEquals(99, new Answered(999, 1000).share());
        assertEquals(100, new Answered(3, 3).share());
        assertEquals(0, new Answered(0, 0).share());
        assertTrue(new Answered(1, 2).plus(new Answered(2, 2)).equals(new Answered(3, 4)));
    }
}

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
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheManager;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Support;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.ratings.Rating;
import org.xwiki.ratings.RatingsConfiguration;
import org.xwiki.ratings.RatingsException;
import org.xwiki.ratings.RatingsManager;
import org.xwiki.ratings.RatingsManager.RatingQueryField;
import org.xwiki.ratings.RatingsManagerFactory;
import org.xwiki.ratings.events.CreatedRatingEvent;
import org.xwiki.ratings.events.DeletedRatingEvent;
import org.xwiki.refactoring.event.DocumentRenamedEvent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;
import org.xwiki.user.UserReferenceSerializer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultSupportManager} with what it counts: who may back what, and that nobody counts twice.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({SupportStore.class, SupportCounter.class, SupportListener.class, SupportConfiguration.class})
class SupportRulesTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final DocumentReference BOB = TestRows.page("XWiki.Bob");

    @InjectMockComponents
    private DefaultSupportManager manager;

    @org.xwiki.test.junit5.mockito.InjectComponentManager
    private org.xwiki.test.mockito.MockitoComponentManager components;

    @MockComponent
    private MergeStore merges;

    @MockComponent
    private AlertFinder alerts;

    @MockComponent
    private AlertWatch watch;

    @MockComponent
    private ContributionWriter contributions;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private Access access;

    @MockComponent
    private RatingsManagerFactory factory;

    @MockComponent
    private RatingsConfiguration general;

    @MockComponent
    private UserReferenceResolver<CurrentUserReference> currentUser;

    @MockComponent
    private UserReferenceSerializer<String> users;

    @MockComponent
    private EntityReferenceSerializer<String> serializer;

    private final RatingsManager ratings = mock(RatingsManager.class);

    private final UserReference eva = mock(UserReference.class);

    private final UserReference bob = mock(UserReference.class);

    private final DocumentReference idea =
        new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());

    @org.xwiki.test.annotation.BeforeComponent
    void cache() throws Exception
    {
        Map<String, Tally> kept = new HashMap<>();
        Cache<Tally> cache = mock();
        when(cache.get(anyString())).then(invocation -> kept.get(invocation.getArgument(0)));
        doAnswer(invocation -> kept.put(invocation.getArgument(0), invocation.getArgument(1))).when(cache)
            .set(anyString(), any());
        doAnswer(invocation -> kept.remove(invocation.getArgument(0))).when(cache).remove(anyString());
        CacheManager caches = this.components.registerMockComponent(CacheManager.class);
        when(caches.<Tally>createNewLocalCache(any())).thenReturn(cache);
    }

    @BeforeEach
    void configure() throws Exception
    {
        when(this.serializer.serialize(any())).then(invocation -> invocation.getArgument(0).toString());
        when(this.users.serialize(this.eva)).thenReturn("xwiki:XWiki.Eva");
        when(this.users.serialize(this.bob)).thenReturn("xwiki:XWiki.Bob");
        when(this.currentUser.resolve(CurrentUserReference.INSTANCE)).thenReturn(this.eva);
        when(this.access.user()).thenReturn(EVA);
        when(this.rules.refusal(DIALOGUE)).thenReturn(Optional.empty());
        when(this.rules.closure(DIALOGUE)).thenReturn(Optional.empty());
        when(this.factory.getRatingsManager("crowdsourcing-support")).thenReturn(this.ratings);
        when(this.merges.of(DIALOGUE)).thenReturn(new Merges(Map.of()));
        stored("published", "Bob");
    }

    private void stored(String state, String author) throws Exception
    {
        when(this.contributions.visible(this.idea)).thenReturn(
            TestRows.row(this.idea, "state", state, "author", "XWiki." + author));
    }

    private Rating rating(DocumentReference page, UserReference author)
    {
        Rating rating = mock(Rating.class);
        when(rating.getId()).thenReturn("id-" + System.identityHashCode(rating));
        when(rating.getReference()).thenReturn(page);
        when(rating.getAuthor()).thenReturn(author);
        when(rating.getCreatedAt()).thenReturn(new Date());
        return rating;
    }

    private void found(RatingQueryField field, EntityReference value, Rating... found) throws Exception
    {
        when(this.ratings.getRatings(org.mockito.ArgumentMatchers.argThat(
            query -> query != null && value.equals(query.get(field))), anyInt(), anyInt(), any(), anyBoolean()))
            .thenReturn(List.of(found));
    }

    private Support support(DocumentReference author, ContributionState state) throws Exception
    {
        return this.manager.getSupport(List.of(new Contribution(this.idea, DIALOGUE, this.idea, null, "text",
            ContributionKind.IDEA, author, "", Instant.now(), 0, "", state, null, null, null, null, ""))).get(this.idea);
    }

    private SupportListener listener() throws Exception
    {
        return (SupportListener) this.components
            .<org.xwiki.observation.EventListener>getInstance(org.xwiki.observation.EventListener.class,
                SupportListener.NAME);
    }

    @Test
    void backingSomethingIsStored() throws Exception
    {
        this.manager.support(this.idea);
        verify(this.ratings).saveRating(this.idea, this.eva, 1);
        verify(this.watch).supported(this.idea);
    }

    @Test
    void whatIsSetAsideDoesNotCountButIsStillThere() throws Exception
    {
        found(RatingQueryField.PARENTS_REFERENCE, DIALOGUE.getLastSpaceReference(), rating(this.idea, this.eva),
            rating(this.idea, this.bob));
        when(this.alerts.setAside(any(), any()))
            .thenReturn(Map.of(this.idea.getName(), Map.of("xwiki:XWiki.Eva", AlertState.OPEN)));
        Support support = support(BOB, ContributionState.PUBLISHED);
        assertEquals(1, support.supporters());
        assertTrue(support.own());
        assertEquals(AlertState.OPEN, support.review());
        when(this.currentUser.resolve(CurrentUserReference.INSTANCE)).thenReturn(this.bob);
        support = support(BOB, ContributionState.PUBLISHED);
        assertTrue(support.own());
        assertNull(support.review(), "What is in question of others is for curators");
    }

    @Test
    void whoCountsForWhatWasMergedCounts() throws Exception
    {
        DocumentReference other =
            new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());
        found(RatingQueryField.PARENTS_REFERENCE, DIALOGUE.getLastSpaceReference(), rating(this.idea, this.eva),
            rating(other, this.eva), rating(other, this.bob));
        when(this.merges.of(DIALOGUE)).thenReturn(new Merges(Map.of(other.getName(), this.idea.getName())));
        when(this.alerts.setAside(any(), any())).thenReturn(Map.of(other.getName(),
            Map.of("xwiki:XWiki.Eva", AlertState.OPEN, "xwiki:XWiki.Bob", AlertState.LEFT_OUT)));
        Support support = support(BOB, ContributionState.PUBLISHED);
        assertEquals(1, support.supporters());
        assertNull(support.review());
        when(this.currentUser.resolve(CurrentUserReference.INSTANCE)).thenReturn(this.bob);
        assertEquals(AlertState.LEFT_OUT, support(BOB, ContributionState.PUBLISHED).review());
    }

    @Test
    void ownContributionsAreNotBacked() throws Exception
    {
        stored("published", "Eva");
        ConflictException refused = assertThrows(ConflictException.class, () -> this.manager.support(this.idea));
        assertEquals("crowdsourcing.error.supportOwn", refused.getErrors().get(0).messageKey());
        assertFalse(support(EVA, ContributionState.PUBLISHED).changeable());
        assertTrue(support(BOB, ContributionState.PUBLISHED).changeable());
    }

    @Test
    void onlyWhatIsPublishedIsBacked() throws Exception
    {
        for (String state : List.of("awaiting", "hidden", "merged")) {
            stored(state, "Bob");
            assertThrows(ConflictException.class, () -> this.manager.support(this.idea), state);
            assertThrows(ConflictException.class, () -> this.manager.revoke(this.idea), state);
        }
        assertFalse(support(BOB, ContributionState.AWAITING).changeable());
        verify(this.ratings, never()).saveRating(any(), any(), anyInt());
    }

    @Test
    void whoMayNotContributeMayNotBackAnything() throws Exception
    {
        when(this.rules.refusal(DIALOGUE)).thenReturn(Optional.of(new FieldError("", "no")));
        assertThrows(NotAllowedException.class, () -> this.manager.support(this.idea));
        assertThrows(NotAllowedException.class, () -> this.manager.revoke(this.idea));
        when(this.access.user()).thenReturn(null);
        assertFalse(support(BOB, ContributionState.PUBLISHED).changeable());
        verify(this.ratings, never()).saveRating(any(), any(), anyInt());
    }

    @Test
    void nothingIsBackedInAClosedThread() throws Exception
    {
        when(this.rules.closure(DIALOGUE)).thenReturn(Optional.of(new FieldError("", "closed")));
        assertThrows(ConflictException.class, () -> this.manager.support(this.idea));
        assertThrows(ConflictException.class, () -> this.manager.revoke(this.idea));
        assertFalse(support(BOB, ContributionState.PUBLISHED).changeable());
    }

    @Test
    void everybodyCountsOnceWhateverIsStored() throws Exception
    {
        found(RatingQueryField.PARENTS_REFERENCE, DIALOGUE.getLastSpaceReference(), rating(this.idea, this.eva),
            rating(this.idea, this.bob), rating(this.idea, this.eva));
        Support support = support(BOB, ContributionState.PUBLISHED);
        assertEquals(2, support.supporters());
        assertTrue(support.own());
    }

    @Test
    void takingItBackRemovesAllThatSeveralMachinesStored() throws Exception
    {
        Rating first = rating(this.idea, this.eva);
        Rating second = rating(this.idea, this.eva);
        found(RatingQueryField.ENTITY_REFERENCE, this.idea, first, second);
        this.manager.revoke(this.idea);
        verify(this.ratings).removeRating(first.getId());
        verify(this.ratings).removeRating(second.getId());
    }

    @Test
    void whoBacksWhatWasMergedCountsOnce() throws Exception
    {
        DocumentReference other =
            new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());
        found(RatingQueryField.PARENTS_REFERENCE, DIALOGUE.getLastSpaceReference(), rating(this.idea, this.bob),
            rating(other, this.bob), rating(other, this.eva));
        when(this.merges.of(DIALOGUE)).thenReturn(new Merges(Map.of(other.getName(), this.idea.getName())));
        Support support = support(BOB, ContributionState.PUBLISHED);
        assertEquals(2, support.supporters());
        assertTrue(support.own());
        Rating own = rating(other, this.eva);
        found(RatingQueryField.ENTITY_REFERENCE, other, own);
        this.manager.revoke(this.idea);
        verify(this.ratings).removeRating(own.getId());
    }

    @Test
    void whatHappensIsCountedWithoutReadingAgain() throws Exception
    {
        assertEquals(0, support(BOB, ContributionState.PUBLISHED).supporters());
        Rating rating = rating(this.idea, this.eva);
        listener().onEvent(new CreatedRatingEvent(rating), "crowdsourcing-support", rating);
        assertEquals(1, support(BOB, ContributionState.PUBLISHED).supporters());
        listener().onEvent(new CreatedRatingEvent(rating), "likes", rating);
        listener().onEvent(new DeletedRatingEvent(rating), "likes", rating);
        assertTrue(support(BOB, ContributionState.PUBLISHED).own());
        listener().onEvent(new DeletedRatingEvent(rating), "crowdsourcing-support", rating);
        assertEquals(0, support(BOB, ContributionState.PUBLISHED).supporters());
        verify(this.ratings, times(1)).getRatings(any(), anyInt(), anyInt(), any(), anyBoolean());
    }

    @Test
    void whatHappensWhileItIsReadIsNotLost() throws Exception
    {
        Rating rating = rating(this.idea, this.bob);
        Rating old = rating(this.idea, this.eva);
        when(this.ratings.getRatings(any(), eq(0), anyInt(), any(), anyBoolean())).then(invocation -> {
            listener().onEvent(new CreatedRatingEvent(rating), "crowdsourcing-support", rating);
            listener().onEvent(new DeletedRatingEvent(old), "crowdsourcing-support", old);
            return List.of(old);
        });
        Support support = support(BOB, ContributionState.PUBLISHED);
        assertEquals(1, support.supporters());
        assertFalse(support.own());
    }

    @Test
    void afterAFailureItIsReadAgain() throws Exception
    {
        when(this.ratings.getRatings(any(), eq(0), anyInt(), any(), anyBoolean()))
            .thenThrow(new RatingsException("down", null)).thenReturn(List.of(rating(this.idea, this.eva)));
        assertThrows(CrowdsourcingException.class, () -> support(BOB, ContributionState.PUBLISHED));
        assertEquals(1, support(BOB, ContributionState.PUBLISHED).supporters());
    }

    @Test
    void supportFollowsAContributionThatIsMoved() throws Exception
    {
        DocumentReference moved =
            new DocumentReference(this.idea.getName(), TestRows.page("I.D.Dialogue.WebHome").getLastSpaceReference());
        Rating rating = rating(this.idea, this.eva);
        found(RatingQueryField.ENTITY_REFERENCE, this.idea, rating);
        listener().onEvent(new DocumentRenamedEvent(this.idea, moved), this, null);
        ArgumentCaptor<Rating> saved = ArgumentCaptor.captor();
        verify(this.ratings).saveRating(saved.capture());
        assertEquals(moved, saved.getValue().getReference());
        assertEquals(rating.getId(), saved.getValue().getId());
        assertEquals(this.eva, saved.getValue().getAuthor());
    }

    @Test
    void itIsKeptWhereTheWikiKeepsRatings() throws Exception
    {
        when(this.general.getRatingsStorageHint()).thenReturn("solr");
        RatingsConfiguration configuration =
            this.components.getInstance(RatingsConfiguration.class, "crowdsourcing-support");
        assertEquals("solr", configuration.getRatingsStorageHint());
        assertEquals(1, configuration.getScaleUpperBound());
        assertFalse(configuration.isAverageStored());
        assertFalse(configuration.isZeroStored());
    }
}

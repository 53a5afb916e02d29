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
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.ratings.Rating;
import org.xwiki.ratings.RatingsException;
import org.xwiki.ratings.RatingsManager;
import org.xwiki.ratings.RatingsManager.RatingQueryField;
import org.xwiki.ratings.RatingsManagerFactory;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;
import org.xwiki.user.UserReferenceSerializer;

/**
 * Where support is stored: in the ratings of the wiki, which cannot tell what is backed most. So all support of a
 * thread is read once, kept for some minutes, and kept up to date with what happens on this machine. Several machines
 * may store the same person twice; who backs something is counted, not how often. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SupportStore.class)
@Singleton
public class SupportStore extends AbstractThreadCache<Tally>
{
    private static final int BATCH = 1000;

    /** How many threads are kept. */
    private static final int THREADS = 200;

    /** How many seconds until this machine sees what happened on another one. */
    private static final int LIFESPAN = 300;

    @Inject
    private Provider<RatingsManagerFactory> factory;

    @Inject
    private UserReferenceResolver<CurrentUserReference> currentUser;

    @Inject
    private UserReferenceSerializer<String> users;

    private RatingsManager manager;

    /**
     * Keeps nothing yet.
     */
    public SupportStore()
    {
        super("crowdsourcingSupport", THREADS, LIFESPAN);
    }

    // One at a time: otherwise the wiki may make two managers, and each lets the same person in.
    private synchronized RatingsManager ratings() throws RatingsException
    {
        if (this.manager == null) {
            this.manager = this.factory.get().getRatingsManager(SupportConfiguration.ID);
        }
        return this.manager;
    }

    /**
     * @param thread the page of a thread
     * @return who backs which of its contributions
     * @throws CrowdsourcingException if it fails
     */
    public Tally tally(DocumentReference thread) throws CrowdsourcingException
    {
        Tally tally = findOrKeep(thread, Tally::new);
        tally.readOnce(read -> {
            int offset = 0;
            List<Rating> found;
            do {
                found = findRatings(Map.of(RatingQueryField.PARENTS_REFERENCE, thread.getLastSpaceReference()), offset);
                found.forEach(rating -> read.put(rating.getReference().getName(),
                    this.users.serialize(rating.getAuthor()), time(rating)));
                offset += BATCH;
            } while (found.size() == BATCH);
        });
        return tally;
    }

    private List<Rating> findRatings(Map<RatingQueryField, Object> query, int offset) throws CrowdsourcingException
    {
        try {
            return ratings().getRatings(query, offset, BATCH, RatingQueryField.CREATED_DATE, true);
        } catch (RatingsException e) {
            throw new CrowdsourcingException("Failed to read support", e);
        }
    }

    /**
     * @return the current user, as users are named in what is stored
     */
    public String self()
    {
        return this.users.serialize(this.currentUser.resolve(CurrentUserReference.INSTANCE));
    }

    /**
     * Stores that the current user backs a contribution.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it fails
     */
    public void add(DocumentReference contribution) throws CrowdsourcingException
    {
        try {
            ratings().saveRating(contribution, this.currentUser.resolve(CurrentUserReference.INSTANCE), 1);
        } catch (RatingsException e) {
            throw new CrowdsourcingException("Failed to store support", e);
        }
    }

    /**
     * Stores that the current user does not back a contribution any more.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it fails
     */
    public void remove(DocumentReference contribution) throws CrowdsourcingException
    {
        UserReference user = this.currentUser.resolve(CurrentUserReference.INSTANCE);
        try {
            // Several machines may have stored several.
            for (Rating rating : findRatings(Map.of(RatingQueryField.ENTITY_REFERENCE, contribution,
                RatingQueryField.USER_REFERENCE, user), 0)) {
                ratings().removeRating(rating.getId());
            }
        } catch (RatingsException e) {
            throw new CrowdsourcingException("Failed to remove support", e);
        }
    }

    /**
     * Takes up that somebody backs a contribution, or does not any more.
     *
     * @param rating what was stored or removed
     * @param backed whether it was stored
     */
    void happened(Rating rating, boolean backed)
    {
        Tally tally = find(new DocumentReference(rating.getReference()));
        if (tally != null) {
            tally.change(rating.getReference().getName(), this.users.serialize(rating.getAuthor()),
                backed ? time(rating) : null);
        }
    }

    private Instant time(Rating rating)
    {
        // What does not tell its time was always there.
        return rating.getCreatedAt() == null ? Instant.EPOCH : rating.getCreatedAt().toInstant();
    }

    /**
     * Lets support follow a contribution that was moved. The wiki moves its ratings too, but they would still be found
     * in the old place only.
     *
     * @param from where the contribution was
     * @param to where it is
     * @throws CrowdsourcingException if it fails
     */
    void move(DocumentReference from, DocumentReference to) throws CrowdsourcingException
    {
        try {
            for (DocumentReference page : List.of(from, to)) {
                for (Rating rating : findRatings(Map.of(RatingQueryField.ENTITY_REFERENCE, page), 0)) {
                    ratings().saveRating(new Moved(rating, to));
                }
            }
        } catch (RatingsException e) {
            throw new CrowdsourcingException("Failed to move support", e);
        }
        forget(from);
        forget(to);
    }

    /**
     * The same rating of a page that was moved.
     */
    private record Moved(Rating rating, EntityReference page) implements Rating
    {
        @Override
        public String getId()
        {
            return this.rating.getId();
        }

        @Override
        public String getManagerId()
        {
            return this.rating.getManagerId();
        }

        @Override
        public EntityReference getReference()
        {
            return this.page;
        }

        @Override
        public UserReference getAuthor()
        {
            return this.rating.getAuthor();
        }

        @Override
        public Date getCreatedAt()
        {
            return this.rating.getCreatedAt();
        }

        @Override
        public Date getUpdatedAt()
        {
            return this.rating.getUpdatedAt();
        }

        @Override
        public int getVote()
        {
            return this.rating.getVote();
        }

        @Override
        public int getScaleUpperBound()
        {
            return this.rating.getScaleUpperBound();
        }
    }
}

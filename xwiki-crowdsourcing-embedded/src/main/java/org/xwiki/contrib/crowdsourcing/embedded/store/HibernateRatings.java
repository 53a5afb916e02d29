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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.observation.ObservationManager;
import org.xwiki.ratings.Rating;
import org.xwiki.ratings.RatingsManager;
import org.xwiki.ratings.RatingsManagerFactory;
import org.xwiki.ratings.events.CreatedRatingEvent;
import org.xwiki.ratings.events.DeletedRatingEvent;
import org.xwiki.user.UserReference;

/**
 * Keeps the ratings of pages in the database; XWiki Platform keeps them in its search engine.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class HibernateRatings implements RatingsManagerFactory
{
    @Inject
    private Sessions sessions;

    @Inject
    private ObservationManager observation;

    private final Map<String, RatingsManager> managers = new ConcurrentHashMap<>();

    @Override
    public RatingsManager getRatingsManager(String managerName)
    {
        return this.managers.computeIfAbsent(managerName, Manager::new);
    }

    private final class Manager implements RatingsManager
    {
        private final String id;

        Manager(String id)
        {
            this.id = id;
        }

        @Override
        public synchronized Rating saveRating(EntityReference reference, UserReference user, int vote)
        {
            if (vote == 0) {
                throw new UnsupportedOperationException("RatingsManager.saveRating with 0");
            }
            List<Rating> known = getRatings(Map.of(RatingQueryField.ENTITY_REFERENCE, reference,
                RatingQueryField.USER_REFERENCE, user), 0, 1, RatingQueryField.CREATED_DATE, true);
            if (known.isEmpty()) {
                Rating rating = new StoredRating(UUID.randomUUID().toString(), this.id, reference, user, vote);
                HibernateRatings.this.sessions.write(session -> session.save(rating));
                HibernateRatings.this.observation.notify(new CreatedRatingEvent(rating), this.id, rating);
                return rating;
            }
            return known.get(0);
        }

        @Override
        public synchronized void saveRating(Rating rating)
        {
            HibernateRatings.this.sessions.write(session -> session.merge(new StoredRating(rating)));
        }

        @Override
        public List<Rating> getRatings(Map<RatingQueryField, Object> queryParameters, int offset, int limit,
            RatingQueryField orderBy, boolean asc)
        {
            Map<RatingQueryField, String> conditions = new EnumMap<>(RatingQueryField.class);
            Map<String, Object> values = new HashMap<>(Map.of("manager", this.id));
            queryParameters.forEach((field, value) -> {
                conditions.put(field, switch (field) {
                    case ENTITY_REFERENCE -> "rating.page = :reference";
                    case USER_REFERENCE -> "rating.author = :author";
                    case PARENTS_REFERENCE -> "rating.page like :parents escape '!'";
                    case IDENTIFIER -> "rating.id = :id";
                    default -> throw new UnsupportedOperationException("RatingsManager.getRatings by " + field);
                });
                values.put(field.getFieldName(), switch (field) {
                    case ENTITY_REFERENCE -> References.serialize((EntityReference) value);
                    case USER_REFERENCE -> Users.toText((UserReference) value);
                    case PARENTS_REFERENCE ->
                        References.serialize((EntityReference) value).replaceAll("[!%_]", "!$0") + ".%";
                    default -> value;
                });
            });
            StringBuilder text = new StringBuilder("from StoredRating rating where rating.manager = :manager");
            conditions.values().forEach(condition -> text.append(" and ").append(condition));
            text.append(" order by rating.created ").append(asc ? "asc" : "desc").append(", rating.id");
            return new ArrayList<>(HibernateRatings.this.sessions.read(session -> {
                Query<StoredRating> query = session.createQuery(text.toString(), StoredRating.class)
                    .setFirstResult(offset).setMaxResults(limit);
                values.forEach(query::setParameter);
                return query.list();
            }));
        }

        @Override
        public synchronized boolean removeRating(String ratingIdentifier)
        {
            List<Rating> known = getRatings(Map.of(RatingQueryField.IDENTIFIER, ratingIdentifier), 0, 1,
                RatingQueryField.CREATED_DATE, true);
            known.forEach(rating -> {
                HibernateRatings.this.sessions.write(session -> {
                    session.delete(rating);
                    return rating;
                });
                HibernateRatings.this.observation.notify(new DeletedRatingEvent(rating), this.id, rating);
            });
            return !known.isEmpty();
        }
    }
}

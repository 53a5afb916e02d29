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
package org.xwiki.ratings;

import java.util.List;
import java.util.Map;

import org.xwiki.component.annotation.Role;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.user.UserReference;

/** The ratings of one application. */
@Role
public interface RatingsManager
{
    /** What ratings are looked for by. */
    enum RatingQueryField
    {
        IDENTIFIER("id"),
        ENTITY_REFERENCE("reference"),
        PARENTS_REFERENCE("parents"),
        USER_REFERENCE("author"),
        VOTE("vote"),
        CREATED_DATE("createdDate"),
        UPDATED_DATE("updatedDate"),
        MANAGER_ID("managerId"),
        SCALE("scale");

        private final String fieldName;

        RatingQueryField(String fieldName)
        {
            this.fieldName = fieldName;
        }

        public String getFieldName()
        {
            return this.fieldName;
        }
    }

    Rating saveRating(EntityReference reference, UserReference user, int vote) throws RatingsException;

    void saveRating(Rating rating) throws RatingsException;

    List<Rating> getRatings(Map<RatingQueryField, Object> queryParameters, int offset, int limit,
        RatingQueryField orderBy, boolean asc) throws RatingsException;

    boolean removeRating(String ratingIdentifier) throws RatingsException;
}

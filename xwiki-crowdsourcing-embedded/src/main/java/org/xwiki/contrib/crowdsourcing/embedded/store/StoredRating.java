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

import java.util.Date;

import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.ratings.Rating;
import org.xwiki.user.UserReference;

/**
 * A rating of a page in the database.
 *
 * @version $Id$
 * @since 1.0
 */
public class StoredRating implements Rating
{
    private String id;

    private String manager;

    private String page;

    private String author;

    private Date created;

    private int vote;

    /** For the database, which fills it. */
    public StoredRating()
    {
    }

    StoredRating(Rating rating)
    {
        this(rating.getId(), rating.getManagerId(), rating.getReference(), rating.getAuthor(), rating.getVote());
    }

    StoredRating(String id, String manager, EntityReference page, UserReference author, int vote)
    {
        this.id = id;
        this.manager = manager;
        this.page = References.serialize(page);
        this.author = Users.toText(author);
        this.created = new Date();
        this.vote = vote;
    }

    @Override
    public String getId()
    {
        return this.id;
    }

    @Override
    public String getManagerId()
    {
        return this.manager;
    }

    @Override
    public EntityReference getReference()
    {
        return new DocumentReference(References.parse(this.page, EntityType.DOCUMENT));
    }

    @Override
    public UserReference getAuthor()
    {
        return Users.of(this.author);
    }

    @Override
    public Date getCreatedAt()
    {
        return this.created;
    }

    @Override
    public Date getUpdatedAt()
    {
        return this.created;
    }

    @Override
    public int getVote()
    {
        return this.vote;
    }

    @Override
    public int getScaleUpperBound()
    {
        return 1;
    }
}

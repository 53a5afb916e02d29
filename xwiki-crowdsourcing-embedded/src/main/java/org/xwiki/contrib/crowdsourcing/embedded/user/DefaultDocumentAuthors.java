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
package org.xwiki.contrib.crowdsourcing.embedded.user;

import java.util.Objects;

import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.user.GuestUserReference;
import org.xwiki.user.UserReference;

/**
 * The authors of a page, which tells the page of a change.
 *
 * @version $Id$
 * @since 1.0
 */
public class DefaultDocumentAuthors implements DocumentAuthors
{
    private final Runnable changed;

    private UserReference contentAuthor = GuestUserReference.INSTANCE;

    private UserReference effectiveMetadataAuthor = GuestUserReference.INSTANCE;

    private UserReference originalMetadataAuthor = GuestUserReference.INSTANCE;

    private UserReference creator = GuestUserReference.INSTANCE;

    /**
     * @param changed called when an author becomes another one
     */
    public DefaultDocumentAuthors(Runnable changed)
    {
        this.changed = changed;
    }

    /**
     * @param authors the authors to take over
     * @param changed called when an author becomes another one
     */
    public DefaultDocumentAuthors(DefaultDocumentAuthors authors, Runnable changed)
    {
        this.changed = changed;
        this.contentAuthor = authors.contentAuthor;
        this.effectiveMetadataAuthor = authors.effectiveMetadataAuthor;
        this.originalMetadataAuthor = authors.originalMetadataAuthor;
        this.creator = authors.creator;
    }

    private UserReference changed(UserReference before, UserReference after)
    {
        UserReference user = after == null ? GuestUserReference.INSTANCE : Users.of(Users.toDocument(after));
        if (!Objects.equals(before, user)) {
            this.changed.run();
        }
        return user;
    }

    @Override
    public UserReference getContentAuthor()
    {
        return this.contentAuthor;
    }

    @Override
    public void setContentAuthor(UserReference userReference)
    {
        this.contentAuthor = changed(this.contentAuthor, userReference);
    }

    @Override
    public UserReference getEffectiveMetadataAuthor()
    {
        return this.effectiveMetadataAuthor;
    }

    @Override
    public void setEffectiveMetadataAuthor(UserReference userReference)
    {
        this.effectiveMetadataAuthor = changed(this.effectiveMetadataAuthor, userReference);
    }

    @Override
    public UserReference getOriginalMetadataAuthor()
    {
        return this.originalMetadataAuthor;
    }

    @Override
    public void setOriginalMetadataAuthor(UserReference userReference)
    {
        this.originalMetadataAuthor = changed(this.originalMetadataAuthor, userReference);
    }

    @Override
    public UserReference getCreator()
    {
        return this.creator;
    }

    @Override
    public void setCreator(UserReference userReference)
    {
        this.creator = changed(this.creator, userReference);
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.ContextualAuthorizationManager;
import org.xwiki.security.authorization.Right;

/**
 * Who the current user is and what that user may do: the one way to ask.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Access.class)
@Singleton
public class Access
{
    @Inject
    private ContextualAuthorizationManager authorization;

    @Inject
    private AuthorizationManager rights;

    @Inject
    private DocumentAccessBridge bridge;

    /**
     * @return the current user, {@code null} for a guest
     */
    public DocumentReference user()
    {
        DocumentReference user = this.bridge.getCurrentUserReference();
        return user == null || "XWikiGuest".equals(user.getName()) ? null : user;
    }

    /**
     * @return {@code true} if nobody is logged in
     */
    public boolean isGuest()
    {
        return user() == null;
    }

    /**
     * @param right a right
     * @param reference a page or a space
     * @return {@code true} if the current user has the right there
     */
    public boolean has(Right right, EntityReference reference)
    {
        return reference != null && this.authorization.hasAccess(right, reference);
    }

    /**
     * @param reference a page
     * @return {@code true} if the current user may see it
     */
    public boolean canView(DocumentReference reference)
    {
        return has(Right.VIEW, reference);
    }

    /**
     * @param user a user
     * @param reference a page
     * @return {@code true} if that user may see it
     */
    public boolean canView(DocumentReference user, DocumentReference reference)
    {
        return this.rights.hasAccess(Right.VIEW, user, reference);
    }

    /**
     * @param reference a page or a space
     * @return {@code true} if the current user may change it
     */
    public boolean canEdit(EntityReference reference)
    {
        return !isGuest() && has(Right.EDIT, reference);
    }

    /**
     * @param reference a page or a space
     * @return {@code true} if the current user administrates it
     */
    public boolean isAdministrator(EntityReference reference)
    {
        return !isGuest() && has(Right.ADMIN, reference);
    }

    /**
     * @param allowed whether the current user may
     * @throws NotAllowedException if not
     */
    public void require(boolean allowed) throws NotAllowedException
    {
        if (!allowed) {
            throw new NotAllowedException(refusal());
        }
    }

    /**
     * @return what is said to the current user when something is refused
     */
    public FieldError refusal()
    {
        return new FieldError("", isGuest() ? "crowdsourcing.error.guest" : "crowdsourcing.error.notAllowed");
    }
}

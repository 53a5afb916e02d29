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
package org.xwiki.contrib.crowdsourcing.embedded.rights;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.model.ReferenceCompleter;
import org.xwiki.contrib.crowdsourcing.embedded.model.ReferenceCompleter.Missing;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.ContextualAuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Decides the rights of the current user, and those of scripts by the author of the page that they come from.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultContextualAuthorizationManager implements ContextualAuthorizationManager
{
    private static final Set<Right> AUTHOR_RIGHTS = Set.of(Right.SCRIPT, Right.PROGRAM);

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private RequiredRights requiredRights;

    @Inject
    private RenderingContext renderingContext;

    @Inject
    private ReferenceCompleter completer;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Override
    public boolean hasAccess(Right right)
    {
        XWikiContext context = this.contextProvider.get();
        XWikiDocument document = AUTHOR_RIGHTS.contains(right) ? context.getSecureDocument() : context.getDoc();
        EntityReference reference =
            document == null || right == Right.PROGRAM ? null : document.getDocumentReference();
        return isPossible(right) && this.authorization.hasAccess(right, user(right, null), reference);
    }

    @Override
    public boolean hasAccess(Right right, EntityReference reference)
    {
        EntityReference absolute =
            reference == null ? null : this.completer.complete(reference, reference.getType(), Missing.CURRENT);
        return isPossible(right) && this.authorization.hasAccess(right, user(right, absolute), absolute);
    }

    private boolean isPossible(Right right)
    {
        if (!AUTHOR_RIGHTS.contains(right)) {
            return true;
        }
        XWikiContext context = this.contextProvider.get();
        XWikiDocument document = context.getSecureDocument();
        boolean restricted = this.renderingContext.isRestricted() || document != null && document.isRestricted();
        boolean dropped = right == Right.PROGRAM && context.hasDroppedPermissions();
        return !restricted && !dropped && (document == null || this.requiredRights.allows(document, right));
    }

    private DocumentReference user(Right right, EntityReference reference)
    {
        XWikiContext context = this.contextProvider.get();
        XWikiDocument document = null;
        if (AUTHOR_RIGHTS.contains(right)) {
            EntityReference page = reference == null ? null : reference.extractReference(EntityType.DOCUMENT);
            try {
                document = reference == null ? context.getSecureDocument()
                    : page == null ? null : context.getWiki().getDocument(new DocumentReference(page), context);
            } catch (XWikiException e) {
                throw new IllegalStateException(e);
            }
        }
        DocumentReference user = document == null ? context.getUserReference() : document.getContentAuthorReference();
        return user != null && Users.GUEST.equals(user.getName()) ? null : user;
    }
}

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

import javax.inject.Provider;

import org.xwiki.component.util.DefaultParameterizedType;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.GuestUserReference;
import org.xwiki.user.SuperAdminUserReference;
import org.xwiki.user.UserReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.web.Utils;

/**
 * The three forms that a user has: a user reference, the reference of a page, and its text.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Users
{
    /** The space of the users. */
    public static final String SPACE = "XWiki";

    /** The name of the user who is nobody. */
    public static final String GUEST = "XWikiGuest";

    private static final String SUPERADMIN = "superadmin";

    private static final EntityReference WIKI = new EntityReference("xwiki", EntityType.WIKI);

    private Users()
    {
    }

    /**
     * @param reference the page of a user, null for a guest
     * @return the user
     */
    public static UserReference of(DocumentReference reference)
    {
        if (reference == null || GUEST.equals(reference.getName())) {
            return GuestUserReference.INSTANCE;
        }
        return SUPERADMIN.equalsIgnoreCase(reference.getName()) ? SuperAdminUserReference.INSTANCE
            : new DocumentUserReference(reference.withoutLocale());
    }

    /**
     * @param text the reference of a user's page, where the space of the users may be left out
     * @return the user
     */
    public static UserReference of(String text)
    {
        EntityReference reference = References.parse(text, EntityType.DOCUMENT);
        if (reference == null || reference.getType() != EntityType.DOCUMENT) {
            return GuestUserReference.INSTANCE;
        }
        if (reference.extractReference(EntityType.SPACE) == null) {
            reference = reference.appendParent(new EntityReference(SPACE, EntityType.SPACE));
        }
        return of(new DocumentReference(
            reference.extractReference(EntityType.WIKI) == null ? reference.appendParent(WIKI) : reference));
    }

    /**
     * @param user any user
     * @return the page of the user, null for a guest
     */
    public static DocumentReference toDocument(UserReference user)
    {
        if (user instanceof DocumentUserReference document) {
            return document.reference();
        } else if (user instanceof CurrentUserReference) {
            Provider<XWikiContext> provider =
                Utils.getComponent(new DefaultParameterizedType(null, Provider.class, XWikiContext.class));
            XWikiContext context = provider.get();
            return context == null ? null : context.getUserReference();
        }
        return user == SuperAdminUserReference.INSTANCE
            ? new DocumentReference(WIKI.getName(), SPACE, SUPERADMIN) : null;
    }

    /**
     * @param user any user
     * @return the text that is stored for the user
     */
    public static String toText(UserReference user)
    {
        DocumentReference document = toDocument(user);
        return document == null ? SPACE + '.' + GUEST : References.serialize(document, true);
    }
}

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
package org.xwiki.contrib.crowdsourcing.embedded.skin;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * What users are called.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = UserNames.class)
@Singleton
public class UserNames
{
    private static final LocalDocumentReference USER_CLASS = new LocalDocumentReference("XWiki", "XWikiUsers");

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private ContextualLocalizationManager localization;

    /**
     * @param user a user, {@code null} for a guest
     * @return the first and the last name of the user, or the name to log in with when there is neither
     */
    public String get(DocumentReference user)
    {
        if (user == null) {
            return this.localization.getTranslationPlain("embedded.user.guest");
        }
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = context.getWiki().getDocument(user, context);
            String name = (document.getStringValue(USER_CLASS, "first_name") + ' '
                + document.getStringValue(USER_CLASS, "last_name")).trim();
            return name.isEmpty() ? user.getName() : name;
        } catch (XWikiException e) {
            throw new IllegalStateException("Failed to load the user [" + user + ']', e);
        }
    }
}

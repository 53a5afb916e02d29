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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.store.DocumentStore;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.PasswordClass;

/**
 * Passwords of users.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Passwords.class)
@Singleton
public class Passwords
{
    private static final DocumentReference CLASS = new DocumentReference("xwiki", Users.SPACE, "XWikiUsers");

    private static final String PASSWORD = "password";

    private static final PasswordClass HASHES = new PasswordClass();

    /** What the password of somebody unknown is compared with, so that it takes as long. */
    private static final String NOBODY = HASHES.getPasswordHash(PasswordClass.randomSalt());

    @Inject
    private DocumentStore store;

    @Inject
    private Provider<XWikiContext> contextProvider;

    /**
     * @param name what was typed as the name of a user: the name of the page, or its reference
     * @param password what was typed as the password
     * @return the page of the user, null when there is no such user, or the password is another one
     * @throws XWikiException when the page cannot be read
     */
    public DocumentReference authenticate(String name, String password) throws XWikiException
    {
        DocumentReference reference = Users.toDocument(Users.of(name == null ? "" : name.trim()));
        BaseObject user = reference == null ? null : this.store.get(reference).getXObject(CLASS);
        String stored = user == null ? "" : user.getStringValue(PASSWORD);
        boolean active = user != null && !stored.isEmpty() && user.getIntValue("active", 1) == 1;
        String expected = stored.isEmpty() ? NOBODY : stored;
        String actual = HASHES.getEquivalentPassword(expected, password == null ? "" : password);
        boolean equal = MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
            actual.getBytes(StandardCharsets.UTF_8));
        return active && equal ? reference : null;
    }

    /**
     * @param name the name of a user
     * @param password the new password
     * @throws XWikiException when there is no such user
     */
    public void set(String name, String password) throws XWikiException
    {
        DocumentReference reference = Users.toDocument(Users.of(name));
        XWikiDocument document = reference == null ? null : this.store.get(reference).clone();
        BaseObject user = document == null ? null : document.getXObject(CLASS);
        if (user == null) {
            throw new XWikiException(String.format("There is no user [%s]", name), null);
        }
        if (authenticate(name, password) == null) {
            user.setStringValue(PASSWORD, HASHES.getPasswordHash(password));
            XWikiContext context = this.contextProvider.get();
            context.getWiki().saveDocument(document, "Changed the password", true, context);
        }
    }
}

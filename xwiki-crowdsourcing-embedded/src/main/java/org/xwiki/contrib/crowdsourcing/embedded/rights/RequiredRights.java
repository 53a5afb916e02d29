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

import java.util.HashSet;
import java.util.Set;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * The rights that a page says its content needs, and which it then may not exceed.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RequiredRights.class)
@Singleton
public class RequiredRights
{
    private static final LocalDocumentReference CLASS = new LocalDocumentReference(Users.SPACE, "RequiredRightClass");

    /**
     * @param document a page
     * @return the rights that it needs; none when it does not enforce them
     */
    public Set<Right> get(XWikiDocument document)
    {
        Set<Right> rights = new HashSet<>();
        if (document.isEnforceRequiredRights()) {
            for (BaseObject object : document.getXObjects(CLASS)) {
                String level = object == null ? "" : object.getStringValue("level");
                Right right = Right.toRight(level.substring(level.lastIndexOf('_') + 1));
                if (right != Right.ILLEGAL) {
                    rights.add(right);
                }
            }
        }
        return rights;
    }

    /**
     * @param document a page
     * @param right a right that its content uses
     * @return whether the page lets its content use the right
     */
    public boolean allows(XWikiDocument document, Right right)
    {
        return !document.isEnforceRequiredRights() || get(document).stream()
            .anyMatch(required -> required == right || required.getImpliedRights().contains(right));
    }
}

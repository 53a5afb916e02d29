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

import org.xwiki.component.annotation.Role;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Shows a property of an object, or a form control for it.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface PropertyDisplayer
{
    /**
     * @param field the name of the property
     * @param mode one of {@code view}, {@code edit}, {@code hidden}
     * @param object the object that has the property, may be {@code null}
     * @param wrappingSyntaxId the syntax of the content into which the result goes
     * @param context the context of the request
     * @return the HTML, inside a macro when wiki content is being rendered
     */
    String display(String field, String mode, BaseObject object, String wrappingSyntaxId, XWikiContext context);
}

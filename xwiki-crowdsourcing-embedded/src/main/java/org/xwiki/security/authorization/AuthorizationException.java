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
package org.xwiki.security.authorization;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * A right that could not be decided or was refused.
 *
 * @version $Id$
 */
public class AuthorizationException extends Exception
{
    private static final long serialVersionUID = 1L;

    public AuthorizationException(String message)
    {
        super(message);
    }

    public AuthorizationException(String message, Throwable cause)
    {
        super(message, cause);
    }

    public AuthorizationException(Right right, DocumentReference userReference, EntityReference entityReference,
        String message, Throwable cause)
    {
        super(String.format("%s when checking %s access to [%s] for user [%s]", message,
            right == null ? "" : "[" + right + ']', entityReference, userReference), cause);
    }
}

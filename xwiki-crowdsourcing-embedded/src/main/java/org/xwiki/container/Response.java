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
package org.xwiki.container;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The current response.
 *
 * @version $Id$
 */
public interface Response
{
    OutputStream getOutputStream() throws IOException;

    void setContentLength(int number);

    void setContentType(String string);

    default void sendRedirect(String string) throws IOException
    {
        throw new UnsupportedOperationException("Response.sendRedirect");
    }

    default void setStatus(int number)
    {
        throw new UnsupportedOperationException("Response.setStatus");
    }

    default void sendError(int number, String string) throws IOException
    {
        throw new UnsupportedOperationException("Response.sendError");
    }

    default void sendError(int number) throws IOException
    {
        throw new UnsupportedOperationException("Response.sendError");
    }

    default boolean containsHeader(String string)
    {
        throw new UnsupportedOperationException("Response.containsHeader");
    }

    default void setHeader(String string, String string2)
    {
        throw new UnsupportedOperationException("Response.setHeader");
    }

    default void addHeader(String string, String string2)
    {
        throw new UnsupportedOperationException("Response.addHeader");
    }
}

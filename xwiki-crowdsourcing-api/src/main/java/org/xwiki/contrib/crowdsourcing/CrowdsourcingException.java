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
package org.xwiki.contrib.crowdsourcing;

import java.util.List;

/**
 * Something could not be done; nothing has been saved. The errors say why in a way that can be shown; without any, the
 * reason is technical.
 *
 * @version $Id$
 * @since 1.0
 */
public class CrowdsourcingException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /**
     * @param errors what is wrong with what somebody filled in
     */
    public CrowdsourcingException(List<FieldError> errors)
    {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    /**
     * @param error what is wrong
     */
    public CrowdsourcingException(FieldError error)
    {
        this(List.of(error));
    }

    /**
     * @param message what failed
     * @param cause the technical reason
     */
    public CrowdsourcingException(String message, Throwable cause)
    {
        super(message, cause);
        this.errors = List.of();
    }

    /**
     * @return what is wrong, empty for a technical failure
     */
    public List<FieldError> getErrors()
    {
        return this.errors == null ? List.of() : this.errors;
    }
}

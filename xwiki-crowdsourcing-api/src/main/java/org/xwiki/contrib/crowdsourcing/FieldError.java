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
 * Says what is wrong with one field that somebody filled in.
 *
 * @param field the name of the field, empty when the error is about the whole form
 * @param messageKey the translation key of the message
 * @param parameters what the message takes as its parameters; plain text, to be escaped when shown
 * @version $Id$
 * @since 1.0
 */
public record FieldError(String field, String messageKey, List<Object> parameters)
{
    /**
     * @param field the name of the field, empty when the error is about the whole form
     * @param messageKey the translation key of the message
     * @param parameters what the message takes as its parameters
     */
    public FieldError(String field, String messageKey, Object... parameters)
    {
        this(field, messageKey, List.of(parameters));
    }

    /**
     * @param field the name of the field, empty when the error is about the whole form
     * @param messageKey the translation key of the message
     * @param parameters what the message takes as its parameters
     */
    public FieldError
    {
        parameters = List.copyOf(parameters);
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;

/**
 * Reads the numbers that somebody typed.
 *
 * @version $Id$
 * @since 1.0
 */
final class Numbers
{
    private Numbers()
    {
    }

    /**
     * @param field the name of the field
     * @param typed what was typed
     * @param minimum the smallest number
     * @param maximum the largest number
     * @return the number
     * @throws CrowdsourcingException if it is no such number
     */
    static int parse(String field, String typed, int minimum, int maximum) throws CrowdsourcingException
    {
        try {
            int number = Integer.parseInt(typed.trim());
            if (number >= minimum && number <= maximum) {
                return number;
            }
        } catch (NumberFormatException e) {
            // It is refused below, like a number that is out of range.
        }
        throw new CrowdsourcingException(new FieldError(field, "crowdsourcing.error.number", minimum, maximum));
    }
}

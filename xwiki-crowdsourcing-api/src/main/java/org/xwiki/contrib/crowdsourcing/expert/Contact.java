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
package org.xwiki.contrib.crowdsourcing.expert;

/**
 * How to reach an expert: for the curators of the directory and the expert in person alone.
 *
 * @param email the e-mail address in small letters, empty if unknown
 * @param phone the telephone number, empty if unknown
 * @param notes what curators noted about the expert, plain text
 * @param stamp what is known of it, to notice a change by somebody else
 * @version $Id$
 * @since 1.0
 */
public record Contact(String email, String phone, String notes, String stamp)
{
    /**
     * @param email the e-mail address
     * @param phone the telephone number
     * @param notes what curators noted about the expert
     */
    public Contact(String email, String phone, String notes)
    {
        this(email, phone, notes, "");
    }

    /**
     * @return {@code true} if nothing is known
     */
    public boolean isEmpty()
    {
        return this.email.isEmpty() && this.phone.isEmpty() && this.notes.isEmpty();
    }
}

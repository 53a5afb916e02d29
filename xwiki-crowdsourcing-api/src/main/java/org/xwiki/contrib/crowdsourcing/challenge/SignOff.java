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
package org.xwiki.contrib.crowdsourcing.challenge;

import java.time.LocalDate;

import org.xwiki.model.reference.DocumentReference;

/**
 * A partner's signature under a challenge.
 *
 * @param number what it is known by on the page of the challenge
 * @param user who signed, {@code null} for somebody without an account
 * @param name the name of the person, plain text
 * @param organisation for whom, plain text, maybe empty
 * @param on the day, {@code null} if unknown
 * @param recordedBy who recorded it, the same user if the person signed here; {@code null} if unknown
 * @version $Id$
 * @since 1.0
 */
public record SignOff(int number, DocumentReference user, String name, String organisation, LocalDate on,
    DocumentReference recordedBy)
{
    /**
     * @return {@code true} if somebody else recorded it
     */
    public boolean isRecorded()
    {
        return this.recordedBy != null && !this.recordedBy.equals(this.user);
    }
}

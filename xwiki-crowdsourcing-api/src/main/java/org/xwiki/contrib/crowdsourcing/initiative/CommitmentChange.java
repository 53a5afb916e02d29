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
package org.xwiki.contrib.crowdsourcing.initiative;

import java.time.Instant;

import org.xwiki.model.reference.DocumentReference;

/**
 * How the declaration of how input is used read until it was changed after the launch.
 *
 * @param on when it was changed, {@code null} if unknown
 * @param by who changed it, {@code null} if unknown
 * @param note what changed, plain text
 * @param commitment how binding the input was, {@code null} if not declared
 * @param scope what the input was for, {@code null} if not declared
 * @param instrument the kind of call, {@code null} if not declared
 * @param inputUse wiki text: how the input was to be used
 * @param responseDays the number of days in which an idea was to get an answer, 0 if not promised
 * @version $Id$
 * @since 1.0
 */
public record CommitmentChange(Instant on, DocumentReference by, String note, Commitment commitment, InputScope scope,
    Instrument instrument, String inputUse, int responseDays)
{
}

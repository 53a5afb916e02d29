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
package org.xwiki.contrib.crowdsourcing.register;

import org.xwiki.contrib.crowdsourcing.dialogue.Answered;
import org.xwiki.model.reference.DocumentReference;

/**
 * How far a dialogue keeps what the initiative promised.
 *
 * @param dialogue the page
 * @param title its title, plain text
 * @param answered how many of its ideas have an answer
 * @param overdue how many ideas wait for one longer than promised
 * @param next by when the next idea has to have one, {@code null} if none waits that is not overdue, or nothing was
 *     promised
 * @version $Id$
 * @since 1.0
 */
public record DialogueClock(DocumentReference dialogue, String title, Answered answered, int overdue, Deadline next)
{
}

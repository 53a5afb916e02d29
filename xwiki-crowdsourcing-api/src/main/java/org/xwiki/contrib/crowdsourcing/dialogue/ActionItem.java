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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.time.LocalDate;

/**
 * What somebody promised in a session to do.
 *
 * @param number the number of its object on the page of the dialogue
 * @param title what is to be done, plain text
 * @param owner who does it, plain text, maybe empty
 * @param due the day by which it is done, or {@code null}
 * @param done {@code true} if it is done
 * @param overdue {@code true} if it should have been done by now, where the session is
 * @version $Id$
 * @since 1.0
 */
public record ActionItem(int number, String title, String owner, LocalDate due, boolean done, boolean overdue)
{
}

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

import org.xwiki.contrib.crowdsourcing.initiative.Moderation;

/**
 * What happens to what the current user contributes to a thread.
 *
 * @param moderation when it is seen by others, never {@code null}
 * @param minutes how many minutes a person waits between two contributions in the slow mode
 * @param guest {@code true} if the current user is not logged in
 * @version $Id$
 * @since 1.0
 */
public record Mode(Moderation moderation, int minutes, boolean guest)
{
}

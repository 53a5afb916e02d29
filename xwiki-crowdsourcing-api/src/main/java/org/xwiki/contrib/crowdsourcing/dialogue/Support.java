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

import org.xwiki.model.reference.DocumentReference;

/**
 * How many people back a contribution. Who they are is not told.
 *
 * @param contribution the page of the contribution
 * @param supporters how many people back it, each counted once; without those who do not count
 * @param own {@code true} if the current user is one of them
 * @param review what a curator says about the own backing: {@link AlertState#OPEN} if it counts only after a review,
 *     {@link AlertState#LEFT_OUT} if it was left out; {@code null} if it counts
 * @param changeable {@code true} if the current user may back it now, or take that back
 * @version $Id$
 * @since 1.0
 */
public record Support(DocumentReference contribution, int supporters, boolean own, AlertState review,
    boolean changeable)
{
}

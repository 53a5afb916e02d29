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

import java.util.List;

import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;

/**
 * A contribution as it stands in a list.
 *
 * @param contribution the contribution
 * @param depth how far it is indented, 0 for the beginning of a discussion
 * @param context {@code true} if it is only shown so that replies to it are understood
 * @param usages the recommendations that use it
 * @param decidable {@code true} if the current user may decide on it
 * @param revisable {@code true} if the current user may change it, as its author
 * @param apart {@code true} if its place in the list does not tell what it replies to
 * @param answered what it replies to, {@code null} if that is not in the list
 * @param change how the passage that it speaks to reads now, {@code null} if that did not change
 * @version $Id$
 * @since 1.0
 */
public record ThreadRow(Contribution contribution, int depth, boolean context, List<Usage> usages, boolean decidable,
    boolean revisable, boolean apart, Contribution answered, Passages.Change change)
{
}

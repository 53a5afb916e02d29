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
package org.xwiki.contrib.crowdsourcing.selection;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;

/**
 * An idea on a selection board.
 *
 * @param contribution the idea; without text when it is hidden from the current user
 * @param dialogueTitle the title of its dialogue, plain text
 * @param support how many back it
 * @param clusters the clusters that it is in, those that the current user may see
 * @version $Id$
 * @since 1.0
 */
public record Idea(Contribution contribution, String dialogueTitle, int support, List<Cluster> clusters)
{
    /**
     * @param contribution the idea
     * @param dialogueTitle the title of its dialogue, plain text
     * @param support how many back it
     * @param clusters the clusters that it is in
     */
    public Idea
    {
        clusters = List.copyOf(clusters);
    }
}

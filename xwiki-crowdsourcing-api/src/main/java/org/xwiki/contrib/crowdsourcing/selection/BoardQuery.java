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

import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.model.reference.DocumentReference;

/**
 * Which ideas of a selection board are looked at.
 *
 * @param dialogue only ideas of this dialogue, {@code null} for all
 * @param decision only ideas with this decision, {@code null} for all
 * @param undecided only ideas without a decision
 * @param cluster only ideas of this cluster, {@code null} for all
 * @param unclustered only ideas that are in no cluster
 * @param order their order
 * @param request which page of the list
 * @version $Id$
 * @since 1.0
 */
public record BoardQuery(DocumentReference dialogue, Outcome decision, boolean undecided, DocumentReference cluster,
    boolean unclustered, IdeaOrder order, PageRequest request)
{
}

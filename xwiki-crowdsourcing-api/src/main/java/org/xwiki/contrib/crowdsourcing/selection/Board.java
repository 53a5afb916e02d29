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
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.model.reference.DocumentReference;

/**
 * The ideas of all dialogues of an initiative, to select from.
 *
 * @param ideas the ideas that were asked for
 * @param dialogues the titles of the dialogues, plain text, in the order of their pages
 * @param clusters the clusters of the roadmap, by title
 * @version $Id$
 * @since 1.0
 */
public record Board(Page<Idea> ideas, Map<DocumentReference, String> dialogues, List<Cluster> clusters)
{
}

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
package org.xwiki.contrib.crowdsourcing.matching;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.xwiki.model.reference.DocumentReference;

/**
 * Which panel is looked for.
 *
 * @param seats how many people, 0 for as many as the dialogue has seats
 * @param with the profiles of people who are to be on it
 * @param without the profiles of people who are not, even if they are
 * @version $Id$
 * @since 1.0
 */
public record PanelQuery(int seats, Set<DocumentReference> with, Set<DocumentReference> without)
{
    /** How many people are suggested when nobody says how many. */
    public static final int DEFAULT = 10;

    /** How many people are suggested at most. */
    public static final int MOST = 100;

    /**
     * @param seats how many people, 0 for as many as the dialogue has seats
     * @param with the profiles of people who are to be on it
     * @param without the profiles of people who are not, even if they are
     */
    public PanelQuery
    {
        seats = Math.max(0, Math.min(seats, MOST));
        with = new TreeSet<>(with);
        without = new TreeSet<>(without);
        with.removeAll(without);
    }

    /**
     * @param seats how many people, 0 for as many as the dialogue has seats
     * @param with the profiles of people who are to be on it
     * @param without the profiles of people who are not
     * @return the query
     */
    public static PanelQuery of(int seats, Collection<DocumentReference> with, Collection<DocumentReference> without)
    {
        return new PanelQuery(seats, Set.copyOf(with), Set.copyOf(without));
    }
}

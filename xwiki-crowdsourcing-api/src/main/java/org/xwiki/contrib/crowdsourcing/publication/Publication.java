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
package org.xwiki.contrib.crowdsourcing.publication;

import java.util.List;

import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;

/**
 * How far a roadmap is on its way to be published.
 *
 * @param roadmap the roadmap
 * @param stamp changes with what is stored, for {@link org.xwiki.contrib.crowdsourcing.Seen}
 * @param reviews the reviews of the next version
 * @param versions the published versions, the latest first
 * @param withdrawal why it was withdrawn, or {@code null}
 * @param origins where it was imported from, the nearest first; mostly empty
 * @version $Id$
 * @since 1.0
 */
public record Publication(Roadmap roadmap, String stamp, List<Review> reviews, List<RoadmapVersion> versions,
    Withdrawal withdrawal, List<ImportOrigin> origins)
{
    /**
     * @param roadmap the roadmap
     * @param stamp changes with what is stored
     * @param reviews the reviews of the next version
     * @param versions the published versions
     * @param withdrawal why it was withdrawn
     * @param origins where it was imported from
     */
    public Publication
    {
        reviews = List.copyOf(reviews);
        versions = List.copyOf(versions);
        origins = List.copyOf(origins);
    }

    /**
     * @return the reviews that are in the way of publishing
     */
    public List<Review> open()
    {
        return this.reviews.stream().filter(Review::isOpen).toList();
    }
}

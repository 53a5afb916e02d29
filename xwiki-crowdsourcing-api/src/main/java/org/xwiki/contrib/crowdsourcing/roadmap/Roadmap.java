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
package org.xwiki.contrib.crowdsourcing.roadmap;

import java.time.Instant;
import java.time.LocalDate;

import org.xwiki.model.reference.DocumentReference;

/**
 * A roadmap: the recommendations that an initiative publishes.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param summary wiki text
 * @param state where it stands, never {@code null}
 * @param version the number of the last published version, 0 if there is none
 * @param publishedOn when that was published, or {@code null}
 * @param startsOn the day on which it begins, or {@code null} if its time is only counted
 * @param currency the currency by ISO 4217 of the amounts that name none, maybe empty
 * @version $Id$
 * @since 1.0
 */
public record Roadmap(DocumentReference reference, String title, String summary, RoadmapState state, int version,
    Instant publishedOn, LocalDate startsOn, String currency)
{
}

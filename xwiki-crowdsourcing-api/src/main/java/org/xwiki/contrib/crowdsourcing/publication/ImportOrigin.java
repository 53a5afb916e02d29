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

import java.time.Instant;

/**
 * Where a roadmap was imported from.
 *
 * @param title the title of the roadmap there, plain text
 * @param initiative the title of its initiative, plain text
 * @param address where it is, an absolute address, maybe empty
 * @param version its version, 0 for a draft
 * @param publishedOn when that was published, or {@code null}
 * @param importedOn when it was imported, or {@code null}
 * @version $Id$
 * @since 1.0
 */
public record ImportOrigin(String title, String initiative, String address, int version, Instant publishedOn,
    Instant importedOn)
{
}

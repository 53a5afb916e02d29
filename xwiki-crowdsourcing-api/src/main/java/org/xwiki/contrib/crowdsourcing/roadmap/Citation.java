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

/**
 * A contribution as something that was published cites it: what was said, by whom and where, whatever became of it
 * since.
 *
 * @param kind what it is, an identifier of {@link org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind}, maybe
 *     empty
 * @param text what was said, wiki text; empty when it is withheld
 * @param author who said it, as a name
 * @param session the title of the dialogue or brief where it was said
 * @param said when it was said, or {@code null}
 * @param briefVersion the version of the brief that it speaks to, 0 if none
 * @param address where it is found, an absolute address, maybe empty
 * @param withheld {@code true} if it is not there any more, or not for everybody who reads what cites it
 * @version $Id$
 * @since 1.0
 */
public record Citation(String kind, String text, String author, String session, Instant said, int briefVersion,
    String address, boolean withheld)
{
}

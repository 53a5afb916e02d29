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
package org.xwiki.contrib.crowdsourcing.brief;

import java.time.LocalDate;

/**
 * A piece of evidence of a brief.
 *
 * @param uid what citations know it by, empty if its page was not saved since there are citations
 * @param claim what it says, plain text
 * @param source who says it, plain text
 * @param link where it is said: an absolute http or https address, empty if there is none or what is stored is no such
 *     address
 * @param date the day of the source, or {@code null}
 * @param strength how much it weighs, or {@code null}
 * @param place the country or place it is about, plain text
 * @version $Id$
 * @since 1.0
 */
public record Evidence(String uid, String claim, String source, String link, LocalDate date,
    EvidenceStrength strength, String place)
{
}

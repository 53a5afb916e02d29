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
package org.xwiki.contrib.crowdsourcing.plan;

/**
 * What somebody says became of steps, as it was typed.
 *
 * @param state what became of them, field {@code followup}
 * @param on since when, field {@code followupOn}; empty for today
 * @param note what is to be said about it, field {@code followupNote}; needed when they are stalled or abandoned
 * @param evidence what shows it, field {@code followupEvidence}
 * @param link where that is to be found, field {@code followupLink}
 * @version $Id$
 * @since 1.0
 */
public record StepReport(String state, String on, String note, String evidence, String link)
{
}

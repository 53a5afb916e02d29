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
package org.xwiki.contrib.crowdsourcing.dialogue;

/**
 * What somebody wants to contribute, as it was typed.
 *
 * @param text wiki text, field {@code text}
 * @param kind the id of a {@link ContributionKind}, field {@code kind}
 * @param speaker for whom it is captured, plain text, field {@code speaker}; empty if the current user speaks
 * @param passage the passage of the brief that it speaks to, plain text, field {@code passage}; empty if none
 * @version $Id$
 * @since 1.0
 */
public record NewContribution(String text, String kind, String speaker, String passage)
{
    /**
     * @param text wiki text
     * @param kind the id of a {@link ContributionKind}
     */
    public NewContribution(String text, String kind)
    {
        this(text, kind, "", "");
    }
}

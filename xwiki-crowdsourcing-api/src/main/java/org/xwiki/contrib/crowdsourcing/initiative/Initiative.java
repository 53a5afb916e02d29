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
package org.xwiki.contrib.crowdsourcing.initiative;

import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * A smarter crowdsourcing initiative: one big problem and the way from it to published roadmaps.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param summary wiki text
 * @param partners the partner organisations, plain text
 * @param languages the languages of the initiative, as language tags
 * @param phase the current phase, {@code null} if unknown
 * @param phases the phases with their plan, in their order
 * @param terms how input is used, moderated, licensed and answered
 * @param owner the user who owns the initiative, or {@code null}
 * @param groups the wiki groups of the roles; a role without a group is not in the map
 * @version $Id$
 * @since 1.0
 */
public record Initiative(DocumentReference reference, String title, String summary, List<String> partners,
    List<String> languages, InitiativePhase phase, List<Phase> phases, Terms terms, DocumentReference owner,
    Map<StaffRole, DocumentReference> groups)
{
    /**
     * @param reference the page
     * @param title the title, plain text
     * @param summary wiki text
     * @param partners the partner organisations, plain text
     * @param languages the languages of the initiative, as language tags
     * @param phase the current phase, {@code null} if unknown
     * @param phases the phases with their plan, in their order
     * @param terms how input is used, moderated, licensed and answered
     * @param owner the user who owns the initiative, or {@code null}
     * @param groups the wiki groups of the roles; a role without a group is not in the map
     */
    public Initiative
    {
        partners = List.copyOf(partners);
        languages = List.copyOf(languages);
        phases = List.copyOf(phases);
        groups = Map.copyOf(groups);
    }
}

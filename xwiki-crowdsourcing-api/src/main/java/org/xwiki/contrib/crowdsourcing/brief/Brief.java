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

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * The structured brief of a challenge.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param sections wiki text by section; every section is there, maybe empty
 * @param evidence the evidence, in its order
 * @param state where it stands, never {@code null}
 * @param version the number of the last frozen version, 0 if there is none
 * @param frozenOn when that version was frozen, or {@code null}
 * @param frozenRevision the revision of the wiki page that holds that version, empty if there is none
 * @param edition what the page is, never {@code null}
 * @param language the tag of the language that it is written in, empty if it is not said
 * @param translates the version of the brief that a translation translates, otherwise 0
 * @version $Id$
 * @since 1.0
 */
public record Brief(DocumentReference reference, String title, Map<BriefSection, String> sections,
    List<Evidence> evidence, BriefState state, int version, Instant frozenOn, String frozenRevision,
    BriefEdition edition, String language, int translates)
{
    /**
     * @param reference the page
     * @param title the title, plain text
     * @param sections wiki text by section
     * @param evidence the evidence, in its order
     * @param state where it stands
     * @param version the number of the last frozen version, 0 if there is none
     * @param frozenOn when that version was frozen, or {@code null}
     * @param frozenRevision the revision of the wiki page that holds that version
     * @param edition what the page is
     * @param language the tag of the language that it is written in
     * @param translates the version of the brief that a translation translates
     */
    public Brief
    {
        sections = Map.copyOf(sections);
        evidence = List.copyOf(evidence);
    }

    /**
     * The brief itself, whose language is not said.
     *
     * @param reference the page
     * @param title the title, plain text
     * @param sections wiki text by section
     * @param evidence the evidence, in its order
     * @param state where it stands
     * @param version the number of the last frozen version, 0 if there is none
     * @param frozenOn when that version was frozen, or {@code null}
     * @param frozenRevision the revision of the wiki page that holds that version
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Brief(DocumentReference reference, String title, Map<BriefSection, String> sections,
        List<Evidence> evidence, BriefState state, int version, Instant frozenOn, String frozenRevision)
    {
        this(reference, title, sections, evidence, state, version, frozenOn, frozenRevision, BriefEdition.ORIGINAL,
            "", 0);
    }

    /**
     * @param section a section
     * @return its wiki text, maybe empty
     */
    public String section(BriefSection section)
    {
        return this.sections.getOrDefault(section, "");
    }
}

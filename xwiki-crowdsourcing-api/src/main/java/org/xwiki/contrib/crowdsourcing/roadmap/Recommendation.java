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

import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * A recommendation of a roadmap.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param sections wiki text by section; every section is there, maybe empty
 * @param priority its place in the roadmap, 1 is first, 0 is none
 * @param costBand the band of resources, or {@code null}
 * @param cost what it costs, plain text
 * @param offset what pays for it, plain text
 * @param aggressive how many months it takes at best, 0 if not said
 * @param conservative how many months it takes at worst, 0 if not said
 * @param contacts who can tell more, plain text
 * @param sources the pages of the contributions it comes from; not all of them may be seen by the current user
 * @param deskResearch {@code true} if it comes from desk research
 * @param deskReference what was read, plain text
 * @param steps the steps, in their order
 * @param state whether it is published, never {@code null}
 * @param followUp what became of it, or {@code null}
 * @param followUpReason why, plain text
 * @param citations what else it comes from, which is in another wiki
 * @version $Id$
 * @since 1.0
 */
public record Recommendation(DocumentReference reference, String title, Map<RecommendationSection, String> sections,
    int priority, CostBand costBand, String cost, String offset, int aggressive, int conservative, String contacts,
    List<DocumentReference> sources, boolean deskResearch, String deskReference, List<Step> steps,
    RecommendationState state, FollowUp followUp, String followUpReason, List<Citation> citations)
{
    /**
     * @param reference the page
     * @param title the title, plain text
     * @param sections wiki text by section
     * @param priority its place in the roadmap, 1 is first, 0 is none
     * @param costBand the band of resources, or {@code null}
     * @param cost what it costs, plain text
     * @param offset what pays for it, plain text
     * @param aggressive how many months it takes at best, 0 if not said
     * @param conservative how many months it takes at worst, 0 if not said
     * @param contacts who can tell more, plain text
     * @param sources the pages of the contributions it comes from
     * @param deskResearch {@code true} if it comes from desk research
     * @param deskReference what was read, plain text
     * @param steps the steps, in their order
     * @param state whether it is published
     * @param followUp what became of it, or {@code null}
     * @param followUpReason why, plain text
     * @param citations what else it comes from, which is in another wiki
     */
    public Recommendation
    {
        sections = Map.copyOf(sections);
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        citations = List.copyOf(citations);
    }

    /**
     * @param reference the page
     * @param title the title, plain text
     * @param sections wiki text by section
     * @param priority its place in the roadmap, 1 is first, 0 is none
     * @param costBand the band of resources, or {@code null}
     * @param cost what it costs, plain text
     * @param offset what pays for it, plain text
     * @param aggressive how many months it takes at best, 0 if not said
     * @param conservative how many months it takes at worst, 0 if not said
     * @param contacts who can tell more, plain text
     * @param sources the pages of the contributions it comes from
     * @param deskResearch {@code true} if it comes from desk research
     * @param deskReference what was read, plain text
     * @param steps the steps, in their order
     * @param state whether it is published
     * @param followUp what became of it, or {@code null}
     * @param followUpReason why, plain text
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Recommendation(DocumentReference reference, String title, Map<RecommendationSection, String> sections,
        int priority, CostBand costBand, String cost, String offset, int aggressive, int conservative, String contacts,
        List<DocumentReference> sources, boolean deskResearch, String deskReference, List<Step> steps,
        RecommendationState state, FollowUp followUp, String followUpReason)
    {
        this(reference, title, sections, priority, costBand, cost, offset, aggressive, conservative, contacts, sources,
            deskResearch, deskReference, steps, state, followUp, followUpReason, List.of());
    }

    /**
     * @param section a section
     * @return its wiki text, maybe empty
     */
    public String section(RecommendationSection section)
    {
        return this.sections.getOrDefault(section, "");
    }

    /**
     * @return {@code true} if it says where it comes from: a contribution or desk research with what was read
     */
    public boolean isSourced()
    {
        return !this.sources.isEmpty() || !this.citations.isEmpty()
            || this.deskResearch && !this.deskReference.isBlank();
    }

    /**
     * @return something that is another when somebody said something else of what became of it
     */
    public String followUpStamp()
    {
        return Integer.toHexString((this.followUp + " " + this.followUpReason).hashCode());
    }
}

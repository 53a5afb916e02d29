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

import org.xwiki.model.reference.DocumentReference;

/**
 * A step of a recommendation.
 *
 * @param number the number of the step's object on the page of its recommendation
 * @param uid what other steps of the roadmap know it by; empty if it was not saved since there are such identifiers
 * @param title the title, plain text
 * @param actor who does it, plain text
 * @param time when it begins and how long it takes
 * @param cost what it costs
 * @param prerequisites the identifiers of the steps of the same roadmap that must be done before
 * @param risk what can go wrong, plain text
 * @param metric how one knows that it worked, plain text
 * @param sources the pages of the contributions it comes from
 * @param deskResearch {@code true} if it comes from desk research
 * @param deskReference what was read, plain text
 * @param progress what became of it
 * @param citations what else it comes from, which is in another wiki
 * @version $Id$
 * @since 1.0
 */
public record Step(int number, String uid, String title, String actor, StepTime time, StepCost cost,
    List<String> prerequisites, String risk, String metric, List<DocumentReference> sources, boolean deskResearch,
    String deskReference, StepProgress progress, List<Citation> citations)
{
    /**
     * @param number the number of the step's object on the page of its recommendation
     * @param uid what other steps of the roadmap know it by
     * @param title the title, plain text
     * @param actor who does it, plain text
     * @param time when it begins and how long it takes
     * @param cost what it costs
     * @param prerequisites the identifiers of the steps of the same roadmap that must be done before
     * @param risk what can go wrong, plain text
     * @param metric how one knows that it worked, plain text
     * @param sources the pages of the contributions it comes from
     * @param deskResearch {@code true} if it comes from desk research
     * @param deskReference what was read, plain text
     * @param progress what became of it
     * @param citations what else it comes from, which is in another wiki
     */
    public Step
    {
        prerequisites = List.copyOf(prerequisites);
        sources = List.copyOf(sources);
        citations = List.copyOf(citations);
    }

    /**
     * @param number the number of the step's object on the page of its recommendation
     * @param uid what other steps of the roadmap know it by
     * @param title the title, plain text
     * @param actor who does it, plain text
     * @param time when it begins and how long it takes
     * @param cost what it costs
     * @param prerequisites the identifiers of the steps of the same roadmap that must be done before
     * @param risk what can go wrong, plain text
     * @param metric how one knows that it worked, plain text
     * @param sources the pages of the contributions it comes from
     * @param deskResearch {@code true} if it comes from desk research
     * @param deskReference what was read, plain text
     * @param progress what became of it
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Step(int number, String uid, String title, String actor, StepTime time, StepCost cost,
        List<String> prerequisites, String risk, String metric, List<DocumentReference> sources, boolean deskResearch,
        String deskReference, StepProgress progress)
    {
        this(number, uid, title, actor, time, cost, prerequisites, risk, metric, sources, deskResearch, deskReference,
            progress, List.of());
    }

    /**
     * @return {@code true} if it says where it comes from: a contribution or desk research with what was read
     */
    public boolean isSourced()
    {
        return !this.sources.isEmpty() || !this.citations.isEmpty()
            || this.deskResearch && !this.deskReference.isBlank();
    }
}

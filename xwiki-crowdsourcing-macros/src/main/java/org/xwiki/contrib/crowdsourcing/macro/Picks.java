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
package org.xwiki.contrib.crowdsourcing.macro;

/**
 * Of what kind the parameters of macros are that are found by words: the editor of the wiki shows each with the
 * template of that name, in the folder {@code html_displayer}.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Picks
{
    private Picks()
    {
    }

    /**
     * The page of a contribution.
     */
    public static final class ContributionPick
    {
        private ContributionPick()
        {
        }
    }

    /**
     * What a piece of evidence is known by.
     */
    public static final class EvidencePick
    {
        private EvidencePick()
        {
        }
    }

    /**
     * The page of a brief, of a version of it or of a translation.
     */
    public static final class BriefPick
    {
        private BriefPick()
        {
        }
    }

    /**
     * The page of a recommendation.
     */
    public static final class RecommendationPick
    {
        private RecommendationPick()
        {
        }
    }

    /**
     * The page of a roadmap or of a recommendation.
     */
    public static final class PlanPick
    {
        private PlanPick()
        {
        }
    }

    /**
     * The page of something that recommendations come from.
     */
    public static final class SourcePick
    {
        private SourcePick()
        {
        }
    }

    /**
     * The page of a roadmap.
     */
    public static final class RoadmapPick
    {
        private RoadmapPick()
        {
        }
    }

    /**
     * The page of an initiative, a challenge or a dialogue.
     */
    public static final class PlacePick
    {
        private PlacePick()
        {
        }
    }
}

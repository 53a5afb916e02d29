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

/**
 * The texts of a recommendation, in the order in which they are read.
 *
 * @version $Id$
 * @since 1.0
 */
public enum RecommendationSection
{
    /** The problem that it solves. */
    PROBLEM("problem"),

    /** What is recommended. */
    DESCRIPTION("description"),

    /** How to go about it. */
    STRATEGIES("strategies"),

    /** Who has to act. */
    ACTORS("actors"),

    /** What the law requires. */
    LEGAL("legal"),

    /** What has to be there technically. */
    TECHNICAL("technical"),

    /** What can go wrong. */
    RISKS("risks"),

    /** How success is measured. */
    METRICS("metrics"),

    /** Where it was done before. */
    EXAMPLES("examples");

    private final String property;

    RecommendationSection(String property)
    {
        this.property = property;
    }

    /**
     * @return the property of the class of recommendations that holds the text
     */
    public String getProperty()
    {
        return this.property;
    }
}

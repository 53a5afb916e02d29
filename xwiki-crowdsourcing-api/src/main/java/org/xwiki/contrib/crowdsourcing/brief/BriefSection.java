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

/**
 * The sections of a brief, in the order in which they are read.
 *
 * @version $Id$
 * @since 1.0
 */
public enum BriefSection
{
    /** The problem in one paragraph; required to freeze. */
    PROBLEM("problem", true),

    /** Why the problem exists; required to freeze. */
    ROOT_CAUSES("rootCauses", true),

    /** Who suffers from it. */
    AFFECTED_GROUPS("affectedGroups", false),

    /** How it shows where the initiative is. */
    LOCAL_CONTEXT("localContext", false),

    /** What is done about it, by country. */
    APPROACHES("approaches", false),

    /** What can be learned from other domains. */
    LESSONS("lessons", false),

    /** What a solution must respect. */
    CONSTRAINTS("constraints", false),

    /** What the experts are asked. */
    QUESTIONS("questions", false);

    private final String property;

    private final boolean required;

    BriefSection(String property, boolean required)
    {
        this.property = property;
        this.required = required;
    }

    /**
     * @return the property of the class of briefs that holds the section
     */
    public String getProperty()
    {
        return this.property;
    }

    /**
     * @return {@code true} if a brief without it cannot be frozen
     */
    public boolean isRequired()
    {
        return this.required;
    }
}

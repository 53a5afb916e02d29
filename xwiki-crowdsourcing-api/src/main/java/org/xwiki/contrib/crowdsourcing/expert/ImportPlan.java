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
package org.xwiki.contrib.crowdsourcing.expert;

import java.util.List;

/**
 * What an import would do.
 *
 * @param lines how many lines with an expert there are
 * @param created how many profiles would be created
 * @param updated how many profiles would be changed
 * @param unchanged how many profiles say already what their line says
 * @param problems what is wrong, by line
 * @version $Id$
 * @since 1.0
 */
public record ImportPlan(int lines, int created, int updated, int unchanged, List<ImportProblem> problems)
{
    /**
     * @param lines how many lines with an expert there are
     * @param created how many profiles would be created
     * @param updated how many profiles would be changed
     * @param unchanged how many profiles say already what their line says
     * @param problems what is wrong
     */
    public ImportPlan
    {
        problems = List.copyOf(problems);
    }

    /**
     * @return how many lines are not imported
     */
    public int getBroken()
    {
        return (int) this.problems.stream().map(ImportProblem::line).distinct().count();
    }
}

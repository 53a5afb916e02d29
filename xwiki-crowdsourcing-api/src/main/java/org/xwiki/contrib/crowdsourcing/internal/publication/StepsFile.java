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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import java.time.LocalDate;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.internal.expert.CsvWriter;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;

/**
 * Writes the steps of a roadmap as a file of comma-separated values.
 *
 * @version $Id$
 * @since 1.0
 */
final class StepsFile
{
    private static final List<String> COLUMNS = List.of("recommendation", "uid", "title", "actor", "startsOn",
        "start", "startUnit", "due", "aggressive", "conservative", "durationUnit", "amount", "currency", "costBand",
        "cost", "prerequisites", "risk", "metric", "sources", "deskResearch", "deskReference", "followup",
        "followupOn", "overdue", "followupNote", "followupEvidence", "followupLink");

    private static final String YES = "1";

    private StepsFile()
    {
    }

    /**
     * @param plan a plan
     * @return the file
     */
    static String write(Plan plan)
    {
        CsvWriter writer = new CsvWriter(COLUMNS);
        plan.steps().forEach(planned -> writer.add(cells(planned)));
        return writer.toString();
    }

    private static List<String> cells(PlannedStep planned)
    {
        Step step = planned.step();
        StepTime time = step.time();
        return List.of(planned.recommendation().title(), step.uid(), step.title(), step.actor(),
            text(planned.startsOn()), time.start() == null ? "" : time.start().toString(),
            time.start() == null ? "" : time.startUnit().getId(), text(planned.due()), text(time.aggressive()),
            text(time.conservative()), time.longest() == 0 ? "" : time.unit().getId(),
            step.cost().amount() == null ? "" : step.cost().amount().toPlainString(), step.cost().currency(),
            text(step.cost().band()), step.cost().text(), String.join("|", step.prerequisites()), step.risk(),
            step.metric(), text(step.sources().size() + step.citations().size()), step.deskResearch() ? YES : "",
            step.deskReference(), text(step.progress().state()), text(step.progress().on()),
            planned.overdue() ? YES : "", step.progress().note(), step.progress().evidence(),
            step.progress().link());
    }

    private static String text(LocalDate date)
    {
        return date == null ? "" : date.toString();
    }

    private static String text(Stored value)
    {
        return value == null ? "" : value.getId();
    }

    private static String text(int number)
    {
        return number == 0 ? "" : String.valueOf(number);
    }
}

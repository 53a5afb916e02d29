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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;
import org.xwiki.rendering.block.Block;

/**
 * Says in words what a step is about.
 *
 * @version $Id$
 * @since 1.0
 */
final class StepWording
{
    private static final String FOLLOW_UP = "followup";

    private static final String SEPARATOR = " \u00B7 ";

    private final Wording wording;

    StepWording(Wording wording)
    {
        this.wording = wording;
    }

    /**
     * @param step a step
     * @param titles the titles of other steps by their identifiers
     * @return what it says, a fact a line
     */
    List<List<Block>> lines(Step step, Map<String, String> titles)
    {
        List<String> needed = step.prerequisites().stream().map(titles::get).filter(Objects::nonNull).toList();
        return List.of(fact("actor", step.actor()), fact("start", start(step.time())),
            this.wording.fact(this.wording.text("crowdsourcing.step.duration"), duration(step.time())),
            fact("prerequisites", String.join(", ", needed)), fact("cost", cost(step.cost())),
            fact("risk", step.risk()), fact("metric", step.metric()), fact(FOLLOW_UP, progress(step.progress())),
            fact("deskResearch", step.deskResearch() ? step.deskReference() : ""));
    }

    private List<Block> fact(String property, String value)
    {
        return this.wording.fact(this.wording.label(Schema.STEP, property), value);
    }

    private String start(StepTime time)
    {
        String result = "";
        if (time.on() != null) {
            result = this.wording.date(time.on());
        } else if (time.start() != null) {
            result = this.wording.text("crowdsourcing.step.start." + time.startUnit().getId(), time.start());
        }
        return result;
    }

    private String duration(StepTime time)
    {
        String months = this.wording.months(time.aggressive(), time.conservative());
        return months.isEmpty() ? "" : this.wording.text("crowdsourcing.step.duration." + time.unit().getId(),
            months, time.longest());
    }

    private String cost(StepCost cost)
    {
        String amount = cost.amount() == null ? "" : (cost.amount().toPlainString() + ' ' + cost.currency()).strip();
        String band = cost.band() == null ? ""
            : this.wording.option(Schema.RECOMMENDATION, "costBand", cost.band().getId()) + " USD";
        return join(amount, band, cost.text());
    }

    private String progress(StepProgress progress)
    {
        return progress.state() == null ? ""
            : join(this.wording.option(Schema.RECOMMENDATION, FOLLOW_UP, progress.state().getId()),
                this.wording.date(progress.on()), progress.note(), progress.evidence(), progress.link());
    }

    private static String join(String... parts)
    {
        return String.join(SEPARATOR, Stream.of(parts).filter(part -> !part.isBlank()).toList());
    }
}

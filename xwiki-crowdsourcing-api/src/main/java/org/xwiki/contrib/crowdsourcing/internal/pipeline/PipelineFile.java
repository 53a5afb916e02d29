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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.CsvWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard.Person;
import org.xwiki.model.reference.DocumentReference;

/**
 * Writes a pipeline as a file of comma-separated values: what is on its cards, and how to reach nobody.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PipelineFile.class)
@Singleton
public class PipelineFile
{
    private static final int BATCH = 500;

    private static final String BAR = "|";

    private static final List<String> COLUMNS = List.of("dialogue", "name", Standing.STATE, "waiting", "routes",
        "referredBy", "organisation", "country", "region", "areas", "since", "screened");

    @Inject
    private PipelineView view;

    /**
     * @param standings where experts stand
     * @param dialogues the stored dialogues
     * @return the file
     * @throws CrowdsourcingException if it cannot be read
     */
    String write(List<Standing> standings, Map<DocumentReference, Row> dialogues) throws CrowdsourcingException
    {
        CsvWriter writer = new CsvWriter(COLUMNS);
        for (int from = 0; from < standings.size(); from += BATCH) {
            List<Standing> batch = standings.subList(from, Math.min(from + BATCH, standings.size()));
            Map<DocumentReference, Person> people = new HashMap<>(this.view.people(batch));
            for (Standing standing : batch) {
                Person person = people.getOrDefault(standing.expert(), Person.HIDDEN);
                writer.add(List.of(dialogues.get(standing.dialogue()).title(), person.name(),
                    standing.state().getId(), standing.waiting() == 0 ? "" : String.valueOf(standing.waiting()),
                    String.join(BAR, standing.routes().stream().map(Stored::getId).toList()), standing.referredBy(),
                    person.organisation(), person.country(),
                    person.region() == null ? "" : person.region().getId(), String.join(BAR, person.areas()),
                    text(standing.since()), text(Standing.instant(standing.row(), Standing.SCREENED_ON))));
            }
        }
        return writer.toString();
    }

    private static String text(Instant instant)
    {
        return instant == null ? "" : Times.format(instant);
    }
}

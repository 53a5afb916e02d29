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
package org.xwiki.contrib.crowdsourcing.internal.register;

import java.time.Instant;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.CsvWriter;
import org.xwiki.contrib.crowdsourcing.register.RegisterEntry;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Writes the register as a file of comma-separated values: what it shows, and nothing more.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RegisterFile.class)
@Singleton
public class RegisterFile
{
    private static final List<String> COLUMNS = List.of("idea", "dialogue", "posted", "author", "speaker", "state",
        "text", "support", "decision", "decider", "decidedBy", "decidedOn", "reasonKind", "reason");

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param entries what is in the register
     * @return the file
     */
    String write(List<RegisterEntry> entries)
    {
        CsvWriter writer = new CsvWriter(COLUMNS);
        for (RegisterEntry entry : entries) {
            Contribution idea = entry.contribution();
            Decision decision = idea.decision();
            writer.add(List.of(text(idea.reference()), entry.title(), text(idea.created()), text(idea.author()),
                idea.speaker(), id(idea.state()), idea.text(), String.valueOf(entry.supporters()),
                id(decision.outcome()), decision.decider(), text(decision.by()), text(decision.on()),
                id(decision.reasonKind()), decision.reason()));
        }
        return writer.toString();
    }

    private String text(DocumentReference page)
    {
        return page == null ? "" : this.serializer.serialize(page);
    }

    private static String text(Instant instant)
    {
        return instant == null ? "" : Times.format(instant);
    }

    private static String id(Stored value)
    {
        return value == null ? "" : value.getId();
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.TitleRule;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Gate;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of the page of a dialogue.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("dialogue")
public class DialogueRule implements PageRule
{
    private static final String START = "start";

    private static final String ZONE = "timezone";

    private static final String DURATION = "duration";

    private static final String SEATS = "seats";

    private static final String LINK = "meetingLink";

    private static final String TITLE = "title";

    private static final String DUE = "due";

    private static final String MINUTES = "minutes";

    private static final int MOST_SEATS = 999;

    @Override
    public Schema getSchema()
    {
        return Schema.DIALOGUE;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        Row row = state.first(Schema.DIALOGUE);
        String start = row.text(START);
        String zone = row.text(ZONE);
        inputs.zone(field(ZONE), zone);
        if (!start.isBlank()) {
            inputs.add(Times.checkLocalTime(start, zone, field(START)));
            inputs.required(field(ZONE), zone);
        }
        if (row.option("state", DialogueState.PLANNED) == DialogueState.OPEN && start.isBlank()) {
            inputs.add(new FieldError("", "crowdsourcing.error.notPlanned"));
        }
        inputs.range(field(DURATION), row.number(DURATION), 0, Dialogue.MOST_MINUTES);
        inputs.range(field(SEATS), row.number(SEATS), 0, MOST_SEATS);
        inputs.link(field(LINK), row.text(LINK));
        Gate.checkPlace(state, Schema.DIALOGUE, inputs);
        checkAgenda(state.rows(Schema.AGENDA_ITEM), row.number(DURATION), inputs);
        for (Row item : state.rows(Schema.ACTION_ITEM)) {
            checkTitle(item, Schema.ACTION_ITEM, inputs);
            inputs.date(ManagedFields.field(Schema.ACTION_ITEM, DUE), item.text(DUE));
        }
    }

    private void checkAgenda(List<Row> items, int duration, Inputs inputs)
    {
        String field = ManagedFields.field(Schema.AGENDA_ITEM, MINUTES);
        for (Row item : items) {
            checkTitle(item, Schema.AGENDA_ITEM, inputs);
            inputs.range(field, item.number(MINUTES), 1, Dialogue.MOST_MINUTES);
        }
        int planned = duration > 0 ? duration : Dialogue.MOST_MINUTES;
        int sum = items.stream().mapToInt(item -> item.number(MINUTES)).sum();
        if (!items.isEmpty() && sum != planned) {
            inputs.add(new FieldError(field, "crowdsourcing.error.agendaSum", sum, planned));
        }
    }

    private void checkTitle(Row row, Schema schema, Inputs inputs)
    {
        inputs.required(ManagedFields.field(schema, TITLE), row.text(TITLE));
    }

    private String field(String property)
    {
        return ManagedFields.field(Schema.DIALOGUE, property);
    }
}

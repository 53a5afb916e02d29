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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.time.LocalDate;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.TitleRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of the page of an open call.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("call")
public class CallRule implements PageRule
{
    @Override
    public Schema getSchema()
    {
        return Schema.CALL;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        Row row = state.first(Schema.CALL);
        inputs.date(ManagedFields.field(Schema.CALL, CallReader.OPENS), row.text(CallReader.OPENS));
        inputs.date(ManagedFields.field(Schema.CALL, CallReader.CLOSES), row.text(CallReader.CLOSES));
        LocalDate opens = row.date(CallReader.OPENS);
        LocalDate closes = row.date(CallReader.CLOSES);
        if (opens != null && closes != null && closes.isBefore(opens)) {
            inputs.add(new FieldError(ManagedFields.field(Schema.CALL, CallReader.CLOSES),
                "crowdsourcing.error.dateOrder", opens.toString(), closes.toString()));
        }
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;

/**
 * The rule of the page of what a curator says of an expert: its manager writes it, and administrators who import or
 * repair it, so that who said it and when is true.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("adjustment")
public class AdjustmentRule implements PageRule
{
    @Inject
    private Access access;

    @Override
    public Schema getSchema()
    {
        return Schema.ADJUSTMENT;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        Row row = state.first(Schema.ADJUSTMENT);
        inputs.required(ManagedFields.field(Schema.ADJUSTMENT, AdjustmentStore.REASON),
            row.text(AdjustmentStore.REASON));
        inputs.range(ManagedFields.field(Schema.ADJUSTMENT, AdjustmentStore.POINTS),
            row.number(AdjustmentStore.POINTS), -Adjustment.MOST, Adjustment.MOST);
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        if (!this.access.isAdministrator(after.page())) {
            inputs.add(new FieldError("", "crowdsourcing.error.adjustmentManaged"));
        }
    }
}

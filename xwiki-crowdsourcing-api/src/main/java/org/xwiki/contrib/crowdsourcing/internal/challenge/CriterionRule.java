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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of what candidates are scored by.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("criterion")
public class CriterionRule implements PageRule
{
    private static final String TITLE = "title";

    private static final String WEIGHT = "weight";

    @Override
    public Schema getSchema()
    {
        return Schema.CRITERION;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        for (Row criterion : state.rows(Schema.CRITERION)) {
            inputs.required(ManagedFields.field(Schema.CRITERION, TITLE), criterion.text(TITLE));
            inputs.range(ManagedFields.field(Schema.CRITERION, WEIGHT), criterion.number(WEIGHT), 0,
                Criterion.HEAVIEST);
        }
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.TitleRule;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Gate;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of the page of a brief: what is frozen stays as it is, whoever edits it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("brief")
public class BriefRule implements PageRule
{
    private static final String STATE = "state";

    private static final String LINK = "link";

    private static final String DATE = "date";

    @Inject
    private Brought brought;

    @Override
    public Schema getSchema()
    {
        return Schema.BRIEF;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        Gate.checkPlace(state, Schema.BRIEF, inputs);
        String language = state.first(Schema.BRIEF).text(BriefStore.LANGUAGE);
        if (!language.isEmpty() && !Inputs.isLanguage(language)) {
            inputs.add(new FieldError(ManagedFields.field(Schema.BRIEF, BriefStore.LANGUAGE),
                "crowdsourcing.error.unknownValue", language));
        }
        for (Row evidence : state.rows(Schema.EVIDENCE)) {
            inputs.link(ManagedFields.field(Schema.EVIDENCE, LINK), evidence.text(LINK));
            inputs.date(ManagedFields.field(Schema.EVIDENCE, DATE), evidence.text(DATE));
        }
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        boolean isNew = !before.has(Schema.BRIEF);
        if (!isNew && before.first(Schema.BRIEF).option(STATE, BriefState.DRAFT) == BriefState.FROZEN) {
            if (!isSame(before, after)) {
                inputs.add(new FieldError("", "crowdsourcing.error.briefFrozen"));
            }
        } else if (!(isNew && this.brought.isBrought(after.page()))) {
            ManagedFields.check(before, after, Schema.BRIEF,
                List.of(STATE, Schema.VERSION, BriefStore.FROZEN_ON, "frozenRevision", BriefStore.EDITION,
                    BriefStore.TRANSLATES), inputs);
        }
    }

    /** Who may view it is no part of what it says. */
    private static Map<String, Object> frozen(PageState state)
    {
        Map<String, Object> result = state.first(Schema.BRIEF).values(Schema.BRIEF);
        result.remove(Gate.ACCESS);
        return result;
    }

    private boolean isSame(PageState before, PageState after)
    {
        return before.title().equals(after.title()) && before.content().equals(after.content())
            && frozen(before).equals(frozen(after))
            && before.rows(Schema.EVIDENCE).equals(after.rows(Schema.EVIDENCE));
    }
}

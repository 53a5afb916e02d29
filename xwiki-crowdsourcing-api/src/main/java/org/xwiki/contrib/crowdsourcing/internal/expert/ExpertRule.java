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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.TitleRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of the profile of an expert.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("expert")
public class ExpertRule implements PageRule
{
    private static final String USER = "user";

    private static final String ZONE = "timezone";

    private static final String COUNTRY = "country";

    private static final String CONSENT_ON = "consentOn";

    @Inject
    private Curators curators;

    @Inject
    private ContactStore contacts;

    @Override
    public Schema getSchema()
    {
        return Schema.EXPERT;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        TitleRule.check(state, inputs);
        Row row = state.first(Schema.EXPERT);
        inputs.zone(ManagedFields.field(Schema.EXPERT, ZONE), row.text(ZONE));
        inputs.country(ManagedFields.field(Schema.EXPERT, COUNTRY), row.text(COUNTRY));
        for (String day : List.of(CONSENT_ON, "availableFrom")) {
            inputs.date(ManagedFields.field(Schema.EXPERT, day), row.text(day));
        }
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        // Whoever is named as the expert in person reads the contact data.
        boolean claimed =
            before.exists() && !before.first(Schema.EXPERT).text(USER).equals(after.first(Schema.EXPERT).text(USER));
        try {
            if (claimed && !this.curators.includeCurrentUser(after.page())
                && this.contacts.find(after.page()).isPresent()) {
                inputs.add(new FieldError(ManagedFields.field(Schema.EXPERT, USER), "crowdsourcing.error.userManaged"));
            }
        } catch (CrowdsourcingException e) {
            inputs.add(new FieldError("", "crowdsourcing.error.technical"));
        }
    }
}

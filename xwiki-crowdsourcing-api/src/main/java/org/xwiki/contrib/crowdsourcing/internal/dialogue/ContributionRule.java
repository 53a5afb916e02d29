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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rule of the page of a contribution: its manager writes it, and administrators who import or repair it. Otherwise
 * a name could be put under what somebody never said.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("contribution")
public class ContributionRule implements PageRule
{
    private static final String DECISION = "decision";

    private static final List<String> WHY = List.of("reasonKind", "reason");

    @Inject
    private Access access;

    @Inject
    private Provider<Closing> closing;

    @Override
    public Schema getSchema()
    {
        return Schema.CONTRIBUTION;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        // Its fields are checked where they are typed.
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        if (!this.access.isAdministrator(after.page())) {
            inputs.add(new FieldError("", "crowdsourcing.error.contributionManaged"));
        } else if (before.has(Schema.CONTRIBUTION) && after.has(Schema.CONTRIBUTION)) {
            checkDecision(before.first(Schema.CONTRIBUTION), after.first(Schema.CONTRIBUTION), inputs);
        }
    }

    /** Administrators close an idea that many back only as everybody else does. */
    private void checkDecision(Row was, Row now, Inputs inputs)
    {
        boolean silent = WHY.stream().anyMatch(property -> now.text(property).isBlank())
            || now.text("decider").isBlank() && now.text("decidedBy").isBlank();
        boolean decided = !now.text(DECISION).isEmpty()
            && !(was.text(DECISION).equals(now.text(DECISION)) && WHY.stream().allMatch(
                property -> was.text(property).equals(now.text(property))));
        try {
            if (decided && silent && this.closing.get().isGuarded(now)) {
                inputs.add(new FieldError("", "crowdsourcing.error.closing"));
            }
        } catch (CrowdsourcingException e) {
            inputs.add(new FieldError("", "crowdsourcing.error.technical"));
        }
    }
}

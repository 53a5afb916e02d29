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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.util.Optional;

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
 * The rule of the page of an invitation: its manager writes it, and administrators repair it. It may be moved with its
 * dialogue as it is. Whoever could write one could answer for somebody else, and get that person's profile.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("invitation")
public class InvitationRule implements PageRule
{
    @Inject
    private Access access;

    @Inject
    private Provider<InvitationStore> store;

    @Override
    public Schema getSchema()
    {
        return Schema.INVITATION;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        // Nobody types it.
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        try {
            if (!this.access.isAdministrator(after.page()) && !isMoved(before, after)) {
                inputs.add(new FieldError("", "crowdsourcing.error.invitationManaged"));
            }
        } catch (CrowdsourcingException e) {
            inputs.add(new FieldError("", "crowdsourcing.error.technical"));
        }
    }

    private boolean isMoved(PageState before, PageState after) throws CrowdsourcingException
    {
        Row now = after.first(Schema.INVITATION);
        String selector = now.text(InvitationStore.SELECTOR);
        Optional<Row> other =
            before.exists() || selector.isEmpty() ? Optional.empty() : this.store.get().select(selector);
        return other.isPresent() && other.get().page().getName().equals(after.page().getName())
            && other.get().values(Schema.INVITATION).equals(now.values(Schema.INVITATION));
    }
}

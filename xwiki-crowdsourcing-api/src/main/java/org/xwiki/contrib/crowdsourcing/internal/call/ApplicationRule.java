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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rule of the page of an application or a nomination: its manager writes it, whoever edits the initiative may move
 * it with that, and administrators import or repair it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("application")
public class ApplicationRule implements PageRule
{
    @Inject
    private Access access;

    @Override
    public Schema getSchema()
    {
        return Schema.APPLICATION;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        // Its fields are checked where they are typed.
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        boolean moved = !before.exists() && this.access.canEdit(after.page());
        if (!moved && !this.access.isAdministrator(after.page())) {
            inputs.add(new FieldError("", "crowdsourcing.error.applicationManaged"));
        }
    }
}

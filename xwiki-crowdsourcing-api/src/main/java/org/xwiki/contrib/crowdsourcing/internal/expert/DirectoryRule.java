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
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rule of the settings of a directory: they say who reads contact data, so administrators alone write them.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("directory")
public class DirectoryRule implements PageRule
{
    private static final String RETENTION = "retention";

    private static final int MOST_MONTHS = 240;

    @Inject
    private Access access;

    @Override
    public Schema getSchema()
    {
        return Schema.DIRECTORY;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        inputs.range(ManagedFields.field(Schema.DIRECTORY, RETENTION), state.first(Schema.DIRECTORY).number(RETENTION),
            0, MOST_MONTHS);
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        if (!this.access.isAdministrator(after.page())) {
            inputs.add(new FieldError("", "crowdsourcing.error.directoryManaged"));
        }
    }
}

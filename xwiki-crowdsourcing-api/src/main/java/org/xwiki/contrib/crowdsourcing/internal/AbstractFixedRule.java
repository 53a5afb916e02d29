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
package org.xwiki.contrib.crowdsourcing.internal;

import javax.inject.Inject;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * A rule of pages that stay as a manager wrote them, whoever saves them and however.
 *
 * @version $Id$
 * @since 1.0
 */
public abstract class AbstractFixedRule implements PageRule
{
    @Inject
    private Brought brought;

    private final Schema schema;

    private final String refusal;

    /**
     * @param schema the class of the pages
     * @param refusal the key of the message that refuses to change them
     */
    protected AbstractFixedRule(Schema schema, String refusal)
    {
        this.schema = schema;
        this.refusal = refusal;
    }

    @Override
    public Schema getSchema()
    {
        return this.schema;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        // Its values are made by a manager.
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        // It goes along when what it belongs to is moved, and comes back with the pages of a backup. Nothing is added
        // to it: no comment, no file, no rights.
        boolean placed = before.exists()
            ? isSame(before, after) && (this.brought.isMoved() || this.brought.isTrusted(after.page()))
            : this.brought.isBrought(after.page());
        if (!placed) {
            inputs.add(new FieldError("", this.refusal));
        }
    }

    /**
     * @param before the page as it was
     * @param after the page as it would be
     * @return {@code true} if it still says what the manager wrote
     */
    protected boolean isSame(PageState before, PageState after)
    {
        return before.rows(this.schema).equals(after.rows(this.schema)) && before.content().equals(after.content())
            && before.title().equals(after.title());
    }
}

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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Scores are given with the form alone: neither the editor of the wiki nor REST gives any, nor in another name.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("score")
public class ScoreRule implements PageRule
{
    private static final String MANAGED = "crowdsourcing.error.scoreManaged";

    @Inject
    private Brought brought;

    @Override
    public Schema getSchema()
    {
        return Schema.SCORE;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        String user = state.first(Schema.SCORE).text(ScoreStore.USER);
        if (!ScoreStore.name(user).equals(state.page().getName())) {
            inputs.add(new FieldError("", MANAGED));
        }
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        // What others gave comes back from a backup or the trash, and is neither changed nor made by who owns the
        // initiative.
        DocumentReference page = after.page();
        if (!(before.exists() ? this.brought.isTrusted(page) : this.brought.isBrought(page))) {
            inputs.add(new FieldError("", MANAGED));
        }
    }
}

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
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadFilter;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadOrder;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;

/**
 * Finds who can tell the contributions of a thread in the order that is wanted.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ThreadSlices.class)
@Singleton
public class ThreadSlices
{
    @Inject
    private ContributionStore store;

    @Inject
    private SupportedOrder supported;

    @Inject
    private ThreadSearch search;

    @Inject
    private ThreadRules rules;

    /**
     * @param query which contributions
     * @return a page of the thread
     * @throws CrowdsourcingException if it fails
     */
    public ContributionStore.Slice slice(ThreadQuery query) throws CrowdsourcingException
    {
        ThreadFilter filter = query.filter();
        if (filter.undecided() && this.rules.isDialogue(query.thread())) {
            // Nothing else can be decided there.
            filter = new ThreadFilter(ContributionKind.IDEA, filter.author(), true, filter.words());
        }
        Matches matches = this.search.find(query.thread(), filter.words());
        if (matches.isEmpty()) {
            return new ContributionStore.Slice(List.of(), List.of(), null, Count.bounded(0));
        }
        ThreadQuery wanted = new ThreadQuery(query.thread(), filter, query.order(), query.request());
        String cursor = query.request().cursor();
        boolean discussion = cursor != null && cursor.startsWith("@");
        if (query.order() != ThreadOrder.SUPPORTED) {
            return this.store.slice(wanted, matches);
        }
        return discussion
            ? this.store.slice(new ThreadQuery(query.thread(), filter, ThreadOrder.OLDEST, query.request()),
                matches)
            : this.supported.slice(wanted, matches);
    }
}

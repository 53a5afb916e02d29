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
package org.xwiki.contrib.crowdsourcing.internal.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.model.reference.DocumentReference;

/**
 * Reads so many of a long list of contributions as are wanted, those that the current user may not view left out.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SeenContributions.class)
@Singleton
public class SeenContributions
{
    /** How often is read at most for one page of a list: most of it may be hidden. */
    private static final int ROUNDS = 10;

    /** How many are read at once at most. */
    private static final int BATCH = 500;

    @Inject
    private ContributionStore store;

    @Inject
    private ContributionView view;

    /**
     * @param pages the pages of contributions, in their order
     * @param wanted how many are wanted
     * @param condition which of them
     * @return the first of them that the current user may view
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Contribution> first(List<DocumentReference> pages, int wanted, Predicate<Contribution> condition)
        throws CrowdsourcingException
    {
        List<Contribution> result = new ArrayList<>();
        int batch = Math.min(wanted, BATCH);
        int last = Math.min(pages.size(), Math.max(ROUNDS * batch, wanted));
        for (int from = 0; from < last && result.size() < wanted; from += batch) {
            List<DocumentReference> part = pages.subList(from, Math.min(from + batch, pages.size()));
            Map<DocumentReference, Contribution> seen = this.view.see(this.store.load(part).values());
            part.stream().map(seen::get).filter(Objects::nonNull).filter(condition)
                .limit((long) wanted - result.size()).forEach(result::add);
        }
        return result;
    }
}

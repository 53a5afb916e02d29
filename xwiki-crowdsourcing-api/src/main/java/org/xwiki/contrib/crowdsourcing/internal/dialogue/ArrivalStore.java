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

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * Keeps the latest contributions of the threads that are looked at.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ArrivalStore.class)
@Singleton
public class ArrivalStore extends AbstractThreadCache<Recent>
{
    private static final int THREADS = 200;

    /** In seconds, after which they are looked up again, should an event of another machine have been lost. */
    private static final int LIFESPAN = 600;

    @Inject
    private ContributionStore contributions;

    /**
     * Keeps nothing yet.
     */
    public ArrivalStore()
    {
        super("crowdsourcingArrivals", THREADS, LIFESPAN);
    }

    /**
     * @param thread the page of a thread
     * @return its latest contributions
     * @throws CrowdsourcingException if they cannot be read
     */
    Recent recent(DocumentReference thread) throws CrowdsourcingException
    {
        Recent recent = findOrKeep(thread, Recent::new);
        recent.readOnce(() -> this.contributions.latest(thread, Recent.LIMIT));
        return recent;
    }

    /**
     * Takes up that a contribution was saved or deleted.
     *
     * @param contribution its page
     * @param shown {@code true} if everyone sees it who may see the thread
     */
    void happened(DocumentReference contribution, boolean shown)
    {
        Recent recent = find(contribution);
        if (recent != null && shown) {
            recent.add(contribution.getName());
        } else if (recent != null) {
            recent.remove(contribution.getName());
        }
    }
}

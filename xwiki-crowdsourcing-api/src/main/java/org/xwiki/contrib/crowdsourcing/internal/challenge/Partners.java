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

import java.util.List;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.Members;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.model.reference.DocumentReference;

/**
 * Who of those that choose the challenges of an initiative the current user is.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Partners.class)
@Singleton
public class Partners
{
    private static final String PARTNERS = "partnersGroup";

    @Inject
    private Members members;

    @Inject
    private Access access;

    /**
     * @param initiative a stored initiative
     * @return {@code true} if the current user is its owner, or in its group of owners, curators or partners
     * @throws CrowdsourcingException if it cannot be found out
     */
    boolean mayScore(Row initiative) throws CrowdsourcingException
    {
        DocumentReference user = this.access.user();
        return user != null
            && (user.equals(initiative.reference("owner"))
                || isIn(initiative, user, List.of("ownersGroup", "curatorsGroup", PARTNERS)));
    }

    /**
     * @param initiative a stored initiative
     * @return {@code true} if the current user is in its group of partners
     * @throws CrowdsourcingException if it cannot be found out
     */
    boolean maySign(Row initiative) throws CrowdsourcingException
    {
        DocumentReference user = this.access.user();
        return user != null && isIn(initiative, user, List.of(PARTNERS));
    }

    private boolean isIn(Row initiative, DocumentReference user, List<String> groups) throws CrowdsourcingException
    {
        List<DocumentReference> pages =
            groups.stream().map(initiative::reference).filter(Objects::nonNull).toList();
        return !pages.isEmpty() && this.members.contain(pages, user);
    }
}

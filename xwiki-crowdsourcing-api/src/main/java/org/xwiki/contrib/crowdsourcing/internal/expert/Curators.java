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

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Who curates a directory: whoever may view its settings, which the wiki lets nobody else; who administrates it, if it
 * has none.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Curators.class)
@Singleton
public class Curators
{
    @Inject
    private ContactStore store;

    @Inject
    private PageReader pages;

    @Inject
    private PageVeil veil;

    @Inject
    private Access access;

    @Inject
    private Logger logger;

    /**
     * @param page the page of a profile or a directory
     * @return {@code true} if the current user is a curator of the directory
     */
    public boolean includeCurrentUser(DocumentReference page)
    {
        boolean curator = this.access.isAdministrator(page);
        try {
            Optional<Row> settings = curator || this.access.isGuest() ? Optional.empty() : this.store.settings(page);
            curator |= settings.isPresent() && this.veil.isVeiled(settings.get().page())
                && this.access.canView(settings.get().page());
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to find out who curates [{}]", page, e);
        }
        return curator;
    }

    /**
     * @param profile the page of a profile
     * @return {@code true} if it is that of the current user
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isOwn(DocumentReference profile) throws CrowdsourcingException
    {
        DocumentReference user = this.access.user();
        return user != null && this.pages.find(profile, Schema.EXPERT)
            .filter(row -> user.equals(row.reference("user"))).isPresent();
    }
}

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

import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.call.ApplicationVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Who may use the pages with contact data, whoever saves them and however: the curators of the directory and the expert
 * in person. The settings of the directory are for its curators, so the wiki itself knows who is one.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContactVeil.class)
@Singleton
public class ContactVeil
{
    @Inject
    private PageVeil veil;

    @Inject
    private PageReader pages;

    @Inject
    private ContactStore store;

    @Inject
    private ApplicationVeil applications;

    /**
     * @param source the source of an event about a page
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState after) throws CrowdsourcingException
    {
        if (after.has(Schema.CONTACT)) {
            DocumentReference profile = ContactStore.profile(after.page());
            Optional<Row> expert = this.pages.find(profile, Schema.EXPERT);
            this.veil.reserve(source, expert.map(row -> row.text("user")).orElse(""),
                this.store.settings(profile).map(ContactStore::curators).orElse(List.of()));
        } else if (after.has(Schema.DIRECTORY)) {
            this.veil.reserve(source, "", ContactStore.curators(after.first(Schema.DIRECTORY)));
        } else if (after.has(Schema.IMPORT)) {
            // What was wrong with a line repeats a part of it.
            this.veil.reserve(source, "",
                this.store.settings(after.page()).map(ContactStore::curators).orElse(List.of()));
        } else if (after.has(Schema.APPLICATION)) {
            this.applications.add(source, after);
        } else if (after.has(Schema.SECRET)) {
            this.veil.reserve(source, "", List.of());
        }
    }
}

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

import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * Who may use the pages of those who applied or were nominated: the owner of the initiative, its owners and its
 * curators.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ApplicationVeil.class)
@Singleton
public class ApplicationVeil
{
    /** The properties of an initiative that say who reads applications. */
    public static final List<String> PEOPLE = List.of("owner", "ownersGroup", "curatorsGroup");

    @Inject
    private PageVeil veil;

    @Inject
    private PageReader pages;

    /**
     * @param source the source of an event about a page that is about to be saved
     * @param after the page as it will be saved, an application or a nomination
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState after) throws CrowdsourcingException
    {
        Optional<Row> initiative = this.pages.nearest(after.page(), Schema.INITIATIVE);
        this.veil.reserve(source, initiative.map(row -> row.text(PEOPLE.get(0))).orElse(""),
            initiative.map(row -> PEOPLE.subList(1, PEOPLE.size()).stream().map(row::text)
                .filter(group -> !group.isBlank()).distinct().toList()).orElse(List.of()));
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Tells curators that somebody applied or was nominated, but not who: it is about a page that only they may view.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ApplicationNews.class)
@Singleton
public class ApplicationNews
{
    @Inject
    private PageReader pages;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param before a page as it was
     * @param after the page as it is
     * @return what has happened
     * @throws CrowdsourcingException if it fails
     */
    public List<CrowdsourcingEvent> find(PageState before, PageState after) throws CrowdsourcingException
    {
        boolean came = after.rows(Schema.APPLICATION).size() > before.rows(Schema.APPLICATION).size();
        Optional<Row> initiative =
            came ? this.pages.nearest(after.page(), Schema.INITIATIVE) : Optional.empty();
        Set<String> recipients = new LinkedHashSet<>();
        for (String group : List.of("curatorsGroup", "ownersGroup")) {
            DocumentReference page = initiative.map(row -> row.reference(group)).orElse(null);
            if (page != null) {
                recipients.add(this.serializer.serialize(page));
            }
        }
        if (recipients.isEmpty()) {
            return List.of();
        }
        ApplicationKind kind = after.first(Schema.APPLICATION).option("kind", ApplicationKind.APPLICATION);
        return List.of(new CrowdsourcingEvent(
            kind == ApplicationKind.APPLICATION ? Happening.APPLIED : Happening.NOMINATED, after.page(),
            initiative.get().title(), "", null, "", recipients));
    }
}

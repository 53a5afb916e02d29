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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.LinkedHashSet;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Makes a contribution that a text of a recommendation quotes one of the sources of the recommendation.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = QuoteSources.class)
@Singleton
public class QuoteSources
{
    @Inject
    private QuoteFinder quotes;

    @Inject
    private PageChanges changes;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param source the source of an event about a page
     * @param page the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState page) throws CrowdsourcingException
    {
        if (page.has(Schema.RECOMMENDATION)) {
            Row row = page.first(Schema.RECOMMENDATION);
            Set<DocumentReference> sources = new LinkedHashSet<>(row.references(Schema.SOURCES));
            int before = sources.size();
            for (DocumentReference quote : this.quotes.find(row)) {
                // A quotation of what has been deleted shows that by itself; the wiki redirects from where it was.
                if (this.access.canView(quote) && this.pages.find(quote, Schema.CONTRIBUTION).isPresent()) {
                    sources.add(quote);
                }
            }
            if (sources.size() > before) {
                this.changes.set(source, Schema.RECOMMENDATION, Schema.SOURCES,
                    sources.stream().map(this.serializer::serialize).toList());
            }
        }
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Which pages may be named in the text of another one, which shows the same to everybody who may view it: those that
 * guests may view, and those that have no other rights than it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Visibility.class)
@Singleton
public class Visibility
{
    private static final int BATCH = 500;

    @Inject
    private RowReader reader;

    @Inject
    private Access access;

    /**
     * @param page a page
     * @param others other pages of the same wiki, maybe {@code null}
     * @return those of them that may be named on it
     * @throws CrowdsourcingException if it fails
     */
    public Set<DocumentReference> shown(DocumentReference page, Collection<DocumentReference> others)
        throws CrowdsourcingException
    {
        Set<DocumentReference> result = new LinkedHashSet<>();
        Map<DocumentReference, Set<String>> between = new HashMap<>();
        Set<String> own = places(page);
        for (DocumentReference other : new LinkedHashSet<>(others)) {
            if (other != null && this.access.canView(null, other)) {
                result.add(other);
            } else if (other != null && other.getWikiReference().equals(page.getWikiReference())) {
                Set<String> places = places(other);
                Set<String> different = new HashSet<>(places);
                different.addAll(own);
                different.removeIf(place -> places.contains(place) && own.contains(place));
                between.put(other, different);
            }
        }
        Set<String> places = new LinkedHashSet<>();
        between.values().forEach(places::addAll);
        Set<String> ruled = withRights(page.getWikiReference(), places);
        between.forEach((other, different) -> {
            if (different.stream().noneMatch(ruled::contains)) {
                result.add(other);
            }
        });
        return result;
    }

    private Set<String> places(DocumentReference page)
    {
        Set<String> result = new LinkedHashSet<>();
        result.add(this.reader.serialize(page));
        for (SpaceReference space : page.getSpaceReferences()) {
            result.add(this.reader.serialize(new DocumentReference("WebPreferences", space)));
        }
        return result;
    }

    /**
     * @param wiki a wiki
     * @param pages the local references of pages
     * @return those of them that give rights
     * @throws CrowdsourcingException if it fails
     */
    public Set<String> withRights(WikiReference wiki, Collection<String> pages) throws CrowdsourcingException
    {
        Set<String> result = new HashSet<>();
        List<String> all = new ArrayList<>(pages);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            result.addAll(this.reader.list(wiki, new Statement("select distinct obj.name from BaseObject obj"
                + " where obj.className in ('XWiki.XWikiRights', 'XWiki.XWikiGlobalRights') and obj.name in (:pages)")
                .bind("pages", batch).limit(batch.size())));
        }
        return result;
    }
}

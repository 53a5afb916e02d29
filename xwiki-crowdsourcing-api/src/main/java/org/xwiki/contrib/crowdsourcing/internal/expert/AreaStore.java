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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where areas of expertise are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AreaStore.class)
@Singleton
public class AreaStore
{
    private static final int MAXIMUM = 500;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    /**
     * @return the areas of the current wiki with their topics, a tree in preorder
     * @throws CrowdsourcingException if it fails
     */
    public List<Area> list() throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        List<Found> found = this.reader.find(wiki, this.reader.objects().add("and obj.className = :class")
            .bind("class", Schema.AREA.getClassName()).add("order by doc.fullName").limit(MAXIMUM));
        Map<DocumentReference, Row> rows = this.reader.load(wiki, found, Schema.AREA).first(Schema.AREA);

        Map<DocumentReference, List<Row>> children = new LinkedHashMap<>();
        rows.values().stream()
            .sorted(Comparator.comparing((Row row) -> row.title().toLowerCase())
                .thenComparing(row -> row.page().toString()))
            .forEach(row -> children.computeIfAbsent(parent(row.page(), rows), key -> new ArrayList<>()).add(row));
        List<Area> result = new ArrayList<>();
        append(result, children, null, 0);
        return result;
    }

    private void append(List<Area> result, Map<DocumentReference, List<Row>> children, DocumentReference parent,
        int depth)
    {
        for (Row row : children.getOrDefault(parent, List.of())) {
            result.add(new Area(row.page(), row.title(), row.text("description"), parent, depth));
            append(result, children, row.page(), depth + 1);
        }
    }

    private DocumentReference parent(DocumentReference page, Map<DocumentReference, Row> rows)
    {
        EntityReference space = page.getLastSpaceReference().getParent();
        while (space != null && space.getType() == EntityType.SPACE) {
            DocumentReference candidate = PageReader.home(new SpaceReference(space));
            if (rows.containsKey(candidate)) {
                return candidate;
            }
            space = space.getParent();
        }
        return null;
    }
}

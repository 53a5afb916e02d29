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

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * What the steps of a roadmap know each other by, as it is stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = StepStore.class)
@Singleton
public class StepStore
{
    /** The property with the identifiers of other steps. */
    public static final String PREREQUISITES = "prerequisites";

    private static final String CLASS = "class";

    private static final String PAGE = "page";

    private static final int MAXIMUM = 5000;

    @Inject
    private RowReader reader;

    /**
     * @param roadmap the page of a roadmap
     * @param except a page that is not looked at
     * @return the steps of its recommendations, with title, identifier and prerequisites
     * @throws CrowdsourcingException if it fails
     */
    public List<Row> getOthers(DocumentReference roadmap, DocumentReference except) throws CrowdsourcingException
    {
        WikiReference wiki = roadmap.getWikiReference();
        Statement statement = this.reader.below(this.reader.objects().add("and obj.className = :class"
            + " and obj.name <> :page"), roadmap.getLastSpaceReference())
            .bind(CLASS, Schema.STEP.getClassName()).bind(PAGE, this.reader.serialize(except))
            .add("order by doc.fullName, obj.number").limit(MAXIMUM);
        List<Found> found = this.reader.find(wiki, statement);
        Rows rows = this.reader.load(wiki, found, Set.of("title", Schema.UID, PREREQUISITES), Schema.STEP);
        return rows.byPage().keySet().stream().flatMap(page -> rows.of(page, Schema.STEP).stream()).toList();
    }

    /**
     * @param roadmap the page of a roadmap
     * @param except a page that is not looked at
     * @param uids identifiers
     * @return those that steps of the roadmap have
     * @throws CrowdsourcingException if it fails
     */
    public Set<String> getTaken(DocumentReference roadmap, DocumentReference except, Collection<String> uids)
        throws CrowdsourcingException
    {
        Statement statement = this.reader.below(new Statement("select p.value from XWikiDocument doc, BaseObject obj,"
            + " StringProperty p where obj.name = doc.fullName and doc.translation = 0 and p.id.id = obj.id"
            + " and p.id.name = :property and p.value in (:uids) and obj.className = :class and obj.name <> :page"),
            roadmap.getLastSpaceReference())
            .bind("property", Schema.UID).bind("uids", List.copyOf(uids)).bind(CLASS, Schema.STEP.getClassName())
            .bind(PAGE, this.reader.serialize(except)).limit(MAXIMUM);
        return new HashSet<>(this.reader.<String>list(roadmap.getWikiReference(), statement));
    }

    /**
     * @param rows steps
     * @return what each of them waits for, by its identifier
     */
    public static Map<String, List<String>> getNeeded(List<Row> rows)
    {
        Map<String, List<String>> result = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.text(Schema.UID).isEmpty())
            .forEach(row -> result.put(row.text(Schema.UID), row.list(PREREQUISITES)));
        return result;
    }
}

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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where it is stored what curators say of experts: one hidden page for each expert of a challenge, in the space
 * {@code Adjustments} of the challenge.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AdjustmentStore.class)
@Singleton
public class AdjustmentStore
{
    /** The property with why. */
    static final String REASON = "reason";

    /** The property with what is added or taken. */
    static final String POINTS = "points";

    private static final String EXPERT = "expert";

    private static final String EXCLUDED = "excluded";

    private static final String DECIDED_BY = "decidedBy";

    private static final String DECIDED_ON = "decidedOn";

    private static final int MANY = 5000;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param page a page in a space of its own beside that of a thing, such as an adjustment or an engagement
     * @return the page of the thing
     */
    public static DocumentReference above(DocumentReference page)
    {
        SpaceReference space = page.getLastSpaceReference();
        EntityReference parent = space.getParent();
        return PageReader.home(parent.getType() == EntityType.SPACE ? new SpaceReference(parent) : space);
    }

    /**
     * @param challenge the page of a challenge
     * @return what curators say, by the local reference of the profile; only what the current user may see
     * @throws CrowdsourcingException if it fails
     */
    Map<String, Adjustment> find(DocumentReference challenge) throws CrowdsourcingException
    {
        Map<String, Adjustment> result = new HashMap<>();
        for (Row row : rows(challenge)) {
            DocumentReference expert = row.reference(EXPERT);
            if (expert != null && this.access.canView(row.page())) {
                result.put(this.reader.serialize(expert), new Adjustment(row.number(POINTS), row.flag(EXCLUDED),
                    row.text(REASON), row.reference(DECIDED_BY), row.instant(DECIDED_ON)));
            }
        }
        return result;
    }

    private List<Row> rows(DocumentReference challenge) throws CrowdsourcingException
    {
        WikiReference wiki = challenge.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader.objects()
            .add("and obj.className = :class and doc.space = :space order by doc.fullName, obj.number")
            .bind("class", Schema.ADJUSTMENT.getClassName()).bind("space", this.reader.serialize(space(challenge)))
            .limit(MANY));
        return List.copyOf(this.reader.load(wiki, found, Schema.ADJUSTMENT).first(Schema.ADJUSTMENT).values());
    }

    private static SpaceReference space(DocumentReference challenge)
    {
        return new SpaceReference("Adjustments", challenge.getLastSpaceReference());
    }

    private Optional<DocumentReference> page(DocumentReference challenge, DocumentReference expert)
        throws CrowdsourcingException
    {
        return rows(challenge).stream().filter(row -> expert.equals(row.reference(EXPERT))).map(Row::page).findFirst();
    }

    /**
     * @param challenge the page of a challenge
     * @param expert the page of a profile
     * @param adjustment what the current user says of that expert
     * @throws CrowdsourcingException if it cannot be saved
     */
    void write(DocumentReference challenge, DocumentReference expert, Adjustment adjustment)
        throws CrowdsourcingException
    {
        Map<String, Object> values = new HashMap<>();
        values.put(EXPERT, this.reader.serialize(expert));
        values.put(POINTS, adjustment.points());
        values.put(EXCLUDED, adjustment.excluded() ? 1 : 0);
        values.put(REASON, adjustment.reason());
        values.put(DECIDED_BY, this.serializer.serialize(this.access.user()));
        values.put(DECIDED_ON, Times.now());
        DocumentReference page = page(challenge, expert).orElseGet(() -> new DocumentReference(
            PageNames.ofHash('a', this.reader.serialize(expert)), space(challenge)));
        if (!this.writer.createHidden(page, "", Schema.ADJUSTMENT, values)) {
            this.writer.update(page, Schema.ADJUSTMENT, values, "");
        }
    }

    /**
     * @param challenge the page of a challenge
     * @param expert the page of a profile of which nothing is said any more
     * @throws CrowdsourcingException if it cannot be saved
     */
    void delete(DocumentReference challenge, DocumentReference expert) throws CrowdsourcingException
    {
        Optional<DocumentReference> page = page(challenge, expert);
        if (page.isPresent() && this.pages.exists(page.get())) {
            this.writer.delete(page.get());
        }
    }
}

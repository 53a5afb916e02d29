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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.publication.RoadmapVersion;
import org.xwiki.contrib.crowdsourcing.publication.Withdrawal;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where published versions are stored: each on a hidden page {@code V<n>} beside the page of its roadmap.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = VersionStore.class)
@Singleton
public class VersionStore
{
    static final String CONTENT = "content";

    private static final Pattern NAME = Pattern.compile("V[1-9]\\d{0,3}");

    private static final String NUMBER = "number";

    private static final String PUBLISHED_ON = "publishedOn";

    private static final String PUBLISHED_BY = "publishedBy";

    private static final String REASON = "reason";

    private static final int MOST = 100;

    @Inject
    private SnapshotWriter snapshots;

    @Inject
    private ReviewStore reviews;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    /**
     * @param page a page
     * @return {@code true} if its name is that of a version
     */
    static boolean isName(DocumentReference page)
    {
        return NAME.matcher(page.getName()).matches();
    }

    /**
     * Makes the page of the next version.
     *
     * @param roadmap a stored roadmap
     * @param recommendations its recommendations
     * @param on when it is published, as stored
     * @param reason why it is published over objections, maybe empty
     * @return the number of the version
     * @throws CrowdsourcingException if it cannot be saved
     */
    public int create(Row roadmap, List<Recommendation> recommendations, String on, String reason)
        throws CrowdsourcingException
    {
        ObjectNode file = this.snapshots.write(roadmap, recommendations);
        List<Review> said = this.reviews.reviews(roadmap);
        boolean created = false;
        int number = roadmap.number(Schema.VERSION);
        // A page that is there already was made when the publishing itself failed.
        for (int attempt = 0; !created && attempt < MOST; attempt++) {
            number++;
            DocumentReference page = new DocumentReference("V" + number, roadmap.page().getLastSpaceReference());
            this.snapshots.publish(file, number, on, reason, said);
            file.put(Fields.ADDRESS, this.snapshots.address(page));
            Map<String, Object> values = new HashMap<>();
            values.put(NUMBER, number);
            values.put(PUBLISHED_ON, on);
            values.put(PUBLISHED_BY, this.access.isGuest() ? "" : this.reader.serialize(this.access.user()));
            values.put(Fields.SCHEMA, Fields.SCHEMA_ID);
            values.put(REASON, reason);
            values.put(CONTENT, JsonFile.write(file));
            created = this.writer.createHidden(page, roadmap.title(), Schema.ROADMAP_VERSION, values);
        }
        return number;
    }

    /**
     * @param roadmap a stored roadmap
     * @return its versions, the latest first; also the last one of those that have no page
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<RoadmapVersion> versions(Row roadmap) throws CrowdsourcingException
    {
        List<RoadmapVersion> result = new ArrayList<>();
        int last = roadmap.number(Schema.VERSION);
        if (last > 0) {
            WikiReference wiki = roadmap.page().getWikiReference();
            Statement statement = this.reader.objects().add("and obj.className = :class and doc.space = :space"
                + " order by doc.fullName").bind("class", Schema.ROADMAP_VERSION.getClassName())
                .bind("space", this.reader.serialize(roadmap.page().getLastSpaceReference())).limit(MOST);
            this.reader.load(wiki, this.reader.find(wiki, statement),
                Set.of(NUMBER, PUBLISHED_ON, PUBLISHED_BY, REASON), Schema.ROADMAP_VERSION)
                .first(Schema.ROADMAP_VERSION).values().stream().filter(row -> row.number(NUMBER) <= last)
                .forEach(row -> result.add(version(row, roadmap)));
            if (result.stream().noneMatch(version -> version.number() == last)) {
                result.add(new RoadmapVersion(null, last, roadmap.instant(PUBLISHED_ON), null, "",
                    withdrawal(roadmap, last)));
            }
            result.sort((one, other) -> Integer.compare(other.number(), one.number()));
        }
        return result;
    }

    /**
     * @param page the page of a version
     * @return the stored version
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Row> find(DocumentReference page) throws CrowdsourcingException
    {
        return isName(page) ? this.pages.find(page, Schema.ROADMAP_VERSION) : Optional.empty();
    }

    /**
     * @param row a stored version
     * @param roadmap its roadmap, {@code null} if it is gone
     * @return the version
     */
    static RoadmapVersion version(Row row, Row roadmap)
    {
        return new RoadmapVersion(row.page(), row.number(NUMBER), row.instant(PUBLISHED_ON),
            row.reference(PUBLISHED_BY), row.text(REASON), withdrawal(roadmap, row.number(NUMBER)));
    }

    /**
     * @param roadmap a stored roadmap, maybe {@code null}
     * @param version the number of a version, 0 for the roadmap itself
     * @return why it was withdrawn, {@code null} if it was not
     */
    static Withdrawal withdrawal(Row roadmap, int version)
    {
        int last = roadmap == null ? 0 : roadmap.number("withdrawnVersion");
        return last > 0 && version <= last ? new Withdrawal(last, roadmap.text("withdrawReason"),
            roadmap.instant("withdrawnOn"), roadmap.reference("withdrawnBy")) : null;
    }
}

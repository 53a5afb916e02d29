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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.PlanCache;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Tells whether what reviewers read is still what the draft says. What became of steps is no part of it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = DraftReader.class)
@Singleton
public class DraftReader
{
    @Inject
    private PlanCache recommendations;

    @Inject
    private RowReader reader;

    /**
     * @param roadmap a stored roadmap
     * @return something that is another for another draft, whoever asks
     * @throws CrowdsourcingException if it cannot be read
     */
    String getDigest(Row roadmap) throws CrowdsourcingException
    {
        List<Recommendation> rows = this.recommendations.recommendationsOf(roadmap.page());
        ArrayNode said = new RecommendationWriter(Map.of(), step -> "").write(rows);
        said.forEach(node -> {
            ((ObjectNode) node).remove(Fields.FOLLOW_UP);
            node.path(Fields.STEPS).forEach(step -> ((ObjectNode) step).remove(Fields.FOLLOW_UP));
        });
        said.add(roadmap.title()).add(roadmap.text(Fields.SUMMARY)).add(roadmap.text(Fields.STARTS_ON))
            .add(roadmap.text(Fields.CURRENCY));
        for (Recommendation row : rows) {
            said.add(row.sources().toString()).add(row.steps().stream().map(Step::sources).toList().toString());
        }
        return hash(said.toString());
    }

    private static String hash(String text)
    {
        try {
            return HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has it", e);
        }
    }

    /**
     * @param roadmap the stored roadmap
     * @param since a moment
     * @return when it was changed last after that, {@code null} if no page tells: one was deleted
     * @throws CrowdsourcingException if it cannot be read
     */
    Instant getChange(Row roadmap, Instant since) throws CrowdsourcingException
    {
        Statement statement = this.reader.below(new Statement("select doc.fullName, doc.date from XWikiDocument doc,"
            + " BaseObject obj where obj.name = doc.fullName and doc.translation = 0 and obj.className in (:classes)"),
            roadmap.page().getLastSpaceReference())
            .bind("classes", List.of(Schema.ROADMAP.getClassName(), Schema.RECOMMENDATION.getClassName()))
            .add("order by doc.date desc").limit(2);
        String itself = this.reader.serialize(roadmap.page());
        Instant result = null;
        for (Object[] row : this.reader.<Object[]>list(roadmap.page().getWikiReference(), statement)) {
            Instant on = ((Date) row[1]).toInstant();
            // The page of the roadmap is also saved when somebody else is asked for a review.
            if (since != null && on.isAfter(since) && (result == null || !itself.equals(row[0]))) {
                result = on;
            }
        }
        return result;
    }
}

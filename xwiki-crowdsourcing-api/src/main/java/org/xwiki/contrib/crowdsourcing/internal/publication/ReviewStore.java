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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.publication.Review;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where reviews are stored: whom a roadmap asks on its page, what each answers on a hidden page of its own.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ReviewStore.class)
@Singleton
public class ReviewStore
{
    /** The space of the answers, below that of the roadmap. */
    static final String SPACE = "Reviews";

    static final String REVIEWERS = "reviewers";

    static final String ROUND = "round";

    static final String REVIEW_ROUND = "reviewRound";

    private static final String REVIEWER = "reviewer";

    private static final String ANSWER = "answer";

    private static final String TEXT = "text";

    private static final String ANSWERED_ON = "answeredOn";

    private static final String DRAFT = "draft";

    private static final int MOST = 500;

    @Inject
    private RowReader reader;

    @Inject
    private PageWriter writer;

    @Inject
    private DraftReader drafts;

    /**
     * @param roadmap a stored roadmap
     * @return the reviews of its next version: of those who are asked, and of those who object still
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<Review> reviews(Row roadmap) throws CrowdsourcingException
    {
        int round = roadmap.number(Schema.VERSION) + 1;
        if (roadmap.number(REVIEW_ROUND) != round) {
            return List.of();
        }
        Map<String, Row> answers = answers(roadmap.page(), round);
        // Answers of older versions do not say what they are about.
        String draft = answers.values().stream().allMatch(row -> row.text(DRAFT).isEmpty()) ? ""
            : this.drafts.getDigest(roadmap);
        List<Review> result = new ArrayList<>();
        for (String reviewer : reviewers(roadmap)) {
            Row row = answers.remove(reviewer);
            DocumentReference user = this.reader.resolve(reviewer, roadmap.page().getWikiReference());
            result.add(row == null ? new Review(user, true, null, "", null) : review(user, true, row, roadmap, draft));
        }
        for (Map.Entry<String, Row> other : answers.entrySet()) {
            if (other.getValue().option(ReviewAnswer.class, ANSWER) == ReviewAnswer.OBJECT) {
                result.add(review(this.reader.resolve(other.getKey(), roadmap.page().getWikiReference()), false,
                    other.getValue(), roadmap, draft));
            }
        }
        return result;
    }

    private Review review(DocumentReference user, boolean asked, Row row, Row roadmap, String draft)
        throws CrowdsourcingException
    {
        boolean outdated = !row.text(DRAFT).isEmpty() && !row.text(DRAFT).equals(draft);
        return new Review(user, asked, row.option(ReviewAnswer.class, ANSWER), row.text(TEXT),
            row.instant(ANSWERED_ON), outdated,
            outdated ? this.drafts.getChange(roadmap, row.instant(ANSWERED_ON)) : null);
    }

    /**
     * @param roadmap a stored roadmap
     * @return the users whom it asks, as they are stored
     */
    static List<String> reviewers(Row roadmap)
    {
        return split(roadmap.text(REVIEWERS));
    }

    /**
     * @param typed users, one in a line or by commas
     * @return each of them once
     */
    static List<String> split(String typed)
    {
        return Arrays.stream(typed.split("[,\n|]")).map(String::strip).filter(user -> !user.isEmpty()).distinct()
            .toList();
    }

    private Map<String, Row> answers(DocumentReference roadmap, int round) throws CrowdsourcingException
    {
        WikiReference wiki = roadmap.getWikiReference();
        Statement statement = this.reader.objects().add("and obj.className = :class and doc.space = :space"
            + " order by doc.fullName").bind("class", Schema.ROADMAP_REVIEW.getClassName())
            .bind("space", this.reader.serialize(space(roadmap))).limit(MOST);
        Map<String, Row> result = new LinkedHashMap<>();
        this.reader.load(wiki, this.reader.find(wiki, statement), Schema.ROADMAP_REVIEW).first(Schema.ROADMAP_REVIEW)
            .values().stream().filter(row -> row.number(ROUND) == round)
            .forEach(row -> result.put(row.text(REVIEWER), row));
        return result;
    }

    private static SpaceReference space(DocumentReference roadmap)
    {
        return new SpaceReference(SPACE, roadmap.getLastSpaceReference());
    }

    /**
     * @param roadmap a stored roadmap
     * @param reviewer the user, as stored
     * @param round the number of the version that is reviewed
     * @param answer the answer
     * @param text what is said about it
     * @throws CrowdsourcingException if it cannot be saved
     */
    void save(Row roadmap, String reviewer, int round, ReviewAnswer answer, String text)
        throws CrowdsourcingException
    {
        DocumentReference page = new DocumentReference(PageNames.ofHash('r', reviewer), space(roadmap.page()));
        Map<String, Object> values = Map.of(REVIEWER, reviewer, ANSWER, answer.getId(), TEXT, text, ANSWERED_ON,
            Times.now(), ROUND, round, DRAFT, this.drafts.getDigest(roadmap));
        if (!this.writer.createHidden(page, page.getName(), Schema.ROADMAP_REVIEW, values)) {
            this.writer.update(page, Schema.ROADMAP_REVIEW, values, "");
        }
    }
}

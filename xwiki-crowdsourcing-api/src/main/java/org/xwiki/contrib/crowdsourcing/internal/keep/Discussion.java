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
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.QuotationBlock;
import org.xwiki.rendering.block.QuotationLineBlock;

/**
 * The contributions of a dialogue or a brief as text, as everybody who may view it sees them.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Discussion.class)
@Singleton
public class Discussion
{
    private static final String COMMA = ", ";

    private static final String SPEAKER = "speaker";

    @Inject
    private ContributionStore store;

    @Inject
    private RoadmapStore roadmaps;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private Visibility visibility;

    @Inject
    private SafeText safe;

    @Inject
    private Wording wording;

    /**
     * A piece of a discussion.
     *
     * @param text its text
     * @param count how many contributions it tells of
     * @param next where the next piece begins, {@code null} if there is none
     * @version $Id$
     * @since 1.0
     */
    public record Piece(String text, int count, String next)
    {
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @param cursor where the piece begins, {@code null} for the first one
     * @return the piece
     * @throws CrowdsourcingException if it fails
     */
    public Piece read(DocumentReference thread, String cursor) throws CrowdsourcingException
    {
        ContributionStore.Slice slice =
            this.store.slice(new ThreadQuery(thread, new PageRequest(cursor, PageRequest.MAXIMUM)));
        List<Row> rows = shown(slice.rows());
        Map<DocumentReference, List<Usage>> usages =
            this.roadmaps.usedIn(rows.stream().map(Row::page).toList());
        Set<DocumentReference> named = this.visibility.shown(thread, usages.values().stream()
            .flatMap(Collection::stream).filter(usage -> usage.state() == RecommendationState.PUBLISHED)
            .map(Usage::recommendation).toList());
        Draft draft = new Draft(this.safe);
        if (cursor == null && !rows.isEmpty()) {
            draft.heading(this.wording.text(this.pages.find(thread, Schema.DIALOGUE).isPresent()
                ? "crowdsourcing.thread.title" : "crowdsourcing.thread.comments"));
        }
        for (Row row : rows) {
            write(row, draft);
            List<Block> uses = new ArrayList<>();
            usages.getOrDefault(row.page(), List.of()).stream().filter(usage -> named.contains(usage.recommendation()))
                .forEach(usage -> uses.addAll(this.wording.line(uses.isEmpty() ? "" : COMMA,
                    this.wording.link(usage.recommendation(), usage.title()))));
            if (!uses.isEmpty()) {
                draft.paragraph(this.wording.line(this.wording.text("crowdsourcing.contribution.usedIn") + ' ', uses));
            }
        }
        return new Piece(draft.toString(), rows.size(), slice.next());
    }

    private List<Row> shown(List<Row> rows) throws CrowdsourcingException
    {
        if (rows.isEmpty()) {
            return rows;
        }
        // A contribution with rights of its own may be for fewer people than the discussion.
        Set<String> restricted = this.visibility.withRights(rows.get(0).page().getWikiReference(),
            rows.stream().map(row -> this.reader.serialize(row.page())).toList());
        return rows.stream().filter(row -> {
            ContributionState state = ContributionView.state(row);
            // Nobody else may view the page of what is hidden, but all are told that it is there.
            return state == ContributionState.HIDDEN || state == ContributionState.PUBLISHED
                && !restricted.contains(this.reader.serialize(row.page()));
        }).toList();
    }

    private void write(Row row, Draft draft)
    {
        boolean hidden = ContributionView.state(row) == ContributionState.HIDDEN;
        List<Block> head = hidden ? hiding(row) : head(row);
        if (!row.text("replyTo").isBlank()) {
            head = this.wording.line("\u21b3 ", head);
        }
        ParagraphBlock paragraph = new ParagraphBlock(head);
        if (ContributionKeys.isName(row.page().getName())) {
            paragraph.setParameter("id", row.page().getName());
        }
        draft.add(List.of(paragraph));
        if (!hidden) {
            quotation(row.text("passage"), draft);
            draft.typed(row.text("text"));
            decision(row, draft);
        }
    }

    private List<Block> head(Row row)
    {
        List<Block> author = this.wording.user(row.reference("author"));
        if (author.isEmpty()) {
            author = this.wording.line(this.wording.text("crowdsourcing.somebody"));
        }
        String speaker = row.text(SPEAKER);
        Object who = speaker.isBlank() ? author
            : this.wording.line(speaker, " (" + this.wording.text("crowdsourcing.contribution.capturedBy") + ' ',
                author, ")");
        int version = row.number("briefVersion");
        return this.wording.line(
            this.wording.strong(this.wording.option(Schema.CONTRIBUTION, "kind", ContributionStore.kind(row).getId())),
            COMMA, who, COMMA + this.wording.instant(ContributionKeys.time(row.page().getName())),
            version > 0 ? COMMA + this.wording.text("crowdsourcing.contribution.briefVersion", version) : "");
    }

    private List<Block> hiding(Row row)
    {
        String reason = this.wording.option(row, Schema.CONTRIBUTION, "hiddenReasonKind");
        return this.wording.line('(' + this.wording.text("crowdsourcing.contribution.hidden")
            + (reason.isEmpty() ? "" : ": " + reason) + ')');
    }

    private void quotation(String passage, Draft draft)
    {
        List<Block> lines = new ArrayList<>();
        passage.lines().filter(line -> !line.isBlank())
            .forEach(line -> lines.add(new QuotationLineBlock(this.safe.words(line))));
        if (!lines.isEmpty()) {
            draft.add(List.of(new QuotationBlock(lines)));
        }
    }

    private void decision(Row row, Draft draft)
    {
        String outcome = this.wording.option(row, Schema.CONTRIBUTION, "decision");
        if (!outcome.isEmpty()) {
            String kind = this.wording.option(row, Schema.CONTRIBUTION, "reasonKind");
            List<Block> by = this.wording.user(row.reference("decidedBy"));
            String on = this.wording.instant(row.instant("decidedOn"));
            String decider = row.text("decider");
            draft.paragraph(this.wording.line(
                this.wording.strong(this.wording.text("crowdsourcing.decision.title") + ' ' + outcome),
                kind.isEmpty() ? "" : COMMA + kind, decider.isEmpty() ? "" : COMMA,
                decider.isEmpty() ? "" : this.safe.words(decider), by.isEmpty() ? "" : COMMA, by,
                on.isEmpty() ? "" : COMMA + on));
            draft.plain(row.text("reason"));
        }
    }
}

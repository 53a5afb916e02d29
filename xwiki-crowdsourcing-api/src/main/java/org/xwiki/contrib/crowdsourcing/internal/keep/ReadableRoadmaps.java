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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.Block;

/**
 * Tells what the pages of roadmaps and of their recommendations show.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ReadableRoadmaps.class)
@Singleton
@SuppressWarnings("checkstyle:MultipleStringLiterals")
public class ReadableRoadmaps extends AbstractReadable
{
    @Inject
    private RoadmapStore roadmaps;

    @Inject
    private ContributionStore contributions;

    /**
     * @param row a stored roadmap
     * @param draft what is written
     * @throws CrowdsourcingException if it fails
     */
    void roadmap(Row row, Draft draft) throws CrowdsourcingException
    {
        draft.list(List.of(option(row, Schema.ROADMAP, STATE), this.wording.line(row.number(Schema.VERSION) > 0
            ? t("crowdsourcing.roadmap.version", row.number(Schema.VERSION))
                + after(COMMA, this.wording.instant(row.instant("publishedOn"))) : "")));
        draft.typed(row.text("summary"));
        links(row, "crowdsourcing.recommendations.title", this.roadmaps.recommendationsOf(row.page()).stream()
            .filter(item -> item.state() == RecommendationState.PUBLISHED)
            .map(item -> new Linked(item.reference(), item.title(), summary(item))).toList(), draft);
    }

    private String summary(Recommendation item)
    {
        List<String> parts = new ArrayList<>();
        parts.add(after(this.wording.label(Schema.RECOMMENDATION, "priority") + ": ",
            this.wording.number(item.priority())));
        parts.add(item.costBand() == null ? ""
            : this.wording.option(Schema.RECOMMENDATION, "costBand", item.costBand().getId()) + " USD");
        parts.add(after(t("crowdsourcing.recommendation.months") + ": ",
            this.wording.months(item.aggressive(), item.conservative())));
        parts.add(item.followUp() == null ? ""
            : this.wording.option(Schema.RECOMMENDATION, "followup", item.followUp().getId()));
        return String.join(DOT, parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    /**
     * @param row a stored recommendation
     * @param draft what is written
     * @throws CrowdsourcingException if it fails
     */
    void recommendation(Row row, Draft draft) throws CrowdsourcingException
    {
        Recommendation item = this.roadmaps.load(row);
        Optional<Row> roadmap = this.pages.nearest(row.page(), Schema.ROADMAP);
        boolean shown =
            roadmap.isPresent() && !this.visibility.shown(row.page(), List.of(roadmap.get().page())).isEmpty();
        draft.list(List.of(option(row, Schema.RECOMMENDATION, STATE),
            shown ? this.wording.fact(t("crowdsourcing.roadmap.title"),
                this.wording.link(roadmap.get().page(), roadmap.get().title())) : List.of(),
            fact(Schema.RECOMMENDATION, "priority", this.wording.number(item.priority())),
            option(row, Schema.RECOMMENDATION, "costBand"), fact(Schema.RECOMMENDATION, "cost", item.cost()),
            fact(Schema.RECOMMENDATION, "offset", item.offset()),
            this.wording.fact(t("crowdsourcing.recommendation.months"),
                this.wording.months(item.aggressive(), item.conservative())),
            fact(Schema.RECOMMENDATION, "followup", this.wording.option(row, Schema.RECOMMENDATION, "followup"),
                after(DOT, item.followUpReason()))));
        for (RecommendationSection section : RecommendationSection.values()) {
            section(Schema.RECOMMENDATION, section.getProperty(), row, draft);
        }
        steps(row, item, shown ? roadmap.get().page() : null, draft);
        List<List<Block>> sources = sources(row, item.sources());
        if (item.deskResearch()) {
            String label = this.wording.label(Schema.RECOMMENDATION, "deskResearch");
            sources.add(this.wording.line(this.wording.strong(label), after(DOT, item.deskReference())));
        }
        if (!sources.isEmpty()) {
            draft.heading(this.wording.label(Schema.RECOMMENDATION, Schema.SOURCES)).list(sources);
        }
        if (!item.contacts().isBlank()) {
            draft.heading(this.wording.label(Schema.RECOMMENDATION, "contacts")).plain(item.contacts());
        }
    }

    private void steps(Row row, Recommendation item, DocumentReference roadmap, Draft draft)
        throws CrowdsourcingException
    {
        if (!item.steps().isEmpty()) {
            draft.heading(t("crowdsourcing.steps.title"));
        }
        Map<String, String> titles = titlesOfSteps(item, roadmap);
        for (Step step : item.steps()) {
            draft.subheading(step.title().isBlank() ? t("crowdsourcing.untitled") : step.title());
            List<List<Block>> lines = new ArrayList<>(new StepWording(this.wording).lines(step, titles));
            sources(row, step.sources()).forEach(source -> lines.add(fact(Schema.STEP, Schema.SOURCES, source)));
            draft.list(lines);
        }
    }

    private Map<String, String> titlesOfSteps(Recommendation item, DocumentReference roadmap)
        throws CrowdsourcingException
    {
        Map<String, String> result = new HashMap<>();
        if (roadmap != null) {
            List<Recommendation> others = this.roadmaps.recommendationsOf(roadmap).stream()
                .filter(other -> other.state() == RecommendationState.PUBLISHED).toList();
            Collection<DocumentReference> shown = this.visibility.shown(item.reference(),
                others.stream().map(Recommendation::reference).toList());
            others.stream().filter(other -> shown.contains(other.reference()))
                .forEach(other -> other.steps().forEach(step -> result.put(step.uid(), step.title())));
        }
        item.steps().forEach(step -> result.put(step.uid(), step.title()));
        return result;
    }

    private List<List<Block>> sources(Row row, List<DocumentReference> sources) throws CrowdsourcingException
    {
        Set<DocumentReference> shown = this.visibility.shown(row.page(), sources);
        Map<DocumentReference, Row> rows = this.contributions.load(shown);
        List<List<Block>> result = new ArrayList<>();
        for (Map.Entry<DocumentReference, Row> source : rows.entrySet()) {
            DocumentReference thread = ContributionStore.thread(source.getKey());
            result.add(this.wording.line(
                this.wording.option(Schema.CONTRIBUTION, "kind", ContributionStore.kind(source.getValue()).getId()),
                COMMA, source.getValue().text("speaker").isBlank()
                    ? this.wording.user(source.getValue().reference("author")) : source.getValue().text("speaker"),
                COMMA, this.wording.link(thread, source.getKey().getName(), this.pages.title(thread))));
        }
        for (DocumentReference page : shown) {
            if (!rows.containsKey(page) && this.pages.find(page, Schema.BRIEF).isPresent()) {
                result.add(this.wording.link(page, this.pages.title(page)));
            }
        }
        return result;
    }
}

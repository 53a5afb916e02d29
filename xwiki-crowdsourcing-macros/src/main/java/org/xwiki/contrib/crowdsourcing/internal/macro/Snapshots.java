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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.macro.CostsBy;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.publication.Snapshot;
import org.xwiki.contrib.crowdsourcing.roadmap.Citation;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.model.reference.DocumentReference;

/**
 * Shows a whole roadmap of one moment: a published version at its address, or all of it to be printed. Sources are
 * numbered throughout, whichever part is shown.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Snapshots.class)
@Singleton
public class Snapshots
{
    /** How many recommendations a page shows. */
    private static final int SHOWN = 10;

    /** How many recommendations are printed at a time. */
    private static final int PRINTED = 200;

    /** How many rows of a timeline a page shows. */
    private static final int ROWS = 36;

    /** How many rows of a timeline can be read on a sheet of paper. */
    private static final int SHEET = 20;

    private static final String VIEW = FormProcessor.VIEW;

    private static final String TIMELINE = "timeline";

    private static final String COSTS = "costs";

    private static final String SHOW = "show";

    private static final String QUERY = "query";

    @Inject
    private Plans plans;

    @Inject
    private Publications publications;

    @Inject
    private Toolkit toolkit;

    /**
     * A source with its number.
     *
     * @param number the number
     * @param citation what was said, {@code null} for desk research
     * @param desk what was read
     */
    public record Note(int number, Citation citation, String desk)
    {
    }

    /**
     * A recommendation with its number.
     *
     * @param number the number
     * @param recommendation the recommendation
     * @param steps its steps in time
     * @param notes the numbers of its sources
     * @param stepNotes the numbers of the sources of its steps, by the number of the step
     */
    public record Chapter(int number, Recommendation recommendation, List<PlannedStep> steps, List<Note> notes,
        Map<Integer, List<Note>> stepNotes)
    {
    }

    /** Links steps within the page, or to the part of it that has them. */
    private static final class SnapshotPlanTool extends PlanTool
    {
        private final Map<DocumentReference, Integer> chapters = new HashMap<>();

        private final DocumentReference page;

        private final Toolkit toolkit;

        private final int size;

        private final int from;

        SnapshotPlanTool(Toolkit toolkit, Snapshot snapshot, DocumentReference page, int from, int size)
        {
            super(toolkit);
            this.toolkit = toolkit;
            this.page = page;
            this.from = from;
            this.size = size;
            snapshot.recommendations().forEach(row -> this.chapters.put(row.reference(), this.chapters.size()));
        }

        @Override
        protected String address(Recommendation recommendation, Step step)
        {
            int part = this.chapters.getOrDefault(recommendation.reference(), 0) / this.size * this.size;
            return part == this.from ? '#' + anchor(step)
                : this.toolkit.getURL(this.page, Queries.CURSOR + '=' + part, anchor(step));
        }
    }

    /**
     * @param snapshot a roadmap of one moment
     * @return what the page of a version shows
     */
    public Map<String, Object> getData(Snapshot snapshot)
    {
        DocumentReference page = snapshot.roadmap().reference();
        Queries query = new Queries(this.toolkit, page);
        int from = from(query, snapshot, SHOWN);
        Map<String, Object> data = getData(snapshot, from, SHOWN);
        String view = String.valueOf(query.get(VIEW));
        data.put("view", view);
        data.put(QUERY, query);
        if (TIMELINE.equals(view) || COSTS.equals(view)) {
            Map<String, Object> part = TIMELINE.equals(view) ? this.plans.getTimeline(snapshot.plan(), ROWS)
                : this.plans.getCosts(snapshot.plan(), CostsBy.CURRENCY);
            // In these views no step is on the page itself.
            part.put(SHOW, new SnapshotPlanTool(this.toolkit, snapshot, page, -1, SHOWN));
            data.put("part", part);
            data.put("template", "plan-" + view);
        }
        return data;
    }

    /**
     * @param snapshot a roadmap of one moment
     * @return what is printed
     */
    public Map<String, Object> getPrint(Snapshot snapshot)
    {
        DocumentReference page = snapshot.roadmap().reference();
        Queries query = new Queries(this.toolkit, page).with(VIEW, "print");
        int from = from(query, snapshot, PRINTED);
        Map<String, Object> data = getData(snapshot, from, PRINTED);
        data.put(QUERY, query);
        List<Timeline.Item> items = Timeline.items(snapshot.plan());
        List<Map<String, Object>> timelines = new ArrayList<>();
        for (int i = 0; i < items.size(); i += SHEET) {
            Map<String, Object> part = new HashMap<>();
            part.put("plan", snapshot.plan());
            part.put("suffix", i == 0 ? "" : "-" + i);
            part.put(TIMELINE, Timeline.of(snapshot.plan(), items.subList(i, Math.min(items.size(), i + SHEET)),
                this.toolkit));
            part.put("groups", List.of(new PlanGroup("", List.of())));
            part.put(QUERY, query);
            part.put(SHOW, data.get(SHOW));
            timelines.add(part);
        }
        data.put("timelines", timelines);
        data.put(COSTS, this.plans.getCosts(snapshot.plan(), CostsBy.CURRENCY));
        return data;
    }

    private static int from(Queries query, Snapshot snapshot, int size)
    {
        String cursor = query.get(Queries.CURSOR);
        int from = cursor != null && cursor.matches("\\d{1,6}") ? Integer.parseInt(cursor) / size * size : 0;
        return from < snapshot.recommendations().size() ? from : 0;
    }

    private Map<String, Object> getData(Snapshot snapshot, int from, int size)
    {
        List<Chapter> chapters = chapters(snapshot);
        int to = Math.min(chapters.size(), from + size);
        List<Chapter> shown = chapters.subList(from, to);
        Map<String, Object> data = new HashMap<>();
        data.put("snapshot", snapshot);
        data.put("chapters", chapters);
        data.put("shown", shown);
        List<Note> notes = new ArrayList<>();
        shown.forEach(chapter -> {
            notes.addAll(chapter.notes());
            chapter.steps().forEach(planned -> notes.addAll(chapter.stepNotes().get(planned.step().number())));
        });
        data.put("notes", notes);
        data.put("sections", RecommendationSection.values());
        data.put(SHOW, new SnapshotPlanTool(this.toolkit, snapshot, snapshot.roadmap().reference(), from, size));
        data.put("total", chapters.size());
        data.put("first", chapters.isEmpty() ? 0 : from + 1);
        data.put("last", to);
        data.put("next", to < chapters.size() ? String.valueOf(to) : "");
        data.put("before", from > 0 ? String.valueOf(Math.max(0, from - size)) : "");
        data.put("size", size);
        data.put("fileURL", this.publications.getFileURL(snapshot.roadmap().reference(), ""));
        return data;
    }

    private static List<Chapter> chapters(Snapshot snapshot)
    {
        Map<DocumentReference, List<PlannedStep>> steps = new HashMap<>();
        snapshot.plan().steps().forEach(planned -> steps
            .computeIfAbsent(planned.recommendation().reference(), key -> new ArrayList<>()).add(planned));
        List<Chapter> result = new ArrayList<>();
        int number = 0;
        for (Recommendation row : snapshot.recommendations()) {
            List<Note> notes = notes(row.citations(), row.deskResearch(), row.deskReference(), number);
            number += notes.size();
            Map<Integer, List<Note>> stepNotes = new LinkedHashMap<>();
            for (Step step : row.steps()) {
                List<Note> own = notes(step.citations(), step.deskResearch(), step.deskReference(), number);
                number += own.size();
                stepNotes.put(step.number(), own);
            }
            result.add(new Chapter(result.size() + 1, row, steps.getOrDefault(row.reference(), List.of()), notes,
                stepNotes));
        }
        return result;
    }

    private static List<Note> notes(List<Citation> citations, boolean desk, String reference, int before)
    {
        List<Note> result = new ArrayList<>();
        citations.forEach(citation -> result.add(new Note(before + result.size() + 1, citation, "")));
        if (desk && !reference.isBlank()) {
            result.add(new Note(before + result.size() + 1, null, reference));
        }
        return result;
    }
}

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
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.macro.SourcesDepth;
import org.xwiki.contrib.crowdsourcing.macro.SourcesMacroParameters;
import org.xwiki.contrib.crowdsourcing.roadmap.Citation;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Lists everything behind a recommendation or a roadmap: what was said, by whom, where, about which version of the
 * brief.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("sources")
@Singleton
public class SourcesMacro extends AbstractCrowdsourcingMacro<SourcesMacroParameters>
{
    private static final int MOST = 200;

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Sources sources;

    /**
     * Default constructor.
     */
    public SourcesMacro()
    {
        super("Sources", "Lists everything behind a recommendation or a roadmap: contributions, sessions, experts, "
            + "versions of briefs.", SourcesMacroParameters.class);
    }

    /**
     * Where a source is used.
     *
     * @param recommendation the page of a recommendation
     * @param title its title, plain text
     * @param step the title of the step, plain text; {@code null} for the recommendation itself
     * @param anchor the anchor of the step
     */
    public record Place(DocumentReference recommendation, String title, String step, String anchor)
    {
    }

    /**
     * Everything behind something, with where it is used.
     *
     * @param sources pages of this wiki
     * @param citations what was said in another wiki
     * @param desk what was read
     */
    private record Behind(Map<DocumentReference, List<Place>> sources, Map<Citation, List<Place>> citations,
        List<Map<String, Object>> desk)
    {
        void add(List<DocumentReference> cited, List<Citation> elsewhere, Place place)
        {
            cited.forEach(source -> this.sources.computeIfAbsent(source, key -> new ArrayList<>()).add(place));
            elsewhere.forEach(source -> this.citations.computeIfAbsent(source, key -> new ArrayList<>()).add(place));
        }

        void add(String read, Place place)
        {
            if (!read.isBlank()) {
                this.desk.add(Map.of("text", read, "place", place));
            }
        }
    }

    @Override
    protected View view(SourcesMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = resolve(parameters.getReference());
        Optional<Recommendation> found = this.roadmaps.getRecommendation(reference);
        Optional<Roadmap> roadmap = found.isPresent() ? Optional.empty() : this.roadmaps.roadmapOf(reference);
        if (found.isEmpty() && roadmap.isEmpty()) {
            return message("crowdsourcing.sources.none");
        }
        List<Recommendation> recommendations = found.isPresent() ? List.of(found.get())
            : this.roadmaps.getRecommendations(roadmap.get().reference(), PageRequest.first(PageRequest.MAXIMUM))
                .rows();
        Behind behind = new Behind(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        recommendations.forEach(one -> collect(one, parameters.getDepth(), behind));
        return new View("sources", show(behind, found.isPresent(), parameters.getLimit()), null);
    }

    private static void collect(Recommendation one, SourcesDepth depth, Behind behind)
    {
        if (depth != SourcesDepth.STEPS) {
            Place place = new Place(one.reference(), one.title(), null, null);
            behind.add(one.sources(), one.citations(), place);
            behind.add(one.deskResearch() ? one.deskReference() : "", place);
        }
        if (depth != SourcesDepth.RECOMMENDATION) {
            for (Step step : one.steps()) {
                Place place = new Place(one.reference(), one.title(), step.title(), "cs-step-" + step.number());
                behind.add(step.sources(), step.citations(), place);
                behind.add(step.deskResearch() ? step.deskReference() : "", place);
            }
        }
    }

    private Map<String, Object> show(Behind behind, boolean one, int limit) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        query.with(FormProcessor.VIEW, query.get(FormProcessor.VIEW));
        List<DocumentReference> here = List.copyOf(behind.sources().keySet());
        List<Citation> elsewhere = List.copyOf(behind.citations().keySet());
        int total = here.size() + elsewhere.size();
        String cursor = query.get(Queries.CURSOR);
        int asked = cursor != null && cursor.matches("\\d{1,6}") ? Integer.parseInt(cursor) : 0;
        int from = asked < total ? asked : 0;
        int length = Math.max(1, Math.min(limit, MOST));
        int to = Math.min(total, from + length);
        Map<String, Object> data = new HashMap<>();
        data.put("origins", List.copyOf(this.sources.getOrigins(part(here, from, to)).values()));
        data.put("places", behind.sources());
        data.put("citations", part(elsewhere, from - here.size(), to - here.size()));
        data.put("citedIn", behind.citations());
        data.put("desk", behind.desk());
        data.put("one", one);
        data.put("query", query);
        data.put("total", total);
        data.put("first", total == 0 ? 0 : from + 1);
        data.put("last", to);
        data.put("next", to < total ? String.valueOf(to) : "");
        data.put("before", from > 0 ? String.valueOf(Math.max(0, from - length)) : "");
        return data;
    }

    private static <T> List<T> part(List<T> list, int from, int to)
    {
        int end = Math.max(0, Math.min(to, list.size()));
        return list.subList(Math.max(0, Math.min(from, end)), end);
    }
}

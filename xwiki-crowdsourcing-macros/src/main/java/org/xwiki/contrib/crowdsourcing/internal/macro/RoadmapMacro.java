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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.RoadmapView;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the recommendations of a roadmap as a table and on a timeline.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("roadmap")
@Singleton
public class RoadmapMacro extends AbstractCrowdsourcingMacro<RoadmapMacroParameters>
{
    private static final String ROADMAP = "roadmap";

    @Inject
    private RoadmapManager roadmaps;

    /**
     * Default constructor.
     */
    public RoadmapMacro()
    {
        super("Roadmap",
            "Shows the recommendations of a roadmap as a table and on a timeline.",
            RoadmapMacroParameters.class);
    }

    @Override
    protected View view(RoadmapMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Roadmap> found = this.roadmaps.roadmapOf(resolve(parameters.getReference()));
        if (found.isEmpty()) {
            return message("crowdsourcing.roadmap.none");
        }
        DocumentReference reference = found.get().reference();
        FormState form = process(readOnly, Map.of("publishRoadmap", sent -> publish(reference),
            "withdrawRoadmap", sent -> withdraw(reference), "createRecommendation",
            sent -> this.toolkit.getEditURL(this.roadmaps.createRecommendation(reference, sent.get("title")))),
            reference::equals);
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        Page<Recommendation> page = this.roadmaps.getRecommendations(reference,
            new PageRequest(query.get(Queries.CURSOR), PageRequest.MAXIMUM));
        boolean canPublish = !readOnly && this.roadmaps.canPublish(reference);
        Map<String, Object> data = new HashMap<>();
        data.put(ROADMAP, found.get());
        data.put("page", page);
        data.put("query", query);
        data.put("table", parameters.getView() != RoadmapView.TIMELINE);
        data.put("timeline", parameters.getView() == RoadmapView.TABLE ? null : Timeline.of(page.rows()));
        data.put("canPublish", canPublish);
        data.put("published", found.get().state() == RoadmapState.PUBLISHED);
        data.put("obstacles", canPublish && found.get().state() != RoadmapState.PUBLISHED
            ? this.roadmaps.getPublicationObstacles(reference).stream().map(this.toolkit::message).toList()
            : List.of());
        data.put("canCreate", !readOnly && this.roadmaps.canCreateRecommendation(reference));
        return new View(ROADMAP, data, form);
    }

    private String publish(DocumentReference reference) throws CrowdsourcingException
    {
        this.roadmaps.publish(reference);
        return this.toolkit.getURL(reference, null, null);
    }

    private String withdraw(DocumentReference reference) throws CrowdsourcingException
    {
        this.roadmaps.withdraw(reference);
        return this.toolkit.getURL(reference, null, null);
    }
}

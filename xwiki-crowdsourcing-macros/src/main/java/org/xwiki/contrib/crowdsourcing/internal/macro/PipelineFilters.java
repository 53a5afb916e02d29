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
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertOptions;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the form that narrows a pipeline offers.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PipelineFilters.class)
@Singleton
public class PipelineFilters
{
    @Inject
    private ExpertManager experts;

    @Inject
    private ChallengeManager challenges;

    @Inject
    private ExpertOptions options;

    /**
     * @param page the page of an initiative or a dialogue
     * @param query what was chosen
     * @return what the form offers: the areas that the challenge needs apart from all others
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getOptions(DocumentReference page, PipelineQuery query) throws CrowdsourcingException
    {
        List<Area> areas = new ArrayList<>(this.experts.getAreas());
        List<DocumentReference> needed = this.challenges.challengeOf(page).map(Challenge::needs).orElse(List.of())
            .stream().map(Need::area).filter(Objects::nonNull).toList();
        Map<String, Object> data = new HashMap<>();
        data.put("needed", areas.stream().filter(area -> needed.contains(area.reference())).toList());
        data.put("areas", areas);
        data.put("countries", this.options.getCountries(query.country()));
        data.put("regions", Region.values());
        data.put("routes", EngagementRoute.values());
        data.put("states", EngagementState.values());
        return data;
    }
}

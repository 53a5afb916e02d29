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

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.Amounts;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.Prerequisites;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.StepRows;
import org.xwiki.contrib.crowdsourcing.roadmap.DurationUnit;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.StartUnit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks what no schema tells: whether the parts of a file fit each other, as the rules of pages will ask.
 *
 * @version $Id$
 * @since 1.0
 */
final class SnapshotChecker
{
    /** How many recommendations and steps a roadmap may have. */
    private static final int OBJECTS = 5000;

    private static final String SLASH = "/";

    private static final String REASON_REQUIRED = "crowdsourcing.error.followUpReasonRequired";

    private final Inputs inputs;

    private final Map<String, String> places = new HashMap<>();

    private final Map<String, String> titles = new HashMap<>();

    private final Map<String, Set<String>> needed = new LinkedHashMap<>();

    /**
     * @param inputs where problems are collected
     */
    SnapshotChecker(Inputs inputs)
    {
        this.inputs = inputs;
    }

    /**
     * @param file a whole file that follows the schema
     */
    void check(JsonNode file)
    {
        JsonNode roadmap = file.path(Fields.ROADMAP);
        String currency = roadmap.path(Fields.CURRENCY).asText();
        this.inputs.add(Amounts.checkCurrency(currency, "/roadmap/currency"));
        JsonNode recommendations = file.path(Fields.RECOMMENDATIONS);
        int objects = recommendations.size();
        for (int i = 0; i < recommendations.size(); i++) {
            String path = "/recommendations/" + i;
            JsonNode recommendation = recommendations.get(i);
            objects += recommendation.path(Fields.STEPS).size();
            checkFollowUp(recommendation, Fields.REASON, path);
            JsonNode steps = recommendation.path(Fields.STEPS);
            for (int j = 0; j < steps.size(); j++) {
                checkStep(steps.get(j), currency, path + "/steps/" + j);
            }
        }
        if (objects > OBJECTS) {
            add("/recommendations", "objects", OBJECTS);
        }
        checkPrerequisites(recommendations);
    }

    private void add(String path, String key, Object... parameters)
    {
        this.inputs.add(new FieldError(path, "crowdsourcing.exchange.error." + key, parameters));
    }

    private void checkStep(JsonNode step, String currency, String path)
    {
        String uid = step.path(Fields.UID).asText();
        String other = this.places.putIfAbsent(uid, path);
        if (other != null) {
            add(path + "/uid", "uidTwice", uid, other);
        }
        this.titles.put(uid, step.path(Fields.TITLE).asText(uid));
        JsonNode start = step.path(Fields.START);
        boolean days = StartUnit.DAYS.getId().equals(start.path(Fields.UNIT).asText());
        this.inputs.range(path + "/start/after", start.path(Fields.AFTER).asInt(), 0,
            days ? StepRows.DAYS : StepRows.MONTHS);
        checkDuration(step.path(Fields.DURATION), path + "/duration");
        checkCost(step.path(Fields.COST), currency, path + "/cost");
        checkFollowUp(step, Fields.NOTE, path);
        this.inputs.link(path + "/followUp/link", step.path(Fields.FOLLOW_UP).path(Fields.LINK).asText());
    }

    private void checkDuration(JsonNode duration, String path)
    {
        int longest = StepRows.longest(
            Stored.find(DurationUnit.class, duration.path(Fields.UNIT).asText()).orElse(DurationUnit.MONTHS));
        int aggressive = duration.path(Fields.AGGRESSIVE).asInt();
        int conservative = duration.path(Fields.CONSERVATIVE).asInt();
        this.inputs.range(path + SLASH + Fields.AGGRESSIVE, aggressive, 0, longest);
        this.inputs.range(path + SLASH + Fields.CONSERVATIVE, conservative, 0, longest);
        if (conservative > 0 && conservative < aggressive) {
            add(path, "shorter");
        }
    }

    private void checkCost(JsonNode cost, String currency, String path)
    {
        String own = cost.path(Fields.CURRENCY).asText();
        this.inputs.add(Amounts.checkCurrency(own, path + "/currency"));
        if (cost.has(Fields.AMOUNT) && own.isEmpty() && currency.isEmpty()) {
            add(path, "currency");
        }
    }

    private void checkFollowUp(JsonNode node, String why, String path)
    {
        JsonNode followUp = node.path(Fields.FOLLOW_UP);
        FollowUp state = Stored.find(FollowUp.class, followUp.path(Fields.STATE).asText()).orElse(null);
        if (state == FollowUp.STALLED || state == FollowUp.ABANDONED) {
            this.inputs.required(path + "/followUp/" + why, followUp.path(why).asText(), REASON_REQUIRED);
        }
    }

    private void checkPrerequisites(JsonNode recommendations)
    {
        for (int i = 0; i < recommendations.size(); i++) {
            JsonNode steps = recommendations.get(i).path(Fields.STEPS);
            for (int j = 0; j < steps.size(); j++) {
                Set<String> own = new HashSet<>();
                JsonNode list = steps.get(j).path(Fields.PREREQUISITES);
                for (int k = 0; k < list.size(); k++) {
                    String uid = list.get(k).asText();
                    if (this.places.containsKey(uid)) {
                        own.add(uid);
                    } else {
                        add("/recommendations/%d/steps/%d/prerequisites/%d".formatted(i, j, k), "noStep", uid);
                    }
                }
                this.needed.put(steps.get(j).path(Fields.UID).asText(), own);
            }
        }
        List<String> cycle = Prerequisites.findCycle(this.needed, this.needed.keySet());
        if (!cycle.isEmpty()) {
            this.inputs.add(new FieldError(this.places.get(cycle.get(0)) + "/prerequisites",
                "crowdsourcing.error.prerequisiteCycle", Prerequisites.describe(cycle, this.titles::get)));
        }
    }
}

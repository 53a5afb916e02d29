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
package org.xwiki.contrib.crowdsourcing.internal.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.roadmap.CostBand;
import org.xwiki.contrib.crowdsourcing.roadmap.FollowUp;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepProgress;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;

/**
 * Steps and recommendations for tests.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Steps
{
    private Steps()
    {
    }

    /**
     * @param uid the identifier, also the title
     * @param actor who does it
     * @param time when
     * @param cost what it costs
     * @param state what became of it, maybe {@code null}
     * @param needs what must be done before
     * @return the step
     */
    public static Step step(String uid, String actor, StepTime time, StepCost cost, FollowUp state, String... needs)
    {
        return new Step(Integer.parseInt(uid.replaceAll("\\D", "")), uid, uid, actor, time, cost, List.of(needs), "",
            "", List.of(), false, "",
            state == null ? StepProgress.NONE : new StepProgress(state, null, "", "", "", null));
    }

    /**
     * @param amount an amount
     * @param currency its currency
     * @return the cost
     */
    public static StepCost amount(String amount, String currency)
    {
        return new StepCost(new BigDecimal(amount), currency, null, "");
    }

    /**
     * @param band a band
     * @return the cost
     */
    public static StepCost band(CostBand band)
    {
        return new StepCost(null, "", band, "");
    }

    /**
     * @param name the name of its page
     * @param band its own band, maybe {@code null}
     * @param steps its steps
     * @return the recommendation
     */
    public static Recommendation recommendation(String name, CostBand band, Step... steps)
    {
        return new Recommendation(TestRows.page("I.R." + name + ".WebHome"), name, Map.of(), 0, band, "", "", 0, 0, "",
            List.of(TestRows.page("I.D.c1")), false, "", List.of(steps), RecommendationState.PUBLISHED, null, "");
    }
}

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

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ArrivalManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.MeasureManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures.Share;
import org.xwiki.model.reference.DocumentReference;

/**
 * What is shown of how far the discussion of a dialogue has come.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Measurements.class)
@Singleton
public class Measurements
{
    /** The name of the view and of its template. */
    public static final String MEASURES = "measures";

    private static final String ANCHOR = "cs-discussion";

    private static final int PERCENT = 100;

    @Inject
    private MeasureManager manager;

    @Inject
    private ArrivalManager arrivals;

    @Inject
    private Toolkit toolkit;

    /**
     * A measure.
     *
     * @param id its name, as in the keys of its texts
     * @param number it in words
     * @param percent how long its bar is, in per cent
     * @param limit where the bar begins or ends to be worth a look, in per cent, -1 if nowhere
     * @param bound the limit in words
     * @param notable whether it is worth a look
     * @param part how many are in question, 0 if there is nothing to measure
     * @param address where they are shown, {@code null} if nowhere
     * @version $Id$
     * @since 1.0
     */
    public record Measure(String id, String number, int percent, int limit, String bound, boolean notable, int part,
        String address)
    {
    }

    /**
     * @return {@code true} if the reader asks for the measures
     */
    public boolean isWanted()
    {
        return MEASURES.equals(this.toolkit.getParameter("cs_view"));
    }

    /**
     * @param dialogue a dialogue
     * @return what the template shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(Dialogue dialogue) throws CrowdsourcingException
    {
        DocumentReference reference = dialogue.reference();
        Measures measures = this.manager.getMeasures(reference);
        Map<String, Object> data = new HashMap<>();
        data.put("dialogue", dialogue);
        data.put(MEASURES, measures);
        data.put("read", measures.read() < measures.contributions());
        data.put("counted", measures.isCut() ? Measures.COUNTED : null);
        data.put("rows", rows(reference, measures));
        data.put("refresh", this.toolkit.getURL(this.toolkit.getCurrentPage(), "cs_view=measures", null));
        if (dialogue.state() == DialogueState.OPEN) {
            data.put("latest", this.arrivals.getLatest(reference));
            data.put("live", this.toolkit.getArrivalsURL(reference));
        }
        return data;
    }

    private List<Measure> rows(DocumentReference dialogue, Measures measures)
    {
        String ideas = discussion(dialogue, "cs_kind=idea");
        Measures.Voices voices = measures.voices();
        Measures.Depth depth = measures.depth();
        List<Measure> rows = new ArrayList<>();
        rows.add(row("onTopic", measures.onTopic(), Measures.LEAST_ON_TOPIC, measures.isWide(), null));
        rows.add(row("alike", measures.alike(), Measures.MOST_ALIKE, measures.isRepetitive(), null));
        rows.add(row("merged", measures.merged(), -1, false, null));
        rows.add(row("evidence", depth.evidence(), Measures.LEAST_DEPTH, measures.isShallow(depth.evidence()), ideas));
        rows.add(row("example", depth.example(), Measures.LEAST_DEPTH, measures.isShallow(depth.example()), ideas));
        rows.add(row("cost", depth.cost(), Measures.LEAST_DEPTH, measures.isShallow(depth.cost()), ideas));
        rows.add(row("tenth", voices.most(), Measures.MOST_BY_TENTH, measures.isLoud(), null));
        rows.add(new Measure("gini", decimal(voices.gini(), 2), (int) Math.round(PERCENT * voices.gini()),
            (int) Math.round(PERCENT * Measures.MOST_GINI), decimal(Measures.MOST_GINI, 1), measures.isUneven(),
            voices.people(), null));
        rows.add(row("unanswered", measures.unanswered(), Measures.MOST_UNANSWERED, measures.isUnanswered(),
            discussion(dialogue, "cs_kind=question")));
        rows.add(row("undecided", measures.undecided(), Measures.MOST_UNDECIDED, measures.isUndecided(),
            discussion(dialogue, "cs_undecided=1")));
        return rows;
    }

    private Measure row(String id, Share share, int limit, boolean notable, String address)
    {
        String number = share.whole() == 0 ? ""
            : this.toolkit.translate("crowdsourcing.measures.number", share.part(), share.whole(), share.percent());
        return new Measure(id, number, share.percent(), limit, this.toolkit.translate("crowdsourcing.balance.percent",
            limit), notable, share.whole(), address);
    }

    private String discussion(DocumentReference dialogue, String query)
    {
        return this.toolkit.getURL(dialogue, query, ANCHOR);
    }

    private String decimal(double number, int digits)
    {
        NumberFormat format = NumberFormat.getInstance(this.toolkit.getLocale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }
}

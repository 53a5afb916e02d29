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

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.plan.CostLine;
import org.xwiki.contrib.crowdsourcing.plan.PlannedStep;
import org.xwiki.contrib.crowdsourcing.plan.Prerequisite;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.roadmap.StepCost;
import org.xwiki.contrib.crowdsourcing.roadmap.StepTime;

/**
 * Shows the times and the costs of steps in templates: whatever it returns is HTML with every value escaped.
 *
 * @version $Id$
 * @since 1.0
 */
public class PlanTool
{
    private static final String DASH = "\u2013";

    private static final String SPACE = "\u00A0";

    private static final String BDI = "bdi";

    private static final String LINK = "a";

    private static final String SEPARATOR = " \u00B7 ";

    private static final String BANDS = "USD";

    private static final String BAND = "Crowdsourcing.Code.RecommendationClass_costBand_";

    private static final int DECIMALS = 4;

    private static final String SPAN = "span";

    private static final String CLASS = "class";

    private final Toolkit toolkit;

    private final TimeTool times;

    PlanTool(Toolkit toolkit)
    {
        this.toolkit = toolkit;
        this.times = new TimeTool(toolkit);
    }

    private String t(String key, Object... parameters)
    {
        return Html.escape(this.toolkit.translate(key, parameters));
    }

    /**
     * @param planned a step
     * @return when it begins
     */
    public String start(PlannedStep planned)
    {
        List<String> parts = new ArrayList<>();
        StepTime time = planned.step().time();
        if (time.on() == null && time.start() != null) {
            parts.add(t("crowdsourcing.step.start." + time.startUnit().getId(), time.start()));
        }
        if (planned.startsOn() != null) {
            parts.add(date(planned.startsOn()));
        }
        return String.join(SEPARATOR, parts);
    }

    /**
     * @param step a step
     * @return how long it takes, at best and to be safe
     */
    public String duration(Step step)
    {
        StepTime time = step.time();
        String both = time.shortest() == time.longest() ? number(time.longest())
            : number(time.shortest()) + DASH + number(time.longest());
        String key = "crowdsourcing.step.duration." + time.unit().getId();
        return time.longest() == 0 ? "" : t(key, both, time.longest());
    }

    /**
     * @param planned a step
     * @return the day by which it is done to be safe
     */
    public String due(PlannedStep planned)
    {
        return date(planned.due());
    }

    /**
     * @param date a day, maybe {@code null}
     * @return it in the reader's language
     */
    public String date(LocalDate date)
    {
        return this.times.date(date);
    }

    /**
     * @param cost what a step costs
     * @return it in the reader's language
     */
    public String cost(StepCost cost)
    {
        List<String> parts = new ArrayList<>();
        if (cost.amount() != null) {
            parts.add(cost.currency().isEmpty()
                ? t("crowdsourcing.costs.noCurrency", number(cost.amount())) : money(cost.amount(), cost.currency()));
        }
        if (cost.band() != null) {
            parts.add(t(BAND + cost.band().getId()) + SPACE + BANDS);
        }
        if (!cost.text().isBlank()) {
            parts.add(bdi(cost.text().strip()));
        }
        return String.join(SEPARATOR, parts);
    }

    private static String bdi(String text)
    {
        return new Html().open(BDI).text(text).close(BDI).toString();
    }

    private String money(BigDecimal amount, String currency)
    {
        return Html.escape(number(amount) + '\u00A0' + currency);
    }

    private String number(Number number)
    {
        NumberFormat format = NumberFormat.getInstance(this.toolkit.getLocale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    /**
     * @param line what a group of steps costs
     * @return the sum or the range
     */
    public String sum(CostLine line)
    {
        String result = "";
        if (line.isUnknown()) {
            result = t("crowdsourcing.costs.unknown", line.unknown());
        } else if (line.most() == null) {
            result = t("crowdsourcing.costs.from", number(line.least()) + '\u00A0' + line.currency());
        } else if (line.isRange()) {
            result = Html.escape(number(line.least()) + DASH) + money(line.most(), line.currency());
        } else {
            result = money(line.least(), line.currency());
        }
        return result;
    }

    /**
     * @param line what a group of steps costs
     * @param by what is summed up by, in small letters
     * @return what the group has in common
     */
    public String group(CostLine line, String by)
    {
        String result;
        if (line.group().isEmpty()) {
            result = t("crowdsourcing.costs.none." + by);
        } else if ("band".equals(by)) {
            result = t(BAND + line.group()) + SPACE + BANDS;
        } else if (line.group().startsWith("+")) {
            result = t("crowdsourcing.costs.year", line.group().substring(1));
        } else {
            result = bdi(line.group());
        }
        return result;
    }

    /**
     * @param line what a group of steps costs
     * @return how many costs it comes from, and of which kind
     */
    public String counted(CostLine line)
    {
        List<String> parts = new ArrayList<>();
        if (line.amounts() > 0) {
            parts.add(t("crowdsourcing.costs.amounts", line.amounts()));
        }
        if (line.bands() > 0) {
            parts.add(t("crowdsourcing.costs.bands", line.bands()));
        }
        for (String said : line.said()) {
            parts.add(t("crowdsourcing.costs.says", said));
        }
        return String.join(SEPARATOR, parts);
    }

    /**
     * @param planned a step
     * @return what must be done before, with links
     */
    public String needs(PlannedStep planned)
    {
        List<String> parts = new ArrayList<>();
        for (Prerequisite needed : planned.prerequisites()) {
            parts.add(needed.isMissing() ? warning("crowdsourcing.step.missing") : link(needed)
                + (needed.early() ? ' ' + warning("crowdsourcing.step.early") : ""));
        }
        return String.join("<br/>", parts);
    }

    private String warning(String key)
    {
        return new Html().open(SPAN, CLASS, "cs-badge cs-badge-warning").text(this.toolkit.translate(key)).close(SPAN)
            .toString();
    }

    private String link(Prerequisite needed)
    {
        String title = needed.step().title().isBlank() ? this.toolkit.translate("crowdsourcing.untitled")
            : needed.step().title();
        return new Html()
            .open(LINK, "href", address(needed.recommendation(), needed.step()))
            .raw(bdi(title)).close(LINK).toString();
    }

    /**
     * @param planned a step
     * @return the address of its row on the page of its recommendation
     */
    public String url(PlannedStep planned)
    {
        return Html.escape(address(planned.recommendation(), planned.step()));
    }

    protected String address(Recommendation recommendation, Step step)
    {
        return this.toolkit.getURL(recommendation.reference(), null, anchor(step));
    }

    /**
     * @param step a step
     * @return the anchor of its row on the page of its recommendation
     */
    public String anchor(Step step)
    {
        return "cs-step-" + step.number();
    }
}

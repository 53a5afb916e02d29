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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;
import org.xwiki.contrib.crowdsourcing.matching.Coverage;
import org.xwiki.contrib.crowdsourcing.matching.Explanation;
import org.xwiki.contrib.crowdsourcing.matching.Match;
import org.xwiki.contrib.crowdsourcing.matching.MatchManager;
import org.xwiki.contrib.crowdsourcing.matching.PanelQuery;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion;
import org.xwiki.contrib.crowdsourcing.matching.WishCheck;
import org.xwiki.model.reference.DocumentReference;

/**
 * What several macros show of how experts match a challenge.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Matches.class)
@Singleton
public class Matches
{
    /** The name of the view of a panel, and of its template. */
    public static final String PANEL = "panel";

    /** The name of the view of what a panel covers, and of its template. */
    public static final String COVERAGE = "coverage";

    /** The name of the view of what a challenge may need, and of its template. */
    public static final String NEEDS = "needs";

    private static final List<String> VIEWS = List.of(PANEL, COVERAGE, NEEDS);

    private static final String REFERENCE = "reference";

    private static final String PROPOSED = "cs_proposed";

    private static final String SEATS = "cs_seats";

    private static final String WITH = "cs_with";

    private static final String MORE = "cs_more";

    private static final String WITHOUT = "cs_without";

    private static final String WHY = "cs_why";

    private static final String LINE = "\n";

    private static final String QUERY = "query";

    private static final String BACK = "back";

    private static final String EXPERT = "expert";

    private static final String POINTS = "points";

    private static final String WEIGHT = "weight";

    /** The largest weight of a need. */
    private static final int MOST = 10;

    /** How many matches are shown at once. */
    private static final int RANKED = 50;

    @Inject
    private MatchManager manager;

    @Inject
    private MatchTexts texts;

    @Inject
    private Toolkit toolkit;

    /**
     * What is shown of somebody on a panel.
     *
     * @param pick the person
     * @param origin why the person is on it
     * @param reasons what the person adds, plain text
     * @param others those who are not to be on the panel, with this person
     */
    public record Row(Suggestion.Pick pick, String origin, List<String> reasons, String others)
    {
    }

    /**
     * What is shown of a match.
     *
     * @param match the match
     * @param terms what its points come from, plain text
     */
    public record Ranked(Match match, List<String> terms)
    {
    }

    /**
     * What is shown of a wish.
     *
     * @param check the wish
     * @param wish what is wished for, plain text
     * @param count how many there are, plain text
     * @param target how many are wished for, plain text
     */
    public record Checked(WishCheck check, String wish, String count, String target)
    {
    }

    /**
     * What a panel covers, ready to be shown.
     *
     * @param coverage what it covers
     * @param map its drawing, {@code null} if there is none
     * @param needs the titles of the areas of the needs, plain text
     * @param checks the wishes
     * @param warnings what is missing, plain text
     * @param groups of which kinds its people are, plain text
     */
    public record Shown(Coverage coverage, HeatMap map, List<String> needs, List<Checked> checks,
        List<String> warnings, Map<String, String> groups)
    {
    }

    /**
     * @param page the page of a dialogue or a challenge
     * @return the view that a curator of it asks for, {@code null} if none
     */
    public String getWanted(DocumentReference page)
    {
        String view = this.toolkit.getParameter(FormProcessor.VIEW);
        return view != null && VIEWS.contains(view) && canCurate(page) ? view : null;
    }

    /**
     * @param page the page of a dialogue or a challenge
     * @param view the view on which it is shown, {@code null} for the page itself
     * @return what its panel covers, for curators
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getCurated(DocumentReference page, String view) throws CrowdsourcingException
    {
        boolean proposed = this.toolkit.getParameter(PROPOSED) != null;
        Map<String, Object> data = new HashMap<>();
        data.put(COVERAGE, getCoverage(page, proposed));
        data.put("proposed", proposed);
        data.put(QUERY, new Queries(this.toolkit, this.toolkit.getCurrentPage()).with(FormProcessor.VIEW, view)
            .with(PROPOSED, proposed ? "1" : null));
        if (view != null) {
            data.put(BACK, page);
        }
        return data;
    }

    /**
     * @param page the page of a dialogue or a challenge
     * @param view the view that a curator asks for
     * @return what it shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference page, String view) throws CrowdsourcingException
    {
        return switch (view) {
            case PANEL -> getPanel(page, 0);
            case NEEDS -> Map.of(REFERENCE, page, BACK, page, "proposals", this.manager.proposeNeeds(page));
            default -> getCurated(page, view);
        };
    }

    /**
     * @param page the page of a dialogue or a challenge
     * @return {@code true} if the reader is a curator of the challenge
     */
    public boolean canCurate(DocumentReference page)
    {
        return this.manager.canCurate(page);
    }

    /**
     * @param page the page of a dialogue or a challenge
     * @param proposed whether those who are not confirmed yet count too
     * @return what its panel covers
     * @throws CrowdsourcingException if the reader may not see it, or it cannot be read
     */
    public Shown getCoverage(DocumentReference page, boolean proposed) throws CrowdsourcingException
    {
        return show(this.manager.getCoverage(page, proposed));
    }

    private Shown show(Coverage coverage)
    {
        return new Shown(coverage, HeatMap.of(coverage),
            coverage.needs().stream().map(cover -> this.texts.getNeed(cover.need())).toList(),
            coverage.checks().stream().map(check -> new Checked(check, this.texts.getWish(check),
                this.texts.getCount(check), this.texts.getTarget(check))).toList(),
            coverage.warnings().stream().map(this.texts::getWarning).toList(), this.texts.getGroups(coverage));
    }

    /**
     * @param page the page of a dialogue or a challenge
     * @return what the forms of its panel do
     */
    public Map<String, FormAction> getActions(DocumentReference page)
    {
        return Map.of("adjustMatch", sent -> adjust(page, sent), "revokeMatch", sent -> {
            this.manager.revoke(page, this.toolkit.reference(sent.get(EXPERT)));
            return address(sent);
        }, "addNeed", sent -> {
            this.manager.addNeed(page, this.toolkit.reference(sent.get("area")),
                Numbers.parse(WEIGHT, sent.get(WEIGHT), 1, MOST));
            return this.toolkit.getURL(this.toolkit.getCurrentPage(), "cs_view=needs", "cs-needs");
        });
    }

    private String adjust(DocumentReference page, FormState sent) throws CrowdsourcingException
    {
        boolean excluded = !sent.get("excluded").isEmpty();
        String typed = sent.get(POINTS).strip();
        int points = excluded && typed.isEmpty() ? 0
            : Numbers.parse(POINTS, typed, -Adjustment.MOST, Adjustment.MOST);
        this.manager.adjust(page, this.toolkit.reference(sent.get(EXPERT)), points, excluded, sent.get("reason"));
        return address(sent);
    }

    private String address(FormState sent)
    {
        return this.toolkit.getURL(this.toolkit.getCurrentPage(),
            "cs_view=panel&cs_why=" + URLEncoder.encode(sent.get(EXPERT),
                StandardCharsets.UTF_8), "cs-why");
    }

    /**
     * @param page the page of a dialogue or a challenge
     * @param seats how many people are wanted, 0 for as many as the dialogue has seats
     * @return the panel that is suggested, with all who match
     * @throws CrowdsourcingException if the reader is no curator, or it cannot be read
     */
    public Map<String, Object> getPanel(DocumentReference page, int seats) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        Set<String> with = lines(query.get(WITH));
        with.addAll(lines(query.get(MORE)));
        Set<String> without = lines(query.get(WITHOUT));
        with.removeAll(without);
        int wanted = number(query.get(SEATS), seats);
        query.with(FormProcessor.VIEW, PANEL).with(WITH, join(with)).with(WITHOUT, join(without))
            .with(SEATS, wanted == 0 ? null : String.valueOf(wanted));
        Suggestion suggestion =
            this.manager.suggest(page, PanelQuery.of(wanted, references(with), references(without)));
        Page<Match> matches = this.manager.rank(page, new PageRequest(query.get(Queries.CURSOR), RANKED));
        Map<String, Object> data = new HashMap<>();
        data.put(REFERENCE, page);
        data.put("suggestion", suggestion);
        data.put("picks", suggestion.picks().stream().map(pick -> row(pick, without)).toList());
        data.put(COVERAGE, show(suggestion.coverage()));
        data.put("matches", matches);
        data.put("ranked", ranked(matches.rows()));
        data.put("others", others(matches, suggestion));
        data.put("with", with);
        data.put("without", without);
        data.put("withText", String.join(LINE, with));
        data.put("withoutText", String.join(LINE, without));
        data.put(BACK, page.equals(this.toolkit.getCurrentPage()) ? page : null);
        data.put(QUERY, query);
        explain(page, query.get(WHY), data);
        return data;
    }

    private void explain(DocumentReference page, String expert, Map<String, Object> data)
        throws CrowdsourcingException
    {
        if (StringUtils.isNotBlank(expert)) {
            Optional<Explanation> explanation = this.manager.explain(page, this.toolkit.reference(expert.strip()));
            data.put("why", expert);
            data.put("explained", explanation.map(found -> new Ranked(found.match(),
                this.texts.getTerms(found.match()))).orElse(null));
            data.put("absences",
                explanation.map(found -> this.texts.getAbsences(found.absences())).orElse(List.of()));
        }
    }

    private List<Ranked> ranked(List<Match> matches)
    {
        return matches.stream().map(match -> new Ranked(match, this.texts.getTerms(match))).toList();
    }

    private Row row(Suggestion.Pick pick, Set<String> without)
    {
        Set<String> others = new LinkedHashSet<>(without);
        others.add(this.toolkit.serialize(pick.match().expert()));
        return new Row(pick,
            this.toolkit.translate("crowdsourcing.suggest.origin." + pick.origin().name().toLowerCase(Locale.ROOT)),
            this.texts.getReasons(pick), join(others));
    }

    /** The best matches that are not on the panel, to be added. */
    private List<Match> others(Page<Match> matches, Suggestion suggestion)
    {
        Set<DocumentReference> there = new HashSet<>();
        suggestion.picks().forEach(pick -> there.add(pick.match().expert()));
        return matches.rows().stream().filter(match -> !there.contains(match.expert())).toList();
    }

    private Set<String> lines(String text)
    {
        Set<String> result = new LinkedHashSet<>();
        StringUtils.defaultString(text).lines().map(String::strip).filter(line -> !line.isEmpty())
            .limit(PanelQuery.MOST).forEach(result::add);
        return result;
    }

    private static String join(Set<String> lines)
    {
        return lines.isEmpty() ? null : String.join(LINE, lines);
    }

    private List<DocumentReference> references(Set<String> typed)
    {
        List<DocumentReference> result = new ArrayList<>();
        typed.forEach(reference -> result.add(this.toolkit.reference(reference)));
        return result;
    }

    private static int number(String typed, int otherwise)
    {
        return StringUtils.isNumeric(typed) && typed.length() < 4 ? Integer.parseInt(typed) : otherwise;
    }
}

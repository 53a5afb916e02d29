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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.matching.Absence;
import org.xwiki.contrib.crowdsourcing.matching.Coverage;
import org.xwiki.contrib.crowdsourcing.matching.GroupKind;
import org.xwiki.contrib.crowdsourcing.matching.Match;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Pick;
import org.xwiki.contrib.crowdsourcing.matching.Term;
import org.xwiki.contrib.crowdsourcing.matching.WishCheck;

/**
 * Says in words why somebody matches, is missing or is on a panel, and what is missing of it; all of it plain text.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = MatchTexts.class)
@Singleton
public class MatchTexts
{
    private static final String CLASSES = "Crowdsourcing.Code.";

    private static final String COMMA = ", ";

    private static final String REGION = "ExpertClass_region_";

    private static final String SECTOR = "ExpertClass_affiliations_";

    @Inject
    private Toolkit toolkit;

    private String t(String key, Object... parameters)
    {
        return this.toolkit.translate(key, parameters);
    }

    /**
     * @param need a need
     * @return the title of its area
     */
    public String getNeed(Need need)
    {
        return need.areaTitle().isBlank() ? t("crowdsourcing.area.gone") : need.areaTitle();
    }

    /**
     * @param match a match
     * @return what its points come from, a sentence each
     */
    public List<String> getTerms(Match match)
    {
        return match.terms().stream().map(this::term).toList();
    }

    private String term(Term term)
    {
        String points = (term.points() < 0 ? " \u2212" : " +") + Math.abs(term.points());
        return switch (term.kind()) {
            case NEED -> need(term);
            case REGION -> t(CLASSES + REGION + term.value()) + points;
            case SECTOR -> t(CLASSES + SECTOR + term.value()) + points;
            case LANGUAGE -> t("crowdsourcing.match.speaks", this.toolkit.getLanguageName(term.value())) + points;
            case NEWCOMER -> t("crowdsourcing.match.newcomer") + points;
            default -> t("crowdsourcing.match.adjusted", term.value()) + points;
        };
    }

    private String need(Term term)
    {
        String area = getNeed(term.need());
        String through = term.area().isBlank() ? area : t("crowdsourcing.match.through", area, term.area());
        return t("crowdsourcing.match.able", t(CLASSES + "ExpertiseClass_level_" + term.level().getId()), through,
            term.factor() + " \u00d7 " + term.need().weight());
    }

    /**
     * @param absences why somebody is missing
     * @return a sentence each
     */
    public List<String> getAbsences(List<Absence> absences)
    {
        return absences.stream().map(absence -> t("crowdsourcing.match.absence." + absence.getId())).toList();
    }

    /**
     * @param check a wish
     * @return what is wished for
     */
    public String getWish(WishCheck check)
    {
        return switch (check.kind()) {
            case REGION -> String.join(COMMA,
                Arrays.stream(check.value().split(",")).map(region -> t(CLASSES + REGION + region)).toList());
            case SECTOR -> t(CLASSES + SECTOR + check.value());
            case LANGUAGE -> this.toolkit.getLanguageName(check.value());
            default -> t("crowdsourcing.coverage.wish." + check.kind().getId());
        };
    }

    /**
     * @param check a wish
     * @return how many there are
     */
    public String getCount(WishCheck check)
    {
        return check.share() == 0 ? String.valueOf(check.count())
            : t("crowdsourcing.coverage.count", check.count(), check.known(), check.actual());
    }

    /**
     * @param check a wish
     * @return how many are wished for
     */
    public String getTarget(WishCheck check)
    {
        return check.share() == 0 ? t("crowdsourcing.coverage.targetOne", check.target())
            : t("crowdsourcing.coverage.target", check.target(), check.share());
    }

    /**
     * @param check a wish that is not met
     * @return a sentence that warns
     */
    public String getWarning(WishCheck check)
    {
        return t("crowdsourcing.coverage.warning", getWish(check), getCount(check), getTarget(check));
    }

    /**
     * @param coverage what people cover
     * @return of which kinds they are: a line for each, by what they are counted by
     */
    public Map<String, String> getGroups(Coverage coverage)
    {
        Map<String, String> result = new LinkedHashMap<>();
        for (Coverage.Group group : coverage.groups()) {
            result.merge(t("crowdsourcing.coverage.group." + group.kind().getId()), name(group) + ' ' + group.count(),
                (one, other) -> one + COMMA + other);
        }
        return result;
    }

    private String name(Coverage.Group group)
    {
        String name;
        if (group.value().isEmpty()) {
            name = t("crowdsourcing.coverage.unknown");
        } else if (group.kind() == GroupKind.LANGUAGE) {
            name = this.toolkit.getLanguageName(group.value());
        } else {
            String property = switch (group.kind()) {
                case REGION -> REGION;
                case SECTOR -> SECTOR;
                default -> "ExpertClass_gender_";
            };
            name = t(CLASSES + property + group.value());
        }
        return name;
    }

    /**
     * @param pick somebody on a panel
     * @return why, a sentence each
     */
    public List<String> getReasons(Pick pick)
    {
        List<String> result = new ArrayList<>();
        pick.gains().forEach(gain -> result.add(gain.from() == 0
            ? t("crowdsourcing.suggest.covers", getNeed(gain.need()), gain.to())
            : t("crowdsourcing.suggest.coversMore", getNeed(gain.need()), gain.to(), gain.from())));
        pick.serves().forEach(check -> result.add(
            t("crowdsourcing.suggest.serves", getWish(check), check.count(), check.target())));
        if (result.isEmpty()) {
            result.add(t("crowdsourcing.suggest.points", pick.match().points()));
        }
        return result;
    }
}

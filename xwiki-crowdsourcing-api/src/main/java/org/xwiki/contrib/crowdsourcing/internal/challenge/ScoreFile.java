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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.xwiki.contrib.crowdsourcing.challenge.Candidate;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreFigures;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreResult;
import org.xwiki.contrib.crowdsourcing.internal.expert.CsvWriter;
import org.xwiki.model.reference.DocumentReference;

/**
 * Writes the result of scoring as comma-separated values. What the current user may not see yet is empty.
 *
 * @version $Id$
 * @since 1.0
 */
final class ScoreFile
{
    private static final List<String> COLUMNS =
        List.of("challenge", "partOf", "state", "reason", "rank", "mean", "spread", "least", "most", "scorers");

    /** How many columns of figures there are beside those of the criteria. */
    private static final int FIGURES = 6;

    private ScoreFile()
    {
    }

    static String write(List<Criterion> criteria, List<Candidate> candidates)
    {
        List<String> columns = new ArrayList<>(COLUMNS);
        for (Criterion criterion : criteria) {
            columns.add(criterion.title() + " (x" + criterion.weight() + "): mean");
            columns.add(criterion.title() + ": spread");
        }
        Map<DocumentReference, String> titles = new HashMap<>();
        candidates.forEach(candidate -> titles.put(candidate.row().challenge().reference(),
            candidate.row().challenge().title()));
        CsvWriter writer = new CsvWriter(columns);
        for (Candidate candidate : candidates) {
            Challenge challenge = candidate.row().challenge();
            boolean dropped = challenge.state() == ChallengeState.DROPPED;
            List<String> cells = new ArrayList<>(List.of(challenge.title(),
                Objects.requireNonNullElse(titles.get(candidate.row().parent()), ""), challenge.state().getId(),
                dropped ? challenge.dropReason() : challenge.stateReason()));
            cells.addAll(figures(candidate.result(), criteria));
            writer.add(cells);
        }
        return writer.toString();
    }

    private static List<String> figures(ScoreResult result, List<Criterion> criteria)
    {
        if (result == null || result.overall() == null) {
            // Nobody counts, or that is not known yet.
            List<String> empty = new ArrayList<>(Collections.nCopies(FIGURES + 2 * criteria.size(), ""));
            empty.set(FIGURES - 1, result == null ? "" : "0");
            return empty;
        }
        ScoreFigures overall = result.overall();
        List<String> cells = new ArrayList<>(List.of(result.rank() == 0 ? "" : String.valueOf(result.rank()),
            overall.mean().toPlainString(), overall.spread().toPlainString(), overall.least().toPlainString(),
            overall.most().toPlainString(), String.valueOf(result.scorers())));
        for (Criterion criterion : criteria) {
            ScoreFigures figures = result.criteria().get(criterion.uid());
            cells.add(figures.mean().toPlainString());
            cells.add(figures.spread().toPlainString());
        }
        return cells;
    }
}

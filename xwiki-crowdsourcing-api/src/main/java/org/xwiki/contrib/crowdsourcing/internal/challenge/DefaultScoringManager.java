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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.challenge.Candidate;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreCard;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreFigures;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreResult;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreSheet;
import org.xwiki.contrib.crowdsourcing.challenge.Scoring;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringManager;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of scoring. What others gave is read here for everybody, and handed out to those who may know it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultScoringManager implements ScoringManager
{
    private static final String SCORING = "scoring";

    private static final String FIELD = "score-";

    @Inject
    private ScoreStore store;

    @Inject
    private ChallengeStore challenges;

    @Inject
    private Partners partners;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public Optional<Scoring> getScoring(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.nearest(page, Schema.INITIATIVE);
        return row.isEmpty() ? Optional.empty() : Optional.of(toScoring(row.get()));
    }

    private Scoring toScoring(Row row) throws CrowdsourcingException
    {
        return new Scoring(row.page(), row.option(SCORING, ScoringState.NONE), this.store.getCriteria(row),
            this.partners.mayScore(row), this.access.canEdit(row.page()), row.stamp());
    }

    @Override
    public Page<Candidate> getCandidates(DocumentReference initiative, PageRequest request)
        throws CrowdsourcingException
    {
        List<Candidate> all = getAll(toScoring(this.things.get(initiative, Schema.INITIATIVE)));
        int from = Math.min(RowReader.offset(request), all.size());
        int to = Math.min(from + request.limit(), all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null,
            Count.exactly(all.size()));
    }

    @Override
    public Map<DocumentReference, BigDecimal> getMeans(DocumentReference page) throws CrowdsourcingException
    {
        Map<DocumentReference, BigDecimal> means = new HashMap<>();
        Optional<Scoring> found = getScoring(page).filter(Scoring::isShown);
        if (found.isPresent()) {
            List<Criterion> criteria = found.get().criteria();
            this.store.getAll(found.get().initiative()).forEach((challenge, given) -> {
                ScoreFigures overall = isShown(found.get(), own(given))
                    ? ScoreArithmetic.compute(criteria, given).overall() : null;
                if (overall != null) {
                    means.put(challenge, overall.mean());
                }
            });
        }
        return means;
    }

    private List<Candidate> getAll(Scoring scoring) throws CrowdsourcingException
    {
        Map<DocumentReference, List<ScoreSheet>> sheets = this.store.getAll(scoring.initiative());
        List<ChallengeRow> rows = this.challenges.list(scoring.initiative(), this.access::canView);
        List<ScoreResult> results = new ArrayList<>();
        for (ChallengeRow row : rows) {
            List<ScoreSheet> given = sheets.getOrDefault(row.challenge().reference(), List.of());
            results.add(isShown(scoring, own(given)) ? ScoreArithmetic.compute(scoring.criteria(), given) : null);
        }
        // What went into others is no candidate any more, and takes no rank from those that are.
        List<ScoreResult> ranked = ScoreArithmetic.rank(Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
            .map(i -> rows.get(i).challenge().successors().isEmpty() ? results.get(i) : null).toList());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<ScoreSheet> given = sheets.getOrDefault(rows.get(i).challenge().reference(), List.of());
            ScoreSheet own = own(given);
            candidates.add(new Candidate(rows.get(i), own, own != null && own.isComplete(scoring.criteria()),
                scoring.isShown() ? given.size() : 0, ranked.get(i) == null ? results.get(i) : ranked.get(i)));
        }
        return candidates;
    }

    private ScoreSheet own(List<ScoreSheet> sheets)
    {
        DocumentReference user = this.access.user();
        return user == null ? null
            : sheets.stream().filter(sheet -> user.equals(sheet.user())).findFirst().orElse(null);
    }

    /** Figures are for everybody in the end, and before for who cannot be led by them any more. */
    private static boolean isShown(Scoring scoring, ScoreSheet own)
    {
        boolean looked = scoring.canScore() && own != null && own.lookedOn() != null;
        return scoring.state() == ScoringState.CLOSED
            || scoring.state() == ScoringState.OPEN && looked && own.isComplete(scoring.criteria());
    }

    @Override
    public Optional<ScoreCard> getCard(DocumentReference challenge) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(challenge, Schema.CHALLENGE);
        Optional<Scoring> found = row.isEmpty() ? Optional.empty() : getScoring(challenge);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Scoring scoring = found.get();
        List<ScoreSheet> given = this.store.getSheets(challenge);
        ScoreSheet own = own(given);
        boolean shown = isShown(scoring, own);
        // Who gave what is for those who scored, and those who answer for it.
        boolean named = shown && (scoring.canScore() || scoring.canManage());
        return Optional.of(new ScoreCard(scoring, this.challenges.load(row.get()), own,
            own != null && own.isComplete(scoring.criteria()), scoring.isShown() ? given.size() : 0,
            shown ? ScoreArithmetic.compute(scoring.criteria(), given) : null, named ? given : List.of()));
    }

    @Override
    public void score(DocumentReference challenge, Map<String, String> scores, String note)
        throws CrowdsourcingException
    {
        ScoreCard card = requireOpen(challenge);
        Inputs inputs = new Inputs();
        if (!card.canScore()) {
            inputs.add(new FieldError("", "crowdsourcing.error.scoreFinal"));
        }
        Map<String, Integer> values = new HashMap<>();
        for (Criterion criterion : card.scoring().criteria()) {
            String typed = scores.getOrDefault(criterion.uid(), "").strip();
            if (typed.isEmpty()) {
                inputs.add(new FieldError(FIELD + criterion.uid(), "crowdsourcing.error.scoreRequired",
                    criterion.title()));
            } else if (typed.matches("[1-5]")) {
                values.put(criterion.uid(), Integer.valueOf(typed));
            } else {
                inputs.add(new FieldError(FIELD + criterion.uid(), "crowdsourcing.error.scoreNumber",
                    criterion.title(), Criterion.LEAST, Criterion.MOST));
            }
        }
        String text = inputs.text(ScoreStore.NOTE, note, Inputs.REASON);
        inputs.refuse();
        this.store.write(challenge, this.access.user(), values, text);
    }

    private ScoreCard requireOpen(DocumentReference challenge) throws CrowdsourcingException
    {
        this.things.get(challenge, Schema.CHALLENGE);
        Optional<ScoreCard> card = getCard(challenge);
        this.access.require(card.isPresent() && card.get().scoring().canScore());
        if (card.get().scoring().state() != ScoringState.OPEN) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.scoringNotOpen"));
        }
        if (!card.get().challenge().state().isOpen()) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.noCandidate"));
        }
        return card.get();
    }

    @Override
    public void look(DocumentReference challenge) throws CrowdsourcingException
    {
        if (!requireOpen(challenge).counted()) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.scoreFirst"));
        }
        this.store.look(challenge, this.access.user());
    }

    @Override
    public void setState(DocumentReference initiative, ScoringState state) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(initiative, Schema.INITIATIVE);
        Inputs inputs = new Inputs();
        inputs.required(SCORING, state == ScoringState.NONE ? null : state);
        if (this.store.getCriteria(row).isEmpty()) {
            inputs.add(new FieldError(SCORING, "crowdsourcing.error.noCriteria"));
        }
        inputs.refuse();
        this.writer.update(initiative, Schema.INITIATIVE, Map.of(SCORING, state.getId()), "");
    }

    @Override
    public String getFile(DocumentReference initiative) throws CrowdsourcingException
    {
        Scoring scoring = toScoring(this.things.get(initiative, Schema.INITIATIVE));
        return ScoreFile.write(scoring.criteria(), getAll(scoring));
    }
}

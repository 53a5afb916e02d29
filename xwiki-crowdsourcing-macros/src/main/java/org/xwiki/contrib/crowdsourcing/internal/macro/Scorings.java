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
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.Candidate;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreCard;
import org.xwiki.contrib.crowdsourcing.challenge.Scoring;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringManager;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringState;
import org.xwiki.model.reference.DocumentReference;

/**
 * The view on which candidates are scored, of an initiative or of one challenge.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Scorings.class)
@Singleton
public class Scorings
{
    /** The name of the view and of its template. */
    public static final String SCORING = "scoring";

    private static final String ANCHOR = "cs-scoring";

    private static final String QUERY = "cs_view=" + SCORING;

    private static final String SCORE = "scoreChallenge";

    private static final String ITEM = "cs_item";

    private static final String CARD = "card";

    @Inject
    private ScoringManager manager;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for the view
     */
    public boolean isWanted()
    {
        return SCORING.equals(this.toolkit.getParameter(FormProcessor.VIEW));
    }

    /**
     * @param page a page of an initiative
     * @return how its candidates are scored, {@code null} if there is nothing to show to the reader
     * @throws CrowdsourcingException if it cannot be read
     */
    public Scoring find(DocumentReference page) throws CrowdsourcingException
    {
        return this.manager.getScoring(page).filter(Scoring::isShown).orElse(null);
    }

    /**
     * @param page the page of an initiative or a challenge
     * @return which pages its forms are about
     */
    public Predicate<DocumentReference> getTargets(DocumentReference page)
    {
        return target -> target.equals(page) || target.hasParent(page.getLastSpaceReference());
    }

    /**
     * @param page the page of an initiative or a challenge
     * @return what the forms of the view do
     */
    public Map<String, FormAction> getActions(DocumentReference page)
    {
        return Map.of(SCORE, form -> score(page, form), "lookAtScores", form -> {
            this.manager.look(form.getTarget());
            return this.toolkit.getURL(form.getTarget(), QUERY, ANCHOR);
        }, "setScoring", form -> {
            String state = form.get(SCORING);
            this.manager.setState(page, Stored.find(ScoringState.class, state).orElseThrow(
                () -> new CrowdsourcingException(
                    new FieldError(SCORING, "crowdsourcing.error.unknownValue", state))));
            return this.toolkit.getURL(page, QUERY, ANCHOR);
        });
    }

    private String score(DocumentReference page, FormState form) throws CrowdsourcingException
    {
        Map<String, String> scores = new HashMap<>();
        Optional<Scoring> scoring = this.manager.getScoring(form.getTarget());
        for (Criterion criterion : scoring.map(Scoring::criteria).orElse(List.of())) {
            scores.put(criterion.uid(), form.get("score-" + criterion.uid()));
        }
        this.manager.score(form.getTarget(), scores, form.get("note"));
        return this.toolkit.getURL(page, QUERY, ANCHOR);
    }

    /**
     * @param initiative the page of an initiative
     * @param form the form that was sent, maybe {@code null}
     * @return what the view of the initiative shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getList(DocumentReference initiative, FormState form) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage()).with(FormProcessor.VIEW, SCORING);
        Map<String, Object> data = new HashMap<>();
        Scoring scoring = this.manager.getScoring(initiative).orElseThrow();
        data.put(SCORING, scoring);
        data.put("shown", scoring.isShown());
        data.put("query", query);
        if (scoring.isShown()) {
            Page<Candidate> page = this.manager.getCandidates(initiative,
                new PageRequest(query.get(Queries.CURSOR), PageRequest.MAXIMUM));
            data.put("page", page);
            Map<DocumentReference, String> titles = new HashMap<>();
            page.rows().forEach(candidate -> titles.put(candidate.row().challenge().reference(),
                candidate.row().challenge().title()));
            data.put("titles", titles);
            data.put("file", this.toolkit.getExpertDataURL("scores=" + this.toolkit.encode(initiative)));
            data.putAll(getForm(scoring, page.rows(), form, query.get(ITEM)));
        }
        return data;
    }

    /** The form of the candidate that was refused or chosen, or of the next one. */
    private Map<String, Object> getForm(Scoring scoring, List<Candidate> candidates, FormState form, String chosen)
        throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        if (scoring.state() != ScoringState.OPEN || !scoring.canScore()) {
            return data;
        }
        List<Challenge> open = candidates.stream().map(candidate -> candidate.row().challenge())
            .filter(challenge -> challenge.state().isOpen()).toList();
        List<DocumentReference> awaited = candidates.stream().filter(Candidate::isAwaited)
            .map(candidate -> candidate.row().challenge().reference()).toList();
        data.put("total", open.size());
        data.put("given", open.size() - awaited.size());
        DocumentReference wanted = awaited.isEmpty() ? null : awaited.get(0);
        if (form != null && form.isRefused() && SCORE.equals(form.getAction())) {
            wanted = form.getTarget();
        } else if (chosen != null && open.stream().anyMatch(
            challenge -> this.toolkit.serialize(challenge.reference()).equals(chosen))) {
            wanted = this.toolkit.reference(chosen);
        }
        Optional<ScoreCard> card = wanted == null ? Optional.empty() : this.manager.getCard(wanted);
        card.ifPresent(value -> data.putAll(show(value)));
        return data;
    }

    /**
     * @param challenge the page of a challenge
     * @return what the view of the challenge shows, empty if there is nothing
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getOne(DocumentReference challenge) throws CrowdsourcingException
    {
        return this.manager.getCard(challenge).filter(card -> card.scoring().isShown()).map(this::show)
            .orElse(Map.of());
    }

    private Map<String, Object> show(ScoreCard card)
    {
        Map<String, String> labels = new HashMap<>();
        card.scoring().criteria().forEach(criterion -> labels.put(criterion.uid(),
            this.toolkit.translate("crowdsourcing.scoring.criterion", criterion.title(), criterion.weight())));
        return Map.of(CARD, card, "labels", labels);
    }
}

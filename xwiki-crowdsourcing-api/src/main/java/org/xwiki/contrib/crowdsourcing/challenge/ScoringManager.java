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
package org.xwiki.contrib.crowdsourcing.challenge;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * Lets several people score the candidates of an initiative without seeing what the others give. Those are its owner
 * and its groups of owners, curators and partners. What others gave is seen of a candidate by who has scored it and
 * looks, after which the own scores are final, and by everybody as figures once the scoring is closed.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ScoringManager
{
    /**
     * @param page a page of an initiative
     * @return how its candidates are scored, empty if there is no initiative that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Scoring> getScoring(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param initiative the page of an initiative
     * @param request which page of the list
     * @return its challenges as a tree in preorder, those dropped, split and merged too
     * @throws CrowdsourcingException if the current user may not see the initiative, or it cannot be read
     */
    Page<Candidate> getCandidates(DocumentReference initiative, PageRequest request) throws CrowdsourcingException;

    /**
     * @param page the page of an initiative or below it
     * @return the mean of the scores of each challenge of the initiative, as far as the current user may know it
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, BigDecimal> getMeans(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param challenge the page of a challenge
     * @return the challenge with what was given to it, as far as the current user may see it; empty if there is none
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<ScoreCard> getCard(DocumentReference challenge) throws CrowdsourcingException;

    /**
     * Scores a candidate, or changes what the current user gave.
     *
     * @param challenge the page of a challenge
     * @param scores what was typed for each criterion, by what it is known by; fields {@code score-<uid>}
     * @param note why, plain text, field {@code note}
     * @throws CrowdsourcingException if anything is refused, the current user may not, or it cannot be saved
     */
    void score(DocumentReference challenge, Map<String, String> scores, String note) throws CrowdsourcingException;

    /**
     * Looks at what others gave: what the current user gave is final then.
     *
     * @param challenge the page of a challenge
     * @throws CrowdsourcingException if the current user has not scored it, may not, or it cannot be saved
     */
    void look(DocumentReference challenge) throws CrowdsourcingException;

    /**
     * Opens or closes the scoring.
     *
     * @param initiative the page of an initiative
     * @param state open or closed, field {@code scoring}
     * @throws CrowdsourcingException if there are no criteria, the current user may not, or it cannot be saved
     */
    void setState(DocumentReference initiative, ScoringState state) throws CrowdsourcingException;

    /**
     * @param initiative the page of an initiative
     * @return its challenges with what the current user may see of the results as comma-separated values
     * @throws CrowdsourcingException if the current user may not see the initiative, or it cannot be read
     */
    String getFile(DocumentReference initiative) throws CrowdsourcingException;
}

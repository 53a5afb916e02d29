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
package org.xwiki.contrib.crowdsourcing.matching;

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * Matches experts to what a challenge needs and wishes. The same data give the same answers, on every machine.
 * <p>
 * An expertise counts for a need as what the expert is able to, at most as much as the need asks for, times the weight
 * of the need. An expertise in a topic counts for a need in the area that contains it in full; one in the area that
 * contains the area of the need counts a level less for each step up: who can do it in general can explain the topic,
 * who can explain it in general knows whom to ask, who knows whom to ask in general does not count. Each wish that an
 * expert serves adds {@link Term#WISH} points; gender adds none, for it is wished of a panel and not of a person.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface MatchManager
{
    /**
     * @param page the page of a challenge, or one below it
     * @param request which page of the list
     * @return the matches that agreed to be listed, the best first; equal ones by name
     * @throws CrowdsourcingException if the current user is no curator of the challenge, or they cannot be read
     */
    Page<Match> rank(DocumentReference page, PageRequest request) throws CrowdsourcingException;

    /**
     * @param page the page of a challenge, or one below it
     * @param expert the page of a profile
     * @return why that expert is or is not among the matches, empty if there is none that the current user may see
     * @throws CrowdsourcingException if the current user is no curator of the challenge, or it cannot be read
     */
    Optional<Explanation> explain(DocumentReference page, DocumentReference expert) throws CrowdsourcingException;

    /**
     * @param page the page of a dialogue, or of a challenge for all its dialogues
     * @param proposed whether those who are not confirmed yet count too; for curators of the challenge only
     * @return what the panel covers
     * @throws CrowdsourcingException if there is no challenge that the current user may see, or it cannot be read
     */
    Coverage getCoverage(DocumentReference page, boolean proposed) throws CrowdsourcingException;

    /**
     * @param page the page of a dialogue, or of a challenge for all its dialogues
     * @param query which panel is looked for
     * @return the panel that meets most wishes, and of those the one that covers most
     * @throws CrowdsourcingException if the current user is no curator of the challenge, or it cannot be read
     */
    Suggestion suggest(DocumentReference page, PanelQuery query) throws CrowdsourcingException;

    /**
     * Says what no profile tells.
     *
     * @param page the page of a challenge, or one below it
     * @param expert the page of a profile, field {@code expert}
     * @param points what is added or taken, field {@code points}
     * @param excluded whether the expert is left out
     * @param reason why, plain text, field {@code reason}
     * @throws CrowdsourcingException if a field is refused, the current user is no curator, or it cannot be saved
     */
    void adjust(DocumentReference page, DocumentReference expert, int points, boolean excluded, String reason)
        throws CrowdsourcingException;

    /**
     * Takes back what a curator said of an expert.
     *
     * @param page the page of a challenge, or one below it
     * @param expert the page of a profile
     * @throws CrowdsourcingException if the current user is no curator, or it cannot be saved
     */
    void revoke(DocumentReference page, DocumentReference expert) throws CrowdsourcingException;

    /**
     * @param page the page of a challenge, or one below it
     * @return the areas that its question and its briefs speak of and that are not among its needs, at most 10, those
     *     that they speak of most first
     * @throws CrowdsourcingException if the current user is no curator of the challenge, or they cannot be read
     */
    List<NeedProposal> proposeNeeds(DocumentReference page) throws CrowdsourcingException;

    /**
     * Adds a need to a challenge: somebody who can do it.
     *
     * @param page the page of a challenge, or one below it
     * @param area the page of an area, field {@code area}
     * @param weight how much the need counts, field {@code weight}
     * @throws CrowdsourcingException if a field is refused, the current user is no curator, or it cannot be saved
     */
    void addNeed(DocumentReference page, DocumentReference area, int weight) throws CrowdsourcingException;

    /**
     * @param page the page of a challenge, or one below it
     * @return {@code true} if the current user is a curator of the challenge: may change it
     */
    boolean canCurate(DocumentReference page);
}

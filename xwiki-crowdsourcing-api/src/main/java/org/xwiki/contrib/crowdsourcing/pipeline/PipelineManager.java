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
package org.xwiki.contrib.crowdsourcing.pipeline;

import java.util.List;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to the people who were put forward for dialogues as a whole: to see them by where that stands, and to
 * move many at once. It is for those who may change the panels.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface PipelineManager
{
    /**
     * @param page the page of an initiative or a dialogue
     * @return {@code true} if the current user may see its pipeline
     */
    boolean canManage(DocumentReference page);

    /**
     * @param page the page of an initiative or a dialogue
     * @param query whom to show
     * @return the people of the dialogues whose panel the current user may change
     * @throws CrowdsourcingException if the current user may not, or it cannot be read
     */
    Pipeline get(DocumentReference page, PipelineQuery query) throws CrowdsourcingException;

    /**
     * Changes the state of many engagements as one step. Nothing is changed if one of them was changed by somebody else
     * since the current user saw it, or cannot become that: the errors name the people.
     *
     * @param page the page of an initiative or a dialogue
     * @param selection whom
     * @param state the new state
     * @return how many were changed
     * @throws CrowdsourcingException if it is refused, the current user may not, or it cannot be saved
     */
    int move(DocumentReference page, Selection selection, EngagementState state) throws CrowdsourcingException;

    /**
     * Moves many people to those who are invited, as one step, and sends each of them an e-mail with a link of their
     * own. Nobody is moved or written to if one of them was changed by somebody else since the current user saw it.
     * Who cannot be written to stays, and is named with the reason in the error; the others are invited all the same.
     *
     * @param page the page of an initiative or a dialogue
     * @param selection whom
     * @param days for how many days the links work, field {@code days}
     * @return how many e-mails are sent
     * @throws CrowdsourcingException if somebody stays, it is refused, no mail server is configured, the current user
     *     may not, or it cannot be saved
     */
    int invite(DocumentReference page, Selection selection, int days) throws CrowdsourcingException;

    /**
     * Takes back what was moved as one step. Whom somebody changed since stays as is, and is named in the error. The
     * links of e-mails that went out by that step do not work any more.
     *
     * @param page the page of an initiative or a dialogue
     * @param key what the step is known by
     * @return how many were changed
     * @throws CrowdsourcingException if people stay as they are, the current user may not, or it cannot be saved
     */
    int undo(DocumentReference page, String key) throws CrowdsourcingException;

    /**
     * @param page the page of an initiative or a dialogue
     * @param query whom to write; how much of it is shown makes no difference, except for a single state
     * @return the pipeline as a file of comma-separated values, without contact data
     * @throws CrowdsourcingException if the current user may not, or it cannot be read
     */
    String getFile(DocumentReference page, PipelineQuery query) throws CrowdsourcingException;

    /**
     * @param profile the page of an expert's profile that the current user may see
     * @return the dialogues in which the expert takes or took part, the latest first: all for the expert in person and
     *     for those who may change the panel, otherwise those in which the expert attended or was interviewed
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Participation> getParticipations(DocumentReference profile) throws CrowdsourcingException;
}

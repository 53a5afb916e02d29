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

import java.time.Instant;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.model.reference.DocumentReference;

/**
 * A person in the pipeline of a dialogue.
 *
 * @param engagement the page of the engagement
 * @param person who it is
 * @param dialogue the page of the dialogue
 * @param dialogueTitle its title
 * @param routes how the person came, all of them
 * @param referredBy who recommended the person, plain text
 * @param state where it stands
 * @param waiting the place on the waiting list, from 1; 0 for who is not on it
 * @param changed who changed the state last, {@code null} if that is not known
 * @param screened who screened the person, {@code null} if that is not known
 * @param elsewhere where the same person stands in other dialogues
 * @param delivery what became of the e-mail with the invitation, {@code null} if none was sent
 * @param unsigned whether the person accepted or took part, and has not signed what is asked
 * @param stamp changes with what it holds
 * @version $Id$
 * @since 1.0
 */
public record PipelineCard(DocumentReference engagement, Person person, DocumentReference dialogue,
    String dialogueTitle, List<EngagementRoute> routes, String referredBy, EngagementState state, int waiting,
    Change changed, Change screened, List<Elsewhere> elsewhere, Delivery delivery,
    boolean unsigned, String stamp)
{
    /**
     * @param engagement the page of the engagement
     * @param person who it is
     * @param dialogue the page of the dialogue
     * @param dialogueTitle its title
     * @param routes how the person came, all of them
     * @param referredBy who recommended the person, plain text
     * @param state where it stands
     * @param waiting the place on the waiting list
     * @param changed who changed the state last, {@code null} if that is not known
     * @param screened who screened the person, {@code null} if that is not known
     * @param elsewhere where the same person stands in other dialogues
     * @param delivery what became of the e-mail with the invitation, {@code null} if none was sent
     * @param unsigned whether the person accepted or took part, and has not signed what is asked
     * @param stamp changes with what it holds
     */
    public PipelineCard
    {
        routes = List.copyOf(routes);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * What is shown of a profile: nothing of one that the current user may not see.
     *
     * @param expert the page of the profile, {@code null} if it may not be seen
     * @param name the name, plain text
     * @param organisation where the person works, plain text
     * @param country the country as two capital letters
     * @param region the region of the world, or {@code null}
     * @param areas the titles of the main areas of expertise, what the person is best at first
     * @version $Id$
     * @since 1.0
     */
    public record Person(DocumentReference expert, String name, String organisation, String country, Region region,
        List<String> areas)
    {
        /** Somebody whose profile may not be seen. */
        public static final Person HIDDEN = new Person(null, "", "", "", null, List.of());

        /**
         * @param expert the page of the profile, {@code null} if it may not be seen
         * @param name the name, plain text
         * @param organisation where the person works, plain text
         * @param country the country as two capital letters
         * @param region the region of the world, or {@code null}
         * @param areas the titles of the main areas of expertise
         */
        public Person
        {
            areas = List.copyOf(areas);
        }
    }

    /**
     * Who changed something, and when.
     *
     * @param by the user, or {@code null}
     * @param on when, or {@code null}
     * @version $Id$
     * @since 1.0
     */
    public record Change(DocumentReference by, Instant on)
    {
    }

    /**
     * Where the same person stands in another dialogue.
     *
     * @param dialogue the page of the dialogue
     * @param title its title
     * @param state where it stands
     * @version $Id$
     * @since 1.0
     */
    public record Elsewhere(DocumentReference dialogue, String title, EngagementState state)
    {
    }
}

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
package org.xwiki.contrib.crowdsourcing.call;

import java.time.Instant;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.model.reference.DocumentReference;

/**
 * An application or a nomination, as only curators see it.
 *
 * @param reference the page
 * @param kind how the person came
 * @param state what was done about it
 * @param sent what came, the first one first; the later ones are from the same person
 * @param decision what was decided last, {@code null} if nothing
 * @param stamp changes with what is stored
 * @version $Id$
 * @since 1.0
 */
public record Application(DocumentReference reference, ApplicationKind kind, ApplicationState state, List<Sent> sent,
    Decision decision, String stamp)
{
    /**
     * @param reference the page
     * @param kind how the person came
     * @param state what was done about it
     * @param sent what came, the first one first; the later ones are from the same person
     * @param decision what was decided last, {@code null} if nothing
     * @param stamp changes with what is stored
     */
    public Application
    {
        sent = List.copyOf(sent);
    }

    /**
     * @return what came first
     */
    public Sent first()
    {
        return this.sent.get(0);
    }

    /**
     * @return what came last
     */
    public Sent last()
    {
        return this.sent.get(this.sent.size() - 1);
    }

    /**
     * What was decided.
     *
     * @param state what
     * @param by who decided it, or {@code null}
     * @param on when, or {@code null}
     * @param reason why it was declined, plain text
     * @param expert the profile it was taken over into, or {@code null}
     * @version $Id$
     * @since 1.0
     */
    public record Decision(ApplicationState state, DocumentReference by, Instant on, String reason, Named expert)
    {
    }

    /**
     * A page with its title.
     *
     * @param page the page
     * @param title the title, plain text
     * @version $Id$
     * @since 1.0
     */
    public record Named(DocumentReference page, String title)
    {
    }

    /**
     * Who the person is.
     *
     * @param name the name
     * @param email the e-mail address, empty if it is not known
     * @param reach another way to reach the person
     * @param position what the person does
     * @param organisation where
     * @param country the country as two capital letters, maybe empty
     * @param timezone the zone, maybe empty
     * @param gender what the person says about gender, or {@code null}
     * @version $Id$
     * @since 1.0
     */
    public record Person(String name, String email, String reach, String position, String organisation,
        String country, String timezone, Gender gender)
    {
    }

    /**
     * Who nominates.
     *
     * @param user the user, {@code null} for a guest
     * @param name what a guest typed as name
     * @param email what a guest typed as e-mail address
     * @version $Id$
     * @since 1.0
     */
    public record Nominator(DocumentReference user, String name, String email)
    {
    }

    /**
     * What came at one time.
     *
     * @param on when, or {@code null}
     * @param person who the person is
     * @param languages the languages, as language tags
     * @param affiliations the kinds of organisation
     * @param expertise what the person is able to
     * @param motivation why, plain text
     * @param availability when the person can, plain text
     * @param sessions the dialogues that the person asks for, or should be asked for
     * @param about the challenge that a nomination is about, {@code null} if none
     * @param consent whether the person agreed to be listed
     * @param nominator who nominates; who is logged in of an application
     * @version $Id$
     * @since 1.0
     */
    public record Sent(Instant on, Person person, List<String> languages, List<Affiliation> affiliations,
        List<Expertise> expertise, String motivation, String availability, List<Named> sessions,
        Named about, Expert.Consent consent, Nominator nominator)
    {
        /**
         * @param on when, or {@code null}
         * @param person who the person is
         * @param languages the languages, as language tags
         * @param affiliations the kinds of organisation
         * @param expertise what the person is able to
         * @param motivation why, plain text
         * @param availability when the person can, plain text
         * @param sessions the dialogues that the person asks for, or should be asked for
         * @param about the challenge that a nomination is about, {@code null} if none
         * @param consent whether the person agreed to be listed
         * @param nominator who nominates; who is logged in of an application
         */
        public Sent
        {
            languages = List.copyOf(languages);
            affiliations = List.copyOf(affiliations);
            expertise = List.copyOf(expertise);
            sessions = List.copyOf(sessions);
        }
    }
}

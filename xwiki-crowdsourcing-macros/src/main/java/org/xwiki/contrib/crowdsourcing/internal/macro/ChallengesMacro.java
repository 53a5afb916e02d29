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

import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the challenges of an initiative, or the parts of a challenge, by priority, by state or as a table.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("challenges")
@Singleton
public class ChallengesMacro extends AbstractCrowdsourcingMacro<ChallengesMacroParameters>
{
    @Inject
    private ChallengeManager challenges;

    @Inject
    private InitiativeManager initiatives;

    @Inject
    private ChallengeLists lists;

    /**
     * Default constructor.
     */
    public ChallengesMacro()
    {
        super("Challenges",
            "Shows the challenges of an initiative, or the parts of a challenge, by priority, by state or as a table.",
            ChallengesMacroParameters.class);
    }

    @Override
    protected View view(ChallengesMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference ancestor = getAncestor(resolve(parameters.getReference()));
        if (ancestor == null) {
            return message("crowdsourcing.initiative.none");
        }
        FormState form = process(readOnly, Map.of("createChallenge",
            sent -> this.toolkit.getEditURL(this.challenges.create(ancestor, sent.get("title")))), ancestor::equals);
        return new View("challenges", this.lists.show(ancestor, parameters, 2, readOnly), form);
    }

    private DocumentReference getAncestor(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Challenge> challenge = this.challenges.get(page);
        return challenge.isPresent() ? page
            : this.initiatives.initiativeOf(page).map(Initiative::reference).orElse(null);
    }
}

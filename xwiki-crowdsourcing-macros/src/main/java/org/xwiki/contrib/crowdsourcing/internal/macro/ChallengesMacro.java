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
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesView;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the challenges of an initiative, or the parts of a challenge, by priority or by state.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("challenges")
@Singleton
public class ChallengesMacro extends AbstractCrowdsourcingMacro<ChallengesMacroParameters>
{
    private static final String VIEW = "cs_view";

    private static final String STATE = "cs_state";

    @Inject
    private ChallengeManager challenges;

    @Inject
    private InitiativeManager initiatives;

    /**
     * Default constructor.
     */
    public ChallengesMacro()
    {
        super("Challenges",
            "Shows the challenges of an initiative, or the parts of a challenge, by priority or by state.",
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
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        ChallengesView view = query.choose(ChallengesView.class, VIEW, parameters.getView());
        ChallengeState state = Stored.find(ChallengeState.class, query.get(STATE)).orElse(parameters.getState());
        Map<String, Object> data = new HashMap<>();
        data.put("page", this.challenges.list(ancestor, state,
            new PageRequest(query.get(Queries.CURSOR), PageRequest.MAXIMUM)));
        data.put("board", view == ChallengesView.BOARD);
        data.put("state", state);
        data.put("challengeStates", ChallengeState.values());
        data.put("query", query.with(VIEW, view.name().toLowerCase()).with(STATE, state == null ? null
            : state.getId()));
        data.put("ancestor", ancestor);
        data.put("canCreate", !readOnly && this.challenges.canCreate(ancestor));
        return new View("challenges", data, form);
    }

    private DocumentReference getAncestor(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Challenge> challenge = this.challenges.get(page);
        return challenge.isPresent() ? page
            : this.initiatives.initiativeOf(page).map(Initiative::reference).orElse(null);
    }
}

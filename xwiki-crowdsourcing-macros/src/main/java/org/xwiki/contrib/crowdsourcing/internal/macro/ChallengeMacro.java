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
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows a challenge: its question, what was decided on it, the expertise it needs, its parts, briefs and dialogues.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("challenge")
@Singleton
public class ChallengeMacro extends AbstractCrowdsourcingMacro<ReferenceMacroParameters>
{
    private static final String CHALLENGE = "challenge";

    private static final String TITLE = "title";

    private static final String STATE = "state";

    private static final String PRIORITY = "priority";

    @Inject
    private ChallengeManager challenges;

    @Inject
    private WishList wishList;

    @Inject
    private Matches matches;

    @Inject
    private Choices choices;

    @Inject
    private Scorings scorings;

    @Inject
    private BriefManager briefs;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Agreed agreed;

    /**
     * Default constructor.
     */
    public ChallengeMacro()
    {
        super("Challenge",
            "Shows a challenge: its question, what was decided on it, the expertise it needs, its parts, "
                + "briefs and dialogues.",
            ReferenceMacroParameters.class);
    }

    @Override
    protected View view(ReferenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Challenge> found = this.challenges.challengeOf(resolve(parameters.getReference()));
        if (found.isEmpty()) {
            return message("crowdsourcing.challenge.none");
        }
        DocumentReference reference = found.get().reference();
        FormState form = process(readOnly, getActions(reference), reference::equals);
        View chosen = readOnly || isSentOn(form) ? null : choose(reference, form);
        return isSentOn(form) ? sentOn(form) : chosen == null ? show(found.get(), readOnly, form) : chosen;
    }

    /** What the reader asks for instead of the page, {@code null} if nothing. */
    private View choose(DocumentReference reference, FormState form) throws CrowdsourcingException
    {
        String wanted = this.matches.getWanted(reference);
        View view = wanted == null ? null : new View(wanted, this.matches.getData(reference, wanted), form);
        if (this.choices.isWanted()) {
            view = new View(Choices.SPLIT, this.choices.getSplit(reference), form);
        } else if (this.scorings.isWanted()) {
            Map<String, Object> card = this.scorings.getOne(reference);
            view = card.isEmpty() ? message("crowdsourcing.scoring.none") : new View("score", card, form);
        }
        return view;
    }

    private View show(Challenge found, boolean readOnly, FormState form) throws CrowdsourcingException
    {
        DocumentReference reference = found.reference();
        Map<String, Object> data = new HashMap<>();
        data.putAll(this.agreed.getPending(reference));
        data.put(CHALLENGE, found);
        data.put("parts", this.challenges.list(
            ChallengeQuery.tree(reference, null, PageRequest.first(PageRequest.MAXIMUM))));
        data.put("briefs", this.briefs.briefsOf(reference));
        data.put("dialogues", this.dialogues.dialoguesOf(reference));
        data.put("wishes", this.wishList.getTexts(found.wishes()));
        data.putAll(this.choices.getData(reference, readOnly));
        data.put("scoring", readOnly ? null : this.scorings.find(reference));
        data.put("states", ChallengeState.DECIDED);
        data.put("canEdit", !readOnly && this.challenges.canEdit(reference));
        if (!readOnly && this.matches.canCurate(reference)) {
            data.put(Matches.COVERAGE, this.matches.getCurated(reference, null));
        }
        data.put("canCreateChallenge", !readOnly && this.challenges.canCreate(reference));
        data.put("canCreateBrief", !readOnly && this.briefs.canCreate(reference));
        data.put("canCreateDialogue", !readOnly && this.dialogues.canCreate(reference));
        return new View(CHALLENGE, data, form);
    }

    private Map<String, FormAction> getActions(DocumentReference reference)
    {
        Map<String, FormAction> actions = new HashMap<>(this.matches.getActions(reference));
        actions.putAll(this.choices.getActions(reference));
        actions.putAll(this.scorings.getActions(reference));
        actions.putAll(Map.of("createChallenge", sent -> edit(this.challenges.create(reference, sent.get(TITLE))),
            "createBrief", sent -> edit(this.briefs.create(reference, sent.get(TITLE))),
            "createDialogue", sent -> edit(this.dialogues.create(reference, sent.get(TITLE))),
            "setChallengeState", sent -> setState(reference, sent),
            "setPriority", sent -> setPriority(reference, sent.get(PRIORITY))));
        return actions;
    }

    private String setState(DocumentReference reference, FormState sent) throws CrowdsourcingException
    {
        String state = sent.get(STATE);
        ChallengeState chosen = Stored.find(ChallengeState.class, state).orElseThrow(
            () -> new CrowdsourcingException(new FieldError(STATE, "crowdsourcing.error.unknownValue", state)));
        this.challenges.setState(reference, chosen, sent.get("dropReason"));
        return view(reference);
    }

    private String setPriority(DocumentReference reference, String priority) throws CrowdsourcingException
    {
        this.challenges.setPriority(reference, Numbers.parse(PRIORITY, priority, 0, 999));
        return view(reference);
    }

    private String view(DocumentReference reference)
    {
        return this.toolkit.getURL(reference, null, null);
    }

    private String edit(DocumentReference reference)
    {
        return this.toolkit.getEditURL(reference);
    }
}

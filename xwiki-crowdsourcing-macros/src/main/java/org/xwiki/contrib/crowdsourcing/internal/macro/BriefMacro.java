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
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditions;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the brief of a challenge: its sections, its evidence, its version and the comments on it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("brief")
@Singleton
public class BriefMacro extends AbstractCrowdsourcingMacro<DialogueMacroParameters>
{
    private static final String BRIEF = "brief";

    @Inject
    private BriefManager briefs;

    @Inject
    private ChallengeManager challenges;

    @Inject
    private Threads threads;

    @Inject
    private Duplicates duplicates;

    @Inject
    private Agreed agreed;

    @Inject
    private Uses uses;

    @Inject
    private BriefViews views;

    /**
     * Default constructor.
     */
    public BriefMacro()
    {
        super("Brief",
            "Shows the brief of a challenge: its sections, its evidence, its version and the comments on it.",
            DialogueMacroParameters.class);
    }

    @Override
    protected View view(DialogueMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = resolve(parameters.getReference());
        Optional<Brief> found = this.briefs.get(reference);
        if (found.isEmpty()) {
            return message("crowdsourcing.brief.none");
        }
        if (found.get().edition() == BriefEdition.VERSION) {
            return version(found.get(), readOnly);
        }
        if (this.views.isWanted()) {
            return new View(this.views.getWanted(), this.views.getVersions(found.get()), null);
        }
        return discuss(reference, parameters.getLimit(), readOnly);
    }

    private View version(Brief version, boolean readOnly) throws CrowdsourcingException
    {
        if (this.uses.isWanted()) {
            return new View(Uses.TEMPLATE, this.uses.getData(version.reference()), null);
        }
        Map<String, Object> data = this.views.getData(version, readOnly);
        // The brief says who may view its versions.
        data.putAll(this.agreed.getData(((BriefEditions) data.get("editions")).text()));
        return new View(BriefViews.VERSION, data, null);
    }

    private View discuss(DocumentReference reference, int limit, boolean readOnly) throws CrowdsourcingException
    {
        Map<String, FormAction> actions = this.threads.getActions(reference);
        actions.put("startWorkshop", sent -> change(reference, this.briefs::startWorkshop));
        actions.put("freeze", sent -> change(reference, this.briefs::freeze));
        actions.put("newDraft", sent -> change(reference, this.briefs::newDraft));
        actions.putAll(this.views.getActions(reference));
        if (this.duplicates.isAsked()) {
            return new View("similar", this.duplicates.getAnswer(reference), null);
        }
        if (this.uses.isWanted()) {
            return new View(Uses.TEMPLATE, this.uses.getData(reference), null);
        }
        FormState form = process(readOnly, actions, this.threads.getTargets(reference));
        if (isSentOn(form)) {
            return sentOn(form);
        }
        Brief brief = this.briefs.get(reference).orElseThrow();
        boolean canChangeState = !readOnly && this.briefs.canChangeState(reference);
        Map<String, Object> data = this.threads.getData(reference, limit, readOnly);
        data.putAll(this.duplicates.getData(reference, form, Boolean.TRUE.equals(data.get("canCurate"))));
        data.putAll(this.views.getData(brief, readOnly));
        data.put("challenge", this.challenges.challengeOf(reference).orElse(null));
        data.put("comments", true);
        data.putAll(this.agreed.getData(reference));
        data.put("canChangeState", canChangeState);
        boolean open = canChangeState && brief.state() != BriefState.FROZEN;
        data.put("readiness", open ? this.briefs.getReadiness(reference) : null);
        data.put("stamp", open ? this.briefs.getStamp(reference) : null);
        return new View(BRIEF, data, form);
    }

    private interface Change
    {
        void on(DocumentReference reference) throws CrowdsourcingException;
    }

    private String change(DocumentReference reference, Change change) throws CrowdsourcingException
    {
        change.on(reference);
        return this.toolkit.getURL(reference, null, null);
    }
}

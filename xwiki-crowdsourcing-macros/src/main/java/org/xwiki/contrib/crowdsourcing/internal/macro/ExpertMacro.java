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
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.contrib.crowdsourcing.pipeline.Participation;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the public profile of an expert, and how to reach the expert to those who may know.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("expert")
@Singleton
public class ExpertMacro extends AbstractCrowdsourcingMacro<ReferenceMacroParameters>
{
    private static final String EXPERT = "expert";

    private static final String PARTICIPATIONS = "participations";

    @Inject
    private ExpertManager experts;

    @Inject
    private PipelineManager pipelines;

    @Inject
    private Contacts contacts;

    @Inject
    private Profiles profiles;

    @Inject
    private ProfileForms profileForms;

    @Inject
    private Uses uses;

    /**
     * Default constructor.
     */
    public ExpertMacro()
    {
        super("Expert", "Shows the public profile of an expert.", ReferenceMacroParameters.class);
    }

    @Override
    protected View view(ReferenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = resolve(parameters.getReference());
        Optional<Expert> found = this.experts.get(reference);
        if (found.isEmpty()) {
            return message("crowdsourcing.expert.none");
        }
        if (this.uses.isWanted()) {
            return new View(Uses.TEMPLATE, this.uses.getData(reference), null);
        }
        Map<String, FormAction> actions = new HashMap<>(this.contacts.getActions(reference));
        actions.putAll(this.profiles.getActions(reference));
        actions.putAll(this.profileForms.getActions(reference));
        FormState form = process(readOnly, actions, reference::equals);
        if (this.profiles.isPublicWanted() && form == null) {
            boolean listed = found.get().consent().given();
            return listed ? new View(EXPERT, Map.of(EXPERT, found.get(), "isPreview", true, PARTICIPATIONS,
                this.pipelines.getParticipations(reference).stream().filter(Participation::isPublic)
                    .map(Participation::published).toList()), null)
                : message("crowdsourcing.profile.notPublic");
        }
        boolean changeable = !readOnly && !isSentOn(form);
        return changeable && this.profileForms.isWanted(reference, form)
            ? new View("profile-edit", this.profileForms.show(found.get(), form), form)
            : new View(EXPERT, show(found.get(), readOnly, changeable), form);
    }

    private Map<String, Object> show(Expert expert, boolean readOnly, boolean changeable)
        throws CrowdsourcingException
    {
        DocumentReference reference = expert.reference();
        Map<String, Object> data = new HashMap<>();
        data.put(EXPERT, expert);
        data.put(PARTICIPATIONS, this.pipelines.getParticipations(reference));
        data.put("canEdit", !readOnly && this.experts.canEdit(reference));
        if (changeable) {
            data.putAll(this.contacts.show(reference));
            data.putAll(this.profiles.show(expert));
        }
        return data;
    }
}

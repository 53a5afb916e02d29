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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.macro.ContributionMacroParameters;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Quotes a contribution, with who said it, where and when.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("contribution")
@Singleton
public class ContributionMacro extends AbstractCrowdsourcingMacro<ContributionMacroParameters>
{
    private static final String CONTRIBUTION = "contribution";

    @Inject
    private DialogueManager dialogues;

    @Inject
    private InitiativeManager initiatives;

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Sources sources;

    @Inject
    private Registers registers;

    /**
     * Default constructor.
     */
    public ContributionMacro()
    {
        super("Contribution",
            "Quotes a contribution, with who said it, where and when.",
            ContributionMacroParameters.class);
    }

    @Override
    protected View view(ContributionMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = resolve(parameters.getReference());
        Optional<Contribution> found = this.dialogues.getContribution(reference);
        if (found.isEmpty()) {
            return new View("contribution-gone", Map.of(), null);
        }
        Contribution contribution = found.get();
        Map<String, Object> data = new HashMap<>();
        data.put(CONTRIBUTION, contribution);
        boolean alone = reference.equals(this.toolkit.getCurrentPage());
        data.put("origin", this.sources.getOrigins(List.of(contribution.reference())).get(contribution.reference()));
        data.put("usages", alone ? this.roadmaps.usedIn(List.of(contribution.reference()))
            .getOrDefault(contribution.reference(), List.of()) : List.of());
        data.put("alone", alone);
        data.putAll(alone ? this.registers.getClock(contribution.thread()) : Map.of());
        data.put("initiative", alone ? this.initiatives.initiativeOf(reference).orElse(null) : null);
        return new View(CONTRIBUTION, data, null);
    }
}

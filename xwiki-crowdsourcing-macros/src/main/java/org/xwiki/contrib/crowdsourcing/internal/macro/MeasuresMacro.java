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

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows how far the discussion of a dialogue has come.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("measures")
@Singleton
public class MeasuresMacro extends AbstractCrowdsourcingMacro<ReferenceMacroParameters>
{
    @Inject
    private DialogueManager dialogues;

    @Inject
    private Measurements measurements;

    /**
     * Default constructor.
     */
    public MeasuresMacro()
    {
        super("Measures", "Shows how far the discussion of a dialogue has come: whether it is on topic, what says the"
            + " same, what stands behind the ideas, who speaks, what waits.", ReferenceMacroParameters.class);
    }

    @Override
    protected View view(ReferenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        Optional<Dialogue> found = this.dialogues.dialogueOf(resolve(parameters.getReference()));
        return found.isEmpty() ? message("crowdsourcing.dialogue.none")
            : new View(Measurements.MEASURES, this.measurements.getData(found.get()), null);
    }
}

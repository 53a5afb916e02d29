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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.macro.PanelMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Suggests a panel for a dialogue or a challenge to its curators, and says why each of its people is on it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("panel")
@Singleton
public class PanelMacro extends AbstractCrowdsourcingMacro<PanelMacroParameters>
{
    @Inject
    private Matches matches;

    /**
     * Default constructor.
     */
    public PanelMacro()
    {
        super("Panel", "Suggests a panel for a dialogue or a challenge to its curators, and says why.",
            PanelMacroParameters.class);
    }

    @Override
    protected View view(PanelMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference page = resolve(parameters.getReference());
        if (!this.matches.canCurate(page)) {
            return message("crowdsourcing.suggest.curators");
        }
        FormState form = process(readOnly, this.matches.getActions(page), page::equals);
        return isSentOn(form) ? sentOn(form)
            : new View(Matches.PANEL, this.matches.getPanel(page, parameters.getSeats()), form);
    }
}

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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.macro.CoverageMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows what the panel of a dialogue, or of all dialogues of a challenge, covers of what the challenge needs and
 * wishes.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("coverage")
@Singleton
public class CoverageMacro extends AbstractCrowdsourcingMacro<CoverageMacroParameters>
{
    private static final String COVERAGE = "coverage";

    @Inject
    private Matches matches;

    /**
     * Default constructor.
     */
    public CoverageMacro()
    {
        super("Coverage", "Shows what a panel covers of what its challenge needs and wishes, gaps first.",
            CoverageMacroParameters.class);
    }

    @Override
    protected View view(CoverageMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference page = resolve(parameters.getReference());
        boolean proposed = parameters.isProposed() && this.matches.canCurate(page);
        return new View(COVERAGE, Map.of(COVERAGE, this.matches.getCoverage(page, proposed)), null);
    }
}

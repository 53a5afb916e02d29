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
import org.xwiki.contrib.crowdsourcing.macro.CommitmentsMacroParameters;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Says how far an initiative keeps what it promised: the time for an answer, how many ideas have one, which wait too
 * long.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("commitments")
@Singleton
public class CommitmentsMacro extends AbstractCrowdsourcingMacro<CommitmentsMacroParameters>
{
    @Inject
    private Registers registers;

    /**
     * Default constructor.
     */
    public CommitmentsMacro()
    {
        super("Commitments",
            "Says within how many days ideas get an answer, how many have one and which wait too long.",
            CommitmentsMacroParameters.class);
    }

    @Override
    protected View view(CommitmentsMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        return this.registers.getCommitments(resolve(parameters.getReference()), parameters.getLimit(), null);
    }
}
